import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Confirm } from '#components/people/confirm.tsx';
import { findColleague, findHouseWork } from '#lib/people/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { remove } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; person: string }> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  const person = await orNotFound(() => findColleague(scope, id));
  return { person, values: { name: person.name, organisation: scope.organisation.name } };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, person: id } = await params;
  const { values } = await load(locale, hub, org, id);
  return { title: translator(locale, 'people')('colleague.removeQuestion', values) };
}

export default async function RemovePage({ params }: Props) {
  const { locale, hub, org, person: id } = await params;
  const scope = await enter(locale, hub, org);
  const { person, values } = await load(locale, hub, org, id);
  if (person.me) notFound();
  const t = translator(locale, 'people');
  const { roles, last } = await orNotFound(() => findHouseWork(scope, id));
  const ends = t('colleague.endsToo', {
    roles: roles.map((role) => t(`roles.${role}`)).join(', '),
  });
  const only = person.only ? t('ours.onlyAdmin', { name: person.name }) : null;
  return (
    <Confirm
      locale={locale}
      title={t('colleague.removeQuestion', values)}
      lead={[
        t('colleague.removeLead', values),
        t('colleague.endsInvitations', values),
        ...(roles.length > 0 ? [ends] : []),
      ].join(' ')}
      refused={last ? t('colleague.onlyHubAdmin', values) : only}
      action={remove.bind(null, { locale, hub, org, id })}
      submit={t('colleague.removeSubmit')}
      keep={{ href: `/${locale}/${hub}/${org}/people/${id}`, label: t('colleague.keep') }}
    />
  );
}
