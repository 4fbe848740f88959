import { type Handle, joinSql, noSql, type Sql, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FacetName, facetNames, facetValues, type ShowroomQuery } from './rules.ts';

export type DemoCard = {
  slug: string;
  title: unknown;
  summary: unknown;
  picture: string;
  stage: string;
  owner: string;
  ownerKind: string;
};
export type FacetCount = { value: string; count: number; chosen: boolean };
export type Showroom = {
  demos: DemoCard[];
  /** How many demos there are before anything is chosen. */
  all: number;
  facets: Record<FacetName, FacetCount[]>;
};

/**
 * The published demos that answer a query, those that say the words in their title first, then the
 * newest; and for every facet how many there would be with each value, the other facets as chosen.
 * Anyone may.
 */
export async function listDemos(scope: Scope, query: ShowroomQuery): Promise<Showroom> {
  return scope.read('showroom:read', async (db) => {
    const words = wordsOf(query.words);
    // In one statement: asking costs more than finding.
    const [found] = await db.$queryRaw<[{ demos: DemoCard[]; counts: Counted[]; all: number }]>`
      with hits as materialized (${hits(scope.hub.id, words)}),
        demos as (select slug, title, summary, picture, stage, owner, "ownerKind" from hits
          where ${allOf(query)} order by ${titleFirst(words)} published_at desc, slug),
        counts as (${countsOf(query)})
      select (select coalesce(json_agg(demos), '[]') from demos) as demos,
        (select coalesce(json_agg(counts), '[]') from counts) as counts,
        (select count(*)::integer from showroom_demo
          where hub_id = ${scope.hub.id}::uuid and status = 'PUBLISHED') as all`;
    return { demos: found.demos, all: found.all, facets: facetsOf(query, found.counts) };
  });
}

export async function listNewestDemos(scope: Scope, take: number): Promise<DemoCard[]> {
  return scope.read('showroom:read', (db) => newestDemos(db, scope.hub.id, take));
}

/** For a page that gathers everything in one read. */
export function newestDemos(db: Handle, hubId: string, take: number): Promise<DemoCard[]> {
  return db.$queryRaw<DemoCard[]>`
    with hits as (${hits(hubId, [])})
    select slug, title, summary, picture, stage, owner, "ownerKind" from hits
    order by published_at desc, slug limit ${take}`;
}

/** For a page that gathers everything in one read: what one organisation shows here, the newest first. */
export function demosOf(db: Handle, hubId: string, ownerId: string): Promise<DemoCard[]> {
  return db.$queryRaw<DemoCard[]>`
    with hits as (${hits(hubId, [])})
    select slug, title, summary, picture, stage, owner, "ownerKind" from hits
    where owner_id = ${ownerId}::uuid order by published_at desc, slug`;
}

/** Folded by the database itself; the characters that LIKE reads as wild are taken as they stand. */
function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  return words.map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

function hits(hubId: string, words: string[]): Sql {
  const says = words.map(
    (word) =>
      sql`(d.search_text like '%' || fold(${word}) || '%' or fold(o.name) like '%' || fold(${word}) || '%')`,
  );
  return sql`
    select d.slug, d.title, d.summary, d.picture, d.stage::text as stage, d.kind::text as kind,
      d.areas, d.settings, d.published_at, d.owner_id, o.name as owner, o.kind::text as "ownerKind"
    from showroom_demo d join organisation o on o.id = d.owner_id
    where d.hub_id = ${hubId}::uuid and d.status = 'PUBLISHED'
      ${says.length > 0 ? sql`and ${joinSql(says, ' and ')}` : noSql}`;
}

function titleFirst(words: string[]): Sql {
  const first = words[0];
  return first === undefined
    ? noSql
    : sql`fold(title::text) like '%' || fold(${first}) || '%' desc,`;
}

const columns: Record<FacetName, Sql> = {
  area: sql`areas`,
  owner: sql`array["ownerKind"]`,
  stage: sql`array[stage]`,
  setting: sql`settings`,
  kind: sql`array[kind]`,
};

/** Or inside a facet, and between facets; `except` leaves one facet open, to count its values. */
function allOf(query: ShowroomQuery, except?: FacetName): Sql {
  const chosen = facetNames.filter((name) => name !== except && query[name].length > 0);
  if (chosen.length === 0) return sql`true`;
  return joinSql(
    chosen.map((name) => sql`${columns[name]} && ${query[name]}::text[]`),
    ' and ',
  );
}

type Counted = { facet: FacetName; value: string; count: number };

function countsOf(query: ShowroomQuery): Sql {
  const counts = facetNames.map(
    (name) => sql`
      select ${name}::text as facet, value, count(*)::integer as count
      from hits, unnest(${columns[name]}) as value where ${allOf(query, name)} group by value`,
  );
  return joinSql(counts, ' union all ');
}

/** In the order they are always shown in; what is chosen stays, though nothing answers it. */
function facetsOf(query: ShowroomQuery, counts: readonly Counted[]): Showroom['facets'] {
  const countOf = (facet: FacetName, value: string) =>
    counts.find((row) => row.facet === facet && row.value === value)?.count ?? 0;
  const facet = (name: FacetName): FacetCount[] =>
    facetValues[name]
      .map((value) => ({ value, count: countOf(name, value), chosen: query[name].includes(value) }))
      .filter(({ count, chosen }) => count > 0 || chosen);
  return Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as Showroom['facets'];
}
