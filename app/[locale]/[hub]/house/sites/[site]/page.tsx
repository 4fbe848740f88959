import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { floorFields, nameValues, siteFields, siteValues } from '#components/places/site-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { type HouseSite, listHouseSites } from '#lib/places/sites.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { keepFloor, remove, save } from '../actions.ts';

type Params = { locale: Locale; hub: string; site: string };
type Props = {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (locale: Locale, hub: string, id: string): Promise<HouseSite> => {
  const scope = await enterHouseOf(locale, hub);
  const sites = await orNotFound(() => listHouseSites(scope));
  return sites.find((site) => site.id === id) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, site } = await params;
  return { title: inLocale((await load(locale, hub, site)).name, locale) };
}

/** One site: what it is called and where, and its floors. */
export default async function SitePage({ params, searchParams }: Props) {
  const { locale, hub, site: id } = await params;
  const site = await load(locale, hub, id);
  const t = translator(locale, 'places');
  const labels = formLabels(locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/sites`, label: t('sites.title') }]}
      />
      <PageHeader title={inLocale(site.name, locale)} lead={site.address} />
      <DoneIn locale={locale} part="places" done={(await searchParams).done} />
      <section className="max-w-2xl" aria-labelledby="floors">
        <h2 className="ds-heading" data-size="sm" id="floors">
          {t('sites.floors')}
        </h2>
        {site.floors.length === 0 && <p>{t('sites.noFloors')}</p>}
        {site.floors.map((floor) => (
          <Floor key={floor.id} where={{ locale, hub, site: id }} floor={floor} />
        ))}
        <details className="mt-4">
          <summary className="cursor-pointer py-2">{t('sites.newFloor')}</summary>
          <FieldsForm
            action={keepFloor.bind(null, { locale, hub, site: id, id: null })}
            labels={labels}
            groups={floorFields(locale)}
            submit={t('sites.saveFloor')}
            variant="secondary"
          />
        </details>
      </section>
      <section className="mt-10 max-w-2xl" aria-labelledby="facts">
        <h2 className="ds-heading" data-size="sm" id="facts">
          {t('sites.facts')}
        </h2>
        <FieldsForm
          action={save.bind(null, { locale, hub, id })}
          labels={labels}
          groups={siteFields(locale)}
          initial={siteValues(site)}
          submit={t('form.save')}
        />
      </section>
      {site.floors.every(({ places }) => places === 0) && (
        <section className="mt-10 max-w-2xl" aria-labelledby="remove">
          <h2 className="ds-heading" data-size="sm" id="remove">
            {t('sites.remove')}
          </h2>
          <ButtonForm
            action={remove.bind(null, { locale, hub, site: id, floor: null })}
            labels={labels}
            variant="secondary"
            hint={t('sites.removeLead')}
          >
            {t('sites.remove')}
          </ButtonForm>
        </section>
      )}
    </>
  );
}

type FloorProps = {
  where: { locale: Locale; hub: string; site: string };
  floor: HouseSite['floors'][number];
};

function Floor({ where, floor }: FloorProps) {
  const { locale, hub } = where;
  const t = translator(locale, 'places');
  const name = inLocale(floor.name, locale);
  return (
    <div className="border-0 border-b border-solid border-neutral-border-subtle py-3">
      <p className="m-0 flex flex-wrap gap-x-6 gap-y-1">
        <strong>{name}</strong>
        <span className="quiet">{t('sites.placeCount', { count: floor.places })}</span>
        <a href={`/${locale}/${hub}/house/floors/${floor.id}`}>
          {t('sites.plan')}
          <span className="ds-sr-only">, {name}</span>
        </a>
      </p>
      <details>
        <summary className="cursor-pointer py-2">
          {t('sites.changeFloor')}
          <span className="ds-sr-only">, {name}</span>
        </summary>
        <FieldsForm
          action={keepFloor.bind(null, { ...where, id: floor.id })}
          labels={formLabels(locale)}
          groups={floorFields(locale)}
          initial={{ ...nameValues(floor.name), level: String(floor.level) }}
          submit={t('sites.saveFloor')}
          variant="secondary"
        />
        {floor.places === 0 && (
          <div className="mt-4">
            <ButtonForm
              action={remove.bind(null, { ...where, floor: floor.id })}
              labels={formLabels(locale)}
              variant="secondary"
            >
              {t('sites.removeFloor')}
              <span className="ds-sr-only">, {name}</span>
            </ButtonForm>
          </div>
        )}
      </details>
    </div>
  );
}
