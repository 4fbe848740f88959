import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { formWords } from '#components/innovation/form-words.ts';
import { ProposalForm } from '#components/innovation/proposal-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listNeedsToLink, type NeedCard } from '#lib/needs/reads.ts';
import { sentence } from '#lib/platform/action.ts';
import type { FormState } from '#lib/platform/formstate.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findOwnProposal } from '#lib/proposals/reads.ts';
import type { ProposalView } from '#lib/proposals/rows.ts';
import { missing } from '#lib/proposals/rules.ts';
import { saveOrSubmit } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string; proposal: string }>;
  searchParams: Promise<{ done?: string | string[]; at?: string | string[]; refused?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'innovation')('form.editTitle') };
}

export default async function EditProposalPage({ params, searchParams }: Props) {
  const { locale, hub, org, proposal: id } = await params;
  const scope = await enter(locale, hub, org);
  const proposal = await orNotFound(() => findOwnProposal(scope, id));
  const base = `/${locale}/${hub}/${org}/proposals`;
  const asked = proposal.state === 'NEEDS_INFO';
  if (proposal.state !== 'DRAFT' && !asked) redirect(`${base}/${id}`);
  const needs = withLinked(await listNeedsToLink(scope), proposal.needs);
  const t = translator(locale, 'innovation');
  const initial = valuesOf(proposal);
  const { done, at, refused } = await searchParams;
  const lacking = missing(initial);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('own.title') },
          { href: `${base}/${id}`, label: proposal.title || t('untitled') },
        ]}
      />
      <PageHeader title={t('form.editTitle')} lead={t(asked ? 'form.changeLead' : 'form.lead')} />
      <p className="mt-0 mb-6">
        <a className="inline-flex min-h-11 items-center" href={`${base}/${id}#coauthors`}>
          {t('coauthors.title')}
        </a>
      </p>
      <div className="max-w-3xl">
        <ProposalForm
          key={String(at)}
          action={saveOrSubmit.bind(null, { locale, hub, org })}
          words={formWords(locale, formLabels(locale), needs, scope.organisation.side, asked)}
          missing={asked ? null : lacking}
          initial={initial}
          start={refused && lacking.length > 0 ? whatIsMissing(locale, lacking) : undefined}
        >
          <DoneIn locale={locale} part="innovation" done={done} />
        </ProposalForm>
      </div>
    </>
  );
}

/** The refusal of a sending, said again from what is saved. */
function whatIsMissing(locale: Locale, fields: string[]): FormState {
  const say = (code: string) => sentence(locale, code);
  const errors = fields.map((field) => [field, say(`innovation.missing.${field}`)]);
  return { message: say('innovation.refusals.incomplete'), errors: Object.fromEntries(errors) };
}

/** What is linked already stays to choose from, though it may have been met meanwhile. */
function withLinked(open: NeedCard[], linked: NeedCard[]): NeedCard[] {
  const known = new Set(open.map(({ id }) => id));
  return [...open, ...linked.filter(({ id }) => !known.has(id))];
}

function valuesOf(proposal: ProposalView) {
  const kept = {
    id: proposal.id,
    revision: String(proposal.revision),
    language: proposal.language,
    title: proposal.title,
    summary: proposal.summary,
    problem: proposal.problem,
    solution: proposal.solution,
    benefit: proposal.benefit,
    firstStep: proposal.firstStep,
    partnersWanted: proposal.partnersWanted,
    visibility: proposal.visibility,
    areas: proposal.areas,
    needs: proposal.needs.map(({ id }) => id),
  };
  return { ...kept, ...proposal.open };
}
