import { type Member, settlementOf } from './joining.ts';
import { type CostKey, refusalToShare, shares, type WhyNot } from './keys.ts';
import type { Ore } from './split.ts';

export type SharerRow = Member & { name: string };
export type SharedYear = { year: number; ore: Ore };
export type Sharing = {
  version: number;
  key: CostKey | null;
  years: SharedYear[];
  rows: SharerRow[];
  /** By year, then by body; null when the plan cannot be shared out so, with why. */
  shares: Map<number, Map<string, Ore>> | null;
  whyNot: { year: number; reason: WhyNot } | null;
  /** By how many per cent those weigh less who share from the first year. */
  earlyPercent: number;
  /** What is settled for the years before by those who came later and take part from the start; null without any. */
  settlement: Map<number, Map<string, Ore>> | null;
};
type Agreed = { year: number; organisationId: string; ore: Ore };

/**
 * A plan as a table: what each body pays each year it shares in, in öre that make exactly the year's cost; or why it
 * cannot be. What was agreed with each stands for every year.
 */
export function sharedOut(
  key: CostKey,
  years: readonly SharedYear[],
  fixed: readonly Agreed[],
  rows: SharerRow[],
): Omit<Sharing, 'version' | 'earlyPercent'> {
  const plain = years.map(({ year, ore }) => ({ year, ore }));
  const table = { key, years: plain, rows };
  const there = (year: number) =>
    key.kind === 'FIXED' ? rows : rows.filter(({ since }) => since <= year);
  const ofYear = (year: number): CostKey => {
    if (key.kind !== 'FIXED') return key;
    const agreed = fixed.filter((one) => one.year === year);
    return {
      kind: 'FIXED',
      ore: Object.fromEntries(agreed.map(({ organisationId, ore }) => [organisationId, ore])),
    };
  };
  for (const { year, ore } of plain) {
    const reason = refusalToShare(ofYear(year), ore, there(year));
    if (reason) return { ...table, shares: null, whyNot: { year, reason }, settlement: null };
  }
  const parts = plain.map(
    ({ year, ore }) => [year, shares(ofYear(year), ore, there(year))] as [number, Map<string, Ore>],
  );
  const first = Math.min(...plain.map(({ year }) => year));
  const late = key.kind !== 'FIXED' && rows.some((one) => one.fromStart && one.since > first);
  const settlement = late ? settlementOf(key, plain, rows) : null;
  return { ...table, shares: new Map(parts), whyNot: null, settlement };
}
