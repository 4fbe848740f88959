import { dateOf, endOfDay, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectAt } from '#lib/projects/leading.ts';
import { isId } from '#lib/projects/schema.ts';
import { kindNamed } from './moves.ts';
import { sitting } from './reads.ts';
import { type DecisionInput, type PositionInput, steeringLimits } from './schema.ts';
import { tellSeats } from './telling.ts';

/**
 * Saves a draft of a decision. Whoever leads the project may, and who chairs or writes for its steering group.
 * @throws Refusal when what its kind demands is not said, or somebody saved before (`{ revision }`); NotFound
 */
export async function saveDecision(
  scope: Scope,
  slug: string,
  input: DecisionInput,
): Promise<void> {
  await refusing(() =>
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
    newDay: row.says.includes('newDay') ? dayOf(input.newDay) : null,
    charterVersion: charter?.version ?? null,
    supersedesId: input.supersedes || null,
  };
}

/**
 * Puts a draft to the parties that vote, until the end of a day in the hub's zone; they hear of it. Who may save it,
 * may. @throws Refusal when it could have no effect as things stand, or nobody votes; NotFound
 */
export async function openDecision(
  scope: Scope,
  slug: string,
  id: string,
  answerBy: string,
): Promise<void> {
  if (!isId(id)) throw new NotFound('decision');
  await refusing(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, decision } = await decisionAt(scope, db, slug, id);
      const until = dateOf(endOfDay(scope.hub.zone, answerBy));
      const [row] = await db.$queryRaw<{ opened: boolean }[]>`
        select open_decision(${id}::uuid, ${until}::timestamptz) as opened`;
      if (!row?.opened) throw new NotFound('decision');
      deed.record('decisionOpened', 'project', project.id, { title: decision.title });
      await tellSeats(scope, db, deed, project, 'decisionOpened', decision);
    }),
  );
}

/**
 * Says what one's own party thinks of an open decision; until it is closed the last word counts, once for each party.
 * Who sits there with a vote may. @throws Refusal when it is closed or the time is over; NotFound
 */
export async function takePosition(
  scope: Scope,
  slug: string,
  id: string,
  input: PositionInput,
): Promise<void> {
  if (!isId(id)) throw new NotFound('decision');
  await refusing(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, decision } = await decisionAt(scope, db, slug, id);
      const own = { hubId: scope.hub.id, decisionId: id, organisationId: scope.organisation.id };
      const signed = { byId: scope.person.id, at: dateOf(now()) };
      const { count } = await db.decisionPosition.updateMany({
        where: own,
        data: { ...input, ...signed },
      });
      if (count === 0) throw new NotFound('decision');
      deed.record('positionTaken', 'project', project.id, { title: decision.title });
    }),
  );
}

/**
 * Counts a decision, or puts it off with a reason; what follows from it is done with it, and all who sit there hear.
 * The chair may, and the deputy. @throws Refusal when answers are awaited, too few have answered, or it could have no
 * effect as things stand; NotFound
 */
export async function closeDecision(
  scope: Scope,
  slug: string,
  id: string,
  { how, words }: { how: 'count' | 'putOff'; words: string },
): Promise<void> {
  if (!isId(id)) throw new NotFound('decision');
  if (how === 'putOff' && words === '') {
    throw new Refusal('refusals.invalid', { words: 'steering.refusals.why' });
  }
  await refusing(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, decision } = await decisionAt(scope, db, slug, id);
      const [row] = await db.$queryRaw<{ outcome: string | null }[]>`
        select close_decision(${id}::uuid, ${how === 'putOff'}, ${words}) as outcome`;
      if (!row?.outcome) throw new NotFound('decision');
      if (project.visibility !== 'PARTIES') deed.pagesChanged();
      const about = { title: decision.title, outcome: row.outcome };
      deed.record('decisionClosed', 'project', project.id, about);
      await tellSeats(scope, db, deed, project, 'decisionClosed', decision);
    }),
  );
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

async function decisionAt(scope: Scope, db: Handle, slug: string, id: string) {
  const project = await projectAt(scope, db, slug);
  const where = { hubId: scope.hub.id, projectId: project.id, id };
  const decision = await db.decision.findFirst({ where });
  if (!decision) throw new NotFound('decision');
  return { project, decision };
}

/** What the doors say no to, as a sentence. */
const codes = [
  ...['only_drafts_are_opened', 'answers_lie_ahead', 'somebody_votes', 'the_project_is_there'],
  ...['the_phase_is_there', 'one_active_a_track', 'no_overlap_in_a_track'],
  ...['ready_when_nothing_lacks', 'the_first_phase_is_paid', 'every_phase_is_done'],
  ...['only_open_ones_are_closed', 'answers_are_awaited', 'a_quorum_answers'],
  ...['votes_from_a_seat', 'votes_while_open', 'votes_in_time', 'a_decision_is_of_its_project'],
] as const;

async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = codes.find((each) => refusedBy(error, each));
    if (code) throw new Refusal(`steering.refusals.door.${code}`);
    if (refusedBy(error, 'decision_pkey')) throw new NotFound('decision');
    throw error;
  }
}
