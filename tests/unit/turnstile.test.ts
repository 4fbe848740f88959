import { describe, expect, it } from 'vitest';
import { turnstile } from '#lib/platform/web/turnstile.ts';

describe('The turnstile', () => {
  it('never lets more through than there are places, and everyone in the end', async () => {
    const { pass } = turnstile(3, 1000);
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
    const { pass } = turnstile(1, 1000);
    await expect(pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pass(async () => 'in')).toBe('in');
  });

  it('is full when whoever joins would wait too long, and is not when the line is gone', async () => {
    const { pass, isFull } = turnstile(2, 200);
    const slow = () => pass(() => new Promise((done) => setTimeout(done, 40)));
    await slow();
    const few = Array.from({ length: 8 }, slow);
    expect(isFull()).toBe(false);
    const many = Array.from({ length: 30 }, slow);
    expect(isFull()).toBe(true);
    await Promise.all([...few, ...many]);
    expect(isFull()).toBe(false);
  });

  it('lets a crowd wait whose turn comes at once', async () => {
    const { pass, isFull } = turnstile(1, 5000);
    const quick = () => pass(async () => {});
    await quick();
    const crowd = Array.from({ length: 200 }, quick);
    expect(isFull()).toBe(false);
    await Promise.all(crowd);
  });
});
