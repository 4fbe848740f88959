import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import {
  draftClosure,
  dropClosure,
  publishClosure,
  withdrawClosure,
} from '#lib/workspace/closing.ts';
import { closureSchema, type Decisions, publishSchema } from '#lib/workspace/closing-forms.ts';
import { listClosures } from '#lib/workspace/closures.ts';
import { findMet } from '#lib/workspace/moving.ts';
import { findFreePlaces, findHouse } from '#lib/workspace/reads.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;

beforeAll(async () => {
  world = await makeWorld(30);
  house = await makeHouse(world);
  [cleo, egil, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.bookingRemark.deleteMany();
    await db.booking.deleteMany();
    await db.closure.deleteMany();
    await db.mail.deleteMany();
    await db.notice.deleteMany();
  });
});
afterAll(() => world.close());

const refused = (code: string) => ({ name: 'Refusal', code });
const book = (scope: Scope, key: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(key), own));
const form = (own: object = {}) =>
  closureSchema.parse({
    site: 'huset',
    fromDay: '2027-03-02',
    toDay: '2027-03-02',
    sv: 'Städdag',
    ...own,
  });
const draft = (own: object = {}, scope = host) => draftClosure(scope, null, form(own));
const nothing: Decisions = { byBooking: new Map(), rest: false };
const cancelAll: Decisions = { byBooking: new Map(), rest: true };
const close = async (own: object = {}) => {
  const { id } = await draft(own);
  await publishClosure(host, id, cancelAll);
  return id;
};
const closed = refused('workspace.refusals.closedBecause');
const statusOf = async (id: string) => (await findBooking(host, id)).status;

describe('a closure', () => {
  it('is nothing to anyone until it is published, then shuts, and opens again when taken back', async () => {
    const { id } = await draft();
    await book(cleo, 'room', { from: '17:00', to: '18:00' });
    await publishClosure(host, id, cancelAll);
    await expect(book(cleo, 'desk-1')).rejects.toMatchObject(closed);
    const { places, refusal } = await findFreePlaces(egil, {
      date: '2027-03-02',
      from: '09:00',
      to: '10:00',
    });
    expect(new Set(places.map(({ state }) => state))).toEqual(new Set(['closed']));
    expect(refusal).toMatchObject({ values: { because: { sv: 'Städdag', nb: 'Städdag' } } });
    await withdrawClosure(host, id);
    await book(cleo, 'desk-1');
  });

  it('is of a kind, for all but some, and seen by visitors', async () => {
    await close({ of: 'MEETING_ROOM', exempt: ['PUBLIC'], fromTime: '12:00', toTime: '15:00' });
    const slot = { from: '12:00', to: '13:00' };
    await expect(book(cleo, 'room', slot)).rejects.toMatchObject(closed);
    await book(cleo, 'desk-1', slot);
    await book(cleo, 'room', { from: '15:00', to: '16:00' });
    await book(await world.enter('alva'), 'room', slot);
    const seen = await findHouse(await enterPublic('nord'));
    expect(seen.site.closures?.map(({ message }) => message.sv)).toEqual(['Städdag']);
  });

  it('says what it meets and where each could go, and does as decided', async () => {
    const room = await book(cleo, 'room');
    const desk = await book(egil, 'desk-1');
    const other = await book(cleo, 'desk-2', { date: '2027-03-03' });
    const { id } = await draft();
    const { met } = await findMet(host, id);
    expect(met.map(({ booking }) => booking.id)).toEqual([desk.id, room.id]);
    const [way] = met[0]?.ways ?? [];
    expect(way).toMatchObject({
      placeId: house.place('desk-1'),
      date: '2027-03-03',
      from: '09:00',
      to: '12:00',
    });
    const undecided = publishClosure(host, id, {
      ...nothing,
      byBooking: new Map([[room.id, 'cancel']]),
    });
    await expect(undecided).rejects.toMatchObject({
      ...refused('hours.refusals.undecided'),
      values: { count: 1 },
    });
    expect([await statusOf(room.id), (await listClosures(host))[0]?.state]).toEqual([
      'CONFIRMED',
      'DRAFT',
    ]);
    const typed = {
      [`for-${room.id}`]: 'cancel',
      [`for-${desk.id}`]: `${way?.placeId} ${way?.date} ${way?.from} ${way?.to}`,
    };
    await publishClosure(host, id, publishSchema.parse(typed));
    expect([await statusOf(room.id), await statusOf(desk.id), await statusOf(other.id)]).toEqual([
      'CANCELLED',
      'CONFIRMED',
      'CONFIRMED',
    ]);
    expect((await findBooking(egil, desk.id)).startsAt.toISOString()).toBe(
      '2027-03-03T08:00:00.000Z',
    );
    const mail = await world.asSystem((db) =>
      db.mail.findMany({ select: { recipient: true, text: true } }),
    );
    const told = (who: string) =>
      mail
        .filter(({ recipient }) => recipient.startsWith(who))
        .map(({ text }) => text)
        .join();
    expect(told('cleo')).toContain('Städdag');
    expect(told('egil')).toContain('Nu gäller');
    expect(told('egil')).toContain('Städdag');
  });

  it('moves what fits no rule of today at its own clock times: to its like first, then to another day', async () => {
    const { id: booked } = await book(egil, 'desk-1', { from: '08:00', to: '16:00' });
    const { id } = await draft({ of: `place:${house.place('desk-1')}` });
    const setRule = (own: object) =>
      world.asSystem((db) => db.bookingRule.updateMany({ where: { kind: 'HOT_DESK' }, data: own }));
    await setRule({ step: 'HALF_DAY', maxMinutes: 300, noticeMinutes: 3 * 24 * 60, daysAhead: 1 });
    const { met } = await findMet(host, id);
    const hours = { from: '08:00', to: '16:00' };
    expect(met[0]?.ways).toMatchObject([
      { placeId: house.place('desk-2'), date: '2027-03-02', ...hours },
      { placeId: house.place('desk-3'), date: '2027-03-02', ...hours },
      { placeId: house.place('desk-1'), date: '2027-03-03', ...hours },
    ]);
    const [way] = met[0]?.ways ?? [];
    const to = { [`for-${booked}`]: `${way?.placeId} ${way?.date} ${way?.from} ${way?.to}` };
    await publishClosure(host, id, publishSchema.parse(to));
    await setRule({ step: 'QUARTER', maxMinutes: 24 * 60, noticeMinutes: 0, daysAhead: 90 });
    const moved = await findBooking(egil, booked);
    expect([moved.status, moved.place.id]).toEqual(['CONFIRMED', house.place('desk-2')]);
    expect(moved.startsAt.toISOString()).toBe('2027-03-02T07:00:00.000Z');
    expect(moved.endsAt.toISOString()).toBe('2027-03-02T15:00:00.000Z');
  });

  it('offers no time that the house is closed, whoever moves it', async () => {
    await book(egil, 'desk-1', { from: '08:00', to: '16:00' });
    await close({ of: 'HOT_DESK', fromDay: '2027-03-03', toDay: '2027-03-03', toTime: '10:00' });
    const { met } = await findMet(host, (await draft({ of: 'HOT_DESK' })).id);
    expect(met[0]?.ways.map(({ date }) => date)).toEqual([
      '2027-03-04',
      '2027-03-05',
      '2027-03-08',
    ]);
  });

  it('moves nothing where the new place was taken meanwhile', async () => {
    const { id: booked } = await book(cleo, 'room');
    await book(egil, 'room', { date: '2027-03-03' });
    const { id } = await draft();
    const typed = { [`for-${booked}`]: `${house.place('room')} 2027-03-03 09:00 12:00` };
    await expect(publishClosure(host, id, publishSchema.parse(typed))).rejects.toMatchObject(
      refused('hours.refusals.moveTaken'),
    );
    expect([await statusOf(booked), (await listClosures(host))[0]?.state]).toEqual([
      'CONFIRMED',
      'DRAFT',
    ]);
  });

  it('names leased places, which stay as they are', async () => {
    await world.asSystem(async (db) => {
      const [hubId, unitId] = [world.hub('nord'), house.unit('fixed-1')];
      const startsAt = new Date('2027-01-01');
      const organisationId = world.organisation('fjallvard');
      const { siteId } = await db.place.findFirstOrThrow({ where: { hubId } });
      const { id: leaseId } = await db.lease.create({
        data: {
          ...{ hubId, siteId, madeById: world.person('ivar'), number: 1, noticeMonths: 3 },
          ...{ vatClass: 'SE_RENT', monthlyOre: 0, validFrom: startsAt, organisationId },
        },
      });
      const lease = { kind: 'LEASE' as const, leaseId, startsAt };
      await db.occupancy.create({
        data: { hubId, unitId, ...lease },
      });
    });
    const { id } = await draft();
    expect((await findMet(host, id)).leased.map(({ sv }) => sv)).toEqual(['fixed-1']);
    await publishClosure(host, id, nothing);
    expect(
      await world.asSystem((db) =>
        db.occupancy.count({ where: { kind: 'LEASE', releasedAt: null } }),
      ),
    ).toBe(1);
  });

  it('is the house’s own to publish, and a draft alone is thrown away', async () => {
    const { id } = await draft();
    await expect(publishClosure(cleo, id, cancelAll)).rejects.toBeInstanceOf(NotFound);
    await expect(draft({}, cleo)).rejects.toBeInstanceOf(NotFound);
    await publishClosure(host, id, cancelAll);
    await expect(publishClosure(host, id, cancelAll)).rejects.toMatchObject(
      refused('hours.refusals.notADraft'),
    );
    await expect(dropClosure(host, id)).rejects.toMatchObject(refused('hours.refusals.notADraft'));
    await dropClosure(host, (await draft()).id);
    expect(await listClosures(host)).toHaveLength(1);
  });

  it('published among fifty who book lets none slip in, and leaves none unheard', async () => {
    const keys = ['desk-1', 'desk-2', 'desk-3', 'room', 'fixed-1'];
    const { id } = await draft();
    const wishes = Array.from({ length: 50 }, (_, n) => {
      const hour = 7 + (n % 10);
      const two = (value: number) => `${String(value).padStart(2, '0')}:00`;
      return { key: keys[n % 5] as string, from: two(hour), to: two(hour + 1) };
    });
    const tries = wishes.map(({ key, ...slot }, n) => book(n % 2 ? cleo : egil, key, slot));
    const publication = publishClosure(host, id, cancelAll);
    const [outcome, ...booked] = await Promise.allSettled([publication, ...tries]);
    expect(outcome.status).toBe('fulfilled');
    const codes = booked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    const usual = ['workspace.refusals.closedBecause', 'workspace.refusals.taken'];
    expect(codes.filter((code) => !usual.includes(code))).toEqual([]);
    const standing = await world.asSystem((db) =>
      db.booking.count({ where: { status: { not: 'CANCELLED' } } }),
    );
    expect(standing).toBe(0);
    const cancelled = await world.asSystem((db) =>
      db.booking.count({ where: { status: 'CANCELLED' } }),
    );
    expect(cancelled).toBe(booked.filter(({ status }) => status === 'fulfilled').length);
    // Fifty at once, on a machine that may be busy.
  }, 30_000);
});
