import { createHash, randomBytes } from 'node:crypto';

/** What a link in a mail carries, and what the database keeps of it: who reads the table has no key. */
export function makeToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
