import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import {
  creditsOf,
  joinPlan,
  leavePlan,
  listCredits,
  makePlan,
  sellPass,
} from '#lib/prices/plans.ts';
import { creditLeft, quote } from '#lib/prices/quotes.ts';
import { listPrices } from '#lib/prices/reads.ts';
import type { PriceInput } from '#lib/prices/schema.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { decideBooking } from '#lib/workspace/deciding.ts';
import { confirmHold } from '#lib/workspace/holding.ts';
import { type BookingInput, placeKinds } from '#lib/workspace/schema.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let alva: Scope;
let judit: Scope;

beforeAll(async () => {
  world = await makeWorld(30);
  house = await makeHouse(world, { days: 7 });
  [cleo, alva, judit] = await Promise.all([
    world.enter('cleo'),
    world.enter('alva'),
    world.enter('judit'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const price = (own: Partial<PriceInput> = {}) =>
  setPrice(judit, {
    ...{ kind: 'MEETING_ROOM', actorClass: 'COMPANY', unit: 'HOUR', ore: 30_000 },
    ...{ vatClass: 'SE_STANDARD', from: '2027-03-01', passHours: 0, passMonths: 0 },
    ...own,
  });
const book = (own: Partial<BookingInput> = {}, scope = cleo, key = 'room') =>
  bookPlace(scope, wishFor(house.place(key), own));
const priceOf = (id: string) =>
  world.asSystem((db) => db.bookingPrice.findFirst({ where: { bookingId: id } }));
const refused = (code: string) => ({ name: 'Refusal', code: `prices.refusals.${code}` });
const at = (instant: string) => stopClock(Temporal.Instant.from(instant));

describe('A price', () => {
  it('holds from its day, keeps what held before, and never two at once', async () => {
    await price();
    await price({ ore: 36_000, from: '2027-03-10' });
    await price({ ore: 34_000, from: '2027-03-08' });
    const { prices } = await listPrices(judit);
    const told = prices.map(({ ore, validFrom, validTo }) => [ore, validFrom, validTo].map(String));
    expect(told).toHaveLength(2);
    expect(
      prices.map(({ ore, validTo }) => [ore, validTo?.toISOString().slice(0, 10) ?? null]),
    ).toEqual([
      [34_000, null],
      [30_000, '2027-03-08'],
    ]);
    const twice = world.asSystem((db) =>
      db.priceItem.create({
        data: {
          ...(prices[0] as (typeof prices)[0]),
          id: crypto.randomUUID(),
          validFrom: new Date('2027-04-01'),
        },
      }),
    );
    await expect(twice).rejects.toThrow(/one_price_at_a_time/);
  });

  it('is neither set in the past nor taxed by another country, nor set by a host', async () => {
    await expect(price({ from: '2027-02-28' })).rejects.toMatchObject(refused('past'));
    await expect(price({ vatClass: 'NO_STANDARD' })).rejects.toMatchObject(refused('noSuchVat'));
    const host = await world.enter('ivar');
    await expect(setPrice(host, {} as PriceInput)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('that has been agreed on is never edited, by the database’s own word', async () => {
    const { id } = await book();
    const item = (await priceOf(id))?.priceItemId ?? '';
    const edit = judit.write('price:edit', async (db, deed) => {
      deed.record('priceSet', 'price', item);
      await db.$executeRaw`update price_item set ore = 1 where id = ${item}::uuid`;
    });
    await expect(edit).rejects.toThrow(/permission denied/);
    await expect(price({ from: '2027-03-01', ore: 1 })).rejects.toMatchObject(refused('agreedOn'));
  });
});

describe('A booking', () => {
  it('keeps the price it was made for, and gets that of its new time when it is moved', async () => {
    const { id } = await book({ from: '13:00', to: '14:15' });
    expect(await priceOf(id)).toMatchObject({ quantity: 125, unitOre: 30_000, netOre: 37_500 });
    const { revision } = await findBooking(cleo, id);
    const moved = { date: '2027-03-09', from: '13:00', to: '14:00', revision };
    await changeBooking(cleo, id, { ...moved, placeId: house.place('room'), purpose: '' });
    expect(await priceOf(id)).toMatchObject({ quantity: 100, unitOre: 34_000, netOre: 34_000 });
  });

  it('is a day on the day the clocks change, whatever its hours', async () => {
    await price({ kind: 'FIXED_DESK', unit: 'DAY', ore: 20_000 });
    const { id } = await book({ date: '2027-03-28', from: '07:00', to: '19:00' }, cleo, 'fixed-1');
    expect(await priceOf(id)).toMatchObject({ unit: 'DAY', quantity: 100, netOre: 20_000 });
  });

  it('costs nothing where its class has no price, and each of several places costs its own', async () => {
    const free = await book({ date: '2027-03-04' }, alva);
    expect(await priceOf(free.id)).toBeNull();
    const { id } = await book({ date: '2027-03-05', also: [house.place('fixed-1')] });
    const rows = await world.asSystem(async (db) => {
      const { togetherId } = await db.booking.findFirstOrThrow({ where: { id } });
      return db.bookingPrice.findMany({ where: { booking: { togetherId } } });
    });
    expect(rows.map(({ netOre }) => netOre).sort()).toEqual([20_000, 90_000]);
  });

  it('let go too late costs what its kind says, in time nothing, by the house never', async () => {
    const rule = { ...usualRules.MEETING_ROOM, cancelNoticeMinutes: 24 * 60 };
    await world.asSystem(async (db) => {
      const where = { hubId_kind: { hubId: world.hub('nord'), kind: 'MEETING_ROOM' as const } };
      await db.bookingRule.update({
        where,
        data: { cancelNoticeMinutes: rule.cancelNoticeMinutes, lateFeePercent: 50 },
      });
    });
    const [late, early, host] = await Promise.all(
      ['2027-03-02', '2027-03-03', '2027-03-02'].map((date, n) =>
        book({ date, from: n ? '15:00' : '07:00', to: n ? '16:00' : '08:00' }),
      ),
    );
    await cancelBooking(cleo, late?.id ?? '');
    await cancelBooking(cleo, early?.id ?? '');
    await cancelBooking(await world.enter('ivar'), host?.id ?? '', 'Stängt');
    expect((await priceOf(late?.id ?? ''))?.lateFeeOre).toBe(15_000);
    expect((await priceOf(early?.id ?? ''))?.lateFeeOre).toBeNull();
    expect((await priceOf(host?.id ?? ''))?.lateFeeOre).toBeNull();
  });

  it('let go late costs nothing where its kind asks nothing: what is told is what is owed', async () => {
    await world.asSystem((db) =>
      db.bookingRule.updateMany({ where: { kind: 'MEETING_ROOM' }, data: { lateFeePercent: 0 } }),
    );
    const { id } = await book({ date: '2027-03-02', from: '17:00', to: '18:00' });
    expect((await findBooking(cleo, id)).lateFeeOre).toBe(0);
    await cancelBooking(cleo, id);
    expect((await priceOf(id))?.lateFeeOre).toBeNull();
    expect((await findBooking(cleo, id)).lateFeePercent).toBeNull();
  });
});

describe('What is paid for beforehand', () => {
  const left = () =>
    world.asSystem((db) =>
      creditLeft(
        db,
        world.hub('nord'),
        world.organisation('fjallvard'),
        'MEETING_ROOM',
        '2027-03-15',
      ),
    );
  const planned = {
    nameSv: 'Lilla huset',
    nameEn: 'The little house',
    monthOre: 200_000,
    creditOre: 10_000,
    vatClass: 'SE_STANDARD',
  };

  it('comes with the plan’s month, is told before it is opened, and is taken by a booking', async () => {
    await makePlan(judit, { ...planned, hours_MEETING_ROOM: 2 }, placeKinds);
    const plan = await world.asSystem((db) => db.plan.findFirstOrThrow());
    const names = { sv: 'Lilla huset', nb: 'Lilla huset', en: 'The little house' };
    expect(plan.name).toEqual(names);
    const join = {
      planId: plan.id,
      organisationId: world.organisation('fjallvard'),
      month: '2027-03',
    };
    await joinPlan(judit, join);
    await expect(joinPlan(judit, { ...join, month: '2027-05' })).rejects.toMatchObject(
      refused('hasPlan'),
    );
    expect(await left()).toEqual({ minutes: 120, ore: 10_000 });
    const time = { date: '2027-03-15', from: 540, to: 660, halfDayAt: 720 };
    const place = {
      kind: 'MEETING_ROOM' as const,
      site: { zone: 'Europe/Stockholm', halfDayAt: 720 },
    };
    const told = await cleo.read('place:find', (db) =>
      quote(db, world.hub('nord'), world.organisation('fjallvard'), 'COMPANY', place, {
        ...time,
        to: 720,
      }),
    );
    // Two of three hours are paid for; of the third's 340 kronor 100 more.
    expect(told).toMatchObject({ netOre: 24_000, vatOre: 6000, totalOre: 30_000 });
    const { id } = await book({ date: '2027-03-15' });
    expect(await priceOf(id)).toMatchObject({ netOre: 24_000, discountOre: 78_000 });
    expect(await left()).toEqual({ minutes: 0, ore: 0 });
    expect((await findBooking(cleo, id)).returned).toBe(false);
    await cancelBooking(cleo, id);
    expect(await left()).toEqual({ minutes: 120, ore: 10_000 });
    expect((await findBooking(cleo, id)).returned).toBe(true);
  });

  it('is not taken by a hold before it is confirmed, and comes back when the house declines', async () => {
    const { id } = await book({ date: '2027-03-16', from: '09:00', to: '10:00', way: 'hold' });
    expect((await left()).minutes).toBe(120);
    await confirmHold(cleo, id);
    expect((await left()).minutes).toBe(60);
    await cancelBooking(cleo, id);
    const rooms = { hubId: world.hub('nord'), kind: 'MEETING_ROOM' as const };
    const approval = (approvalFor: 'COMPANY'[]) =>
      world.asSystem((db) => db.bookingRule.updateMany({ where: rooms, data: { approvalFor } }));
    await approval(['COMPANY']);
    const asked = await book({ date: '2027-03-16', from: '09:00', to: '10:00' });
    expect((await left()).minutes).toBe(60);
    await decideBooking(await world.enter('ivar'), asked.id, { answer: 'decline', text: 'Fullt' });
    expect((await left()).minutes).toBe(120);
    await approval([]);
  });

  it('is taken soonest to end first: the month before the pass', async () => {
    await price({ unit: 'PASS', ore: 250_000, passHours: 10, passMonths: 6 });
    const { prices } = await listPrices(judit);
    const itemId = prices.find(({ unit }) => unit === 'PASS')?.id ?? '';
    const wrong = sellPass(judit, { buyerId: world.organisation('bergs-kommun'), itemId });
    await expect(wrong).rejects.toMatchObject(refused('noSuchPass'));
    await sellPass(judit, { buyerId: world.organisation('fjallvard'), itemId });
    expect((await left()).minutes).toBe(720);
    const { id } = await book({ date: '2027-03-17', from: '09:00', to: '12:00' });
    const credits = (await listCredits(cleo)).filter(({ measure }) => measure === 'MINUTES');
    expect(credits.map(({ left: minutes }) => minutes)).toEqual([0, 540]);
    await cancelBooking(cleo, id);
  });

  it('is never taken twice: fifty at once get what there is', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        book({
          date: `2027-03-${18 + Math.floor(n / 12)}`,
          from: `${String(7 + (n % 12)).padStart(2, '0')}:00`,
          to: `${String(8 + (n % 12)).padStart(2, '0')}:00`,
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await left()).toEqual({ minutes: 0, ore: 0 });
    const [sum] = await world.asSystem(
      (db) => db.$queryRaw<
        { off: number }[]
      >`select sum(discount_ore)::integer as off from booking_price p
        join booking b on b.id = p.booking_id where b.status = 'CONFIRMED' and b.starts_at >= '2027-03-18'`,
    );
    // Twelve hours at 340 kronor, and 100 kronor of money, and not an öre more.
    expect(sum?.off).toBe(12 * 34_000 + 10_000);
  }, 60_000);

  it('is only added to, even by the system, and never below nothing', async () => {
    const entry = await world.asSystem((db) => db.creditEntry.findFirstOrThrow());
    const edit = world.asSystem((db) => db.creditEntry.updateMany({ data: { amount: 1 } }));
    await expect(edit).rejects.toThrow(/permission denied/);
    const remove = world.asSystem((db) => db.creditEntry.deleteMany());
    await expect(remove).rejects.toThrow(/permission denied/);
    const tooMuch = world.asSystem((db) =>
      db.creditEntry.create({
        data: {
          ...{ hubId: entry.hubId, creditId: entry.creditId, reason: 'USED', amount: -100_000 },
          bookingId: crypto.randomUUID(),
        },
      }),
    );
    await expect(tooMuch).rejects.toThrow(/credit_is_never_negative/);
    const own = cleo.read('cost:read', (db) =>
      db.creditEntry.create({
        data: { hubId: entry.hubId, creditId: entry.creditId, reason: 'GRANTED', amount: 600 },
      }),
    );
    await expect(own).rejects.toThrow(/permission denied/);
  });

  it('ends with the month its organisation leaves the plan, and is nobody else’s to see', async () => {
    const member = await world.asSystem((db) => db.planMember.findFirstOrThrow());
    await leavePlan(judit, member.id);
    at('2027-04-01T08:00:00Z');
    const april = await world.asSystem((db) =>
      creditLeft(db, world.hub('nord'), world.organisation('fjallvard'), 'LAB', '2027-04-10'),
    );
    expect(april).toEqual({ minutes: 0, ore: 0 });
    const others = await alva.read('cost:read', (db) =>
      creditsOf(db, world.hub('nord'), world.organisation('fjallvard')),
    );
    expect(others).toEqual([]);
  });
});
