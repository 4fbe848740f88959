import type { Metadata } from 'next';
import { cache } from 'react';
import { resultTones } from '#components/results/result-card.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findDraft } from '#lib/results/reads.ts';
import { ResultForm } from '../form.tsx';
import { Publishing, TakingDown } from './publishing.tsx';

type Where = { locale: Locale; hub: string; org: string; project: string; result: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findDraft(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'results')('form.edit') };
}

/** A result as it is being written: the form, what is missing, and publishing it. */
export default async function DraftPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, project } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'project:lead');
  const draft = await load(scope, where.result);
  const t = translator(locale, 'results');
  const { done } = await searchParams;
  const open = draft.state === 'DRAFT' || draft.state === 'PUBLISHED';
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/projects/${project}/results`, label: t('own') }]}
      />
      <DoneIn locale={locale} part="results" done={done} />
      <PageHeader title={t('form.edit')} lead={t('form.lead')} />
      <p className="m-0 flex flex-wrap items-center gap-2">
        <Tag tone={resultTones[draft.state]}>{t(`states.${draft.state}`)}</Tag>
        <strong lang={draft.language}>{draft.title}</strong>
        {draft.version > 0 && (
          <a className="ds-link" href={`/${locale}/${hub}/${org}/results/${draft.slug}`}>
            {t('see')}
          </a>
        )}
      </p>
      {open && <Publishing where={where} draft={draft} />}
      {open && draft.writes && <ResultForm where={where} draft={draft} />}
      {draft.state === 'PUBLISHED' && draft.publishes && <TakingDown where={where} draft={draft} />}
    </article>
  );
}
