import type { Handle } from '#lib/platform/db.ts';

/** A price as the database keeps it: öre for a unit, of a kind of place, for a class of those who book. */
export type PriceItem = NonNullable<Awaited<ReturnType<Handle['priceItem']['findFirst']>>>;
export type VatClass = NonNullable<Awaited<ReturnType<Handle['vatClass']['findFirst']>>>;
export type PlaceKind = PriceItem['kind'];
export type ActorClass = PriceItem['actorClass'];

export const priceUnits = ['HOUR', 'HALF_DAY', 'DAY', 'MONTH', 'PASS'] as const;
export type PriceUnit = (typeof priceUnits)[number];

/** A booked time as clocks on the wall show it: minutes after midnight of one local day. */
export type LocalTime = { from: number; to: number; halfDayAt: number };
/** What something costs: öre without VAT for a unit, how many of it in hundredths, and the two together. */
export type Cost = { unit: PriceUnit; quantity: number; unitOre: number; netOre: number };

/**
 * What a booked time costs by the prices that hold that day: the cheapest way, and of two as cheap the
 * larger unit. Null where none of them has a price: it is included. A day of 23 or 25 hours is a day.
 */
export function costOf<I extends Pick<PriceItem, 'unit' | 'ore'>>(
  time: LocalTime,
  items: readonly I[],
): (Cost & { item: I }) | null {
  const ways = items.flatMap((item) => {
    const quantity = quantityOf(time, item.unit);
    const cost = {
      unit: item.unit,
      quantity,
      unitOre: item.ore,
      netOre: netOf(quantity, item.ore),
    };
    return quantity > 0 ? [{ ...cost, item }] : [];
  });
  const order = (unit: PriceUnit) => priceUnits.indexOf(unit);
  ways.sort((one, other) => one.netOre - other.netOre || order(other.unit) - order(one.unit));
  return ways[0] ?? null;
}

function quantityOf({ from, to, halfDayAt }: LocalTime, unit: PriceUnit): number {
  // Booked by the quarter of an hour, which is 25 hundredths.
  if (unit === 'HOUR') return Math.round(((to - from) * 100) / 60);
  if (unit === 'HALF_DAY') return (Number(from < halfDayAt) + Number(to > halfDayAt)) * 100;
  return unit === 'DAY' ? 100 : 0;
}

/** Öre for so many hundredths of a unit, half an öre upwards, the same on both sides of zero. */
export function netOf(quantity: number, unitOre: number): number {
  return Math.sign(quantity) * Math.floor((Math.abs(quantity) * unitOre + 50) / 100);
}

/** The VAT on an amount: hundredths of a percent, half an öre upwards, the same on both sides of zero. */
export function vatOf(netOre: number, percent: number): number {
  return Math.sign(netOre) * Math.floor((Math.abs(netOre) * percent + 5000) / 10_000) || 0;
}

/** How much less it costs when so many of its minutes are paid for already. */
export function coveredOre(netOre: number, covered: number, minutes: number): number {
  return covered >= minutes ? netOre : Math.floor((netOre * covered) / minutes);
}

/** So many per cent of an amount, half an öre upwards. */
export function percentOf(netOre: number, percent: number): number {
  return Math.floor((netOre * percent + 50) / 100);
}
