import type { Tone } from '#components/ui/tag.tsx';
import type { LeaseRow } from '#lib/leases/reads.ts';
import type { LeaseStanding } from '#lib/leases/rules.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

/** A day (YYYY-MM-DD) in words. */
export function dayWords(locale: Locale, day: string): string {
  return formatter(locale, 'UTC').dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'long' });
}

/** From when to when. */
export function periodOf(locale: Locale, lease: Pick<LeaseRow, 'validFrom' | 'lastDay'>): string {
  const t = translator(locale, 'leases');
  const from = dayWords(locale, lease.validFrom);
  if (lease.lastDay === null) return t('fromUntilNotice', { from });
  return t('fromTo', { from, to: dayWords(locale, lease.lastDay) });
}

/** Öre in the money of the hub's country. */
export function moneyOf(locale: Locale, country: 'SE' | 'NO', ore: number): string {
  const currency = country === 'SE' ? 'SEK' : 'NOK';
  const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return formatter(locale, 'UTC').number(ore / 100, style);
}

export function placesOf(
  locale: Locale,
  { places }: { places: readonly Pick<LeaseRow['places'][number], 'name'>[] },
): string {
  return places.map(({ name }) => inLocale(name, locale)).join(', ');
}

export const tones: Record<LeaseStanding, Tone> = {
  DRAFT: 'neutral',
  OFFERED: 'warning',
  SIGNED: 'info',
  ACTIVE: 'success',
  NOTICE: 'warning',
  ENDED: 'neutral',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
};
