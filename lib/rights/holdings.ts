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
    return all;
  });
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
