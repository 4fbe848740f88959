import type { Handle } from '#lib/platform/db.ts';
import { makeCode } from '#lib/signs/codes.ts';
import type { Plan } from '#lib/workspace/plan-schema.ts';
import type { SeedSite } from '#prisma/seed/types.ts';
import { idOf } from './ids.ts';

/**
 * How a hub's floor is drawn, published as its first version, and the signs at its places. Shapes come
 * first: what is published stands.
 */
export async function loadPlan(db: Handle, { hub, plan, places }: SeedSite): Promise<void> {
  const hubId = idOf('hub', hub);
  const id = idOf('plan', hub);
  const corners = plan.outline;
  await db.floorPlan.create({
    data: {
      ...{ hubId, id, floorId: idOf('floor', hub), version: 1, geometry: geometryOf(plan) },
      widthM: Math.max(...corners.map(([x]) => x)),
      heightM: Math.max(...corners.map(([, y]) => y)),
    },
  });
  await db.planShape.createMany({
    data: places.map(({ key, x, y, w, h, rotation, readingOrder }) => ({
      ...{ hubId, planId: id, placeId: idOf('place', `${hub}/${key}`) },
      ...{ x, y, w, h, rotation, readingOrder },
    })),
  });
  await db.placeSign.createMany({
    data: places.map(({ key }) => ({
      ...{ hubId, placeId: idOf('place', `${hub}/${key}`), code: makeCode() },
    })),
  });
  const where = { hubId_id: { hubId, id } };
  await db.floorPlan.update({ where, data: { state: 'PUBLISHED', publishedAt: new Date() } });
}

/** The demo's drawing as it is kept. */
export function geometryOf({
  outline,
  walls,
  doors,
  exits = [],
  routes = [],
  ...plan
}: SeedSite['plan']): Plan {
  const { labels, toilets = [] } = plan;
  const nothing = { sv: '', nb: '', en: '' };
  return {
    outline: outline.map(([x, y]) => [x, y]),
    lines: [
      ...walls.map((line) => ({ kind: 'wall' as const, ...line })),
      ...doors.map((line) => ({ kind: 'door' as const, ...line })),
      ...exits.map((line) => ({ kind: 'exit' as const, ...line })),
      ...routes.map((line) => ({ kind: 'route' as const, ...line })),
    ],
    marks: [
      ...labels.map((mark) => ({ kind: 'label' as const, ...mark })),
      ...toilets.map((mark) => ({ kind: 'toilet' as const, ...mark, text: nothing })),
    ],
  };
}
