import { careAreas } from '#lib/needs/rules.ts';

/** The facets of the showroom, in the order they are shown, and the values each may take. */
export const facetValues = {
  area: careAreas,
  owner: ['REGION', 'MUNICIPALITY', 'HOSPITAL', 'UNIVERSITY', 'VOLUNTARY', 'COMPANY'],
  stage: ['IDEA', 'PROTOTYPE', 'PILOT', 'IN_USE', 'RETIRED'],
  setting: ['HOME_CARE', 'CARE_HOME', 'PRIMARY_CARE', 'HOSPITAL', 'AMBULANCE', 'SOCIAL_SERVICES'],
  kind: ['PRODUCT', 'SERVICE', 'WAY_OF_WORKING', 'DATA', 'AI'],
} as const;

export type FacetName = keyof typeof facetValues;
export const facetNames = Object.keys(facetValues) as FacetName[];

/** What a visitor asks of the showroom: words, and values chosen per facet. */
export type ShowroomQuery = { words: string } & Record<FacetName, string[]>;

/** Where the words of a facet's values stand among the messages. */
export const facetMessages: Record<FacetName, string> = {
  area: 'areas',
  owner: 'kinds',
  stage: 'stages',
  setting: 'settings',
  kind: 'kindsOfDemo',
};

/** The address of a query: empty parts left out, so that one question has one address. */
export function addressOf(query: ShowroomQuery): string {
  const search = new URLSearchParams();
  if (query.words) search.set('q', query.words);
  for (const name of facetNames) for (const value of query[name]) search.append(name, value);
  const text = search.toString();
  return text && `?${text}`;
}

/** The same query without one of its choices. */
export function without(query: ShowroomQuery, name: FacetName, value: string): ShowroomQuery {
  return { ...query, [name]: query[name].filter((each) => each !== value) };
}
