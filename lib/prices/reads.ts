import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PriceItem, VatClass } from './rules.ts';

/** Every price the hub has and has had, by kind, class and unit, the latest first; and how the law may tax it. */
export async function listPrices(
  scope: Scope,
): Promise<{ prices: PriceItem[]; vatClasses: VatClass[] }> {
  return scope.read('price:edit', async (db) => ({
    prices: await db.priceItem.findMany({
      where: { hubId: scope.hub.id },
      orderBy: [{ kind: 'asc' }, { actorClass: 'asc' }, { unit: 'asc' }, { validFrom: 'desc' }],
      take: 1000,
    }),
    vatClasses: await vatClassesOf(db, scope),
  }));
}

export async function vatClassesOf(db: Handle, scope: Scope): Promise<VatClass[]> {
  return db.vatClass.findMany({ where: { country: scope.hub.country }, orderBy: { code: 'desc' } });
}

/** What a booking costs, as it was agreed, with what its VAT comes to; null where it is included. */
export async function findBookingPrice(db: Handle, hubId: string, bookingId: string) {
  return db.bookingPrice.findUnique({
    where: { hubId_bookingId: { hubId, bookingId } },
    include: { vat: true },
  });
}
export type BookingPrice = NonNullable<Awaited<ReturnType<typeof findBookingPrice>>>;
