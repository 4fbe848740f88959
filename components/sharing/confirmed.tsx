import type { Country } from '#components/prices/money.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Sums } from '#lib/sharing/reads.ts';
import { Thermometer } from './thermometer.tsx';

type Props = { locale: Locale; country: Country; sums: Sums | null };

/** For everyone who sees a project: how much of its cost is confirmed; nothing while it has no plan. */
export function ConfirmedSums({ locale, country, sums }: Props) {
  if (!sums?.plan) return null;
  return (
    <section className="mt-8 max-w-3xl" aria-labelledby="confirmed">
      <h2 className="ds-heading" data-size="sm" id="confirmed">
        {translator(locale, 'sharing')('sums')}
      </h2>
      <Thermometer locale={locale} country={country} sums={sums} />
    </section>
  );
}
