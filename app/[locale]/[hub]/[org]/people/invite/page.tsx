import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOwnDomains } from '#lib/people/invitations.ts';
import { membershipRoles } from '#lib/people/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { invite } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'people')('invite.title') };
}

export default async function InvitePage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const domains = await orNotFound(() => listOwnDomains(scope));
  const t = translator(locale, 'people');
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/people`, label: t('ours.title') }]}
      />
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.lead', { organisation: scope.organisation.name })}
      />
      <div className="max-w-2xl">
        <ActionForm
          action={invite.bind(null, { locale, hub, org })}
          labels={formLabels(locale)}
          initial={{ role: 'STAFF' }}
        >
          <TextField
            name="email"
            label={t('invite.email')}
            hint={t('invite.emailHint')}
            type="email"
            required
          />
          <Choices
            name="role"
            label={t('invite.role')}
            type="radio"
            options={membershipRoles.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`roleHints.${value}`),
            }))}
          />
          {domains.length > 0 && (
            <Choices
              name="anyway"
              label={t('invite.anyway')}
              hint={t('invite.anywayHint', {
                domains: new Intl.ListFormat(locale).format(domains),
              })}
              type="checkbox"
              options={[{ value: 'yes', label: t('invite.anywayYes') }]}
            />
          )}
          <div>
            <SubmitButton>{t('invite.send')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
