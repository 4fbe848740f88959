import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findGrid, type Stretch } from '#lib/workspace/grid.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world, { byTheQuarter: false });
  [cleo, egil] = await Promise.all([world.enter('cleo'), world.enter('egil')]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
  });
});
afterAll(() => world.close());

const told = (stretches: readonly Stretch[] = []) =>
  stretches.map(({ from, to, state, by }) => `${from}-${to} ${state}${by ? ` ${by}` : ''}`);
async function day(scope: Scope, key: string, date = '2027-03-02') {
  const { rows } = await findGrid(scope, { date, days: 1 });
  const row = rows.find(({ place }) => place.code === key);
  return told(row?.days[0]?.stretches);
}

describe('a day of the house', () => {
  it('shows who is where, to the quarter, and what is free by the hour', async () => {
    const room = house.place('room');
    await bookPlace(cleo, wishFor(room, { from: '09:15', to: '10:30' }));
    await bookPlace(cleo, wishFor(room, { from: '10:30', to: '11:00', shown: 'HIDDEN' }));
    const stretches = await day(egil, 'room');
    expect(stretches.slice(0, 7)).toEqual([
      '07:00-08:00 free',
      '08:00-09:00 free',
      '09:00-09:15 free',
      '09:15-10:30 taken Fjällvård AB',
      '10:30-11:00 taken',
      '11:00-12:00 free',
      '12:00-13:00 free',
    ]);
    expect((await day(cleo, 'room'))[3]).toBe('09:15-11:00 mine');
  });

  it('offers a desk by the half day, a fixed one by the day', async () => {
    expect(await day(cleo, 'desk-1')).toEqual(['07:00-12:00 free', '12:00-19:00 free']);
    expect(await day(cleo, 'fixed-1')).toEqual(['07:00-19:00 free']);
    await bookPlace(egil, wishFor(house.place('desk-1'), { from: '07:00', to: '12:00' }));
    await world.asSystem((db) =>
      db.occupancy.updateMany({ data: { endsAt: new Date('2027-03-02T08:00:00Z') } }),
    );
    expect(await day(cleo, 'desk-1')).toEqual([
      '07:00-09:00 taken Rivalen AB',
      '09:00-12:00 tooShort',
      '12:00-19:00 free',
    ]);
  });

  it('offers nothing of what has been, and nothing on a closed day', async () => {
    const [over, ...rest] = await day(cleo, 'room', '2027-03-01');
    expect([over, rest[0]]).toEqual(['07:00-09:00 over', '09:00-10:00 free']);
    expect(await day(cleo, 'room', '2027-03-07')).toEqual([]);
  });

  it('is every day of a week, with hours from the first opening to the last closing', async () => {
    const { dates, opens, closes, rows } = await findGrid(cleo, { date: '2027-03-01', days: 7 });
    expect(dates).toHaveLength(7);
    expect([opens, closes]).toEqual([7 * 60, 19 * 60]);
    expect(rows[0]?.days.map(({ stretches }) => stretches.length > 0)).toEqual([
      ...[true, true, true, true, true],
      ...[false, false],
    ]);
  });

  it('is for who may look for a place, of a kind if wished', async () => {
    const visitor = await enterPublic('nord');
    const wish = { date: '2027-03-02', days: 1 };
    await expect(findGrid(visitor, wish)).rejects.toBeInstanceOf(NotFound);
    const { rows } = await findGrid(cleo, { ...wish, kind: 'OFFICE' });
    expect(rows.map(({ place }) => place.code)).toEqual(['office']);
  });
});
