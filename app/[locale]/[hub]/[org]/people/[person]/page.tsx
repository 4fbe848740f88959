import type { Metadata } from 'next';
import { cache } from 'react';
import { formLabels } from '#components/chrome/form-labels.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { ActionForm } from '#components/ui/form/action-form.tsx';
import { ButtonForm } from '#components/ui/form/button-form.tsx';
import { Choices, SubmitButton } from '#components/ui/form/fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findColleague } from '#lib/people/reads.ts';
import { membershipRoles } from '#lib/people/rules.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { giveOver, setRole } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; person: string }> };
type Which = { locale: Locale; hub: string; org: string; id: string };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findColleague(scope, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, person: id } = await params;
  return { title: (await load(locale, hub, org, id)).name };
}

export default async function ColleaguePage({ params }: Props) {
  const { locale, hub, org, person: id } = await params;
  await enter(locale, hub, org);
  const person = await load(locale, hub, org, id);
  const t = translator(locale, 'people');
  const list = `/${locale}/${hub}/${org}/people`;
  const { name } = person;
  const which = { locale, hub, org, id };
  const only = t(person.me ? 'ours.onlyYou' : 'ours.onlyAdmin', { name });
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: list, label: t('ours.title') }]}
      />
      <PageHeader title={name} />
      <p className="break-words">{person.email}</p>
      {person.only ? (
        <Notice tone="warning">{only}</Notice>
      ) : (
        <>
          <RoleForm which={which} role={person.role} />
          {person.me && (
            <p>
              <a href={`${list}/leave`}>{t('ours.leave')}</a>
            </p>
          )}
        </>
      )}
      {!person.me && <HandOver which={which} name={name} />}
      {!person.me && !person.only && (
        <section className="mt-10" aria-labelledby="remove">
          <h2 className="ds-heading" data-size="sm" id="remove">
            {t('colleague.removeTitle')}
          </h2>
          <ButtonLink href={`${list}/${id}/remove`} variant="secondary" tone="danger">
            {t('colleague.remove', { name })}
          </ButtonLink>
        </section>
      )}
    </>
  );
}

function RoleForm({ which, role }: { which: Which; role: string }) {
  const t = translator(which.locale, 'people');
  return (
    <div className="max-w-2xl">
      <ActionForm
        action={setRole.bind(null, which)}
        labels={formLabels(which.locale)}
        initial={{ role }}
      >
        <Choices
          name="role"
          label={t('colleague.role')}
          type="radio"
          options={membershipRoles.map((value) => ({
            value,
            label: t(`roles.${value}`),
            hint: t(`roleHints.${value}`),
          }))}
        />
        <div>
          <SubmitButton>{t('colleague.save')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

function HandOver({ which, name }: { which: Which; name: string }) {
  const t = translator(which.locale, 'people');
  return (
    <section className="mt-10" aria-labelledby="hand-over">
      <h2 className="ds-heading" data-size="sm" id="hand-over">
        {t('colleague.handOverTitle')}
      </h2>
      <ButtonForm
        action={giveOver.bind(null, which)}
        labels={formLabels(which.locale)}
        hint={t('colleague.handOverText', { name })}
        variant="secondary"
      >
        {t('colleague.handOver', { name })}
      </ButtonForm>
    </section>
  );
}
