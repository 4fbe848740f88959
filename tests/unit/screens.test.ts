import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt, Renderer } from '#lib/platform/web/rendering.ts';
import { Screens, screenOf } from '#lib/platform/web/screens.ts';
import type { Telling } from '#lib/platform/web/telling.ts';

const path = `/sv/display/${'x'.repeat(43)}`;
const page = (text: string, status = 200): Attempt => ({
  ...{ status, headers: { 'content-type': 'text/html', 'set-cookie': ['me=1'] } },
  body: Buffer.from(`<h1>${text}</h1><script>1</script>`),
});
const away: Attempt = { ...page('', 503), without: 'away' };
let render: ReturnType<typeof vi.fn<() => Promise<Attempt>>>;
let server: Server;
let base: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  render = vi.fn(async () => page('Ledig'));
  const telling = {
    send: async (
      _req: unknown,
      res: { statusCode: number; end: (text: string) => void },
      answer: Attempt,
    ) => {
      res.statusCode = answer.status;
      res.end('trouble');
    },
  };
  const screens = new Screens(
    { render } as unknown as Renderer,
    telling as unknown as Telling,
    () => ({}),
  );
  server = createServer((req, res) => void screens.answer(req, res, path)).listen(0);
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.useRealTimers();
  server.close();
});

const ask = async () => {
  const answer = await fetch(base);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('screens', () => {
  it('are addresses of their own, on electronic paper as well', () => {
    const of = (address: string) => screenOf(new URL(address, 'http://portal'));
    expect(of(path)).toBe(path);
    expect(of(`${path}?ink=1&anything=2`)).toBe(`${path}?ink=1`);
    expect(of('/sv/display/short')).toBe(null);
    expect(of('/sv/ostersund')).toBe(null);
  });

  it('are rendered once a minute, without scripts and cookies, and ask again by themselves', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(all.map(({ text }) => text))).toEqual(new Set(['<h1>Ledig</h1>']));
    expect(render).toHaveBeenCalledTimes(1);
    expect(all[0]?.headers.get('refresh')).toBe('60');
    expect(all[0]?.headers.get('set-cookie')).toBe(null);
    render.mockResolvedValue(page('Bokad'));
    vi.advanceTimersByTime(40_000);
    expect((await ask()).text).toContain('Ledig');
    vi.advanceTimersByTime(20_000);
    expect((await ask()).text).toContain('Bokad');
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('keep the page they had while the database is away, and ask again all the same', async () => {
    await ask();
    render.mockResolvedValue(away);
    vi.advanceTimersByTime(30 * 60_000);
    const kept = await ask();
    expect(kept).toMatchObject({ status: 200, text: '<h1>Ledig</h1>' });
    // So old that it would say nothing of now.
    vi.advanceTimersByTime(3 * 60 * 60_000);
    const gone = await ask();
    expect(gone.status).toBe(503);
    expect(gone.headers.get('refresh')).toBe('60');
  });

  it('show nothing once their address is taken back', async () => {
    await ask();
    render.mockResolvedValue(page('', 404));
    vi.advanceTimersByTime(60_000);
    expect(await ask()).toMatchObject({ status: 404, text: 'trouble' });
    render.mockResolvedValue(away);
    expect((await ask()).status).toBe(503);
  });
});
