import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { BodyFields, ChosenKind, readChosen } from '#components/organisations/body-fields.tsx';
import { KindChoice } from '#components/organisations/kind-choice.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextField } from '#components/ui/form/fields.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOfficial } from '#lib/organisations/bodies.ts';
import { isOfficial } from '#lib/organisations/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enterHouseOf } from '#lib/platform/session/entry.ts';
import { invite } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale, 'organisations')('inviteBody.title') };
}

export default async function InviteOrganisationPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await enterHouseOf(locale, hub);
  demand(scope, 'organisation:invite');
  const { kind, country } = readChosen(await searchParams, scope.hub.country);
  const t = translator(locale, 'organisations');
  const house = `/${locale}/${hub}/house`;
  const base = `${house}/invite-organisation`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `${house}/organisations`, label: t('judge.title') }]}
      />
      <PageHeader title={t('inviteBody.title')} lead={t('inviteBody.lead')} />
      {kind === null ? (
        <KindChoice
          locale={locale}
          heading={t('inviteBody.choose')}
          base={base}
          country={country}
        />
      ) : (
        <div className="max-w-2xl">
          <ChosenKind locale={locale} base={base} kind={kind} country={country} theirs />
          <ActionForm action={invite.bind(null, { locale, hub })} labels={formLabels(locale)}>
            <BodyFields
              locale={locale}
              kind={kind}
              country={country}
              choices={isOfficial(kind) ? await listOfficial(scope, kind, country) : []}
            />
            <TextField
              name="email"
              label={t('inviteBody.email')}
              hint={t('inviteBody.emailHint')}
              type="email"
              required
            />
            <div>
              <SubmitButton>{t('inviteBody.send')}</SubmitButton>
            </div>
          </ActionForm>
        </div>
      )}
    </>
  );
}
