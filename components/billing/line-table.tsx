import type { ReactNode } from 'react';
import { type Country, dayIn, moneyOf } from '#components/prices/money.ts';
import { vatWord } from '#components/prices/vat.ts';
import { Table } from '#components/ui/table.tsx';
import type { BasisDetail } from '#lib/billing/reads.ts';
import { type Line, partOfMonth } from '#lib/billing/rules.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Props = {
  locale: Locale;
  country: Country;
  basis: BasisDetail;
  /** Under which address bookings and leases are to be seen, and where plans and passes. */
  base: string;
  plans: string;
};

/** Every line with its price and what it comes from, and what they come to. */
export function LineTable({ locale, country, basis, base, plans }: Props) {
  const t = translator(locale, 'billing');
  const money = (ore: number) => moneyOf(locale, country, ore);
  const rows = basis.lines.map((line) => ({
    key: line.id,
    cells: [
      inLocale(line.what, locale),
      <Amount key="amount" locale={locale} country={country} line={line} />,
      money(line.netOre),
      vatWord(locale, { category: line.vatCategory, percent: line.vatPercent }),
      [line.costCentre, line.reference].filter(Boolean).join(', ') || '–',
      <a key="source" href={sourceOf(line, base, plans)}>
        {t(`sources.${line.source}`)}
        <span className="ds-sr-only">, {inLocale(line.what, locale)}</span>
      </a>,
    ],
  }));
  const head = [t('what'), t('price'), t('net'), t('vat'), t('costCentre'), t('source')];
  return (
    <>
      <Table
        caption={`${t('lines')}, ${dayIn(locale, basis.month)}`}
        head={head}
        rows={rows}
        figures={[2, 3]}
      />
      <Totals locale={locale} country={country} basis={basis} />
    </>
  );
}

function sourceOf({ source, sourceId }: Line, base: string, plans: string): string {
  if (source === 'LEASE') return `${base}/leases/${sourceId}`;
  const booked = source === 'BOOKING' || source === 'LATE_FEE';
  return booked ? `${base}/bookings/${sourceId}` : plans;
}

type AmountProps = { locale: Locale; country: Country; line: Line };

function Amount({ locale, country, line }: AmountProps): ReactNode {
  const prices = translator(locale, 'prices');
  const { quantity, unit, unitOre, discountOre } = line;
  const t = translator(locale, 'billing');
  const values = {
    counted: prices(`counted.${unit}`, { count: quantity / 100 }),
    price: moneyOf(locale, country, unitOre),
  };
  const part = partOfMonth(line);
  const off = `${t('off')}: ${moneyOf(locale, country, discountOre)}`;
  return (
    <>
      {part ? t('partOfMonth', part) : prices('quote.how', values)}
      {discountOre !== 0 && <span className="quiet block text-base">{off}</span>}
    </>
  );
}

function Totals({ locale, country, basis }: Pick<Props, 'locale' | 'country' | 'basis'>) {
  const t = translator(locale, 'billing');
  const money = (ore: number) => moneyOf(locale, country, ore);
  const { netOre, vat, totalOre } = basis.sums;
  const facts: [string, string][] = [
    [t('net'), money(netOre)],
    ...vat
      .filter(({ vatPercent }) => vatPercent > 0)
      .map((sum): [string, string] => [
        `${t('vat')} ${vatWord(locale, { category: sum.vatCategory, percent: sum.vatPercent })}`,
        money(sum.vatOre),
      ]),
    [t('total'), money(totalOre)],
  ];
  return (
    <dl className="mt-4 mb-0 grid w-fit max-w-full grid-cols-[minmax(0,auto)_max-content] gap-x-6 gap-y-1">
      {facts.map(([term, text]) => (
        <div className="contents" key={term}>
          <dt className="quiet">{term}</dt>
          <dd className="m-0 text-right font-semibold">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
