import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { type HouseAttribute, listAttributes } from '#lib/places/attributes.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { placeKinds, type Query } from '#lib/workspace/schema.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('attributes.title') };
}

/** What the hub tells of its places. */
export default async function AttributesPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const attributes = await orNotFound(() => listAttributes(scope));
  const t = translator(locale, 'places');
  const base = `/${locale}/${hub}/house/attributes`;
  return (
    <>
      <DoneIn locale={locale} part="places" done={(await searchParams).done} />
      <PageHeader title={t('attributes.title')} lead={t('attributes.lead')}>
        <ButtonLink href={`${base}/new`}>{t('attributes.add')}</ButtonLink>
      </PageHeader>
      <RecordList
        label={t('attributes.listLabel')}
        rows={attributes.map((one) => ({
          key: one.id,
          name: <a href={`${base}/${one.id}`}>{inLocale(one.name, locale)}</a>,
          facts: factsOf(locale, one),
        }))}
      />
    </>
  );
}

function factsOf(locale: Locale, one: HouseAttribute) {
  const t = translator(locale, 'places');
  const { type, unit, kinds, choices, filter, retired, places } = one;
  const words = choices.map(({ name }) => inLocale(name, locale));
  const answer = [t(`attributes.types.${type}`), unit, words.join(', ')].filter(Boolean);
  const of = kinds.map((kind) => translator(locale, 'workspace')(`kinds.${kind}`));
  return [
    { label: t('attributes.type'), value: answer.join(': ') },
    {
      label: t('attributes.kinds'),
      value: of.length === placeKinds.length ? t('attributes.allKinds') : of.join(', '),
    },
    {
      label: t('attributes.search'),
      value: retired ? (
        <Tag tone="warning">{t('attributes.retired')}</Tag>
      ) : (
        t(filter ? 'attributes.searched' : 'attributes.notSearched')
      ),
    },
    { label: t('attributes.on'), value: t('attributes.onPlaces', { count: places }) },
  ];
}
