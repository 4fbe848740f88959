import { WebVTTParser } from 'webvtt-parser';
import { Refusal } from '#lib/platform/errors.ts';

/**
 * Captions as WebVTT, checked line by line.
 * @throws Refusal that names the first line that is wrong; for captions without words, too
 */
export function checkCaptions(bytes: Buffer): Buffer {
  const text = decoded(bytes);
  const { cues, errors } = new WebVTTParser().parse(text, 'subtitles');
  const [first] = errors;
  if (first) refuse('captionsLine', { line: first.line });
  if (!cues.some((cue) => cue.text.trim() !== '')) refuse('captionsEmpty');
  return Buffer.from(text);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return refuse('captionsLetters');
  }
}

function refuse(code: string, values: Record<string, number> = {}): never {
  throw new Refusal('refusals.invalid', { captionsFile: `media.refusals.${code}` }, null, values);
}
