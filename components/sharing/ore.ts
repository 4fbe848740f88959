import { type Country, moneyOf } from '#components/prices/money.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';

/** Öre as kronor of a country. Sums are bounded far below where a number would lose an öre. */
export function oreText(locale: Locale, country: Country, ore: bigint): string {
  return moneyOf(locale, country, Number(ore));
}

/** Öre as one types kronor: "1250000,50". */
export function oreTyped(ore: bigint): string {
  const cents = (ore % 100n).toString().padStart(2, '0');
  return `${ore / 100n}${cents === '00' ? '' : `,${cents}`}`;
}
