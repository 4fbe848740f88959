import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { coauthorHearers, fellowAuthors } from './authors.ts';
import { type Addressee, type ToldMove, toldLetter } from './letters.ts';
import type { Given } from './rules.ts';
import type { Moved } from './steps.ts';

const kinds = {
  accept: 'proposalAccepted',
  decline: 'proposalDeclined',
  park: 'proposalParked',
  resume: 'proposalResumed',
  due: 'proposalResumed',
  reopen: 'proposalReopened',
  undo: 'proposalUndone',
  ask: 'proposalAsked',
} as const satisfies Record<ToldMove, string>;

/** Part of a move of the hub's: the author and the organisation's admins hear of it, here and by mail, each once. */
export function tellProposers(scope: Scope, name: ToldMove, given: Given) {
  return async (db: Handle, deed: Deed, proposal: Moved): Promise<void> => {
    const body = await bodyOf(db, proposal);
    const path = `/${scope.hub.slug}/${body.slug}/proposals/${proposal.id}`;
    const people = await proposers(db, proposal);
    const ids = people.map(({ id }) => id);
    const detail = { title: proposal.title, organisation: body.name };
    await tell(scope, db, ids, { kind: kinds[name], detail, path });
    const told = { ...detail, ...given, path };
    for (const person of people) deed.mail(toldLetter(scope, person, name, told));
    // Whoever wrote it for another organisation hears it there.
    for (const { slug, ...person } of await coauthorHearers(db, proposal.id)) {
      const theirs = `/${scope.hub.slug}/${slug}/proposals/${proposal.id}`;
      await tell(scope, db, [person.id], { kind: kinds[name], detail, path: theirs });
      deed.mail(toldLetter(scope, person, name, { ...told, path: theirs }));
    }
  };
}

/** Part of a move of one author's: those who write it for other organisations hear of it. */
export async function tellFellows(
  scope: Scope,
  db: Handle,
  { id, title }: Moved,
  kind: 'fellowSubmitted' | 'fellowAnswered' | 'fellowWithdrew' | 'fellowCalledOff',
): Promise<void> {
  const detail = { title, organisation: scope.organisation.name };
  for (const fellow of await fellowAuthors(scope, db, id)) {
    const path = `/${scope.hub.slug}/${fellow.slug}/proposals/${id}`;
    await tell(scope, db, [fellow.id], { kind, detail, path });
  }
}

/** Part of a move of the proposers': whoever reviews it hears of it; before anyone does, all who may. */
export function tellAssessor(scope: Scope, kind: 'proposalAnswered' | 'proposalCalledOff') {
  return async (db: Handle, _deed: Deed, proposal: Moved): Promise<void> => {
    const where = { hubId: scope.hub.id, role: 'ASSESSOR' as const };
    const roles = await db.hubRole.findMany({ where, select: { personId: true } });
    const all = roles.map(({ personId }) => personId);
    const theirs = all.filter((id) => id === proposal.assessorId);
    const detail = { title: proposal.title, organisation: scope.organisation.name };
    const path = `/${scope.hub.slug}/house/reviews/${proposal.id}`;
    await tell(scope, db, theirs.length > 0 ? theirs : all, { kind, detail, path });
  };
}

/**
 * Tells the assessors who may review it; when all of them belong to the proposing organisation, those
 * who run the hub, so that they find another.
 */
export async function tellReviewers(
  scope: Scope,
  db: Handle,
  proposal: Moved,
  kind: 'proposalSubmitted' | 'proposalWithdrawn' | 'proposalAppealed' | 'proposalDue',
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
  const detail = { title: proposal.title, organisation: (await bodyOf(db, proposal)).name };
  const house = `/${scope.hub.slug}/house`;
  if (free.length > 0) {
    const path =
      kind === 'proposalWithdrawn' ? `${house}/reviews` : `${house}/reviews/${proposal.id}`;
    await tell(scope, db, free, { kind, detail, path });
  } else if (kind !== 'proposalWithdrawn') {
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
