import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type CoauthorMove, coauthorMoves, writtenStates } from './coauthors.ts';
import { coauthorLetter } from './letters.ts';
import { wrongState } from './rules.ts';
import { isId } from './schema.ts';

/**
 * Asks somebody of another organisation, by address, to write a proposal of one's own with one. Any member may. The
 * answer is the same whether the address belongs to somebody or not.
 * @throws Refusal when the address is asked already or belongs to a colleague; NotFound for anyone else's proposal
 */
export async function inviteCoauthor(scope: Scope, proposalId: string, email: string) {
  if (!isId(proposalId)) throw new NotFound('proposal');
  const invited = scope.write('proposal:draft', async (db, deed) => {
    const where = { hubId: scope.hub.id, id: proposalId, organisationId: scope.organisation.id };
    const proposal = await db.proposal.findFirst({ where, select: { title: true, state: true } });
    if (!proposal) throw new NotFound('proposal');
    if (!(writtenStates as readonly string[]).includes(proposal.state))
      throw wrongState(proposal.state);
    if (await isColleague(db, scope, email)) throw refused('colleague');
    const row = { hubId: scope.hub.id, id: crypto.randomUUID(), proposalId, email };
    const data = { ...row, invitedById: scope.person.id, invitedAt: dateOf(now()) };
    await db.proposalCoauthor.createMany({ data });
    deed.record('coauthorInvited', 'proposal', proposalId);
    const path = `/${scope.hub.slug}/act/coauthor`;
    const detail = { title: proposal.title, organisation: scope.organisation.name };
    await db.$queryRaw(
      sql`select 1 from tell_invited(${row.id}::uuid, ${JSON.stringify(detail)}::jsonb, ${path})`,
    );
    deed.mail(coauthorLetter(scope, email, { ...detail, path }));
  });
  await invited.catch((error) => {
    if (refusedBy(error, 'one_open_coauthor_invitation')) throw refused('askedAlready');
    if (refusedBy(error, 'twenty_write_together')) throw refused('tooMany');
    throw error;
  });
}

/**
 * Makes one move of an invitation or of what came of it: whoever was asked says yes or no, for the organisation they act
 * for, or leaves later; the body that began the proposal takes the invitation back, or the co-author out.
 * @returns the proposal's id
 * @throws NotFound for anyone else; Refusal when it has moved already
 */
export async function moveCoauthor(
  scope: Scope,
  id: string,
  name: Exclude<CoauthorMove, 'lapse'>,
): Promise<string> {
  const move = coauthorMoves.find((each) => each.name === name);
  if (!isId(id) || !move) throw new NotFound('coauthor');
  const moved = scope.write('proposal:draft', async (db, deed) => {
    const row = await db.proposalCoauthor.findFirst({ where: { hubId: scope.hub.id, id } });
    if (!row || !(await isTheirs(db, scope, row, move.by))) throw new NotFound('coauthor');
    if (row.state !== move.from) throw new Refusal('innovation.refusals.coauthorMoved');
    const at = dateOf(now());
    const self = { personId: scope.person.id, organisationId: scope.organisation.id };
    const hearers = await hearersOf(scope, db, id, name, row);
    const { count } = await db.proposalCoauthor.updateMany({
      where: { hubId: scope.hub.id, id, state: move.from },
      data: {
        state: move.to,
        ...(move.by === 'self' && move.from === 'PENDING' && { answeredAt: at }),
        ...(name === 'accept' && self),
        ...(['CANCELLED', 'REMOVED', 'LEFT'].includes(move.to) && { endedAt: at }),
      },
    });
    if (count === 0) throw new Refusal('innovation.refusals.coauthorMoved');
    deed.record(move.event, 'proposal', row.proposalId);
    await tellOf(scope, db, row.proposalId, name, hearers);
    return row.proposalId;
  });
  return moved.catch((error) => {
    if (refusedBy(error, 'coauthors_come_for_their_own')) throw new NotFound('coauthor');
    if (refusedBy(error, 'one_coauthor_a_person'))
      throw new Refusal('innovation.refusals.coauthorMoved');
    if (refusedBy(error, 'written_while_open'))
      throw new Refusal('innovation.refusals.coauthorLate');
    throw error;
  });
}

type Row = { personId: string | null; organisationId: string | null; proposalId: string };

async function isTheirs(db: Handle, scope: Scope, row: Row, by: 'self' | 'own' | 'job') {
  const organisationId = scope.organisation.id;
  const own = { hubId: scope.hub.id, id: row.proposalId, organisationId };
  const isOwn = (await db.proposal.count({ where: own })) > 0;
  if (by === 'own') return isOwn;
  if (row.personId === null) return !isOwn;
  return scope.isSelf(row.personId) && row.organisationId === organisationId;
}

const told = {
  accept: 'coauthorJoined',
  decline: 'coauthorDeclined',
  leave: 'coauthorLeft',
  remove: 'coauthorRemoved',
} as const;
type Hearer = { person: string; slug: string; title: string; body: string };

/** Who hears of it, and of what, as it stood before: the body that began it, or whoever was taken out. */
async function hearersOf(
  scope: Scope,
  db: Handle,
  id: string,
  name: CoauthorMove,
  row: Row,
): Promise<Hearer[]> {
  if (name === 'cancel') return [];
  if (name !== 'remove') {
    return db.$queryRaw<Hearer[]>(
      sql`select person::text, slug, title, body from author_hearers(${id}::uuid)`,
    );
  }
  const where = { hubId: scope.hub.id, id: row.proposalId };
  const proposal = await db.proposal.findFirst({ where, select: { title: true } });
  const about = { slug: '', title: proposal?.title ?? '', body: scope.organisation.name };
  return row.personId === null ? [] : [{ person: row.personId, ...about }];
}

async function tellOf(
  scope: Scope,
  db: Handle,
  proposalId: string,
  name: CoauthorMove,
  hearers: readonly Hearer[],
) {
  const [first] = hearers;
  if (!(name in told) || !first) return;
  const kind = told[name as keyof typeof told];
  // Whoever says no is named to nobody, nor for whom they would have written.
  const organisation = name === 'decline' ? first.body : scope.organisation.name;
  const path = first.slug
    ? `/${scope.hub.slug}/${first.slug}/proposals/${proposalId}`
    : `/${scope.hub.slug}/act/coauthor`;
  const people = hearers.map(({ person }) => person);
  await tell(scope, db, people, { kind, detail: { title: first.title, organisation }, path });
}

async function isColleague(db: Handle, scope: Scope, email: string): Promise<boolean> {
  const organisationId = scope.organisation.id;
  const where = { email, memberships: { some: { organisationId } } };
  return (await db.person.count({ where })) > 0;
}

function refused(code: string): Refusal {
  return new Refusal('refusals.invalid', { email: `innovation.refusals.coauthor.${code}` });
}

/** Part of the hourly job: what nobody has answered for in thirty days lapses. */
export async function lapseCoauthors(
  scope: Scope,
  before: Date,
  once: (work: (db: Handle, deed: Deed) => Promise<void>) => Promise<void>,
): Promise<void> {
  const where = { hubId: scope.hub.id, state: 'PENDING', invitedAt: { lt: before } } as const;
  const due = await scope.read('system:work', (db) => db.proposalCoauthor.findMany({ where }));
  for (const { id, proposalId } of due) {
    await once(async (db, deed) => {
      const { count } = await db.proposalCoauthor.updateMany({
        where: { ...where, id },
        data: { state: 'EXPIRED', endedAt: dateOf(now()) },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      deed.record('coauthorLapsed', 'proposal', proposalId);
    });
  }
}
