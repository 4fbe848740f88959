import { type Handle, sql } from '#lib/platform/db.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { type Plan, type PlanShape, planSchema } from './plan-schema.ts';

/** A storey, and how it is drawn now; without a plan nothing of it has been published. */
export type FloorFacts = {
  id: string;
  name: Text;
  widthM: number;
  heightM: number;
  plan: Plan | null;
};
type Row = Omit<FloorFacts, 'plan'> & {
  plan: unknown;
  shapes: Record<string, PlanShape> | null;
};

/** The floors of a site from the ground up, each as its published plan draws it, and where places stand. */
export async function readFloors(
  db: Handle,
  hubId: string,
  siteId: string,
): Promise<{ floors: FloorFacts[]; shapes: ReadonlyMap<string, PlanShape> }> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select f.id, f.name, coalesce(p.width_m, 0) as "widthM", coalesce(p.height_m, 0) as "heightM",
      p.geometry as plan,
      (select jsonb_object_agg(s.place_id, jsonb_build_object('x', s.x, 'y', s.y, 'w', s.w, 'h', s.h,
          'rotation', s.rotation, 'form', s.form, 'readingOrder', s.reading_order))
        from plan_shape s where s.hub_id = p.hub_id and s.plan_id = p.id) as shapes
    from floor f
    left join floor_plan p on p.hub_id = f.hub_id and p.floor_id = f.id and p.state = 'PUBLISHED'
    where f.hub_id = ${hubId}::uuid and f.site_id = ${siteId}::uuid order by f.level limit 50`);
  return {
    floors: rows.map(({ plan, shapes: _shapes, ...floor }) => ({
      ...floor,
      plan: plan === null ? null : planSchema.parse(plan),
    })),
    shapes: new Map(rows.flatMap(({ shapes }) => Object.entries(shapes ?? {}))),
  };
}
