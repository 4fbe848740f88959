import type { Country } from '#components/prices/money.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Scrolls } from '#components/ui/scrolls.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Sharing } from '#lib/sharing/table.ts';
import { oreText } from './ore.ts';

type Props = { locale: Locale; country: Country; table: Sharing };

/** A plan shared out: a row a body, a column a year, sums that are exactly the cost. */
export function PlanTable({ locale, country, table }: Props) {
  const t = translator(locale, 'sharing');
  const { key, years, rows, shares, whyNot, version, earlyPercent } = table;
  if (!key) return <p className="m-0">{t('planNone')}</p>;
  const percent = key.kind === 'MIX' ? key.equalPercent : 0;
  const money = (ore: bigint) => oreText(locale, country, ore);
  const total = years.reduce((sum, { ore }) => sum + ore, 0n);
  return (
    <>
      <p>
        {t('planBy', { version, key: t(`keys.${key.kind}`, { percent }) })}{' '}
        {earlyPercent > 0 && t('earlySays', { percent: earlyPercent })}
      </p>
      {whyNot && (
        <Notice tone="warning">
          {t(`whyNot.${whyNot.reason}`, { year: String(whyNot.year) })}
        </Notice>
      )}
      <Scrolls label={`${t('body')}, ${t('total')}`}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('body')}</th>
              <th scope="col" className="text-right">
                {t('inhabitants')}
              </th>
              {years.map(({ year }) => (
                <th scope="col" className="text-right" key={year}>
                  {year}
                </th>
              ))}
              <th scope="col" className="text-right">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, inhabitants }) => {
              const parts = years.map(({ year }) => shares?.get(year)?.get(id) ?? null);
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="text-right">{formatter(locale, 'UTC').number(inhabitants)}</td>
                  {parts.map((ore, n) => (
                    <td className="text-right whitespace-nowrap" key={years[n]?.year}>
                      {ore === null ? '–' : money(ore)}
                    </td>
                  ))}
                  <td className="text-right font-semibold whitespace-nowrap">
                    {shares
                      ? money(parts.reduce<bigint>((sum, ore) => sum + (ore ?? 0n), 0n))
                      : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td />
              {years.map(({ year, ore }) => (
                <td className="text-right whitespace-nowrap" key={year}>
                  {money(ore)}
                </td>
              ))}
              <td className="text-right font-semibold whitespace-nowrap">{money(total)}</td>
            </tr>
          </tfoot>
        </table>
      </Scrolls>
      {table.settlement && <Settlement locale={locale} country={country} table={table} />}
    </>
  );
}

/** What those who came later pay for the years before, and what the others get back. */
function Settlement({ locale, country, table }: Props) {
  const t = translator(locale, 'sharing');
  const { settlement, rows } = table;
  const years = table.years.filter(({ year }) =>
    [...(settlement?.get(year)?.values() ?? [])].some((ore) => ore !== 0n),
  );
  return (
    <>
      <h3 className="ds-heading mt-8" data-size="2xs">
        {t('settlement')}
      </h3>
      <p>{t('settlementLead')}</p>
      <Scrolls label={t('settlement')}>
        <table className="ds-table w-full" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('body')}</th>
              {years.map(({ year }) => (
                <th scope="col" className="text-right" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {years.map(({ year }) => (
                  <td className="text-right whitespace-nowrap" key={year}>
                    {oreText(locale, country, settlement?.get(year)?.get(id) ?? 0n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}
