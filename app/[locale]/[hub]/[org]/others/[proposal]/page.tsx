import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { Chain } from '#components/innovation/chain.tsx';
import { EndorsedBy } from '#components/innovation/endorsed-by.tsx';
import { ProposalDocument } from '#components/innovation/proposal-document.tsx';
import { AmendmentSection } from '#components/proposals/amendment-section.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { amendableStates } from '#lib/proposals/amending.ts';
import { findShownProposal } from '#lib/proposals/reads.ts';
import { endorsableStates } from '#lib/proposals/rules.ts';
import { OwnJoining } from '../../projects/own-joining.tsx';
import { endorse, raise, unamend, unendorse } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; proposal: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const load = cache((locale: Locale, hub: string, org: string, id: string) =>
  orNotFound(async () => findShownProposal(await enter(locale, hub, org), id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, proposal: id } = await params;
  return { title: (await load(locale, hub, org, id)).title };
}

export default async function OthersProposalPage({ params, searchParams }: Props) {
  const { locale, hub, org, proposal: id } = await params;
  const scope = await enter(locale, hub, org);
  const proposal = await load(locale, hub, org, id);
  const base = `/${locale}/${hub}/${org}`;
  const writes = proposal.coauthors.some(({ self, state }) => self && state === 'ACTIVE');
  if (writes || proposal.organisationId === scope.organisation.id)
    redirect(`${base}/proposals/${id}`);
  const t = translator(locale, 'innovation');
  const { done } = await searchParams;
  const which = { locale, hub, org, id };
  const open = (amendableStates as readonly string[]).includes(proposal.state);
  const carer = scope.may('proposal:draft') && scope.organisation.kind !== 'COMPANY';
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/others?show=proposals`, label: t('document.toOthers') }]}
      />
      <DoneIn locale={locale} part="innovation" done={done} />
      <DoneIn locale={locale} part="projects" done={done} />
      <ProposalDocument
        proposal={proposal}
        locale={locale}
        zone={scope.hub.zone}
        projectAddress={({ slug }) => `${base}/others/projects/${slug}`}
      />
      {open && scope.may('proposal:draft') && (
        <p className="no-print mt-8">
          <ButtonLink href={`${base}/others/${id}/amend`} variant="secondary">
            {t('amendments.propose')}
          </ButtonLink>
        </p>
      )}
      <AmendmentSection
        locale={locale}
        zone={scope.hub.zone}
        language={proposal.language}
        amendments={proposal.amendments}
        open={open}
        actions={{
          side: 'amender',
          withdraw: (amendment) => unamend.bind(null, which, amendment),
          raise: (amendment) => raise.bind(null, which, amendment),
          renew: (amendment) => `${base}/others/${id}/amend?renews=${amendment}`,
        }}
      />
      <EndorsedBy
        key={String(done)}
        locale={locale}
        zone={scope.hub.zone}
        endorsed={proposal.endorsed}
        own={
          carer
            ? {
                ...{ id: scope.organisation.id, admin: scope.may('proposal:endorse') },
                open: endorsableStates.includes(proposal.state),
                endorse: endorse.bind(null, which),
                unendorse: unendorse.bind(null, which),
              }
            : undefined
        }
      />
      {proposal.state === 'ACCEPTED' && (
        <OwnJoining place={{ locale, hub, org }} scope={scope} proposal={id} back="others" />
      )}
      <Chain locale={locale} scope={scope} from={{ proposal: id }} />
      {scope.may('proposal:draft') && (
        <section className="mt-12 rounded-xl bg-accent-background-tinted p-6">
          <h2 className="ds-heading" data-size="xs">
            {translator(locale, 'projects')('want')}
          </h2>
          <ButtonLink href={`${base}/proposals/new`}>{t('propose')}</ButtonLink>
        </section>
      )}
    </>
  );
}
