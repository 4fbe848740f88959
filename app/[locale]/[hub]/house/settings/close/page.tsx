import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { SettingsCrumbs } from '#components/house/settings-crumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubSettings } from '#lib/hubs/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { close } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await enterHouseOf(locale, hub)).hub;
  return { title: translator(locale, 'house')('settings.closeTitle', { hub: name }) };
}

/** Asks once more before visitors are shut out. */
export default async function ClosePage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { name } = await orNotFound(() => findHubSettings(scope));
  const t = translator(locale, 'house');
  return (
    <>
      <SettingsCrumbs locale={locale} hub={hub} />
      <PageHeader title={t('settings.closeTitle', { hub: name })} lead={t('settings.closeText')} />
      <div className="flex flex-wrap gap-3">
        <ActionForm action={close.bind(null, { locale, hub })} labels={formLabels(locale)}>
          <SubmitButton tone="danger">{t('settings.closeConfirm')}</SubmitButton>
        </ActionForm>
        <ButtonLink href={`/${locale}/${hub}/house/settings`} variant="secondary">
          {t('settings.cancel')}
        </ButtonLink>
      </div>
    </>
  );
}
