import { Scrolls } from '#components/ui/scrolls.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Grid, PlaceDays, Stretch } from '#lib/workspace/grid.ts';
import { minutesOf, timeOf } from '#lib/workspace/times.ts';
import { withWish } from './addresses.ts';
import styles from './day-grid.module.css';
import { dayOf, describePlace } from './describe.ts';

type Props = { locale: Locale; base: string; grid: Grid };

const quarter = 15;

/** A day, a place a row: what is free can be had with one press, what is taken says for whom. */
export function DayGrid({ locale, base, grid }: Props) {
  const t = translator(locale, 'workspace');
  const date = grid.dates[0] as string;
  const from = Math.floor(grid.opens / 60) * 60;
  const to = Math.ceil(grid.closes / 60) * 60;
  const hours = Array.from({ length: Math.max(0, (to - from) / 60) }, (_, n) => from + n * 60);
  const label = t('grid.day', { date: dayOf(locale, date) });
  return (
    <Scrolls label={label}>
      <table className={styles.grid}>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('grid.place')}
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" colSpan={60 / quarter}>
                {timeOf(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <Row key={row.place.id} {...{ locale, base, row, from, to }} />
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

type RowProps = { locale: Locale; base: string; row: PlaceDays; from: number; to: number };

function Row({ locale, base, row, from, to }: RowProps) {
  const { place, days } = row;
  const { date = '', stretches = [] } = days[0] ?? {};
  const filled = withGaps(stretches, from, to);
  return (
    <tr>
      <th scope="row" className={styles.name} title={describePlace(locale, place)}>
        {inLocale(place.name, locale)}
      </th>
      {filled.map((stretch) => (
        <td
          key={stretch.from}
          colSpan={(minutesOf(stretch.to) - minutesOf(stretch.from)) / quarter}
          className={styles[stretch.state]}
        >
          <Cell locale={locale} base={base} date={date} place={place} stretch={stretch} />
        </td>
      ))}
    </tr>
  );
}

type CellProps = {
  locale: Locale;
  base: string;
  date: string;
  place: PlaceDays['place'];
  stretch: Stretch;
};

function Cell({ locale, base, date, place, stretch }: CellProps) {
  const t = translator(locale, 'workspace');
  const { from, to, state, by } = stretch;
  const name = inLocale(place.name, locale);
  if (state === 'free') {
    const words = t('grid.book', { place: name, date: dayOf(locale, date), from, to });
    return (
      <a href={withWish(`${base}/book/${place.id}`, { date, from, to })} aria-label={words}>
        {from}
      </a>
    );
  }
  if (state === 'over' || state === 'closed' || state === 'tooShort') {
    return <span className="sr-only">{t(`grid.${state}`)}</span>;
  }
  const words = state === 'taken' && by ? by : t(`states.${state}`);
  return <span title={`${words}, ${from}–${to}`}>{words}</span>;
}

/** Before opening and after closing nothing can be had: the row stays as long as the others. */
function withGaps(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const closed = (a: number, b: number): Stretch[] =>
    a < b ? [{ from: timeOf(a), to: timeOf(b), state: 'closed', by: null }] : [];
  const first = stretches[0] ? minutesOf(stretches[0].from) : to;
  const last = stretches.at(-1);
  return [...closed(from, first), ...stretches, ...(last ? closed(minutesOf(last.to), to) : [])];
}
