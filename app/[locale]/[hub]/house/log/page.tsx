import type { Metadata } from 'next';
import { LogFilter } from '#components/house/log-filter.tsx';
import { LogList } from '#components/house/log-list.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('log.title') };
}

/** Everything that was changed at the hub, in sentences. */
export default async function LogPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const query = readLogQuery(await searchParams);
  const { choices, ...page } = await orNotFound(() => listLog(scope, query, locale));
  const t = translator(locale, 'house');
  return (
    <>
      <PageHeader title={t('log.title')} lead={t('log.lead', { hub: scope.hub.name })}>
        <ButtonLink href={`/${locale}/${hub}/house/retention`} variant="tertiary">
          {translator(locale, 'rights')('retention.title')}
        </ButtonLink>
      </PageHeader>
      <LogFilter locale={locale} query={query} choices={choices} />
      <LogList
        reader={{ locale, hub: scope.hub.name, own: false }}
        zone={scope.hub.zone}
        base={`/${locale}/${hub}/house/log`}
        query={query}
        page={page}
      />
    </>
  );
}
