import type { Metadata } from 'next';
import { cache } from 'react';
import { Confirm } from '#components/people/confirm.tsx';
import { findOpenInvitation } from '#lib/people/invitations.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { revoke } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string; invitation: string }> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findOpenInvitation(scope, 'people', id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, invitation: id } = await params;
  const { email } = await load(locale, hub, org, id);
  return { title: translator(locale, 'people')('ours.revokeTitle', { email }) };
}

export default async function RevokePage({ params }: Props) {
  const { locale, hub, org, invitation: id } = await params;
  await enter(locale, hub, org);
  const { email } = await load(locale, hub, org, id);
  const t = translator(locale, 'people');
  return (
    <Confirm
      locale={locale}
      title={t('ours.revokeTitle', { email })}
      lead={t('ours.revokeLead')}
      action={revoke.bind(null, { locale, hub, org, id })}
      submit={t('ours.revokeSubmit')}
      keep={{ href: `/${locale}/${hub}/${org}/people`, label: t('ours.revokeKeep') }}
    />
  );
}
