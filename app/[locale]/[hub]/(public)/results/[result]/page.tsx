import type { Metadata } from 'next';
import { cache } from 'react';
import { ResultDocument } from '#components/results/result-document.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { orNotFound, visit } from '#lib/platform/session/entry.ts';
import { findResult } from '#lib/results/reads.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; result: string }> };

const load = cache(async (hub: string, slug: string) =>
  orNotFound(async () => findResult(await visit(hub), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { hub, result } = await params;
  const { title, content } = await load(hub, result);
  return { title, description: content.what.slice(0, 160) };
}

/** A result as a visitor reads it. */
export default async function ResultPage({ params }: Props) {
  const { locale, hub, result: slug } = await params;
  const result = await load(hub, slug);
  const { zone, country } = (await visit(hub)).hub;
  const base = `/${locale}/${hub}`;
  return (
    <article>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${base}/results`, label: translator(locale, 'results')('title') }]}
      />
      <ResultDocument
        {...{ locale, zone, country, result }}
        projectAt={`${base}/projects/${result.project.slug}`}
        resultsAt={`${base}/results`}
      />
    </article>
  );
}
