import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { restoreBooking } from '#lib/workspace/restoring.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let alva: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, egil, alva] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('alva'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
    await db.mail.deleteMany();
  });
});
afterAll(() => world.close());

const room = (scope: Scope) => bookPlace(scope, wishFor(house.place('room')));
const refused = (code: string) => ({ name: 'Refusal', code: `workspace.refusals.${code}` });

describe('A cancellation', () => {
  it('is taken back: the same booking stands again, and the calendar hears of it', async () => {
    const { id } = await room(cleo);
    await cancelBooking(cleo, id);
    await restoreBooking(cleo, id);
    expect(await findBooking(cleo, id)).toMatchObject({ status: 'CONFIRMED', revision: 2 });
    await expect(room(egil)).rejects.toMatchObject(refused('taken'));
    const mail = await world.asSystem((db) => db.mail.findMany({ orderBy: { createdAt: 'asc' } }));
    expect(mail.at(-1)?.calendar).toMatch(/SEQUENCE:2[\s\S]*STATUS:CONFIRMED/);
    await cancelBooking(cleo, id);
    await restoreBooking(cleo, id);
  });

  it('is not where someone else has the time by now: it is told what is free instead', async () => {
    const { id } = await room(cleo);
    await cancelBooking(cleo, id);
    await room(egil);
    await expect(restoreBooking(cleo, id)).rejects.toMatchObject({
      ...refused('taken'),
      detail: {
        alternatives: expect.arrayContaining([expect.objectContaining({ way: 'otherTime' })]),
      },
    });
    expect((await findBooking(cleo, id)).status).toBe('CANCELLED');
  });

  it('and fifty who want the time: one has it, restored or new', async () => {
    const { id } = await room(cleo);
    await cancelBooking(cleo, id);
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? restoreBooking(cleo, id) : room(alva))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const standing = await world.asSystem((db) =>
      db.booking.count({ where: { status: 'CONFIRMED' } }),
    );
    expect(standing).toBe(1);
  });

  it('is not taken back by others, twice, once its time has begun, or of what was only held', async () => {
    const { id } = await room(cleo);
    await expect(restoreBooking(cleo, id)).rejects.toMatchObject(refused('alreadyDecided'));
    await cancelBooking(cleo, id);
    await expect(restoreBooking(egil, id)).rejects.toBeInstanceOf(NotFound);
    stopClock(mondayMorning.add({ hours: 25 }));
    await expect(restoreBooking(cleo, id)).rejects.toMatchObject(refused('past'));
    stopClock(mondayMorning);
    const held = await bookPlace(
      cleo,
      wishFor(house.place('room'), { date: '2027-03-03', way: 'hold' }),
    );
    await cancelBooking(cleo, held.id);
    await expect(restoreBooking(cleo, held.id)).rejects.toMatchObject(refused('holdExpired'));
  });
});
