import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { type DecisionView, findChoices, findDecision } from '#lib/steering/decisions.ts';
import { DecisionForm } from '../../form.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string; decision: string };

export async function generateMetadata({ params }: { params: Promise<Where> }): Promise<Metadata> {
  return { title: translator((await params).locale, 'steering')('editDraft') };
}

/** Changes a draft of a decision. */
export default async function EditDecisionPage({ params }: { params: Promise<Where> }) {
  const where = await params;
  const { locale, hub, org, project: slug, decision: id } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'seat:sit');
  const decision = await orNotFound(() => findDecision(scope, slug, id));
  if (!decision.mayOpen) notFound();
  const choices = await orNotFound(() => findChoices(scope, slug));
  const t = translator(locale, 'steering');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          {
            href: `/${locale}/${hub}/${org}/projects/${slug}/decisions/${id}`,
            label: decision.title,
          },
        ]}
      />
      <PageHeader title={t('editDraft')} />
      <DecisionForm where={where} choices={choices} id={id} initial={saidIn(decision)} />
    </>
  );
}

function saidIn(decision: DecisionView): Record<string, string> {
  const { kind, language, title, wording, alternatives, background } = decision;
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  return {
    ...{ kind, language, title, wording, alternatives, background },
    ...{ revision: String(decision.revision), owner: decision.ownerId ?? '' },
    ...{ phase: decision.phaseId ?? '', pilot: decision.pilotId ?? '' },
    ...{ supersedes: decision.supersedesId ?? '' },
    ...{ newDay: day(decision.newDay), dueOn: day(decision.dueOn) },
  };
}
