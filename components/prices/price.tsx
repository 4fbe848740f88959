import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Quote, SumQuote } from '#lib/prices/quotes.ts';
import type { BookingPrice } from '#lib/prices/reads.ts';
import { vatOf } from '#lib/prices/rules.ts';
import { type Country, moneyOf } from './money.ts';

/** `returned`: what was taken from a plan or pass has been given back. */
type Told = Quote & { lateFeeOre?: number | null; returned?: boolean };
type Props = { locale: Locale; country: Country; price: Told | null };

/** What something costs: net, VAT and both, how it comes to that, and what was paid beforehand. */
export function Price({ locale, country, price }: Props) {
  const t = translator(locale, 'prices');
  if (!price || price.unitOre === 0) return t('quote.included');
  const money = (ore: number) => moneyOf(locale, country, ore);
  const { unit, quantity, unitOre, discountOre, netOre, vatOre, totalOre, lateFeeOre } = price;
  const values = { net: money(netOre), vat: money(vatOre), total: money(totalOre) };
  const counted = t(`counted.${unit}`, { count: quantity / 100 });
  return (
    <>
      {netOre === 0 ? values.net : t(vatOre === 0 ? 'quote.noVat' : 'quote.sum', values)}
      <span className="quiet block text-base font-normal">
        {t('quote.how', { counted, price: money(unitOre) })}
      </span>
      {discountOre > 0 && (
        <span className="quiet block text-base font-normal">
          {t(price.returned ? 'quote.returned' : 'quote.off', { amount: money(discountOre) })}
        </span>
      )}
      {lateFeeOre ? (
        <span className="block text-base">{t('quote.fee', { fee: money(lateFeeOre) })}</span>
      ) : null}
    </>
  );
}

type SumProps = { locale: Locale; country: Country; count: number; price: SumQuote | null };

/** What several days come to together, and whether something of it is paid for already. */
export function SumOfDays({ locale, country, count, price }: SumProps) {
  const t = translator(locale, 'prices');
  if (!price) return <p>{t('quote.included')}</p>;
  const money = (ore: number) => moneyOf(locale, country, ore);
  const { netOre, vatOre, totalOre, covered } = price;
  const values = { count, net: money(netOre), vat: money(vatOre), total: money(totalOre) };
  return (
    <p>
      <strong>{t(vatOre === 0 ? 'quote.severalNoVat' : 'quote.several', values)}</strong>
      {covered && <span className="quiet block text-base">{t('quote.severalOff')}</span>}
    </p>
  );
}

type Priced = {
  price: BookingPrice | null;
  held: { price: Quote | null } | null;
  /** What of it was given back to plans and passes. */
  returned: boolean;
};

/** What was agreed for a booking, as it is told; of a hold what agreeing would cost now. */
export function agreed({ price, held, returned }: Priced): Told | null {
  if (held) return held.price;
  if (!price) return null;
  const { percent } = price.vat;
  const vatOre = vatOf(price.netOre, percent);
  return { ...price, returned, vatPercent: percent, vatOre, totalOre: price.netOre + vatOre };
}
