import { describe, expect, it } from 'vitest';
import { fromReplica, notePersonal, noteRead, noting } from '#lib/platform/rendering.ts';

const work = async () => {
  await new Promise((done) => setTimeout(done, 1));
  noteRead('nord', 'hub:read');
  notePersonal('the session');
  notePersonal('something else');
  return fromReplica();
};

describe('A rendering for everyone', () => {
  it('knows what it read, and the personal things it asked for', async () => {
    const { result, rendering } = await noting(true, work);
    expect(result).toBe(true);
    expect(rendering).toEqual({
      reads: new Set(['nord hub:read']),
      personal: new Set(['the session', 'something else']),
      doors: [],
      replica: true,
    });
  });

  it('knows it of work that begins only when it is waited for', async () => {
    // biome-ignore lint/suspicious/noThenProperty: this is what the rendering library gives
    const lazy = { then: (done: (value: boolean) => void) => void work().then(done) };
    const { rendering } = await noting(false, () => lazy as unknown as PromiseLike<boolean>);
    expect(rendering.reads).toEqual(new Set(['nord hub:read']));
  });

  it('knows nothing of another one at the same time', async () => {
    const none = async () => fromReplica();
    const [, other] = await Promise.all([noting(true, work), noting(false, none)]);
    expect(other.rendering.reads.size).toBe(0);
    await work();
    expect(other.rendering.personal.size).toBe(0);
  });
});
