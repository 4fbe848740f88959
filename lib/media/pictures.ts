import sharp from 'sharp';
import { Refusal } from '#lib/platform/errors.ts';

/** The widths pictures are shown in; a narrower picture comes in its own as well. */
const shownWidths = [320, 640, 1280, 1920];
/** Decoded, a picture takes four bytes a point. */
const mostPoints = 50_000_000;
const longest = { seconds: 30 };

export type MadePicture = {
  width: number;
  height: number;
  widths: number[];
  /** The widths in which AVIF is smaller than WebP. */
  avif: number[];
  files: { name: string; bytes: Buffer }[];
};

// One picture at a time, and one thread for it: readers of pages are not to notice.
sharp.concurrency(1);
let line: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture ready to be shown: turned as the camera held it, without anything it says of where, when and
 * by whom it was taken, in every size a page asks for.
 * @throws Refusal for what is no picture, or has more points than can be decoded
 */
export async function makePicture(path: string): Promise<MadePicture> {
  const work = line.then(() => make(path));
  line = work.catch(() => {});
  return work;
}

async function make(path: string): Promise<MadePicture> {
  const picture = await decoded(path);
  const { width, height } = picture.info;
  const own = Math.min(width, shownWidths.at(-1) as number);
  const widths = [...shownWidths.filter((each) => each < own), own];
  const made: MadePicture = { width: own, height: heightAt(own), widths, avif: [], files: [] };
  function heightAt(of: number): number {
    return Math.max(1, Math.round((height * of) / width));
  }
  for (const each of widths) {
    const sized = sharp(picture.data, { raw: { ...picture.info } }).resize(each, heightAt(each));
    const webp = await sized.clone().webp({ quality: 80 }).toBuffer();
    const avif = await sized.clone().avif({ quality: 55, effort: 2 }).toBuffer();
    made.files.push({ name: `${each}.webp`, bytes: webp });
    if (avif.length >= webp.length) continue;
    made.avif.push(each);
    made.files.push({ name: `${each}.avif`, bytes: avif });
  }
  return made;
}

/** The bare points: nothing that was written beside them goes on from here. */
async function decoded(path: string) {
  try {
    return await sharp(path, { limitInputPixels: mostPoints, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      .resize(1920, 16_000, { fit: 'inside', withoutEnlargement: true })
      .timeout(longest)
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    const tooLarge = /pixel limit/i.test((error as Error).message);
    throw new Refusal('refusals.invalid', {
      file: tooLarge ? 'media.refusals.tooManyPoints' : 'media.refusals.unreadable',
    });
  }
}
