import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectAt } from '#lib/projects/leading.ts';
import { isId } from '#lib/projects/schema.ts';
import { refusingDecision } from './doors.ts';
import { kindNamed } from './moves.ts';
import { sitting } from './reads.ts';
import { type DecisionInput, steeringLimits } from './schema.ts';

/**
 * Saves a draft of a decision. Whoever leads the project may, and who chairs or writes for its steering group.
 * @throws Refusal when what its kind demands is not said, or somebody saved before (`{ revision }`); NotFound
 */
export async function saveDecision(
  scope: Scope,
  slug: string,
  input: DecisionInput,
): Promise<void> {
  await refusingDecision(() =>
    scope.write('seat:sit', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!(await sitting(db, project.id)).prepares) throw new NotFound('project');
      demandSaid(input);
      const own = { hubId: scope.hub.id, projectId: project.id };
      const data = { ...(await contentOf(db, own, input)), revision: input.revision + 1 };
      const where = { ...own, id: input.id, state: 'DRAFT' as const, revision: input.revision };
      const { count } =
        input.revision === 0
          ? await db.decision.createMany({
              data: { ...own, ...data, id: input.id, byId: scope.person.id },
              skipDuplicates: true,
            })
          : await db.decision.updateMany({ where, data });
      if (count === 0) await demandNewest(db, own, input);
      deed.record('decisionDrafted', 'project', project.id, { kind: input.kind });
    }),
  );
}

/** The same form sent twice is one draft; an older form is refused with the revision to go on from. */
async function demandNewest(db: Handle, own: { hubId: string }, input: DecisionInput) {
  const kept = await db.decision.findFirst({ where: { ...own, id: input.id } });
  if (kept?.state !== 'DRAFT') throw new Refusal('steering.refusals.notDraft');
  if (kept.revision !== input.revision + 1 || kept.wording !== input.wording) {
    throw new Refusal('steering.refusals.stale', {}, { revision: kept.revision });
  }
}

function demandSaid(input: DecisionInput): void {
  const row = kindNamed(input.kind);
  const lacks = {
    ...(row.phase && input.phase === '' && { phase: 'steering.refusals.phase' }),
    ...(row.pilotTo && input.pilot === '' && { pilot: 'steering.refusals.pilot' }),
    ...(row.says.includes('newDay') &&
      input.newDay === '' && { newDay: 'steering.refusals.newDay' }),
    ...(row.says.includes('owner') && input.owner === '' && { owner: 'steering.refusals.owner' }),
    ...(row.says.includes('lessons') &&
      input.background.length < steeringLimits.lessonsLeast && {
        background: 'steering.refusals.lessons',
      }),
  };
  if (Object.keys(lacks).length > 0) throw new Refusal('refusals.invalid', lacks);
}

async function contentOf(
  db: Handle,
  own: { hubId: string; projectId: string },
  input: DecisionInput,
) {
  const row = kindNamed(input.kind);
  const { kind, language, title, wording, alternatives, background } = input;
  const charter = row.says.includes('charter')
    ? await db.projectCharter.findFirst({ where: own, orderBy: { version: 'desc' } })
    : null;
  if (row.says.includes('charter') && !charter) {
    throw new Refusal('refusals.invalid', { kind: 'steering.refusals.noCharter' });
  }
  const dayOf = (value: string) => (value === '' ? null : new Date(value));
  return {
    ...{ kind, language, title, wording, alternatives, background },
    ownerId: input.owner || null,
    dueOn: dayOf(input.dueOn),
    phaseId: row.phase ? input.phase || null : null,
    pilotId: row.pilotTo ? input.pilot || null : null,
    newDay: row.says.includes('newDay') ? dayOf(input.newDay) : null,
    charterVersion: charter?.version ?? null,
    supersedesId: input.supersedes || null,
  };
}

/** Throws a draft away. Who may save it, may. @throws NotFound */
export async function dropDecision(scope: Scope, slug: string, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('decision');
  await scope.write('seat:sit', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id, id, state: 'DRAFT' as const };
    const { count } = await db.decision.deleteMany({ where });
    if (count === 0) throw new NotFound('decision');
    deed.record('decisionDropped', 'project', project.id);
  });
}
