import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FoundProject, leads, pagesOf, projectAt } from './leading.ts';
import {
  companyRoles,
  openToParties,
  type PartyMove,
  type PartyMoveRow,
  type PartyRole,
  type PartyState,
  partyMoveNamed,
} from './moves.ts';
import { isId } from './schema.ts';
import { type ProjectTold, tellProject } from './telling.ts';

export type PartyGiven = { role?: PartyRole; words: string };
type Party = { organisationId: string; role: PartyRole; state: PartyState };

/**
 * Makes one move of the table for a body in a project: an administrator of its own organisation theirs, whoever leads
 * the project its side. The other side hears of it. Of two at once exactly one moves it.
 * @throws NotFound for a project or party one may not see or move; Refusal when the table says no, when why is to be
 * said and is not, or when a company is to be more than one can be
 */
export async function moveParty(
  scope: Scope,
  slug: string,
  organisationId: string,
  name: PartyMove,
  given: PartyGiven,
): Promise<void> {
  if (!isId(organisationId)) throw new NotFound('party');
  const move = partyMoveNamed(name);
  await scope.write(move.permission, async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    demandSide(scope, move, project, organisationId);
    const body = await bodyAt(db, organisationId);
    const party = await partyAt(db, project, organisationId);
    demandWay(move, project, party, given, body.kind);
    const role = given.role ?? party?.role ?? 'OBSERVER';
    await put(scope, db, move, project, organisationId, party, { ...given, role });
    pagesOf(deed, project);
    const told = { move: name, role, from: party?.state ?? '', to: move.to };
    deed.record(move.event, 'project', project.id, told, { concerns: organisationId });
    await tellOther(scope, db, deed, move, project, body, { words: given.words, role });
  });
}

function demandSide(scope: Scope, move: PartyMoveRow, project: FoundProject, body: string) {
  const own = body === scope.organisation.id;
  if (move.by === 'own' ? !own : own || !leads(scope, project)) throw new NotFound('party');
}

async function bodyAt(db: Handle, id: string) {
  const body = await db.organisation.findFirst({
    where: { id },
    select: { id: true, name: true, kind: true },
  });
  const [here] = await db.$queryRaw<{ here: boolean }[]>`
    select takes_part_here(${id}::uuid) as here`;
  if (!body || !here?.here) {
    throw new Refusal('refusals.invalid', { organisation: 'projects.refusals.whom' });
  }
  return body;
}

function partyAt(db: Handle, { hubId, id }: FoundProject, organisationId: string) {
  return db.projectParty.findFirst({ where: { hubId, projectId: id, organisationId } });
}

function demandWay(
  move: PartyMoveRow,
  project: FoundProject,
  party: Party | null,
  { role, words }: PartyGiven,
  kind: string,
) {
  const state = party?.state ?? null;
  if (!move.from.includes(state)) {
    throw new Refusal(`projects.refusals.partyIn.${state ?? 'NOBODY'}`);
  }
  const stays = move.to === 'CONFIRMED' || state === null || move.to === 'INVITED';
  if ((stays || move.to === 'ASKED') && !openToParties.includes(project.state)) {
    throw new Refusal(`projects.refusals.inState.${project.state}`);
  }
  if (state === 'CONFIRMED' && party?.organisationId === project.leadId) {
    throw new Refusal('projects.refusals.leadStays');
  }
  if (move.words && words === '') {
    throw new Refusal('refusals.invalid', { words: 'projects.refusals.words' });
  }
  if (kind === 'COMPANY' && role && !companyRoles.includes(role)) {
    throw new Refusal('refusals.invalid', { role: 'projects.refusals.companyRole' });
  }
}

async function put(
  scope: Scope,
  db: Handle,
  move: PartyMoveRow,
  { hubId, id: projectId }: FoundProject,
  organisationId: string,
  party: Party | null,
  { role, words }: Required<PartyGiven>,
) {
  const at = dateOf(now());
  const by = scope.person.id;
  const begins = move.to === 'INVITED' || move.to === 'ASKED';
  const signed = begins
    ? { role, invitedAt: at, invitedById: by, answeredAt: null, answeredById: null }
    : { answeredAt: at, answeredById: by };
  const data = { ...signed, state: move.to, words };
  const where = { hubId, projectId, organisationId };
  const { count } = party
    ? await db.projectParty
        .updateMany({ where: { ...where, state: party.state }, data })
        .catch(chairStays)
    : await db.projectParty.createMany({ data: { ...where, ...data, role }, skipDuplicates: true });
  if (count === 0) throw new Refusal('refusals.stale');
}

function chairStays(error: unknown): never {
  if (refusedBy(error, 'a_chair_hands_over')) throw new Refusal('projects.refusals.chairStays');
  throw error;
}

const told: Partial<Record<string, ProjectTold>> = {
  partyInvited: 'partyInvited',
  partyAsked: 'partyAsked',
  partyConfirmed: 'partyConfirmed',
  partyAccepted: 'partyAccepted',
  partyDeclined: 'partyDeclined',
  partyTurnedDown: 'partyTurnedDown',
  partyLeft: 'partyLeft',
};

/** The body hears what the leader did, the leader what the body did. */
async function tellOther(
  scope: Scope,
  db: Handle,
  deed: Deed,
  move: PartyMoveRow,
  project: FoundProject,
  body: { id: string; name: string },
  said: { words: string; role: string },
) {
  const kind = told[move.event];
  if (!kind) return;
  const to = move.by === 'own' ? project.leadId : body.id;
  await tellProject(scope, db, deed, project, to, kind, {
    organisation: scope.organisation.name,
    ...said,
  });
}
