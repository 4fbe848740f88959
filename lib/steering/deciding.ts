import { dateOf, endOfDay, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { pagesOf, projectAt } from '#lib/projects/leading.ts';
import { isId } from '#lib/projects/schema.ts';
import { refusingDecision } from './doors.ts';
import type { PositionInput } from './schema.ts';
import { tellSeats } from './telling.ts';

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
  await refusingDecision(() =>
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
  await refusingDecision(() =>
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
  await refusingDecision(() =>
    scope.write('seat:sit', async (db, deed) => {
      const { project, decision } = await decisionAt(scope, db, slug, id);
      const [row] = await db.$queryRaw<{ outcome: string | null }[]>`
        select close_decision(${id}::uuid, ${how === 'putOff'}, ${words}) as outcome`;
      if (!row?.outcome) throw new NotFound('decision');
      pagesOf(deed, project);
      const about = { title: decision.title, outcome: row.outcome };
      deed.record('decisionClosed', 'project', project.id, about);
      await tellSeats(scope, db, deed, project, 'decisionClosed', decision);
    }),
  );
}

async function decisionAt(scope: Scope, db: Handle, slug: string, id: string) {
  const project = await projectAt(scope, db, slug);
  const where = { hubId: scope.hub.id, projectId: project.id, id };
  const decision = await db.decision.findFirst({ where });
  if (!decision) throw new NotFound('decision');
  return { project, decision };
}
