import { Table } from '#components/ui/table.tsx';
import type { Effect } from '#lib/guided/survey.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

type Props = { locale: Locale; caption: string; effects: readonly Effect[] };

/** Means before and after, area by area: as bars to be seen, and as a table that says the same. */
export function EffectTable({ locale, caption, effects }: Props) {
  const t = translator(locale, 'guided');
  const areas = translator(locale, 'showroom');
  const format = formatter(locale, 'UTC');
  const one = (value: number) => format.number(value, { minimumFractionDigits: 1 });
  const change = (value: number) =>
    format.number(value, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: 'exceptZero',
    });
  return (
    <Table
      caption={caption}
      figures={[2, 3, 4, 5]}
      head={[
        t('survey.area'),
        '1–5',
        t('survey.beforeMean'),
        t('survey.afterMean'),
        t('survey.change'),
        t('survey.answers'),
      ]}
      rows={effects.map(({ area, before, after, answersBefore, answersAfter }) => ({
        key: area,
        cells: [
          areas(`areas.${area}`),
          <Bars key="bars" before={before} after={after} />,
          one(before),
          one(after),
          change(after - before),
          `${answersBefore} / ${answersAfter}`,
        ],
      }))}
    />
  );
}

/** The two means as bars of one scale; the figures beside them say the same. */
function Bars({ before, after }: { before: number; after: number }) {
  return (
    <span className="block w-28" aria-hidden="true">
      {[before, after].map((value, n) => (
        <span
          className={`my-1 block h-2 rounded-sm ${n === 0 ? 'bg-neutral-base-default' : 'bg-accent-base-default'}`}
          key={n === 0 ? 'before' : 'after'}
          style={{ width: `${(value / 5) * 100}%`, forcedColorAdjust: 'none' }}
        />
      ))}
    </span>
  );
}
