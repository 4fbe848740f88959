import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { type QuotaInput, quotaSchema } from '#lib/workspace/rule-forms.ts';
import { findHouseRules } from '#lib/workspace/rule-reads.ts';
import { dropQuota, saveQuota } from '#lib/workspace/rule-writes.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let admin: Scope;

beforeAll(async () => {
  world = await makeWorld(30);
  house = await makeHouse(world, { days: 7 });
  [cleo, disa, egil, admin] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
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
    await db.quota.deleteMany();
    await db.mail.deleteMany();
  });
});
afterAll(() => world.close());

const book = (scope: Scope, key: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(key), own));
const limit = (own: Partial<QuotaInput>) =>
  saveQuota(admin, null, {
    ...{ kind: null, actorClass: null, scope: 'PERSON', measure: 'COUNT', period: 'DAY', most: 1 },
    ...own,
  });
const over = (values: object) => ({ code: 'hours.refusals.overQuota', values });

describe('a limit', () => {
  it('on what one person has on a day says how much is used and when there is room again', async () => {
    await limit({ most: 2 });
    await book(cleo, 'room');
    await book(cleo, 'desk-1');
    await expect(book(cleo, 'desk-2')).rejects.toMatchObject(
      over({
        most: 2,
        used: 2,
        who: { sv: 'Du' },
        what: { en: 'bookings' },
        frees: { sv: '3 mars 2027' },
      }),
    );
    await book(disa, 'desk-2');
    await book(cleo, 'desk-2', { date: '2027-03-03' });
  });

  it('on an organisation counts its people together, in hours of the week', async () => {
    await limit({ scope: 'ORGANISATION', measure: 'MINUTES', period: 'WEEK', most: 6 * 60 });
    await book(cleo, 'room');
    await book(disa, 'room', { date: '2027-03-07' });
    const one = { from: '13:00', to: '13:15' };
    await expect(book(cleo, 'room', one)).rejects.toMatchObject(
      over({ most: 6, used: 6, frees: { sv: '8 mars 2027' } }),
    );
    await book(egil, 'room', one);
    await book(disa, 'room', { date: '2027-03-08' });
  });

  it('counts the day the clocks change as the clock on the wall does', async () => {
    await world.asSystem((db) => db.openingHours.updateMany({ data: { opens: 0 } }));
    await limit({ measure: 'MINUTES', period: 'MONTH', most: 4 * 60 });
    await book(cleo, 'room', { date: '2027-03-28', from: '00:00', to: '03:00' });
    await book(cleo, 'desk-1', { date: '2027-03-28', from: '10:00', to: '11:00' });
    const more = book(cleo, 'desk-2', { date: '2027-03-30', from: '10:00', to: '10:15' });
    await expect(more).rejects.toMatchObject(over({ used: 4, frees: { sv: '1 april 2027' } }));
  });

  it('of a kind, or for some, leaves the others alone', async () => {
    await limit({ kind: 'MEETING_ROOM', actorClass: 'COMPANY' });
    await book(cleo, 'room');
    await expect(book(cleo, 'room', { from: '13:00', to: '14:00' })).rejects.toMatchObject(
      over({}),
    );
    await book(cleo, 'desk-1');
    const alva = await world.enter('alva');
    await book(alva, 'room', { from: '13:00', to: '14:00' });
    await book(alva, 'room', { from: '14:00', to: '15:00' });
  });

  it('on what lies ahead frees when something is over or let go, and lets one move what one has', async () => {
    await limit({ period: 'AHEAD' });
    const { id } = await book(cleo, 'room');
    await expect(book(cleo, 'desk-1', { date: '2027-04-05' })).rejects.toMatchObject(
      over({ frees: { sv: '2 mars 2027' } }),
    );
    const to = { placeId: house.place('room'), date: '2027-03-09', from: '09:00', to: '10:00' };
    await changeBooking(cleo, id, { ...to, purpose: '', revision: 0 });
    await cancelBooking(cleo, id);
    await book(cleo, 'desk-1', { date: '2027-04-05' });
  });

  it('holds for a change into a full day, too', async () => {
    await limit({});
    await book(cleo, 'room');
    const { id } = await book(cleo, 'desk-1', { date: '2027-03-03' });
    const to = { placeId: house.place('desk-1'), date: '2027-03-02', from: '09:00', to: '10:00' };
    const change = changeBooking(cleo, id, { ...to, purpose: '', revision: 0 });
    await expect(change).rejects.toMatchObject(over({}));
  });

  it('gives its last one once, to fifty at the same time for different places', async () => {
    await limit({ scope: 'ORGANISATION', most: 1 });
    const keys = ['desk-1', 'desk-2', 'desk-3', 'room', 'fixed-1'];
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => {
        const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
        const slot = { from: hour(7 + (n % 10)), to: hour(8 + (n % 10)) };
        return book(n % 2 ? cleo : disa, keys[n % 5] as string, slot);
      }),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['hours.refusals.overQuota']));
    // Fifty at once, on a machine that may be busy.
  }, 30_000);

  it('is the hub’s administrators’ to set, once, change and remove', async () => {
    const hours = quotaSchema.parse({
      scope: 'PERSON',
      measure: 'MINUTES',
      period: 'WEEK',
      most: '4',
      kind: '',
      actorClass: '',
    });
    await saveQuota(admin, null, hours);
    await expect(saveQuota(admin, null, hours)).rejects.toMatchObject({
      code: 'hours.refusals.sameQuota',
    });
    await expect(saveQuota(await world.enter('ivar'), null, hours)).rejects.toBeInstanceOf(
      NotFound,
    );
    const [{ id = '', most } = {}] = (await findHouseRules(admin)).quotas;
    expect(most).toBe(240);
    await saveQuota(admin, id, { ...hours, most: 60 });
    expect((await findHouseRules(admin)).quotas).toMatchObject([{ most: 60 }]);
    await dropQuota(admin, id);
    expect((await findHouseRules(admin)).quotas).toEqual([]);
  });
});
