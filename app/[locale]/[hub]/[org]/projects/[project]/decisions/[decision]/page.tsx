import type { Metadata } from 'next';
import { cache } from 'react';
import { DecisionDocument } from '#components/projects/decision-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findDecision } from '#lib/steering/decisions.ts';
import { Answer, Close, Draft } from './doing.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string; decision: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string, id: string) =>
  orNotFound(() => findDecision(scope, slug, id)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, project, decision } = await params;
  return { title: (await load(await enter(locale, hub, org), project, decision)).title };
}

/** One decision: its words, what the parties say, and what one can do about it. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project: slug, decision: id } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:draft');
  const decision = await load(scope, slug, id);
  const { done } = await searchParams;
  const base = `/${locale}/${hub}/${org}/projects/${slug}/decisions`;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: translator(locale, 'steering')('decisions') }]}
      />
      <DoneIn locale={locale} part="steering" done={done} />
      <DecisionDocument locale={locale} zone={scope.hub.zone} decision={decision} base={base} />
      {decision.mayAnswer && (
        <Answer where={where} decision={decision} organisation={scope.organisation.name} />
      )}
      {decision.mayClose && <Close where={where} />}
      {decision.mayOpen && <Draft where={where} />}
    </article>
  );
}
