/** Stands in the page about a fault where the fault's number goes. */
export const faultMark = 'FAULT-NUMBER';

/** `away`: the database does not answer; `busy`: too many are waiting. */
export const troubles = ['missing', 'refused', 'hasty', 'broken', 'away', 'busy'] as const;
export type Trouble = (typeof troubles)[number];

/** Puts the reader's own name on the way to the account: a page about trouble runs no script that could. */
export function withReader(page: string, name: string): string {
  const safe = name.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return page.replace(/(<a\b[^>]*\bdata-account=""[^>]*>)[^<]*/, (_, link) => link + safe);
}

/**
 * What to say in place of an answer that Next left without words: trouble told in a bare text, in the
 * empty document it sends when a page is not there, or in its own English. Null for all others.
 */
export function troubleOf(status: number, type: string, body: Buffer): Trouble | null {
  if (status < 400) return null;
  const wordless =
    !type.startsWith('text/html') || /__next_error__|next-error-h1/.test(body.toString());
  if (!wordless) return null;
  if (status === 404) return 'missing';
  return status < 500 ? 'refused' : 'broken';
}
