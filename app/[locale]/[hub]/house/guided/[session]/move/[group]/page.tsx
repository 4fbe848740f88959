import type { Metadata } from 'next';
import { cache } from 'react';
import { MoveGroup, moveTitle } from '#components/guided/move.tsx';
import { type Query, wishOf } from '#components/guided/time-choice.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { findMoveTimes } from '#lib/guided/moving.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterHouseOf, orNotFound } from '#lib/platform/session/entry.ts';
import { move } from '../../../actions.ts';

type Where = { locale: Locale; hub: string; session: string; group: string };
type Props = { params: Promise<Where>; searchParams: Promise<Query> };

const load = cache(async ({ locale, hub, group }: Where, query: Query) => {
  const scope = await enterHouseOf(locale, hub);
  return orNotFound(() => findMoveTimes(scope, group, wishOf(query, '')));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const where = await params;
  await enterHouseOf(where.locale, where.hub);
  return { title: moveTitle(where.locale, await load(where, await searchParams)) };
}

/** The house moves a group to another time. */
export default async function MoveByHousePage({ params, searchParams }: Props) {
  const where = await params;
  const { locale, hub } = where;
  await enterHouseOf(locale, hub);
  const found = await load(where, await searchParams);
  const t = translator(locale, 'guided');
  const base = `/${locale}/${hub}/house/guided`;
  return (
    <>
      <Breadcrumbs
        label={translator(locale, 'site')('breadcrumb')}
        crumbs={[
          { href: base, label: t('house.title') },
          { href: `${base}/${found.group.sessionId}`, label: found.group.organisation.name },
        ]}
      />
      <MoveGroup locale={locale} found={found} action={move.bind(null, where, where.group)} />
    </>
  );
}
