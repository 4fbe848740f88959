import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Group, Report } from '#lib/reports/reads.ts';

/** How figures of a report are written. */
export function reportWords(locale: Locale) {
  const t = translator(locale, 'reports');
  const { number } = formatter(locale, 'UTC');
  const told = (value: number | null, write: (value: number) => string) =>
    value === null ? t('tooFew') : write(value);
  return {
    t,
    hours: (minutes: number | null) =>
      told(minutes, (value) =>
        t('hours', { hours: number(value / 60, { maximumFractionDigits: 1 }) }),
      ),
    count: (value: number | null) => told(value, (some) => number(some)),
    share: (value: number | null) =>
      told(value, (some) => number(some, { style: 'percent', maximumFractionDigits: 1 })),
  };
}

/** What a group is called, with a star where a month is left out and the others are told. */
export function groupName(locale: Locale, group: Group, sites: Report['sites']) {
  const name = nameOf(locale, group, sites);
  return group.withheld && group.bookings !== null ? `${name} *` : name;
}

function nameOf(locale: Locale, { dimension, key }: Group, sites: Report['sites']) {
  const t = translator(locale, 'reports');
  if (dimension === 'kind') return translator(locale, 'workspace')(`groups.${key}`);
  if (dimension === 'actor') return translator(locale, 'prices')(`actors.${key}`);
  if (dimension === 'weekday') return weekdayName(locale, Number(key));
  if (dimension === 'hour') {
    const [from, to] = [Number(key), Number(key) + 1].map((hour) => String(hour).padStart(2, '0'));
    return t('hour', { from: from as string, to: to as string });
  }
  const site = sites.find(({ id }) => id === key);
  return site ? inLocale(site.name, locale) : t('total');
}

// 1 January 2024 was a Monday.
function weekdayName(locale: Locale, weekday: number): string {
  const day = new Date(Date.UTC(2024, 0, weekday));
  const name = formatter(locale, 'UTC').dateTime(day, { weekday: 'long' });
  return name.charAt(0).toUpperCase() + name.slice(1);
}
