import type { Handle } from '#lib/platform/db.ts';
import { localTime, type Quote, quote } from '#lib/prices/quotes.ts';
import { readBookables } from './bookable.ts';
import { type Terms, termsDue } from './place-terms.ts';
import type { ActorClass } from './terms.ts';

/** What making a booking of a hold costs and asks, as it would be now. */
export type Held = {
  /** Of the place itself; null where it is included. */
  price: Quote | null;
  /** Of everything that is held with it, öre without VAT. */
  netOre: number;
  /** What is to be agreed to first. */
  terms: Terms[];
};

type Row = {
  id: string;
  placeId: string;
  organisationId: string;
  actorClass: ActorClass;
  startsAt: Date;
  endsAt: Date;
};

/** Part of a read: nothing is frozen yet for who was offered a place, and nothing paid beforehand is taken. */
export async function heldDetail(
  db: Handle,
  hubId: string,
  { id, togetherId }: { id: string; togetherId: string | null },
): Promise<Held> {
  const rows = await db.booking.findMany({
    where: { hubId, status: 'HELD', ...(togetherId ? { togetherId } : { id }) },
  });
  const all: Held = { price: null, netOre: 0, terms: [] };
  for (const row of rows) {
    const { price, terms } = await costOf(db, hubId, row);
    if (row.id === id) all.price = price;
    all.netOre += price?.netOre ?? 0;
    const known = new Set(all.terms.map((one) => one.id));
    all.terms.push(...terms.filter((one) => !known.has(one.id)));
  }
  return all;
}

async function costOf(db: Handle, hubId: string, row: Row) {
  const [place] = await readBookables(db, hubId, [row.placeId], true);
  if (!place) return { price: null, terms: [] };
  const time = localTime(row, place);
  return {
    price: await quote(db, hubId, row.organisationId, row.actorClass, place, time),
    terms: await termsDue(db, hubId, place, row.organisationId),
  };
}
