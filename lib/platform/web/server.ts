import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { DispatchFunc } from 'light-my-request';
import { changesPerClient, countTry } from '../limits.ts';
import { log, logFault } from '../log.ts';
import { noting } from '../rendering.ts';
import { sessionIn } from '../session/reader.ts';
import { answering, nameOf } from '../watch/asking.ts';
import { countRefusal } from '../watch/metrics.ts';
import type { Pulse } from '../watch/pulse.ts';
import type { Readiness } from '../watch/readiness.ts';
import {
  addressOf,
  isAsset,
  lacksLanguage,
  languageOf,
  wantsDocument,
  wantsNavigation,
} from './addresses.ts';
import { disbelieve, isCrossSite, isOurHost } from './client.ts';
import type { OwnPages } from './own-pages.ts';
import type { Page, Rendered } from './page.ts';
import { PageCache } from './page-cache.ts';
import {
  contentPolicy,
  markedScripts,
  newNonce,
  protectiveHeaders,
  unmarked,
} from './protection.ts';
import { type PublicPage, publicPage } from './public-routes.ts';
import { record } from './record.ts';
import { type Attempt, Renderer } from './rendering.ts';
import { sendOwn, sendPage, sendPlain, sendRendered, sendTrouble } from './sending.ts';
import {
  boundConnections,
  contentOf,
  cutSlowReader,
  limits,
  type Patience,
  usualPatience,
} from './slowness.ts';
import { faultMark, type Trouble, troubleOf, withReader } from './trouble.ts';
import { Words } from './words.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
export type Web = {
  server: Server;
  cache: PageCache;
  /** Makes ready what must be there when nothing else is. */
  warm: () => Promise<void>;
  /** Makes pages for everyone ready, one after the other, so that they go on when the database goes. */
  make: (addresses: readonly string[]) => Promise<void>;
};
export type WebSettings = {
  /** The address people use. */
  url: string;
  /** Whether other names than that may be asked for: at demonstrations and while developing. */
  anyHost: boolean;
  /** Trusted reverse proxies in front. */
  proxies: number;
  /** While the code changes under it, scripts come in ways that a policy would refuse. */
  dev: boolean;
  /** Whether the database answers. */
  pulse: Pulse;
  /** What keeps this process from its work. */
  readiness: Readiness;
  /** The page a path belongs to: what the log says in place of the path, which may name people. */
  routeOf: (path: string) => string;
  patience?: Patience;
  /** Who is signed in with these cookies, by name; null for nobody. */
  readerOf?: (cookies: string) => Promise<string | null>;
  /** Lists that their readers look at again. */
  ownPages?: OwnPages;
  /** Whether a page for everyone at a hub may be read from a replica just now. */
  mayReadReplica?: (hub: string | null) => Promise<boolean>;
};

/** A page for everyone, whole or as Next's script asks for it. */
type Shared = PublicPage & { navigation?: true };

const cacheBytes = 96 * 1024 * 1024;
const largestForm = 256 * 1024;
/** Seconds after which it is worth trying again. */
const tryAgain = { away: 5, busy: 3 };

/** The portal's HTTP server: cached public pages, a language for every address, the rest to Next. */
export function createWeb(handler: Handler, settings: WebSettings): Web {
  const { patience = usualPatience } = settings;
  const cache = new PageCache(cacheBytes, (what, key, why) =>
    log.warn(what, { route: settings.routeOf(key), why }),
  );
  const portal = new Portal(handler, cache, settings);
  const server = createServer(limits(patience), (req, res) => {
    const begun = performance.now();
    const id = nameOf(req, settings.proxies);
    res.setHeader('X-Request-Id', id);
    answering(id, async () => {
      await portal.answer(req, res).catch((error) => broken(res, error));
      cutSlowReader(res, patience);
      record(req, res, performance.now() - begun, settings.routeOf);
    });
  });
  boundConnections(server);
  const make = async (addresses: readonly string[]) => {
    for (const address of addresses) await portal.make(address).catch(() => {});
  };
  return { server, cache, warm: () => portal.words.warm(), make };
}

class Portal {
  readonly words: Words;
  readonly #handler: Handler;
  readonly #renderer: Renderer;
  readonly #cache: PageCache;
  readonly #settings: WebSettings;
  readonly #headers: [string, string][];
  readonly #tls: boolean;

  constructor(handler: Handler, cache: PageCache, settings: WebSettings) {
    this.#handler = handler;
    this.#renderer = new Renderer(handler as DispatchFunc, settings.pulse);
    this.words = new Words(this.#renderer, (key, nonce) => this.#headersForAll(key, nonce));
    this.#cache = cache;
    this.#settings = settings;
    this.#tls = settings.url.startsWith('https:');
    this.#headers = protectiveHeaders(this.#tls);
  }

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of this.#headers) res.setHeader(name, value);
    disbelieve(req, this.#settings.proxies);
    const url = addressOf(req);
    if (!url) return this.#trouble(req, res, 400, 'refused');
    if (url.pathname === '/healthz') return sendPlain(res, 200, 'ok');
    if (url.pathname === '/readyz') return this.#ready(res);
    if (!this.#settings.anyHost && !isOurHost(req, this.#settings.url)) {
      return sendPlain(res, 421, 'This is not the portal you asked for.');
    }
    if (lacksLanguage(url)) return addLanguage(req, res, url);
    const page = publicPage(url);
    const refused = await this.#refusal(req, res, page);
    if (refused) return this.#trouble(req, res, ...refused);
    if (page && wantsDocument(req)) return this.#public(req, res, page);
    if (page && wantsNavigation(req)) return this.#public(req, res, { ...page, navigation: true });
    url.searchParams.delete('_rsc');
    req.headers['x-navet-path'] = url.pathname + url.search;
    if (isAsset(url.pathname)) return void (await this.#handler(req, res));
    hintSignedIn(req, res, this.#tls);
    return this.#own(req, res, wantsDocument(req) && !/^\/(api|_next)\//.test(url.pathname));
  }

  async make(address: string): Promise<void> {
    const page = publicPage(new URL(address, this.#settings.url));
    if (page) await this.#shared(page);
  }

  /** For whoever shares requests out between machines. */
  async #ready(res: ServerResponse): Promise<void> {
    const hindrance = await this.#settings.readiness.hindrance();
    res.setHeader('Cache-Control', 'no-store');
    sendPlain(res, hindrance ? 503 : 200, hindrance ?? 'ready');
  }

  /** Why a request that would change something is not even looked at; null to go on. */
  async #refusal(
    req: IncomingMessage,
    res: ServerResponse,
    page: PublicPage | undefined,
  ): Promise<[number, Trouble] | null> {
    if (req.method === 'GET' || req.method === 'HEAD') return null;
    if (req.method !== 'POST') {
      res.setHeader('Allow', page ? 'GET, HEAD' : 'GET, HEAD, POST');
      return [405, 'refused'];
    }
    if (isCrossSite(req, this.#tls)) return [403, 'refused'];
    const without = this.#renderer.refusal();
    if (without) return [503, without];
    const { 'content-length': length, 'transfer-encoding': unmeasured } = req.headers;
    if (unmeasured || Number(length ?? 0) > largestForm) {
      res.setHeader('Connection', 'close');
      return [unmeasured ? 411 : 413, 'refused'];
    }
    const wait = await countTry(changesPerClient, String(req.headers['x-navet-client']));
    if (wait === 0) return null;
    res.setHeader('Retry-After', wait);
    return [429, 'hasty'];
  }

  /** A page that is the same for everyone: from the cache. */
  async #public(req: IncomingMessage, res: ServerResponse, page: Shared) {
    req.headers['x-navet-kind'] = 'public';
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      return this.#trouble(req, res, 405, 'refused');
    }
    const found = await this.#shared(page);
    if (!('etag' in found)) return this.#send(req, res, found);
    if (this.#settings.dev) res.removeHeader('Content-Security-Policy');
    else res.setHeader('Content-Security-Policy', contentPolicy(found.scripts));
    return sendPage(req, res, found);
  }

  /**
   * For its reader alone: rendered whole, so that trouble can still be put into words and a slow reader
   * keeps nobody waiting.
   */
  async #own(req: IncomingMessage, res: ServerResponse, isPage: boolean): Promise<void> {
    const { 'accept-encoding': _, ...headers } = req.headers;
    const nonce = newNonce();
    const policy = contentPolicy(isPage ? markedScripts(nonce) : "'none'");
    if (isPage) headers['content-security-policy'] = policy;
    const method = req.method as 'GET';
    const payload = method === 'GET' || req.method === 'HEAD' ? undefined : await contentOf(req);
    if (payload === null) return void res.destroy();
    const address = `${req.url}`;
    const session = isPage && !payload ? await this.#sessionOf(req) : null;
    const known = session ? await this.#settings.ownPages?.find(session, address) : null;
    if (known) return sendOwn(req, res, known);
    const from = req.socket.remoteAddress;
    const asked = { method, url: req.url ?? '/', headers };
    const { result: answer, rendering } = await noting(false, () =>
      this.#renderer.render(
        { ...asked, ...(payload && { payload }), ...(from && { remoteAddress: from }) },
        () => res.destroyed,
      ),
    );
    if (!this.#settings.dev) res.setHeader('Content-Security-Policy', policy);
    else res.removeHeader('Content-Security-Policy');
    // A form that leads elsewhere is not sent there once more (RFC 9110 §15.4.4).
    if (req.method === 'POST' && answer.status === 307) answer.status = 303;
    await (isPage || answer.without
      ? this.#send(req, res, answer)
      : sendRendered(req, res, answer));
    if (session) this.#settings.ownPages?.keep(session, address, answer, nonce, rendering);
  }

  async #sessionOf({ method, headers: { cookie = '' } }: IncomingMessage): Promise<string | null> {
    if (method !== 'GET' || !this.#settings.ownPages || !/next-auth/.test(cookie)) return null;
    return sessionIn(cookie);
  }

  async #send(req: IncomingMessage, res: ServerResponse, answer: Attempt): Promise<void> {
    const type = String(answer.headers['content-type'] ?? '');
    const trouble = answer.without ?? troubleOf(answer.status, type, answer.body);
    if (trouble) return this.#trouble(req, res, answer.status, trouble);
    return sendRendered(req, res, answer);
  }

  /** In the reader's language, whole without script; a fault gets a number that the log has, too. */
  async #trouble(req: IncomingMessage, res: ServerResponse, status: number, kind: Trouble) {
    countRefusal(kind);
    if (kind === 'away' || kind === 'busy') res.setHeader('Retry-After', tryAgain[kind]);
    const page = await this.words.find(languageOf(req), kind);
    if (!page) return sendPlain(res, status, 'Something went wrong.');
    const number =
      kind === 'broken'
        ? logFault(new Error(`Answered ${status}`), this.#settings.routeOf(req.url ?? ''))
        : '';
    const text = page.plain.toString().replaceAll(faultMark, number);
    const { cookie = '' } = req.headers;
    // Whoever is not signed in costs no query, and trouble with the database none either.
    const ask = kind === 'missing' && /next-auth\.session-token=./.test(cookie);
    const reader = ask ? await this.#settings.readerOf?.(cookie).catch(() => null) : null;
    sendTrouble(req, res, status, reader ? withReader(text, reader) : text);
  }

  async #shared(page: Shared): Promise<Page | Rendered> {
    const name = page.navigation ? `navigation ${page.key}` : page.key;
    const render = () => this.#renderForAll(page);
    return this.#cache.get(name) ?? (await this.#cache.fill(name, render));
  }

  /** Rendered once for all: no cookie, no authorisation, no wish of this reader's reaches the page. */
  async #renderForAll({ key, hub, navigation }: Shared, mayReplica = true): Promise<Attempt> {
    const nonce = newNonce();
    const headers = { ...this.#headersForAll(key, nonce), ...(navigation && { rsc: '1' }) };
    // Next takes a request of its script only with this mark of which headers it has: none of ours.
    const mark = navigation ? `${key.includes('?') ? '&' : '?'}_rsc` : '';
    const asked = { method: 'GET' as const, url: key + mark, headers };
    const replica = mayReplica && ((await this.#settings.mayReadReplica?.(hub)) ?? false);
    const noted = await noting(replica, () => this.#renderer.render(asked));
    const { result: given, rendering } = noted;
    // A replica that fails in the middle is no reason to fail.
    if (replica && given.status >= 500) {
      return this.#renderForAll({ key, hub, ...(navigation && { navigation }) }, false);
    }
    const { reads } = rendering;
    const [personal = null] = rendering.personal;
    // Every page of a hub reads something: one that seems not to has hidden what it read.
    if (hub !== null && reads.size === 0) reads.add(`${hub} *`);
    return { ...given, ...unmarked(given.body, nonce), reads, personal };
  }

  #headersForAll(key: string, nonce: string) {
    return {
      host: new URL(this.#settings.url).host,
      'x-navet-path': key,
      'content-security-policy': contentPolicy(markedScripts(nonce)),
    };
  }
}

// Public pages are the same for everyone; this cookie, which says nothing of whom, lets their script
// ask for the reader's name only when there is one.
function hintSignedIn(req: IncomingMessage, res: ServerResponse, tls: boolean) {
  const cookies = req.headers.cookie ?? '';
  const signedIn = /next-auth\.session-token=./.test(cookies);
  if (signedIn === /navet-signed-in=1/.test(cookies)) return;
  const life = signedIn ? '1; Max-Age=43200' : '; Max-Age=0';
  res.appendHeader(
    'Set-Cookie',
    `navet-signed-in=${life}; Path=/; SameSite=Lax${tls ? '; Secure' : ''}`,
  );
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
