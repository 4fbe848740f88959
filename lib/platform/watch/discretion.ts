const mail = /[^\s@"'<>()=,;:]+@[^\s@"'<>()=,;:]+\.[a-z]{2,}/gi;
const ipv4 = /\b\d{1,3}(\.\d{1,3}){3}\b/g;
const ipv6 = /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi;
const query = /\?[\w.~%+-]+=[^\s"')]*/g;
const token = /\b[\w-]{40,}\b/g;

/**
 * Takes out of a text what may point to a person or let someone in: addresses of mail and of machines,
 * what stands behind a question mark, tokens. The last resort: whoever logs should not have it at hand.
 */
export function discreet(text: string): string {
  return text
    .replace(query, '?…')
    .replace(mail, '<mail>')
    .replace(ipv4, '<address>')
    .replace(ipv6, '<address>')
    .replace(token, '<token>');
}

/** An error's text and stack. Prisma's own texts quote what was to be written; their last line does not. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!error.name.startsWith('PrismaClient')) return error.stack ?? error.message;
  const last = error.message.trimEnd().split('\n').at(-1) ?? '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${last}`, ...frames].join('\n');
}
