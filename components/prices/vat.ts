import type { Option } from '#components/ui/form/fields.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { VatClass } from '#lib/prices/rules.ts';
import { numberOf } from './money.ts';

type Named = Pick<VatClass, 'category' | 'percent'>;

/** How the law taxes something, in words. */
export function vatWord(locale: Locale, { category, percent }: Named): string {
  const values = { percent: numberOf(locale, percent) };
  return translator(locale, 'prices')(`vatKinds.${category}`, values);
}

export function vatOptions(locale: Locale, vatClasses: readonly VatClass[]): Option[] {
  return vatClasses.map((each) => ({ value: each.code, label: vatWord(locale, each) }));
}
