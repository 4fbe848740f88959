import { z } from 'zod';
import { fileNames, pictureAddress, type ShownFile, widthFor } from '#lib/media/rules.ts';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';

export const licences = ['OWN', 'PERMISSION', 'CC0', 'CC_BY', 'CC_BY_SA'] as const;
export type Licence = (typeof licences)[number];
/** What nobody has to be named for. */
const unnamed: readonly string[] = ['OWN', 'CC0'];

export const mediaLimits = { alt: 300, caption: 300, credit: 120, transcript: 10_000, name: 200 };
/** Most pictures and films of one demo. */
export const mostMedia = 20;
/** A transcript of fewer words is none. */
export const fewestWords = 5;

const words = (most: number, name: string) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim())
    .pipe(z.string().max(most, `media.refusals.tooLong.${name}`))
    .default('');
const byLocale = <S extends z.ZodType>(shape: S) =>
  z.object(Object.fromEntries(locales.map((each) => [each, shape])) as Record<Locale, S>);
const none = z.literal('');

/** A picture or film as a demo's owner uses it. Everything but the file may be empty until it is sent. */
export const mediaUse = z.object({
  file: z.guid(),
  kind: z.enum(['PICTURE', 'VIDEO']),
  /** What its sender's machine called it. */
  name: z.string().max(mediaLimits.name).default(''),
  alt: byLocale(words(mediaLimits.alt, 'alt')).prefault({}),
  caption: byLocale(words(mediaLimits.caption, 'caption')).prefault({}),
  credit: words(mediaLimits.credit, 'credit'),
  licence: z.union([none, z.enum(licences)]).default(''),
  /** The file of captions in each language. */
  captions: byLocale(z.union([none, z.guid()]).default('')).prefault({}),
  transcript: byLocale(words(mediaLimits.transcript, 'transcript')).prefault({}),
});
export type MediaUse = z.output<typeof mediaUse>;

/**
 * What is wrong with what is written of a picture or film, by field; what is not written yet is not wrong.
 */
export function wrongWithWords({ alt, caption, name }: MediaUse): Record<string, string> {
  const wrong: Record<string, string> = {};
  const names = [name, name.replace(/\.[^.]*$/, '')].map(plain).filter(Boolean);
  for (const locale of locales) {
    const said = plain(alt[locale]);
    if (said === '') continue;
    if (said === plain(caption[locale])) wrong[`alt.${locale}`] = 'altIsCaption';
    else if (names.includes(said)) wrong[`alt.${locale}`] = 'altIsName';
    else if (emptyWords.test(said)) wrong[`alt.${locale}`] = 'altSaysNothing';
  }
  return wrong;
}

// What some say in place of what is to be seen.
const emptyWords =
  /^(en |ei |et |an? |the )?(bild(en)?|bilde(t)?|image|picture|photo(graph)?|foto(t|grafi)?|film(en)?|video(n|en)?|logo(typ)?|skärmbild|skjermbilde|screenshot|img|dsc|pic)[\s\d._-]*$/;

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();

/** Why a picture or film cannot be shown yet; null when it can. `languages`: those the demo is written in. */
export function lacksInMedia(use: MediaUse, languages: readonly Locale[]): string | null {
  const [wrong] = Object.values(wrongWithWords(use));
  if (wrong) return wrong;
  const asked = languages.length > 0 ? languages : locales;
  if (!asked.some((locale) => use.alt[locale])) return 'noAlt';
  if (!use.licence) return 'noLicence';
  if (!unnamed.includes(use.licence) && !use.credit) return 'noCredit';
  return use.kind === 'VIDEO' && !canBeRead(use) ? 'noTranscript' : null;
}

/** Whether what a film says can be read: as captions, or as a transcript of at least a few words. */
export function canBeRead({ captions, transcript }: MediaUse): boolean {
  if (Object.values(captions).some(Boolean)) return true;
  return Object.values(transcript).some((text) => text.split(/\s+/).length >= fewestWords);
}

/** The picture that stands for a demo in lists: the first there is. */
export function coverOf(
  hub: string,
  media: readonly MediaUse[],
  files: ReadonlyMap<string, ShownFile>,
) {
  const use = media.find(({ kind }) => kind === 'PICTURE');
  const file = use && files.get(use.file);
  if (!use || !file || fileNames(file).length === 0) return { src: '', alt: {} };
  return { src: pictureAddress(hub, file, widthFor(file, 640)), alt: use.alt };
}
