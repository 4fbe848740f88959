import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findHubPerson } from '#lib/people/hub.ts';
import { hubRoles } from '#lib/people/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { appoint } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; person: string }> };

const load = cache(async (locale: Locale, hub: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  return { scope, person: await orNotFound(() => findHubPerson(scope, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, person: id } = await params;
  return { title: (await load(locale, hub, id)).person.name };
}

export default async function HubPersonPage({ params }: Props) {
  const { locale, hub, person: id } = await params;
  await enterHouseOf(locale, hub);
  const { scope, person } = await load(locale, hub, id);
  const t = translator(locale, 'people');
  const { name } = person;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/house/people`, label: t('hub.title') }]}
      />
      <PageHeader title={name} lead={t('hub.personLead', { name, hub: scope.hub.name })} />
      <p className="break-words">{person.email}</p>
      {person.memberships.map(({ role, organisation }) => (
        <p className="m-0" key={organisation.slug}>
          {organisation.name} ({t(`roles.${role}`)})
        </p>
      ))}
      {person.only && <Notice tone="warning">{t('hub.only', { name })}</Notice>}
      <div className="mt-6 max-w-2xl">
        <ActionForm
          action={appoint.bind(null, { locale, hub, id })}
          labels={formLabels(locale)}
          initial={{ roles: person.hubRoles }}
        >
          <Choices
            name="roles"
            label={t('hub.hubRoles')}
            type="checkbox"
            options={hubRoles.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`roleHints.${value}`),
            }))}
          />
          <div>
            <SubmitButton>{t('hub.save')}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}
