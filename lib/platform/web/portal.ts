import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DispatchFunc } from 'light-my-request';
import {
  addressOf,
  isAsset,
  lacksLanguage,
  languageOf,
  wantsDocument,
  wantsNavigation,
} from './addresses.ts';
import { type AsideRoute, asideRoute, takeAside } from './aside.ts';
import { disbelieve, isOurHost } from './client.ts';
import { refusalOf } from './form-refusal.ts';
import type { Hits } from './hits.ts';
import { OwnAnswers } from './own-answers.ts';
import type { PageCache } from './page-cache.ts';
import { newNonce, protectiveHeaders } from './protection.ts';
import { publicPage } from './public-routes.ts';
import { Renderer } from './rendering.ts';
import { Screens, screenOf } from './screens.ts';
import { sendPage, sendPlain } from './sending.ts';
import { type Shared, SharedPages } from './shared-pages.ts';
import { Telling } from './telling.ts';
import { overTls, type WebSettings } from './web-settings.ts';
import { Words } from './words.ts';

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/** Answers every request: who may ask, in which language, from where. */
export class Portal {
  readonly words: Words;
  readonly pages: SharedPages;
  readonly #handler: Handler;
  readonly #renderer: Renderer;
  readonly #telling: Telling;
  readonly #own: OwnAnswers;
  readonly #screens: Screens;
  readonly #hits: Hits;
  readonly #settings: WebSettings;
  readonly #headers: [string, string][];
  readonly #tls: boolean;

  constructor(handler: Handler, cache: PageCache, hits: Hits, settings: WebSettings) {
    this.#handler = handler;
    this.#renderer = new Renderer(handler as DispatchFunc, settings.pulse);
    this.pages = new SharedPages(cache, this.#renderer, settings);
    this.words = new Words(this.#renderer, (key, nonce) => this.pages.headers(key, nonce));
    this.#telling = new Telling(this.words, settings);
    this.#own = new OwnAnswers(this.#renderer, this.#telling, settings);
    this.#screens = new Screens(this.#renderer, this.#telling, (key) =>
      this.pages.headers(key, newNonce()),
    );
    this.#hits = hits;
    this.#settings = settings;
    this.#tls = overTls(settings);
    this.#headers = protectiveHeaders({ tls: this.#tls, dev: settings.dev });
  }

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of this.#headers) res.setHeader(name, value);
    disbelieve(req, this.#settings.proxies);
    const url = addressOf(req);
    if (!url) return this.#telling.tell(req, res, 400, 'refused');
    if (url.pathname === '/healthz') return sendPlain(res, 200, 'ok');
    if (url.pathname === '/readyz') return this.#ready(res);
    if (!this.#settings.anyHost && !isOurHost(req, this.#settings.url)) {
      return sendPlain(res, 421, 'This is not the portal you asked for.');
    }
    if (lacksLanguage(url)) return addLanguage(req, res, url);
    const page = publicPage(url);
    const from = { isPublic: Boolean(page), tls: this.#tls, renderer: this.#renderer };
    const aside = asideRoute(req, url.pathname);
    const refused = await refusalOf(req, res, { ...from, aside: aside !== null });
    if (refused) return this.#telling.tell(req, res, ...refused);
    if (this.#settings.files?.isFile(url.pathname)) return this.#file(req, res, url.pathname);
    if (page && wantsDocument(req)) return this.#public(req, res, page);
    if (page && wantsNavigation(req)) return this.#public(req, res, { ...page, navigation: true });
    const screen = wantsDocument(req) && req.method === 'GET' ? screenOf(url) : null;
    if (screen) return this.#screens.answer(req, res, screen);
    url.searchParams.delete('_rsc');
    req.headers['x-navet-path'] = url.pathname + url.search;
    if (isAsset(url.pathname)) return void (await this.#handler(req, res));
    hintSignedIn(req, res, this.#tls);
    const isPage = wantsDocument(req) && !/^\/(api|_next)\//.test(url.pathname);
    if (aside) return this.#withFiles(req, res, aside, isPage);
    return this.#own.answer(req, res, isPage);
  }

  /** A file that people have sent, for whoever may see it. */
  async #file(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      return this.#telling.tell(req, res, 405, 'refused');
    }
    if (await this.#settings.files?.answer(req, res, path)) return;
    return this.#telling.tell(req, res, 404, 'missing');
  }

  /** A form that brings files: they are put aside first, so that what is left is as small as any form. */
  async #withFiles(req: IncomingMessage, res: ServerResponse, aside: AsideRoute, isPage: boolean) {
    const taken = await takeAside(req, res, aside);
    if (taken === 'gone') return void res.destroy();
    if (taken === 'signIn') return askToSignIn(req, res);
    if (taken === 'missing') return this.#telling.tell(req.resume(), res, 404, 'missing');
    if ('why' in taken) return this.#telling.tell(req, res, taken.status, taken.why);
    await this.#own.answer(req, res, isPage, taken.payload).finally(taken.forget);
  }

  /** For whoever shares requests out between machines. */
  async #ready(res: ServerResponse): Promise<void> {
    const hindrance = await this.#settings.readiness.hindrance();
    res.setHeader('Cache-Control', 'no-store');
    sendPlain(res, hindrance ? 503 : 200, hindrance ?? 'ready');
  }

  /** A page that is the same for everyone: from the cache. */
  async #public(req: IncomingMessage, res: ServerResponse, page: Shared) {
    req.headers['x-navet-kind'] = 'public';
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD');
      return this.#telling.tell(req, res, 405, 'refused');
    }
    const found = await this.pages.find(page);
    if (!('etag' in found)) return this.#telling.send(req, res, found);
    sendPage(req, res, found, this.#hits.ready(found));
    this.#hits.learn(req.url, page);
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

/** Whoever has been signed out meanwhile signs in, and comes back to the page. */
function askToSignIn(req: IncomingMessage, res: ServerResponse) {
  const [path = ''] = String(req.url).split('?');
  req.resume();
  res.setHeader('Location', `/${languageOf(req)}/sign-in?next=${encodeURIComponent(path)}`);
  sendPlain(res, 303, '');
}

/** `/ostersund/showroom` → `/sv/ostersund/showroom`. */
function addLanguage(req: IncomingMessage, res: ServerResponse, url: URL) {
  const rest = url.pathname === '/' ? '' : url.pathname.replace(/\/+$/, '');
  res.setHeader('Location', `/${languageOf(req)}${rest}${url.search}`);
  res.setHeader('Vary', 'Accept-Language');
  sendPlain(res, 307, '');
}
