import type { Country } from '#components/prices/money.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Sums } from '#lib/sharing/reads.ts';
import { oreText } from './ore.ts';

type Props = { locale: Locale; country: Country; sums: Sums };

/** How much of the plan is confirmed: a bar, and the same in words. Nothing but what is confirmed counts. */
export function Thermometer({ locale, country, sums: { plan, confirmed, bodies } }: Props) {
  const t = translator(locale, 'sharing');
  const money = (ore: bigint) => oreText(locale, country, ore);
  if (plan === null || plan === 0n) {
    return <p className="m-0">{t('noPlan', { confirmed: money(confirmed) })}</p>;
  }
  const share = Number((confirmed * 10_000n) / plan) / 10_000;
  const percent = formatter(locale, 'UTC').number(share, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const values = { confirmed: money(confirmed), plan: money(plan), bodies, percent };
  return (
    <div>
      <div
        aria-hidden="true"
        className="h-5 overflow-hidden rounded-full border border-neutral-border-subtle bg-neutral-surface-tinted"
      >
        <div
          className="h-full bg-success-base-default"
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </div>
      <p className="m-0 mt-2">{t('sumsText', values)}</p>
    </div>
  );
}
