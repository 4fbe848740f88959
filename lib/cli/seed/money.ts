import type { Temporal } from 'temporal-polyfill';
import { draftMonth } from '#lib/billing/drafting.ts';
import { lockBasis } from '#lib/billing/locking.ts';
import { listBases } from '#lib/billing/reads.ts';
import { saveBillingSetting, saveReferences } from '#lib/billing/settings.ts';
import { today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { enterHouse, enterOrganisation } from '#lib/platform/scope.ts';
import { freezePrice } from '#lib/prices/freezing.ts';
import { hoursField, joinPlan, makePlan } from '#lib/prices/plans.ts';
import { localTime } from '#lib/prices/quotes.ts';
import { costOf } from '#lib/prices/rules.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoBilling, demoPrices } from '#prisma/seed/prices.ts';
import { idOf } from './ids.ts';

/** Price lists that have held for some months. */
export async function loadPrices(db: Handle, day: Temporal.PlainDate): Promise<void> {
  const validFrom = new Date(day.with({ day: 1 }).subtract({ months: 6 }).toString());
  const countries = new Map(demoHubs.map(({ slug, country }) => [slug as string, country]));
  await db.priceItem.createMany({
    data: demoPrices.map(({ hub, kronor, vat, pass, ...price }) => ({
      ...{ ...price, hubId: idOf('hub', hub), ore: kronor * 100, validFrom },
      vatClass: `${countries.get(hub)}_${vat}`,
      ...(pass && { passMinutes: pass.minutes, passMonths: pass.months }),
    })),
  });
}

/** What bookings that came without a price cost, as if each had been agreed when it was made. */
export async function priceBookings(db: Handle): Promise<void> {
  const items = await db.priceItem.findMany();
  const bookings = await db.booking.findMany({
    where: { price: null },
    include: { place: { include: { site: true } } },
  });
  const rows = bookings.flatMap((booking) => {
    const { hubId, actorClass, place } = booking;
    const own = items.filter(
      (item) => item.hubId === hubId && item.kind === place.kind && item.actorClass === actorClass,
    );
    const cost = costOf(localTime(booking, place), own);
    if (!cost) return [];
    const { item, ...rest } = cost;
    return [
      { ...rest, hubId, bookingId: booking.id, priceItemId: item.id, vatClass: item.vatClass },
    ];
  });
  await db.bookingPrice.createMany({ data: rows });
}

type InSession = (personId: string, work: (session: string) => Promise<void>) => Promise<void>;

/** Östersund's administrator bills last month, as would be done; this month is a draft. */
export async function billLastMonth(
  adminId: string,
  others: readonly { personId: string; organisation: string }[],
  inSession: InSession,
): Promise<void> {
  const { hub, setting, plan, member, references } = demoBilling;
  const personOf = (org: string) => {
    const person = others.find(({ organisation }) => organisation === org);
    if (!person) throw new Error(`Nobody administers ${org}`);
    return person.personId;
  };
  for (const { org, ...asked } of references) {
    await inSession(personOf(org), async (session) => {
      const scope = await enterOrganisation(session, hub, org);
      await saveReferences(scope, { ...asked, orderReference: '', endpoint: '' });
    });
  }
  await inSession(adminId, async (session) => {
    const house = await enterHouse(session, hub);
    const month = today(house.hub.zone).with({ day: 1 });
    const last = month.subtract({ months: 1 }).toString();
    await saveBillingSetting(house, setting);
    const { hours, ...terms } = plan;
    const fields = Object.entries(hours).map(([kind, each]) => [hoursField(kind as 'LAB'), each]);
    await makePlan(
      house,
      { ...terms, ...Object.fromEntries(fields), vatClass: 'SE_STANDARD' },
      placeKinds,
    );
    const made = await house.read('price:edit', (db) =>
      db.plan.findFirstOrThrow({ where: { hubId: house.hub.id } }),
    );
    const organisationId = idOf('organisation', member);
    await joinPlan(house, { planId: made.id, organisationId, month: month.toString().slice(0, 7) });
    await inSession(personOf(member), (own) => bookByPlan(own, month));
    await draftMonth(house, last);
    // Leases have run for longer; their months are locked in order.
    for (const ago of [6, 5, 4, 3, 2, 1]) {
      const before = month.subtract({ months: ago }).toString();
      for (const { id } of await listBases(house, before)) await lockBasis(house, id);
    }
    await draftMonth(house, month.toString());
  });
}

/** Some of the month's bookings are made by the plan, and say which cost centre bears them. */
async function bookByPlan(session: string, month: Temporal.PlainDate): Promise<void> {
  const scope = await enterOrganisation(session, demoBilling.hub, demoBilling.member);
  const hubId = scope.hub.id;
  await scope.write('booking:change', async (db, deed) => {
    const bookings = await db.booking.findMany({
      where: {
        ...{ hubId, organisationId: scope.organisation.id },
        startsAt: { gte: new Date(month.toString()) },
        place: { kind: { in: ['MEETING_ROOM', 'LAB'] } },
      },
      include: { place: { include: { site: true } } },
      orderBy: { startsAt: 'asc' },
      take: 4,
    });
    for (const booking of bookings) {
      await freezePrice(db, hubId, booking, booking.place);
      const where = { hubId_bookingId: { hubId, bookingId: booking.id } };
      await db.bookingPrice.update({ where, data: { costCentre: 'Produkt' } });
      deed.record('bookingReferred', 'booking', booking.id);
    }
  });
}
