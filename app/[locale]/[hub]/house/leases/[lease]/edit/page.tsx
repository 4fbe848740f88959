import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { formLabels } from '#components/chrome/form-labels.ts';
import { draftFields, draftValues } from '#components/leases/draft-fields.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { FieldsForm } from '#components/ui/form/fields-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findDraftChoices, findLease } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; lease: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'leases')('form.edit') };
}

/** Another wording of a draft; what is offered already leads to how it stands. */
export default async function EditLeasePage({ params }: Props) {
  const { locale, hub, lease: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const lease = await orNotFound(() => findLease(scope, id));
  const here = `/${locale}/${hub}/house/leases/${id}`;
  if (lease.standing !== 'DRAFT') redirect(here);
  const choices = await orNotFound(() => findDraftChoices(scope));
  const t = translator(locale, 'leases');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: `/${locale}/${hub}/house/leases`, label: t('title') },
          { href: here, label: t('heading', { number: lease.number }) },
        ]}
      />
      <PageHeader title={t('form.edit')} />
      <div className="max-w-3xl">
        <FieldsForm
          action={save.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          groups={draftFields(locale, choices)}
          initial={draftValues(lease)}
          submit={t('form.save')}
        />
      </div>
    </>
  );
}
