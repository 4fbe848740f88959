import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { foundWords } from '#components/leases/found-words.ts';
import { blockFields } from '#components/places/block-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { FoundList } from '#components/ui/form/found-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHousePlace, type PlaceDetail } from '#lib/places/reads.ts';
import { today } from '#lib/platform/clock.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { block, unblock } from '../actions.ts';

type Params = { locale: Locale; hub: string; place: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  const place = await orNotFound(() => findHousePlace(scope, id));
  return { scope, place };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, place: id } = await params;
  return { title: inLocale((await load(locale, hub, id)).place.name, locale) };
}

/** One place for the house: what is to come there, times out of service, and the way to change it. */
export default async function HousePlacePage({ params, searchParams }: Props) {
  const { locale, hub, place: id } = await params;
  const { scope, place } = await load(locale, hub, id);
  const t = translator(locale, 'places');
  const floors = translator(locale, 'floors');
  const kind = translator(locale, 'workspace')(`kinds.${place.kind}`);
  const base = `/${locale}/${hub}/house/places`;
  const where = { locale, hub };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('title') }]}
      />
      <PageHeader
        title={inLocale(place.name, locale)}
        lead={`${kind}. ${t(`states.${place.state}`)}.`}
      >
        {scope.may('place:manage') && (
          <ButtonLink href={`${base}/${id}/edit`} variant="secondary">
            {t('edit')}
          </ButtonLink>
        )}
        <ButtonLink href={`${base}/${id}/signs`} variant="secondary">
          {translator(locale, 'signs')('place.title')}
        </ButtonLink>
      </PageHeader>
      <DoneIn locale={locale} part="places" done={(await searchParams).done} />
      <p>
        {floors(place.onPlan ? 'onPlan' : 'offPlan')}{' '}
        <a className="underline" href={`/${locale}/${hub}/house/floors/${place.floorId}`}>
          {floors('toPlan')}
        </a>
      </p>
      <div className="max-w-3xl">
        <Blocks where={where} place={place} />
        {place.ahead.length > 0 ? (
          <FoundList title={t('ahead.title')} found={foundWords(where, place.ahead)} />
        ) : (
          <p className="quiet">{t('ahead.none')}</p>
        )}
        <section className="mt-8" aria-labelledby="block">
          <h2 className="ds-heading" data-size="sm" id="block">
            {t('block.title')}
          </h2>
          <FieldsForm
            action={block.bind(null, { ...where, id })}
            labels={formLabels(locale)}
            groups={blockFields(locale)}
            initial={{ way: 'ask', from: today(place.zone).toString() }}
            submit={t('block.submit')}
            foundTitle={t('ahead.inTheWay')}
          />
        </section>
      </div>
    </>
  );
}

type PartProps = { where: { locale: Locale; hub: string }; place: PlaceDetail };

/** Times out of service, each with the button that ends it. */
function Blocks({ where, place }: PartProps) {
  const t = translator(where.locale, 'places');
  const format = formatter(where.locale, place.zone);
  const spoken = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  if (place.blocks.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby="blocks">
      <h2 className="ds-heading" data-size="sm" id="blocks">
        {t('block.list')}
      </h2>
      <ul className="m-0 grid list-none gap-3 p-0">
        {place.blocks.map(({ id, startsAt, endsAt, reason }) => {
          const from = format.dateTime(startsAt, spoken);
          return (
            <li className="panel px-5 py-3" key={id}>
              <p className="m-0 font-semibold">{reason}</p>
              <p className="quiet mt-0">
                {endsAt
                  ? t('block.until', { from, to: format.dateTime(endsAt, spoken) })
                  : t('block.open', { from })}
              </p>
              <ButtonForm
                action={unblock.bind(null, { ...where, id })}
                labels={formLabels(where.locale)}
                variant="secondary"
              >
                {t('block.lift')}
              </ButtonForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
