import { describe, expect, it } from 'vitest';
import { turnstile } from '#lib/platform/web/turnstile.ts';

describe('The turnstile', () => {
  it('never lets more through than there are places, and everyone in the end', async () => {
    const pass = turnstile(3);
    let inside = 0;
    let most = 0;
    const visit = (n: number) =>
      pass(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((done) => setTimeout(done, n % 3));
        inside -= 1;
        return n;
      });
    const all = Array.from({ length: 40 }, (_, n) => n);
    expect(await Promise.all(all.map(visit))).toEqual(all);
    expect(most).toBe(3);
  });

  it('gives the place back after a failure', async () => {
    const pass = turnstile(1);
    await expect(pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pass(async () => 'in')).toBe('in');
  });
});
