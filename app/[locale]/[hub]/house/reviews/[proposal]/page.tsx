import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DecisionForm } from '#components/innovation/decision-form.tsx';
import { ProposalDocument } from '#components/innovation/proposal-document.tsx';
import { StateTag } from '#components/innovation/state-tag.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import type { ProposalCard } from '#lib/proposals/rows.ts';
import { movesFrom } from '#lib/proposals/rules.ts';
import { begin, decide } from '../actions.ts';

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
  const { proposal, similar, ownBody } = await load(locale, hub, id);
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
      <Judgement
        key={String(done)}
        place={{ locale, hub }}
        id={id}
        can={ownBody ? [] : movesFrom(proposal.state, 'assessor')}
        organisation={proposal.organisation ?? t('gone')}
      />
      <Similar locale={locale} base={base} similar={similar} />
    </>
  );
}

type JudgementProps = { place: Place; id: string; can: string[]; organisation: string };

/** What the table of moves allows an assessor to do now. */
function Judgement({ place, id, can, organisation }: JudgementProps) {
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
      ],
    },
    reason: { label: t('fields.reason'), hint: t('hints.reason') },
    nextStep: { label: t('fields.nextStep'), hint: t('hints.nextStep') },
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
      <DecisionForm
        action={decide.bind(null, { ...place, id })}
        labels={labels}
        words={words}
        closed={!can.includes('accept')}
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
