import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { type Draft, planOf, sizeOf } from './draft.ts';
import { type PlanDetail, readPlan } from './reads.ts';
import type { DrawingInput } from './schema.ts';

/** A floor that was never drawn begins as a room of ten by ten metres. */
const blank: Draft = {
  corners: [
    { key: 'c0', x: 0, y: 0 },
    { key: 'c1', x: 10, y: 0 },
    { key: 'c2', x: 10, y: 10 },
    { key: 'c3', x: 0, y: 10 },
  ],
  ...{ lines: [], marks: [], shapes: [] },
};

/**
 * Begins a new version of a floor's plan from the one that is shown, or from an earlier one to go back to
 * it. What people see stays until the draft is published.
 * @throws Refusal `draftThere` when somebody is drawing already @throws NotFound
 */
export async function startDraft(
  scope: Scope,
  floorId: string,
  from: number | null = null,
): Promise<void> {
  if (!isId(floorId)) throw new NotFound('floor');
  try {
    await scope.write('plan:draw', async (db, deed) => {
      const hubId = scope.hub.id;
      const floor = await db.floor.findFirst({ where: { hubId, id: floorId } });
      if (!floor) throw new NotFound('floor');
      const { _max } = await db.floorPlan.aggregate({
        where: { hubId, floorId },
        _max: { version: true },
      });
      const draft = await begunFrom(db, hubId, floorId, from);
      const { id } = await db.floorPlan.create({
        data: {
          ...{ hubId, floorId, version: (_max.version ?? 0) + 1, geometry: planOf(draft) },
          ...{ ...sizeOf(draft), savedById: scope.person.id, savedAt: dateOf(now()) },
        },
        select: { id: true },
      });
      await writeShapes(db, hubId, floorId, id, draft);
      deed.record('planBegun', 'floorPlan', id, from === null ? {} : { from: String(from) });
    });
  } catch (error) {
    const twin = refusedBy(error, 'floor_plan_hub_id_floor_id_version_key');
    if (twin || refusedBy(error, 'one_draft_a_floor'))
      throw new Refusal('floors.refusals.draftThere');
    throw error;
  }
}

async function begunFrom(
  db: Handle,
  hubId: string,
  floorId: string,
  version: number | null,
): Promise<Draft> {
  if (version !== null) return (await readPlan(db, hubId, { floorId, version })).draft;
  try {
    return (await readPlan(db, hubId, { floorId, state: 'PUBLISHED' })).draft;
  } catch (error) {
    if (error instanceof NotFound) return blank;
    throw error;
  }
}

/**
 * Keeps a draft as it is drawn now.
 * @throws Refusal `newer` when a colleague has saved since it was read, with `{ newer }`, unless one saves over that
 */
export async function saveDraft(scope: Scope, floorId: string, input: DrawingInput): Promise<void> {
  if (!isId(floorId)) throw new NotFound('plan');
  await scope.write('plan:draw', async (db, deed) => {
    const hubId = scope.hub.id;
    const draft = input.draft;
    const seen = { in: [input.revision, input.over ?? input.revision] };
    const { count } = await db.floorPlan.updateMany({
      where: { hubId, floorId, state: 'DRAFT', revision: seen },
      data: {
        ...{ geometry: planOf(draft), ...sizeOf(draft), note: input.note },
        ...{ revision: { increment: 1 }, savedById: scope.person.id, savedAt: dateOf(now()) },
      },
    });
    const kept = await readPlan(db, hubId, { floorId, state: 'DRAFT' });
    if (count === 0) refuseForNewer(kept);
    await db.planShape.deleteMany({ where: { hubId, planId: kept.id } });
    await writeShapes(db, hubId, floorId, kept.id, draft);
    deed.record('planDrawn', 'floorPlan', kept.id, { places: draft.shapes.length });
  });
}

function refuseForNewer({ revision, savedBy, savedAt }: PlanDetail): never {
  const newer = { revision, by: savedBy, at: savedAt.toISOString() };
  throw new Refusal('floors.refusals.newer', {}, { newer }, { who: savedBy ?? '–' });
}

/** Throws a draft away; what people see was never touched by it. @throws NotFound */
export async function discardDraft(scope: Scope, floorId: string): Promise<void> {
  if (!isId(floorId)) throw new NotFound('plan');
  await scope.write('plan:draw', async (db, deed) => {
    const hubId = scope.hub.id;
    const { id } = await readPlan(db, hubId, { floorId, state: 'DRAFT' });
    await db.planShape.deleteMany({ where: { hubId, planId: id } });
    const { count } = await db.floorPlan.deleteMany({ where: { hubId, id, state: 'DRAFT' } });
    if (count === 0) throw new NotFound('plan');
    deed.record('planDiscarded', 'floorPlan', id);
  });
}

/** Only places of the floor stand on it: one that has moved since an earlier version stays away. */
async function writeShapes(
  db: Handle,
  hubId: string,
  floorId: string,
  planId: string,
  { shapes }: Draft,
): Promise<void> {
  const here = await db.place.findMany({
    where: { hubId, floorId, id: { in: shapes.map(({ key }) => key) } },
    select: { id: true },
  });
  const known = new Set(here.map(({ id }) => id));
  await db.planShape.createMany({
    data: shapes
      .filter(({ key }) => known.has(key))
      .map(({ key, order, ...shape }) => ({
        ...{ hubId, planId, placeId: key, readingOrder: order },
        ...shape,
      })),
  });
}
