import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findBillingSetting } from '#lib/billing/settings.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { save } from '../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'billing')('settings.title') };
}

/** What the hub's invoices say of it. */
export default async function BillingSettingsPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const setting = await orNotFound(() => findBillingSetting(scope));
  const t = translator(locale, 'billing');
  const example = scope.hub.country === 'SE' ? 'SE556036079301' : 'NO974760673MVA';
  const { paymentDays, ...texts } = setting;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/billing`, label: t('title') }]}
      />
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <DoneIn locale={locale} part="billing" done={(await searchParams).done} />
      <div className="max-w-2xl">
        <ActionForm
          action={save.bind(null, { locale, hub })}
          labels={formLabels(locale)}
          initial={{ ...texts, paymentDays: String(paymentDays) }}
        >
          <TextField name="number" label={t('settings.number')} hint={t('settings.numberHint')} />
          <TextField name="street" label={t('settings.street')} maxLength={120} />
          <TextField name="postalCode" label={t('settings.postalCode')} maxLength={12} />
          <TextField name="town" label={t('settings.town')} maxLength={60} />
          <TextField
            name="vatNumber"
            label={t('settings.vatNumber')}
            hint={t('settings.vatHint', { example })}
            maxLength={20}
          />
          <TextField name="account" label={t('settings.account')} maxLength={40} />
          <TextField
            name="paymentDays"
            label={t('settings.paymentDays')}
            type="number"
            min="0"
            max="120"
            required
          />
          <div>
            <SubmitButton>{t('settings.save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
