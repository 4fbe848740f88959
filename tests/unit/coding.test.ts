import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codingOf } from '#lib/platform/web/addresses.ts';
import { PageCache } from '#lib/platform/web/page-cache.ts';

const asking = (coding: string) =>
  ({ headers: { 'accept-encoding': coding } }) as unknown as IncomingMessage;
const answer = async () => ({ status: 200, headers: {}, body: Buffer.from('svar'.repeat(500)) });

describe('The coding of an answer', () => {
  it.each([
    ['gzip, br', 'br', 'gzip'],
    ['br', 'br', 'plain'],
    ['br;q=0, gzip', 'gzip', 'gzip'],
    ['gzip;q=0', 'plain', 'plain'],
    ['', 'plain', 'plain'],
  ])('for who takes "%s" is %s, without brotli %s', (asked, best, without) => {
    expect([codingOf(asking(asked)), codingOf(asking(asked), false)]).toEqual([best, without]);
  });

  it('is made well for a page that many ask for, quickly for an answer to a question', async () => {
    const cache = new PageCache(1e6);
    await cache.fill('/sv', answer);
    await cache.fill('/sv?q=larm', answer);
    expect(cache.get('/sv')?.br?.length).toBeGreaterThan(0);
    const question = cache.get('/sv?q=larm');
    expect(question?.br).toBeNull();
    // What is kept weighs what the cache believes.
    const page = cache.get('/sv');
    for (const kept of [question?.gzip, question?.plain, page?.gzip, page?.br]) {
      expect(kept?.buffer.byteLength).toBe(kept?.length);
    }
    expect(gunzipSync(question?.gzip ?? '').toString()).toBe('svar'.repeat(500));
  });
});
