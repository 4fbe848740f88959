import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { type FoundHub, listAllHubs } from '#lib/hubs/founding.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterOwn, orNotFound } from '#lib/platform/session/entry.ts';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'house')('operator.title') };
}

/** Every hub of the installation, for whoever runs it. */
export default async function OperatorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const scope = await enterOwn(locale);
  const hubs = await orNotFound(() => listAllHubs(scope));
  const t = translator(locale, 'house');
  return (
    <>
      {(await searchParams).done === 'made' && <Notice tone="success">{t('operator.done')}</Notice>}
      <PageHeader title={t('operator.title')} lead={t('operator.lead')}>
        <ButtonLink href={`/${locale}/operator/new`}>{t('operator.make')}</ButtonLink>
      </PageHeader>
      {hubs.length === 0 ? (
        <EmptyState text={t('operator.none')} />
      ) : (
        <Hubs {...{ locale, hubs }} />
      )}
    </>
  );
}

function Hubs({ locale, hubs }: { locale: Locale; hubs: FoundHub[] }) {
  const t = translator(locale, 'house');
  const rows = hubs.map((hub) => ({
    key: hub.slug,
    name: hub.live ? <a href={`/${locale}/${hub.slug}`}>{hub.name}</a> : hub.name,
    facts: [
      { label: t('operator.runBy'), value: hub.operator },
      {
        label: t('operator.address'),
        value: `/${hub.slug} · ${t(`countries.${hub.country}`)}`,
      },
      {
        label: t('operator.state'),
        value: (
          <Tag tone={hub.live ? 'success' : 'warning'}>
            {t(hub.live ? 'operator.live' : 'operator.closed')}
          </Tag>
        ),
      },
    ],
  }));
  return <RecordList label={t('operator.table')} rows={rows} />;
}
