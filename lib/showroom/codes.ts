import { createHash } from 'node:crypto';
import { type FacetName, facetNames, facetValues } from './rules.ts';

/** A facet's value as the number that it is counted by: the same as `facet_code` in the database. */
export function facetCode(facet: FacetName, value: string): number {
  return Number.parseInt(
    createHash('md5').update(`${facet}:${value}`).digest('hex').slice(0, 7),
    16,
  );
}

/** Every value there is, by its number. */
export const facetsByCode = new Map(
  facetNames.flatMap((facet) =>
    facetValues[facet].map((value) => [facetCode(facet, value), { facet, value }] as const),
  ),
);
