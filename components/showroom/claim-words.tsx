import { NotTranslated, Written } from '#components/ui/written.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';
import { claimValue } from './demo-words.ts';

type Claim = Demo['claims'][number];

/** Whether a claim's check has run out on a day. */
export function ranOut({ expiresOn }: Claim, today: Date): boolean {
  return expiresOn !== null && expiresOn < today;
}

type Props = { locale: Locale; claim: Claim };

/** Words of a claim that its owner wrote, read aloud in the language they are in. */
export function Own({ locale, claim, text }: Props & { text: string }) {
  return <Written text={{ [claim.language || locale]: text }} locale={locale} />;
}

/** What a claim says, and that it is not in the reader's language where that is so. */
export function Value({ locale, claim }: Props) {
  const { key, value, language } = claim;
  const said = claimValue(locale, key, value);
  if (said !== value) return said;
  return (
    <>
      <Own locale={locale} claim={claim} text={value} />{' '}
      {value && <NotTranslated text={{ [language || locale]: value }} locale={locale} />}
    </>
  );
}

/** What a claim rests on, with its address where it has one. */
export function Source({ locale, claim }: Props) {
  const { source, sourceUrl } = claim;
  const words = <Own locale={locale} claim={claim} text={source || sourceUrl} />;
  return sourceUrl ? <a href={sourceUrl}>{words}</a> : words;
}

/** Who checked a claim, when, and until when that holds. */
export function checkWords(locale: Locale, { checkedBy, checkedOn, expiresOn }: Claim): string {
  const day = (date: Date | null) =>
    date ? formatter(locale, 'UTC').dateTime(date, { dateStyle: 'medium' }) : '–';
  const values = { by: checkedBy, on: day(checkedOn), until: day(expiresOn) };
  return translator(locale, 'showroom')('checked', values);
}
