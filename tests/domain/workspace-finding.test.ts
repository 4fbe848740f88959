import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { listFreeTimes } from '#lib/workspace/free-times.ts';
import { findFreePlaces, findPlace } from '#lib/workspace/reads.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;

beforeAll(async () => {
  world = await makeWorld(10);
  house = await makeHouse(world, { byTheQuarter: false });
});
beforeEach(() => stopClock(mondayMorning));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const morning = { date: '2027-03-02', from: '07:00', to: '12:00' };
const hour = { date: '2027-03-02', from: '09:00', to: '10:00' };
const wholeDay = { ...morning, to: '19:00' };

/** Booked before the house let its desks by the half day. */
async function asOnceByTheQuarter(act: () => Promise<unknown>) {
  const { approvalFor, bookableBy, ...rule } = usualRules.MEETING_ROOM;
  const data = { ...rule, approvalFor: [...approvalFor], bookableBy: [...bookableBy] };
  const key = { hubId: world.hub('nord'), kind: 'HOT_DESK' as const };
  await world.asSystem((db) => db.bookingRule.create({ data: { ...data, ...key } }));
  await act();
  await world.asSystem((db) => db.bookingRule.deleteMany({ where: key }));
}

async function standing(at: typeof morning) {
  const { places } = await findFreePlaces(await world.enter('egil'), at);
  return (key: string) => places.find(({ id }) => id === house.place(key))?.state;
}

describe('Finding, by the half day', () => {
  it('calls partly free only what leaves a half that can be booked', async () => {
    const cleo = await world.enter('cleo');
    await bookPlace(cleo, wishFor(house.place('desk-1'), morning));
    await asOnceByTheQuarter(() => bookPlace(cleo, wishFor(house.place('desk-3'), hour)));
    await bookPlace(cleo, wishFor(house.place('fixed-1'), wholeDay));
    const half = await standing(morning);
    expect([half('desk-1'), half('desk-2'), half('desk-3')]).toEqual(['taken', 'free', 'taken']);
    const day = await standing(wholeDay);
    expect([day('desk-1'), day('desk-2'), day('desk-3')]).toEqual(['partly', 'free', 'partly']);
    expect(day('fixed-1')).toBe('taken');
  });

  it('offers beside a place what was looked for, and no part of it', async () => {
    const disa = await world.enter('disa');
    const beside = async (key: string, kind?: 'FIXED_DESK') => {
      const wish = { ...wholeDay, date: '2027-03-03', ...(kind && { kind }) };
      const { together } = await findPlace(disa, house.place(key), wish);
      return together.map(({ code }) => code);
    };
    expect(await beside('office')).toEqual(['desk-1', 'desk-2', 'desk-3', 'fixed-1', 'room']);
    expect(await beside('in-1')).toEqual(['desk-1', 'desk-2', 'desk-3', 'fixed-1', 'in-2', 'room']);
    expect(await beside('fixed-1', 'FIXED_DESK')).toEqual(['in-1', 'in-2']);
  });

  it('tells what the free ones cost, and of no other', async () => {
    await setPrice(await world.enter('judit'), {
      ...({ kind: 'MEETING_ROOM', actorClass: 'COMPANY', unit: 'HOUR', ore: 30_000 } as const),
      ...{ vatClass: 'SE_STANDARD', from: '2027-03-01', passHours: 0, passMonths: 0 },
    });
    const at = { date: '2027-03-04', from: '09:00', to: '11:00' };
    const { costs } = await findFreePlaces(await world.enter('cleo'), at);
    expect(costs.get(house.place('room'))).toEqual({ netOre: 60_000, discountOre: 0 });
    expect(costs.get(house.place('desk-1'))).toEqual({ netOre: 0, discountOre: 0 });
    await bookPlace(await world.enter('cleo'), wishFor(house.place('room'), at));
    const later = await findFreePlaces(await world.enter('cleo'), at);
    expect(later.costs.has(house.place('room'))).toBe(false);
  });
});

describe('A time that cannot be', () => {
  it('ends before it begins: it is said once, and nothing is free, by the half day neither', async () => {
    const egil = await world.enter('egil');
    const at = { date: '2027-03-09', from: '12:00', to: '09:00' };
    const { refusal, places } = await findFreePlaces(egil, at);
    expect(refusal?.fields).toEqual({ to: 'workspace.refusals.endsBeforeStart' });
    expect(new Set(places.map(({ state }) => state))).toEqual(new Set(['closed']));
    const { place, price } = await findPlace(egil, house.place('desk-1'), at);
    expect(place.refusal).toMatchObject({ field: 'to' });
    expect(price).toBeNull();
    const late = await findFreePlaces(egil, { date: '2027-03-09', from: '15:00' });
    expect([late.refusal, late.slot.to > '15:00']).toEqual([null, true]);
  });

  it('is answered with when the place is free: that day, and the days nearest to it', async () => {
    const egil = await world.enter('egil');
    const ways = async (wish: { date?: string; from?: string; to?: string }) =>
      (await listFreeTimes(egil, house.place('room'), wish)).map(
        ({ date, from, to }) => `${date} ${from}–${to}`,
      );
    const sunday = { date: '2027-03-14', from: '09:00', to: '10:00' };
    expect((await ways(sunday)).slice(0, 2)).toEqual([
      '2027-03-15 09:00–10:00',
      '2027-03-12 09:00–10:00',
    ]);
    const reversed = await ways({ date: '2027-03-16', from: '12:00', to: '10:00' });
    expect(reversed[0]).toBe('2027-03-16 10:00–12:00');
    const past = await ways({ date: '2026-03-16', from: '09:00', to: '10:00' });
    expect(past[0]).toMatch(/^2027-03-01 /);
    await bookPlace(egil, wishFor(house.place('room'), { ...sunday, date: '2027-03-15' }));
    expect((await ways(sunday))[0]).toBe('2027-03-15 08:00–09:00');
    expect(await ways({})).toHaveLength(4);
  });
});
