import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { listHouseSites } from '#lib/places/sites.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('sites.title') };
}

/** Where the hub has rooms: its sites, and the floors of each. */
export default async function SitesPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const sites = await orNotFound(() => listHouseSites(scope));
  const t = translator(locale, 'places');
  const base = `/${locale}/${hub}/house/sites`;
  return (
    <>
      <PageHeader title={t('sites.title')} lead={t('sites.lead')}>
        <ButtonLink href={`${base}/new`}>{t('sites.new')}</ButtonLink>
      </PageHeader>
      <DoneIn locale={locale} part="places" done={(await searchParams).done} />
      {sites.length === 0 ? (
        <EmptyState text={t('sites.none')} />
      ) : (
        <RecordList
          label={t('sites.title')}
          rows={sites.map(({ id, name, address, floors }) => ({
            key: id,
            name: <a href={`${base}/${id}`}>{inLocale(name, locale)}</a>,
            facts: [
              { label: t('sites.address'), value: address },
              { label: t('sites.floors'), value: t('sites.floorCount', { count: floors.length }) },
            ],
          }))}
        />
      )}
    </>
  );
}
