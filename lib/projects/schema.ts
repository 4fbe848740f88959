import { careAreas } from '#lib/needs/rules.ts';
import { type ProjectFilter, projectStates } from './rules.ts';

type Search = Record<string, string | string[] | undefined>;

/** The filter an address asks for; unknown values are left out. */
export function projectFilterOf(search: Search): ProjectFilter {
  const chosen = (name: string, known: readonly string[]) =>
    known.filter((value) => [search[name]].flat().includes(value));
  return { state: chosen('state', projectStates), area: chosen('area', careAreas) };
}
