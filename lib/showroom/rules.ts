import { careAreas } from '#lib/needs/rules.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { allClaimKeys, claimKeys, claimValues } from './claims.ts';

/**
 * The facets of the showroom, in the order they are shown, and the values each may take: what it solves first.
 * `claim` are the systems it is connected to, `checked` what somebody else has checked, `user` who uses it.
 */
export const facetValues = {
  area: careAreas,
  kind: ['PRODUCT', 'SERVICE', 'WAY_OF_WORKING', 'DATA', 'AI'],
  stage: ['IDEA', 'PROTOTYPE', 'PILOT', 'IN_USE', 'RETIRED'],
  setting: ['HOME_CARE', 'CARE_HOME', 'PRIMARY_CARE', 'HOSPITAL', 'AMBULANCE', 'SOCIAL_SERVICES'],
  owner: ['REGION', 'MUNICIPALITY', 'HOSPITAL', 'UNIVERSITY', 'VOLUNTARY', 'COMPANY'],
  user: [],
  class: claimValues.CLASS ?? [],
  claim: claimKeys.INTEGRATION,
  checked: allClaimKeys,
  framework: ['ON', 'NONE'],
  language: locales,
} as const;

export type FacetName = keyof typeof facetValues;
export const facetNames = Object.keys(facetValues) as FacetName[];
/** The facets that have values of each hub's own besides, in its words: who uses something, agreements. */
export const namedFacets: readonly FacetName[] = ['user', 'framework'];
/** Of those at most so many chosen, of so many letters. */
export const namedLimits = { values: 20, letters: 420 } as const;

/** In what order: by where the words stand, when it was first shown, latest check, nearest that uses it. */
export const sorts = ['relevance', 'newest', 'checked', 'nearest'] as const;
export type Sort = (typeof sorts)[number];
/** So many on a page. */
export const demosPerPage = 24;

/** What a visitor asks of the showroom: words, and values chosen per facet. */
export type ShowroomQuery = {
  words: string;
  /** Null: by relevance where there are words, else the newest. */
  sort: Sort | null;
  /** The municipality that one looks from, `SE-2380`, or empty. */
  at: string;
  /** From 1. */
  page: number;
} & Record<FacetName, string[]>;

/** Where the words of a facet's values stand among the messages; languages have their own names. */
export const facetMessages: Record<Exclude<FacetName, 'language' | 'user'>, string> = {
  area: 'showroom.areas',
  kind: 'showroom.kindsOfDemo',
  stage: 'showroom.stages',
  setting: 'showroom.settings',
  owner: 'site.kinds',
  class: 'showroom.claimValues',
  claim: 'showroom.claimKeys',
  checked: 'showroom.claimKeys',
  framework: 'catalogue.frameworks',
};
/** The facets whose own names stand with the catalogue's words. */
export const catalogueFacets = [
  'user',
  'class',
  'claim',
  'checked',
  'framework',
  'language',
] as const;

/** The order that a query asks for; nearest needs somewhere to look from, relevance needs words. */
export function sortOf({ sort, words, at }: ShowroomQuery): Sort {
  const otherwise = words ? 'relevance' : 'newest';
  if (sort === null || (sort === 'relevance' && !words)) return otherwise;
  return sort === 'nearest' && !at ? otherwise : sort;
}

/** Whether anything narrows what is shown. */
export function isNarrowed(query: ShowroomQuery): boolean {
  return query.words !== '' || facetNames.some((name) => query[name].length > 0);
}

/** The address of a query: empty parts left out, so that one question has one address. */
export function addressOf(query: ShowroomQuery): string {
  const search = new URLSearchParams();
  if (query.words) search.set('q', query.words);
  for (const name of facetNames) for (const value of query[name]) search.append(name, value);
  if (query.sort) search.set('sort', query.sort);
  if (query.at) search.set('at', query.at);
  if (query.page > 1) search.set('page', String(query.page));
  const text = search.toString();
  return text && `?${text}`;
}

/** The query that only looks for a value of one facet. */
export function onlyWith(query: ShowroomQuery, name: FacetName, value: string): ShowroomQuery {
  const none = Object.fromEntries(facetNames.map((each) => [each, [] as string[]]));
  return { ...query, words: '', page: 1, ...none, [name]: [value] } as ShowroomQuery;
}

/** The same query without one of its choices, from the first page. */
export function without(query: ShowroomQuery, name: FacetName, value: string): ShowroomQuery {
  return { ...query, page: 1, [name]: query[name].filter((each) => each !== value) };
}
