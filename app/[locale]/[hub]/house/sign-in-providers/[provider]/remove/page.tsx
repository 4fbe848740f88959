import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { findHubProvider } from '#lib/platform/session/hub-providers.ts';
import { remove } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; provider: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'identity')('own.removeTitle') };
}

/** Asks once more before nobody can sign in with it any longer. */
export default async function RemoveProviderPage({ params }: Props) {
  const { locale, hub, provider: id } = await params;
  const scope = await enterHouseOf(locale, hub);
  const { name } = await orNotFound(() => findHubProvider(scope, id));
  const t = translator(locale, 'identity');
  return (
    <>
      <PageHeader title={t('own.removeTitle')} lead={t('own.removeLead', { name })} />
      <div className="flex flex-wrap items-start gap-3">
        <ActionForm action={remove.bind(null, { locale, hub, id })} labels={formLabels(locale)}>
          <SubmitButton tone="danger">{t('own.remove')}</SubmitButton>
        </ActionForm>
        <ButtonLink
          href={`/${locale}/${hub}/house/sign-in-providers`}
          variant="secondary"
          tone="neutral"
        >
          {t('back')}
        </ButtonLink>
      </div>
    </>
  );
}
