import {
  ALL_FORMATS,
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { Refusal } from '#lib/platform/errors.ts';

export type VideoType = 'video/mp4' | 'video/webm';

/**
 * Packs a film anew, packet by packet and as it was coded, without the tags a phone writes beside it (where it
 * was, whose it is).
 * @throws Refusal for what is no film that can be read
 */
export async function makeVideo(path: string, type: VideoType, to: string) {
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error('no pictures in it');
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
    const format =
      type === 'video/webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false });
    const output = new Output({ format, target: new FilePathTarget(to) });
    const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false });
    if (
      !conversion.isValid ||
      conversion.discardedTracks.some(({ track: { type } }) => type !== 'subtitle')
    )
      throw new Error('a track that does not fit');
    await conversion.execute();
    return { width, height };
  } catch {
    throw new Refusal('refusals.invalid', { file: 'media.refusals.unreadable' });
  }
}
