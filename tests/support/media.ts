import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { asideFolder, type Upload } from '#lib/platform/uploads.ts';

/**
 * A photograph as a phone takes it: held on its side (so that it is to be turned), with where and by what it
 * was taken. Red above and blue below once it is turned.
 */
export async function photograph(wide = 800, high = 600): Promise<Buffer> {
  // As the sensor sees it before turning clockwise: what will be above lies to the left.
  const half = await sharp({
    create: { width: Math.floor(wide / 2), height: high, channels: 3, background: '#c81e1e' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width: wide, height: high, channels: 3, background: '#1e3cc8' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'Kameramakaren', Artist: 'Någon Annan', Copyright: `unik ${wide}×${high}` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 10/1 45/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A film of a moving square, a second long. With words after its end it is another file that shows the same. */
export async function film(name: 'door.webm' | 'door.mp4', after = ''): Promise<Buffer> {
  const bytes = await readFile(join(import.meta.dirname, 'files', name));
  return after ? Buffer.concat([bytes, Buffer.from(after)]) : bytes;
}

export const captions = (words = 'Dörren öppnas.') =>
  Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\n${words}\n`);

/** A file as the web server puts it aside. */
export function uploaded(bytes: Buffer, name: string): Upload {
  mkdirSync(asideFolder(), { recursive: true });
  const path = join(asideFolder(), crypto.randomUUID());
  writeFileSync(path, bytes);
  return { name, bytes: bytes.length, path };
}

export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
