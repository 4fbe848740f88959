import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { Page, Rendered } from '#lib/platform/web/page.ts';
import { PageCache } from '#lib/platform/web/page-cache.ts';

const html = (text: string, given: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
  reads: new Set(['nord showroom:read']),
  ...given,
});
const said = (answer: Page | Rendered | undefined) =>
  String(answer && ('plain' in answer ? answer.plain : answer.body));
const nord = { hub: 'nord', parts: [] };
/** A render that waits until it is let go. */
function held(text: string) {
  let go = () => {};
  const gate = new Promise<void>((done) => {
    go = done;
  });
  const render = vi.fn(async () => {
    await gate;
    return html(text);
  });
  return { render, go };
}

describe('The page cache', () => {
  it('keeps a page, compressed both ways, named by its content', async () => {
    const cache = new PageCache(1e6);
    await cache.fill('/sv', async () => html('hej'));
    const page = cache.get('/sv');
    expect(brotliDecompressSync(page?.br ?? '').toString()).toBe('hej');
    expect(gunzipSync(page?.gzip ?? '').toString()).toBe('hej');
    expect(page?.etag).toMatch(/^"[\w-]{22}"$/);
  });

  it('renders once for all who wait', async () => {
    const cache = new PageCache(1e6);
    const { render, go } = held('en gång');
    const all = Promise.all(Array.from({ length: 30 }, () => cache.fill('/sv', render)));
    go();
    expect((await all).map(said)).toEqual(Array(30).fill('en gång'));
    expect(render).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['sets a cookie', { headers: { 'set-cookie': ['me=1'] } }, 'it sets a cookie'],
    ['asks for something personal', { personal: 'the session' }, 'it asks for the session'],
  ])('never keeps an answer that %s, and says so', async (_, given, why) => {
    const complain = vi.fn();
    const cache = new PageCache(1e6, complain);
    expect(said(await cache.fill('/a', async () => html('mitt', given)))).toBe('mitt');
    expect(cache.get('/a')).toBeUndefined();
    expect(complain).toHaveBeenCalledWith('a public page is not for everyone', '/a', why);
  });

  it('never keeps what is no success', async () => {
    const cache = new PageCache(1e6);
    await cache.fill('/b', async () => html('borta', { status: 404 }));
    expect(cache.get('/b')).toBeUndefined();
  });

  it('drops what shows a change: the hub’s, the site’s that read the same, nothing else', async () => {
    const cache = new PageCache(1e6);
    const pages = {
      showroom: ['nord hub:read', 'nord showroom:read'],
      projects: ['nord hub:read', 'nord project:read'],
      other: ['syd hub:read', 'syd showroom:read'],
      site: [' hub:read'],
      unsure: ['nord *'],
      still: [],
    };
    const never = new Promise<Rendered>(() => {});
    const left = async (change: { hub: string; parts: string[] }) => {
      cache.clear();
      for (const [key, reads] of Object.entries(pages)) {
        let first = true;
        const render = async () => (first ? html(key, { reads: new Set(reads) }) : never);
        await cache.fill(key, render);
        first = false;
      }
      cache.drop(change);
      return Object.keys(pages).filter((key) => cache.get(key));
    };
    expect(await left({ hub: 'nord', parts: ['showroom:read'] })).toEqual([
      'projects',
      'other',
      'site',
      'still',
    ]);
    cache.clear();
  });

  it('drops everything of a hub where no part is named, and of the site where no hub is', async () => {
    const cache = new PageCache(1e6);
    const never = new Promise<Rendered>(() => {});
    for (const [key, reads] of [
      ['/a', 'nord project:read'],
      ['/b', 'syd project:read'],
      ['/c', ' hub:read'],
    ] as const) {
      let first = true;
      const render = async () => (first ? html(key, { reads: new Set([reads]) }) : never);
      await cache.fill(key, render);
      first = false;
    }
    cache.drop(nord);
    expect(['/a', '/b', '/c'].filter((key) => cache.get(key))).toEqual(['/b']);
    cache.drop({ hub: '', parts: [] });
    expect(cache.get('/b')).toBeUndefined();
  });

  it('makes a page anew by itself after a change, once, and gives the old one meanwhile', async () => {
    const cache = new PageCache(1e6);
    let renders = 0;
    let go = () => {};
    const gate = new Promise<void>((done) => {
      go = done;
    });
    const render = async () => {
      renders += 1;
      if (renders === 1) return html('gammal');
      await gate;
      return html('ny');
    };
    await cache.fill('/sv', render);
    cache.drop(nord);
    const readers = await Promise.all([1, 2, 3].map(() => cache.fill('/sv', render)));
    expect(readers.map(said)).toEqual(['gammal', 'gammal', 'gammal']);
    go();
    await expect.poll(() => said(cache.get('/sv'))).toBe('ny');
    expect(renders).toBe(2);
  });

  it('gives a reader the new page when it is there soon', async () => {
    const cache = new PageCache(1e6);
    let text = 'gammal';
    const render = async () => html(text);
    await cache.fill('/sv', render);
    text = 'ny';
    cache.drop(nord);
    expect(said(await cache.fill('/sv', render))).toBe('ny');
  });

  it.each([
    ['answers with a fault', async () => html('fel', { status: 500 })],
    ['throws', async () => Promise.reject(new Error('no database'))],
  ])('keeps the old page when the new one %s, and says so', async (_, fail) => {
    const complain = vi.fn();
    const cache = new PageCache(1e6, complain);
    let render: () => Promise<Rendered> = async () => html('gammal');
    await cache.fill('/sv', () => render());
    render = fail;
    cache.drop(nord);
    expect(said(await cache.fill('/sv', () => render()))).toBe('gammal');
    expect(complain.mock.calls[0]?.slice(0, 2)).toEqual(['a page could not be made anew', '/sv']);
    render = async () => html('ny');
    await expect.poll(async () => said(await cache.fill('/sv', () => render()))).toBe('ny');
  });

  it('forgets a page that is gone', async () => {
    const cache = new PageCache(1e6);
    let status = 200;
    const render = async () => html('sidan', { status });
    await cache.fill('/sv', render);
    status = 404;
    cache.drop(nord);
    await expect
      .poll(async () => (await cache.fill('/sv', render)) as Rendered)
      .toMatchObject({
        status: 404,
      });
  });

  it('does not keep what changed while it rendered, not even two changes ago', async () => {
    const cache = new PageCache(1e6);
    const old = held('gammalt');
    const waiting = cache.fill('/sv/a', old.render);
    cache.drop({ hub: 'syd', parts: [] });
    await cache.fill('/sv/b', async () => html('annat'));
    cache.drop(nord);
    old.go();
    expect(said(await waiting)).toBe('gammalt');
    expect(cache.get('/sv/a')).toBeUndefined();
  });

  it('does not give whoever comes after a change what was begun before', async () => {
    const cache = new PageCache(1e6);
    const old = held('gammalt');
    const waiting = cache.fill('/sv/a', old.render);
    cache.drop(nord);
    expect(said(await cache.fill('/sv/a', async () => html('nytt')))).toBe('nytt');
    old.go();
    await waiting;
    expect(said(cache.get('/sv/a'))).toBe('nytt');
  });

  it('makes a page anew when it has stood for long, since it may show what day it is', async () => {
    const cache = new PageCache(1e6);
    let text = 'i går';
    const render = async () => html(text);
    await cache.fill('/sv', render);
    text = 'i dag';
    const later = Date.now() + 16 * 60_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(later);
    expect(cache.get('/sv')).toBeUndefined();
    expect(said(await cache.fill('/sv', render))).toBe('i dag');
    clock.mockRestore();
  });

  it('stays within its bounds', async () => {
    const cache = new PageCache(20_000);
    for (let n = 0; n < 50; n += 1) {
      await cache.fill(`/${n}`, async () => html(`${n}`.padEnd(1000, 'x')));
    }
    expect(cache.get('/0')).toBeUndefined();
    expect(cache.get('/49')).toBeDefined();
  });
});
