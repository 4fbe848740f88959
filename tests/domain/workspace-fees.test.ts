import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { ruleSchema } from '#lib/workspace/rule-forms.ts';
import { findHouseRules, listSiteHours } from '#lib/workspace/rule-reads.ts';
import { dropHours, saveHolidays, saveHours, saveRule } from '#lib/workspace/rule-writes.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let host: Scope;
let admin: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world, { holidays: true });
  [cleo, host, admin] = await Promise.all([
    world.enter('cleo'),
    world.enter('ivar'),
    world.enter('judit'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.bookingRemark.deleteMany();
    await db.booking.deleteMany();
    await db.openingSchedule.deleteMany();
    await db.holidayChoice.deleteMany();
    await db.mail.deleteMany();
  });
});
afterAll(() => world.close());

const room = (own: object = {}) => bookPlace(cleo, wishFor(house.place('room'), own));
const feeOf = async (id: string) => (await findBooking(host, id)).lateFeePercent;

describe('a late cancellation', () => {
  // The booking begins on Tuesday at nine; it is free of charge until Monday at nine.
  beforeEach(() =>
    saveRule(admin, 'MEETING_ROOM', {
      ...{ ...usualRules.MEETING_ROOM, maxMinutes: 1440 },
      ...{ cancelNoticeMinutes: 24 * 60, lateFeePercent: 50 },
    }),
  );

  it('is allowed, costs a part, and is told', async () => {
    const { id } = await room();
    await cancelBooking(cleo, id);
    expect(await feeOf(id)).toBe(50);
    const mail = await world.asSystem((db) =>
      db.mail.findMany({ where: { subject: { startsWith: 'Avbokat' } } }),
    );
    expect(mail.map(({ text }) => text).join()).toContain('50 % av priset');
    await room();
  });

  it('costs nothing in time, where the house cancels, or for what was only held', async () => {
    const early = await room({ date: '2027-03-03' });
    await cancelBooking(cleo, early.id, '', 0);
    const byHouse = await room();
    await cancelBooking(host, byHouse.id, 'Vattenläcka');
    const held = await room({ way: 'hold' });
    await cancelBooking(cleo, held.id, '', 0);
    expect(await Promise.all([early, byHouse, held].map(({ id }) => feeOf(id)))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is not had for free by moving the booking first', async () => {
    const { id } = await room();
    const to = {
      placeId: house.place('room'),
      from: '09:00',
      to: '12:00',
      purpose: '',
      revision: 0,
    };
    const move = changeBooking(cleo, id, { ...to, date: '2027-03-19' });
    await expect(move).rejects.toMatchObject({
      code: 'workspace.refusals.tooLateToChange',
      values: { hours: 24 },
    });
    await changeBooking(cleo, id, { ...to, date: '2027-03-02', purpose: 'Styrelsemöte' });
    expect((await findBooking(cleo, id)).purpose).toBe('Styrelsemöte');
  });
});

describe('the house’s own rules', () => {
  const typed = {
    ...{
      step: 'QUARTER',
      minMinutes: '30',
      maxMinutes: '120',
      daysAhead: '30',
      noticeMinutes: '0',
    },
    ...{
      changeNoticeMinutes: '0',
      cancelNoticeMinutes: '60',
      lateFeePercent: '0',
      bufferBefore: '0',
    },
    ...{ bufferAfter: '0', bookableBy: ['COMPANY'], checkInBefore: '15', checkInGrace: '20' },
    ...{ offerMinutes: '30', checkIn: ['yes'] },
  };

  it('hold from when they are saved, for the hub’s administrators to save', async () => {
    const rule = ruleSchema.parse(typed);
    await expect(saveRule(host, 'MEETING_ROOM', rule)).rejects.toBeInstanceOf(NotFound);
    await saveRule(admin, 'MEETING_ROOM', rule);
    expect((await findHouseRules(admin)).rules.MEETING_ROOM).toEqual(rule);
    await expect(room()).rejects.toMatchObject({ code: 'workspace.refusals.tooLong' });
    expect(ruleSchema.safeParse({ ...typed, maxMinutes: '15' }).success).toBe(false);
    expect(ruleSchema.safeParse({ ...typed, bookableBy: undefined }).success).toBe(false);
  });

  it('of hours differ by kind and season, and never twice at once', async () => {
    await saveRule(admin, 'MEETING_ROOM', { ...usualRules.MEETING_ROOM });
    const hours = [{ weekday: 2, opens: 600, closes: 720 }];
    const spring = {
      kind: 'MEETING_ROOM' as const,
      actorClass: null,
      validFrom: '2027-03-01',
      validTo: '2027-03-31',
      hours,
    };
    await saveHours(admin, 'huset', null, spring);
    await expect(room()).rejects.toMatchObject({ code: 'workspace.refusals.outsideHours' });
    await room({ from: '10:00' });
    await room({ date: '2027-04-06' });
    const twice = saveHours(admin, 'huset', null, {
      ...spring,
      validFrom: '2027-03-31',
      validTo: null,
    });
    await expect(twice).rejects.toMatchObject({ code: 'hours.refusals.overlap' });
    await saveHours(admin, 'huset', null, { ...spring, validFrom: null, validTo: null });
    const [{ schedules = [] } = {}] = await listSiteHours(admin);
    expect(schedules).toHaveLength(2);
    for (const { id } of schedules) await dropHours(admin, id);
    await room({ from: '07:00', to: '09:00' });
    const nothing = saveHours(admin, 'huset', null, {
      ...spring,
      kind: null,
      validFrom: null,
      validTo: null,
    });
    await expect(nothing).rejects.toMatchObject({ code: 'hours.refusals.forSomething' });
  });

  it('close the house on holidays, unless it chose to be open', async () => {
    const friday = { date: '2027-03-26', from: '09:00', to: '10:00' };
    await expect(room(friday)).rejects.toMatchObject({
      code: 'workspace.refusals.closedBecause',
      values: { because: { sv: 'Långfredagen', nb: 'Langfredag', en: 'Good Friday' } },
    });
    await saveHolidays(admin, 'huset', [
      { holiday: 'goodFriday', open: true, opens: 600, closes: 900 },
    ]);
    await expect(room(friday)).rejects.toMatchObject({ code: 'workspace.refusals.outsideHours' });
    await room({ ...friday, from: '10:00', to: '12:00' });
  });
});
