import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FoundProject, leads, pagesOf, projectAt } from '#lib/projects/leading.ts';
import { openToPledges } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import { tellProject } from '#lib/projects/telling.ts';
import { type PledgeMove, type PledgeState, pledgeMoveNamed } from './moves.ts';
import type { PledgeGiven, PledgeInput, PromiseInput } from './schema.ts';

/**
 * Proposes a pledge of one's own body, for a year. Members of a party that is in may; a company pledges work alone.
 * Its administrators hear of it, since they confirm it. The same form sent again makes no second one.
 * @throws Refusal when it has one of the kind for that year; NotFound
 */
export async function proposePledge(scope: Scope, slug: string, input: PledgeInput): Promise<void> {
  try {
    await scope.write('proposal:draft', async (db, deed) => {
      const project = await ownProject(scope, db, slug);
      if (input.kind === 'MONEY' && scope.organisation.side === 'PRIVATE') {
        throw new Refusal('refusals.invalid', { kind: 'sharing.refusals.companyMoney' });
      }
      const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
      const kept = await db.pledge.findFirst({ where: { ...own, id: input.id } });
      deed.record('pledgeProposed', 'project', project.id, { year: input.year, kind: input.kind });
      if (kept) return;
      const at = { proposedAt: dateOf(now()), proposedById: scope.person.id };
      const data = { ...own, ...input, ...at, projectId: project.id };
      await db.pledge.createMany({ data });
      if (scope.may('party:answer')) return;
      await tell(scope, db, deed, project, scope.organisation.id, 'pledgeProposed');
    });
  } catch (error) {
    if (refusedBy(error, 'one_pledge_a_year')) {
      throw new Refusal('refusals.invalid', { year: 'sharing.refusals.onceAYear' });
    }
    if (refusedBy(error, 'pledge_pkey')) throw new NotFound('pledge');
    throw error;
  }
}

/**
 * Makes one move of the table: the body's own administrator confirms, with a case number, or withdraws; whoever leads
 * the project has received it. Whoever leads hears of the first two, the body of the last. Of two at once one counts.
 * @throws Refusal when the table says no or something is not said; NotFound for anyone else's
 */
export async function movePledge(
  scope: Scope,
  slug: string,
  id: string,
  name: PledgeMove,
  given: PledgeGiven,
): Promise<void> {
  if (!isId(id)) throw new NotFound('pledge');
  const move = pledgeMoveNamed(name);
  await scope.write(move.permission, async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id, id };
    const pledge = await db.pledge.findFirst({ where });
    const mine =
      move.by === 'own' ? pledge?.organisationId === scope.organisation.id : leads(scope, project);
    if (!pledge || !mine) throw new NotFound('pledge');
    const state = pledge.state as PledgeState;
    if (!move.from.includes(state)) throw new Refusal(`sharing.refusals.inState.${state}`);
    const field = move.demands(state);
    if (field && given[field] === '') {
      throw new Refusal('refusals.invalid', { [field]: `sharing.refusals.${field}` });
    }
    const { count } = await db.pledge.updateMany({
      where: { ...where, state },
      data: { state: move.to, ...signed(scope, name, given) },
    });
    if (count === 0) throw new Refusal('refusals.stale');
    pagesOf(deed, project);
    const { year, kind, organisationId } = pledge;
    const about = { concerns: organisationId };
    deed.record(move.event, 'project', project.id, { year, kind }, about);
    const to = move.by === 'own' ? project.leadId : organisationId;
    await tell(scope, db, deed, project, to, move.event as Told, given.words);
  });
}

function signed(scope: Scope, name: PledgeMove, { caseNumber, words }: PledgeGiven) {
  const at = dateOf(now());
  const by = scope.person.id;
  if (name === 'confirm') return { confirmedAt: at, confirmedById: by, caseNumber };
  return { endedAt: at, endedById: by, words };
}

type Told = 'pledgeProposed' | 'pledgeConfirmed' | 'pledgeWithdrawn' | 'pledgeReceived';

function tell(
  scope: Scope,
  db: Handle,
  deed: Deed,
  project: FoundProject,
  to: string,
  kind: Told,
  words = '',
) {
  const organisation = scope.organisation.name;
  return tellProject(scope, db, deed, project, to, kind, { organisation, words });
}

/**
 * Promises for one's own body to pay so much if so many are with it by a day. Its administrators may, of a body of
 * care that is a party. @throws Refusal for a day that is over; NotFound
 */
export async function makePromise(scope: Scope, slug: string, input: PromiseInput): Promise<void> {
  await scope.write('party:answer', async (db, deed) => {
    const project = await ownProject(scope, db, slug);
    if (scope.organisation.side === 'PRIVATE') throw new NotFound('project');
    const { id, amount: ore, byDay, leastBodies, leastMoney: leastOre, caseNumber } = input;
    const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    deed.record('promiseMade', 'project', project.id);
    if ((await db.matchingPromise.count({ where: { ...own, id } })) > 0) return;
    await db.matchingPromise.createMany({
      data: {
        ...{ ...own, id, ore, leastOre, caseNumber, projectId: project.id },
        ...{ byDay: new Date(byDay), leastBodies: leastBodies === '' ? null : leastBodies },
        ...{ byId: scope.person.id, at: dateOf(now()) },
      },
    });
  });
}

/** Takes one's own body's promise back. Its administrators may. @throws NotFound */
export async function takePromiseBack(scope: Scope, slug: string, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('promise');
  await scope.write('party:answer', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const where = { ...own, id, projectId: project.id };
    const { count } = await db.matchingPromise.deleteMany({ where });
    if (count === 0) throw new NotFound('promise');
    deed.record('promiseTakenBack', 'project', project.id);
  });
}

/** A project that one's organisation is in, and that is not over. */
async function ownProject(scope: Scope, db: Handle, slug: string): Promise<FoundProject> {
  const project = await projectAt(scope, db, slug);
  const joined = { hubId: scope.hub.id, projectId: project.id, state: 'CONFIRMED' as const };
  const where = { ...joined, organisationId: scope.organisation.id };
  if ((await db.projectParty.count({ where })) === 0) throw new NotFound('project');
  if (!openToPledges.includes(project.state)) {
    throw new Refusal(`projects.refusals.inState.${project.state}`);
  }
  return project;
}
