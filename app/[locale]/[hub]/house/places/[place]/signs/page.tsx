import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { DisplayForm } from '#components/signs/display-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHousePlace, type PlaceDetail } from '#lib/places/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findHung, type HungAt } from '#lib/signs/hanging.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { hang, renew, takeDown } from '../../signs/actions.ts';

type Params = { locale: Locale; hub: string; place: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(async () => ({
    hung: await findHung(scope, id),
    place: await findHousePlace(scope, id),
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale, 'signs')('place.title') };
}

/** What hangs at a place: its sign, and screens. */
export default async function PlaceSignsPage({ params, searchParams }: Props) {
  const { locale, hub, place: id } = await params;
  const { hung, place } = await load(locale, hub, id);
  const t = translator(locale, 'signs');
  const base = `/${locale}/${hub}/house`;
  const which = { locale, hub, place: id };
  const labels = formLabels(locale);
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `${base}/places`, label: translator(locale, 'places')('title') },
          { href: `${base}/places/${id}`, label: inLocale(place.name, locale) },
        ]}
      />
      <PageHeader title={t('place.title')} lead={t('place.hint')} />
      <DoneIn locale={locale} part="signs" done={(await searchParams).done} />
      <div className="grid max-w-3xl gap-4">
        {hung.code ? (
          <p className="m-0">
            <ButtonLink href={`${base}/places/signs?place=${id}`}>{t('place.print')}</ButtonLink>
          </p>
        ) : (
          <p className="m-0">{t('place.none')}</p>
        )}
        <ButtonForm
          action={renew.bind(null, which)}
          labels={labels}
          variant="secondary"
          {...(hung.code && { hint: t('place.renewHint') })}
        >
          {t(hung.code ? 'place.renew' : 'place.make')}
        </ButtonForm>
        <h2 className="ds-heading mt-6" data-size="sm">
          {t('place.displays')}
        </h2>
        <p className="m-0">{t('place.displaysHint')}</p>
        <DisplayForm
          action={hang.bind(null, which)}
          labels={labels}
          words={{ submit: t('place.makeDisplay'), yours: t('place.yours'), ink: t('place.ink') }}
        />
        <Displays which={which} place={place} displays={hung.displays} />
      </div>
    </>
  );
}

type DisplaysProps = { which: Params; place: PlaceDetail; displays: HungAt['displays'] };

function Displays({ which, place, displays }: DisplaysProps) {
  const t = translator(which.locale, 'signs');
  const format = formatter(which.locale, place.zone);
  if (displays.length === 0) return null;
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {displays.map(({ id, madeAt }) => (
        <li className="panel flex flex-wrap items-center justify-between gap-4 px-5 py-3" key={id}>
          <span>
            {t('place.made', {
              when: format.dateTime(madeAt, { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </span>
          <ButtonForm
            action={takeDown.bind(null, { ...which, id })}
            labels={formLabels(which.locale)}
            variant="secondary"
          >
            {t('place.revoke')}
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
