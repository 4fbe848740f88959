import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkIn } from '#lib/workspace/attending.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { draftClosure, publishClosure } from '#lib/workspace/closing.ts';
import { closureSchema } from '#lib/workspace/closing-forms.ts';
import { confirmHold, extendHold } from '#lib/workspace/holding.ts';
import { mindHouses } from '#lib/workspace/minding.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { bookSeries } from '#lib/workspace/series.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { joinWaiting, leaveWaiting, listWaiting, rejoinWaiting } from '#lib/workspace/waiting.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let alva: Scope;
let host: Scope;

beforeAll(async () => {
  world = await makeWorld(30);
  house = await makeHouse(world, { days: 7 });
  [cleo, disa, egil, alva, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('alva'),
    world.enter('ivar'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.waiting.deleteMany();
    await db.occupancy.deleteMany();
    await db.bookingRemark.deleteMany();
    await db.booking.deleteMany();
    await db.closure.deleteMany();
    await db.mail.deleteMany();
    await db.notice.deleteMany();
  });
});
afterAll(() => world.close());

const book = (scope: Scope, key: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(key), own));
const at = (local: string) =>
  stopClock(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant());
const subjectsTo = (who: string) =>
  world.asSystem(async (db) => {
    const mail = await db.mail.findMany({
      where: { recipient: `${who}@nord.example` },
      orderBy: { createdAt: 'asc' },
    });
    return mail.map(({ subject }) => subject.split(':')[0]);
  });
const statusOf = async (scope: Scope, id: string) => (await findBooking(scope, id)).status;
const rule = (own: object) =>
  world.asSystem((db) =>
    db.bookingRule.update({
      where: { hubId_kind: { hubId: world.hub('nord'), kind: 'MEETING_ROOM' } },
      data: own,
    }),
  );

describe('a series', () => {
  it('is said to end once, two weeks before its last day, when it has begun', async () => {
    const wish = { placeId: house.place('room'), date: '2027-03-02', from: '09:00', to: '10:00' };
    const day = { starts: '2027-03-02', pattern: 'WEEK' as const, interval: 1, weekdays: [] };
    const recurrence = { ...day, count: 4, until: undefined, dates: [] };
    const form = { policy: 'ALL' as const, requestKey: crypto.randomUUID(), purpose: '' };
    const whose = { people: 1, forId: undefined, shown: undefined };
    await bookSeries(cleo, { ...wish, ...form, ...whose, recurrence });
    at('2027-03-08T09:00');
    await mindHouses();
    expect(await subjectsTo('cleo')).not.toContain('Sista gången');
    at('2027-03-09T12:00');
    await Promise.all([mindHouses(), mindHouses()]);
    at('2027-03-22T12:00');
    await mindHouses();
    const told = (await subjectsTo('cleo')).filter((subject) => subject === 'Sista gången');
    expect(told).toHaveLength(1);
    const notices = await world.asSystem((db) =>
      db.notice.count({ where: { kind: 'seriesEnds' } }),
    );
    expect(notices).toBe(1);
  });
});

describe('a reminder', () => {
  it('comes once, the day before at nine, however often it is looked', async () => {
    await book(cleo, 'room', { date: '2027-03-03' });
    at('2027-03-02T08:59');
    await mindHouses();
    expect(await subjectsTo('cleo')).toEqual(['Bokat']);
    at('2027-03-02T09:00');
    await Promise.all([mindHouses(), mindHouses(), mindHouses()]);
    at('2027-03-02T15:00');
    await mindHouses();
    expect(await subjectsTo('cleo')).toEqual(['Bokat', 'I morgon']);
  });

  it('is not sent of what was booked after that, of what is over, or of what was cancelled', async () => {
    await book(cleo, 'room', { from: '11:00' });
    const { id } = await book(cleo, 'desk-1', { date: '2027-03-04' });
    at('2027-03-02T10:00');
    await book(cleo, 'desk-2', { date: '2027-03-03' });
    await mindHouses();
    at('2027-03-02T13:00');
    await mindHouses();
    await cancelBooking(cleo, id);
    at('2027-03-03T12:30');
    await mindHouses();
    expect(await subjectsTo('cleo')).not.toContain('I morgon');
  });

  it('keeps to the clock on the wall when it changes', async () => {
    stopClock(Temporal.Instant.from('2027-03-20T08:00:00Z'));
    await book(cleo, 'room', { date: '2027-03-28' });
    await book(egil, 'desk-1', { date: '2027-03-29' });
    stopClock(Temporal.Instant.from('2027-03-27T07:59:00Z'));
    await mindHouses();
    stopClock(Temporal.Instant.from('2027-03-28T06:59:00Z'));
    await mindHouses();
    expect([await subjectsTo('cleo'), await subjectsTo('egil')]).toEqual([
      ['Bokat', 'I morgon'],
      ['Bokat'],
    ]);
    stopClock(Temporal.Instant.from('2027-03-28T07:00:00Z'));
    await mindHouses();
    expect(await subjectsTo('egil')).toEqual(['Bokat', 'I morgon']);
  });
});

describe('a place nobody comes to', () => {
  beforeEach(() => rule({ checkIn: true, checkInGrace: 20 }));
  afterEach(() => rule({ checkIn: usualRules.MEETING_ROOM.checkIn, checkInGrace: 30 }));
  const early = { date: '2027-03-01', from: '10:00', to: '12:00' };

  it('is warned of at the start, and let go when the time to come is over', async () => {
    const { id } = await book(cleo, 'room', early);
    at('2027-03-01T10:00');
    await mindHouses();
    await mindHouses();
    expect(await subjectsTo('cleo')).toEqual(['Bokat', 'Checka in']);
    at('2027-03-01T10:19');
    await mindHouses();
    expect(await statusOf(cleo, id)).toBe('CONFIRMED');
    at('2027-03-01T10:20');
    await Promise.all([mindHouses(), mindHouses()]);
    expect(await statusOf(cleo, id)).toBe('NO_SHOW');
    expect(await subjectsTo('cleo')).toEqual(['Bokat', 'Checka in', 'Platsen släpptes']);
    await book(egil, 'room', { ...early, from: '10:30' });
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id, kind: 'bookingMissed' } }),
    );
    expect(events).toMatchObject([
      { actedAs: 'system', concernsId: world.organisation('fjallvard') },
    ]);
  });

  it('is kept for who came, for who booked late, and where nobody checks in', async () => {
    const { id } = await book(cleo, 'room', early);
    const desk = await book(egil, 'desk-1', early);
    at('2027-03-01T09:55');
    await checkIn(cleo, id);
    at('2027-03-01T11:00');
    await mindHouses();
    expect([await statusOf(cleo, id), await statusOf(egil, desk.id)]).toEqual([
      'CHECKED_IN',
      'CONFIRMED',
    ]);
    at('2027-03-01T12:10');
    const late = await book(egil, 'room', { ...early, from: '12:00', to: '13:00' });
    at('2027-03-01T12:25');
    await mindHouses();
    expect(await statusOf(egil, late.id)).toBe('CONFIRMED');
    at('2027-03-01T12:30');
    await mindHouses();
    expect(await statusOf(egil, late.id)).toBe('NO_SHOW');
  });

  it('is let go all the same when the machines stood still meanwhile', async () => {
    const { id } = await book(cleo, 'room', early);
    at('2027-03-02T07:00');
    await mindHouses();
    expect(await statusOf(cleo, id)).toBe('NO_SHOW');
    expect(await subjectsTo('cleo')).not.toContain('Checka in');
  });
});

describe('a hold that has run out', () => {
  it('is let go without anyone asking, and told to nobody', async () => {
    const { id } = await book(cleo, 'room', { way: 'hold' });
    at('2027-03-01T09:19');
    await mindHouses();
    expect(await statusOf(cleo, id)).toBe('HELD');
    at('2027-03-01T09:20');
    await mindHouses();
    expect(await statusOf(cleo, id)).toBe('EXPIRED');
    expect(await world.asSystem((db) => db.occupancy.count({ where: { releasedAt: null } }))).toBe(
      0,
    );
    expect(await subjectsTo('cleo')).toEqual([]);
  });
});

describe('a waiting list', () => {
  const wait = (scope: Scope, key: string, own: object = {}) =>
    joinWaiting(scope, {
      ...{ placeId: house.place(key), date: '2027-03-02', from: '09:00', to: '12:00' },
      ...{ people: 1, purpose: '', any: false, ...own },
    });
  const heldBy = async (slug: string) => {
    const rows = await world.asSystem((db) =>
      db.booking.findMany({ where: { status: 'HELD', organisationId: world.organisation(slug) } }),
    );
    return rows.map(({ id }) => id);
  };
  const later = (minutes: number) => stopClock(mondayMorning.add({ minutes }));

  it('offers what becomes free to the first, then to the next, one at a time', async () => {
    const { id } = await book(cleo, 'room');
    await wait(egil, 'room');
    later(1);
    await wait(alva, 'room');
    expect((await listWaiting(alva)).map(({ before }) => before)).toEqual([1]);
    await cancelBooking(cleo, id);
    const [offer = ''] = await heldBy('rivalen');
    expect(await findBooking(egil, offer)).toMatchObject({
      ...{ status: 'HELD', bookedBy: 'Egil Sten', offered: true },
    });
    await expect(book(cleo, 'room')).rejects.toMatchObject({ code: 'workspace.refusals.taken' });
    await mindHouses();
    await mindHouses();
    expect([await subjectsTo('egil'), await subjectsTo('alva')]).toEqual([['Ledigt'], []]);
    await expect(extendHold(egil, offer)).rejects.toMatchObject({
      code: 'hours.refusals.offerEnds',
    });
    later(61);
    await mindHouses();
    expect(await statusOf(egil, offer)).toBe('EXPIRED');
    const [second = ''] = await heldBy('bergs-kommun');
    await mindHouses();
    expect(await subjectsTo('alva')).toEqual(['Ledigt']);
    await confirmHold(alva, second);
    later(300);
    await mindHouses();
    expect(await statusOf(alva, second)).toBe('CONFIRMED');
    expect([await listWaiting(egil), await listWaiting(alva)]).toEqual([[], []]);
  });

  it('of any place of the kind takes the first that is free, and the whole of it', async () => {
    const bookings = [];
    for (const key of ['desk-1', 'desk-2', 'desk-3']) bookings.push(await book(cleo, key));
    await wait(egil, 'desk-1', { any: true });
    await cancelBooking(cleo, bookings[2]?.id ?? '');
    const [offer = ''] = await heldBy('rivalen');
    expect((await findBooking(egil, offer)).place.id).toBe(house.place('desk-3'));
    const office = await book(cleo, 'office', { date: '2027-03-04' });
    await wait(egil, 'office', { date: '2027-03-04' });
    await cancelBooking(cleo, office.id);
    const rows = await world.asSystem((db) =>
      db.occupancy.count({
        where: { kind: 'HOLD', releasedAt: null, startsAt: { gt: new Date('2027-03-03') } },
      }),
    );
    expect(rows).toBe(2);
  });

  it('offers nothing that does not fit: half of the time, or another one’s place', async () => {
    const first = await book(cleo, 'room', { to: '10:00' });
    await book(disa, 'room', { from: '10:00' });
    await wait(egil, 'room');
    await cancelBooking(cleo, first.id);
    await mindHouses();
    expect(await heldBy('rivalen')).toEqual([]);
  });

  it('never takes a place from whoever moves a booking within it', async () => {
    const { id } = await book(cleo, 'room');
    await wait(egil, 'room', { from: '11:00' });
    const slot = { date: '2027-03-02', from: '09:30', to: '12:00' };
    await changeBooking(cleo, id, {
      placeId: house.place('room'),
      ...slot,
      purpose: '',
      revision: 0,
    });
    expect(await heldBy('rivalen')).toEqual([]);
    expect((await findBooking(cleo, id)).startsAt.toISOString()).toBe('2027-03-02T08:30:00.000Z');
  });

  it('is joined for what is taken, once, and left', async () => {
    await expect(wait(egil, 'room')).rejects.toMatchObject({ code: 'hours.refusals.isFree' });
    const { id: booked } = await book(cleo, 'room');
    const { id } = await wait(egil, 'room');
    await expect(wait(egil, 'room')).rejects.toMatchObject({ code: 'hours.refusals.waitsAlready' });
    await expect(leaveWaiting(alva, id)).rejects.toMatchObject({ name: 'NotFound' });
    await leaveWaiting(egil, id);
    await cancelBooking(cleo, booked);
    await mindHouses();
    expect(await heldBy('rivalen')).toEqual([]);
  });

  it('is left and joined again by oneself; who is taken out by a colleague is told', async () => {
    await book(egil, 'room', { date: '2027-03-11' });
    const { id } = await wait(cleo, 'room', { date: '2027-03-11' });
    expect((await listWaiting(disa)).map(({ own }) => own)).toEqual([false]);
    expect(await leaveWaiting(cleo, id)).toEqual({ own: true });
    await expect(rejoinWaiting(disa, id)).rejects.toBeInstanceOf(NotFound);
    await rejoinWaiting(cleo, id);
    expect((await listWaiting(cleo)).map(({ own }) => own)).toEqual([true]);
    const told = () => subjectsTo('cleo');
    expect(await told()).toEqual([]);
    expect(await leaveWaiting(disa, id)).toEqual({ own: false });
    expect(await told()).toEqual(['Du står inte längre på väntelistan']);
    const notices = await world.asSystem((db) => db.notice.findMany());
    expect(notices.map(({ kind, personId }) => [kind, personId])).toEqual([
      ['waitingRemoved', world.person('cleo')],
    ]);
  });

  it('ends when the house closes, and for who has left the organisation', async () => {
    const room = await book(cleo, 'room');
    await book(cleo, 'desk-1', { date: '2027-03-03' });
    await wait(egil, 'room');
    const closure = closureSchema.parse({
      site: 'huset',
      fromDay: '2027-03-02',
      toDay: '2027-03-02',
      sv: 'Stängt',
    });
    const { id } = await draftClosure(host, null, closure);
    await publishClosure(host, id, { byBooking: new Map(), rest: true });
    expect(await statusOf(cleo, room.id)).toBe('CANCELLED');
    expect([await heldBy('rivalen'), await listWaiting(egil)]).toEqual([[], []]);
  });

  it('of fifty who cancel and book at once leaves no place twice and nobody stuck', async () => {
    const keys = ['desk-1', 'desk-2', 'desk-3', 'room', 'fixed-1'];
    const made = await Promise.all(keys.map((key) => book(cleo, key)));
    for (const key of keys) await wait(egil, key);
    const tries = Array.from({ length: 50 }, (_, n) =>
      n % 10 === 0
        ? cancelBooking(cleo, made[n / 10]?.id ?? '')
        : book(n % 2 ? alva : disa, keys[n % 5] as string),
    );
    const done = await Promise.allSettled(tries);
    const odd = done.flatMap((one) =>
      one.status === 'rejected' && one.reason.code !== 'workspace.refusals.taken'
        ? [one.reason]
        : [],
    );
    expect(odd).toEqual([]);
    await mindHouses();
    const live = await world.asSystem((db) =>
      db.occupancy.groupBy({ by: ['unitId'], where: { releasedAt: null }, _count: true }),
    );
    expect(live.map(({ _count }) => _count)).toEqual([1, 1, 1, 1, 1]);
    // Fifty at once, on a machine that may be busy.
  }, 30_000);
});
