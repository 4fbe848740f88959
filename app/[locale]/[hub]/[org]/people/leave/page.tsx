import type { Metadata } from 'next';
import { Confirm } from '#components/people/confirm.tsx';
import { findHouseWork, findMyself } from '#lib/people/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { leave } from '../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org } = await params;
  const organisation = (await enter(locale, hub, org)).organisation.name;
  return { title: translator(locale, 'people')('leave.title', { organisation }) };
}

export default async function LeavePage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  const me = await orNotFound(() => findMyself(scope));
  const t = translator(locale, 'people');
  const organisation = scope.organisation.name;
  const { roles, last } = await orNotFound(() => findHouseWork(scope, scope.person.id));
  const only = scope.waiting ? t('leave.onlyWaiting') : t('ours.onlyYou');
  const named = roles.map((role) => t(`roles.${role}`)).join(', ');
  return (
    <Confirm
      locale={locale}
      title={t('leave.title', { organisation })}
      lead={[
        t('leave.lead', { organisation }),
        t('leave.endsInvitations'),
        ...(roles.length > 0 ? [t('colleague.endsToo', { roles: named })] : []),
      ].join(' ')}
      refused={last ? t('leave.onlyHubAdmin') : me.only ? only : null}
      action={leave.bind(null, { locale, hub, org })}
      submit={t('leave.submit')}
      keep={
        scope.waiting && me.only
          ? {
              href: `/${locale}/${hub}/${org}/withdraw`,
              label: translator(locale, 'organisations')('waiting.withdraw'),
            }
          : { href: `/${locale}/${hub}/${org}/people`, label: t('leave.keep') }
      }
    />
  );
}
