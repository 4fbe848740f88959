import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Upload } from '#lib/platform/uploads.ts';
import { contentOf, demoContent } from './content.ts';
import { folded } from './folding.ts';
import { type GoodRow, type ReadRows, readRows } from './import-rows.ts';
import { readTable } from './import-table.ts';
import { isId } from './schema.ts';
import { placeDemos } from './versions.ts';

/** Largest file, in bytes. */
export const largestImport = 2 * 1024 * 1024;
const kept = Temporal.Duration.from({ hours: 1 });

/** What a file holds: what can be saved, what cannot, and what is there already. */
export type ImportReport = ReadRows & { there: { row: number; title: string }[] };

/**
 * Reads a file of many demos and keeps what it says for an hour; no demo is made of it yet. Members may.
 * @returns the number under which it is kept
 * @throws Refusal at `file` for what is no such table, or too much
 */
export async function readImport(scope: Scope, upload: Upload): Promise<string> {
  if (upload.bytes > largestImport) refuse('tooLarge');
  const table = await readTable(await readFile(upload.path));
  if ('refused' in table) refuse(table.refused);
  if (table.rows.length === 0) refuse('noRows');
  const read = readRows(table.rows);
  if (!read) refuse('noTitleColumn');
  if (read.count === 0) refuse('noRows');
  const id = crypto.randomUUID();
  await scope.write('demo:draft', async (db, deed) => {
    const report = withoutKnown(scope, read, await knownOf(db, scope));
    const whose = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const data = { ...whose, id, madeById: scope.person.id, madeAt: dateOf(now()), report };
    await db.demoImport.createMany({ data });
    const { count } = read;
    deed.record('demosRead', 'demoImport', id, { rows: count, good: report.good.length });
  });
  return id;
}

/** What was read, while it is kept, and the drafts that were made of it. Members may. @throws NotFound */
export async function findImport(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('import');
  return scope.read('demo:draft', async (db) => {
    const { report, savedAt, saved } = await ownImport(db, scope, id);
    const ids = savedAt ? (report as ImportReport).good.map(({ key }) => idOf(scope, key)) : [];
    const drafts = await db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, ownerId: scope.organisation.id, id: { in: ids } },
      select: { id: true, title: true },
      orderBy: { id: 'asc' },
    });
    return { report: report as ImportReport, savedAt, saved, drafts };
  });
}

/**
 * Saves what was good in a file as drafts, all of them or none. What is there already, from the same file
 * before or written meanwhile, is left as it is. Members may.
 * @returns how many new drafts there are
 * @throws Refusal when more than an hour has passed; NotFound for anyone else's
 */
export async function saveImport(scope: Scope, id: string): Promise<number> {
  return scope.write('demo:draft', async (db, deed) => {
    const { id: owner } = scope.organisation;
    // One after the other for one owner: of two that read the same file the second finds all there.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import ${scope.hub.id} ${owner}`}, 0))`;
    const { report, savedAt, saved } = await ownImport(db, scope, id);
    const { good } = report as ImportReport;
    const fresh = withoutKnown(scope, { good }, await knownOf(db, scope)).good;
    const rows = savedAt ? [] : fresh;
    await saveRows(db, scope, rows);
    if (!savedAt) {
      const data = { savedAt: dateOf(now()), saved: rows.length };
      await db.demoImport.updateMany({ where: { hubId: scope.hub.id, id }, data });
    }
    deed.record('demosImported', 'demoImport', id, { drafts: rows.length });
    return savedAt ? saved : rows.length;
  });
}

async function ownImport(db: Handle, scope: Scope, id: string) {
  const where = { hubId: scope.hub.id, organisationId: scope.organisation.id, id };
  const found = await db.demoImport.findFirst({ where });
  if (!found) throw new NotFound('import');
  const over = instantOf(found.madeAt).add(kept);
  if (Temporal.Instant.compare(now(), over) > 0) throw new Refusal('demoImport.refusals.gone');
  return found;
}

type Known = { ids: Set<string>; titles: Set<string> };

/** The demos an organisation has, by id and by every name that their newest version has. */
async function knownOf(db: Handle, scope: Scope): Promise<Known> {
  const where = { hubId: scope.hub.id, ownerId: scope.organisation.id };
  const demos = await db.showroomDemo.findMany({
    where,
    select: {
      ...{ id: true, title: true },
      versions: { orderBy: { number: 'desc' }, take: 1, select: { content: true } },
    },
  });
  const titles = demos.flatMap(({ title, versions }) => [
    ...Object.values(title as object),
    ...versions.flatMap(({ content }) => Object.values(contentOf(content).title)),
  ]);
  const named = titles.map((title) => folded(String(title))).filter(Boolean);
  return { ids: new Set(demos.map(({ id }) => id)), titles: new Set(named) };
}

function withoutKnown<R extends { good: GoodRow[] }>(
  scope: Scope,
  read: R,
  { ids, titles }: Known,
) {
  const isThere = ({ key, title }: GoodRow) =>
    ids.has(idOf(scope, key)) || (key.startsWith('title ') && titles.has(folded(title)));
  const there = read.good.filter(isThere).map(({ row, title }) => ({ row, title }));
  return { ...read, good: read.good.filter((row) => !isThere(row)), there };
}

/** A row's demo has an id of its own that follows from the row: taken in twice, it is the same one. */
function idOf({ hub, organisation }: Scope, key: string): string {
  const hash = createHash('sha256').update(`${hub.id} ${organisation.id} ${key}`).digest('hex');
  const [a, b, c, d] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
  ];
  return `${a}-${b}-8${c}-a${d}-${hash.slice(20, 32)}`;
}

async function saveRows(db: Handle, scope: Scope, rows: readonly GoodRow[]): Promise<void> {
  const made = rows.map(({ key, content }) => ({
    id: idOf(scope, key),
    content: demoContent.parse(content),
  }));
  await placeDemos(db, scope, made);
  await db.demoVersion.createMany({
    data: made.map(({ id, content }) => ({
      ...{ hubId: scope.hub.id, demoId: id, number: 1, content, authorId: scope.person.id },
    })),
  });
}

function refuse(code: string): never {
  throw new Refusal('refusals.invalid', { file: `demoImport.refusals.${code}` });
}
