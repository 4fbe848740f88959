import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, unlink } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Upload } from '#lib/platform/uploads.ts';
import { checkCaptions } from './captions.ts';
import { makePicture } from './pictures.ts';
import {
  type MediaKind,
  mostBytes,
  placeOf,
  placesOf,
  type ShownFile,
  takenTypes,
} from './rules.ts';
import { type Bytes, store } from './store.ts';
import { makeVideo, type VideoType } from './videos.ts';

const shown = {
  ...{ id: true, sha256: true, kind: true, type: true, width: true },
  ...{ height: true, widths: true, avif: true },
} as const;

type Made = Pick<ShownFile, 'type' | 'width' | 'height' | 'widths' | 'avif'> & {
  kind: MediaKind;
  bytes: number;
  files: { name: string; bytes: Bytes }[];
  /** What was written on this machine and is not needed once it is kept. */
  written?: string;
};

/**
 * Takes a picture or film of one's own organisation, told by what is in it. Members may. The same file sent
 * twice is one file.
 * @throws Refusal at `file` for what is too large, of another type, or cannot be read
 */
export async function sendMedia(scope: Scope, upload: Upload): Promise<ShownFile> {
  const type = (await fileTypeFromFile(upload.path))?.mime ?? '';
  const kind = takenTypes[type];
  if (!kind) refuse('file', 'type');
  if (upload.bytes > mostBytes[kind]) refuse('file', `tooLarge.${kind}`);
  return keep(scope, upload, () =>
    kind === 'PICTURE' ? picture(upload) : video(upload, type as VideoType),
  );
}

/** Takes captions of one's own organisation. Members may. @throws Refusal at `captionsFile` */
export async function sendCaptions(scope: Scope, upload: Upload): Promise<ShownFile> {
  if (upload.bytes > mostBytes.CAPTIONS) refuse('captionsFile', 'tooLarge.CAPTIONS');
  return keep(scope, upload, async () => {
    const text = checkCaptions(await readFile(upload.path));
    const bare = { width: null, height: null, widths: [], avif: [] };
    const files = [{ name: '0.vtt', bytes: text }];
    return { kind: 'CAPTIONS', type: 'text/vtt', bytes: text.length, ...bare, files };
  });
}

async function picture({ path }: Upload): Promise<Made> {
  const made = await makePicture(path);
  const bytes = made.files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { kind: 'PICTURE', type: 'image/webp', ...made, bytes };
}

async function video({ path }: Upload, type: VideoType): Promise<Made> {
  const written = `${path}.packed`;
  const size = await makeVideo(path, type, written);
  const { size: bytes } = await stat(written);
  const name = `0.${type === 'video/mp4' ? 'mp4' : 'webm'}`;
  const files = [{ name, bytes: { path: written, bytes } }];
  return { kind: 'VIDEO', type, ...size, widths: [], avif: [], bytes, files, written };
}

async function keep(scope: Scope, upload: Upload, make: () => Promise<Made>): Promise<ShownFile> {
  const sha256 = await hashOf(upload.path);
  const known = await findAgain(scope, sha256);
  if (known) return known;
  const { files, written, ...made } = await make();
  const file = { ...made, id: crypto.randomUUID(), sha256 };
  const keys = placesOf(scope.hub.id, file);
  try {
    for (const { name, bytes } of files)
      await store().put(placeOf(scope.hub.id, file, name), bytes);
    if (await add(scope, file)) return file;
  } catch (error) {
    await store()
      .remove(keys)
      .catch(() => {});
    throw error;
  } finally {
    if (written) await unlink(written).catch(() => {});
  }
  // A colleague sent the same this moment.
  await store().remove(keys);
  return (await findAgain(scope, sha256)) ?? refuse('file', 'unreadable');
}

/** @returns whether it is the first of its kind; the bytes lie there already */
async function add(scope: Scope, file: ShownFile & { bytes: number }): Promise<boolean> {
  return scope.write('demo:draft', async (db, deed) => {
    const whose = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const data = [{ ...file, ...whose, madeById: scope.person.id, madeAt: dateOf(now()) }];
    const { count } = await db.mediaFile.createMany({ data, skipDuplicates: true });
    deed.record('mediaSent', 'media', file.id, { type: file.type, bytes: file.bytes });
    return count === 1;
  });
}

/** What was sent before is as new, so that it is not removed while it is put to use. */
async function findAgain(scope: Scope, sha256: string): Promise<ShownFile | null> {
  const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, sha256 };
  const find = (db: Handle) => db.mediaFile.findFirst({ where, select: shown });
  if (!(await scope.read('demo:draft', find))) return null;
  return scope.write('demo:draft', async (db, deed) => {
    await db.mediaFile.updateMany({ where, data: { madeAt: dateOf(now()) } });
    const file = await find(db);
    deed.record('mediaSent', 'media', file?.id ?? scope.hub.id, { changed: false });
    return file;
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('hex');
}

function refuse(field: string, code: string): never {
  throw new Refusal('refusals.invalid', { [field]: `media.refusals.${code}` });
}
