import type { Metadata } from 'next';
import { Confirm } from '#components/people/confirm.tsx';
import { findMyself } from '#lib/people/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { demand, enter, orNotFound } from '#lib/platform/session/entry.ts';
import { withdraw } from './actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org } = await params;
  const organisation = (await enter(locale, hub, org)).organisation.name;
  return { title: translator(locale, 'organisations')('waiting.withdrawTitle', { organisation }) };
}

/** Asks once more before an application is taken back. */
export default async function WithdrawPage({ params }: Props) {
  const { locale, hub, org } = await params;
  const scope = await enter(locale, hub, org);
  demand(scope, 'organisation:withdraw');
  const me = await orNotFound(() => findMyself(scope));
  const t = translator(locale, 'organisations');
  return (
    <Confirm
      locale={locale}
      title={t('waiting.withdrawTitle', { organisation: scope.organisation.name })}
      lead={t('waiting.withdrawLead', { hub: scope.hub.name })}
      refused={me.role === 'ADMIN' ? null : t('waiting.withdrawOnlyAdmin')}
      action={withdraw.bind(null, { locale, hub, org })}
      submit={t('waiting.withdrawSubmit')}
      keep={{ href: `/${locale}/${hub}/${org}`, label: t('waiting.withdrawKeep') }}
    />
  );
}
