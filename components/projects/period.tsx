import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { shareOf } from '#lib/projects/rules.ts';

type Period = { startsOn: Date; endsOn: Date | null };

/** "sep 2024 – aug 2028" */
export function periodText(locale: Locale, { startsOn, endsOn }: Period): string {
  const t = translator(locale, 'projects');
  const month = (day: Date) =>
    formatter(locale, 'UTC').dateTime(day, { year: 'numeric', month: 'short' });
  if (endsOn === null) return t('periodOpen', { from: month(startsOn) });
  return t('period', { from: month(startsOn), to: month(endsOn) });
}

type Props = Period & { years: number[]; now: Date; labelled?: boolean };

/** A bar on a line of years with a mark for today; the words beside it say the same. */
export function PeriodBar({ startsOn, endsOn, years, now, labelled }: Props) {
  const from = shareOf(startsOn, years) * 100;
  const to = shareOf(endsOn ?? now, years) * 100;
  const at = shareOf(now, years) * 100;
  return (
    <div aria-hidden="true" className="my-2">
      <div className="relative h-3 rounded-full bg-neutral-surface-tinted">
        <div
          className="absolute inset-y-0 min-w-1 rounded-full bg-accent-base-default"
          style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
        />
        <div
          className="absolute -inset-y-1 w-0.5 bg-neutral-text-default"
          style={{ left: `${at}%` }}
        />
      </div>
      {labelled && (
        <div className="mt-1 flex text-sm">
          {years.map((year) => (
            <span className="quiet flex-1 border-l border-neutral-border-subtle pl-1" key={year}>
              {years.length > 6 ? `’${String(year).slice(2)}` : year}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
