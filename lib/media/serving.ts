import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import parseRange from 'range-parser';
import { sessionIn } from '#lib/platform/session/reader.ts';
import type { Change } from '#lib/platform/web/page-cache.ts';
import type { FileServer } from '#lib/platform/web/web-settings.ts';
import { type Asked, askedIn, type Found, findForReader, findShown } from './finding.ts';
import { type Span, store } from './store.ts';

const mostKept = 48 * 1024 * 1024;
const aYear = 31_536_000;
const mostShown = 20_000;
/** A player that is paused takes nothing for long; it asks again for what it lacks. */
const idle = 120_000;

const told = ['ETag', 'Accept-Ranges', 'Content-Range', 'Content-Length', 'Cache-Control'];

type Ready = Found & { shown: boolean; content: Buffer | null };

/**
 * Answers with pictures, films and captions. What something shown uses is kept in memory, pictures with their
 * bytes, and costs neither a query nor a session until something in the showroom changes.
 */
export function mediaServer(): FileServer {
  const shown = new LRUCache<string, Found>({ max: mostShown, ttl: 15 * 60_000 });
  const contents = new LRUCache<string, Buffer>({
    maxSize: mostKept,
    sizeCalculation: (content) => content.length + 200,
  });
  let changes = 0;

  const find = async (asked: Asked, req: IncomingMessage): Promise<Ready | null> => {
    const key = `${asked.hub}/${asked.sha256}-${asked.name}`;
    const before = changes;
    const found = shown.get(key) ?? (await findShown(asked));
    if (!found) return hidden(asked, req);
    if (before === changes) shown.set(key, found);
    const content = found.bytes === null ? await contentOf(found, contents) : null;
    return found.bytes === null && !content ? null : { ...found, shown: true, content };
  };

  return {
    isFile: (path) => askedIn(path) !== null,
    answer: async (req, res, path) => {
      const asked = askedIn(path);
      const ready = asked && (await find(asked, req));
      return ready ? send(req, res, ready, `"${path.slice(path.lastIndexOf('/') + 1)}"`) : false;
    },
    drop: ({ hub, parts }: Change) => {
      if (parts.length > 0 && !parts.includes('showroom:read')) return;
      changes += 1;
      for (const key of shown.keys()) if (!hub || key.startsWith(`${hub}/`)) shown.delete(key);
    },
  };
}

async function hidden(asked: Asked, req: IncomingMessage): Promise<Ready | null> {
  const session = await sessionIn(req.headers.cookie ?? '');
  const found = session ? await findForReader(asked, session) : null;
  if (!found) return null;
  const content = found.bytes === null ? await contentOf(found) : null;
  return found.bytes === null && !content ? null : { ...found, shown: false, content };
}

async function contentOf({ place }: Found, kept?: LRUCache<string, Buffer>) {
  const known = kept?.get(place);
  if (known) return known;
  const stream = await store().read(place);
  const content = stream && (await buffer(stream));
  if (content) kept?.set(place, content);
  return content;
}

async function send(req: IncomingMessage, res: ServerResponse, ready: Ready, etag: string) {
  const size = ready.content?.length ?? ready.bytes ?? 0;
  res.setHeader('Content-Type', ready.type === 'text/vtt' ? 'text/vtt; charset=utf-8' : ready.type);
  const kept = ready.shown ? `public, max-age=${aYear}, immutable` : 'private, no-cache';
  res.setHeader('Cache-Control', kept);
  res.setHeader('ETag', etag);
  res.setHeader('Accept-Ranges', 'bytes');
  if (req.headers['if-none-match'] === etag) return end(res, 304);
  const span = spanOf(req, size, etag);
  if (span === 'outside') {
    res.setHeader('Content-Range', `bytes */${size}`);
    return end(res, 416);
  }
  if (span) res.setHeader('Content-Range', `bytes ${span.start}-${span.end}/${size}`);
  res.setHeader('Content-Length', span ? span.end - span.start + 1 : size);
  if (req.method === 'HEAD') return end(res, span ? 206 : 200);
  const { content } = ready;
  if (content)
    return end(res, span ? 206 : 200, span ? content.subarray(span.start, span.end + 1) : content);
  return stream(res, ready, span);
}

async function stream(res: ServerResponse, { place }: Ready, span: Span | null): Promise<boolean> {
  const bytes = await store().read(place, span ?? undefined);
  if (!bytes) {
    for (const name of told) res.removeHeader(name);
    return false;
  }
  res.statusCode = span ? 206 : 200;
  res.setTimeout(idle, () => res.destroy());
  // Whoever stops watching breaks it off.
  await pipeline(bytes, res).catch(() => {});
  return true;
}

/** One span, as players ask; several at once are answered with the whole. */
function spanOf({ headers }: IncomingMessage, size: number, etag: string): Span | 'outside' | null {
  const { range, 'if-range': condition } = headers;
  if (!range || (condition !== undefined && condition !== etag)) return null;
  const spans = parseRange(size, range, { combine: true });
  if (spans === -1) return 'outside';
  if (spans === -2 || spans.type !== 'bytes' || spans.length !== 1) return null;
  return spans[0] ?? null;
}

function end(res: ServerResponse, status: number, body?: Buffer): true {
  res.statusCode = status;
  res.end(body);
  return true;
}
