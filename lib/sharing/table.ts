import { type CostKey, refusalToShare, type Sharer, shares, type WhyNot } from './keys.ts';
import type { Ore } from './split.ts';

export type SharerRow = Sharer & { name: string; joined: number | null };
export type SharedYear = { year: number; ore: Ore };
export type Sharing = {
  version: number;
  key: CostKey | null;
  years: SharedYear[];
  rows: SharerRow[];
  /** By year, then by body; null when the plan cannot be shared out so, with why. */
  shares: Map<number, Map<string, Ore>> | null;
  whyNot: { year: number; reason: WhyNot } | null;
};
type Agreed = { year: number; organisationId: string; ore: Ore };

/** A plan as a table: what each body pays each year, in öre that make exactly the year's cost; or why it cannot be. */
export function sharedOut(
  key: CostKey,
  years: readonly SharedYear[],
  fixed: readonly Agreed[],
  rows: SharerRow[],
): Omit<Sharing, 'version'> {
  const plain = years.map(({ year, ore }) => ({ year, ore }));
  const table = { key, years: plain, rows };
  const ofYear = (year: number): CostKey => {
    if (key.kind !== 'FIXED') return key;
    const agreed = fixed.filter((one) => one.year === year);
    return {
      kind: 'FIXED',
      ore: Object.fromEntries(agreed.map(({ organisationId, ore }) => [organisationId, ore])),
    };
  };
  for (const { year, ore } of plain) {
    const reason = refusalToShare(ofYear(year), ore, rows);
    if (reason) return { ...table, shares: null, whyNot: { year, reason } };
  }
  const parts = plain.map(
    ({ year, ore }) => [year, shares(ofYear(year), ore, rows)] as [number, Map<string, Ore>],
  );
  return { ...table, shares: new Map(parts), whyNot: null };
}
