import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import inject, { type DispatchFunc } from 'light-my-request';
import { logFault } from '../log.ts';
import { addressOf, lacksLanguage, languageOf, wantsDocument } from './addresses.ts';
import { type Page, PageCache, type Rendered } from './page-cache.ts';
import { publicHub } from './public-routes.ts';
import { sendPage, sendPlain, sendRendered, sendTrouble } from './sending.ts';
import { faultMark, type Trouble, troubleOf } from './trouble.ts';
import { turnstile } from './turnstile.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
export type Web = { server: Server; drop: (hub: string | null) => void };

const cacheBytes = 96 * 1024 * 1024;
const rendersAtOnce = 12;
const longestPlace = 5000;
const largestForm = 256 * 1024;

/** The portal's HTTP server: cached public pages, a language for every address, the rest to Next. */
export function createWeb(handler: Handler): Web {
  const cache = new PageCache(cacheBytes);
  const pass = turnstile(rendersAtOnce);
  // Someone who reads slowly keeps a place for a while, not for good.
  const render: Handler = (req, res) =>
    pass(() => Promise.race([handler(req, res), sleep(longestPlace, undefined, { ref: false })]));
  const portal = new Portal(render, cache);
  const server = createServer({ maxHeaderSize: 16_384 }, (req, res) => {
    portal.answer(req, res).catch((error) => broken(res, error));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return { server, drop: (hub) => cache.drop(hub) };
}

class Portal {
  readonly #render: Handler;
  readonly #cache: PageCache;

  constructor(render: Handler, cache: PageCache) {
    this.#render = render;
    this.#cache = cache;
  }

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of securityHeaders) res.setHeader(name, value);
    const url = addressOf(req);
    if (!url) return this.#trouble(req, res, 400, 'refused');
    if (url.pathname === '/healthz') return sendPlain(res, 200, 'ok');
    if (lacksLanguage(url)) return addLanguage(req, res, url);
    if (Number(req.headers['content-length'] ?? 0) > largestForm) {
      res.setHeader('Connection', 'close');
      return this.#trouble(req, res, 413, 'refused');
    }
    const hub = publicHub(url.pathname);
    if (hub !== undefined && wantsDocument(req)) return this.#public(req, res, url, hub);
    url.searchParams.delete('_rsc');
    req.headers['x-navet-path'] = url.pathname + url.search;
    hintSignedIn(req, res);
    if (wantsDocument(req) && !/^\/(api|_next)\//.test(url.pathname)) return this.#own(req, res);
    await this.#render(req, res);
  }

  /** A page that is the same for everyone: from the cache. */
  async #public(req: IncomingMessage, res: ServerResponse, url: URL, hub: string | null) {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      return this.#trouble(req, res, 405, 'refused');
    }
    url.searchParams.sort();
    const found = await this.#shared(req, url.pathname + url.search, hub);
    if ('etag' in found) return sendPage(req, res, found);
    return this.#send(req, res, found);
  }

  /** A page for its reader: rendered whole, so that trouble can still be put into words. */
  async #own(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { 'accept-encoding': _, ...headers } = req.headers;
    const method = req.method as 'GET';
    const body = method === 'GET' || req.method === 'HEAD' ? {} : { payload: req };
    const from = req.socket.remoteAddress;
    const asked = { method, url: req.url ?? '/', headers, ...body };
    const given = await inject(this.#render as DispatchFunc, {
      ...asked,
      ...(from && { remoteAddress: from }),
    });
    const answer = { status: given.statusCode, headers: given.headers, body: given.rawPayload };
    return this.#send(req, res, answer);
  }

  async #send(req: IncomingMessage, res: ServerResponse, answer: Rendered): Promise<void> {
    const type = String(answer.headers['content-type'] ?? '');
    const trouble = troubleOf(answer.status, type, answer.body);
    if (trouble) return this.#trouble(req, res, answer.status, trouble);
    return sendRendered(req, res, answer);
  }

  /** In the reader's language, whole without script; a fault gets a number that the log has, too. */
  async #trouble(req: IncomingMessage, res: ServerResponse, status: number, kind: Trouble) {
    const page = await this.#shared(req, `/${languageOf(req)}/trouble/${kind}`, null);
    if (!('etag' in page)) return sendPlain(res, status, 'Something went wrong.');
    const number =
      kind === 'broken' ? logFault(new Error(`Answered ${status}`), req.url ?? '') : '';
    sendTrouble(req, res, status, page.plain.toString().replaceAll(faultMark, number));
  }

  /** Rendered once for all: no cookie, no authorisation, no wish of this reader's reaches the page. */
  async #shared(req: IncomingMessage, key: string, hub: string | null): Promise<Page | Rendered> {
    const headers = { host: req.headers.host ?? 'localhost', 'x-navet-path': key };
    const render = async () => {
      const asked = { method: 'GET' as const, url: key, headers };
      const given = await inject(this.#render as DispatchFunc, asked);
      return { status: given.statusCode, headers: given.headers, body: given.rawPayload };
    };
    return this.#cache.get(key) ?? (await this.#cache.fill(key, hub, render));
  }
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

/** `/ostersund/showroom` → `/sv/ostersund/showroom`. */
function addLanguage(req: IncomingMessage, res: ServerResponse, url: URL) {
  const rest = url.pathname === '/' ? '' : url.pathname.replace(/\/+$/, '');
  res.setHeader('Location', `/${languageOf(req)}${rest}${url.search}`);
  res.setHeader('Vary', 'Accept-Language');
  sendPlain(res, 307, '');
}

function broken(res: ServerResponse, error: unknown) {
  const id = logFault(error, 'web');
  if (!res.headersSent) sendPlain(res, 500, `Something went wrong. Fault ${id}`);
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
