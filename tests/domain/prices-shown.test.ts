import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PriceInput } from '#lib/prices/schema.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { cancelForAbsence, listForAbsence } from '#lib/workspace/absence.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking, listBookings } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { confirmHold } from '#lib/workspace/holding.ts';
import type { BookingInput, ChangeInput } from '#lib/workspace/schema.ts';
import { bookSeries, previewSeries } from '#lib/workspace/series.ts';
import { cancelSeries, changeSeries } from '#lib/workspace/series-changes.ts';
import { joinWaiting } from '#lib/workspace/waiting.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world, { days: 7 });
  stopClock(mondayMorning);
  cleo = await world.enter('cleo');
  const judit = await world.enter('judit');
  const price: PriceInput = {
    ...{ kind: 'MEETING_ROOM', actorClass: 'COMPANY', unit: 'HOUR', ore: 30_000 },
    ...{ vatClass: 'SE_STANDARD', from: '2027-03-01', passHours: 0, passMonths: 0 },
  };
  await setPrice(judit, price);
  await setPrice(judit, { ...price, ore: 34_000, from: '2027-03-10' });
  const rule = { cancelNoticeMinutes: 24 * 60, lateFeePercent: 50 };
  await world.asSystem((db) =>
    db.bookingRule.updateMany({ where: { kind: 'MEETING_ROOM' }, data: rule }),
  );
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.waiting.deleteMany();
    await db.occupancy.deleteMany();
    await db.bookingPrice.deleteMany();
    await db.booking.deleteMany();
  });
});
afterAll(() => world.close());

const hour = { from: '09:00', to: '10:00' };
const book = (own: Partial<BookingInput>) =>
  bookPlace(cleo, wishFor(house.place('room'), { ...hour, ...own }));
const refused = (what: string, agreedOre: number) => ({
  code: `prices.refusals.${what}`,
  detail: { agreedOre },
});
const weekly = (count: number) => ({
  ...{ placeId: house.place('room'), date: '2027-03-02', ...hour, policy: 'ALL' as const },
  ...{
    purpose: '',
    people: 1,
    forId: undefined,
    shown: undefined,
    requestKey: crypto.randomUUID(),
  },
  recurrence: {
    ...{ starts: '2027-03-02', pattern: 'WEEK' as const, interval: 1, weekdays: [] },
    ...{ count, until: undefined, dates: [] },
  },
});

describe('Nobody pays more than what was shown', () => {
  it('for a booking; less is welcome', async () => {
    const dearer = book({ date: '2027-03-12', agreedOre: 30_000 });
    await expect(dearer).rejects.toMatchObject(refused('dearer', 34_000));
    await book({ date: '2027-03-12', agreedOre: 34_000 });
    await book({ date: '2027-03-03', agreedOre: 34_000 });
  });

  it('when the house books for them: it is told what it costs before anything is booked', async () => {
    const [host, wish] = [await world.enter('ivar'), { ...hour, date: '2027-03-03' }];
    const own = { organisationId: world.organisation('fjallvard'), forId: world.person('cleo') };
    const forThem = (agreedOre: number) =>
      bookPlace(host, wishFor(house.place('room'), { ...wish, ...own, agreedOre }));
    await expect(forThem(0)).rejects.toMatchObject(refused('costs', 30_000));
    expect((await listBookings(cleo)).bookings).toEqual([]);
    const { id } = await forThem(30_000);
    expect((await findBooking(cleo, id)).price?.netOre).toBe(30_000);
  });

  it('for a change: what it is dearer must be agreed first, and nothing is changed before', async () => {
    const { id } = await book({ date: '2027-03-05' });
    const to: ChangeInput = {
      ...{ placeId: house.place('room'), purpose: '', people: 1, revision: 0 },
      ...{ date: '2027-03-12', from: '09:00', to: '11:00', agreedOre: 0 },
    };
    await expect(changeBooking(cleo, id, to)).rejects.toMatchObject(refused('change', 38_000));
    expect((await findBooking(cleo, id)).price?.netOre).toBe(30_000);
    await changeBooking(cleo, id, { ...to, agreedOre: 38_000 });
    expect((await findBooking(cleo, id)).price?.netOre).toBe(68_000);
    await changeBooking(cleo, id, { ...to, to: '10:00', revision: 1 });
    expect((await findBooking(cleo, id)).price?.netOre).toBe(34_000);
  });

  it('for letting go: the late fee is told first', async () => {
    const { id } = await book({ date: '2027-03-02', from: '07:00', to: '08:00' });
    expect((await findBooking(cleo, id)).lateFeeOre).toBe(15_000);
    const unseen = cancelBooking(cleo, id, '', 0);
    await expect(unseen).rejects.toMatchObject(refused('fee', 15_000));
    expect((await findBooking(cleo, id)).status).toBe('CONFIRMED');
    await cancelBooking(cleo, id, '', 15_000);
    expect((await findBooking(cleo, id)).price?.lateFeeOre).toBe(15_000);
  });

  it('for a series: its preview adds up days of two prices, and its changes are told as one sum', async () => {
    const { price } = await previewSeries(cleo, weekly(3));
    expect(price).toEqual({ netOre: 94_000, vatOre: 23_500, totalOre: 117_500, covered: false });
    await bookSeries(cleo, weekly(3));
    const { bookings } = await listBookings(cleo);
    const id = bookings[0]?.id ?? '';
    const longer: ChangeInput = {
      ...{ placeId: house.place('room'), purpose: '', people: 1, revision: 0 },
      ...{ date: '2027-03-04', from: '09:00', to: '11:00', agreedOre: 0 },
    };
    stopClock(mondayMorning.subtract({ hours: 24 }));
    const change = changeSeries(cleo, id, longer, 'ALL');
    await expect(change).rejects.toMatchObject(refused('change', 102_000));
    await changeSeries(cleo, id, { ...longer, agreedOre: 102_000 }, 'ALL');
    stopClock(mondayMorning.add({ hours: 72 - 12 }));
    const letGo = cancelSeries(cleo, id, 'ALL', '', 0);
    await expect(letGo).rejects.toMatchObject(refused('fee', 30_000));
    await cancelSeries(cleo, id, 'ALL', '', 30_000);
    expect((await listBookings(cleo)).bookings).toEqual([]);
  });

  it('for an offer from the waiting list: its page says what it costs, and booking it asks no more', async () => {
    const [egil, slot] = [await world.enter('egil'), { ...hour, date: '2027-03-05' }];
    const { id } = await book(slot);
    const wish = { placeId: house.place('room'), ...slot, people: 1, purpose: '', any: false };
    await joinWaiting(egil, wish);
    await cancelBooking(cleo, id);
    const held = await world.asSystem((db) =>
      db.booking.findFirstOrThrow({ where: { status: 'HELD' } }),
    );
    const offer = await findBooking(egil, held.id);
    expect(offer).toMatchObject({
      ...{ offered: true, country: 'SE' },
      held: { price: { netOre: 30_000, totalOre: 37_500 }, netOre: 30_000, terms: [] },
    });
    const unseen = confirmHold(egil, held.id, { agreedOre: 0 });
    await expect(unseen).rejects.toMatchObject(refused('dearer', 30_000));
    expect((await findBooking(egil, held.id)).status).toBe('HELD');
    await confirmHold(egil, held.id, { agreedOre: 30_000 });
    expect((await findBooking(egil, held.id)).price?.netOre).toBe(30_000);
  });

  it('for days away', async () => {
    await book({ date: '2027-03-02', from: '07:00', to: '08:00' });
    await book({ date: '2027-03-04' });
    const range = { from: '2027-03-01', to: '2027-03-07' };
    const { bookings, lateFeeOre } = await listForAbsence(cleo, range);
    expect([bookings.length, lateFeeOre]).toEqual([2, 15_000]);
    const unseen = cancelForAbsence(cleo, { ...range, agreedOre: 0 });
    await expect(unseen).rejects.toMatchObject(refused('fee', 15_000));
    expect(await cancelForAbsence(cleo, { ...range, agreedOre: 15_000 })).toBe(2);
  });
});
