import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Confirm } from '#components/people/confirm.tsx';
import { findTakingPart } from '#lib/organisations/judging.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { leave } from '../../actions.ts';

type Props = { params: Promise<{ locale: Locale; hub: string; organisation: string }> };

const load = cache(async (locale: Locale, hub: string, slug: string) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findTakingPart(scope, slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, organisation: slug } = await params;
  const { name } = await load(locale, hub, slug);
  const t = translator(locale, 'organisations');
  return { title: t('judge.leaveTitle', { organisation: name }) };
}

export default async function LeavePage({ params }: Props) {
  const { locale, hub, organisation: slug } = await params;
  await enterHouseOf(locale, hub);
  const { name, state, moves } = await load(locale, hub, slug);
  if (state !== 'VERIFIED') notFound();
  const t = translator(locale, 'organisations');
  return (
    <Confirm
      locale={locale}
      title={t('judge.leaveTitle', { organisation: name })}
      lead={t('judge.leaveLead')}
      refused={moves.includes('leave') ? null : t('judge.runsTheHub')}
      action={leave.bind(null, { locale, hub, slug })}
      submit={t('judge.leaveSubmit')}
      keep={{
        href: `/${locale}/${hub}/house/organisations/${slug}`,
        label: t('judge.keep'),
      }}
    />
  );
}
