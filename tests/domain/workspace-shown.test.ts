import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { chooseShown, findShown } from '#lib/workspace/shown.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let disa: Scope;
let egil: Scope;

beforeAll(async () => {
  stopClock(mondayMorning);
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, disa, egil] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
  ]);
});
afterAll(async () => {
  stopClock(null);
  await world.close();
});

/** What a stranger reads of who has a place, wherever it is told. */
async function seenBy(scope: Scope): Promise<string> {
  return JSON.stringify(await findGrid(scope, { date: '2027-03-02', days: 1 }));
}

describe('What others see of an organisation’s bookings', () => {
  it('is its administrators’ choice, from now on and for what is to come if they wish', async () => {
    await bookPlace(cleo, wishFor(house.place('desk-1')));
    expect(await seenBy(egil)).toContain('Fjällvård AB');
    await chooseShown(disa, { shown: 'HIDDEN', coming: false });
    expect(await seenBy(egil)).toContain('Fjällvård AB');
    expect(await findShown(disa)).toEqual({ shown: 'HIDDEN', others: 1 });
    await chooseShown(disa, { shown: 'HIDDEN', coming: true });
    expect(await findShown(disa)).toEqual({ shown: 'HIDDEN', others: 0 });
    await bookPlace(cleo, wishFor(house.place('desk-2')));
    expect(await seenBy(egil)).not.toContain('Fjällvård AB');
    await bookPlace(cleo, wishFor(house.place('desk-3'), { shown: 'ORGANISATION' }));
    expect(await seenBy(egil)).toContain('Fjällvård AB');
  });

  it('is changed by nobody else, and nothing else of the participation with it', async () => {
    await expect(chooseShown(cleo, { shown: 'HIDDEN', coming: false })).rejects.toThrow(
      'organisation:edit',
    );
    const call = (scope: Scope) =>
      scope.read(
        'notice:read',
        (db) => db.$queryRaw<{ done: boolean }[]>`select choose_shown('ORGANISATION') as done`,
      );
    expect(await call(cleo)).toEqual([{ done: false }]);
    expect(await call(await world.enter('judit'))).toEqual([{ done: false }]);
    const direct = disa.read('notice:read', (db) =>
      db.participation.updateMany({ data: { houseMember: false } }),
    );
    expect(await direct.catch(() => ({ count: 0 }))).toEqual({ count: 0 });
    expect((await findShown(disa)).shown).toBe('HIDDEN');
  });
});
