import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { faultsOf } from './judging.ts';
import { readPlan } from './reads.ts';

/**
 * Shows a draft in place of the plan before, at once and everywhere. Places and bookings are not touched:
 * what the new plan does not have is booked from the list.
 * @throws Refusal when it is published already, has changed since it was seen, or something stands outside
 */
export async function publishDraft(scope: Scope, floorId: string, revision: number): Promise<void> {
  if (!isId(floorId)) throw new NotFound('plan');
  await scope.write('plan:draw', async (db, deed) => {
    const hubId = scope.hub.id;
    await db.floorPlan.updateMany({
      where: { hubId, floorId, state: 'PUBLISHED' },
      data: { state: 'SUPERSEDED' },
    });
    const { count } = await db.floorPlan.updateMany({
      where: { hubId, floorId, state: 'DRAFT', revision },
      data: { state: 'PUBLISHED', publishedAt: dateOf(now()), publishedById: scope.person.id },
    });
    if (count === 0) throw new Refusal('floors.refusals.changedMeanwhile');
    const { id, draft, version } = await readPlan(db, hubId, { floorId, state: 'PUBLISHED' });
    if (Object.keys(faultsOf(draft)).length > 0) throw new Refusal('floors.refusals.unsound');
    deed.record('planPublished', 'floorPlan', id, { version, places: draft.shapes.length });
    deed.pagesChanged('workspace:read');
  });
}
