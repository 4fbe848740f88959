import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 12;
const code = /^[a-z0-9]{12}$/;

/** What a sign's square says: nothing of the place, and nothing one could guess. */
export function makeCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export function isCode(text: string): boolean {
  return code.test(text);
}
