import { stringify } from 'csv-stringify/sync';
import type { Handle } from '#lib/platform/db.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type Holding, type Purpose, register } from './register.ts';

/** Rows of one table that name the person, secrets left out. */
export type Held = { table: string; purpose: Purpose; rows: Record<string, unknown>[] };

export const personal = Object.entries(register).filter(([, { people }]) => people);

/** Everything the installation holds about the person who asks, at every hub. Anyone may, of oneself. */
export async function collectMine(scope: Scope): Promise<Held[]> {
  // Asked first, so that only a signed-in person gets past the wall, and only to oneself.
  await scope.read('account:own', async () => null);
  const { id, email } = scope.person;
  const system = await enterSystem(null, 'a person asks what is held');
  return system.read('system:work', async (db) => {
    const all: Held[] = [];
    for (const [table, holding] of personal) {
      all.push({
        table,
        purpose: holding.purpose,
        rows: await rowsOf(db, table, holding, id, email),
      });
    }
    return withNames(db, all);
  });
}

const named = {
  hub_id: 'hub',
  bound_hub_id: 'hub',
  organisation_id: 'body',
  concerns_id: 'body',
} as const;

/** Beside each id of a hub or an organisation what it is called: `hub_id`, `hub_name`. */
async function withNames(db: Handle, all: Held[]): Promise<Held[]> {
  const cells = all.flatMap(({ rows }) => rows.flatMap((row) => Object.entries(row)));
  const idsOf = (kind: 'hub' | 'body') => {
    const those = cells.filter(([column]) => named[column as keyof typeof named] === kind);
    return [...new Set(those.map(([, id]) => id).filter((id) => typeof id === 'string'))];
  };
  const select = { id: true, name: true };
  const names = new Map(
    [
      ...(await db.hub.findMany({ where: { id: { in: idsOf('hub') } }, select })),
      ...(await db.organisation.findMany({ where: { id: { in: idsOf('body') } }, select })),
    ].map(({ id, name }) => [id, name]),
  );
  const beside = ([column, value]: [string, unknown]): [string, unknown][] => {
    const name = column in named ? names.get(String(value)) : undefined;
    const told = [column.replace(/id$/, 'name'), name] as [string, unknown];
    return [[column, value], ...(name === undefined ? [] : [told])];
  };
  return all.map(({ rows, ...held }) => ({
    ...held,
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).flatMap(beside))),
  }));
}

async function rowsOf(db: Handle, table: string, holding: Holding, id: string, email: string) {
  const { where, values } = naming(holding, id, email);
  const rows = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
    `select to_jsonb(t) - $1::text[] as row from ${table} t where ${where}`,
    [...(holding.secret ?? [])],
    ...values,
  );
  return rows.map(({ row }) => row);
}

/** Which rows of a table name the person; $1 is left to the caller. */
export function naming({ people = {} }: Holding, id: string, email: string) {
  const byId = Object.keys(people).filter((column) => people[column] === 'id');
  const byAddress = Object.keys(people).filter((column) => people[column] === 'address');
  const parts = [
    ...byId.map((column) => `${column} = $2::uuid`),
    ...byAddress.map((column) => `${column} = $${byId.length > 0 ? 3 : 2}`),
  ];
  const values = [...(byId.length > 0 ? [id] : []), ...(byAddress.length > 0 ? [email] : [])];
  return { where: `(${parts.join(' or ')})`, values };
}

/** As CSV, one line a value, since every table has other columns; formulas do not run. */
export function asCsv(held: Held[]): string {
  const lines = held.flatMap(({ table, rows }) =>
    rows.flatMap((row, n) =>
      Object.entries(row).map(([column, value]) => [table, n + 1, column, textOf(value)]),
    ),
  );
  const columns = ['table', 'row', 'column', 'value'];
  return stringify([columns, ...lines], { bom: true, escape_formulas: true });
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
