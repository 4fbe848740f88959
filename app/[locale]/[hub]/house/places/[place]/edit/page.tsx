import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { placeFields, placeValues } from '#components/places/place-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHousePlace, findPlaceChoices } from '#lib/places/reads.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; place: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('edit') };
}

export default async function EditPlacePage({ params }: Props) {
  const { locale, hub, place: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const choices = await orNotFound(() => findPlaceChoices(scope));
  const place = await orNotFound(() => findHousePlace(scope, id));
  const t = translator(locale, 'places');
  const base = `/${locale}/${hub}/house/places`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('title') },
          { href: `${base}/${id}`, label: inLocale(place.name, locale) },
        ]}
      />
      <PageHeader title={t('edit')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          groups={placeFields(locale, choices, place, place.kind)}
          initial={placeValues(place)}
          submit={t('form.save')}
          foundTitle={t('ahead.inTheWay')}
        />
      </div>
    </>
  );
}
