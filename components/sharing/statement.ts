import { stringify } from 'csv-stringify/sync';
import type { Block } from '#components/documents/pdf.ts';
import { dayText } from '#components/innovation/day.ts';
import type { Country } from '#components/prices/money.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { MoneyView } from '#lib/sharing/reads.ts';
import { leftToPay, type StatementRow, statementRows } from '#lib/sharing/statement.ts';
import { oreText, oreTyped } from './ore.ts';

export type Statement = {
  locale: Locale;
  country: Country;
  zone: string;
  organisation: { id: string; name: string };
  money: MoneyView;
  made: Date;
};

const columns = ['project', 'organisation', 'row'] as const;

/** One body's part of a project's money for spreadsheets; no text that begins like a formula is left as one. */
export function statementText(all: Statement): string {
  const { locale, zone, money, organisation } = all;
  const t = translator(locale, 'sharing');
  const head = [
    ...columns.map((column) => t(`statement.${column}`)),
    ...[t('year'), t('amount'), t('statement.unit'), t('state'), t('caseNumber')],
    t('statement.when'),
  ];
  const rows = statementRows(money, organisation.id).map((one) => [
    ...[inLocale(money.title, locale), organisation.name, t(`statement.rows.${one.row}`)],
    ...[one.year, oreTyped(one.amount), t(`statement.units.${one.unit}`), stateOf(locale, one)],
    ...[one.caseNumber, one.at ? dayText(locale, zone, one.at) : ''],
  ]);
  return stringify([head, ...rows], { delimiter: ';', bom: true, escape_formulas: true });
}

function stateOf(locale: Locale, { row, state }: StatementRow): string {
  const t = translator(locale, 'sharing');
  if (state === null) return '';
  return row === 'PLEDGE'
    ? t(`states.${state as 'CONFIRMED'}`)
    : t(`promise.states.${state as 'MET'}`);
}

/** The same as a document to keep with a decision. */
export function statementBlocks(all: Statement): Block[] {
  const { locale, country, zone, money, organisation, made } = all;
  const t = translator(locale, 'sharing');
  const rows = statementRows(money, organisation.id);
  const ore = (amount: bigint) => oreText(locale, country, amount);
  const lines = leftToPay(rows).map(({ year, share, confirmed, left }) =>
    t('statement.left', {
      ...{ year: String(year), share: ore(share) },
      ...{ confirmed: ore(confirmed), left: ore(left) },
    }),
  );
  const said = rows.filter(({ row }) => row !== 'SHARE');
  const each = (one: StatementRow) => {
    const what =
      one.unit === 'MONEY' ? ore(one.amount) : t('work', { count: Number(one.amount) / 100 });
    const number = one.caseNumber && `${t('caseNumber')} ${one.caseNumber}`;
    const parts = [one.year, what, stateOf(locale, one), number];
    return `${t(`statement.rows.${one.row}`)}: ${parts.filter(Boolean).join(', ')}`;
  };
  const version = money.table?.version ?? 0;
  return [
    { as: 1, text: t('statement.title', { organisation: organisation.name }) },
    { as: 'text', text: `${t('statement.project')}: ${inLocale(money.title, locale)}` },
    { as: 'text', text: t('statement.made', { date: dayText(locale, zone, made), version }) },
    { as: 2, text: t('plan') },
    lines.length === 0
      ? { as: 'text', text: t('statement.noShare') }
      : { as: 'list', items: lines },
    { as: 2, text: t('pledges') },
    said.length === 0
      ? { as: 'text', text: t('pledgesNone') }
      : { as: 'list', items: said.map(each) },
  ];
}
