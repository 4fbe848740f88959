import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { amendableStates } from '#lib/proposals/amending.ts';
import { amendedSections } from '#lib/proposals/amendments.ts';
import { findShownProposal } from '#lib/proposals/reads.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { amend } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; proposal: string }>;
  searchParams: Promise<{ renews?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('amendments.formTitle') };
}

export default async function AmendPage({ params, searchParams }: Props) {
  const { locale, hub, org, proposal: id } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const proposal = await orNotFound(() => findShownProposal(scope, id));
  const base = `/${locale}/${hub}/${org}/others`;
  const ours = proposal.organisationId === scope.organisation.id;
  if (ours || proposal.coauthors.some(({ self, state }) => self && state === 'ACTIVE')) {
    redirect(`/${locale}/${hub}/${org}/proposals/${id}`);
  }
  if (!(amendableStates as readonly string[]).includes(proposal.state)) redirect(`${base}/${id}`);
  const { renews } = await searchParams;
  const before = proposal.amendments.find(
    (one) => one.id === renews && one.own && one.state === 'PENDING',
  );
  const t = translator(locale, 'innovation');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `${base}?show=proposals`, label: t('document.toOthers') },
          { href: `${base}/${id}`, label: proposal.title },
        ]}
      />
      <PageHeader
        title={t('amendments.formTitle')}
        lead={t('amendments.lead', { organisation: scope.organisation.name })}
      />
      <div className="max-w-3xl">
        <FieldsForm
          action={amend.bind(null, { locale, hub, org, id })}
          labels={{ ...formLabels(locale), errorSummary: t('refusedTitle') }}
          groups={groupsOf(locale, proposal)}
          submit={t('amendments.send')}
          hidden={{ renews: before?.id ?? '' }}
          kept={['revision']}
          initial={{
            ...Object.fromEntries(amendedSections.map((name) => [name, proposal[name]])),
            ...before?.changes,
            reason: before?.reason ?? '',
            revision: String(proposal.revision),
          }}
        />
      </div>
    </>
  );
}

function groupsOf(locale: Locale, { partnersWanted }: ProposalView) {
  const t = translator(locale, 'innovation');
  const parts = amendedSections.filter((name) => name !== 'partnersWanted' || partnersWanted);
  const fields = parts.map((name) => ({
    ...{ as: name === 'title' ? ('text' as const) : ('area' as const), name },
    ...{ label: t(`fields.${name}`), required: name !== 'partnersWanted' },
  }));
  const reason = { label: t('amendments.reason'), hint: t('amendments.reasonHint') };
  return [
    { fields: [...fields, { as: 'area' as const, name: 'reason', ...reason, required: true }] },
  ];
}
