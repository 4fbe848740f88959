import { type CostKey, type Sharer, shares } from './keys.ts';
import type { Ore } from './split.ts';

export type Year = { year: number; ore: Ore };
/** Since which year somebody shares; `fromStart`: also what was shared before they came. */
export type Member = Sharer & { since: number; fromStart: boolean };
/** What each pays in a year. */
export type Plan = Map<number, Map<string, Ore>>;

/** What everybody pays each year: of a year its cost exactly, among those who are in it. */
export function planOf(key: CostKey, years: readonly Year[], members: readonly Member[]): Plan {
  return new Map(
    years.map(({ year, ore }) => {
      const there = members.filter(({ since }) => since <= year);
      return [year, there.length === 0 ? new Map() : shares(key, ore, there)];
    }),
  );
}

/**
 * What is settled when some who joined later take part from the start: for each year before they came the share
 * they would have had, and what the others get back. Pays above zero, gets below; each year makes exactly zero.
 */
export function settlementOf(
  key: CostKey,
  years: readonly Year[],
  members: readonly Member[],
): Plan {
  const before = planOf(key, years, members);
  const first = Math.min(...years.map(({ year }) => year));
  const asIfThere = members.map((one) => (one.fromStart ? { ...one, since: first } : one));
  const after = planOf(key, years, asIfThere);
  return new Map(
    years.map(({ year }) => {
      const [old, young] = [before.get(year), after.get(year)];
      if (!old?.size) return [year, new Map()];
      const ids = [...(young?.keys() ?? [])];
      return [year, new Map(ids.map((id) => [id, (young?.get(id) ?? 0n) - (old.get(id) ?? 0n)]))];
    }),
  );
}
