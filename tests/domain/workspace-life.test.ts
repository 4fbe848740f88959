import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkIn, leaveEarly } from '#lib/workspace/attending.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { answerHouse, decideBooking } from '#lib/workspace/deciding.ts';
import { confirmHold, extendHold } from '#lib/workspace/holding.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import type { BookingInput, PlaceKind } from '#lib/workspace/schema.ts';
import { type Rule, usualRules } from '#lib/workspace/terms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world, { byTheQuarter: false });
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
    await db.bookingRule.deleteMany();
    await db.placeHolder.deleteMany();
    await db.mail.deleteMany();
    await db.notice.deleteMany();
  });
});
afterAll(() => world.close());

const refused = (code: string) => ({ name: 'Refusal', code: `workspace.refusals.${code}` });
const book = (scope: Scope, key: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(key), own));
const later = (minutes: number) => stopClock(mondayMorning.add({ minutes }));

async function rule(kind: PlaceKind, own: Partial<Rule>) {
  const { approvalFor, bookableBy, ...rest } = { ...usualRules[kind], ...own };
  const hubId = world.hub('nord');
  const data = { ...rest, approvalFor: [...approvalFor], bookableBy: [...bookableBy] };
  await world.asSystem((db) => db.bookingRule.create({ data: { ...data, hubId, kind } }));
}

const letters = () => world.asSystem((db) => db.mail.findMany());
const lettersTo = async (who: string) =>
  (await letters()).filter(({ recipient }) => recipient === `${who}@nord.example`);
const occupied = () => world.asSystem((db) => db.occupancy.count({ where: { releasedAt: null } }));

describe('a kind of place', () => {
  it('is booked on its own grid: a desk by the half day, whatever was wished', async () => {
    const { places } = await findFreePlaces(cleo, {
      date: '2027-03-02',
      from: '09:00',
      to: '11:00',
    });
    const slotOf = (key: string) => {
      const { slot } = places.find(({ code }) => code === key) ?? {};
      return `${slot?.from}-${slot?.to}`;
    };
    expect([slotOf('desk-1'), slotOf('fixed-1'), slotOf('room')]).toEqual([
      '07:00-12:00',
      '07:00-19:00',
      '09:00-11:00',
    ]);
    await expect(book(cleo, 'desk-1')).rejects.toMatchObject(refused('notAHalfDay'));
    await book(cleo, 'desk-1', { from: '07:00' });
    await book(egil, 'desk-1', { from: '12:00', to: '19:00' });
  });

  it('keeps time before and after for itself, unseen', async () => {
    await rule('MEETING_ROOM', { bufferBefore: 15, bufferAfter: 30 });
    const { id } = await book(cleo, 'room', { from: '10:00', to: '11:00' });
    expect((await findBooking(cleo, id)).endsAt.toISOString()).toBe('2027-03-02T10:00:00.000Z');
    const taken = refused('taken');
    await expect(book(egil, 'room', { from: '11:30', to: '12:00' })).rejects.toMatchObject(taken);
    await expect(book(egil, 'room', { from: '09:00', to: '09:30' })).rejects.toMatchObject(taken);
    await book(egil, 'room', { from: '11:45', to: '12:15' });
  });

  it('may be for some only, and seats no more than it does', async () => {
    await rule('MEETING_ROOM', { bookableBy: ['PUBLIC'] });
    await expect(book(cleo, 'room')).rejects.toMatchObject(refused('notForYou'));
    const { places } = await findFreePlaces(cleo, {});
    expect(places.find(({ code }) => code === 'room')?.state).toBe('notForYou');
    await book(await world.enter('alva'), 'room');
    const ids = { hubId: world.hub('nord'), placeId: house.place('desk-2') };
    await world.asSystem((db) =>
      db.placeHolder.create({ data: { ...ids, organisationId: world.organisation('fjallvard') } }),
    );
    const morning = { from: '07:00', to: '12:00' };
    await expect(book(egil, 'desk-2', morning)).rejects.toMatchObject(refused('notForYou'));
    await book(cleo, 'desk-2', morning);
    const many = book(cleo, 'desk-3', { ...morning, people: 2 });
    await expect(many).rejects.toMatchObject({ ...refused('tooManyPeople'), values: { most: 1 } });
  });
});

describe('a pool of desks', () => {
  const morning = { from: '07:00', to: '12:00' };
  beforeAll(async () => {
    const hubId = world.hub('nord');
    await world.asSystem(async (db) => {
      const place = await db.place.findFirstOrThrow({ where: { id: house.place('desk-1') } });
      const pool = { ...place, id: crypto.randomUUID(), code: 'pool', claim: 'ANY' as const };
      await db.place.create({ data: { ...pool, name: { sv: 'Poolen' }, note: {} } });
      const units = ['desk-1', 'desk-2', 'desk-3'].map((key) => house.unit(key));
      await db.placeUnit.createMany({
        data: units.map((unitId) => ({ hubId, placeId: pool.id, unitId })),
      });
    });
  });
  const pool = async () =>
    (await world.asSystem((db) => db.place.findFirstOrThrow({ where: { code: 'pool' } }))).id;

  it('gives each the first that is free, and the desk itself counts as well', async () => {
    await book(egil, 'desk-1', morning);
    const first = await bookPlace(cleo, wishFor(await pool(), morning));
    expect((await findBooking(cleo, first.id)).unit).toBe('desk-2');
    const { places } = await findFreePlaces(cleo, { date: '2027-03-02', ...morning });
    expect(places.find(({ code }) => code === 'pool')).toMatchObject({
      state: 'free',
      unitsFree: 1,
    });
    await bookPlace(cleo, wishFor(await pool(), morning));
    const full = bookPlace(egil, wishFor(await pool(), morning));
    await expect(full).rejects.toMatchObject(refused('taken'));
  });

  it('gives exactly as many as it has to fifty at once', async () => {
    const id = await pool();
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => bookPlace(n % 2 ? cleo : egil, wishFor(id, morning))),
    );
    const won = tries.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(3);
    const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['workspace.refusals.taken']));
  });
});

describe('several places at once', () => {
  it('are had all or none', async () => {
    const also = ['desk-1', 'desk-2'].map((key) => house.place(key));
    await book(cleo, 'room', { also });
    expect(await occupied()).toBe(3);
    const elsewhere = { date: '2027-03-03' };
    await book(egil, 'desk-2', { ...elsewhere, from: '07:00', to: '12:00' });
    const both = book(cleo, 'room', { ...elsewhere, also });
    await expect(both).rejects.toMatchObject(refused('taken'));
    expect(await occupied()).toBe(4);
  });

  it('never end in a deadlock, in whatever order they are asked for', async () => {
    const keys = ['room', 'desk-1', 'desk-2', 'desk-3'];
    const morning = { from: '07:00', to: '12:00' };
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => {
        const [first = '', ...rest] = n % 2 ? keys : keys.toReversed();
        return book(n % 2 ? cleo : egil, first, { ...morning, also: rest.map(house.place) });
      }),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await occupied()).toBe(4);
  });
});

describe('a booking that awaits an answer', () => {
  beforeEach(() => rule('MEETING_ROOM', { approvalFor: ['COMPANY'] }));

  it('takes the place, is told to the house, and holds once it is approved', async () => {
    const { id } = await book(cleo, 'room');
    expect((await findBooking(cleo, id)).status).toBe('PENDING');
    await expect(book(egil, 'room')).rejects.toMatchObject(refused('taken'));
    expect(await lettersTo('cleo')).toMatchObject([{ calendar: null }]);
    const [toAnswer] = await lettersTo('ivar');
    expect(toAnswer?.text).toContain(`/nord/house/bookings/${id}`);
    expect(await lettersTo('judit')).toHaveLength(1);
    expect(await lettersTo('hedda')).toEqual([]);
    await decideBooking(host, id, { answer: 'approve', text: '' });
    expect((await findBooking(cleo, id)).status).toBe('CONFIRMED');
    const files = (await lettersTo('cleo')).map(({ calendar }) => calendar ?? '');
    expect(files.join()).toContain('STATUS:CONFIRMED');
  });

  it('is declined with a reason, and the place is free', async () => {
    const { id } = await book(cleo, 'room');
    const bare = decideBooking(host, id, { answer: 'decline', text: '' });
    await expect(bare).rejects.toMatchObject(refused('sayWhy'));
    await decideBooking(host, id, { answer: 'decline', text: 'Rummet målas om' });
    const { status, remarks } = await findBooking(cleo, id);
    expect([status, remarks[0]?.text]).toEqual(['DECLINED', 'Rummet målas om']);
    const texts = (await lettersTo('cleo')).map(({ text }) => text);
    expect(texts.join()).toContain('Rummet målas om');
    await book(await world.enter('alva'), 'room');
  });

  it('may be asked about first', async () => {
    const { id } = await book(cleo, 'room');
    await decideBooking(host, id, { answer: 'ask', text: 'Hur många kommer?' });
    await answerHouse(cleo, id, 'Åtta');
    const { status, remarks } = await findBooking(host, id);
    expect(status).toBe('PENDING');
    expect(remarks.map(({ kind, text, by }) => [kind, text, by])).toEqual([
      ['ASKED', 'Hur många kommer?', 'Ivar Mo'],
      ['ANSWERED', 'Åtta', 'Cleo Ask'],
    ]);
  });

  it('is answered once, however many answer at once', async () => {
    const { id } = await book(cleo, 'room');
    const admin = await world.enter('judit');
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        decideBooking(n % 2 ? host : admin, id, {
          answer: n % 3 ? 'approve' : 'decline',
          text: 'Svar',
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const bad = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(bad)).toEqual(new Set(['workspace.refusals.alreadyDecided']));
  });

  it('is answered by the house alone', async () => {
    const { id } = await book(cleo, 'room');
    for (const who of ['cleo', 'disa', 'alva', 'hedda', 'kari'] as const) {
      const answer = decideBooking(await world.enter(who), id, { answer: 'approve', text: '' });
      await expect(answer).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('comes back when what was approved moves', async () => {
    const { id } = await book(cleo, 'room');
    await decideBooking(host, id, { answer: 'approve', text: '' });
    const { revision } = await findBooking(cleo, id);
    const time = { date: '2027-03-03', from: '09:00', to: '12:00' };
    await changeBooking(cleo, id, { placeId: house.place('room'), ...time, purpose: '', revision });
    expect((await findBooking(cleo, id)).status).toBe('PENDING');
    await book(await world.enter('alva'), 'room');
  });
});

describe('changing', () => {
  const change = (scope: Scope, id: string, own: Partial<BookingInput> & { revision?: number }) =>
    changeBooking(scope, id, {
      ...{ placeId: house.place('room'), date: '2027-03-02', from: '10:00', to: '13:00' },
      ...{ purpose: '', revision: 0, ...own },
    });

  it('never stands in its own way, and lets the old time go', async () => {
    const { id } = await book(cleo, 'room');
    await change(cleo, id, {});
    expect(await findBooking(cleo, id)).toMatchObject({ revision: 1, status: 'CONFIRMED' });
    await book(egil, 'room', { from: '09:00', to: '10:00' });
    expect(await occupied()).toBe(2);
  });

  it('changes nothing when the new time is taken', async () => {
    const { id } = await book(cleo, 'room');
    await book(egil, 'room', { from: '12:00', to: '13:00' });
    const refusal = await change(cleo, id, {}).catch((error) => error);
    expect(refusal).toMatchObject(refused('taken'));
    expect(refusal.detail.alternatives.length).toBeGreaterThan(0);
    expect(await findBooking(cleo, id)).toMatchObject({ revision: 0 });
    expect(await occupied()).toBe(2);
  });

  it('says so when somebody else was there first', async () => {
    const { id } = await book(cleo, 'room');
    await change(await world.enter('disa'), id, {});
    await expect(change(cleo, id, {})).rejects.toMatchObject(refused('changedMeanwhile'));
  });

  it('is one’s own organisation’s, and over when the time has come', async () => {
    const { id } = await book(cleo, 'room', { date: '2027-03-01', from: '10:00', to: '11:00' });
    await expect(change(egil, id, {})).rejects.toBeInstanceOf(NotFound);
    await rule('MEETING_ROOM', { changeNoticeMinutes: 120 });
    const late = change(cleo, id, { from: '11:00', to: '12:00' });
    await expect(late).rejects.toMatchObject(refused('tooLateToChange'));
    await change(host, id, { from: '11:00', to: '12:00' });
    stopClock(mondayMorning.add({ hours: 26 }));
    const over = change(cleo, id, { date: '2027-03-03', revision: 1 });
    await expect(over).rejects.toMatchObject(refused('hasStarted'));
  });
});

describe('a hold', () => {
  it('keeps the place for a quarter of an hour, then lets it go by itself', async () => {
    const { id } = await book(cleo, 'room', { way: 'hold' });
    await expect(book(egil, 'room')).rejects.toMatchObject(refused('taken'));
    expect(await letters()).toEqual([]);
    later(15);
    await expect(confirmHold(cleo, id)).rejects.toMatchObject(refused('holdExpired'));
    const { id: other } = await book(egil, 'room');
    expect((await findBooking(egil, other)).status).toBe('CONFIRMED');
    expect((await findBooking(cleo, id)).status).toBe('EXPIRED');
  });

  it('becomes a booking, whole, and may be had for longer', async () => {
    const { id } = await book(cleo, 'room', { way: 'hold', also: [house.place('desk-1')] });
    later(10);
    await extendHold(cleo, id);
    later(20);
    await expect(book(egil, 'room')).rejects.toMatchObject(refused('taken'));
    await confirmHold(cleo, id);
    later(60);
    await expect(book(egil, 'room')).rejects.toMatchObject(refused('taken'));
    // One letter for both.
    expect(await letters()).toHaveLength(1);
    await expect(confirmHold(cleo, id)).rejects.toMatchObject(refused('notHeld'));
  });

  it('is had three times by one person, not four', async () => {
    for (const key of ['room', 'desk-1', 'desk-2']) {
      await book(cleo, key, { from: '07:00', to: '12:00', way: 'hold' });
    }
    const fourth = book(cleo, 'desk-3', { from: '07:00', to: '12:00', way: 'hold' });
    await expect(fourth).rejects.toMatchObject(refused('tooManyHolds'));
  });
});

describe('for somebody else', () => {
  it('books a colleague, and both names stand', async () => {
    const { id } = await book(cleo, 'room', { forId: world.person('disa') });
    expect(await findBooking(cleo, id)).toMatchObject({
      bookedBy: 'Cleo Ask',
      bookedFor: 'Disa Holm',
    });
    expect(await letters()).toMatchObject([{ recipient: 'disa@nord.example' }]);
    const stranger = book(cleo, 'desk-1', { forId: world.person('egil') });
    await expect(stranger).rejects.toMatchObject(refused('notOfTheOrganisation'));
  });

  it('lets the house book for any organisation, which sees it in its own log', async () => {
    const organisationId = world.organisation('fjallvard');
    const forCleo = { organisationId, forId: world.person('cleo') };
    const { id } = await book(host, 'room', forCleo);
    expect(await findBooking(cleo, id)).toMatchObject({ bookedFor: 'Cleo Ask', bookedBy: null });
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id } }),
    );
    expect(events).toMatchObject([{ kind: 'bookingMade', concernsId: organisationId }]);
    await expect(book(egil, 'desk-1', forCleo)).rejects.toBeInstanceOf(NotFound);
    const nobody = book(host, 'desk-1', { organisationId, from: '07:00' });
    await expect(nobody).rejects.toMatchObject(refused('forWhom'));
  });

  it('lets the house cancel with a reason, which is told', async () => {
    const { id } = await book(cleo, 'room');
    await cancelBooking(host, id, 'Vattenläcka');
    expect(await findBooking(cleo, id)).toMatchObject({ status: 'CANCELLED' });
    const texts = (await lettersTo('cleo')).map(({ text }) => text);
    expect(texts.join()).toContain('Vattenläcka');
  });
});

describe('coming and going', () => {
  const now = { date: '2027-03-01', from: '10:00', to: '12:00' };

  it('begins a quarter before, and frees what is left when one leaves', async () => {
    const { id } = await book(cleo, 'room', now);
    await expect(checkIn(cleo, id)).rejects.toMatchObject(refused('tooEarlyToEnter'));
    later(45);
    await checkIn(cleo, id);
    await expect(checkIn(cleo, id)).rejects.toMatchObject(refused('alreadyHere'));
    later(85);
    await leaveEarly(cleo, id);
    await book(egil, 'room', { ...now, from: '10:30' });
    const seen = await findBooking(cleo, id);
    expect(seen.endsAt.toISOString()).toBe('2027-03-01T11:00:00.000Z');
    expect(seen.leftAt?.toISOString()).toBe('2027-03-01T09:30:00.000Z');
    await expect(leaveEarly(cleo, id)).rejects.toMatchObject(refused('notHere'));
  });
});

describe('what others see', () => {
  it('is the organisation, or only that it is taken where that was wished', async () => {
    await book(cleo, 'room', { shown: 'HIDDEN' });
    await book(cleo, 'desk-1', { from: '07:00', to: '12:00' });
    const { places } = await findFreePlaces(egil, {
      date: '2027-03-02',
      from: '09:00',
      to: '12:00',
    });
    const by = (key: string) => places.find(({ code }) => code === key)?.by;
    expect([by('room'), by('desk-1')]).toEqual([null, 'Fjällvård AB']);
    expect(JSON.stringify(places)).not.toContain('Cleo');
  });
});
