import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Confirm } from '#components/people/confirm.tsx';
import { findOpenInvitation } from '#lib/people/invitations.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { revoke } from '../../actions.ts';

type Props = {
  params: Promise<{ locale: Locale; hub: string; which: string; invitation: string }>;
};

const kinds = ['bodies', 'staff'] as const;

const load = cache(async (locale: Locale, hub: string, given: string, id: string) => {
  const scope = await enterHouseOf(locale, hub);
  const which = kinds.find((kind) => kind === given) ?? notFound();
  return { which, invitation: await orNotFound(() => findOpenInvitation(scope, which, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, which, invitation: id } = await params;
  const { email } = (await load(locale, hub, which, id)).invitation;
  return { title: translator(locale, 'people')('ours.revokeTitle', { email }) };
}

export default async function RevokePage({ params }: Props) {
  const { locale, hub, which: given, invitation: id } = await params;
  await enterHouseOf(locale, hub);
  const { which, invitation } = await load(locale, hub, given, id);
  const t = translator(locale, 'people');
  const list = which === 'bodies' ? 'organisations' : 'people';
  return (
    <Confirm
      locale={locale}
      title={t('ours.revokeTitle', { email: invitation.email })}
      lead={t('ours.revokeLead')}
      action={revoke.bind(null, { locale, hub, which, id })}
      submit={t('ours.revokeSubmit')}
      keep={{ href: `/${locale}/${hub}/house/${list}`, label: t('ours.revokeKeep') }}
    />
  );
}
