import { dayText } from '#components/innovation/day.ts';
import { Tag } from '#components/ui/tag.tsx';
import type { TakingPart } from '#lib/organisations/judging.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';

type Application = TakingPart['related'][number];
type Props = { locale: Locale; zone: string; base: string; related: readonly Application[] };

/** What else was asked and answered, before and since: asking again does not hide an earlier answer. */
export function RelatedApplications({ related, ...props }: Props) {
  const later = related.filter((each) => each.later);
  const earlier = related.filter((each) => !each.later);
  return (
    <>
      {later.length > 0 && <Applications {...props} related={later} when="later" />}
      <Applications {...props} related={earlier} when="earlier" />
    </>
  );
}

function Applications({
  locale,
  zone,
  base,
  related,
  when,
}: Props & { when: 'later' | 'earlier' }) {
  const t = translator(locale, 'organisations');
  const day = (date: Date) => dayText(locale, zone, date);
  return (
    <section aria-labelledby={when}>
      <h2 className="ds-heading" data-size="sm" id={when}>
        {t(`judge.${when}`)}
      </h2>
      {related.length === 0 ? (
        <p className="quiet">{t('judge.noEarlier')}</p>
      ) : (
        <p className="quiet">{t('judge.earlierText')}</p>
      )}
      <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0">
        {related.map((each) => (
          <li className="panel p-4" key={each.id}>
            <p className="m-0 flex flex-wrap items-center gap-3">
              <a className="inline-flex min-h-8 items-center" href={`${base}/${each.slug}`}>
                {each.name}
              </a>
              <Tag tone={each.outcome === 'REJECTED' ? 'danger' : 'neutral'}>
                {each.outcome && each.answered
                  ? t(`judge.outcome.${each.outcome}`, { date: day(each.answered) })
                  : t('judge.outcome.open')}
              </Tag>
              <span className="quiet text-base">{t(`judge.same.${each.same}`)}</span>
            </p>
            <p className="quiet m-0 mt-1 break-words text-base">
              {t('judge.earlierBy', {
                applicant: each.applicant,
                email: each.email,
                date: day(each.asked),
              })}
            </p>
            {each.reason && (
              <p className="m-0 mt-2 whitespace-pre-line break-words">{each.reason}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
