/** Whole öre or øre: money is never a fraction. */
export type Ore = bigint;
type Weighed = { id: string; weight: bigint };

/**
 * Shares a sum after weights in whole öre that make exactly the sum: everyone their part rounded down, and one öre
 * each to those whose part was cut most (largest remainder, Hamilton). Equal remainders go by weight, then by id, so
 * that the order in which parties stand changes nothing. Weights are not below zero, and not all of them zero.
 * @throws RangeError for weights that share nothing
 */
export function split(total: Ore, parties: readonly Weighed[]): Map<string, Ore> {
  const whole = parties.reduce((sum, { weight }) => sum + weight, 0n);
  if (whole <= 0n || total < 0n || parties.some(({ weight }) => weight < 0n)) {
    throw new RangeError('these weights share nothing');
  }
  const cut = parties.map(({ id, weight }) => ({
    ...{ id, weight },
    ore: (total * weight) / whole,
    rest: (total * weight) % whole,
  }));
  const left = total - cut.reduce((sum, { ore }) => sum + ore, 0n);
  const first = cut.toSorted(
    (one, other) =>
      order(other.rest, one.rest) ||
      order(other.weight, one.weight) ||
      (one.id < other.id ? -1 : 1),
  );
  const more = new Set(first.slice(0, Number(left)).map(({ id }) => id));
  return new Map(cut.map(({ id, ore }) => [id, more.has(id) ? ore + 1n : ore]));
}

const order = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);
