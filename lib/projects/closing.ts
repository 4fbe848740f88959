import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, pagesOf, projectAt } from './leading.ts';
import { projectMoves } from './moves.ts';
import { type CheckInput, projectLimits } from './schema.ts';
import { tellProject } from './telling.ts';

/**
 * Stops a project that is still forming, with what was learned, so that the next need not learn it again. Whoever
 * leads it may; its parties hear of it. @throws Refusal when too little is said, or it is further on; NotFound
 */
export async function stopProject(scope: Scope, slug: string, lessons: string): Promise<void> {
  const [move] = projectMoves;
  await scope.write(move.permission, async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    if (!leads(scope, project)) throw new NotFound('project');
    if (project.state !== 'FORMING') {
      throw new Refusal(`projects.refusals.inState.${project.state}`);
    }
    if (lessons.length < projectLimits.lessonsLeast) {
      throw new Refusal('refusals.invalid', { lessons: 'projects.refusals.lessons' }, null, {
        least: projectLimits.lessonsLeast,
        count: lessons.length,
      });
    }
    const { count } = await db.innovationProject.updateMany({
      where: { hubId: scope.hub.id, id: project.id, state: 'FORMING', revision: project.revision },
      data: { state: move.to, lessons, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('refusals.stale');
    pagesOf(deed, project);
    deed.record(
      move.event,
      'project',
      project.id,
      changesOf({ state: 'FORMING' }, { state: move.to }),
    );
    await tellProject(scope, db, deed, project, null, 'projectStopped', {
      organisation: scope.organisation.name,
      words: lessons,
    });
  });
}

/**
 * The hub has looked at a project: from now on it is shown to whom its leader wishes, or something is to be mended
 * first. Assessors and who run the hub may, not for what they started themselves.
 * @throws Refusal without a word of what is to be mended, or when it was looked at before; NotFound
 */
export async function checkProject(scope: Scope, slug: string, { answer, words }: CheckInput) {
  await scope.write('project:check', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    if (project.startedById !== null && scope.isSelf(project.startedById)) {
      throw new Refusal('projects.refusals.ownCheck');
    }
    if (project.checkedAt) throw new Refusal('projects.refusals.checked');
    if (answer === 'ask' && words === '') {
      throw new Refusal('refusals.invalid', { words: 'projects.refusals.checkWords' });
    }
    const shown = answer === 'show';
    const checked = { checkedAt: dateOf(now()), checkedById: scope.person.id };
    const { count } = await db.innovationProject.updateMany({
      where: { hubId: scope.hub.id, id: project.id, checkedAt: null, revision: project.revision },
      data: shown
        ? { ...checked, visibility: project.wished, checkWords: words }
        : { checkWords: words },
    });
    if (count === 0) throw new Refusal('refusals.stale');
    if (shown) deed.pagesChanged();
    const event = shown ? 'projectChecked' : 'projectSentBack';
    deed.record(event, 'project', project.id, {}, { concerns: project.leadId });
    await tellProject(scope, db, deed, project, project.leadId, event, {
      organisation: scope.hub.name,
      words,
    });
  });
}
