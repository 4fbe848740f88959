import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Parties, partiesOf } from './parties.ts';
import { inOrder, type Line, type Sums, sumsOf } from './rules.ts';

type Basis = NonNullable<Awaited<ReturnType<Handle['invoiceBasis']['findFirst']>>>;
export type BasisSummary = Pick<Basis, 'id' | 'month' | 'status' | 'number' | 'countedAt'> & {
  organisation: string;
  sums: Sums;
};
export type BasisDetail = BasisSummary & {
  organisationId: string;
  lockedOn: Date | null;
  lines: Line[];
  parties: Parties;
  /** Numbers of the bases whose lines it takes back. */
  takesBack: number[];
};

const withLines = { lines: true, organisation: { select: { name: true } } } as const;

/** What every organisation is to be invoiced for a month (YYYY-MM-01), by name. */
export async function listBases(scope: Scope, month: string): Promise<BasisSummary[]> {
  return scope.read('billing:manage', async (db) => {
    const rows = await db.invoiceBasis.findMany({
      where: { hubId: scope.hub.id, month: new Date(month) },
      include: withLines,
      orderBy: { organisation: { name: 'asc' } },
    });
    return rows.map(({ lines, organisation, ...basis }) => ({
      ...basis,
      organisation: organisation.name,
      sums: sumsOf(lines),
    }));
  });
}

/** One basis with its lines, for the house. @throws NotFound */
export async function findBasis(scope: Scope, id: string): Promise<BasisDetail> {
  return scope.read('billing:manage', (db) => basisWith(db, scope, { id }));
}

/** What the acting organisation pays the hub, two years back: the latest month first, drafts as they stand. */
export async function listCosts(scope: Scope): Promise<Omit<BasisSummary, 'organisation'>[]> {
  return scope.read('cost:read', async (db) => {
    const rows = await db.invoiceBasis.findMany({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id },
      include: { lines: true },
      orderBy: { month: 'desc' },
      take: 24,
    });
    return rows.map(({ lines, ...basis }) => ({ ...basis, sums: sumsOf(lines) }));
  });
}

/** A locked one of them, to be taken along as a file. @throws NotFound while it can still change */
export async function findLockedCost(scope: Scope, id: string): Promise<BasisDetail> {
  const basis = await findCost(scope, id);
  if (basis.status === 'DRAFT') throw new NotFound('basis');
  return basis;
}

/** One of the acting organisation's months with every line. @throws NotFound for anyone else's */
export async function findCost(scope: Scope, id: string): Promise<BasisDetail> {
  return scope.read('cost:read', async (db) => {
    const basis = await basisWith(db, scope, { id });
    if (basis.organisationId !== scope.organisation.id) throw new NotFound('basis');
    return basis;
  });
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

async function basisWith(db: Handle, scope: Scope, { id }: { id: string }): Promise<BasisDetail> {
  if (!uuid.test(id)) throw new NotFound('basis');
  const row = await db.invoiceBasis.findFirst({
    where: { hubId: scope.hub.id, id },
    include: {
      organisation: { select: { name: true } },
      lines: { include: { credits: { select: { basis: { select: { number: true } } } } } },
    },
  });
  if (!row) throw new NotFound('basis');
  const { lines, organisation, parties, ...basis } = row;
  const numbers = lines.map(({ credits }) => credits?.basis.number ?? null);
  return {
    ...basis,
    organisation: organisation.name,
    lines: inOrder(lines.map(({ credits: _credits, ...line }) => line)),
    sums: sumsOf(lines),
    parties: (parties as Parties | null) ?? (await partiesOf(db, scope, basis.organisationId)),
    takesBack: [...new Set(numbers.filter((number) => number !== null))],
  };
}

/** The month of a query, or the one under way at the hub, as YYYY-MM-01. */
export function monthOf(scope: Scope, asked: string | undefined): string {
  const now = today(scope.hub.zone).toString().slice(0, 7);
  return `${/^20\d\d-(0[1-9]|1[0-2])$/.test(asked ?? '') ? asked : now}-01`;
}
