import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as dial } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteRead } from '#lib/platform/rendering.ts';
import { feelPulse, type Pulse } from '#lib/platform/watch/pulse.ts';
import { readiness } from '#lib/platform/watch/readiness.ts';
import { Hits } from '#lib/platform/web/hits.ts';
import { PageCache } from '#lib/platform/web/page-cache.ts';
import { type Handler, Portal } from '#lib/platform/web/portal.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

let fresh: FreshDatabase;
let pulse: Pulse;
let wording = 'first';
const etags: string[] = [];

/** In Next's place: the whole page, or what its script asks for, with a script of the page's own. */
const page: Handler = (req, res) => {
  noteRead('nord', 'hub:read');
  const nonce = /nonce-([\w-]+)/.exec(String(req.headers['content-security-policy']))?.[1];
  res.setHeader('Content-Type', req.headers.rsc ? 'text/x-component' : 'text/html; charset=utf-8');
  const large = req.url?.includes('showroom') ? 'å'.repeat(9000) : '';
  res.end(`<h1>${wording} ${req.url}</h1>${large}<script nonce="${nonce}">run()</script>`);
};

type Both = { long: Server; short: Server; cache: PageCache; taken: () => number };
const both: Both[] = [];
const ways = [
  { url: 'http://localhost', anyHost: false, proxies: 0 },
  { url: 'https://navet.example', anyHost: false, proxies: 1 },
  { url: 'http://localhost', anyHost: true, proxies: 1 },
];

/** The same pages behind two servers: one always goes the long way round. */
async function serve(way: (typeof ways)[number]): Promise<Both> {
  const ready = readiness(fresh.url, [], pulse);
  const settings = { ...way, dev: false, pulse, readiness: ready, routeOf: () => 'page' };
  const cache = new PageCache(1e7);
  const hits = new Hits(cache, settings);
  const portal = new Portal(page, cache, hits, settings);
  let taken = 0;
  const listening = async (server: Server) => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return server;
  };
  const short = await listening(
    createServer((req, res) => {
      if (hits.answer(req, res)) taken += 1;
      else portal.answer(req, res);
    }),
  );
  const long = await listening(createServer((req, res) => portal.answer(req, res)));
  return { long, short, cache, taken: () => taken };
}

beforeAll(async () => {
  fresh = await freshDatabase();
  pulse = feelPulse(fresh.url);
  for (const way of ways) both.push(await serve(way));
});
afterAll(async () => {
  for (const { long, short } of both) for (const server of [long, short]) server.close();
  await pulse.stop();
  await fresh.close();
});

/** What comes back, byte by byte, but for the time, the name of the request and marks drawn by lot. */
function say(server: Server, lines: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const socket = dial((server.address() as AddressInfo).port, '127.0.0.1');
    const heard: Buffer[] = [];
    socket.on('data', (data) => heard.push(data));
    socket.on('error', fail);
    socket.on('close', () => done(comparable(Buffer.concat(heard).toString('latin1'))));
    socket.write(`${[...lines, 'Connection: close', '', ''].join('\r\n')}`);
  });
}

function comparable(answer: string): string {
  const end = answer.indexOf('\r\n\r\n');
  const [status = '', ...headers] = answer.slice(0, end).split('\r\n');
  const etag = /^etag: (.*)$/im.exec(answer)?.[1];
  if (etag && !etags.includes(etag)) etags.push(etag);
  const kept = headers.filter((line) => !/^(date|x-request-id):/i.test(line));
  const whole = [status, ...kept.sort(), answer.slice(end)].join('\n');
  return whole.replace(/nonce-[\w-]+|nonce="[\w-]+"/g, 'nonce');
}

const line = (name: string, ...values: string[]) =>
  fc.constantFrom('', ...values.map((value) => `${name}: ${value}`));
const paths = ['/sv', '/nb/nord', '/sv/nord/showroom', '/en/nord/organisations', '/sv/sign-in'];
const odd = ['/', '//sv', '/sv/', '/SV', '/sv/%6eord', '/sv/nord/../nord', '/sv/%', '/sv/%00'];
const queries = [
  '',
  '',
  '?',
  '?q=a',
  '?q=%61&x=1',
  '?x=1&q=a',
  '?_rsc=1',
  '?q=a&q=b',
  '#q',
  '?q=+',
];
const address = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...paths) },
  fc.constantFrom(...odd, '/healthz', '/favicon.svg', 'http://localhost/sv', '*'),
);
const request = fc.record({
  way: fc.nat({ max: ways.length - 1 }),
  method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'PUT', 'OPTIONS'),
  path: fc.tuple(address, fc.constantFrom(...queries)).map((parts) => parts.join('')),
  version: fc.constantFrom('1.1', '1.1', '1.0'),
  host: line(
    'Host',
    'localhost',
    'localhost',
    'localhost',
    'navet.example',
    'LOCALHOST',
    'other.example',
    'localhost:80',
  ),
  forwarded: line('X-Forwarded-Host', 'navet.example', 'navet.example', 'other.example'),
  accept: line(
    'Accept',
    'text/html',
    'text/html',
    '*/*',
    'text/html,*/*;q=0.8',
    'application/json',
    '',
  ),
  coding: line('Accept-Encoding', 'br', 'gzip, br', 'br;q=0, gzip', 'BR', 'gzip;q=0', '*', 'x'),
  rsc: line('RSC', '1', '0'),
  more: fc.constantFrom('', '', '', 'Next-Action: 1', 'Content-Security-Policy: x', 'X-Navet-A: b'),
  cookie: line('Cookie', 'navet-signed-in=1', 'next-auth.session-token=abc'),
  known: fc.nat({ max: 12 }),
});

describe('The short way to a kept page', () => {
  it('answers as the long way does, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ way, method, path, version, known, ...headers }) => {
        const { long, short } = both[way] as Both;
        const given = [etags[known], etags[0] && `W/${etags[0]}`, '*'][known % 3];
        const lines = [
          `${method} ${path} HTTP/${version}`,
          ...Object.values(headers).filter((each) => each !== ''),
          ...(given && known < 9 ? [`If-None-Match: ${given}`] : []),
        ];
        await say(short, lines);
        expect(await say(short, lines)).toBe(await say(long, lines));
      }),
      { numRuns: 1500 },
    );
    for (const { taken } of both) expect(taken()).toBeGreaterThan(20);
  }, 60_000);

  it('tells nothing that has changed since', async () => {
    const [{ short, cache, taken }] = both as [Both];
    const lines = ['GET /sv/nord/organisations HTTP/1.1', 'Host: localhost'];
    await say(short, lines);
    const before = taken();
    expect(await say(short, lines)).toContain('first');
    expect(taken()).toBe(before + 1);
    wording = 'later';
    cache.drop({ hub: 'nord', parts: [] });
    expect(await say(short, lines)).toContain('later');
  });
});
