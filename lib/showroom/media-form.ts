import { z } from 'zod';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { licences, type MediaUse, mediaLimits } from './media.ts';
import type { Words } from './media-drafts.ts';

const words = (name: 'alt' | 'caption' | 'credit' | 'transcript') =>
  z.string().trim().max(mediaLimits[name], `media.refusals.tooLong.${name}`).default('');

/** Names of the fields of a text in three languages: `alt.sv`. */
const fields = <N extends 'alt' | 'caption' | 'transcript'>(name: N) =>
  Object.fromEntries(locales.map((locale) => [`${name}.${locale}`, words(name)])) as {
    [F in `${N}.${Locale}`]: ReturnType<typeof words>;
  };

const language = z.enum(locales).default('sv');

/** What is written of a picture or film, field by field as the form has it. */
export const mediaForm = z
  .object({
    seen: z.string().max(40),
    credit: words('credit'),
    licence: z.union([z.literal(''), z.enum(licences)]).default(''),
    captionsLanguage: language,
    captionsRemove: z.array(z.string()).default([]),
  })
  .extend(fields('alt'))
  .extend(fields('caption'))
  .extend(fields('transcript'))
  .transform((form) => {
    const { seen, credit, licence, captionsLanguage: locale, captionsRemove, ...texts } = form;
    const said = { credit, licence, ...inLanguages(texts) };
    return { seen, words: said as Words, locale, remove: captionsRemove.length > 0 };
  });

function inLanguages(texts: Record<string, unknown>) {
  const of = (name: string) =>
    Object.fromEntries(locales.map((locale) => [locale, texts[`${name}.${locale}`] ?? '']));
  return { alt: of('alt'), caption: of('caption'), transcript: of('transcript') };
}

/** What the form begins with. */
export function formOf({ alt, caption, transcript, credit, licence }: MediaUse, locale: Locale) {
  const texts = Object.entries({ alt, caption, transcript }).flatMap(([name, text]) =>
    Object.entries(text).map(([each, said]) => [`${name}.${each}`, said]),
  );
  const rest = { credit, licence, captionsLanguage: locale };
  return { ...(Object.fromEntries(texts) as Record<string, string>), ...rest };
}

export const mediaMoveForm = z.object({
  file: z.guid(),
  move: z.enum(['first', 'earlier', 'later', 'remove']),
});
