import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Amendment, changedIn } from './amendments.ts';
import { writtenBy } from './authors.ts';
import { contentOf, hiddenNeeds } from './content.ts';
import { saveProposal } from './drafts.ts';
import { wrongState } from './rules.ts';
import { type AmendmentInput, isId } from './schema.ts';

/** The states of a proposal in which other words can be proposed for it. */
export const amendableStates = ['SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED'] as const;

/**
 * Proposes other words for parts of another body's proposal, with a reason; one that it renews is taken back with it.
 * Any member of an organisation that reads it may. Those who proposed it are told.
 * @throws Refusal when nothing differs, or the text has changed since the form was opened; NotFound when it is not shown
 */
export async function proposeAmendment(scope: Scope, id: string, input: AmendmentInput) {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.write('proposal:draft', async (db, deed) => {
    const hubId = scope.hub.id;
    const where = { hubId, id, state: { not: 'DRAFT' as const }, NOT: writtenBy(scope) };
    const proposal = await db.proposal.findFirst({ where });
    if (!proposal) throw new NotFound('proposal');
    if (!(amendableStates as readonly string[]).includes(proposal.state))
      throw wrongState(proposal.state);
    const changes = changedIn(proposal, input);
    if (Object.keys(changes).length === 0) throw refused('reason', 'same');
    if (proposal.revision !== input.revision)
      throw new Refusal(
        'innovation.refusals.amendment.changed',
        {},
        { revision: proposal.revision },
      );
    if (input.renews) await takeBack(scope, db, input.renews);
    const row = { hubId, id: crypto.randomUUID(), proposalId: id, changes, before: {} };
    const by = { organisationId: scope.organisation.id, byId: scope.person.id };
    const data = { ...row, ...by, at: dateOf(now()), reason: input.reason };
    await db.proposalAmendment.createMany({ data });
    const about = { concerns: proposal.organisationId };
    deed.record('amendmentProposed', 'proposal', id, {}, about);
    await tellProposers(scope, db, row.id, proposal.title, id);
    return row.id;
  });
}

/** Takes one's own organisation's back. Any of its members may. @throws Refusal when it is answered; NotFound */
export async function withdrawAmendment(scope: Scope, id: string): Promise<string> {
  return scope.write('proposal:draft', async (db, deed) => {
    const proposalId = await takeBack(scope, db, id);
    deed.record('amendmentWithdrawn', 'proposal', proposalId);
    return proposalId;
  });
}

async function takeBack(scope: Scope, db: Handle, id: string): Promise<string> {
  const amendment = await amendmentAt(scope, db, id);
  if (amendment.organisationId !== scope.organisation.id) throw new NotFound('amendment');
  await settle(scope, db, id, { state: 'WITHDRAWN' });
  return amendment.proposalId;
}

/** Says no, and why. Any member of the body that proposed may; whoever wrote it is told. @throws Refusal, NotFound */
export async function rejectAmendment(scope: Scope, id: string, answer: string): Promise<string> {
  return scope.write('proposal:submit', async (db, deed) => {
    const amendment = await ownAmendment(scope, db, id);
    if (answer.trim() === '') throw refused('answer', 'answerMissing');
    await settle(scope, db, id, { state: 'REJECTED', answer });
    const about = { concerns: amendment.organisationId };
    deed.record('amendmentRejected', 'proposal', amendment.proposalId, {}, about);
    await tellAmender(scope, db, amendment, 'amendmentRejected', 'others');
    return amendment.proposalId;
  });
}

/**
 * Takes the words over: the next version of the text, and whoever wrote them writes it from now on. Any member of the
 * body that proposed may; whoever wrote them is told. @throws Refusal when the text has changed since; NotFound
 */
export async function acceptAmendment(scope: Scope, id: string): Promise<string> {
  const accepted = scope.write('proposal:submit', async (db, deed) => {
    const amendment = await ownAmendment(scope, db, id);
    await db.$queryRaw(sql`select accept_amendment(${id}::uuid)`);
    const about = { concerns: amendment.organisationId };
    deed.record('amendmentAccepted', 'proposal', amendment.proposalId, {}, about);
    await tellAmender(scope, db, amendment, 'amendmentAccepted', 'proposals');
    await tellEndorsers(scope, db, amendment.proposalId);
    return amendment.proposalId;
  });
  return accepted.catch((error) => {
    for (const [constraint, code] of Object.entries(doors))
      if (refusedBy(error, constraint)) throw new Refusal(`innovation.refusals.amendment.${code}`);
    throw error;
  });
}

const doors = {
  answered_once: 'answered',
  amended_while_open: 'decided',
  amended_as_sent: 'changing',
  amended_as_it_stands: 'stale',
};

/**
 * Makes a draft of one's own from what was rejected: the proposal's text with the other words. Any member of the
 * organisation that proposed them may. @returns the draft's id @throws NotFound for any other
 */
export async function raiseAmendment(scope: Scope, id: string): Promise<string> {
  const content = await scope.read('proposal:draft', async (db) => {
    const amendment = await amendmentAt(scope, db, id);
    const own = amendment.organisationId === scope.organisation.id;
    if (!own || amendment.state !== 'REJECTED') throw new NotFound('amendment');
    const where = { hubId: scope.hub.id, id: amendment.proposalId };
    const include = { needs: { select: { needId: true } } };
    const proposal = await db.proposal.findFirst({ where, include });
    if (!proposal) throw new NotFound('amendment');
    const text = contentOf(proposal);
    const hidden = new Set(await hiddenNeeds(scope.hub.id, db, text.needs));
    const needs = text.needs.filter((need) => !hidden.has(need));
    return { ...text, needs, ...(amendment.changes as Amendment['changes']) };
  });
  const draft = crypto.randomUUID();
  await saveProposal(scope, { ...content, id: draft, revision: 0 });
  return draft;
}

async function amendmentAt(scope: Scope, db: Handle, id: string) {
  if (!isId(id)) throw new NotFound('amendment');
  const where = { hubId: scope.hub.id, id };
  const amendment = await db.proposalAmendment.findFirst({ where });
  if (!amendment) throw new NotFound('amendment');
  return amendment;
}

type Row = Awaited<ReturnType<typeof amendmentAt>>;

async function ownAmendment(scope: Scope, db: Handle, id: string): Promise<Row> {
  const amendment = await amendmentAt(scope, db, id);
  const where = { hubId: scope.hub.id, id: amendment.proposalId };
  const own = { ...where, organisationId: scope.organisation.id };
  if ((await db.proposal.count({ where: own })) === 0) throw new NotFound('amendment');
  return amendment;
}

/** Of several answers one counts. */
async function settle(
  scope: Scope,
  db: Handle,
  id: string,
  change: { state: 'WITHDRAWN' | 'REJECTED'; answer?: string },
): Promise<void> {
  const { count } = await db.proposalAmendment.updateMany({
    where: { hubId: scope.hub.id, id, state: 'PENDING' },
    data: { ...change, answeredAt: dateOf(now()), answeredById: scope.person.id },
  });
  if (count === 0) throw new Refusal('innovation.refusals.amendment.answered');
}

async function tellProposers(scope: Scope, db: Handle, id: string, title: string, about: string) {
  const hearers = await db.$queryRaw<{ person: string; slug: string }[]>(
    sql`select person::text, slug from amendment_hearers(${id}::uuid)`,
  );
  const people = hearers.map(({ person }) => person);
  const detail = { title, organisation: scope.organisation.name };
  const path = `/${scope.hub.slug}/${hearers[0]?.slug}/proposals/${about}`;
  await tell(scope, db, people, { kind: 'amendmentProposed', detail, path });
}

async function tellAmender(
  scope: Scope,
  db: Handle,
  { id, byId, proposalId }: Row,
  kind: 'amendmentAccepted' | 'amendmentRejected',
  page: 'proposals' | 'others',
) {
  const where = { hubId: scope.hub.id, id: proposalId };
  const proposal = await db.proposal.findFirst({ where, select: { title: true } });
  const rows = await db.$queryRaw<{ slug: string }[]>(
    sql`select amender_slug(${id}::uuid) as slug`,
  );
  const detail = { title: proposal?.title ?? '', organisation: scope.organisation.name };
  const path = `/${scope.hub.slug}/${rows[0]?.slug}/${page}/${proposalId}`;
  await tell(scope, db, [byId], { kind, detail, path });
}

/** Whoever stands behind it hears, at their own organisation's page, that the text has changed. */
async function tellEndorsers(scope: Scope, db: Handle, id: string): Promise<void> {
  const where = { hubId: scope.hub.id, id };
  const proposal = await db.proposal.findFirst({ where, select: { title: true } });
  const hearers = await db.$queryRaw<{ person: string; slug: string }[]>(
    sql`select person::text, slug from endorsement_hearers(${id}::uuid)`,
  );
  const detail = { title: proposal?.title ?? '', organisation: scope.organisation.name };
  for (const { person, slug } of hearers) {
    const path = `/${scope.hub.slug}/${slug}/others/${id}`;
    await tell(scope, db, [person], { kind: 'endorsedChanged', detail, path });
  }
}

function refused(field: string, code: string): Refusal {
  return new Refusal('refusals.invalid', { [field]: `innovation.refusals.amendment.${code}` });
}
