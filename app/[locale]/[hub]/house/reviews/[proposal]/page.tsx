import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { AssessmentDocument } from '#components/innovation/assessment-document.tsx';
import { AssessmentForm } from '#components/innovation/assessment-form.tsx';
import { assessmentWords } from '#components/innovation/assessment-words.ts';
import { DecisionForm } from '#components/innovation/decision-form.tsx';
import { EndorsedBy } from '#components/innovation/endorsed-by.tsx';
import { ProposalDocument } from '#components/innovation/proposal-document.tsx';
import { ProposalHistory } from '#components/innovation/proposal-history.tsx';
import { StateTag } from '#components/innovation/state-tag.tsx';
import { WordsForm } from '#components/innovation/words-form.tsx';
import { Joining } from '#components/projects/joining.tsx';
import { AmendmentSection } from '#components/proposals/amendment-section.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { listJoined, mayConvert } from '#lib/projects/joining.ts';
import type { AssessmentStart } from '#lib/proposals/assessments.ts';
import { movesFrom } from '#lib/proposals/moves.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import type { ProposalCard } from '#lib/proposals/rows.ts';
import { convert } from '../../projects/actions.ts';
import { ask, assess, begin, decide, reopen, resume, undo } from '../actions.ts';

type Place = { locale: Locale; hub: string };
type Props = {
  params: Promise<Place & { proposal: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache((locale: Locale, hub: string, id: string) =>
  orNotFound(async () => findReview(await enterHouseOf(locale, hub), id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, proposal: id } = await params;
  return { title: (await load(locale, hub, id)).proposal.title };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { locale, hub, proposal: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { proposal, similar, ownBody, can, assessed, start } = await load(locale, hub, id);
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${hub}/house/reviews`;
  const { done } = await searchParams;
  const open = movesFrom(proposal.state, 'assessor').length > 0;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('reviews.back') }]}
      />
      <DoneIn locale={locale} part="innovation" done={done} />
      <ProposalDocument
        proposal={proposal}
        locale={locale}
        zone={scope.hub.zone}
        projectAddress={({ slug, visibility }) =>
          visibility === 'OPEN' ? `/${locale}/${hub}/projects/${slug}` : null
        }
      >
        {ownBody && open && <Notice tone="warning">{t('reviews.ownBody')}</Notice>}
      </ProposalDocument>
      <EndorsedBy locale={locale} zone={scope.hub.zone} endorsed={proposal.endorsed} />
      <AssessmentDocument
        locale={locale}
        zone={scope.hub.zone}
        assessments={proposal.assessments}
        textFrom={proposal.versions[0]?.sentAt}
      />
      <AmendmentSection
        locale={locale}
        zone={scope.hub.zone}
        language={proposal.language}
        amendments={proposal.amendments}
        open={false}
        actions={null}
      />
      {start && (
        <Assessing
          key={`${start.revision} ${done}`}
          place={{ locale, hub }}
          id={id}
          start={start}
          again={assessed}
        />
      )}
      <Judgement
        key={String(done)}
        assessed={assessed}
        place={{ locale, hub }}
        id={id}
        can={can}
        organisation={proposal.organisation ?? t('gone')}
      />
      {proposal.state === 'ACCEPTED' && (
        <Joining
          locale={locale}
          zone={scope.hub.zone}
          joined={await orNotFound(() => listJoined(scope, id))}
          convert={mayConvert(scope) ? convert.bind(null, { locale, hub, proposal: id }) : null}
        />
      )}
      <ProposalHistory proposal={proposal} locale={locale} zone={scope.hub.zone} />
      <Similar locale={locale} base={base} similar={similar} />
    </>
  );
}

type AssessingProps = { place: Place; id: string; start: AssessmentStart; again: boolean };

/** The assessment of this round; once one is sent, the next version waits behind a fold. */
function Assessing({ place, id, start, again }: AssessingProps) {
  const { locale } = place;
  const t = translator(locale, 'innovation');
  const form = (
    <AssessmentForm
      action={assess.bind(null, { ...place, id })}
      labels={{ ...formLabels(locale), errorSummary: t('refusedTitle') }}
      words={assessmentWords(locale, start.bodies)}
      initial={{ ...start.fields, revision: String(start.revision) }}
    />
  );
  return (
    <div className="no-print mt-10 max-w-3xl">
      {again && start.revision === 0 ? (
        <Disclosure summary={t('assessment.again')}>{form}</Disclosure>
      ) : (
        form
      )}
    </div>
  );
}

type JudgementProps = { place: Place; id: string; can: string[]; organisation: string };

/** What the table of moves allows an assessor to do now. */
function Judgement({
  place,
  id,
  can,
  organisation,
  assessed,
}: JudgementProps & { assessed: boolean }) {
  const { locale } = place;
  const t = translator(locale, 'innovation');
  const labels = formLabels(locale);
  const words = {
    heading: t('reviews.decide'),
    decision: {
      label: t('fields.decision'),
      options: [
        { value: 'accept', label: t('reviews.accept'), hint: t('reviews.acceptHint') },
        { value: 'decline', label: t('reviews.decline'), hint: t('reviews.declineHint') },
        { value: 'park', label: t('reviews.park'), hint: t('reviews.parkHint') },
      ],
    },
    reason: { label: t('fields.reason'), hint: t('hints.reason') },
    nextStep: { label: t('fields.nextStep'), hint: t('hints.nextStep') },
    reviewOn: { label: t('fields.reviewOn'), hint: t('hints.reviewOn') },
    next: t('reviews.next', { organisation }),
    submit: t('reviews.submit'),
  };
  return (
    <div className="no-print mt-10 max-w-3xl">
      <ButtonForm
        action={begin.bind(null, { ...place, id })}
        labels={{ ...labels, errorSummary: t('refusedTitle') }}
        hint={t('reviews.beginHint', { organisation })}
        closed={!can.includes('begin')}
      >
        {t('reviews.begin')}
      </ButtonForm>
      {can.includes('accept') && !assessed && <p>{t('assessment.first')}</p>}
      <DecisionForm
        action={decide.bind(null, { ...place, id })}
        labels={labels}
        words={words}
        closed={!can.includes('accept') || !assessed}
      />
      <Further place={place} id={id} can={can} organisation={organisation} />
    </div>
  );
}

/** Asking, and taking up again what rests, was appealed or was wrongly decided. */
function Further({ place, id, can, organisation }: JudgementProps) {
  const { locale } = place;
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  const which = { ...place, id };
  const said = (name: string) => ({
    ...{ name, labels: { ...formLabels(locale), errorSummary: t('refusedTitle') } },
    ...{ label: t(`fields.${name}`), hint: t(`hints.${name}`) },
  });
  return (
    <div className="mt-6 grid gap-4">
      <ButtonForm
        action={resume.bind(null, which)}
        labels={labels}
        closed={!can.includes('resume')}
      >
        {t('reviews.resume')}
      </ButtonForm>
      <ButtonForm
        action={reopen.bind(null, which)}
        labels={labels}
        hint={t('reviews.reopenHint', { organisation })}
        closed={!can.includes('reopen')}
      >
        {t('reviews.reopen')}
      </ButtonForm>
      <WordsForm
        {...said('ask')}
        action={ask.bind(null, which)}
        summary={t('reviews.ask')}
        submit={t('reviews.askSend')}
        closed={!can.includes('ask')}
      />
      <WordsForm
        {...said('undo')}
        action={undo.bind(null, which)}
        summary={t('reviews.undo')}
        submit={t('reviews.undo')}
        closed={!can.includes('undo')}
      />
    </div>
  );
}

type SimilarProps = { locale: Locale; base: string; similar: ProposalCard[] };

/** What else has been proposed for the same needs, so that nobody works alone. */
function Similar({ locale, base, similar }: SimilarProps) {
  const t = translator(locale, 'innovation');
  return (
    <section className="mt-12" aria-labelledby="similar">
      <h2 className="ds-heading" data-size="xs" id="similar">
        {t('reviews.similar')}
      </h2>
      {similar.length === 0 && <p className="quiet">{t('reviews.noSimilar')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {similar.map(({ id, title, language, organisation, state }) => (
          <li className="flex flex-wrap items-center gap-x-3" key={id}>
            <a className="inline-flex min-h-8 items-center" href={`${base}/${id}`} lang={language}>
              {title}
            </a>
            <span className="quiet text-base">{organisation ?? t('gone')}</span>
            <StateTag locale={locale} state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
