import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Hearer, tellHearers } from '#lib/projects/telling.ts';
import { refusingResult } from './doors.ts';
import { type AdoptionState, adoptionMovesFrom } from './moves.ts';
import type { AdoptionInput } from './schema.ts';
import { resultAt } from './writing.ts';

/**
 * Says where one's own body stands with a published result. Its staff may say that it watches; the rest its own
 * administrator says, with the reason where it is not or no longer used and the day where it is. Whoever leads the
 * project hears of use and of its end. @throws Refusal for a wrong move or a day to come; NotFound for what one may not see
 */
export async function sayAdoption(scope: Scope, slug: string, input: AdoptionInput): Promise<void> {
  await refusingResult(() =>
    scope.write('result:adopt', async (db, deed) => {
      const result = await resultAt(scope, db, slug);
      const own = {
        ...{ hubId: scope.hub.id, resultId: result.id },
        organisationId: scope.organisation.id,
      };
      await db.$queryRaw`select state from adoption where hub_id = ${own.hubId}::uuid
        and result_id = ${own.resultId}::uuid and organisation_id = ${own.organisationId}::uuid for update`;
      const before = await db.adoption.findFirst({ where: own });
      const move = wayOf(scope, before?.state ?? null, input);
      const startedOn = startOf(scope, input, before?.startedOn ?? null);
      const data = {
        ...{ state: input.state, reason: input.reason, startedOn, contact: input.contact },
        ...{ byId: scope.person.id, at: dateOf(now()) },
      };
      if (before) await db.adoption.updateMany({ where: own, data });
      else await begin(db, { ...own, ...data }, result.state);
      deed.pagesChanged();
      const about = { title: result.title, state: input.state };
      if (move === 'adoptionUsed') deed.record('adoptionUsed', 'project', result.projectId, about);
      else if (move === 'adoptionEnded') {
        deed.record('adoptionEnded', 'project', result.projectId, about);
      } else deed.record('adoptionSaid', 'project', result.projectId, about);
      if (move === 'adoptionSaid') return;
      const hearers = await db.$queryRaw<Hearer[]>`
        select id::text, email, locale, slug from result_hearers(${result.id}::uuid)`;
      const told = { organisation: scope.organisation.name, words: result.title };
      const { title, slug: address } = result.project;
      const project = { id: result.projectId, slug: address, title };
      await tellHearers(scope, db, deed, hearers, project, move, told, '/results');
    }),
  );
}

type Row = {
  hubId: string;
  resultId: string;
  organisationId: string;
  state: AdoptionState;
  reason: string;
  startedOn: Date | null;
  contact: string;
  byId: string;
  at: Date;
};

async function begin(db: Handle, data: Row, state: string): Promise<void> {
  if (state !== 'PUBLISHED') throw new Refusal('results.refusals.over');
  const { count } = await db.adoption.createMany({ data, skipDuplicates: true });
  // A colleague said so this moment.
  if (count === 0) throw new Refusal('refusals.stale');
}

/** What the move is called in the log; to say more of where one stands is a move, too, for administrators. */
function wayOf(scope: Scope, from: AdoptionState | null, { state }: AdoptionInput) {
  const admin = scope.may('party:answer');
  const move = adoptionMovesFrom(from, admin).find(({ to }) => to === state);
  if (move) return move.event;
  if (from === state && admin) return 'adoptionSaid';
  if (!admin && adoptionMovesFrom(from, true).some(({ to }) => to === state)) {
    throw new NotFound('adoption');
  }
  throw new Refusal('results.refusals.moved');
}

function startOf(scope: Scope, { state, startedOn }: AdoptionInput, before: Date | null) {
  if (state === 'DISCONTINUED') return before;
  if (state !== 'IN_USE') return null;
  if (startedOn > today(scope.hub.zone).toString()) {
    throw new Refusal('refusals.invalid', { startedOn: 'results.refusals.ahead' });
  }
  return new Date(startedOn);
}
