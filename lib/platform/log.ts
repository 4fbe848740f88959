import { requestId } from './watch/asking.ts';
import { discreet, textOf } from './watch/discretion.ts';

type Fields = Record<string, string | number | boolean | null | undefined>;
type Level = 'debug' | 'info' | 'warn' | 'error';

const wanted = process.env.NAVET_LOG === 'debug';

function write(level: Level, message: string, fields: Fields = {}): void {
  if (level === 'debug' && !wanted) return;
  const facts = { at: new Date().toISOString(), level, message, request: requestId(), ...fields };
  const line = JSON.stringify(facts, (_name, value) =>
    typeof value === 'string' ? discreet(value) : value,
  );
  process.stderr.write(`${line}\n`);
}

/** One JSON object a line on standard error; never personal data, never a secret. */
export const log = {
  debug: (message: string, fields?: Fields) => write('debug', message, fields),
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
};

/** Logs a fault whole and returns the id under which a user can ask for it. */
export function logFault(error: unknown, where: string): string {
  const id = crypto.randomUUID().slice(0, 8);
  log.error('fault', { id, where, error: textOf(error) });
  return id;
}
