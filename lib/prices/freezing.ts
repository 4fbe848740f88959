import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { localTime, type PricedPlace, pricesOn } from './quotes.ts';
import { type ActorClass, costOf, coveredOre, percentOf } from './rules.ts';

type Booked = {
  id: string;
  organisationId: string;
  actorClass: ActorClass;
  startsAt: Date;
  endsAt: Date;
};

/**
 * Writes what a booking costs, when it is made and whenever it is moved, and takes what its organisation
 * has paid for beforehand. A hold takes nothing yet. Part of the write that makes or moves it.
 */
export async function freezePrice(
  db: Handle,
  hubId: string,
  booking: Booked,
  place: PricedPlace,
  held = false,
): Promise<void> {
  const where = { hubId, bookingId: booking.id };
  const time = localTime(booking, place);
  const items = await pricesOn(db, hubId, place.kind, booking.actorClass, time.date);
  const cost = costOf(time, items);
  await returnCredit(db, booking.id);
  if (!cost) {
    await db.bookingPrice.deleteMany({ where });
    return;
  }
  const length = time.to - time.from;
  const discountOre = held ? 0 : await spend(db, booking, place, time.date, cost.netOre, length);
  const { unit, quantity, unitOre, item } = cost;
  const data = {
    ...{ priceItemId: item.id, unit, quantity, unitOre, discountOre, lateFeeOre: null },
    ...{ netOre: cost.netOre - discountOre, vatClass: item.vatClass },
  };
  await db.bookingPrice.upsert({
    where: { hubId_bookingId: where },
    create: { ...where, ...data },
    update: data,
  });
}

/** What bookings cost together as it stands, öre without VAT. */
export async function netOreOf(db: Handle, hubId: string, bookingIds: string[]): Promise<number> {
  const { _sum } = await db.bookingPrice.aggregate({
    where: { hubId, bookingId: { in: bookingIds } },
    _sum: { netOre: true },
  });
  return _sum.netOre ?? 0;
}

/**
 * Nobody pays more than what they were shown (`agreedOre`; undefined where the house acts and nothing was).
 * The refusal carries what it really is, so that the form can be sent again with it.
 * @throws Refusal `prices.refusals.{dearer,costs,change,fee}` with `{ agreedOre }`
 */
export function refuseUnagreed(
  what: 'dearer' | 'costs' | 'change' | 'fee',
  ore: number,
  agreedOre: number | undefined,
): void {
  if (agreedOre === undefined || ore <= agreedOre) return;
  throw new Refusal(`prices.refusals.${what}`, {}, { agreedOre: ore });
}

/** Time first, since it can be used for nothing else; then money. Answers with öre. */
async function spend(
  db: Handle,
  { id, organisationId }: Booked,
  { kind }: PricedPlace,
  date: string,
  netOre: number,
  minutes: number,
): Promise<number> {
  if (netOre === 0) return 0;
  await db.$executeRaw`select open_plan_month(${organisationId}::uuid, ${date}::date)`;
  const take = async (measure: 'MINUTES' | 'ORE', wanted: number) => {
    const [row] = await db.$queryRaw<{ taken: number }[]>`
      select spend_credit(${id}::uuid, ${measure}::"CreditMeasure", ${kind}::"PlaceKind", ${date}::date, ${wanted}::integer) as taken`;
    return row?.taken ?? 0;
  };
  const byTime = coveredOre(netOre, await take('MINUTES', minutes), minutes);
  return byTime + (byTime < netOre ? await take('ORE', netOre - byTime) : 0);
}

/** Gives back what a booking took: it was declined, has lapsed, or was let go in time. */
export async function returnCredit(db: Handle, bookingId: string): Promise<void> {
  await db.$executeRaw`select return_credit(${bookingId}::uuid)`;
}

/** Whether nothing is left of what a booking took. Part of a read, for its organisation. */
export async function isReturned(db: Handle, hubId: string, bookingId: string): Promise<boolean> {
  const { _sum, _count } = await db.creditEntry.aggregate({
    where: { hubId, bookingId },
    _sum: { amount: true },
    _count: true,
  });
  return _count > 0 && _sum.amount === 0;
}

/**
 * What it costs to let a booking go, öre without VAT, where the rules of its place ask so many per cent of
 * the price; nothing (null) in time, for the house, and for what was never agreed.
 */
export async function findLateFee(
  db: Handle,
  hubId: string,
  bookingId: string,
  percent: number | null,
): Promise<number> {
  if (percent === null) return 0;
  const price = await db.bookingPrice.findUnique({
    where: { hubId_bookingId: { hubId, bookingId } },
  });
  return price ? percentOf(price.netOre, percent) : 0;
}

/** Settles what a cancelled booking cost: in time all is given back; late, the fee is owed and credit is lost. */
export async function settleCancelled(
  db: Handle,
  hubId: string,
  bookingId: string,
  percent: number | null,
): Promise<void> {
  if (percent === null) return returnCredit(db, bookingId);
  const lateFeeOre = await findLateFee(db, hubId, bookingId, percent);
  await db.bookingPrice.updateMany({ where: { hubId, bookingId }, data: { lateFeeOre } });
}
