import { todayDate } from '#lib/platform/clock.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, pagesOf, projectAt } from './leading.ts';
import { tellProject } from './telling.ts';

/**
 * Says that a project is ready to be decided on: nothing lacks (`project_lacks`). Whoever leads may; its parties hear.
 * @throws Refusal while something lacks, or it is further on; NotFound
 */
export async function readyProject(scope: Scope, slug: string): Promise<void> {
  try {
    await scope.write('project:lead', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!leads(scope, project)) throw new NotFound('project');
      if (project.state !== 'FORMING') {
        throw new Refusal(`projects.refusals.inState.${project.state}`);
      }
      const where = { hubId: scope.hub.id, id: project.id, revision: project.revision };
      const { count } = await db.innovationProject.updateMany({
        where: { ...where, state: 'FORMING' },
        data: { state: 'READY', revision: { increment: 1 } },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      pagesOf(deed, project);
      deed.record('projectReady', 'project', project.id);
      const organisation = scope.organisation.name;
      await tellProject(scope, db, deed, project, null, 'projectReady', { organisation });
    });
  } catch (error) {
    if (refusedBy(error, 'ready_when_nothing_lacks')) throw new Refusal('projects.refusals.lacks');
    throw error;
  }
}

/** Gives a project back that is not ready after all, with a word why. The chair of its steering group may. @throws Refusal, NotFound */
export async function backToForming(scope: Scope, slug: string, words: string): Promise<void> {
  await scope.write('seat:sit', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    if (words === '') {
      throw new Refusal('refusals.invalid', { words: 'projects.refusals.words' });
    }
    const [row] = await db.$queryRaw<{ back: boolean }[]>`
      select back_to_forming(${project.id}::uuid) as back`.catch(startIsOpen);
    if (!row?.back) throw new NotFound('project');
    pagesOf(deed, project);
    deed.record('projectGivenBack', 'project', project.id, { words });
    const organisation = scope.organisation.name;
    await tellProject(scope, db, deed, project, project.leadId, 'projectSentBack', {
      ...{ organisation, words },
    });
  });
}

/**
 * Lets a project rest at once, for safety, and says when it is looked at again; it goes on by a decision of its
 * steering group alone. Who runs the hub may; all its parties hear. @throws Refusal for a day that is over; NotFound
 */
export async function holdForSafety(
  scope: Scope,
  slug: string,
  { words, lookAgain }: { words: string; lookAgain: string },
): Promise<void> {
  await scope.write('project:hold', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    const day = new Date(lookAgain);
    if (day < todayDate(scope.hub.zone)) {
      throw new Refusal('refusals.invalid', { lookAgain: 'steering.refusals.dayIsOver' });
    }
    const [row] = await db.$queryRaw<{ held: boolean }[]>`
      select hold_for_safety(${project.id}::uuid, ${words}, ${lookAgain}::date) as held`;
    if (!row?.held) throw new Refusal(`projects.refusals.inState.${project.state}`);
    pagesOf(deed, project);
    deed.record('projectHeld', 'project', project.id, { words }, { concerns: project.leadId });
    await tellProject(scope, db, deed, project, null, 'projectHeld', {
      ...{ organisation: scope.hub.name, words },
    });
  });
}

function startIsOpen(error: unknown): never {
  if (refusedBy(error, 'no_start_is_open')) throw new Refusal('projects.refusals.startIsOpen');
  throw error;
}
