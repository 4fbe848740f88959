import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type AdoptionState, adoptionStates } from './moves.ts';
import { pageIn, type Totals, totalsOf } from './reads.ts';
import { cellOf } from './tiles.ts';

/** Results side by side. */
export const columnsOf = 12;

/** `result`: which one the map shows. */
export type SpreadFilter = {
  region: string;
  area: string;
  state: string;
  result: string;
  page: number;
};
export type Place = {
  country: string;
  code: string;
  name: string;
  regionCode: string;
  region: string;
  population: number | null;
  townPeople: number | null;
  latitude: number | null;
  longitude: number | null;
  organisationId: string | null;
};
type Search = Record<string, string | string[] | undefined>;

/** The filter an address asks for; unknown values are left out by the read. */
export function spreadFilterOf(search: Search): SpreadFilter {
  const one = (name: string) => [search[name]].flat()[0] ?? '';
  return {
    ...{ region: one('region'), area: one('area'), state: one('state'), result: one('result') },
    page: pageIn(search.page),
  };
}

/**
 * How far results have spread over the municipalities of the hub's regions: for the public and voluntary side and the
 * hub which stands where, for everyone else totals alone. Anyone may.
 */
export async function findSpread(scope: Scope, filter: SpreadFilter) {
  return scope.read('project:read', async (db) => {
    const ground = await groundOf(db);
    const regions = [...new Map(ground.map((one) => [one.regionCode, one.region]))].sort();
    const region = regions.some(([code]) => code === filter.region) ? filter.region : '';
    const places = ground.filter((one) => region === '' || one.regionCode === region);
    const { results, more } = await resultsOf(db, scope.hub.id, filter);
    const ids = results.map(({ id }) => id);
    const totals = await totalsOf(db, ids);
    const named = seesNames(scope);
    const cells = named ? await cellsOf(db, scope.hub.id, ids) : new Map<string, AdoptionState>();
    return {
      ...{ regions, region, more, named, cells },
      results: results.map((one) => ({ ...one, totals: totals.get(one.id) as Totals })),
      places: named && isState(filter.state) ? withState(places, results, cells, filter) : places,
      reach: new Map(ids.map((id) => [id, named ? reachOf(places, cells, id) : null])),
      whole: sumsOf(places),
    };
  });
}
export type SpreadView = Awaited<ReturnType<typeof findSpread>>;

const isState = (state: string) => (adoptionStates as readonly string[]).includes(state);

/** Which body stands where is known to the public and voluntary side, and to the hub. */
function seesNames(scope: Scope): boolean {
  return scope.may('result:adopt') || scope.may('proposal:oversee');
}

async function groundOf(db: Handle): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    select country::text, code, name, region_code as "regionCode", region, population, town_people as "townPeople",
      latitude, longitude, organisation_id::text as "organisationId"
    from spread_ground() order by region_code, name`;
}

async function resultsOf(db: Handle, hubId: string, { area, page }: SpreadFilter) {
  const found = await db.result.findMany({
    where: {
      ...({ hubId, state: 'PUBLISHED' } as const),
      ...(area && { project: { areas: { has: area } } }),
    },
    select: { id: true, slug: true, title: true, language: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    skip: (page - 1) * columnsOf,
    take: columnsOf + 1,
  });
  return { results: found.slice(0, columnsOf), more: found.length > columnsOf };
}

async function cellsOf(db: Handle, hubId: string, ids: string[]) {
  const rows = await db.adoption.findMany({
    where: { hubId, resultId: { in: ids }, organisation: { kind: 'MUNICIPALITY' } },
    select: { resultId: true, organisationId: true, state: true },
  });
  return new Map(
    rows.map(({ resultId, organisationId, state }) => [cellOf(resultId, organisationId), state]),
  );
}

type Cells = ReadonlyMap<string, AdoptionState>;

/** The municipalities of which at least one of the results stands so. */
function withState(
  places: Place[],
  results: { id: string }[],
  cells: Cells,
  { state }: SpreadFilter,
) {
  return places.filter(({ organisationId }) =>
    results.some(({ id }) => cells.get(cellOf(id, organisationId)) === state),
  );
}

const sumsOf = (places: Place[]) => {
  const sum = (value: (one: Place) => number | null) =>
    places.reduce((all, one) => all + (value(one) ?? 0), 0);
  const [people, town] = [sum((one) => one.population), sum((one) => one.townPeople)];
  return { municipalities: places.length, people, town, country: people - town };
};
export type Reach = ReturnType<typeof sumsOf>;

/** Of the municipalities shown, those that use a result: how many, and how many live there, in towns and in the country. */
function reachOf(places: Place[], cells: Cells, id: string): Reach {
  return sumsOf(
    places.filter(({ organisationId }) => cells.get(cellOf(id, organisationId)) === 'IN_USE'),
  );
}
