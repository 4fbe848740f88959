import type { Metadata } from 'next';
import { cache } from 'react';
import { MoveGroup, moveTitle } from '#components/guided/move.tsx';
import { type Query, wishOf } from '#components/guided/time-choice.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { findMoveTimes } from '#lib/guided/moving.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enter, orNotFound } from '#lib/platform/session/entry.ts';
import { move } from '../../actions.ts';

type Where = { locale: Locale; hub: string; org: string; group: string };
type Props = { params: Promise<Where>; searchParams: Promise<Query> };

const load = cache(async ({ locale, hub, org, group }: Where, query: Query) => {
  const scope = await enter(locale, hub, org);
  return orNotFound(() => findMoveTimes(scope, group, wishOf(query, '')));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const where = await params;
  return { title: moveTitle(where.locale, await load(where, await searchParams)) };
}

/** Another time for a visit of the organisation. */
export default async function MoveGroupPage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub, org } = where;
  const found = await load(where, await searchParams);
  const base = `/${locale}/${hub}/${org}/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: translator(locale, 'guided')('title') },
          { href: `${base}/${where.group}`, label: inLocale(found.group.demo, locale) },
        ]}
      />
      <MoveGroup locale={locale} found={found} action={move.bind(null, where, where.group)} />
    </>
  );
}
