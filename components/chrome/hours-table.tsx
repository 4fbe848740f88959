import type { Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';

/** Minutes after local midnight; ISO weekday, 1 is Monday. */
type Hours = { weekday: number; opens: number; closes: number };

// A week that begins on a Monday, so that the formatter can name its days.
const monday = Date.UTC(2024, 0, 1);
const day = 86_400_000;

/** Opening hours, every weekday, the closed ones said so. */
export function HoursTable({ locale, hours }: { locale: Locale; hours: readonly Hours[] }) {
  const t = translator(locale, 'site');
  const format = formatter(locale, 'UTC');
  const clock = (minutes: number) =>
    format.dateTime(new Date(monday + minutes * 60_000), { timeStyle: 'short', hourCycle: 'h23' });
  return (
    <section className="mt-10 max-w-md" aria-labelledby="hours">
      <h2 className="ds-heading" data-size="sm" id="hours">
        {t('workspace.hours')}
      </h2>
      <table className="ds-table w-full" data-size="sm">
        <tbody>
          {Array.from({ length: 7 }, (_, n) => {
            const open = hours.find(({ weekday }) => weekday === n + 1);
            return (
              <tr key={String(n)}>
                <th scope="row" className="font-normal">
                  {format.dateTime(new Date(monday + n * day), { weekday: 'long' })}
                </th>
                <td>
                  {open ? `${clock(open.opens)}–${clock(open.closes)}` : t('workspace.closed')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
