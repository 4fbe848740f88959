import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PlaceFacts } from '#lib/workspace/house.ts';
import { type PlanShape, planSchema } from '#lib/workspace/plan-schema.ts';
import { isId, type PlaceKind } from '#lib/workspace/schema.ts';
import { type Draft, draftOf } from './draft.ts';

export type PlanState = 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';
export type PlanRow = {
  id: string;
  version: number;
  state: PlanState;
  note: string;
  savedAt: Date;
  savedBy: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  places: number;
};
export type FloorRow = {
  id: string;
  name: Text;
  site: Text;
  /** The version that people see; null while none is published. */
  shown: number | null;
  drafting: boolean;
  /** Places that do not stand on the plan yet. */
  missing: number;
};

/** Every floor of the hub and how far its drawing has come. For the house. */
export async function listFloors(scope: Scope): Promise<FloorRow[]> {
  return scope.read('plan:draw', (db) =>
    db.$queryRaw<FloorRow[]>(sql`
      select f.id, f.name, s.name as site, p.version as shown,
        exists (select from floor_plan d where d.hub_id = f.hub_id and d.floor_id = f.id and d.state = 'DRAFT') as drafting,
        (select count(*)::int from place c where c.hub_id = f.hub_id and c.floor_id = f.id and c.state <> 'HIDDEN'
          and not exists (select from plan_shape h where h.hub_id = p.hub_id and h.plan_id = p.id and h.place_id = c.id)) as missing
      from floor f
      join site s on s.hub_id = f.hub_id and s.id = f.site_id
      left join floor_plan p on p.hub_id = f.hub_id and p.floor_id = f.id and p.state = 'PUBLISHED'
      where f.hub_id = ${scope.hub.id}::uuid order by s.slug, f.level limit 200`),
  );
}

export type PlanPlaceFacts = Pick<PlaceFacts, 'id' | 'code' | 'name' | 'seats' | 'kind'> & {
  kind: PlaceKind;
};
export type FloorDetail = {
  id: string;
  name: Text;
  site: Text;
  /** IANA zone of the site. */
  zone: string;
  plans: PlanRow[];
  /** What can stand on its plan. */
  places: PlanPlaceFacts[];
};

/** A floor, every version of its plan, the latest first, and its places. @throws NotFound for another hub's */
export async function findFloor(scope: Scope, id: string): Promise<FloorDetail> {
  if (!isId(id)) throw new NotFound('floor');
  return scope.read('plan:draw', (db) => readFloor(db, scope.hub.id, id));
}

async function readFloor(db: Handle, hubId: string, id: string): Promise<FloorDetail> {
  const row = await db.floor.findFirst({
    where: { hubId, id },
    include: {
      site: true,
      plans: {
        orderBy: { version: 'desc' },
        take: 100,
        include: { savedBy: true, publishedBy: true, _count: { select: { shapes: true } } },
      },
      places: { where: { state: { not: 'HIDDEN' } }, orderBy: { readingOrder: 'asc' } },
    },
  });
  if (!row) throw new NotFound('floor');
  return {
    ...{ id, name: row.name as Text, site: row.site.name as Text, zone: row.site.zone },
    plans: row.plans.map(({ savedBy, publishedBy, _count, ...plan }) => ({
      ...{ id: plan.id, version: plan.version, state: plan.state, note: plan.note },
      ...{ savedAt: plan.savedAt, publishedAt: plan.publishedAt, places: _count.shapes },
      savedBy: savedBy?.name ?? null,
      publishedBy: publishedBy?.name ?? null,
    })),
    places: row.places.map(({ id: placeId, code, name, seats, kind }) => ({
      ...{ id: placeId, code, name: name as Text, seats, kind },
    })),
  };
}

export type PlanDetail = {
  id: string;
  version: number;
  state: PlanState;
  note: string;
  revision: number;
  savedAt: Date;
  savedBy: string | null;
  draft: Draft;
};

/** One version of a floor's plan, whole; of the draft when none is named. @throws NotFound */
export async function findPlan(
  scope: Scope,
  floorId: string,
  version: number | 'draft',
): Promise<PlanDetail> {
  if (!isId(floorId)) throw new NotFound('plan');
  return scope.read('plan:draw', (db) =>
    readPlan(db, scope.hub.id, {
      floorId,
      ...(version === 'draft' ? { state: 'DRAFT' } : { version }),
    }),
  );
}

/** Part of a read or a write. @throws NotFound */
export async function readPlan(
  db: Handle,
  hubId: string,
  which: { floorId: string; state?: PlanState; version?: number },
): Promise<PlanDetail> {
  const row = await db.floorPlan.findFirst({
    where: { hubId, ...which },
    include: { savedBy: { select: { name: true } }, shapes: { orderBy: { readingOrder: 'asc' } } },
  });
  if (!row) throw new NotFound('plan');
  const shapes = row.shapes.map(({ placeId, x, y, w, h, rotation, form, readingOrder }) => {
    const shape: PlanShape = { x, y, w, h, rotation, form, readingOrder };
    return [placeId, shape] as const;
  });
  return {
    ...{ id: row.id, version: row.version, state: row.state, note: row.note },
    ...{ revision: row.revision, savedAt: row.savedAt, savedBy: row.savedBy?.name ?? null },
    draft: draftOf(planSchema.parse(row.geometry), new Map(shapes)),
  };
}
