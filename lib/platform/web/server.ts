import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import inject, { type DispatchFunc } from 'light-my-request';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { logFault } from '../log.ts';
import { type Page, PageCache, type Rendered } from './page-cache.ts';
import { publicHub } from './public-routes.ts';
import { turnstile } from './turnstile.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
export type Web = { server: Server; drop: (hub: string | null) => void };

const cacheBytes = 96 * 1024 * 1024;
const longestAddress = 2000;
const rendersAtOnce = 12;
const longestPlace = 5000;
const readsNoLanguage = /^\/(api|_next|d|demos|hubs)(\/|$)|\.[a-z0-9]{2,5}$/;

/** The portal's HTTP server: cached public pages, a language for every address, the rest to Next. */
export function createWeb(handler: Handler): Web {
  const cache = new PageCache(cacheBytes);
  const pass = turnstile(rendersAtOnce);
  // Someone who reads slowly keeps a place for a while, not for good.
  const render: Handler = (req, res) =>
    pass(() => Promise.race([handler(req, res), sleep(longestPlace, undefined, { ref: false })]));
  const server = createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    answer(req, res, render, cache).catch((error) => broken(res, error));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return { server, drop: (hub) => cache.drop(hub) };
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  render: Handler,
  cache: PageCache,
) {
  for (const [name, value] of securityHeaders) res.setHeader(name, value);
  const url = addressOf(req);
  if (!url) return plain(res, 400, 'Bad request');
  if (url.pathname === '/healthz') return plain(res, 200, 'ok');
  const first = url.pathname.split('/')[1] ?? '';
  if (!isLocale(first) && !readsNoLanguage.test(url.pathname)) return addLanguage(req, res, url);
  const hub = publicHub(url.pathname);
  if (hub !== undefined && isDocument(req)) return servePage(req, res, render, cache, url, hub);
  req.headers['x-navet-path'] = url.pathname + url.search;
  hintSignedIn(req, res);
  await render(req, res);
}

// Public pages are the same for everyone; this cookie, which says nothing of whom, lets their script
// ask for the reader's name only when there is one.
function hintSignedIn(req: IncomingMessage, res: ServerResponse) {
  const cookies = req.headers.cookie ?? '';
  const signedIn = /next-auth\.session-token=./.test(cookies);
  if (signedIn === /navet-signed-in=1/.test(cookies)) return;
  const life = signedIn ? '1; Max-Age=43200' : '; Max-Age=0';
  res.appendHeader('Set-Cookie', `navet-signed-in=${life}; Path=/; SameSite=Lax`);
}

async function servePage(
  req: IncomingMessage,
  res: ServerResponse,
  render: Handler,
  cache: PageCache,
  url: URL,
  hub: string | null,
) {
  url.searchParams.sort();
  const key = url.pathname + url.search;
  const page = cache.get(key) ?? (await cache.fill(key, hub, () => renderAlone(render, key, req)));
  if ('etag' in page) return sendPage(req, res, page);
  for (const [name, value] of Object.entries(page.headers)) {
    if (value !== undefined && !/^(connection|transfer-encoding)$/.test(name))
      res.setHeader(name, value);
  }
  res.statusCode = page.status;
  res.end(req.method === 'HEAD' ? undefined : page.body);
}

/** Renders for nobody in particular: no cookie, no authorisation, no client hints reach the page. */
async function renderAlone(render: Handler, key: string, req: IncomingMessage): Promise<Rendered> {
  const headers = { host: req.headers.host ?? 'localhost', 'x-navet-path': key };
  const given = await inject(render as DispatchFunc, { method: 'GET', url: key, headers });
  return { status: given.statusCode, headers: given.headers, body: given.rawPayload };
}

function sendPage(req: IncomingMessage, res: ServerResponse, page: Page) {
  res.setHeader('ETag', page.etag);
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  res.setHeader('Vary', 'Accept-Encoding');
  if (req.headers['if-none-match'] === page.etag) {
    res.statusCode = 304;
    return res.end();
  }
  const accepts = String(req.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain';
  if (encoding !== 'plain') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Type', page.type);
  res.setHeader('Content-Length', page[encoding].length);
  res.end(req.method === 'HEAD' ? undefined : page[encoding]);
}

function addressOf(req: IncomingMessage): URL | null {
  const given = req.url ?? '';
  if (given.length > longestAddress || !given.startsWith('/') || given.startsWith('//'))
    return null;
  try {
    // PostgreSQL keeps no such character, and nobody types it.
    if (decodeURI(given).includes('\0')) return null;
    return new URL(given, 'http://portal');
  } catch {
    return null;
  }
}

// Next asks for parts of a page with headers of its own; those answers are not documents.
function isDocument(req: IncomingMessage): boolean {
  const asked = req.method === 'GET' || req.method === 'HEAD';
  return asked && req.headers.rsc === undefined && req.headers['next-action'] === undefined;
}

/** `/ostersund/showroom` → `/sv/ostersund/showroom`, in the first language the browser asks for. */
function addLanguage(req: IncomingMessage, res: ServerResponse, url: URL) {
  const rest = url.pathname === '/' ? '' : url.pathname.replace(/\/+$/, '');
  res.setHeader('Location', `/${preferred(req)}${rest}${url.search}`);
  res.setHeader('Vary', 'Accept-Language');
  plain(res, 307, '');
}

function preferred(req: IncomingMessage): Locale {
  const asked = String(req.headers['accept-language'] ?? '').toLowerCase();
  const ranked = asked.split(',').map((part) => part.trim().slice(0, 2));
  const known = ranked.map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag));
  return (known.find((tag) => isLocale(tag)) as Locale) ?? defaultLocale;
}

function plain(res: ServerResponse, status: number, text: string) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(text);
}

function broken(res: ServerResponse, error: unknown) {
  const id = logFault(error, 'web');
  if (!res.headersSent) plain(res, 500, `Something went wrong. Fault ${id}`);
  else res.destroy();
}

const securityHeaders = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  [
    'Content-Security-Policy',
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  ],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=()'],
] as const;
