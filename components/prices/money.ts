import { Refusal } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';

export type Country = 'SE' | 'NO';
const currencies = { SE: 'SEK', NO: 'NOK' } as const;

/** Öre as kronor of a country, as the reader writes them. */
export function moneyOf(locale: Locale, country: Country, ore: number): string {
  const currency = currencies[country];
  // In both countries money is kr, and it is the house's own that is meant.
  const currencyDisplay = locale === 'en' ? 'symbol' : 'narrowSymbol';
  return formatter(locale, 'UTC').number(ore / 100, {
    style: 'currency',
    currency,
    currencyDisplay,
  });
}

/** A refusal that tells what something costs, with the amount in words; any other error as it is. */
export function withMoney(error: unknown, locale: Locale, country: Country): unknown {
  if (!(error instanceof Refusal)) return error;
  const { agreedOre } = (error.detail ?? {}) as { agreedOre?: number };
  if (agreedOre === undefined) return error;
  const amount = moneyOf(locale, country, agreedOre);
  return new Refusal(error.code, error.fields, error.detail, { ...error.values, amount });
}

/** Hundredths as a number. */
export function numberOf(locale: Locale, hundredths: number): string {
  return formatter(locale, 'UTC').number(hundredths / 100, { maximumFractionDigits: 2 });
}

/** A calendar day of the database. */
export function dayIn(locale: Locale, date: Date): string {
  return formatter(locale, 'UTC').dateTime(date, { dateStyle: 'medium' });
}

/** A month of the database: "november 2026". */
export function monthIn(locale: Locale, month: Date | string): string {
  const style = { month: 'long', year: 'numeric' } as const;
  return formatter(locale, 'UTC').dateTime(new Date(month), style);
}
