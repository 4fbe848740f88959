import type { Metadata } from 'next';
import { cache } from 'react';
import { Chain } from '#components/innovation/chain.tsx';
import { Adopters } from '#components/results/adopters.tsx';
import { ResultDocument } from '#components/results/result-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { findOwnAdoption, findResult } from '#lib/results/reads.ts';
import { OwnStanding } from './own-standing.tsx';

type Where = { locale: Locale; hub: string; org: string; result: string };
type Props = { params: Promise<Where>; searchParams: Promise<{ done?: string | string[] }> };

const load = cache((scope: Scope, slug: string) => orNotFound(() => findResult(scope, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, result } = await params;
  return { title: (await load(await enter(locale, hub, org), result)).title };
}

/** A result, where one's own body stands with it, and where others do. */
export default async function ResultPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org, result: slug } = where;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:read');
  const result = await load(scope, slug);
  const { zone, country } = scope.hub;
  const base = `/${locale}/${hub}/${org}`;
  const { done } = await searchParams;
  return (
    <article key={String(done)}>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/results`, label: translator(locale, 'results')('title') }]}
      />
      <DoneIn locale={locale} part="results" done={done} />
      <ResultDocument
        {...{ locale, zone, country, result }}
        projectAt={`${base}/others/projects/${result.project.slug}`}
        resultsAt={`${base}/results`}
      />
      {scope.may('result:adopt') && (
        <>
          <OwnStanding
            where={where}
            scope={scope}
            own={await orNotFound(() => findOwnAdoption(scope, slug))}
          />
          <Adopters locale={locale} adopters={result.adopters} />
        </>
      )}
      <Chain locale={locale} scope={scope} from={{ project: result.project.slug }} result={slug} />
    </article>
  );
}
