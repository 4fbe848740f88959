import type { Option } from '#components/ui/form/fields.tsx';
import type { Starts } from '#lib/guided/starts.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A day and its times in words: "tisdag 2 mars, 09:00–10:00". */
export function whenText(locale: Locale, zone: string, startsAt: Date, endsAt: Date): string {
  const format = formatter(locale, zone);
  const date = format.dateTime(startsAt, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${date}, ${format.dateTime(startsAt, clock)}–${format.dateTime(endsAt, clock)}`;
}

type Session = { id: string; startsAt: Date; endsAt: Date; seats: number; taken: number };

/** Sessions that can be joined, as choices. */
export function sessionOptions(
  locale: Locale,
  zone: string,
  sessions: readonly Session[],
): Option[] {
  const t = translator(locale, 'guided');
  const format = formatter(locale, zone);
  return sessions.map(({ id, startsAt, endsAt, seats, taken }) => ({
    value: `session:${id}`,
    label: t('joinLine', {
      date: format.dateTime(startsAt, { weekday: 'long', day: 'numeric', month: 'long' }),
      from: format.dateTime(startsAt, clock),
      to: format.dateTime(endsAt, clock),
      left: seats - taken,
    }),
  }));
}

/** Free starts, a group of choices for each day. */
export function startGroups(locale: Locale, starts: readonly Starts[]) {
  const format = formatter(locale, 'UTC');
  return starts.map(({ date, times }) => ({
    label: format.dateTime(new Date(`${date}T00:00:00Z`), {
      ...{ weekday: 'long', day: 'numeric', month: 'long' },
    }),
    options: times.map((time) => ({ value: `start:${date}T${time}`, label: time })),
  }));
}
