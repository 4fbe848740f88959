import type { Metadata } from 'next';
import { ResultList } from '#components/results/result-list.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { listSharedResults } from '#lib/results/reads.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  return { title: `${translator(locale, 'results')('title')} – ${name}` };
}

/** What has been tried and can be taken over, and how far it has come: totals, nobody by name. */
export default async function ResultsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const { page } = await searchParams;
  const at = `/${locale}/${hub}/results`;
  const scope = await visit(hub);
  const found = await listSharedResults(scope, page);
  return <ResultList locale={locale} zone={scope.hub.zone} at={at} found={found} />;
}
