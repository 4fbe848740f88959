import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feelPulse, type Pulse } from '#lib/platform/watch/pulse.ts';
import { readiness } from '#lib/platform/watch/readiness.ts';
import { createWeb, type Web } from '#lib/platform/web/server.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/processes.ts';

let fresh: FreshDatabase;
let pulse: Pulse;
let web: Web;
let port: number;
let rendered: string[] = [];

/** In Next's place: a page takes a moment, and one of them is large. */
async function page(req: IncomingMessage, res: ServerResponse) {
  const url = req.url ?? '';
  rendered.push(url);
  if (url.includes('/slow')) await new Promise((done) => setTimeout(done, 150));
  res.setHeader('Content-Type', 'text/html');
  res.end(url.includes('/large') ? Buffer.alloc(64 * 2 ** 20, 'x') : `<h1>${url}</h1>`);
}

beforeAll(async () => {
  fresh = await freshDatabase();
  pulse = feelPulse(fresh.url);
  const patience = { headers: 1000, request: 1500, reading: 1000 };
  const url = 'http://localhost';
  const ready = readiness(fresh.url, [], pulse);
  const settings = { url, anyHost: true, proxies: 0, dev: false, routeOf: () => 'page' };
  web = createWeb(page, { ...settings, pulse, readiness: ready, patience });
  await web.warm();
  await new Promise<void>((done) => web.server.listen(0, '127.0.0.1', done));
  port = (web.server.address() as AddressInfo).port;
});
afterAll(async () => {
  web.server.closeAllConnections();
  web.server.close();
  await pulse.stop();
  await fresh.close();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    ...init,
    headers: { accept: 'text/html', ...init.headers },
  });

type Client = { socket: Socket; heard: () => string; closed: () => boolean };

/** A client that speaks for itself, a word at a time if it likes. */
function client(...lines: string[]): Client {
  const socket = dial(port, '127.0.0.1');
  let heard = '';
  let closed = false;
  socket.on('data', (data) => {
    heard += data;
  });
  socket.on('close', () => {
    closed = true;
  });
  socket.on('error', () => {});
  socket.write(lines.join('\r\n'));
  return { socket, heard: () => heard, closed: () => closed };
}

const post = (path: string, length: number) => [
  `POST ${path} HTTP/1.1`,
  'Host: localhost',
  'Content-Type: application/x-www-form-urlencoded',
  `Content-Length: ${length}`,
];

describe('A client that takes its time', () => {
  it('is cut off while it has not said what it wants', async () => {
    const slow = client('GET /sv HTTP/1.1', 'Host: loc');
    const drip = setInterval(() => slow.socket.write('a'), 100);
    await until('it is cut off', slow.closed);
    clearInterval(drip);
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is cut off before its form is all there, and stands in nobody else’s way', async () => {
    rendered = [];
    const slow = Array.from({ length: 40 }, () =>
      client(...post('/sv/nord/slow/form', 100), '', 'a=b'),
    );
    await until('all are heard', () => countConnections().then((count) => count >= 40));
    expect((await ask('/sv/account')).status).toBe(200);
    await until('all are cut off', () => slow.every((each) => each.closed()));
    expect(rendered).toEqual(['/sv/account']);
  });

  it('is cut off when it does not take its answer', async () => {
    const slow = client('GET /sv/account/large HTTP/1.1', 'Host: localhost', '', '');
    slow.socket.pause();
    await until('it is asked for', () => rendered.includes('/sv/account/large'));
    await until('it is cut off', async () => (await countConnections()) === 0);
  });
});

describe('What is too large', () => {
  it('is refused: headers, a form', async () => {
    const headers = client('GET /sv HTTP/1.1', 'Host: localhost', `X-Long: ${'x'.repeat(20_000)}`);
    await until('it is refused', headers.closed);
    expect(headers.heard()).toMatch(/^HTTP\/1\.1 431 /);
    rendered = [];
    const form = client(...post('/sv/account', 300_000), '', 'a=b');
    await until('it is refused', form.closed);
    expect(form.heard()).toMatch(/^HTTP\/1\.1 413 /);
    expect(rendered).toEqual([]);
  });
});

describe('Too many at once', () => {
  it('are told so before anything is done for them; kept pages go on; it passes', async () => {
    const kept = '/sv/nord/showroom';
    expect((await ask(kept)).status).toBe(200);
    await Promise.all(Array.from({ length: 24 }, () => ask('/sv/account/slow')));
    rendered = [];
    const crowd = Array.from({ length: 600 }, () => ask('/nb/account/slow'));
    const refused = Promise.race(
      crowd.map((each) =>
        each.then((a) => (a.status === 503 ? a : new Promise<Response>(() => {}))),
      ),
    );
    const told = await refused;
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await told.text()).toContain('/nb/trouble/busy');
    expect((await ask(kept)).status).toBe(200);
    // The line is full while more keep coming, and only then.
    const form = async () => {
      crowd.push(...Array.from({ length: 300 }, () => ask('/nb/account/slow')));
      return (await ask('/sv/account', { method: 'POST', body: 'a=b' })).status;
    };
    await expect.poll(form, { timeout: 8000 }).toBe(503);
    const all = (await Promise.all(crowd)).map((answer) => answer.status);
    expect(new Set(all)).toEqual(new Set([200, 503]));
    const served = all.filter((status) => status === 200).length;
    expect(rendered.filter((url) => url === '/nb/account/slow').length).toBe(served);
    await expect.poll(async () => (await ask('/nb/account/slow')).status).toBe(200);
  }, 30_000);
});

function countConnections(): Promise<number> {
  return new Promise((done) => web.server.getConnections((_error, count) => done(count)));
}
