import type { Metadata } from 'next';
import { dayText } from '#components/innovation/day.ts';
import { StateTag } from '#components/innovation/state-tag.tsx';
import { CoauthorInvitations } from '#components/proposals/coauthor-invitations.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { listCoauthorInvitations } from '#lib/proposals/coauthored.ts';
import { listOwnProposals, type OwnProposal } from '#lib/proposals/reads.ts';
import { coauthor } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('own.title') };
}

export default async function OwnProposalsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const proposals = await orNotFound(() => listOwnProposals(scope));
  const invitations = await listCoauthorInvitations(scope);
  const t = translator(locale, 'innovation');
  const base = `/${locale}/${hub}/${org}/proposals`;
  return (
    <>
      <PageHeader
        title={t('own.title')}
        lead={t('own.lead', { organisation: scope.organisation.name })}
      >
        <ButtonLink href={`${base}/new`}>{t('propose')}</ButtonLink>
      </PageHeader>
      <DoneIn locale={locale} part="innovation" done={(await searchParams).done} />
      <CoauthorInvitations
        locale={locale}
        own={scope.organisation.name}
        invitations={invitations}
        answer={(id, name) => coauthor.bind(null, { locale, hub, org }, id, name)}
      />
      {proposals.length === 0 ? (
        <EmptyState text={t('own.none')}>
          <ButtonLink href={`${base}/new`} variant="secondary">
            {t('propose')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <ul className="m-0 grid list-none gap-4 p-0">
          {proposals.map((proposal) => (
            <Row
              key={proposal.id}
              proposal={proposal}
              locale={locale}
              zone={scope.hub.zone}
              base={base}
              own={proposal.organisationId === scope.organisation.id}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type RowProps = {
  proposal: OwnProposal;
  locale: Locale;
  zone: string;
  base: string;
  /** False where one writes it with those who began it. */
  own: boolean;
};

function Row({ proposal, locale, zone, base, own }: RowProps) {
  const t = translator(locale, 'innovation');
  const draft = proposal.state === 'DRAFT';
  const href = draft ? `${base}/${proposal.id}/edit` : `${base}/${proposal.id}`;
  return (
    <li className="panel card-link p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateTag locale={locale} state={proposal.state} />
        <span className="quiet text-base">
          {t('own.changed', { date: dayText(locale, zone, proposal.changedAt) })}
        </span>
      </div>
      <h2 className="ds-heading m-0 mt-3" data-size="xs">
        <a href={href} lang={proposal.language}>
          {proposal.title || t('untitled')}
        </a>
      </h2>
      {!own && (
        <p className="quiet m-0 mt-1 text-base">
          {t('coauthors.begunBy', { organisation: proposal.organisation ?? t('gone') })}
        </p>
      )}
      {proposal.summary && (
        <p className="prose m-0 mt-2 text-base" lang={proposal.language}>
          {proposal.summary}
        </p>
      )}
      {proposal.endorsements > 0 && (
        <p className="m-0 mt-2 text-base">{t('endorsed.card', { count: proposal.endorsements })}</p>
      )}
      {draft && <p className="quiet m-0 mt-3 text-base">{whatIsMissing(locale, proposal)}</p>}
    </li>
  );
}

function whatIsMissing(locale: Locale, { missing }: OwnProposal): string {
  const t = translator(locale, 'innovation');
  if (missing.length === 0) return t('own.ready');
  const names = missing.map((field) => t(`parts.${field}`));
  const what = new Intl.ListFormat(locale).format(names);
  return t('own.missing', { count: missing.length, what });
}
