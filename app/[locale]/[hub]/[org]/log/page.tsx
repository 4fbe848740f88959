import type { Metadata } from 'next';
import { LogFilter } from '#components/house/log-filter.tsx';
import { LogList } from '#components/house/log-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOwnLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('log.ownTitle') };
}

/** What was done for the organisation, or with its things by the hub's staff. */
export default async function OwnLogPage({ params, searchParams }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const query = readLogQuery(await searchParams);
  const { choices, ...page } = await orNotFound(() => listOwnLog(scope, query, locale));
  const t = translator(locale, 'house');
  return (
    <>
      <PageHeader
        title={t('log.ownTitle')}
        lead={t('log.ownLead', { organisation: scope.organisation.name })}
      />
      <LogFilter locale={locale} query={query} choices={choices} />
      <LogList
        reader={{ locale, hub: scope.hub.name, own: true }}
        zone={scope.hub.zone}
        base={`/${locale}/${hub}/${org}/log`}
        query={query}
        page={page}
      />
    </>
  );
}
