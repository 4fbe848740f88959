import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Addressee, decisionLetter } from './letters.ts';
import type { DecisionInput } from './schema.ts';
import { type Moved, makeMove } from './steps.ts';

/**
 * Sends a saved draft to the hub. Any member may. The hub's assessors are told.
 * @throws Refusal with what is missing, by field; NotFound for anyone else's
 */
export async function submitProposal(scope: Scope, id: string): Promise<void> {
  const data = { submittedAt: dateOf(now()) };
  await makeMove(scope, id, 'submit', data, {}, async (db, _deed, proposal) => {
    await tellReviewers(scope, db, proposal, 'proposalSubmitted');
  });
}

/** Takes a sent proposal back to change it, until review has begun. Any member may. */
export async function withdrawProposal(scope: Scope, id: string): Promise<void> {
  await makeMove(scope, id, 'withdraw', { submittedAt: null }, {}, async (db, _deed, proposal) => {
    await tellReviewers(scope, db, proposal, 'proposalWithdrawn');
  });
}

/** Begins to review. Assessors who do not belong to the proposing organisation may. */
export async function beginReview(scope: Scope, id: string): Promise<void> {
  await makeMove(scope, id, 'begin', { assessorId: scope.person.id }, {}, async () => {});
}

/**
 * Accepts with a reason and a next step, or declines with a reason. Assessors of other bodies may.
 * The author and the organisation's admins are told in the portal and by mail, each once.
 */
export async function decideProposal(
  scope: Scope,
  id: string,
  { decision, reason, nextStep }: DecisionInput,
): Promise<void> {
  const next = decision === 'accept' ? nextStep : '';
  const decided = { decisionReason: reason, nextStep: next || null, decidedAt: dateOf(now()) };
  const data = { ...decided, assessorId: scope.person.id };
  const given = { reason, nextStep };
  await makeMove(scope, id, decision, data, given, async (db, deed, proposal) => {
    const body = await bodyOf(db, proposal);
    const path = `/${scope.hub.slug}/${body.slug}/proposals/${id}`;
    const people = await proposers(db, proposal);
    const kind = decision === 'accept' ? 'proposalAccepted' : 'proposalDeclined';
    const detail = { title: proposal.title, organisation: body.name };
    await tell(
      scope,
      db,
      people.map((person) => person.id),
      { kind, detail, path },
    );
    const told = { ...detail, reason, nextStep: next, path };
    for (const person of people) deed.mail(decisionLetter(scope, person, decision, told));
  });
}

/**
 * Tells the assessors who may review it; when all of them belong to the proposing organisation, those
 * who run the hub, so that they find another.
 */
async function tellReviewers(
  scope: Scope,
  db: Handle,
  proposal: Moved,
  kind: 'proposalSubmitted' | 'proposalWithdrawn',
): Promise<void> {
  const roles = await db.hubRole.findMany({
    where: { hubId: scope.hub.id, role: { in: ['ASSESSOR', 'HUB_ADMIN'] } },
  });
  const colleagues = await db.membership.findMany({
    where: { organisationId: proposal.organisationId },
    select: { personId: true },
  });
  const own = new Set(colleagues.map(({ personId }) => personId));
  const holding = (role: string) =>
    roles.filter((each) => each.role === role).map(({ personId }) => personId);
  const free = holding('ASSESSOR').filter((person) => !own.has(person));
  const detail = { title: proposal.title, organisation: scope.organisation.name };
  const house = `/${scope.hub.slug}/house`;
  if (free.length > 0) {
    const path =
      kind === 'proposalSubmitted' ? `${house}/reviews/${proposal.id}` : `${house}/reviews`;
    await tell(scope, db, free, { kind, detail, path });
  } else if (kind === 'proposalSubmitted') {
    await tell(scope, db, holding('HUB_ADMIN'), { kind: 'nobodyCanReview', detail, path: house });
  }
}

async function bodyOf(db: Handle, { organisationId }: Moved) {
  const where = { id: organisationId };
  const body = await db.organisation.findFirst({ where, select: { name: true, slug: true } });
  return body ?? { name: '', slug: '' };
}

/** The author, unless they have left, and the organisation's admins; each once. */
async function proposers(db: Handle, { organisationId, authorId }: Moved): Promise<Addressee[]> {
  const members = await db.membership.findMany({
    where: { organisationId, OR: [{ role: 'ADMIN' }, { personId: authorId }] },
    select: { personId: true },
  });
  return db.person.findMany({
    where: { id: { in: members.map(({ personId }) => personId) }, withdrawnAt: null },
    select: { id: true, email: true, locale: true },
  });
}
