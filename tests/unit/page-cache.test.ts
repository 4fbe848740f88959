import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PageCache, type Rendered } from '#lib/platform/web/page-cache.ts';

const html = (text: string, headers = {}): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html', ...headers },
  body: Buffer.from(text),
});

describe('The page cache', () => {
  it('keeps a page, compressed both ways, named by its content', async () => {
    const cache = new PageCache(1e6);
    await cache.fill('/sv', null, async () => html('hej'));
    const page = cache.get('/sv');
    expect(brotliDecompressSync(page?.br ?? '').toString()).toBe('hej');
    expect(gunzipSync(page?.gzip ?? '').toString()).toBe('hej');
    expect(page?.etag).toMatch(/^"[\w-]{22}"$/);
  });

  it('renders once for all who wait', async () => {
    const cache = new PageCache(1e6);
    let renders = 0;
    const render = async () => {
      renders += 1;
      await new Promise((done) => setTimeout(done, 20));
      return html('en gång');
    };
    await Promise.all(Array.from({ length: 30 }, () => cache.fill('/sv', null, render)));
    expect(renders).toBe(1);
  });

  it('never keeps an answer that sets a cookie, or that is no success', async () => {
    const cache = new PageCache(1e6);
    await cache.fill('/a', null, async () => html('mitt', { 'set-cookie': ['me=1'] }));
    await cache.fill('/b', null, async () => ({ ...html('borta'), status: 404 }));
    expect([cache.get('/a'), cache.get('/b')]).toEqual([undefined, undefined]);
  });

  it('drops a hub, and with it the pages of the whole site', async () => {
    const cache = new PageCache(1e6);
    for (const [key, hub] of [
      ['/sv', null],
      ['/sv/a', 'a'],
      ['/sv/b', 'b'],
    ] as const) {
      await cache.fill(key, hub, async () => html(key));
    }
    cache.drop('a');
    expect([cache.get('/sv'), cache.get('/sv/a')]).toEqual([undefined, undefined]);
    expect(cache.get('/sv/b')).toBeDefined();
    cache.drop(null);
    expect(cache.get('/sv/b')).toBeUndefined();
  });

  it('does not keep what was dropped while it rendered', async () => {
    const cache = new PageCache(1e6);
    let finish = () => {};
    const gate = new Promise<void>((done) => {
      finish = done;
    });
    const old = cache.fill('/sv/a', 'a', async () => {
      await gate;
      return html('gammalt');
    });
    cache.drop('a');
    finish();
    await old;
    expect(cache.get('/sv/a')).toBeUndefined();
  });

  it('stays within its bounds', async () => {
    const cache = new PageCache(20_000);
    for (let n = 0; n < 50; n += 1) {
      await cache.fill(`/${n}`, null, async () => html(`${n}`.padEnd(1000, 'x')));
    }
    expect(cache.get('/0')).toBeUndefined();
    expect(cache.get('/49')).toBeDefined();
  });
});
