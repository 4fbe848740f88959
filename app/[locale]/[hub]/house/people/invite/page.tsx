import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { hubRoles } from '#lib/people/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { invite } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('hub.invite') };
}

export default async function InviteStaffPage({ params }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'hub:appoint');
  const t = translator(locale, 'people');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/people`, label: t('hub.title') }]}
      />
      <PageHeader
        title={t('hub.invite')}
        lead={t('hub.inviteLead', { organisation: scope.organisation.name })}
      />
      <div className="max-w-2xl">
        <ActionForm action={invite.bind(null, { locale, hub })} labels={formLabels(locale)}>
          <TextField
            name="email"
            label={t('invite.email')}
            hint={t('invite.emailHint')}
            type="email"
            required
          />
          <Choices
            name="hubRole"
            label={t('hub.hubRoles')}
            type="radio"
            options={hubRoles.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`roleHints.${value}`),
            }))}
          />
          <div>
            <SubmitButton>{t('invite.send')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
