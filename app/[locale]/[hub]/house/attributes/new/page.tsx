import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { attributeFields, newAttribute } from '#components/places/attribute-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listAttributes } from '#lib/places/attributes.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { attributeTypes } from '#lib/workspace/attributes.ts';
import { type Query, single } from '#lib/workspace/schema.ts';
import { save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('attributes.newTitle') };
}

/** A new attribute: first what kind of answer it has, since that stays. */
export default async function NewAttributePage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  await orNotFound(() => listAttributes(scope));
  const asked = single((await searchParams).type);
  const type = attributeTypes.find((each) => each === asked);
  const t = translator(locale, 'places');
  const base = `/${locale}/${hub}/house/attributes`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: base, label: t('attributes.title') }]}
      />
      <PageHeader
        title={t('attributes.newTitle')}
        lead={type ? t(`attributes.typeHints.${type}`) : t('attributes.newLead')}
      />
      {type ? (
        <div className="max-w-3xl">
          <FieldsForm
            key={type}
            action={save.bind(null, { locale, hub, id: null })}
            labels={formLabels(locale)}
            groups={attributeFields(locale, type, null)}
            hidden={{ type }}
            initial={newAttribute}
            submit={t('attributes.save')}
          />
        </div>
      ) : (
        <ul className="m-0 grid max-w-3xl list-none gap-4 p-0">
          {attributeTypes.map((each) => (
            <li className="panel card-link px-5 py-4" key={each}>
              <a
                className="font-semibold after:absolute after:inset-0"
                href={`${base}/new?type=${each}`}
              >
                {t(`attributes.types.${each}`)}
              </a>
              <p className="quiet m-0">{t(`attributes.typeHints.${each}`)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
