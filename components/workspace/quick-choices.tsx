import { Temporal } from 'temporal-polyfill';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type House, hoursOn } from '#lib/workspace/hours.ts';
import type { Slot, Wish } from '#lib/workspace/schema.ts';
import { quickChoices } from '#lib/workspace/slots.ts';
import { withWish } from './addresses.ts';

type Props = {
  locale: Locale;
  base: string;
  house: House;
  wish: Wish & Slot & { view: string };
  today: Temporal.PlainDate;
  /** The last day that anything can be booked. */
  last: Temporal.PlainDate;
};

/** Half days, the whole day, and the open days before and after: one click each. */
export function QuickChoices({ locale, base, house, wish, today, last }: Props) {
  const t = translator(locale, 'workspace');
  const path = `${base}/book`;
  const day = Temporal.PlainDate.from(wish.date);
  const within = (one: Temporal.PlainDate | undefined) =>
    one && Temporal.PlainDate.compare(one, today) >= 0 && Temporal.PlainDate.compare(one, last) <= 0
      ? one
      : undefined;
  const days = [
    { key: 'previousDay', day: within(openDay(house, day, -1)) },
    { key: 'nextDay', day: within(openDay(house, day, 1)) },
  ];
  return (
    <nav className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-2" aria-label={t('find.quick')}>
      {quickChoices(house, wish.date).map(({ key, from, to }) => (
        <Choice
          key={key}
          href={withWish(path, { ...wish, from, to })}
          current={wish.from === from && wish.to === to}
          label={t(`find.${key}`, { from, to })}
        />
      ))}
      <span className="hidden grow sm:block" />
      {days.map(({ key, day: to }) =>
        to ? (
          <Choice
            key={key}
            href={withWish(path, { ...wish, date: to.toString() })}
            current={false}
            label={t(`find.${key}`)}
          />
        ) : null,
      )}
    </nav>
  );
}

function Choice({ href, current, label }: { href: string; current: boolean; label: string }) {
  return (
    <a
      className="ds-button"
      data-variant={current ? 'primary' : 'secondary'}
      data-color={current ? 'accent' : 'neutral'}
      data-size="sm"
      href={href}
      aria-current={current ? 'true' : undefined}
    >
      {label}
    </a>
  );
}

/** The nearest open day before or after; undefined for a house that is never open. */
function openDay(house: House, from: Temporal.PlainDate, step: 1 | -1) {
  const days = Array.from({ length: 7 }, (_, n) => from.add({ days: step * (n + 1) }));
  return days.find((day) => hoursOn(house, day));
}
