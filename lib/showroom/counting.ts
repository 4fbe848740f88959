import { joinSql, noSql, type Sql, sql } from '#lib/platform/db.ts';
import type { Asked } from './asking.ts';
import { facetCode, facetsByCode } from './codes.ts';
import {
  demosPerPage,
  type FacetName,
  facetNames,
  facetValues,
  namedFacets,
  type ShowroomQuery,
  sortOf,
} from './rules.ts';

export type FacetCount = { value: string; count: number; chosen: boolean };
export type Counts = {
  /** How many answer. */
  count: number;
  /** How many say the words, whatever is chosen besides. */
  said: number;
  /** How many demos there are before anything is chosen. */
  all: number;
  facets: Record<FacetName, FacetCount[]>;
  /** How many there would be without one facet's choices, where that is more. */
  loosened: { facet: FacetName; count: number }[];
};
type Counted = { code: number; count: number };
type Named = Counted & { facet: FacetName; value: string };
type Total = { facet: string; count: number };

const chosenIn = (query: ShowroomQuery) => facetNames.filter((name) => query[name].length > 0);
const codesOf = (name: FacetName, values: readonly string[]) =>
  values.map((value) => facetCode(name, value));

/**
 * The hub's shown demos that say what is asked for, each with the chosen facets that it does not have: none for
 * a hit, one for what is counted in that facet. `asked` null: no words; empty: words that nothing says.
 */
export function candidates(hubId: string, query: ShowroomQuery, asked: Asked | null): Sql {
  const lacks = chosenIn(query).map(
    (name, n) =>
      sql`case when s.codes && ${codesOf(name, query[name])}::integer[] then 0 else ${2 ** n}::integer end`,
  );
  const words = asked
    ? sql`join demo_hits(${JSON.stringify(asked)}::jsonb) h on h.demo_id = s.demo_id`
    : noSql;
  const [country, code] = query.at.split('-');
  const far = query.at
    ? sql`left join demo_distances(${country}, ${code}) f on f.demo_id = s.demo_id`
    : noSql;
  return sql`
    select s.demo_id, s.codes, s.shown_since, s.checked_on, ${asked ? sql`h.rank` : sql`0`} as rank,
      ${query.at ? sql`f.km` : sql`null::integer`} as km,
      ${lacks.length > 0 ? joinSql(lacks, ' + ') : sql`0`} as lacks
    from demo_search s ${words} ${far} where s.hub_id = ${hubId}::uuid`;
}

/** One page of the hits, in the order that is asked for. */
export function pageOf(query: ShowroomQuery): Sql {
  return sql`select demo_id, km, row_number() over (order by ${orderOf(query)}) as nth from candidates
    where lacks = 0 order by nth limit ${demosPerPage} offset ${(query.page - 1) * demosPerPage}`;
}

/** Ties are the newest first: nothing else is known of a demo by which it could come before another. */
export function orderOf(query: ShowroomQuery): Sql {
  const first = {
    relevance: sql`rank desc,`,
    newest: noSql,
    checked: sql`checked_on desc nulls last,`,
    nearest: sql`km nulls last,`,
  }[sortOf(query)];
  return sql`${first} shown_since desc, demo_id`;
}

/** For every facet how many there are with each value, the other facets as chosen. */
export function countsOf(hubId: string, query: ShowroomQuery): Sql {
  const chosen = chosenIn(query).map(
    (name, n) => sql`
      select code, count(*)::integer as count from candidates, unnest(codes) as code
      where lacks in (0, ${2 ** n}::integer) and ${isOf(hubId, name)} group by code`,
  );
  const others = sql`
    select code, count(*)::integer as count from candidates, unnest(codes) as code
    where lacks = 0 group by code`;
  return joinSql([others, ...chosen], ' union all ');
}

/** Whether a code is a value of a facet. */
function isOf(hubId: string, name: FacetName): Sql {
  const fixed = sql`code = any (${codesOf(name, facetValues[name])}::integer[])`;
  if (!namedFacets.includes(name)) return fixed;
  return sql`(${fixed} or code in (select n.code from facet_name n where n.hub_id = ${hubId}::uuid and n.facet = ${name}))`;
}

/** The hub's own values of facets that something answers, the most common first. */
export function namesOf(hubId: string, query: ShowroomQuery): Sql {
  const chosen = namedFacets.flatMap((name) => codesOf(name, query[name]));
  return sql`
    select n.facet, n.value, n.code, coalesce(max(c.count), 0) as count
    from facet_name n left join counts c on c.code = n.code
    where n.hub_id = ${hubId}::uuid and (c.code is not null or n.code = any (${chosen}::integer[]))
    group by n.facet, n.value, n.code order by count desc, n.value`;
}

/** The hits, and how many there would be without each chosen facet, under the facet's name. */
export function totalsOf(query: ShowroomQuery): Sql {
  const without = chosenIn(query).map(
    (name, n) => sql`
      select ${name}::text as facet, count(*)::integer as count from candidates where lacks in (0, ${2 ** n}::integer)`,
  );
  const hits = sql`
    select '' as facet, count(*) filter (where lacks = 0)::integer as count from candidates
    union all select '*', count(*)::integer from candidates`;
  return joinSql([hits, ...without], ' union all ');
}

type Found = { all: number; totals: Total[]; counts: Counted[]; names: Named[] };

/** In the order they are always shown in; what is chosen stays, though nothing answers it. */
export function shownCounts(query: ShowroomQuery, { all, totals, counts, names }: Found): Counts {
  // A chosen facet is counted twice: among the hits and with its own choice left open, which is as many or more.
  const known = new Map<number, number>();
  for (const { code, count } of counts) {
    if (facetsByCode.has(code)) known.set(code, Math.max(count, known.get(code) ?? 0));
  }
  const facet = (name: FacetName): FacetCount[] => {
    const fixed = facetValues[name].map((value) => ({
      value,
      count: known.get(facetCode(name, value)) ?? 0,
    }));
    const own = names.filter((one) => one.facet === name);
    // What is chosen may have had its name here once.
    const gone = namedFacets.includes(name)
      ? query[name].filter((value) => ![...fixed, ...own].some((one) => one.value === value))
      : [];
    return [...fixed, ...own, ...gone.map((value) => ({ value, count: 0 }))]
      .map(({ value, count }) => ({ value, count, chosen: query[name].includes(value) }))
      .filter(({ count, chosen }) => count > 0 || chosen);
  };
  const total = (which: string) => totals.find((row) => row.facet === which)?.count ?? 0;
  const count = total('');
  const loosened = chosenIn(query).map((name) => ({ facet: name, count: total(name) }));
  return {
    ...{ all, count, said: total('*') },
    facets: Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as Counts['facets'],
    loosened: loosened.filter((one) => one.count > count),
  };
}
