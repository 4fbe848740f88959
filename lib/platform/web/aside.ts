import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { countTry, type Limit } from '../limits.ts';
import { enterOrganisation } from '../scope.ts';
import { sessionIn } from '../session/reader.ts';
import { asideFolder, type UploadMark } from '../uploads.ts';

const mebibyte = 1024 * 1024;
/**
 * The addresses whose forms may bring files, each with the most bytes a file may have. A file that has more is
 * read on and thrown away up to twice as much, so that its sender reads why in place of a broken connection.
 */
export const asideRoutes: Record<string, number> = {
  '/:locale/:hub/:org/demos/:demo/media': 200 * mebibyte,
  '/:locale/:hub/:org/demos/:demo/media/:media': 1 * mebibyte,
  '/:locale/:hub/:org/demos/import': 3 * mebibyte,
};
/** How long a file may take: on a slow line a film takes minutes. */
export const longestUpload = 15 * 60_000;
const largestRest = 256 * 1024;
const mostAtOnce = 4;
const perSession: Limit = { name: 'upload', most: 120, minutes: 10 };

const patterns = Object.entries(asideRoutes).map(([route, most]) => ({
  most,
  pattern: new RegExp(
    `^${route.replace(/:(?!locale)\w+/g, '([a-z0-9-]+)').replace(':locale', '(?:sv|nb|en)')}$`,
  ),
}));

export type AsideRoute = { hub: string; organisation: string; most: number };

/** Whether a request brings a form with files to an address that takes them. */
export function asideRoute(req: IncomingMessage, path: string): AsideRoute | null {
  if (req.method !== 'POST' || !/^multipart\/form-data/i.test(req.headers['content-type'] ?? ''))
    return null;
  for (const { pattern, most } of patterns) {
    const [, hub = '', organisation = ''] = pattern.exec(path) ?? [];
    if (hub) return { hub, organisation, most };
  }
  return null;
}

/** The form without its files, and what to do once it is answered. */
export type Taken = { payload: Buffer; forget: () => Promise<void> };
export type Untaken =
  | { status: number; why: 'refused' | 'busy' | 'hasty' }
  | 'signIn'
  | 'missing'
  | 'gone';
let underWay = 0;

/** Reads a form and puts its files aside, for somebody who may send them; in their place stand marks. */
export async function takeAside(
  req: IncomingMessage,
  res: ServerResponse,
  route: AsideRoute,
): Promise<Taken | Untaken> {
  if (Number(req.headers['content-length'] ?? 0) > 2 * route.most + largestRest) {
    res.setHeader('Connection', 'close');
    return { status: 413, why: 'refused' };
  }
  const refused = await refusal(req, route);
  if (refused) return refused;
  underWay += 1;
  try {
    return await read(req, route);
  } finally {
    underWay -= 1;
  }
}

async function refusal(req: IncomingMessage, route: AsideRoute): Promise<Untaken | null> {
  if (underWay >= mostAtOnce) return { status: 503, why: 'busy' };
  const session = await sessionIn(req.headers.cookie ?? '');
  if (!session) return 'signIn';
  const scope = await enterOrganisation(session, route.hub, route.organisation).catch(() => null);
  if (!scope?.may('demo:draft')) return 'missing';
  return (await countTry(perSession, session)) > 0 ? { status: 429, why: 'hasty' } : null;
}

type Part = { name: string; value: string };

async function read(req: IncomingMessage, { most }: AsideRoute): Promise<Taken | Untaken> {
  await mkdir(asideFolder(), { recursive: true, mode: 0o700 });
  const parts: Part[] = [];
  const paths: string[] = [];
  const writing: Promise<void>[] = [];
  let rest = 0;
  const form = new Busboy({
    headers: req.headers as BusboyHeaders,
    limits: { fileSize: most, files: 4, fields: 300, fieldSize: largestRest },
  });
  form.on('field', (name, value) => {
    rest += value.length;
    if (rest <= largestRest) parts.push({ name, value });
  });
  form.on('file', (name, file, filename) => {
    const part = { name, value: '' };
    parts.push(part);
    const id = crypto.randomUUID();
    const path = join(asideFolder(), id);
    paths.push(path);
    writing.push(
      write(file, path).then((bytes) => {
        const over = (file as Readable & { truncated?: boolean }).truncated === true;
        const mark: UploadMark = { upload: id, name: filename ?? '', bytes, over };
        // A field that was left empty comes as a file without name and content.
        if (filename || bytes > 0) part.value = JSON.stringify(mark);
      }),
    );
  });
  const forget = async () => {
    for (const path of paths) await unlink(path).catch(() => {});
  };
  try {
    await pipeline(req, form);
    await Promise.all(writing);
  } catch {
    await Promise.allSettled(writing);
    await forget();
    return 'gone';
  }
  if (rest > largestRest) {
    await forget();
    return { status: 413, why: 'refused' };
  }
  return { payload: rebuilt(req, parts), forget };
}

async function write(file: Readable, path: string): Promise<number> {
  const to = createWriteStream(path, { mode: 0o600 });
  file.pipe(to);
  await finished(to);
  return to.bytesWritten;
}

/** The same form once more, without files, as small as any other. */
function rebuilt(req: IncomingMessage, parts: readonly Part[]): Buffer {
  const boundary = `navet-${crypto.randomUUID()}`;
  const quoted = (name: string) => name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
  const lines = parts.map(
    ({ name, value }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const payload = Buffer.from(`${lines.join('')}--${boundary}--\r\n`);
  req.headers['content-type'] = `multipart/form-data; boundary=${boundary}`;
  req.headers['content-length'] = String(payload.length);
  return payload;
}
