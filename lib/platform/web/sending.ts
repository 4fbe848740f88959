import type { IncomingMessage, ServerResponse } from 'node:http';
import { codingOf } from './addresses.ts';
import type { OwnPage } from './own-pages.ts';
import { type Page, type Rendered, zippedQuickly } from './page.ts';
import { contentPolicy, withoutScripts } from './protection.ts';
import type { ReadyPage } from './ready.ts';

const ownHeaders = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive']);

/**
 * A kept page, in the best coding the browser takes; nothing but its name when it has it already.
 * @param own what is said of this answer alone
 */
export function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  { etag }: Page,
  page: ReadyPage,
  own: readonly string[] = [],
): void {
  const known = req.headers['if-none-match'] === etag;
  const coded = page[codingOf(req, page.br !== null)] ?? page.plain;
  const { head, body } = known ? page.known : coded;
  res.writeHead(known ? 304 : 200, [...head, ...own]);
  if (known || req.method === 'HEAD') res.end();
  else res.end(body, 'latin1');
}

/** An answer rendered for this reader alone, compressed in one piece. */
export function sendRendered(req: IncomingMessage, res: ServerResponse, answer: Rendered): void {
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || ownHeaders.has(name)) continue;
    if (name === 'set-cookie') res.appendHeader(name, value as string[]);
    else res.setHeader(name, value);
  }
  res.statusCode = answer.status;
  const squeeze = answer.body.length > 1000 && codingOf(req, false) !== 'plain';
  if (squeeze) res.setHeader('Content-Encoding', 'gzip');
  finish(req, res, squeeze ? zippedQuickly(answer.body) : answer.body);
}

/** A page that its reader has had before, and that is still true. */
export function sendOwn(req: IncomingMessage, res: ServerResponse, page: OwnPage): void {
  for (const [name, value] of Object.entries(page.headers)) {
    if (value !== undefined && !ownHeaders.has(name)) res.setHeader(name, value);
  }
  res.setHeader('Content-Security-Policy', contentPolicy(page.scripts));
  const squeeze = codingOf(req, false) !== 'plain';
  if (squeeze) res.setHeader('Content-Encoding', 'gzip');
  finish(req, res, squeeze ? page.gzip : page.plain);
}

/** A page that needs no script and is kept by nobody: about trouble, or on a screen at a door. */
export function sendWithoutScripts(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  text: string,
) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  finish(req, res, Buffer.from(withoutScripts(text)));
}

export function sendPlain(res: ServerResponse, status: number, text: string): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.end(text);
}

function finish(req: IncomingMessage, res: ServerResponse, body: Buffer): void {
  res.setHeader('Content-Length', body.length);
  res.end(req.method === 'HEAD' ? undefined : body);
}
