import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ProposalDocument } from '#components/innovation/proposal-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findOwnProposal } from '#lib/proposals/reads.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { missing, movesFrom } from '#lib/proposals/rules.ts';
import { submit, withdraw } from '../actions.ts';

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
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/proposals`, label: t('document.back') }]}
      />
      <DoneIn locale={locale} part="innovation" done={done} />
      <ProposalDocument
        proposal={proposal}
        locale={locale}
        zone={scope.hub.zone}
        projectAddress={({ slug }) => `${base}/others/projects/${slug}`}
      >
        <p className="prose mt-4 mb-0">{t(`stateMeaning.${proposal.state}`)}</p>
        <Actions key={String(done)} place={{ locale, hub, org }} proposal={proposal} />
      </ProposalDocument>
    </>
  );
}

/** What the table of moves allows the organisation to do now. */
function Actions({ place, proposal }: { place: Place; proposal: ProposalView }) {
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
        closed={!can.includes('withdraw')}
      >
        {t('document.withdraw')}
      </ButtonForm>
    </div>
  );
}
