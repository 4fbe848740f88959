import { Table } from '#components/ui/table.tsx';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Grid, PlaceDays, Stretch } from '#lib/workspace/grid.ts';
import { dayOf } from './describe.ts';

type Props = {
  locale: Locale;
  grid: Grid;
  /** Where a day of the week is shown whole. */
  hrefOf: (date: string) => string;
};

/** A week, a place a row and a day a column: when each is free. */
export function WeekGrid({ locale, grid, hrefOf }: Props) {
  const t = translator(locale, 'workspace');
  const short = { weekday: 'short', day: 'numeric', month: 'numeric' } as const;
  const days = grid.dates.map((date) => dayOf(locale, date, short));
  return (
    <Table
      caption={t('grid.week', { date: dayOf(locale, grid.dates[0] as string) })}
      head={[t('grid.place'), ...days]}
      rows={grid.rows.map(({ place, days: each }) => ({
        key: place.id,
        cells: [
          inLocale(place.name, locale),
          ...each.map((day) => <Day key={day.date} {...{ locale, day, hrefOf }} />),
        ],
      }))}
    />
  );
}

type DayProps = { locale: Locale; day: PlaceDays['days'][number]; hrefOf: Props['hrefOf'] };

function Day({ locale, day, hrefOf }: DayProps) {
  const t = translator(locale, 'workspace');
  const { date, stretches } = day;
  if (stretches.length === 0) return <span className="quiet">{t('grid.closedDay')}</span>;
  const free = joined(stretches.filter(({ state }) => state === 'free'));
  if (free.length === 0) {
    const own = (['mine', 'offered'] as const).find((one) =>
      stretches.some(({ state }) => state === one),
    );
    const over = stretches.every(({ state }) => state === 'over');
    return (
      <span className="quiet">
        {over ? t('grid.over') : t(own ? `states.${own}` : 'grid.full')}
      </span>
    );
  }
  return (
    <a href={hrefOf(date)} className="whitespace-nowrap">
      {free.map(({ from, to }) => (
        <span className="block" key={from}>
          {from}–{to}
        </span>
      ))}
    </a>
  );
}

/** What is free in one piece, said in one piece. */
function joined(stretches: readonly Stretch[]): { from: string; to: string }[] {
  const whole: { from: string; to: string }[] = [];
  for (const { from, to } of stretches) {
    const last = whole.at(-1);
    if (last?.to === from) last.to = to;
    else whole.push({ from, to });
  }
  return whole;
}
