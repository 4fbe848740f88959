import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type Dimension, findReport, type Group } from '#lib/reports/reads.ts';
import { sumUpDay, sumUpSite } from '#lib/reports/summing.ts';
import { eraseMyself } from '#lib/rights/erasure.ts';
import { runRetention } from '#lib/rights/retention.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse } from './workspace-house.ts';

const zone = 'Europe/Stockholm';
const hour = 60;
let world: World;
let house: House;
let host: Scope;
let siteId: string;
const crowd: string[] = [];

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world, { days: 7, day: [0, 24 * hour] });
  host = await world.enter('ivar');
  await world.asSystem(async (db) => {
    siteId = (await db.site.findFirstOrThrow({ where: { hubId: world.hub('nord') } })).id;
    for (const n of Array(12).keys()) {
      const person = await db.person.create({
        data: { email: `p${n}@fjallvard.example`, name: `P ${n}` },
      });
      crowd.push(person.id);
    }
  });
});
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.useOpen.deleteMany();
    await db.useTaken.deleteMany();
    await db.useStay.deleteMany();
    await db.useSomeone.deleteMany();
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
    await db.closure.deleteMany();
    await db.placeBlock.deleteMany();
    await db.leasePlace.deleteMany();
    await db.lease.deleteMany();
    await db.site.updateMany({ data: { usedUntil: null } });
  });
});
afterAll(() => world.close());

const instant = (local: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().epochMilliseconds);

type Stay = {
  place?: string;
  units?: string[];
  by?: number;
  org?: 'fjallvard' | 'bergs-kommun';
  status?: 'CONFIRMED' | 'CHECKED_IN' | 'NO_SHOW' | 'CANCELLED';
  left?: string;
};

/** As bookings stand once they are over. */
async function stay(from: string, to: string, own: Stay = {}) {
  const { place = 'desk-1', units = [place], by = 0, org = 'fjallvard', left } = own;
  const status = own.status ?? 'CONFIRMED';
  const hubId = world.hub('nord');
  const released = status === 'CANCELLED' || status === 'NO_SHOW' ? status : left ? 'EARLY' : null;
  await world.asSystem(async (db) => {
    const booking = await db.booking.create({
      data: {
        ...{ hubId, placeId: house.place(place), organisationId: world.organisation(org) },
        ...{ bookedById: crowd[by] as string, bookedForId: crowd[by] as string, status },
        ...{ startsAt: instant(from), endsAt: instant(to), requestKey: crypto.randomUUID() },
        actorClass: org === 'fjallvard' ? 'COMPANY' : 'PUBLIC',
        ...(left && { leftAt: instant(left), checkedInAt: instant(from) }),
      },
    });
    await db.occupancy.createMany({
      data: units.map((unit) => ({
        ...{ hubId, unitId: house.unit(unit), kind: 'BOOKING' as const, bookingId: booking.id },
        ...{ startsAt: instant(from), endsAt: instant(to) },
        ...(released && { releasedAt: instant(left ?? to), releaseReason: released }),
      })),
    });
  });
}

async function sumUp(...days: string[]) {
  const system = await enterSystem('nord', 'test');
  await system.read('system:work', async (db) => {
    for (const day of days) {
      await sumUpDay(db, world.hub('nord'), siteId, Temporal.PlainDate.from(day));
    }
  });
  await summedUntil('2028-12-31');
}

/** As if every night up to a day had been added up; those without bookings and open hours leave no rows. */
const summedUntil = (day: string) =>
  world.asSystem((db) => db.site.updateMany({ data: { usedUntil: new Date(day) } }));

/** The report of the months that two days lie in. */
const ask = async (from: string, to = from, own: object = {}) => {
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) };
  return (await findReport(host, { ...months, site: null, kind: null, ...own })).groups;
};
const pick = (groups: Group[], dimension: Dimension, key = '') =>
  groups.find((group) => group.dimension === dimension && group.key === key);

/** Six people who each have their hour on another desk day. */
const six = async (day: string, own: Stay = {}) => {
  for (const by of Array(6).keys()) {
    const from = `${String(8 + by).padStart(2, '0')}:00`;
    await stay(`${day}T${from}`, `${day}T${String(9 + by).padStart(2, '0')}:00`, { ...own, by });
  }
};

describe('What was open', () => {
  it('is 23, 24 and 25 hours a unit around the changes of the clock', async () => {
    await sumUp('2027-03-28', '2027-04-29', '2027-10-31');
    // Three hot desks, one fixed, two in the office, which is these two, and a room.
    const units = 7;
    expect(pick(await ask('2027-03-28'), 'total')?.open).toBe(units * 23 * 60);
    expect(pick(await ask('2027-04-29'), 'total')?.open).toBe(units * 24 * 60);
    const year = await ask('2027-01-01', '2027-12-31');
    expect(pick(year, 'total')?.open).toBe(units * (23 + 24 + 25) * 60);
    const autumn = await ask('2027-10-31');
    expect(pick(autumn, 'total')?.open).toBe(units * 25 * 60);
    expect(pick(autumn, 'hour', '2')?.open).toBe(units * 120);
    expect(pick(await ask('2027-03-28'), 'hour', '2')).toBeUndefined();
    expect(pick(autumn, 'kind', 'FIXED_DESK')?.open).toBe(3 * 25 * 60);
    expect(pick(autumn, 'kind', 'OFFICE')).toBeUndefined();
  });

  it('is less what is closed, in the middle of a day and of a kind or place alone, whoever is exempt', async () => {
    const hubId = world.hub('nord');
    const day = new Date('2027-03-02');
    const closure = {
      ...{ hubId, siteId, fromDay: day, toDay: day, yearly: false, message: {} },
      ...{ state: 'PUBLISHED' as const, publishedAt: day, exempt: ['OWNER' as const] },
    };
    await world.asSystem((db) =>
      db.closure.createMany({
        data: [
          { ...closure, kind: 'HOT_DESK', fromMinute: 10 * 60, toMinute: 12 * 60 },
          { ...closure, kind: 'HOT_DESK', fromMinute: 11 * 60, toMinute: 13 * 60 },
          {
            ...closure,
            placeId: house.place('room'),
            fromMinute: 8 * 60,
            toMinute: 9 * 60,
            state: 'DRAFT',
            publishedAt: null,
          },
        ],
      }),
    );
    await sumUp('2027-03-02');
    const groups = await ask('2027-03-02');
    expect(pick(groups, 'kind', 'HOT_DESK')?.open).toBe(3 * 21 * 60);
    expect(pick(groups, 'kind', 'MEETING_ROOM')?.open).toBe(24 * 60);
    expect(pick(groups, 'hour', '11')?.open).toBe(4 * 60);
  });

  it('stays as it was that day when the hours are changed later', async () => {
    await sumUp('2027-03-02');
    const system = await enterSystem('nord', 'test');
    await world.asSystem((db) => db.openingHours.updateMany({ data: { opens: 600 } }));
    await sumUpSite(system, siteId);
    expect(pick(await ask('2027-03-02'), 'total')?.open).toBe(7 * 24 * 60);
    await world.asSystem((db) => db.openingHours.updateMany({ data: { opens: 0 } }));
  });
});

describe('What was used', () => {
  it('tells booked, checked in, missed, leased and out of use apart, to the minute', async () => {
    const day = '2027-03-02';
    await six(day, { place: 'desk-1' });
    await six(day, { place: 'desk-2', status: 'NO_SHOW' });
    await six(day, { place: 'desk-3', status: 'CHECKED_IN' });
    await six(day, { place: 'room', status: 'CANCELLED' });
    await stay(`${day}T15:00`, `${day}T17:00`, {
      place: 'desk-3',
      left: `${day}T15:40`,
      status: 'CHECKED_IN',
    });
    await takeByHouse();
    await sumUp(day);
    const total = pick(await ask(day), 'total');
    expect(total).toMatchObject({
      ...{ booked: 18 * 60 + 40, missed: 6 * 60, here: 6 * 60 + 40, bookings: 19, people: 6 },
      ...{ leased: 24 * 60, blocked: 2 * 60, withheld: false },
    });
    expect(pick(await ask(day), 'weekday', '2')?.booked).toBe(18 * 60 + 40);
    expect(pick(await ask(day), 'actor', 'COMPANY')).toMatchObject({ open: 0, leased: 24 * 60 });
  });

  it('gives each day of a night its own hours, and a lost hour is not used', async () => {
    for (const by of Array(6).keys()) {
      const place = ['desk-1', 'desk-2', 'desk-3', 'fixed-1', 'in-1', 'in-2'][by] as string;
      await stay('2027-03-27T23:00', '2027-03-28T04:00', { place, by });
    }
    await sumUp('2027-03-27', '2027-03-28');
    const both = await ask('2027-03-27');
    expect(pick(both, 'weekday', '6')?.booked).toBe(6 * 60);
    expect(pick(both, 'weekday', '7')?.booked).toBe(6 * 3 * 60);
    expect(pick(both, 'total')).toMatchObject({ bookings: 12, people: 6 });
    expect(pick(both, 'hour', '3')?.booked).toBe(6 * 60);
  });

  it('counts a booked office as its desks, and never more than was open', async () => {
    for (const by of Array(6).keys()) {
      const hours = [`2027-03-02T${10 + by}:00`, `2027-03-02T${11 + by}:00`] as const;
      await stay(...hours, { place: 'office', units: ['in-1', 'in-2'], by });
    }
    await sumUp('2027-03-02');
    const kind = pick(await ask('2027-03-02'), 'kind', 'FIXED_DESK');
    expect(kind).toMatchObject({ booked: 6 * 2 * 60, bookings: 6, open: 3 * 24 * 60 });
  });

  async function takeByHouse() {
    const hubId = world.hub('nord');
    const by = world.person('ivar');
    await world.asSystem(async (db) => {
      const lease = await db.lease.create({
        data: {
          ...{ hubId, number: 1, siteId, organisationId: world.organisation('fjallvard') },
          ...{ status: 'SIGNED', validFrom: new Date('2027-03-01'), noticeMonths: 1 },
          ...{
            vatClass: 'SE_RENT',
            monthlyOre: 1,
            madeById: by,
            offeredAt: new Date(),
            signedAt: new Date(),
          },
          ...{ signedById: by, signedName: 'X' },
        },
      });
      const taken = { hubId, startsAt: instant('2027-03-01T00:00'), endsAt: null };
      // Laid anew in the middle of a day: the time is taken once all the same.
      await db.occupancy.create({
        data: {
          ...{ ...taken, unitId: house.unit('fixed-1'), kind: 'LEASE', leaseId: lease.id },
          ...{ releasedAt: instant('2027-03-02T12:00'), releaseReason: 'MOVED' },
        },
      });
      await db.occupancy.create({
        data: { ...taken, unitId: house.unit('fixed-1'), kind: 'LEASE', leaseId: lease.id },
      });
      const block = await db.placeBlock.create({
        data: {
          ...{ hubId, placeId: house.place('room'), reason: 'Städ', madeById: by },
          ...{ startsAt: instant('2027-03-02T18:00'), endsAt: instant('2027-03-02T20:00') },
        },
      });
      await db.occupancy.create({
        data: {
          ...{ hubId, unitId: house.unit('room'), kind: 'BLOCK', blockId: block.id },
          ...{ startsAt: instant('2027-03-02T18:00'), endsAt: instant('2027-03-02T20:00') },
        },
      });
    });
  }
});

describe('Small groups', () => {
  it('are withheld, with the next smallest, so that nothing is the total less the rest', async () => {
    await six('2027-03-01');
    await stay('2027-03-02T09:00', '2027-03-02T10:00', { by: 7 });
    for (const by of Array(7).keys()) {
      await stay(`2027-03-03T${10 + by}:00`, `2027-03-03T${11 + by}:00`, { by });
    }
    await sumUp('2027-03-01', '2027-03-02', '2027-03-03');
    const groups = await ask('2027-03-01', '2027-03-03');
    expect(pick(groups, 'total')).toMatchObject({ people: 8, booked: 14 * 60 });
    const nothing = { booked: null, here: null, missed: null, bookings: null, people: null };
    expect(pick(groups, 'weekday', '2')).toMatchObject({ ...nothing, withheld: true });
    expect(pick(groups, 'weekday', '1')).toMatchObject({ ...nothing, withheld: true });
    expect(pick(groups, 'weekday', '3')).toMatchObject({ people: 7, withheld: false });
  });

  it('cannot be had by taking one report from another', async () => {
    await six('2027-03-01');
    await stay('2027-04-05T09:00', '2027-04-05T10:00', { by: 7 });
    for (const by of Array(7).keys()) {
      await stay(`2027-05-03T${10 + by}:00`, `2027-05-03T${11 + by}:00`, { by });
    }
    await sumUp('2027-03-01', '2027-04-05', '2027-05-03');
    expect(pick(await ask('2027-04-01'), 'total')?.booked).toBeNull();
    const all = pick(await ask('2027-03-01', '2027-05-31'), 'total');
    expect(all).toMatchObject({ booked: 13 * 60, bookings: 13, people: 7, withheld: true });
    expect(pick(await ask('2027-03-01', '2027-04-30'), 'total')?.booked).toBe(6 * 60);
  });

  it('leave every longer report the sum of what its months tell', async () => {
    const people = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(people, async (crowds) => {
        await world.asSystem((db) => db.useStay.deleteMany());
        await world.asSystem((db) => db.useTaken.deleteMany());
        await pretend(crowds);
        const months = ['2027-03', '2027-04', '2027-05'].map((month) => `${month}-01`);
        const alone = await Promise.all(months.map((month) => ask(month)));
        for (const [from, to] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const) {
          const long = await ask(months[from] as string, months[to] as string);
          for (const group of long) {
            const told = alone
              .slice(from, to + 1)
              .flatMap((one) => pick(one, group.dimension, group.key)?.booked ?? []);
            const sum = told.length === 0 ? null : told.reduce((a, b) => a + b, 0);
            expect(group.booked, `${group.dimension} ${group.key}`).toBe(sum);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  /** So many people in each of three months, each with an hour of their own, spread over kinds. */
  async function pretend(crowds: readonly number[]) {
    const kinds = ['HOT_DESK', 'FIXED_DESK', 'MEETING_ROOM'] as const;
    const rows = crowds.flatMap((many, month) =>
      Array.from({ length: many }, (_, n) => ({
        ...{ hubId: world.hub('nord'), siteId, day: new Date(Date.UTC(2027, 2 + month, 1 + n)) },
        ...{ kind: kinds[n % 3] as 'HOT_DESK', actorClass: 'COMPANY' as const },
        n,
      })),
    );
    await world.asSystem(async (db) => {
      await db.useTaken.createMany({
        data: rows.map(({ n: _n, ...row }) => ({
          ...{ ...row, hour: 9, bookedMinutes: 60 },
          ...{ hereMinutes: 0, missedMinutes: 0, leasedMinutes: 0 },
        })),
      });
      await db.useStay.createMany({
        data: rows.map(({ n, ...row }) => ({
          ...{ ...row, id: crypto.randomUUID(), firstHour: 9, lastHour: 9 },
          someone: `00000000-0000-4000-8000-00000000000${n}`,
        })),
      });
    });
    await summedUntil('2028-12-31');
  }

  it('cannot be had by asking for the other kinds one by one', async () => {
    await six('2027-03-01', { place: 'desk-1' });
    await six('2027-03-01', { place: 'room' });
    await stay('2027-03-01T20:00', '2027-03-01T21:00', { place: 'fixed-1', by: 7 });
    await sumUp('2027-03-01');
    const all = await ask('2027-03-01');
    const shown = all.filter(({ dimension, withheld }) => dimension === 'kind' && !withheld);
    expect(shown.map(({ key }) => key)).toEqual(['MEETING_ROOM']);
    const alone = await ask('2027-03-01', '2027-03-01', { kind: 'HOT_DESK' });
    expect(alone.filter(({ people, bookings }) => people !== null || bookings !== null)).toEqual(
      alone.filter(({ people }) => people === 0),
    );
    const room = await ask('2027-03-01', '2027-03-01', { kind: 'MEETING_ROOM' });
    expect(pick(room, 'total')?.booked).toBe(6 * 60);
  });
});

describe('The wall', () => {
  it('lets nobody read what lies beneath, and only the house the report', async () => {
    await six('2027-03-01');
    await sumUp('2027-03-01');
    const peek = (scope: Scope, table: string) =>
      scope.read('notice:read', (db) => db.$queryRawUnsafe(`select * from ${table}`));
    for (const table of ['use_open', 'use_taken', 'use_stay', 'use_someone']) {
      await expect(peek(host, table), table).rejects.toThrow(/permission denied/);
    }
    const call = (scope: Scope, name: string) =>
      scope.read('notice:read', (db) =>
        db.$queryRawUnsafe<unknown[]>(
          `select * from ${name}('2027-03-01', '2027-03-01', null, null)`,
        ),
      );
    expect((await call(host, 'use_report')).length).toBeGreaterThan(0);
    await expect(call(host, 'use_groups')).rejects.toThrow(/permission denied/);
    const month = (scope: Scope) =>
      scope.read('notice:read', (db) =>
        db.$queryRawUnsafe(`select * from use_month('2027-03-01', null, null)`),
      );
    await expect(month(host)).rejects.toThrow(/permission denied/);
    expect(await call(await world.enter('disa'), 'use_report')).toEqual([]);
    expect(await call(await world.enter('lars'), 'use_report')).toEqual([]);
    await expect(findReport(await world.enter('disa'), query)).rejects.toThrow('report:read');
  });
});
const query = { from: '2027-03', to: '2027-03', site: null, kind: null };

describe('Every night', () => {
  it('sums up the days that are over, each once, and the figures outlive the people', async () => {
    const egil = world.person('egil');
    stopClock(Temporal.Instant.from('2027-03-04T02:00:00Z'));
    await six('2027-03-01');
    await stay('2027-03-01T18:00', '2027-03-01T19:00', { by: 0 });
    await world.asSystem((db) =>
      db.booking.updateMany({
        where: { startsAt: instant('2027-03-01T18:00') },
        data: { bookedForId: egil, bookedById: egil },
      }),
    );
    const system = await enterSystem('nord', 'test');
    await sumUpSite(system, siteId);
    await sumUpSite(system, siteId);
    const { usedUntil } = await world.asSystem((db) =>
      db.site.findFirstOrThrow({ where: { id: siteId } }),
    );
    expect(usedUntil?.toISOString().slice(0, 10)).toBe('2027-03-03');
    expect(await ask('2027-03-01')).toEqual([]);
    await summedUntil('2028-12-31');
    const before = await ask('2027-03-01');
    expect(pick(before, 'total')).toMatchObject({ people: 7, bookings: 7, booked: 7 * 60 });

    expect(await someones(egil)).toBe(1);
    await eraseMyself(await enterOwn('egil'));
    expect(await someones(egil)).toBe(0);
    stopClock(Temporal.Instant.from('2028-04-01T02:00:00Z'));
    await runRetention(await enterSystem(null, 'test'));
    expect(await world.asSystem((db) => db.useSomeone.count())).toBe(0);
    expect(await ask('2027-03-01')).toEqual(before);
  });

  const someones = (personId: string) =>
    world.asSystem((db: Handle) => db.useSomeone.count({ where: { personId } }));
  async function enterOwn(who: 'egil') {
    const { enterPerson } = await import('#lib/platform/scope.ts');
    return enterPerson(world.session(who));
  }
});
