import type { Metadata } from 'next';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { listFloors } from '#lib/floors/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'floors')('title') };
}

/** The floors of the house, and how far each one's drawing has come. */
export default async function FloorsPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const floors = await orNotFound(() => listFloors(scope));
  const t = translator(locale, 'floors');
  const base = `/${locale}/${hub}/house/floors`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {floors.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <RecordList
          label={t('listLabel')}
          rows={floors.map(({ id, name, site, shown, drafting, missing }) => ({
            key: id,
            name: (
              <a href={`${base}/${id}`}>{`${inLocale(site, locale)}, ${inLocale(name, locale)}`}</a>
            ),
            facts: [
              {
                label: t('shown'),
                value: (
                  <>
                    {shown === null ? t('noneShown') : t('version', { version: shown })}
                    {drafting && <Tag tone="info">{t('drafting')}</Tag>}
                  </>
                ),
              },
              { label: t('places'), value: t('missing', { count: missing }) },
            ],
          }))}
        />
      )}
    </>
  );
}
