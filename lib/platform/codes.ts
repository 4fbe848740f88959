/** Letters and digits that nobody takes for one another, read aloud or typed from a sign. */
export const readableSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** So many of them, drawn by lot; each has one in 31 of being guessed. */
export function readableCode(length: number): string {
  const drawn = crypto.getRandomValues(new Uint32Array(length));
  return Array.from(drawn, (number) => readableSigns[number % readableSigns.length]).join('');
}
