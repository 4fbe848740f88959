import { Tag } from '#components/ui/tag.tsx';
import type { listSessionsOn } from '#lib/guided/house.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { whenText } from './times.ts';

type Props = {
  locale: Locale;
  hub: string;
  sessions: Awaited<ReturnType<typeof listSessionsOn>>;
};

/** The groups that are shown something on a day; nothing where none comes. */
export function GuidedToday({ locale, hub, sessions }: Props) {
  const t = translator(locale, 'guided');
  if (sessions.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="guided">
      <h2 className="ds-heading" data-size="sm" id="guided">
        {t('house.title')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {sessions.map(({ id, hostAnswer, demo, place, startsAt, endsAt, taken, seats }) => (
          <li className="panel px-5 py-3" key={id}>
            <a className="font-semibold" href={`/${locale}/${hub}/house/guided/${id}`}>
              {whenText(locale, place.site.zone, startsAt, endsAt)}
            </a>{' '}
            <AnswerTag locale={locale} answer={hostAnswer} />
            <span className="quiet block text-base">
              {inLocale(demo.title, locale)} · {t('house.taken', { taken, seats })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the company whose people are needed has answered; nothing where none is. */
export function AnswerTag({ locale, answer }: { locale: Locale; answer: string }) {
  const t = translator(locale, 'guided');
  if (answer === 'NONE') return null;
  return answer === 'ASKED' ? (
    <Tag tone="warning">{t('unconfirmedMark')}</Tag>
  ) : (
    <Tag tone="success">{t('house.accepted')}</Tag>
  );
}

/** The sessions to come that wait for their company's answer; nothing where none does. */
export function Unanswered({ locale, hub, sessions }: Props) {
  const t = translator(locale, 'guided');
  if (sessions.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby="unanswered">
      <h2 className="ds-heading" data-size="sm" id="unanswered">
        {t('house.unanswered')}
      </h2>
      <ul className="m-0 grid list-none gap-1 p-0">
        {sessions.map(({ id, demo, place, startsAt, endsAt }) => (
          <li key={id}>
            <a
              className="inline-flex min-h-8 items-center"
              href={`/${locale}/${hub}/house/guided/${id}`}
            >
              {demo.owner.name}: {inLocale(demo.title, locale)},{' '}
              {whenText(locale, place.site.zone, startsAt, endsAt)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
