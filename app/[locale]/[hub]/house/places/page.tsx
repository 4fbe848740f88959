import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RecordList } from '#components/ui/record-list.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { type HousePlace, listHousePlaces } from '#lib/places/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('title') };
}

/** Everything the house has, and how each stands. */
export default async function PlacesPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const places = await orNotFound(() => listHousePlaces(scope));
  const t = translator(locale, 'places');
  const base = `/${locale}/${hub}/house/places`;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {scope.may('place:manage') && <ButtonLink href={`${base}/new`}>{t('new')}</ButtonLink>}
        {scope.may('sign:hang') && (
          <ButtonLink href={`${base}/signs`} variant="secondary">
            {translator(locale, 'signs')('sheet.title')}
          </ButtonLink>
        )}
      </PageHeader>
      {places.length === 0 ? (
        <EmptyState text={t('none')} />
      ) : (
        <RecordList
          label={t('listLabel')}
          rows={places.map((place) => ({
            key: place.id,
            name: <a href={`${base}/${place.id}`}>{inLocale(place.name, locale)}</a>,
            facts: factsOf(locale, place),
          }))}
        />
      )}
    </>
  );
}

function factsOf(locale: Locale, place: HousePlace) {
  const t = translator(locale, 'places');
  const kind = translator(locale, 'workspace')(`kinds.${place.kind}`);
  const pool = place.claim === 'ANY';
  const size = pool ? t('pool', { count: place.units }) : t('seats', { count: place.seats });
  const { state, blockedFor, leasedBy } = place;
  const active = state === 'ACTIVE' && !blockedFor;
  const word = blockedFor && state === 'ACTIVE' ? t('states.OUT_OF_SERVICE') : t(`states.${state}`);
  const now = blockedFor ?? (leasedBy && t('leasedBy', { organisation: leasedBy }));
  return [
    { label: t('kind'), value: `${kind}, ${size}` },
    {
      label: t('state'),
      value: (
        <>
          <Tag tone={active ? 'success' : 'warning'}>{word}</Tag>
          {now && <span className="quiet block text-base">{now}</span>}
        </>
      ),
    },
  ];
}
