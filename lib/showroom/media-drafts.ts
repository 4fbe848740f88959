import type { ShownFile } from '#lib/media/rules.ts';
import { sendCaptions, sendMedia } from '#lib/media/sending.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Upload } from '#lib/platform/uploads.ts';
import type { DemoContent } from './content.ts';
import {
  coverOf,
  type MediaUse,
  mediaLimits,
  mediaUse,
  mostMedia,
  wrongWithWords,
} from './media.ts';
import { findMediaFiles } from './media-reads.ts';
import { findOwnDemo } from './version-reads.ts';
import { saveDraft } from './versions.ts';

const mostTries = 5;

/**
 * Puts a picture or film last among those of one's own draft. Members may.
 * @returns the file's id, which is its name in the draft
 * @throws Refusal at `file`; `noDraft` while nothing may be changed
 */
export async function addMedia(scope: Scope, id: string, upload: Upload): Promise<string> {
  const { last } = await findOwnDemo(scope, id);
  if (last.state !== 'DRAFT') throw new Refusal('showroom.refusals.noDraft');
  if (last.content.media.length >= mostMedia) refuse({ file: 'tooMany' });
  const file = await sendMedia(scope, upload);
  const name = upload.name.slice(-mediaLimits.name);
  const use = mediaUse.parse({ file: file.id, kind: file.kind, name });
  await change(scope, id, (media) => {
    if (media.some((each) => each.file === file.id)) return refuse({ file: 'twice' });
    return media.length >= mostMedia ? refuse({ file: 'tooMany' }) : [...media, use];
  });
  return file.id;
}

/** What is written of one; its captions by language are changed apart. */
export type Words = Pick<MediaUse, 'alt' | 'caption' | 'credit' | 'licence' | 'transcript'>;
/** Captions in a language: a new file, or that there are none any longer. */
export type CaptionsChange = { locale: Locale; upload: Upload | null; remove: boolean };

/**
 * Saves what is written of a picture or film. Members may. `seen` is the mark of what the form showed.
 * @throws Refusal by field; `stale` with what a colleague wrote meanwhile as detail
 */
export async function saveMedia(
  scope: Scope,
  id: string,
  fileId: string,
  { seen, words, captions }: { seen: string; words: Words; captions: CaptionsChange },
): Promise<void> {
  const { last } = await findOwnDemo(scope, id);
  const before = oneOf(last.content.media, fileId);
  const wrong = wrongWithWords({ ...before, ...words });
  if (Object.keys(wrong).length > 0) refuse(wrong);
  const track = captions.upload ? (await sendCaptions(scope, captions.upload)).id : null;
  await change(scope, id, (media) => {
    const use = oneOf(media, fileId);
    if (markOf(use) !== seen) throw new Refusal('showroom.refusals.stale', {}, { newer: use });
    const tracks = { ...use.captions };
    if (track || captions.remove) tracks[captions.locale] = track ?? '';
    const changed = { ...use, ...words, captions: tracks };
    return media.map((each) => (each.file === fileId ? changed : each));
  });
}

export type Move = 'first' | 'earlier' | 'later' | 'remove';

/** Moves one among the others, or takes it out. Members may. */
export async function moveMedia(
  scope: Scope,
  id: string,
  fileId: string,
  move: Move,
): Promise<void> {
  await change(scope, id, (media) => {
    const use = oneOf(media, fileId);
    const from = media.indexOf(use);
    const rest = media.filter((each) => each !== use);
    if (move === 'remove') return rest;
    const to = move === 'first' ? 0 : Math.max(0, from + (move === 'later' ? 1 : -1));
    return rest.toSpliced(to, 0, use);
  });
}

/** What a form showed of one: another mark when a colleague has saved since. */
export function markOf({ alt, caption, credit, licence, captions, transcript }: MediaUse): string {
  const text = JSON.stringify([alt, caption, credit, licence, captions, transcript]);
  let sum = 0;
  for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  return `${text.length}-${sum >>> 0}`;
}

function oneOf(media: readonly MediaUse[], fileId: string): MediaUse {
  const use = media.find(({ file }) => file === fileId);
  if (!use) throw new NotFound('media');
  return use;
}

/** On what is newest, whatever else of the draft a colleague saves meanwhile. */
async function change(
  scope: Scope,
  id: string,
  work: (media: readonly MediaUse[]) => MediaUse[],
  triesLeft = mostTries,
): Promise<void> {
  const { last } = await findOwnDemo(scope, id);
  const media = work(last.content.media);
  const files = await findMediaFiles(scope, media);
  try {
    await saveDraft(scope, id, last.revision, {
      media,
      ...cover(scope, last.content, media, files),
    });
  } catch (error) {
    const stale = error instanceof Refusal && error.code === 'showroom.refusals.stale';
    if (!stale || triesLeft <= 1) throw error;
    await change(scope, id, work, triesLeft - 1);
  }
}

function cover(
  { hub }: Scope,
  { picture }: DemoContent,
  media: MediaUse[],
  files: ReadonlyMap<string, ShownFile>,
): Partial<DemoContent> {
  const first = coverOf(hub.slug, media, files);
  // A drawing of the seed stays until there is a picture in its place.
  if (first.src === '' && !picture.src.startsWith('/media/')) return {};
  return { picture: { src: first.src, alt: { sv: '', nb: '', en: '', ...first.alt } } };
}

function refuse(fields: Record<string, string>): never {
  const coded = Object.entries(fields).map(([field, code]) => [field, `media.refusals.${code}`]);
  throw new Refusal('refusals.invalid', Object.fromEntries(coded));
}
