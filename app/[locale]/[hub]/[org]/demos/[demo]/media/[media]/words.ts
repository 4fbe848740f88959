import type { MediaFormWords } from '#components/showroom/media-form.tsx';
import { type Locale, locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { licences, type MediaUse } from '#lib/showroom/media.ts';

const names = ['alt', 'caption', 'transcript'] as const;

/** The words of the form about a picture or film, for a component that the browser has, too. */
export function mediaWords(locale: Locale, { captions }: MediaUse): MediaFormWords {
  const t = translator(locale, 'media');
  const there = locales.filter((each) => captions[each]).map((each) => t(`languages.${each}`));
  const list = new Intl.ListFormat(locale);
  const labels = names.flatMap((name) =>
    locales.map((each) => [`${name}.${each}`, t(`edit.${name}.${each}`)]),
  );
  return {
    labels: Object.fromEntries(labels),
    altHint: t('edit.altHint'),
    captionHint: t('edit.captionHint'),
    credit: t('edit.credit'),
    creditHint: t('edit.creditHint'),
    licence: t('edit.licence'),
    licences: [
      { value: '', label: t('edit.choose') },
      ...licences.map((value) => ({ value, label: t(`licences.${value}`) })),
    ],
    captionsTitle: t('edit.captionsTitle'),
    captionsText: t('edit.captionsText'),
    captionsThere:
      there.length > 0 ? t('edit.captionsThere', { languages: list.format(there) }) : '',
    captionsFile: t('edit.captionsFile'),
    captionsHint: t('edit.captionsHint'),
    captionsLanguage: t('edit.captionsLanguage'),
    captionsRemove: t('edit.captionsRemove'),
    languages: locales.map((value) => ({ value, label: t(`languages.${value}`) })),
    save: t('edit.save'),
    newer: t('edit.newer'),
  };
}
