import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type ProposalCard, proposalsFor, readProposal } from './rows.ts';
import { isId } from './schema.ts';

export type QueuedProposal = ProposalCard & {
  /** The assessor belongs to the proposing organisation and may only look. */
  ownBody: boolean;
  /** Whole days since it was sent. */
  days: number;
};

const recentlyDecided = 10;

/** What waits for the hub's answer, longest first, and what was decided last. Assessors may. */
export async function listReviews(
  scope: Scope,
): Promise<{ waiting: QueuedProposal[]; decided: QueuedProposal[] }> {
  return scope.read('proposal:assess', async (db) => {
    const hubId = scope.hub.id;
    const own = await ownBodies(db, scope);
    const queued = (card: ProposalCard) => ({
      ...card,
      ownBody: own.has(card.organisationId),
      days: daysSince(card.submittedAt ?? card.createdAt),
    });
    const waiting = await proposalsFor(
      db,
      { hubId, state: { in: ['SUBMITTED', 'IN_REVIEW'] } },
      { order: { submittedAt: 'asc' } },
    );
    const decided = await proposalsFor(
      db,
      { hubId, state: { in: ['ACCEPTED', 'DECLINED'] } },
      { order: { decidedAt: 'desc' }, take: recentlyDecided },
    );
    return { waiting: waiting.map(queued), decided: decided.map(queued) };
  });
}

/**
 * A proposal to judge, and others that answer the same needs. Assessors may.
 * @throws NotFound for a draft, or one that was taken back
 */
export async function findReview(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.read('proposal:assess', async (db) => {
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
    const ownBody = (await ownBodies(db, scope)).has(proposal.organisationId);
    return { proposal, similar, ownBody };
  });
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
