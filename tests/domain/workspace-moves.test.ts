import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { type BookingStatus, bookingMoves, bookingStatuses } from '#lib/workspace/moves.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let id: string;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  stopClock(mondayMorning);
  ({ id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('room'))));
});
afterAll(async () => {
  stopClock(null);
  await world.close();
});

/** Only what is held has a time until which it is. */
const stateOf = (status: BookingStatus) => ({
  status,
  heldUntil: status === 'HELD' ? new Date('2027-03-01T09:00:00Z') : null,
});

/** Another booking that begins its life in this state. */
async function standAt(status: BookingStatus) {
  const own = { id: crypto.randomUUID(), requestKey: crypto.randomUUID(), ...stateOf(status) };
  await world.asSystem(async (db) => {
    const row = await db.booking.findUniqueOrThrow({ where: key() });
    await db.booking.create({ data: { ...row, ...own } });
  });
  id = own.id;
}
const key = () => ({ hubId_id: { hubId: world.hub('nord'), id } });
const moveTo = (scope: Scope, status: BookingStatus) =>
  scope.write('booking:change', async (db, deed) => {
    await db.booking.update({ where: key(), data: stateOf(status) });
    deed.record('bookingChanged', 'booking', id, {});
  });

describe('the database', () => {
  it('knows the same ways of a booking as the table of moves', async () => {
    for (const from of bookingStatuses) {
      for (const to of bookingStatuses.filter((each) => each !== from)) {
        await standAt(from);
        const goes = await world
          .asSystem((db) => db.booking.update({ where: key(), data: stateOf(to) }))
          .then(
            () => true,
            () => false,
          );
        const known = bookingMoves.some((move) => move.from === from && move.to === to);
        expect(`${from} ${to} ${goes}`).toBe(`${from} ${to} ${known}`);
      }
    }
  });

  it('lets nobody but the house answer what awaits its answer', async () => {
    for (const who of ['cleo', 'disa'] as const) {
      await standAt('PENDING');
      const own = await world.enter(who);
      await expect(moveTo(own, 'CONFIRMED')).rejects.toThrow(/the_house_answers|The house answers/);
      await expect(moveTo(own, 'DECLINED')).rejects.toThrow(/the_house_answers|The house answers/);
    }
  });
});
