import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftMonth } from '#lib/billing/drafting.ts';
import { listBases } from '#lib/billing/reads.ts';
import { listLog } from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { makePlan } from '#lib/prices/plans.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { placeKinds } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let siri: Scope;
let tore: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  stopClock(mondayMorning);
  [siri, tore] = await Promise.all([world.enter('siri'), world.enter('tore')]);
});
afterAll(async () => {
  stopClock(null);
  await world.close();
});

const price = {
  ...{ kind: 'MEETING_ROOM' as const, actorClass: 'COMPANY' as const, unit: 'HOUR' as const },
  ...{ ore: 30_000, vatClass: 'SE_STANDARD', from: '2027-03-01', passHours: 0, passMonths: 0 },
};

describe('Who looks after the money', () => {
  it('sets prices and plans, works out what is owed, and changes nothing else', async () => {
    await setPrice(siri, price);
    const plan = { nameSv: 'Lilla', monthOre: 1000, creditOre: 0, vatClass: 'SE_STANDARD' };
    await makePlan(siri, plan, placeKinds);
    const cleo = await world.enter('cleo');
    const { id } = await bookPlace(cleo, wishFor(house.place('room')));
    stopClock(mondayMorning.add({ hours: 24 * 35 }));
    await draftMonth(siri, '2027-03-01');
    const bases = await listBases(siri, '2027-03-01');
    expect(JSON.stringify(bases)).toContain('90000');
    for (const denied of [cancelBooking(siri, id, 'x'), findBooking(siri, id)]) {
      await expect(denied).rejects.toBeInstanceOf(NotFound);
    }
    const forged = siri.write('billing:manage', async (db, deed) => {
      const { count } = await db.booking.updateMany({ where: { id }, data: { purpose: 'x' } });
      expect(count).toBe(0);
      deed.record('basisDrafted', 'invoiceBasis', world.hub('nord'), {});
    });
    await forged;
    await expect(listLog(siri, readLogQuery({}), 'sv')).rejects.toBeInstanceOf(NotFound);
  });
});

describe('Who audits', () => {
  it('reads the hub’s log with its names, and writes nothing', async () => {
    const { entries } = await listLog(tore, readLogQuery({}), 'sv');
    expect(entries.map(({ kind }) => kind)).toContain('priceSet');
    expect(entries.map(({ person }) => person)).toContain('Siri Falk');
    const later = { ...price, from: '2027-06-01' };
    await expect(setPrice(tore, later)).rejects.toBeInstanceOf(NotFound);
    const forged = tore.write('policy:read', async (db, deed) => {
      await db.plan.create({
        data: {
          hubId: world.hub('nord'),
          name: {},
          monthOre: 1,
          creditOre: 0,
          vatClass: 'SE_STANDARD',
        },
      });
      deed.record('planMade', 'plan', crypto.randomUUID());
    });
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});
