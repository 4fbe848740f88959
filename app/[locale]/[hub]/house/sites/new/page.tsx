import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { siteFields } from '#components/places/site-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'places')('sites.new') };
}

/** A new site; its floors come next. */
export default async function NewSitePage({ params }: Props) {
  const { locale, hub } = await params;
  demand(await enterHouseOf(locale, hub), 'place:manage');
  const t = translator(locale, 'places');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/sites`, label: t('sites.title') }]}
      />
      <PageHeader title={t('sites.new')} lead={t('sites.newLead')} />
      <div className="max-w-2xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
          groups={siteFields(locale)}
          initial={{ halfDayAt: '12:00' }}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}
