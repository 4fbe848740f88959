import { readableCode } from '#lib/platform/codes.ts';

const length = 12;
const code = /^[a-z0-9]{12}$/;

/** What a sign's square says: nothing of the place, and nothing one could guess. */
export function makeCode(): string {
  return readableCode(length).toLowerCase();
}

export function isCode(text: string): boolean {
  return code.test(text);
}
