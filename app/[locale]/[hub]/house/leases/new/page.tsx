import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { draftFields, newDraft } from '#components/leases/draft-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findDraftChoices } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'leases')('new') };
}

export default async function NewLeasePage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const choices = await orNotFound(() => findDraftChoices(scope));
  const t = translator(locale, 'leases');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/leases`, label: t('title') }]}
      />
      <PageHeader title={t('new')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id: null })}
          labels={formLabels(locale)}
          groups={draftFields(locale, choices)}
          initial={newDraft(choices)}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}
