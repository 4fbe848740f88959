import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { synonymFields } from '#components/showroom/synonym-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'catalogue')('synonyms.addTitle') };
}

/** A new group of words that mean the same. */
export default async function NewSynonymPage({ params }: Props) {
  const { locale, hub } = await params;
  demand(await enterHouseOf(locale, hub), 'synonym:edit');
  const t = translator(locale, 'catalogue');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/synonyms`, label: t('synonyms.title') }]}
      />
      <PageHeader title={t('synonyms.addTitle')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
          groups={synonymFields(locale)}
          submit={t('synonyms.save')}
        />
      </div>
    </>
  );
}
