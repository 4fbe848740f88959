import { dayText } from '#components/innovation/day.ts';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Answer } from '#lib/platform/scope.ts';

type Props = { locale: Locale; answers: readonly Answer[] };

/** What hubs answered one's organisations where that closed the door: when, why, and the way to ask again. */
export function Answers({ locale, answers }: Props) {
  const t = translator(locale, 'people');
  if (answers.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="answers">
      <h2 className="ds-heading" data-size="sm" id="answers">
        {t('account.answers')}
      </h2>
      <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 lg:grid-cols-2">
        {answers.map((answer) => (
          <li
            className="panel p-5"
            key={`${answer.hub} ${answer.organisationName} ${answer.since}`}
          >
            <h3 className="ds-heading m-0" data-size="xs">
              {answer.organisationName}
            </h3>
            <p className="quiet m-0 mt-1">{answer.hubName}</p>
            <p className="m-0 mt-2">
              <Tag tone={answer.state === 'REJECTED' ? 'danger' : 'neutral'}>
                {t(`account.answer.${answer.state}`, {
                  date: dayText(locale, answer.zone, new Date(answer.since)),
                })}
              </Tag>
            </p>
            {answer.reason && (
              <>
                <p className="quiet m-0 mt-3 text-base">{t('account.answerReason')}</p>
                <p className="prose m-0 whitespace-pre-line break-words">{answer.reason}</p>
              </>
            )}
            {answer.live && (
              <p className="m-0 mt-3">
                <a
                  className="inline-flex min-h-8 items-center"
                  href={`/${locale}/account/answers/${answer.hub}/${answer.organisation}`}
                >
                  {t('account.answerAgain')}
                  <span className="ds-sr-only"> {answer.organisationName}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
