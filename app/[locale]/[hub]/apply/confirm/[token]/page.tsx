import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findApplication } from '#lib/organisations/applying.ts';
import { writtenNumber } from '#lib/organisations/numbers.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { confirm } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; token: string }> };

// A link that is used or too old gets a page that says what to do, not "not found".
const load = cache(async (hub: string, token: string) => {
  const scope = await visit(hub);
  try {
    return { scope, application: await findApplication(scope, token) };
  } catch (error) {
    if (error instanceof NotFound) return { scope, application: null };
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, token } = await params;
  const { scope, application } = await load(hub, token);
  const t = translator(locale, 'organisations');
  const title = application ? t('apply.confirmTitle') : t('apply.gone');
  return { title: `${title} – ${scope.hub.name}`, referrer: 'same-origin' };
}

export default async function ConfirmPage({ params }: Props) {
  const { locale, hub, token } = await params;
  const { scope, application } = await load(hub, token);
  const t = translator(locale, 'organisations');
  if (!application) return <Gone locale={locale} hub={hub} />;
  const { country, organisationNumber: number } = application;
  const rows = [
    [t('apply.fields.name'), application.name],
    ...(number ? [[t('apply.fields.number'), writtenNumber(country, number)]] : []),
    [t('apply.fields.person'), application.applicantName],
    [t('apply.fields.email'), application.email],
    [t('apply.fields.role'), application.workRole],
  ];
  return (
    <>
      <PageHeader
        title={t('apply.confirmTitle')}
        lead={t('apply.confirmLead', { hub: scope.hub.name })}
      />
      <dl className="panel m-0 grid max-w-2xl gap-4 p-6">
        {rows.map(([term, fact]) => (
          <div key={term}>
            <dt className="quiet text-base">{term}</dt>
            <dd className="m-0 break-words font-medium">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="prose mt-6">{t('apply.confirmNext')}</p>
      <ActionForm action={confirm.bind(null, { locale, hub, token })} labels={formLabels(locale)}>
        <div>
          <SubmitButton>{t('apply.confirm')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

function Gone({ locale, hub }: { locale: Locale; hub: string }) {
  const t = translator(locale, 'organisations');
  return (
    <>
      <PageHeader title={t('apply.gone')} lead={t('apply.goneText')} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/${locale}/sign-in?next=/${locale}/account?enter=1`}>
          {t('apply.signIn')}
        </ButtonLink>
        <ButtonLink href={`/${locale}/${hub}/apply`} variant="secondary">
          {t('apply.again')}
        </ButtonLink>
      </div>
    </>
  );
}
