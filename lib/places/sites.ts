import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { defaultLocale, inLocale, type Text } from '#lib/platform/i18n/locales.ts';
import { inAll } from '#lib/platform/i18n/texts.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import type { FloorInput, SiteInput } from './site-schema.ts';

export type HouseSite = {
  id: string;
  slug: string;
  name: Text;
  address: string;
  areaM2: number | null;
  halfDayAt: number;
  floors: { id: string; level: number; name: Text; places: number }[];
};

/** The hub's sites with their floors from below, and how many places each has. For its administrators. */
export async function listHouseSites(scope: Scope): Promise<HouseSite[]> {
  const hubId = scope.hub.id;
  return scope.read('place:manage', async (db) => {
    const rows = await db.site.findMany({
      where: { hubId },
      select: {
        ...{ id: true, slug: true, name: true, address: true, areaM2: true, halfDayAt: true },
        floors: {
          select: { id: true, level: true, name: true, _count: { select: { places: true } } },
          orderBy: { level: 'asc' },
        },
      },
      orderBy: { slug: 'asc' },
    });
    return rows.map(({ floors, name, ...site }) => ({
      ...{ ...site, name: name as Text },
      floors: floors.map(({ id, level, name, _count }) => ({
        ...{ id, level, name: name as Text, places: _count.places },
      })),
    }));
  });
}

/** Weekdays from eight to five, until the house says otherwise under its opening hours. */
const usualDays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 8 * 60, closes: 17 * 60 }));

/** Adds a site, in the hub's zone, open as offices are. @throws Refusal for a short name that is used */
export async function addSite(scope: Scope, input: SiteInput): Promise<{ id: string }> {
  return named(() =>
    scope.write('place:manage', async (db, deed) => {
      const hubId = scope.hub.id;
      const data = { hubId, zone: scope.hub.zone, ...siteFacts(input) };
      const { id } = await db.site.create({ data, select: { id: true } });
      await db.openingHours.createMany({
        data: usualDays.map((day) => ({ hubId, siteId: id, ...day })),
      });
      deed.record('siteAdded', 'site', id);
      deed.pagesChanged('workspace:read', 'hub:read');
      return { id };
    }),
  );
}

/** @throws NotFound for another hub's site @throws Refusal for a short name that is used */
export async function changeSite(scope: Scope, id: string, input: SiteInput): Promise<void> {
  if (!isId(id)) throw new NotFound('site');
  await named(() =>
    scope.write('place:manage', async (db, deed) => {
      const where = { hubId: scope.hub.id, id };
      const { count } = await db.site.updateMany({ where, data: siteFacts(input) });
      if (count === 0) throw new NotFound('site');
      deed.record('siteChanged', 'site', id);
      deed.pagesChanged('workspace:read', 'hub:read');
    }),
  );
}

/** Adds a floor to a site, or (with an id) says something else of one. @throws Refusal for a level that is there */
export async function saveFloor(
  scope: Scope,
  siteId: string,
  id: string | null,
  input: FloorInput,
): Promise<void> {
  if (!isId(siteId) || (id !== null && !isId(id))) throw new NotFound('floor');
  const data = { level: input.level, name: inAll(input.nameSv, input.nameNb, input.nameEn) };
  await named(() =>
    scope.write('place:manage', async (db, deed) => {
      const here = { hubId: scope.hub.id, siteId };
      const site = await db.site.findFirst({ where: { hubId: here.hubId, id: siteId } });
      if (!site) throw new NotFound('site');
      const kept = id ?? (await db.floor.create({ data: { ...here, ...data } })).id;
      if (id !== null) {
        const { count } = await db.floor.updateMany({ where: { ...here, id }, data });
        if (count === 0) throw new NotFound('floor');
      }
      if (id === null) deed.record('floorAdded', 'floor', kept);
      else deed.record('floorChanged', 'floor', kept);
      deed.pagesChanged('workspace:read');
    }),
  );
}

/**
 * Takes a site away with its floors, plans, hours and closures. What keeps it is the database's foreign
 * keys: a place, hidden or not, a unit, a lease, a visit, or that it was used.
 * @throws NotFound for another hub's site @throws Refusal for one that is not empty
 */
export async function removeSite(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('site');
  await unused('siteInUse', () =>
    scope.write('place:manage', async (db, deed) => {
      const where = { hubId_id: { hubId: scope.hub.id, id } };
      const site = await db.site.findUnique({ where, select: { name: true } });
      if (!site) throw new NotFound('site');
      await db.site.delete({ where });
      deed.record('siteRemoved', 'site', id, { name: nameOf(site.name) });
      deed.pagesChanged('workspace:read', 'hub:read');
    }),
  );
}

/** Takes a floor away with its plans. @throws NotFound @throws Refusal for one with places */
export async function removeFloor(scope: Scope, siteId: string, id: string): Promise<void> {
  if (!isId(siteId) || !isId(id)) throw new NotFound('floor');
  await unused('floorInUse', () =>
    scope.write('place:manage', async (db, deed) => {
      const where = { hubId_id: { hubId: scope.hub.id, id }, siteId };
      const floor = await db.floor.findUnique({ where, select: { name: true } });
      if (!floor) throw new NotFound('floor');
      await db.floor.delete({ where });
      deed.record('floorRemoved', 'floor', id, { name: nameOf(floor.name) });
      deed.pagesChanged('workspace:read');
    }),
  );
}

function siteFacts({ nameSv, nameNb, nameEn, areaM2, ...rest }: SiteInput) {
  return { ...rest, name: inAll(nameSv, nameNb, nameEn), areaM2: areaM2 ?? null };
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refusedBy(error, 'site_hub_id_slug_key')) refuse('slug', 'codeUsed');
    if (refusedBy(error, 'floor_hub_id_site_id_level_key')) refuse('level', 'levelUsed');
    throw error;
  }
}

/** What stands on a site or floor, or has happened there. */
const holdsFast = [
  ...['place_site_id_fkey', 'place_floor_id_fkey', 'unit_site_id_fkey', 'waiting_site_id_fkey'],
  ...['lease_site_id_fkey', 'visit_site_id_fkey'],
  ...['use_open_site_id_fkey', 'use_taken_site_id_fkey', 'use_stay_site_id_fkey'],
];

async function unused(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (holdsFast.some((key) => refusedBy(error, key)))
      throw new Refusal(`places.refusals.${name}`);
    throw error;
  }
}

/** Its name outlives it in the log. */
const nameOf = (name: unknown) => inLocale(name as Text, defaultLocale);

function refuse(field: string, name: string): never {
  const code = `places.refusals.${name}`;
  throw new Refusal(code, { [field]: code });
}
