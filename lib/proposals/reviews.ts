import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { assessmentStart } from './assessments.ts';
import { judgesOwn } from './authors.ts';
import { type MoveName, movesFrom, type ProposalState } from './moves.ts';
import { type ProposalCard, proposalsFor, readProposal } from './rows.ts';
import { daysReviewed } from './rules.ts';
import { isId } from './schema.ts';

export type QueuedProposal = ProposalCard & {
  /** The assessor belongs to the proposing organisation and may only look. */
  ownBody: boolean;
  /** Whole days since it was sent; once it is reviewed, days of the review's clock. */
  days: number;
};

const recentlyDecided = 10;

/**
 * What waits for the hub's answer, longest first, what rests until a day or an answer, and what was decided last.
 * Assessors may, and who runs the hub.
 */
export async function listReviews(
  scope: Scope,
): Promise<Record<'waiting' | 'resting' | 'decided', QueuedProposal[]>> {
  return scope.read('proposal:oversee', async (db) => {
    const hubId = scope.hub.id;
    const own = await ownBodies(db, scope);
    const queued = (card: ProposalCard) => ({
      ...card,
      ownBody: own.has(card.organisationId),
      days:
        card.state === 'SUBMITTED'
          ? daysSince(card.submittedAt ?? card.createdAt)
          : daysReviewed(card, dateOf(now())),
    });
    const longestFirst = { order: { submittedAt: 'asc' } } as const;
    const open = [{ state: { in: ['SUBMITTED', 'IN_REVIEW'] } }, { appealOpen: true }];
    const waiting = await proposalsFor(db, { hubId, OR: open }, longestFirst);
    const resting = await proposalsFor(
      db,
      { hubId, state: { in: ['NEEDS_INFO', 'PARKED'] } },
      longestFirst,
    );
    const decided = await proposalsFor(
      db,
      { hubId, state: { in: ['ACCEPTED', 'CONVERTED', 'DECLINED'] }, appealOpen: false },
      { order: { decidedAt: 'desc' }, take: recentlyDecided },
    );
    return {
      waiting: waiting.map(queued),
      resting: resting.map(queued),
      decided: decided.map(queued),
    };
  });
}

/**
 * A proposal to judge, others that answer the same needs, and what one can do now. Assessors may, and who runs the hub.
 * @throws NotFound for a draft, or one that was taken back
 */
export async function findReview(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.read('proposal:oversee', async (db) => {
    const hubId = scope.hub.id;
    const proposal = await readProposal(db, scope, { id, state: { not: 'DRAFT' } });
    const needIds = proposal.needs.map((need) => need.id);
    const similar = await proposalsFor(
      db,
      {
        hubId,
        id: { not: id },
        state: { not: 'DRAFT' },
        needs: { some: { needId: { in: needIds } } },
      },
      { take: 5 },
    );
    const ownBody =
      (await ownBodies(db, scope)).has(proposal.organisationId) || (await judgesOwn(db, id));
    const can = ownBody ? [] : canDo(scope, proposal);
    const assessed = proposal.assessments.some(({ round }) => round === proposal.round);
    const start = can.includes('accept') ? await assessmentStart(db, scope, proposal) : null;
    return { proposal, similar, ownBody, can, assessed, start };
  });
}

type Judged = {
  state: ProposalState;
  appealOpen: boolean;
  assessorId: string | null;
};

/** What the table of moves lets this person do with it; the write asks again. */
function canDo(scope: Scope, { state, appealOpen, assessorId }: Judged): MoveName[] {
  const assesses = scope.may('proposal:assess') ? movesFrom(state, 'assessor') : [];
  const decided = scope.roles.includes('hubAdmin') || scope.person.id === assessorId;
  const undoes = decided ? movesFrom(state, 'decider') : [];
  return [...assesses, ...undoes].filter((name) => name !== 'reopen' || appealOpen);
}

async function ownBodies(db: Handle, scope: Scope): Promise<Set<string>> {
  const memberships = await db.membership.findMany({
    where: { personId: scope.person.id },
    select: { organisationId: true },
  });
  return new Set(memberships.map(({ organisationId }) => organisationId));
}

function daysSince(date: Date): number {
  return Math.max(0, Math.floor((dateOf(now()).getTime() - date.getTime()) / 86_400_000));
}
