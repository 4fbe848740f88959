import type { Metadata } from 'next';
import { cache } from 'react';
import { GivenDays } from '#components/leases/given-days.tsx';
import { LeaseFacts } from '#components/leases/lease-facts.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DoneIn } from '#components/ui/done.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { findLease } from '#lib/leases/reads.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import type { Query } from '#lib/workspace/schema.ts';
import { Answer, Change, GiveBack, Notice, Users } from './deeds.tsx';

type Params = { locale: Locale; hub: string; org: string; lease: string };
type Props = { params: Promise<Params>; searchParams: Promise<Query> };

const load = cache(async (locale: Locale, hub: string, org: string, id: string) => {
  const scope = await enter(locale, hub, org);
  const lease = await orNotFound(() => findLease(scope, id));
  return { scope, lease };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, hub, org, lease: id } = await params;
  const { number } = (await load(locale, hub, org, id)).lease;
  return { title: translator(locale, 'leases')('heading', { number }) };
}

/** One lease for its organisation: read it, answer it, give days back, end it. */
export default async function OwnLeasePage({ params, searchParams }: Props) {
  const { locale, hub, org, lease: id } = await params;
  const { scope, lease } = await load(locale, hub, org, id);
  const t = translator(locale, 'leases');
  const props = { which: { locale, hub, org, id }, lease, scope };
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[{ href: `/${locale}/${hub}/${org}/leases`, label: t('own.title') }]}
      />
      <PageHeader title={t('heading', { number: lease.number })} />
      <DoneIn locale={locale} part="leases" done={(await searchParams).done} />
      <LeaseFacts locale={locale} hub={scope.hub} lease={lease} />
      <Answer {...props} />
      <Change {...props} />
      <GiveBack {...props} />
      <GivenDays locale={locale} lease={lease} title={t('giveBack.given')} />
      <Users {...props} />
      <Notice {...props} />
    </>
  );
}
