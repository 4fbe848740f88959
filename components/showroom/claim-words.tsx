import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Demo } from '#lib/showroom/detail.ts';

type Claim = Demo['claims'][number];

/** Whether a claim's check has run out on a day. */
export function ranOut({ expiresOn }: Claim, today: Date): boolean {
  return expiresOn !== null && expiresOn < today;
}

/** What a claim rests on, with its address where it has one. */
export function Source({ claim: { source, sourceUrl } }: { claim: Claim }) {
  return sourceUrl ? <a href={sourceUrl}>{source || sourceUrl}</a> : source;
}

/** Who checked a claim, when, and until when that holds. */
export function checkWords(locale: Locale, { checkedBy, checkedOn, expiresOn }: Claim): string {
  const day = (date: Date | null) =>
    date ? formatter(locale, 'UTC').dateTime(date, { dateStyle: 'medium' }) : '–';
  const values = { by: checkedBy, on: day(checkedOn), until: day(expiresOn) };
  return translator(locale, 'showroom')('checked', values);
}
