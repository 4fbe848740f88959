import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { writtenBy } from './authors.ts';
import { type ProposalCard, type ProposalView, proposalsFor, readProposal } from './rows.ts';
import { missing, type RequiredField } from './rules.ts';
import { isId } from './schema.ts';

export type OwnProposal = ProposalCard & { changedAt: Date; missing: RequiredField[] };

/** The organisation's own proposals and those one writes with others, drafts first, then the latest sent. Members may. */
export async function listOwnProposals(scope: Scope): Promise<OwnProposal[]> {
  return scope.read('proposal:draft', (db) => ownProposals(db, scope));
}

async function ownProposals(db: Handle, scope: Scope): Promise<OwnProposal[]> {
  const hubId = scope.hub.id;
  const own = { hubId, ...writtenBy(scope) };
  const order = { submittedAt: { sort: 'desc', nulls: 'first' } } as const;
  const cards = await proposalsFor(db, own, { order });
  const texts = await db.proposal.findMany({
    where: { ...own, state: 'DRAFT' },
    select: {
      id: true,
      problem: true,
      solution: true,
      benefit: true,
      firstStep: true,
      needs: true,
    },
  });
  const textOf = new Map(texts.map((text) => [text.id, text]));
  const changes = await db.auditEvent.groupBy({
    by: ['objectId'],
    where: { hubId, objectType: 'proposal', objectId: { in: cards.map(({ id }) => id) } },
    _max: { at: true },
  });
  const changeOf = new Map(changes.map(({ objectId, _max }) => [objectId, _max.at]));
  return cards.map((card) => {
    const text = textOf.get(card.id);
    return {
      ...card,
      changedAt: changeOf.get(card.id) ?? card.decidedAt ?? card.submittedAt ?? card.createdAt,
      missing: text
        ? missing({ ...card, ...text, needs: text.needs.map(({ needId }) => needId) })
        : [],
    };
  });
}

/** One of the organisation's own proposals, or one that one writes with others. @throws NotFound for anyone else's */
export async function findOwnProposal(scope: Scope, id: string): Promise<ProposalView> {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.read('proposal:draft', (db) => readProposal(db, scope, { id, ...writtenBy(scope) }));
}

/** A proposal that has been sent and is shown to the acting organisation. @throws NotFound */
export async function findShownProposal(scope: Scope, id: string): Promise<ProposalView> {
  if (!isId(id)) throw new NotFound('proposal');
  return scope.read('proposal:read', (db) =>
    readProposal(db, scope, { id, state: { not: 'DRAFT' } }),
  );
}

/**
 * What an organisation's own page gathers: its proposals, what the signed-in person has not read,
 * and the newest that others have sent. Projects and groups lie downstream, so the page says how to ask for
 * them; it happens in the same transaction.
 */
export async function findOverview<P, G>(
  scope: Scope,
  askProjects: (db: Handle, hubId: string) => Promise<P>,
  askGroups: (db: Handle) => Promise<G>,
) {
  return scope.read('overview:read', async (db) => {
    const hubId = scope.hub.id;
    const others = {
      hubId,
      state: { not: 'DRAFT' },
      organisationId: { not: scope.organisation.id },
    };
    return {
      proposals: await ownProposals(db, scope),
      newest: await proposalsFor(db, others, { take: 4 }),
      unread: await db.notice.count({ where: { hubId, personId: scope.person.id, readAt: null } }),
      projects: await askProjects(db, hubId),
      groups: await askGroups(db),
    };
  });
}
export type Overview = Awaited<ReturnType<typeof findOverview<unknown, unknown>>>;
