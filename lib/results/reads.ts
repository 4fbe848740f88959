import { bodyNames } from '#lib/needs/reads.ts';
import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { adoptionMovesFrom } from './moves.ts';
import { missingOf, type ResultContent } from './schema.ts';
import { resultAt } from './writing.ts';

/** Results a page. */
export const pageOf = 30;
const card = {
  ...{ id: true, slug: true, state: true, language: true, title: true, reviewBy: true },
  ...{ version: true, publishedAt: true },
  project: { select: { slug: true, title: true, areas: true } },
} as const;

export type Totals = {
  watching: number;
  planning: number;
  introducing: number;
  inUse: number;
  municipalities: number;
  inhabitants: number;
};
const nothing: Totals = {
  ...{ watching: 0, planning: 0, introducing: 0, inUse: 0, municipalities: 0, inhabitants: 0 },
};

/** Published results the reader may see, the newest first, a page at a time, each with how far it has spread. Anyone may. */
export async function listSharedResults(scope: Scope, asked: string | string[] | undefined) {
  const page = pageIn(asked);
  return scope.read('project:read', async (db) => {
    const where = { hubId: scope.hub.id, state: 'PUBLISHED' as const };
    const found = await db.result.findMany({
      where,
      select: card,
      orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * pageOf,
      take: pageOf + 1,
    });
    const rows = found.slice(0, pageOf);
    const totals = await totalsOf(
      db,
      rows.map(({ id }) => id),
    );
    return {
      page,
      more: found.length > pageOf,
      results: rows.map((row) => ({ ...row, totals: totals.get(row.id) ?? nothing })),
    };
  });
}
export type ResultPage = Awaited<ReturnType<typeof listSharedResults>>;
export type ResultCard = ResultPage['results'][number];

/** Which page an address asks for; the first when it asks for none that could be. */
export function pageIn(asked: string | string[] | undefined): number {
  const page = Number([asked].flat()[0]);
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

/** How far results have spread, of those the reader may see; for a page's own read. */
export async function totalsOf(db: Handle, ids: readonly string[]): Promise<Map<string, Totals>> {
  const rows = await db.$queryRaw<(Record<keyof Totals, bigint> & { id: string })[]>`
    select result_id::text as id, watching, planning, introducing, in_use as "inUse", municipalities, inhabitants
    from spread_of(${ids}::uuid[])`;
  return new Map(
    rows.map(({ id, ...counts }) => [
      id,
      Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, Number(n)])) as Totals,
    ]),
  );
}

/** The results of a project: those that are published, and for who leads it those being written. Who sees the project may. @throws NotFound */
export async function listProjectResults(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const results = await db.result.findMany({
      where: { hubId: scope.hub.id, projectId: project.id },
      select: card,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    });
    const totals = await totalsOf(
      db,
      results.map(({ id }) => id),
    );
    return {
      ...{ title: project.title, slug, leading: leads(scope, project) },
      results: results.map((row) => ({ ...row, totals: totals.get(row.id) ?? nothing })),
    };
  });
}

/**
 * A published result as it says now, how far it has spread, and who stands where as far as the reader may know: the
 * public and voluntary side and the hub read names, everyone else totals. Anyone may. @throws NotFound
 */
export async function findResult(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const result = await resultAt(scope, db, slug);
    const said = await db.resultVersion.findFirst({
      where: { hubId: scope.hub.id, resultId: result.id, version: result.version },
    });
    if (!said) throw new NotFound('result');
    const names = await bodyNames(db, [result.project.leadId]);
    const replacedBy = result.replacedById
      ? await db.result.findFirst({
          where: { hubId: scope.hub.id, id: result.replacedById },
          select: { slug: true, title: true, language: true },
        })
      : null;
    return {
      ...{ id: result.id, slug, state: result.state, words: result.words, replacedBy },
      ...{ language: said.language, title: said.title, version: said.version, at: said.at },
      content: said.content as ResultContent,
      reviewBy: result.reviewBy,
      project: { ...result.project, lead: names.get(result.project.leadId) ?? null },
      totals: (await totalsOf(db, [result.id])).get(result.id) ?? nothing,
      adopters: await adoptersOf(db, scope.hub.id, result.id),
    };
  });
}
export type ResultView = Awaited<ReturnType<typeof findResult>>;

/** Most bodies that are named on a page. */
const mostNamed = 400;

async function adoptersOf(db: Handle, hubId: string, resultId: string) {
  const rows = await db.adoption.findMany({
    where: { hubId, resultId },
    select: {
      ...{ organisationId: true, state: true, startedOn: true, contact: true, reason: true },
    },
    orderBy: [{ state: 'asc' }, { organisationId: 'asc' }],
    take: mostNamed,
  });
  const names = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map((row) => ({ ...row, name: names.get(row.organisationId) ?? null }));
}

/** Where one's own body stands with a result, the steps it took, and what it can say next. Its members may. @throws NotFound */
export async function findOwnAdoption(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const result = await resultAt(scope, db, slug);
    const own = { hubId: scope.hub.id, resultId: result.id, organisationId: scope.organisation.id };
    const adoption = await db.adoption.findFirst({ where: own });
    const steps = await db.adoptionStep.findMany({
      where: own,
      select: { number: true, state: true, reason: true, at: true },
      orderBy: { number: 'asc' },
    });
    const may = scope.may('result:adopt') && result.state === 'PUBLISHED';
    const admin = scope.may('party:answer');
    const open = may || (adoption !== null && scope.may('result:adopt'));
    return {
      ...{ adoption, steps, admin },
      moves: open ? adoptionMovesFrom(adoption?.state ?? null, admin) : [],
    };
  });
}
export type OwnAdoption = Awaited<ReturnType<typeof findOwnAdoption>>;

/** A result as it is being written, and what is missing before it can be published. Whoever leads its project may, and the administrators of its body. @throws NotFound */
export async function findDraft(scope: Scope, slug: string) {
  return scope.read('project:lead', async (db) => {
    const result = await resultAt(scope, db, slug);
    const owner = result.project.leadId === scope.organisation.id;
    if (!owner || !(leads(scope, result.project) || scope.may('party:answer'))) {
      throw new NotFound('result');
    }
    const last = await db.resultVersion.findFirst({
      where: { hubId: scope.hub.id, resultId: result.id, version: result.version },
    });
    const content = result.draft as ResultContent;
    const others = await db.result.findMany({
      where: {
        hubId: scope.hub.id,
        state: 'PUBLISHED',
        project: { leadId: scope.organisation.id },
      },
      select: { id: true, title: true, language: true },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
    });
    const changed =
      !last ||
      last.title !== result.title ||
      JSON.stringify(sorted(last.content)) !== JSON.stringify(sorted(result.draft));
    return {
      ...{ ...result, content, changed, writes: leads(scope, result.project) },
      others: others.filter(({ id }) => id !== result.id),
      publishes: scope.may('party:answer'),
      missing: missingOf(content, today(scope.hub.zone).toString()),
    };
  });
}
export type DraftView = Awaited<ReturnType<typeof findDraft>>;

/** The database keeps the parts of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return parts.map(([name, each]) => [name, sorted(each)]);
}
