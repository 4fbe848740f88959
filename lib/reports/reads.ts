import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { actorClasses } from '#lib/workspace/terms.ts';
import type { ReportQuery } from './schema.ts';

export const dimensions = ['total', 'site', 'kind', 'weekday', 'hour', 'actor'] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * One group's figures, minutes of units: the sum of the months that tell it. A month in which fewer than five
 * people stand behind the group is withheld; null where no month tells it.
 */
export type Group = {
  dimension: Dimension;
  /** A site's id, a kind, an ISO weekday, an hour or an actor class; empty for the total. */
  key: string;
  open: number;
  blocked: number;
  leased: number;
  booked: number | null;
  /** Of the booked ones. */
  here: number | null;
  missed: number | null;
  bookings: number | null;
  /** A month, on the average of the months that tell it. */
  people: number | null;
  /** Whether a month is left out. */
  withheld: boolean;
};
export type Report = {
  groups: Group[];
  sites: { id: string; slug: string; name: Text }[];
  /** The last day that is summed up at every site; null before the first night. */
  until: string | null;
};

/**
 * How the house was used. The database answers in groups alone and withholds the small ones, so that nothing
 * else can reach a page or a file. For the house's own staff.
 */
export async function findReport(scope: Scope, query: ReportQuery): Promise<Report> {
  return scope.read('report:read', async (db) => {
    const sites = await db.site.findMany({
      where: { hubId: scope.hub.id },
      select: { id: true, slug: true, name: true, usedUntil: true },
      orderBy: { slug: 'asc' },
    });
    const site = sites.find(({ slug }) => slug === query.site)?.id ?? null;
    const groups = await db.$queryRaw<Group[]>`
      select dimension, key, open_minutes::integer as open, blocked_minutes::integer as blocked,
        leased_minutes::integer as leased, booked_minutes::integer as booked, here_minutes::integer as here,
        missed_minutes::integer as missed, bookings::integer, people::integer, withheld
      from use_report(${`${query.from}-01`}::date, ${`${query.to}-01`}::date, ${site}::uuid, ${query.kind}::text)
      order by dimension, length(key), key`;
    const days = sites.flatMap(({ usedUntil }) =>
      usedUntil ? [usedUntil.toISOString().slice(0, 10)] : [],
    );
    return {
      groups: groups.toSorted((a, b) => placeOf(a) - placeOf(b)),
      sites: sites.map(({ id, slug, name }) => ({ id, slug, name: name as Text })),
      until: days.sort()[0] ?? null,
    };
  });
}

const order: readonly string[] = [...placeKinds, ...actorClasses];

/** Kinds and actors as they are listed everywhere; hours and weekdays as they come. */
function placeOf({ dimension, key }: Group): number {
  return dimension === 'kind' || dimension === 'actor' ? order.indexOf(key) : 0;
}
