import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import {
  type House,
  makeHouse,
  mondayMorning,
  overlappingPairs,
  wishFor,
} from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  cleo = await world.enter('cleo');
  egil = await world.enter('egil');
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  expect(await overlappingPairs(world)).toBe(0);
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
  });
});
afterAll(() => world.close());

const taken = { name: 'Refusal', code: 'workspace.refusals.taken' };
const book = (scope: Scope, place: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(place), own));

describe('one desk', () => {
  it('goes to exactly one of fifty who ask at once; the others get ways out', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => book(n % 2 === 0 ? cleo : egil, 'desk-1')),
    );
    const won = attempts.filter(({ status }) => status === 'fulfilled');
    const lost = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(49);
    for (const { reason } of lost) {
      expect(reason).toMatchObject(taken);
      expect((reason as { detail: { alternatives: [] } }).detail.alternatives).toHaveLength(6);
    }
    expect(await world.asSystem((db) => db.booking.count())).toBe(1);
  });

  it('can be taken again where another ends or begins', async () => {
    await book(cleo, 'desk-1', { from: '09:00', to: '12:00' });
    await book(egil, 'desk-1', { from: '12:00', to: '15:00' });
    await book(egil, 'desk-1', { from: '08:00', to: '09:00' });
    await expect(book(egil, 'desk-1', { from: '11:45', to: '12:15' })).rejects.toMatchObject(taken);
  });

  it('is not to be had while someone leases it, holds it or mends it', async () => {
    const hubId = world.hub('nord');
    const until = new Date('2027-03-02T10:00:00Z');
    const startsAt = new Date('2027-01-01T00:00:00Z');
    await world.asSystem(async (db) => {
      const { siteId } = await db.place.findFirstOrThrow({ where: { hubId } });
      const madeById = world.person('ivar');
      const lease = await db.lease.create({
        data: {
          ...{ hubId, siteId, madeById, number: 1, noticeMonths: 3, monthlyOre: 0 },
          vatClass: 'SE_RENT',
          ...{ validFrom: startsAt, organisationId: world.organisation('rivalen') },
        },
      });
      const placeId = house.place('desk-2');
      const block = await db.placeBlock.create({
        data: { hubId, placeId, startsAt, endsAt: until, reason: 'Lampan är trasig', madeById },
      });
      await db.occupancy.createMany({
        data: [
          {
            ...{ hubId, unitId: house.unit('desk-1'), startsAt, endsAt: null },
            ...{ kind: 'LEASE', leaseId: lease.id },
          },
          {
            ...{ hubId, unitId: house.unit('desk-2'), startsAt, endsAt: until },
            ...{ kind: 'BLOCK', blockId: block.id },
          },
        ],
      });
    });
    await book(egil, 'desk-3', { way: 'hold' });
    await expect(book(cleo, 'desk-1')).rejects.toMatchObject(taken);
    await expect(book(cleo, 'desk-1', { date: '2027-05-28' })).rejects.toMatchObject(taken);
    const refusal = await book(cleo, 'desk-2').catch((error) => error);
    expect(refusal).toMatchObject(taken);
    expect(refusal.detail.alternatives[0]).toMatchObject({
      way: 'otherTime',
      from: '11:00',
      to: '14:00',
    });
    await expect(book(cleo, 'desk-3')).rejects.toMatchObject(taken);
    await book(cleo, 'desk-2', { from: '11:00', to: '12:00' });
  });
});

describe('an office with two desks', () => {
  it('cannot be had when one of its desks is taken', async () => {
    await book(cleo, 'in-2');
    await expect(book(egil, 'office')).rejects.toMatchObject(taken);
    await book(egil, 'in-1');
    expect(await world.asSystem((db) => db.occupancy.count())).toBe(2);
  });

  it('takes its desks along', async () => {
    await book(cleo, 'office');
    await expect(book(egil, 'in-1')).rejects.toMatchObject(taken);
    await expect(book(egil, 'in-2')).rejects.toMatchObject(taken);
  });

  it('or its desks: never both, however many ask at once', async () => {
    const asked = ['office', 'in-1', 'in-2', 'office', 'in-2', 'in-1', 'office', 'in-1'];
    const attempts = await Promise.allSettled(asked.map((place) => book(cleo, place)));
    const won = asked.filter((_, n) => attempts[n]?.status === 'fulfilled').toSorted();
    expect([['office'], ['in-1', 'in-2']]).toContainEqual(won);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject(taken);
    }
  });
});

type Step =
  | { do: 'book'; place: string; from: number; length: number }
  | { do: 'cancel'; n: number };

describe('any order of booking and cancelling', () => {
  const places = ['desk-1', 'office', 'in-1', 'in-2'];
  const step = fc.oneof(
    fc.record({
      do: fc.constant('book' as const),
      place: fc.constantFrom(...places),
      from: fc.integer({ min: 28, max: 40 }),
      length: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({ do: fc.constant('cancel' as const), n: fc.nat(20) }),
  );
  const time = (quarters: number) =>
    Temporal.PlainTime.from('00:00')
      .add({ minutes: quarters * 15 })
      .toString({ smallestUnit: 'minute' });

  async function take(action: Step, made: string[], scope: Scope): Promise<void> {
    try {
      if (action.do === 'book') {
        const hours = { from: time(action.from), to: time(action.from + action.length) };
        made.push((await book(scope, action.place, hours)).id);
      } else if (made.length > 0) {
        await cancelBooking(scope, made[action.n % made.length] ?? '');
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  it('leaves no two live bookings overlapping in one unit', { timeout: 60_000 }, async () => {
    const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rounds, async (parallel) => {
        const made: string[] = [];
        for (const steps of parallel) {
          await Promise.all(steps.map((action) => take(action, made, cleo)));
          expect(await overlappingPairs(world)).toBe(0);
        }
        expect(await liveRowsMatchBookings()).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  /** Every confirmed booking holds exactly its place's units, and a cancelled one none. */
  async function liveRowsMatchBookings(): Promise<boolean> {
    const bookings = await world.asSystem((db) =>
      db.booking.findMany({
        include: {
          occupancies: { where: { releasedAt: null } },
          place: { include: { units: true } },
        },
      }),
    );
    return bookings.every(({ status, occupancies, place }) => {
      return occupancies.length === (status === 'CONFIRMED' ? place.units.length : 0);
    });
  }
});

describe('the days the clocks change', () => {
  let night: House;
  const room = (own: Partial<BookingInput>) => bookPlace(cleo, wishFor(night.place('room'), own));
  const refusal = (name: string, field: string) => ({
    code: `workspace.refusals.${name}`,
    fields: { [field]: `workspace.refusals.${name}` },
  });
  const times = () => world.asSystem((db) => db.booking.findFirstOrThrow());

  beforeAll(async () => {
    night = await makeHouse(world, { slug: 'nattoppet', day: [0, 24 * 60], days: 7 });
  });

  it('have no 02:30 in spring: refused, and an hour less between 01 and 04', async () => {
    const spring = { date: '2027-03-28' };
    const missing = room({ ...spring, from: '02:30', to: '04:00' });
    await expect(missing).rejects.toMatchObject(refusal('noSuchTime', 'from'));
    const ending = room({ ...spring, from: '01:00', to: '02:15' });
    await expect(ending).rejects.toMatchObject(refusal('noSuchTime', 'to'));
    await room({ ...spring, from: '01:00', to: '04:00' });
    expect(await times()).toMatchObject({
      startsAt: new Date('2027-03-28T00:00:00Z'),
      endsAt: new Date('2027-03-28T02:00:00Z'),
    });
  });

  it('have 02:30 twice in autumn: refused, and an hour more between 01 and 04', async () => {
    stopClock(Temporal.Instant.from('2027-10-01T08:00:00Z'));
    const autumn = { date: '2027-10-31' };
    const twice = room({ ...autumn, from: '02:30', to: '04:00' });
    await expect(twice).rejects.toMatchObject(refusal('timeComesTwice', 'from'));
    await room({ ...autumn, from: '01:00', to: '04:00' });
    expect(await times()).toMatchObject({
      startsAt: new Date('2027-10-30T23:00:00Z'),
      endsAt: new Date('2027-10-31T03:00:00Z'),
    });
  });

  it('do not move nine o’clock', async () => {
    for (const date of ['2027-03-26', '2027-03-29']) await book(cleo, 'desk-1', { date });
    const rows = await world.asSystem((db) =>
      db.booking.findMany({ orderBy: { startsAt: 'asc' } }),
    );
    expect(rows.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-03-26T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });
});
