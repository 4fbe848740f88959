import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { AssessmentDocument } from '#components/innovation/assessment-document.tsx';
import { Chain } from '#components/innovation/chain.tsx';
import { EndorsedBy } from '#components/innovation/endorsed-by.tsx';
import { ProposalDocument } from '#components/innovation/proposal-document.tsx';
import { ProposalHistory } from '#components/innovation/proposal-history.tsx';
import { WordsForm } from '#components/innovation/words-form.tsx';
import { AmendmentSection } from '#components/proposals/amendment-section.tsx';
import { CoauthorSection } from '#components/proposals/coauthor-section.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { writtenStates } from '#lib/proposals/coauthors.ts';
import { movesFrom } from '#lib/proposals/moves.ts';
import { findOwnProposal } from '#lib/proposals/reads.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { missing } from '#lib/proposals/rules.ts';
import { OwnJoining } from '../../projects/own-joining.tsx';
import {
  acceptWords,
  coauthor,
  discard,
  invite,
  rejectWords,
  say,
  submit,
  withdraw,
} from '../actions.ts';

type Place = { locale: Locale; hub: string; org: string };
type Props = {
  params: Promise<Place & { proposal: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache((locale: Locale, hub: string, org: string, id: string) =>
  orNotFound(async () => {
    const scope = await enter(locale, hub, org);
    return { scope, proposal: await findOwnProposal(scope, id) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, proposal: id } = await params;
  const { proposal } = await load(locale, hub, org, id);
  return { title: proposal.title || translator(locale, 'innovation')('untitled') };
}

export default async function OwnProposalPage({ params, searchParams }: Props) {
  const { locale, hub, org, proposal: id } = await params;
  await enter(locale, hub, org);
  const { scope, proposal } = await load(locale, hub, org, id);
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${hub}/${org}`;
  const { done } = await searchParams;
  const own = proposal.organisationId === scope.organisation.id;
  const open = (writtenStates as readonly string[]).includes(proposal.state);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/proposals`, label: t('document.back') }]}
      />
      <DoneIn locale={locale} part="innovation" done={done} />
      <DoneIn locale={locale} part="projects" done={done} />
      <ProposalDocument
        proposal={proposal}
        locale={locale}
        zone={scope.hub.zone}
        projectAddress={({ slug }) => `${base}/others/projects/${slug}`}
      >
        <p className="prose mt-4 mb-0">{t(`stateMeaning.${proposal.state}`)}</p>
        <Actions
          key={String(done)}
          place={{ locale, hub, org }}
          proposal={proposal}
          own={own}
          leads={own && scope.may('proposal:callOff')}
        />
      </ProposalDocument>
      <AssessmentDocument
        locale={locale}
        zone={scope.hub.zone}
        assessments={proposal.assessments}
        textFrom={proposal.versions[0]?.sentAt}
      />
      {proposal.state !== 'DRAFT' && (
        <EndorsedBy locale={locale} zone={scope.hub.zone} endorsed={proposal.endorsed} />
      )}
      <AmendmentSection
        locale={locale}
        zone={scope.hub.zone}
        language={proposal.language}
        amendments={proposal.amendments}
        open={open}
        actions={
          own
            ? {
                side: 'proposers',
                accept: (which) => acceptWords.bind(null, { locale, hub, org, id }, which),
                reject: (which) => rejectWords.bind(null, { locale, hub, org, id }, which),
              }
            : null
        }
      />
      <CoauthorSection
        key={`coauthors ${proposal.coauthors.map(({ id, state }) => id + state)}`}
        locale={locale}
        zone={scope.hub.zone}
        coauthors={proposal.coauthors}
        writings={proposal.writings}
        own={own}
        invite={own && open ? invite.bind(null, { locale, hub, org, id }) : null}
        move={(which, name) => coauthor.bind(null, { locale, hub, org }, which, name)}
      />
      {proposal.state === 'ACCEPTED' && (
        <OwnJoining place={{ locale, hub, org }} scope={scope} proposal={id} back="proposals" />
      )}
      <ProposalHistory proposal={proposal} locale={locale} zone={scope.hub.zone} />
      {proposal.state !== 'DRAFT' && (
        <Chain locale={locale} scope={scope} from={{ proposal: id }} />
      )}
    </>
  );
}

type ActionsProps = { place: Place; proposal: ProposalView; own: boolean; leads: boolean };

/** What the table of moves allows the organisation to do now; its administrators more. */
function Actions({ place, proposal, own, leads }: ActionsProps) {
  const { locale, hub, org } = place;
  const { id, state } = proposal;
  const t = translator(locale, 'innovation');
  const labels = { ...formLabels(locale), errorSummary: t('refusedTitle') };
  const can = movesFrom(state, 'member');
  const whole = missing({ ...proposal, needs: proposal.needs.map((need) => need.id) }).length === 0;
  return (
    <div className="no-print mt-5 flex flex-wrap gap-3">
      {state === 'DRAFT' && (
        <ButtonLink
          href={`/${locale}/${hub}/${org}/proposals/${id}/edit`}
          variant={whole ? 'secondary' : 'primary'}
        >
          {t('document.edit')}
        </ButtonLink>
      )}
      <ButtonForm
        action={submit.bind(null, { ...place, id })}
        labels={labels}
        closed={!can.includes('submit') || !whole}
      >
        {t('document.submit')}
      </ButtonForm>
      <ButtonForm
        action={withdraw.bind(null, { ...place, id })}
        labels={labels}
        variant="secondary"
        closed={!own || !can.includes('withdraw') || proposal.endorsed.length > 0}
      >
        {t('document.withdraw')}
      </ButtonForm>
      <Saying place={place} proposal={proposal} leads={leads} />
      {own && state === 'DRAFT' && (
        <Disclosure summary={t('document.discard')}>
          <ButtonForm
            action={discard.bind(null, { ...place, id })}
            labels={labels}
            variant="secondary"
            hint={t('document.discardHint')}
          >
            {t('document.discard')}
          </ButtonForm>
        </Disclosure>
      )}
    </div>
  );
}

/** The moves that are made with words: the question that waits stands above its answer. */
function Saying({ place, proposal, leads }: Omit<ActionsProps, 'own'>) {
  const { locale } = place;
  const { id, state, story, appealedAt, appealOpen } = proposal;
  const t = translator(locale, 'innovation');
  const can = [...movesFrom(state, 'member'), ...(leads ? movesFrom(state, 'admin') : [])];
  const asked = story.findLast(({ kind }) => kind === 'proposalAsked')?.said?.words;
  const which = { ...place, id };
  const said = (name: string) => ({
    ...{ name, labels: { ...formLabels(locale), errorSummary: t('refusedTitle') } },
    ...{ label: t(`fields.${name}`), hint: t(`hints.${name}`) },
  });
  return (
    <div className="grid w-full max-w-3xl gap-4">
      {can.includes('answer') && asked && (
        <section className="panel border-l-4 p-5" aria-labelledby="asked">
          <h2 className="ds-heading" data-size="xs" id="asked">
            {t('document.asked')}
          </h2>
          <p className="whitespace-pre-line">{asked}</p>
          {proposal.open && <p className="font-semibold">{t('document.changed')}</p>}
          <p>
            <ButtonLink
              href={`/${locale}/${place.hub}/${place.org}/proposals/${id}/edit`}
              variant="secondary"
            >
              {t('document.change')}
            </ButtonLink>
          </p>
          <WordsForm
            {...said('answer')}
            action={say.bind(null, which, 'answer')}
            submit={t('document.answer')}
            closed={false}
            variant="primary"
          />
        </section>
      )}
      {appealOpen && <p className="m-0 font-semibold">{t('document.appealWaits')}</p>}
      <WordsForm
        {...said('appeal')}
        action={say.bind(null, which, 'appeal')}
        summary={t('document.appeal')}
        submit={t('document.appeal')}
        closed={!can.includes('appeal') || appealedAt !== null}
      />
      <WordsForm
        {...said('callOff')}
        action={say.bind(null, which, 'callOff')}
        summary={t('document.callOff')}
        submit={t('document.callOff')}
        closed={!can.includes('callOff')}
      />
    </div>
  );
}
