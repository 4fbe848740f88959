import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { linkableStates, type NeedOrder, type NeedState } from './rules.ts';

export type NeedCard = {
  id: string;
  title: string;
  problem: string;
  affected: string;
  language: string;
  areas: string[];
  urgency: number;
  state: NeedState;
  /** Null when the organisation has left the hub. */
  organisation: string | null;
  own: boolean;
  /** How many other organisations have said that they have it, too. */
  supports: number;
  /** How many live where those who have it answer, each once. */
  inhabitants: number;
  /** Whether the acting organisation is one of them. */
  backed: boolean;
};

const orders = {
  shared: [{ bodies: 'desc' }, { id: 'asc' }],
  people: [{ inhabitants: 'desc' }, { id: 'asc' }],
  newest: [{ createdAt: 'desc' }, { id: 'asc' }],
  urgent: [{ urgency: 'desc' }, { bodies: 'desc' }, { id: 'asc' }],
} as const;

export type NeedWish = { ids?: string[]; states?: NeedState[]; areas?: string[] };

/** Which needs are meant; what the reader may not see the wall keeps away. */
export function needsWhere(hubId: string, { ids, states, areas }: NeedWish) {
  return {
    hubId,
    state: { not: 'DRAFT' as const, ...(states?.length && { in: states }) },
    ...(ids && { id: { in: ids } }),
    ...(areas?.length && { areas: { hasSome: areas } }),
  };
}

/** For pages that gather several things in one read: needs past their draft, in an order; widest shared first. */
export async function needsFor(
  db: Handle,
  scope: Scope,
  wish: NeedWish,
  page: { skip: number; take: number } = { skip: 0, take: 500 },
  order: NeedOrder = 'shared',
): Promise<NeedCard[]> {
  const rows = await db.need.findMany({
    where: needsWhere(scope.hub.id, wish),
    include: {
      supports: {
        where: { organisationId: scope.organisation.id },
        select: { organisationId: true },
      },
    },
    orderBy: [...orders[order]],
    ...page,
  });
  const names = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map(({ organisationId, supports, ...need }) => ({
    id: need.id,
    title: need.title,
    problem: need.problem,
    affected: need.affected,
    language: need.language,
    areas: need.areas,
    urgency: need.urgency,
    state: need.state as NeedState,
    organisation: names.get(organisationId) ?? null,
    own: organisationId === scope.organisation.id,
    supports: need.bodies - 1,
    inhabitants: need.inhabitants,
    backed: supports.length > 0,
  }));
}

/** Needs that still look for an answer and that the acting organisation may see. */
export async function listNeedsToLink(scope: Scope): Promise<NeedCard[]> {
  return scope.read('need:read', (db) => needsFor(db, scope, { states: [...linkableStates] }));
}

/** For a page that gathers everything in one read: what one organisation still looks for, as the reader sees it. */
export function openNeedsOf(db: Handle, hubId: string, organisationId: string) {
  return db.need.findMany({
    where: { ...needsWhere(hubId, { states: [...linkableStates] }), organisationId },
    select: { id: true, title: true, problem: true, language: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Names of organisations by id. Asked for apart from what belongs to them: whoever has left the hub
 * cannot be seen, and Prisma calls a required relation without a row a fault.
 */
export async function bodyNames(db: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
