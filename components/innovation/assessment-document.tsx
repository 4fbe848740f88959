import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { criteria } from '#lib/proposals/assessment.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { dayText } from './day.ts';

type Sent = ProposalView['assessments'][number];
type Props = {
  locale: Locale;
  zone: string;
  assessments: readonly Sent[];
  /** Since when the text stands as it does; what was assessed before is of an earlier version. */
  textFrom: Date | undefined;
};

/** What the hub weighed: the newest in full, those before behind a fold. */
export function AssessmentDocument({ locale, zone, assessments, textFrom }: Props) {
  const [newest, ...before] = assessments;
  if (!newest) return null;
  const t = translator(locale, 'innovation');
  return (
    <section className="panel mt-8 grid gap-4 p-6" aria-labelledby="assessment">
      <h2 className="ds-heading m-0" data-size="sm" id="assessment">
        {t('assessment.sentTitle')}
      </h2>
      {textFrom && newest.sentAt < textFrom && (
        <p className="m-0 font-semibold">{t('assessment.earlier')}</p>
      )}
      <One locale={locale} zone={zone} sent={newest} />
      {before.map((sent) => (
        <Disclosure
          key={sent.number}
          summary={t('assessment.before', { date: dayText(locale, zone, sent.sentAt) })}
        >
          <One locale={locale} zone={zone} sent={sent} />
        </Disclosure>
      ))}
    </section>
  );
}

function One({ locale, zone, sent }: { locale: Locale; zone: string; sent: Sent }) {
  const t = translator(locale, 'innovation');
  const date = dayText(locale, zone, sent.sentAt);
  return (
    <div className="grid gap-4">
      <p className="quiet m-0">
        {sent.by
          ? t('assessment.sentBy', { date, person: sent.by })
          : t('assessment.sent', { date })}
      </p>
      <p className="prose m-0 whitespace-pre-line">{sent.summary}</p>
      <dl className="m-0 grid gap-3">
        <Fact
          term={t('assessment.maturity')}
          said={sent.maturity && t(`assessment.levels.${sent.maturity}`)}
        />
        {criteria.map((name) => {
          const { answer, comment } = sent.criteria[name];
          const said = answer && t(`assessment.answers.${answer}`);
          return (
            <Fact
              key={name}
              term={t(`assessment.criteria.${name}`)}
              said={said}
              comment={comment}
            />
          );
        })}
        <Fact
          term={t('assessment.suggested')}
          said={sent.suggested.map((name) => name ?? t('gone')).join(', ')}
        />
      </dl>
    </div>
  );
}

function Fact({ term, said, comment = '' }: { term: string; said: string; comment?: string }) {
  return (
    <div>
      <dt className="quiet text-base">{term}</dt>
      <dd className="m-0">
        <span className="font-semibold">{said}</span>
        {comment && <span className="block">{comment}</span>}
      </dd>
    </div>
  );
}
