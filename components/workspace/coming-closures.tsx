import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { comingClosures } from '#lib/workspace/coming.ts';
import type { House } from '#lib/workspace/hours.ts';
import { scheduleWords, weekWords, whenClosed } from './hours-words.ts';

/** Where hours differ, and when the house or a kind of place is closed in the months ahead. */
export function ComingClosures({ locale, house }: { locale: Locale; house: House }) {
  const t = translator(locale, 'hours');
  const kinds = translator(locale, 'workspace');
  const coming = comingClosures(house, today(house.zone));
  return (
    <div className="mt-10 grid max-w-4xl gap-8 md:grid-cols-2">
      {(house.schedules ?? []).length > 0 && (
        <section aria-labelledby="differing">
          <h2 className="ds-heading" data-size="sm" id="differing">
            {t('opening.differing')}
          </h2>
          <ul className="m-0 grid gap-3 pl-5">
            {house.schedules?.map((schedule) => (
              <li key={scheduleWords(locale, schedule)}>
                {scheduleWords(locale, schedule)}
                {weekWords(locale, schedule.hours).map(({ days, time }) => (
                  <span className="quiet block text-base" key={days}>
                    {days} {time}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {coming.length > 0 && (
        <section aria-labelledby="closed-days">
          <h2 className="ds-heading" data-size="sm" id="closed-days">
            {t('opening.coming')}
          </h2>
          <ul className="m-0 grid gap-2 pl-5">
            {coming.map(({ from, to, kind, why, open }) => (
              <li key={`${from} ${kind} ${why.sv}`}>
                {whenClosed(locale, { from, to })}: {inLocale(why, locale)}
                {kind && `, ${kinds(`groups.${kind}`).toLowerCase()}`}
                {open && ` (${t('opening.openBetween', open)})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
