import type { Metadata } from 'next';
import { formLabels } from '#components/chrome/form-labels.ts';
import { BodyFields, ChosenKind, readChosen } from '#components/organisations/body-fields.tsx';
import { KindChoice } from '#components/organisations/kind-choice.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { SubmitButton, TextArea, TextField } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOfficial } from '#lib/organisations/bodies.ts';
import { type Country, isOfficial, type OrganisationKind } from '#lib/organisations/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { visit } from '#lib/platform/session/entry.ts';
import { appliedCookie } from '#lib/platform/session/kept.ts';
import { apply } from './actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, hub } = await params;
  const { name } = (await visit(hub)).hub;
  const { done } = await searchParams;
  const t = translator(locale, 'organisations');
  return { title: `${done === 'sent' ? t('apply.sentTitle') : t('apply.title')} – ${name}` };
}

export default async function ApplyPage({ params, searchParams }: Props) {
  const { locale, hub } = await params;
  const scope = await visit(hub);
  const search = await searchParams;
  const { kind, country } = readChosen(search, scope.hub.country);
  const t = translator(locale, 'organisations');
  const base = `/${locale}/${hub}/apply`;
  if (search.done === 'sent') return <Sent locale={locale} base={base} />;
  return (
    <>
      <PageHeader title={t('apply.title')} lead={t('apply.lead', { hub: scope.hub.name })} />
      {kind === null ? (
        <KindChoice locale={locale} heading={t('apply.chooseKind')} base={base} country={country} />
      ) : (
        <>
          <ChosenKind locale={locale} base={base} kind={kind} country={country} />
          <Application
            locale={locale}
            kind={kind}
            country={country}
            choices={isOfficial(kind) ? await listOfficial(scope, kind, country) : []}
            action={apply.bind(null, { locale, hub })}
          />
        </>
      )}
    </>
  );
}

async function Sent({ locale, base }: { locale: Locale; base: string }) {
  const t = translator(locale, 'organisations');
  const applied = await appliedCookie.read();
  return (
    <>
      <PageHeader title={t('apply.sentTitle')} />
      <Notice tone="success">
        {applied ? t('apply.sentTo', { email: applied.email }) : t('apply.sent')}
      </Notice>
      <p>{t('apply.sentNothing')}</p>
      <p>
        <a href={base}>{t('apply.again')}</a>
      </p>
    </>
  );
}

type ApplicationProps = {
  locale: Locale;
  kind: OrganisationKind;
  country: Country;
  choices: Awaited<ReturnType<typeof listOfficial>>;
  action: Parameters<typeof ActionForm>[0]['action'];
};

function Application({ locale, kind, country, choices, action }: ApplicationProps) {
  const t = translator(locale, 'organisations');
  return (
    <div className="max-w-2xl">
      <ActionForm action={action} labels={formLabels(locale)}>
        <h2 className="ds-heading m-0" data-size="sm">
          {t('apply.yourOrganisation')}
        </h2>
        <BodyFields locale={locale} kind={kind} country={country} choices={choices} />
        <h2 className="ds-heading m-0 mt-4" data-size="sm">
          {t('apply.you')}
        </h2>
        <TextField name="person" label={t('apply.fields.person')} autoComplete="name" required />
        <TextField
          name="email"
          label={t('apply.fields.email')}
          hint={t('apply.fields.emailHint')}
          type="email"
          autoComplete="email"
          required
        />
        <TextField
          name="role"
          label={t('apply.fields.role')}
          hint={t('apply.fields.roleHint')}
          autoComplete="organization-title"
          required
        />
        <TextArea
          name="why"
          label={t('apply.fields.why')}
          hint={t('apply.fields.whyHint')}
          rows={5}
          required
        />
        <p className="prose m-0">{t('apply.next')}</p>
        <div>
          <SubmitButton>{t('apply.send')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
