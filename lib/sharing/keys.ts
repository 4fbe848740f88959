import { type Ore, split } from './split.ts';

/** Who shares: how many live where they answer, and by how many per cent they weigh less for having been early. */
export type Sharer = { id: string; inhabitants: number; discount?: number };
/** Bodies of up to so many inhabitants (the last: of any number) weigh so much beside one another. */
export type Band = { upTo: number | null; weight: number };

/**
 * By what a cost is shared. EQUAL: alike. POPULATION: by inhabitants. MIX: so many per cent alike, the rest by
 * inhabitants. BANDS: by the band each one's inhabitants fall in, as DigiOrden does (25 000, 40 000, 60 000 kr).
 * FIXED: what was agreed with each, in öre, which makes the total or shares nothing.
 */
export type CostKey =
  | { kind: 'EQUAL' }
  | { kind: 'POPULATION' }
  | { kind: 'MIX'; equalPercent: number }
  | { kind: 'BANDS'; bands: readonly Band[] }
  | { kind: 'FIXED'; ore: Readonly<Record<string, Ore>> };

export const costKeyKinds = ['EQUAL', 'POPULATION', 'MIX', 'BANDS', 'FIXED'] as const;

/** Why a key cannot share a cost among these; each has a sentence `sharing.refusals.<reason>`. */
export type WhyNot = 'nobody' | 'noInhabitants' | 'percent' | 'bands' | 'fixedSum';

/** Why a cost cannot be shared so; null when it can. */
export function refusalToShare(
  key: CostKey,
  total: Ore,
  sharers: readonly Sharer[],
): WhyNot | null {
  if (sharers.length === 0) return 'nobody';
  const people = key.kind === 'POPULATION' || (key.kind === 'MIX' && key.equalPercent < 100);
  if (people && sharers.every(({ inhabitants }) => inhabitants === 0)) return 'noInhabitants';
  if (
    key.kind === 'MIX' &&
    !(Number.isInteger(key.equalPercent) && key.equalPercent >= 0 && key.equalPercent <= 100)
  )
    return 'percent';
  if (key.kind === 'BANDS' && !areBands(key.bands)) return 'bands';
  if (key.kind === 'FIXED') {
    const sum = sharers.reduce((so, { id }) => so + (key.ore[id] ?? 0n), 0n);
    if (sum !== total || sharers.some(({ id }) => (key.ore[id] ?? 0n) < 0n)) return 'fixedSum';
  }
  return null;
}

/** Bands follow one another upwards, weigh something, and the last has no end. */
function areBands(bands: readonly Band[]): boolean {
  const ends = bands.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
  const rises = ends.every((end, n) => end > (ends[n - 1] ?? -1));
  return rises && bands.at(-1)?.upTo === null && bands.every(({ weight }) => weight > 0);
}

/**
 * What each one pays of a cost, in öre that make exactly the total. @throws RangeError where `refusalToShare` names
 * a reason
 */
export function shares(key: CostKey, total: Ore, sharers: readonly Sharer[]): Map<string, Ore> {
  const whyNot = refusalToShare(key, total, sharers);
  if (whyNot) throw new RangeError(whyNot);
  if (key.kind === 'FIXED') return new Map(sharers.map(({ id }) => [id, key.ore[id] ?? 0n]));
  return split(
    total,
    sharers.map((one) => ({
      id: one.id,
      weight: weightOf(key, one, sharers) * BigInt(100 - (one.discount ?? 0)),
    })),
  );
}

type Weighing = Exclude<CostKey, { kind: 'FIXED' }>;

/** A mix of two ways stands over one denominator, so that nothing is rounded before the end. */
function weightOf(key: Weighing, { inhabitants }: Sharer, all: readonly Sharer[]): bigint {
  switch (key.kind) {
    case 'EQUAL':
      return 1n;
    case 'POPULATION':
      return BigInt(inhabitants);
    case 'BANDS':
      return BigInt(bandOf(key.bands, inhabitants).weight);
    case 'MIX': {
      const people = BigInt(all.reduce((sum, one) => sum + one.inhabitants, 0));
      const equal = BigInt(key.equalPercent);
      if (people === 0n) return 1n;
      return equal * people + (100n - equal) * BigInt(inhabitants) * BigInt(all.length);
    }
  }
}

/** The band that so many inhabitants fall in; its end belongs to it. */
export function bandOf(bands: readonly Band[], inhabitants: number): Band {
  const found = bands.find(({ upTo }) => upTo === null || inhabitants <= upTo);
  if (!found) throw new RangeError('bands');
  return found;
}
