import { Table } from '#components/ui/table.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { PriceItem, VatClass } from '#lib/prices/rules.ts';
import { type Country, dayIn, moneyOf } from './money.ts';
import { vatWord } from './vat.ts';

type Props = {
  locale: Locale;
  country: Country;
  kind: PriceItem['kind'];
  prices: readonly PriceItem[];
  vatClasses: readonly VatClass[];
  today: string;
};

/** The prices of a kind of place: those that hold and will hold; those that have held lie folded. */
export function PriceTable({ prices, today, ...props }: Props) {
  const t = translator(props.locale, 'prices');
  const kind = translator(props.locale, 'workspace')(`kinds.${props.kind}`);
  const isOver = ({ validTo }: PriceItem) =>
    validTo !== null && validTo.toISOString().slice(0, 10) <= today;
  const over = prices.filter(isOver);
  const caption = t('table', { kind });
  return (
    <section className="mt-8">
      <h2 className="ds-heading" data-size="xs">
        {kind}
      </h2>
      <Rows {...props} caption={caption} prices={prices.filter((price) => !isOver(price))} />
      {over.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer py-2">{t('history', { count: over.length })}</summary>
          <Rows {...props} caption={`${caption} (${over.length})`} prices={over} />
        </details>
      )}
    </section>
  );
}

type RowsProps = Omit<Props, 'today' | 'kind'> & { caption: string };

function Rows({ locale, country, caption, prices, vatClasses }: RowsProps) {
  const t = translator(locale, 'prices');
  const columns = ['who', 'unit', 'price', 'vat', 'from', 'to'];
  const vat = (code: string) => vatClasses.find((each) => each.code === code);
  const rows = prices.map((price) => ({
    key: price.id,
    cells: [
      t(`actors.${price.actorClass}`),
      unitOf(locale, price),
      moneyOf(locale, country, price.ore),
      vatWord(locale, vat(price.vatClass) ?? { category: 'S', percent: 0 }),
      dayIn(locale, price.validFrom),
      price.validTo ? dayIn(locale, price.validTo) : t('stillHolds'),
    ],
  }));
  const head = columns.map((name) => t(`columns.${name}`));
  return <Table caption={caption} head={head} rows={rows} figures={[2, 3]} />;
}

/** What one pays for; of a pass also what it holds. */
export function unitOf(locale: Locale, { unit, passMinutes, passMonths }: PriceItem): string {
  const t = translator(locale, 'prices');
  if (passMinutes === null || passMonths === null) return t(`units.${unit}`);
  return t('passOf', { hours: passMinutes / 60, months: passMonths });
}
