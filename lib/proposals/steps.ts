import { changesOf } from '#lib/platform/changes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Move, type MoveName, moveNamed, refusalToMove, wrongState } from './rules.ts';
import { isId } from './schema.ts';

const judged = {
  id: true,
  organisationId: true,
  authorId: true,
  state: true,
  revision: true,
  title: true,
  summary: true,
  problem: true,
  solution: true,
  benefit: true,
  firstStep: true,
  areas: true,
  needs: { select: { needId: true } },
} as const;

type Given = { reason?: string; nextStep?: string };
type After = (db: Handle, deed: Deed, proposal: Moved) => Promise<void>;
export type Moved = { id: string; organisationId: string; authorId: string; title: string };

/**
 * Makes one move of the table: who, from where, its guards, the change, the event. Of several at
 * once exactly one moves the row; the others hear how far it has come.
 * @throws NotFound for a proposal that is not theirs to move
 * @throws Refusal when the table or a guard says no
 */
export async function makeMove(
  scope: Scope,
  id: string,
  name: MoveName,
  data: object,
  { reason = '', nextStep = '' }: Given,
  after: After,
): Promise<void> {
  if (!isId(id)) throw new NotFound('proposal');
  const move = moveNamed(name);
  const hubId = scope.hub.id;
  await scope.write(move.permission, async (db, deed) => {
    const proposal = await db.proposal.findFirst({ where: mine(scope, move, id), select: judged });
    if (!proposal) throw new NotFound('proposal');
    const text = { ...proposal, needs: proposal.needs.map(({ needId }) => needId) };
    const ownBody = move.by === 'assessor' && (await belongsTo(db, scope, proposal.organisationId));
    const facts = { state: proposal.state, text, ownBody, reason, nextStep };
    const refusal = refusalToMove(move, facts);
    if (refusal) throw refusal;
    const { count } = await db.proposal.updateMany({
      where: { hubId, id, state: move.from, revision: proposal.revision },
      data: { ...data, state: move.to },
    });
    if (count === 0) throw await late(db, hubId, id, move);
    const change = changesOf({ state: proposal.state }, { state: move.to });
    deed.record(move.event, 'proposal', id, change, { concerns: proposal.organisationId });
    await after(db, deed, proposal);
  });
}

function mine(scope: Scope, move: Move, id: string) {
  const here = { hubId: scope.hub.id, id };
  if (move.by === 'member') return { ...here, organisationId: scope.organisation.id };
  return { ...here, state: { not: 'DRAFT' as const } };
}

/** Whether the person is a member of a body, read afresh: assessors may not judge their own. */
async function belongsTo(db: Handle, scope: Scope, organisationId: string): Promise<boolean> {
  const where = { personId: scope.person.id, organisationId };
  return (await db.membership.count({ where })) > 0;
}

/** Someone else was first: says where the proposal stands now. */
async function late(db: Handle, hubId: string, id: string, move: Move): Promise<Error> {
  const now = await db.proposal.findFirst({ where: { hubId, id }, select: { state: true } });
  if (!now) return new NotFound('proposal');
  return now.state === move.from ? new Refusal('refusals.stale') : wrongState(now.state);
}
