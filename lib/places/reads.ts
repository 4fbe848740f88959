import { type PlainObstacle, plain } from '#lib/leases/taking.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { readAttributes } from '#lib/workspace/attribute-reads.ts';
import { type Had, hadBy } from '#lib/workspace/attributes.ts';
import { obstaclesOn } from '#lib/workspace/obstacles.ts';
import { type Claim, isId, type PlaceKind } from '#lib/workspace/schema.ts';
import type { ActorClass } from '#lib/workspace/terms.ts';
import type { placeStatesKept } from './schema.ts';

export type PlaceStateKept = (typeof placeStatesKept)[number];
/** A place as the house sees it in its list. */
export type HousePlace = {
  id: string;
  code: string;
  name: Text;
  kind: PlaceKind;
  seats: number;
  state: PlaceStateKept;
  claim: Claim;
  units: number;
  /** Whose lease holds it now, if it is let. */
  leasedBy: string | null;
  /** Whether it is out of service right now, and why. */
  blockedFor: string | null;
};

/** Every place of the hub, hidden ones too, in reading order. For the house. */
export async function listHousePlaces(scope: Scope): Promise<HousePlace[]> {
  return scope.read('place:block', async (db) => {
    const at = dateOf(now());
    return db.$queryRaw<HousePlace[]>(sql`
      select p.id, p.code, p.name, p.kind::text, p.seats, p.state::text, p.claim::text,
        (select count(*)::int from place_unit u where u.hub_id = p.hub_id and u.place_id = p.id) as units,
        (select o.name from organisation o where o.id = (select l.organisation_id from lease_place lp
          join lease l on l.hub_id = lp.hub_id and l.id = lp.lease_id
          where lp.hub_id = p.hub_id and lp.place_id = p.id and l.status in ('SIGNED', 'NOTICE') and exists (
            select from occupancy c where c.hub_id = l.hub_id and c.lease_id = l.id and c.released_at is null
              and tstzrange(c.starts_at, c.ends_at, '[)') @> ${at}::timestamptz) limit 1)) as "leasedBy",
        (select k.reason from place_block k where k.hub_id = p.hub_id and k.place_id = p.id and k.ended_at is null
          and tstzrange(k.starts_at, k.ends_at, '[)') @> ${at}::timestamptz limit 1) as "blockedFor"
      from place p where p.hub_id = ${scope.hub.id}::uuid order by p.site_id, p.reading_order, p.id limit 1000`);
  });
}

export type Block = { id: string; startsAt: Date; endsAt: Date | null; reason: string };
export type PlaceDetail = {
  id: string;
  floorId: string;
  code: string;
  kind: PlaceKind;
  name: Text;
  note: Partial<Text> | null;
  seats: number;
  /** Whether the plan that people see has it. */
  onPlan: boolean;
  state: PlaceStateKept;
  claim: Claim;
  approval: boolean | null;
  bookableBy: ActorClass[];
  /** What is told of it, in the hub's order. */
  attributes: Had[];
  units: number;
  holders: string[];
  /** IANA zone of the site. */
  zone: string;
  /** Times out of service that are not over. */
  blocks: Block[];
  /** What stands there from now on. */
  ahead: PlainObstacle[];
};

/** One place for whoever looks after it. @throws NotFound for another hub's */
export async function findHousePlace(scope: Scope, id: string): Promise<PlaceDetail> {
  if (!isId(id)) throw new NotFound('place');
  return scope.read('place:block', async (db) => {
    const hubId = scope.hub.id;
    const row = await db.place.findFirst({
      where: { hubId, id },
      include: {
        ...{ attributes: true, units: true, holders: true, site: true },
        shapes: { where: { plan: { state: 'PUBLISHED' } }, include: { plan: true } },
      },
    });
    if (!row) throw new NotFound('place');
    const { attributes: values, units, holders, site, shapes, name, note, ...place } = row;
    const known = await readAttributes(db, hubId);
    const unitIds = units.map(({ unitId }) => unitId);
    const ahead = await obstaclesOn(db, hubId, unitIds, { startsAt: now(), endsAt: null });
    return {
      ...place,
      name: name as Text,
      note: note as Partial<Text> | null,
      attributes: hadBy(known, place.kind, values),
      units: units.length,
      holders: holders.map(({ organisationId }) => organisationId),
      onPlan: shapes.some(({ plan }) => plan.floorId === row.floorId),
      zone: site.zone,
      blocks: await blocksOf(db, hubId, id),
      ahead: ahead.filter(({ kind }) => kind !== 'BLOCK').map(plain),
    };
  });
}

async function blocksOf(db: Handle, hubId: string, placeId: string): Promise<Block[]> {
  return db.placeBlock.findMany({
    where: {
      ...{ hubId, placeId, endedAt: null },
      OR: [{ endsAt: null }, { endsAt: { gt: dateOf(now()) } }],
    },
    select: { id: true, startsAt: true, endsAt: true, reason: true },
    orderBy: { startsAt: 'asc' },
  });
}

/** What the form of a place offers: floors, organisations it can be kept for, and the hub's attributes. */
export async function findPlaceChoices(scope: Scope) {
  return scope.read('place:manage', async (db) => {
    const hubId = scope.hub.id;
    const floors = await db.floor.findMany({
      where: { hubId },
      select: {
        id: true,
        name: true,
        site: { select: { name: true } },
      },
      orderBy: [{ siteId: 'asc' }, { level: 'asc' }],
    });
    const taking = await db.participation.findMany({
      where: { hubId, state: 'VERIFIED' },
      select: { organisation: { select: { id: true, name: true } } },
      orderBy: { organisation: { name: 'asc' } },
    });
    return {
      floors: floors.map(({ name, site, ...floor }) => ({
        ...floor,
        name: name as Text,
        site: site.name as Text,
      })),
      organisations: taking.map(({ organisation }) => organisation),
      attributes: await readAttributes(db, hubId),
    };
  });
}
