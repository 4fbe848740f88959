import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { FormState } from '#lib/platform/formstate.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { Wait } from '#lib/workspace/waiting.ts';

type Props = {
  locale: Locale;
  /** Up to the organisation's pages. */
  base: string;
  mayLeave: boolean;
  waits: readonly Wait[];
  leave: (id: string) => (before: FormState, form: FormData) => Promise<FormState>;
};

/** What the organisation waits for, with its place in the line. */
export function WaitingList({ locale, base, mayLeave, waits, leave }: Props) {
  const t = translator(locale, 'hours');
  if (waits.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="waits">
      <h2 className="ds-heading" data-size="sm" id="waits">
        {t('waiting.list')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {waits.map((wait) => {
          const row = waitWords(locale, wait);
          return (
            <li
              className="panel flex flex-wrap items-center justify-between gap-3 p-4"
              key={wait.id}
            >
              <div>
                {row}
                <span className="quiet block text-base">
                  {[wait.person, t('waiting.before', { count: wait.before })]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </div>
              {wait.own ? (
                <ButtonForm action={leave(wait.id)} labels={formLabels(locale)} variant="secondary">
                  {t('waiting.leave')}
                  <span className="ds-sr-only"> {row}</span>
                </ButtonForm>
              ) : (
                mayLeave && (
                  <ButtonLink href={`${base}/bookings/waiting?wait=${wait.id}`} variant="secondary">
                    {t('waiting.remove')}
                    <span className="ds-sr-only"> {row}</span>
                  </ButtonLink>
                )
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A place in the line in words: what, and when. */
export function waitWords(locale: Locale, { place, others, zone, startsAt, endsAt }: Wait): string {
  const format = formatter(locale, zone);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = format.dateTime(startsAt, { weekday: 'long', day: 'numeric', month: 'long' });
  const when = `${day} ${format.dateTime(startsAt, time)}–${format.dateTime(endsAt, time)}`;
  return translator(locale, 'hours')('waiting.row', {
    ...{ place: inLocale(place, locale), others, when },
  });
}
