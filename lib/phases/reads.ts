import { bodyNames } from '#lib/needs/reads.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';

/**
 * How a project runs over the years: its tracks with their phases, what each is to bring about and the days it had
 * before, and its milestones with where they were moved from. Anyone who sees the project may. @throws NotFound
 */
export async function findTimeline(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const tracks = await db.projectTrack.findMany({
      where,
      include: {
        phases: {
          include: {
            deliverables: { orderBy: { number: 'asc' } },
            daysBefore: { orderBy: { number: 'asc' } },
          },
          orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        },
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const milestones = await db.projectMilestone.findMany({
      where,
      include: { moves: { orderBy: { number: 'asc' } } },
      orderBy: [{ onDay: 'asc' }, { id: 'asc' }],
    });
    const parties = await db.projectParty.findMany({ where: { ...where, state: 'CONFIRMED' } });
    const names = await bodyNames(
      db,
      [...milestones, ...parties].map(({ organisationId }) => organisationId),
    );
    const { title, state, startsOn, endsOn } = project;
    return {
      ...{ title, slug, state, startsOn, endsOn },
      tracks: tracks.filter(({ phases }) => phases.length > 0),
      milestones: milestones.map(({ organisationId, ...one }) => ({
        ...one,
        owner: names.get(organisationId) ?? null,
      })),
      bodies: parties.map(({ organisationId }) => ({
        id: organisationId,
        name: names.get(organisationId) ?? '–',
      })),
      mayPlan: leads(scope, project) && openToParties.includes(state),
    };
  });
}
export type TimelineView = Awaited<ReturnType<typeof findTimeline>>;
