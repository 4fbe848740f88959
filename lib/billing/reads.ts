import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Parties, partiesOf } from './parties.ts';
import { inOrder, type Line, type Sums, sumsOf } from './rules.ts';

type Basis = NonNullable<Awaited<ReturnType<Handle['invoiceBasis']['findFirst']>>>;
export type BasisSummary = Pick<Basis, 'id' | 'month' | 'status' | 'number'> & {
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

/** What the acting organisation pays the hub: every month there is, the latest first, drafts as they stand. */
export async function listCosts(scope: Scope): Promise<BasisDetail[]> {
  return scope.read('cost:read', async (db) => {
    const rows = await db.invoiceBasis.findMany({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id },
      orderBy: { month: 'desc' },
      take: 24,
      select: { id: true },
    });
    const all: BasisDetail[] = [];
    for (const { id } of rows) all.push(await basisWith(db, scope, { id }));
    return all;
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
