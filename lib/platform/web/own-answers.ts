import type { IncomingMessage, ServerResponse } from 'node:http';
import { noting } from '../rendering.ts';
import { sessionIn } from '../session/reader.ts';
import { contentPolicy, markedScripts, newNonce } from './protection.ts';
import type { Renderer } from './rendering.ts';
import { sendOwn, sendRendered } from './sending.ts';
import { contentOf } from './slowness.ts';
import type { Telling } from './telling.ts';
import type { WebSettings } from './web-settings.ts';

/** Answers for one reader alone. */
export class OwnAnswers {
  readonly #renderer: Renderer;
  readonly #telling: Telling;
  readonly #settings: WebSettings;

  constructor(renderer: Renderer, telling: Telling, settings: WebSettings) {
    this.#renderer = renderer;
    this.#telling = telling;
    this.#settings = settings;
  }

  /**
   * Rendered whole, so that trouble can still be put into words and a slow reader keeps nobody waiting.
   * @param taken what a form holds, where that has been read already
   */
  async answer(
    req: IncomingMessage,
    res: ServerResponse,
    isPage: boolean,
    taken?: Buffer,
  ): Promise<void> {
    const { dev, ownPages } = this.#settings;
    const payload = taken ?? (await payloadOf(req));
    if (payload === null) return void res.destroy();
    const address = `${req.url}`;
    const session = isPage && !payload ? await this.#sessionOf(req) : null;
    const known = session ? await ownPages?.find(session, address) : null;
    if (known) return sendOwn(req, res, known);
    const nonce = newNonce();
    const policy = contentPolicy(isPage ? markedScripts(nonce) : "'none'");
    const { result: answer, rendering } = await noting(false, () =>
      this.#renderer.render(asked(req, payload, isPage ? policy : null), () => res.destroyed),
    );
    if (!dev) res.setHeader('Content-Security-Policy', policy);
    // A form that leads elsewhere is not sent there once more (RFC 9110 §15.4.4).
    if (req.method === 'POST' && answer.status === 307) answer.status = 303;
    await (isPage || answer.without
      ? this.#telling.send(req, res, answer)
      : sendRendered(req, res, answer));
    if (session) ownPages?.keep(session, address, answer, nonce, rendering);
  }

  async #sessionOf({ method, headers: { cookie = '' } }: IncomingMessage): Promise<string | null> {
    if (method !== 'GET' || !this.#settings.ownPages || !/next-auth/.test(cookie)) return null;
    return sessionIn(cookie);
  }
}

/** What a form holds; undefined when there is none, null when its sender has gone. */
async function payloadOf(req: IncomingMessage): Promise<Buffer | null | undefined> {
  return req.method === 'GET' || req.method === 'HEAD' ? undefined : contentOf(req);
}

function asked(req: IncomingMessage, payload: Buffer | undefined, policy: string | null) {
  const { 'accept-encoding': _, ...headers } = req.headers;
  if (policy) headers['content-security-policy'] = policy;
  const from = req.socket.remoteAddress;
  return {
    method: req.method as 'GET',
    url: req.url ?? '/',
    headers,
    ...(payload && { payload }),
    ...(from && { remoteAddress: from }),
  };
}
