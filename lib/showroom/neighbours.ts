import { sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Profile } from './environment.ts';

/** A municipality that one looks from, in short `SE-2380`. */
export type Town = { country: 'SE' | 'NO'; code: string; name: string };
/** One that uses something, seen from a municipality. */
export type Neighbour = {
  organisationId: string;
  /** As the crow flies between the seats; null for bodies that are no municipality. */
  km: number | null;
  /** How many live in its towns for each who lives in those one looks from: 1 is alike, 4 is four times as many. */
  times: number | null;
};

/** The municipalities in force of the hub's country, by name: whose place one may look from. Anyone may. */
export async function listTowns(scope: Scope): Promise<Town[]> {
  return scope.read('showroom:read', (db) =>
    db.$queryRaw<Town[]>(sql`
      select country::text as country, code, short_name as name from reference_municipality
      where country::text = ${scope.hub.country} and valid_to is null and latitude is not null order by name collate "sv-x-icu"`),
  );
}

/**
 * Who uses a demo, seen from a municipality: how far away and how much alike, and what that municipality
 * says of its own circumstances. Order: the nearest and most alike first; a doubling of size counts as
 * sixty kilometres. Anyone may. @throws NotFound for a municipality that is none
 */
export async function findNeighbours(scope: Scope, demoId: string, at: string) {
  const [country = '', code = ''] = at.split('-');
  return scope.read('showroom:read', async (db) => {
    const [town] = await db.$queryRaw<(Town & { organisation: string | null })[]>(sql`
      select m.country::text as country, m.code, m.short_name as name, x.organisation_id as organisation
      from reference_municipality m
        left join municipality x on x.country = m.country and x.code = m.code
      where m.country::text = ${country} and m.code = ${code} and m.latitude is not null`);
    if (!town) throw new NotFound('municipality');
    const neighbours = await db.$queryRaw<Neighbour[]>(sql`
      with home as (select latitude, longitude, greatest(town_people, 500) as people from reference_municipality
        where country::text = ${country} and code = ${code}),
      seen as (select a.organisation_id as "organisationId",
          -- The great circle on a ball of 6371 km.
          2 * 6371 * asin(sqrt(power(sin(radians(m.latitude - h.latitude) / 2), 2)
            + cos(radians(h.latitude)) * cos(radians(m.latitude)) * power(sin(radians(m.longitude - h.longitude) / 2), 2))) as km,
          greatest(m.town_people, 500)::float / h.people as times
        from demo_adoption a
          cross join home h
          left join municipality x on x.organisation_id = a.organisation_id
          left join reference_municipality m on m.country = x.country and m.code = x.code
        where a.hub_id = ${scope.hub.id}::uuid and a.demo_id = ${demoId}::uuid)
      select "organisationId", round(km)::integer as km, times from seen
      order by km + 60 * abs(log(2, times::numeric)) nulls last, "organisationId"`);
    const where = { hubId: scope.hub.id, organisationId: town.organisation ?? '' };
    const profile = town.organisation ? await db.workingProfile.findFirst({ where }) : null;
    return { town, neighbours, profile: profile satisfies Profile | null };
  });
}
