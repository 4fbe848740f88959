import { z } from 'zod';
import {
  type FacetName,
  facetNames,
  facetValues,
  namedFacets,
  namedLimits,
  type ShowroomQuery,
  sorts,
} from './rules.ts';

const one = z
  .string()
  .transform((text) => text.replaceAll('\0', '').trim().slice(0, 80).trim())
  .catch('');
const sort = z.enum(sorts).nullable().catch(null);
const town = z
  .string()
  .regex(/^(SE|NO)-\d{4}$/)
  .catch('');
const page = z.coerce.number().int().min(1).max(1000).catch(1);

/** The query an address asks; whatever it does not know is left out, as after a typing error. */
export function showroomQueryOf(
  search: Record<string, string | string[] | undefined>,
): ShowroomQuery {
  const last = (name: string) => [search[name]].flat().at(-1);
  const chosen = (name: FacetName) => {
    const known: readonly string[] = facetValues[name];
    const asked = [search[name]].flat();
    const fixed = known.filter((value) => asked.includes(value));
    return namedFacets.includes(name) ? [...fixed, ...named(asked, known)] : fixed;
  };
  const facets = Object.fromEntries(facetNames.map((name) => [name, chosen(name)]));
  return {
    words: one.parse(last('q')),
    sort: sort.parse(last('sort') || null),
    at: town.parse(last('at')),
    page: page.parse(last('page')),
    ...facets,
  } as ShowroomQuery;
}

/** What a hub itself may call a value; PostgreSQL takes no null character. */
function named(asked: readonly (string | undefined)[], known: readonly string[]): string[] {
  const values = asked.filter(
    (value) =>
      value !== undefined &&
      value.trim() !== '' &&
      value.length <= namedLimits.letters &&
      !value.includes('\0') &&
      !known.includes(value),
  ) as string[];
  return [...new Set(values)].slice(0, namedLimits.values);
}

/** Whether an address's part can be an id at all; PostgreSQL would stumble over anything else. */
export function isId(value: string): boolean {
  return z.guid().safeParse(value).success;
}
