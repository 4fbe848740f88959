import type { Metadata } from 'next';
import { ResultList } from '#components/results/result-list.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter } from '#lib/platform/session/entry.ts';
import { listSharedResults } from '#lib/results/reads.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'results')('title') };
}

/** What others have tried and one's own body can take over. */
export default async function ResultsPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'proposal:read');
  const { page } = await searchParams;
  const at = `/${locale}/${hub}/${org}/results`;
  const found = await listSharedResults(scope, page);
  return <ResultList locale={locale} zone={scope.hub.zone} at={at} found={found} />;
}
