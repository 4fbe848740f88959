import type { Handle } from '#lib/platform/db.ts';
import { demoDemos } from '#prisma/seed/demos.ts';
import { idOf } from './ids.ts';

/** Demos, who uses them and which needs they answer. */
export async function loadShowroom(db: Handle): Promise<void> {
  await db.showroomDemo.createMany({
    data: demoDemos.map(
      ({ hub, owner, adopters: _a, needs: _n, areas, settings, audience, ...demo }, n) => ({
        ...demo,
        hubId: idOf('hub', hub),
        id: idOf('demo', demo.publicId),
        ownerId: idOf('organisation', owner),
        areas: [...areas],
        settings: [...settings],
        audience: [...audience],
        publishedAt: demo.status === 'PUBLISHED' ? publishedOn(n) : null,
      }),
    ),
  });
  await db.demoAdoption.createMany({
    data: demoDemos.flatMap((demo) =>
      demo.adopters.map(({ org, since, scale, lesson, status }) => ({
        ...keysOf(demo),
        organisationId: idOf('organisation', org),
        status,
        since: new Date(`${since}-01T00:00:00Z`),
        ...(scale && { scale }),
        ...(lesson && { lesson }),
      })),
    ),
  });
  await db.demoNeed.createMany({
    data: demoDemos.flatMap((demo) =>
      demo.needs.map((need) => ({ ...keysOf(demo), needId: idOf('need', need) })),
    ),
  });
}

function keysOf(demo: { hub: string; publicId: string }) {
  return { hubId: idOf('hub', demo.hub), demoId: idOf('demo', demo.publicId) };
}

// Spread over the weeks before the demo world's first day, so that "newest" has an order.
function publishedOn(n: number): Date {
  return new Date(Date.UTC(2026, 8, 1 + n, 8));
}
