import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, HiddenField, SubmitButton, TextArea } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findSurvey, longestAnswer, marks } from '#lib/guided/survey.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { orNone, visit } from '#lib/platform/session/entry.ts';
import { answer } from './actions.ts';

type Where = { locale: Locale; hub: string; code: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };
type Survey = Awaited<ReturnType<typeof findSurvey>>;

const load = cache(async (hub: string, code: string) => {
  const scope = await visit(hub);
  return orNone(() => findSurvey(scope, code));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator((await params).locale, 'guided')('survey.title'),
    robots: { index: false },
  };
}

/** The same few questions before a visit and after it, answered on one's own phone, without a name. */
export default async function VisitedPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, code } = where;
  const survey = await load(hub, code);
  const t = translator(locale, 'guided');
  if ((await searchParams).done) {
    return (
      <>
        <PageHeader title={t('survey.title')} />
        <Notice tone="success">
          {t('survey.thanks')} {survey?.moment === 'BEFORE' && t('survey.thanksText')}
        </Notice>
      </>
    );
  }
  if (!survey) {
    return (
      <>
        <PageHeader title={t('survey.title')} />
        <Notice>{t('survey.none')}</Notice>
      </>
    );
  }
  const date = formatter(locale, survey.zone).dateTime(survey.startsAt, { dateStyle: 'long' });
  const demo = inLocale(survey.demo, locale);
  const { organisation } = survey;
  return (
    <>
      <PageHeader title={t('survey.title')} lead={t('survey.lead', { demo, organisation, date })} />
      <h2 className="ds-heading" data-size="sm">
        {t(survey.moment === 'BEFORE' ? 'survey.before' : 'survey.after')}
      </h2>
      <Questions where={where} survey={survey} />
    </>
  );
}

function Questions({ where, survey }: { where: Where; survey: Survey }) {
  const { locale } = where;
  const t = translator(locale, 'guided');
  const areas = translator(locale, 'showroom');
  const name = (area: string) => areas(`areas.${area}`).toLocaleLowerCase(locale);
  return (
    <div className="max-w-2xl">
      <p className="quiet">{t('survey.questionHint')}</p>
      <ActionForm action={answer.bind(null, where)} labels={formLabels(locale)}>
        <HiddenField name="key" value={crypto.randomUUID()} />
        {survey.areas.map((area) => (
          <Choices
            key={area}
            name={`mark_${area}`}
            label={t('survey.question', { area: name(area) })}
            type="radio"
            options={marks.map((value) => ({ value, label: value }))}
          />
        ))}
        {survey.moment === 'AFTER' && (
          <TextArea
            name="learned"
            label={t('survey.learned')}
            hint={t('survey.learnedHint')}
            maxLength={longestAnswer}
          />
        )}
        <div>
          <SubmitButton>{t('survey.send')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
