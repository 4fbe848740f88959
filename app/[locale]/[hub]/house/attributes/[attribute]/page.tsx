import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { attributeFields, attributeValues } from '#components/places/attribute-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findAttribute } from '#lib/places/attributes.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { retire, save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; attribute: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('attributes.edit') };
}

/** One attribute: to change it, and to take it out of use or into use again. */
export default async function AttributePage({ params }: Props) {
  const { locale, hub, attribute: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const kept = await orNotFound(() => findAttribute(scope, id));
  const t = translator(locale, 'places');
  const way = kept.retired ? 'restore' : 'retire';
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/attributes`, label: t('attributes.title') }]}
      />
      <PageHeader
        title={t('attributes.edit')}
        lead={`${inLocale(kept.name, locale)}. ${t(`attributes.types.${kept.type}`)}.`}
      />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          groups={attributeFields(locale, kept.type, kept)}
          hidden={{ type: kept.type }}
          initial={attributeValues(kept)}
          submit={t('attributes.save')}
        />
        <section className="mt-10" aria-labelledby="use">
          <h2 className="ds-heading" data-size="sm" id="use">
            {t(`attributes.${way}Title`)}
          </h2>
          <p className="prose">{t(`attributes.${way}Lead`)}</p>
          <ButtonForm
            action={retire.bind(null, { locale, hub, id, retired: !kept.retired })}
            labels={formLabels(locale)}
            variant="secondary"
          >
            {t(`attributes.${way}`)}
          </ButtonForm>
        </section>
      </div>
    </>
  );
}
