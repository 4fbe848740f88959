import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { newPlace, placeFields } from '#components/places/place-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findPlaceChoices } from '#lib/places/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('new') };
}

export default async function NewPlacePage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const choices = await orNotFound(() => findPlaceChoices(scope));
  const t = translator(locale, 'places');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/places`, label: t('title') }]}
      />
      <PageHeader title={t('new')} lead={t('newLead')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
          groups={placeFields(locale, choices, null)}
          initial={newPlace}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}
