import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPublic } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking, listBookings, listHouseToday } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { findFreePlaces, findHouse, findPlace } from '#lib/workspace/reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let abroad: House;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  abroad = await makeHouse(world, { hub: 'innland' });
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

const refused = (code: string) => ({ name: 'Refusal', code: `workspace.refusals.${code}` });
const stateIn = (places: readonly { code: string; state: string }[], code: string) =>
  places.find((place) => place.code === code)?.state;

describe('who may not', () => {
  it('is a visitor', async () => {
    const visitor = await enterPublic('nord');
    await expect(findFreePlaces(visitor, {})).rejects.toBeInstanceOf(NotFound);
    const wish = wishFor(house.place('desk-1'));
    await expect(bookPlace(visitor, wish)).rejects.toBeInstanceOf(NotFound);
    await expect(listBookings(visitor)).rejects.toBeInstanceOf(NotFound);
    await expect(listHouseToday(visitor)).rejects.toBeInstanceOf(NotFound);
  });

  it('is someone whose session is not known', async () => {
    const entering = enterOrganisation(crypto.randomUUID(), 'nord', 'fjallvard');
    await expect(entering).rejects.toBeInstanceOf(NotFound);
  });

  it('is the house staff, who book for no organisation of their own', async () => {
    const host = await world.enter('ivar');
    const wish = wishFor(house.place('desk-1'));
    await expect(bookPlace(host, wish)).rejects.toBeInstanceOf(NotFound);
  });

  it('is a member, as to what all others do in the house', async () => {
    const cleo = await world.enter('cleo');
    await expect(listHouseToday(cleo, '2027-03-02')).rejects.toBeInstanceOf(NotFound);
    const assessor = await world.enter('hedda');
    await expect(listHouseToday(assessor, '2027-03-02')).rejects.toBeInstanceOf(NotFound);
  });

  it("is another organisation, as to one's bookings", async () => {
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    for (const other of ['egil', 'alva', 'greta'] as const) {
      const scope = await world.enter(other);
      await expect(findBooking(scope, id)).rejects.toBeInstanceOf(NotFound);
      await expect(cancelBooking(scope, id)).rejects.toBeInstanceOf(NotFound);
      expect((await listBookings(scope)).bookings).toEqual([]);
    }
    expect((await listBookings(await world.enter('cleo'))).bookings).toHaveLength(1);
  });

  it('is the host, as to cancelling what others booked without a word', async () => {
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    const host = await world.enter('ivar');
    await expect(cancelBooking(host, id)).rejects.toMatchObject(refused('sayWhy'));
    expect((await findBooking(host, id)).status).toBe('CONFIRMED');
    const assessor = await world.enter('hedda');
    await expect(cancelBooking(assessor, id, 'Nej')).rejects.toBeInstanceOf(NotFound);
  });

  it('is another hub', async () => {
    const kari = await world.enter('kari');
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    await expect(findPlace(kari, house.place('desk-1'), {})).rejects.toBeInstanceOf(NotFound);
    await expect(bookPlace(kari, wishFor(house.place('desk-2')))).rejects.toBeInstanceOf(NotFound);
    await expect(findBooking(kari, id)).rejects.toBeInstanceOf(NotFound);
    await expect(cancelBooking(kari, id)).rejects.toBeInstanceOf(NotFound);
    const { places } = await findFreePlaces(kari, {
      date: '2027-03-02',
      from: '09:00',
      to: '12:00',
    });
    expect(places.every(({ state }) => state === 'free')).toBe(true);
    expect(places.map(({ id: placeId }) => placeId)).toContain(abroad.place('desk-1'));
  });

  it('is anyone, as to ids that are none', async () => {
    const cleo = await world.enter('cleo');
    await expect(findBooking(cleo, "1' or '1'='1")).rejects.toBeInstanceOf(NotFound);
    await expect(findPlace(cleo, 'desk-1', {})).rejects.toBeInstanceOf(NotFound);
    await expect(cancelBooking(cleo, '')).rejects.toBeInstanceOf(NotFound);
    await expect(bookPlace(cleo, wishFor('desk-1'))).rejects.toBeInstanceOf(NotFound);
    await expect(findBooking(cleo, crypto.randomUUID())).rejects.toBeInstanceOf(NotFound);
    await expect(findFreePlaces(cleo, { site: 'nowhere' })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('finding', () => {
  it('lets anyone see the house, but not how it stands', async () => {
    await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    const seen = await findHouse(await enterPublic('nord'));
    expect(seen.places).toHaveLength(8);
    expect(seen.site.hours).toHaveLength(5);
    for (const word of ['state', 'taken', 'unit']) expect(JSON.stringify(seen)).not.toContain(word);
  });

  it('shows every place and for which organisation it is taken, not for whom nor what for', async () => {
    await bookPlace(
      await world.enter('cleo'),
      wishFor(house.place('desk-1'), { purpose: 'Hemlig plan' }),
    );
    const at = { date: '2027-03-02', from: '11:00', to: '12:00' };
    const own = await findFreePlaces(await world.enter('disa'), at);
    expect(stateIn(own.places, 'desk-1')).toBe('mine');
    const egil = await world.enter('egil');
    const longer = await findFreePlaces(egil, { ...at, to: '13:00' });
    expect(stateIn(longer.places, 'desk-1')).toBe('partly');
    const found = await findFreePlaces(egil, at);
    expect(stateIn(found.places, 'desk-1')).toBe('taken');
    expect(found.places.at(-1)?.by).toBe('Fjällvård AB');
    expect(stateIn(found.places, 'desk-2')).toBe('free');
    expect(found.places.at(-1)?.code).toBe('desk-1');
    expect(found.places.slice(0, -1).map(({ code }) => code)).toEqual([
      'desk-2',
      'desk-3',
      'fixed-1',
      'office',
      'in-1',
      'in-2',
      'room',
    ]);
    const told = JSON.stringify(found);
    for (const secret of [world.person('cleo'), world.organisation('fjallvard'), 'Hemlig plan']) {
      expect(told).not.toContain(secret);
    }
  });

  it('narrows by seats and kind, and keeps the rest for the plan', async () => {
    const cleo = await world.enter('cleo');
    const forSix = await findFreePlaces(cleo, { seats: 6 });
    expect(forSix.places.map(({ code }) => code)).toEqual(['room']);
    expect(forSix.others).toHaveLength(7);
    const desks = await findFreePlaces(cleo, { kind: 'FIXED_DESK' });
    expect(desks.places.map(({ code }) => code)).toEqual(['fixed-1', 'in-1', 'in-2']);
  });

  it('begins with the next half day of the house', async () => {
    const cleo = await world.enter('cleo');
    // 09:05 on a Monday in Stockholm: the morning has begun.
    const { slot } = await findFreePlaces(cleo, {});
    expect(slot).toEqual({ date: '2027-03-01', from: '12:00', to: '17:00' });
  });

  it('says what is wrong with a time instead of falling over it', async () => {
    const cleo = await world.enter('cleo');
    const found = await findFreePlaces(cleo, { date: '2027-03-06', from: '09:00', to: '12:00' });
    expect(found.refusal).toMatchObject(refused('closedDay'));
    expect(found.places.every(({ state }) => state === 'closed')).toBe(true);
  });

  it('leaves hidden places out and shows those out of service as closed', async () => {
    const set = (key: string, state: 'HIDDEN' | 'OUT_OF_SERVICE' | 'ACTIVE') =>
      world.asSystem((db) =>
        db.place.updateMany({ where: { id: house.place(key) }, data: { state } }),
      );
    await set('desk-1', 'HIDDEN');
    await set('desk-2', 'OUT_OF_SERVICE');
    const cleo = await world.enter('cleo');
    const { places } = await findFreePlaces(cleo, {});
    expect(stateIn(places, 'desk-1')).toBeUndefined();
    expect(stateIn(places, 'desk-2')).toBe('closed');
    await expect(bookPlace(cleo, wishFor(house.place('desk-1')))).rejects.toBeInstanceOf(NotFound);
    const broken = bookPlace(cleo, wishFor(house.place('desk-2')));
    await expect(broken).rejects.toMatchObject(refused('outOfService'));
    await set('desk-1', 'ACTIVE');
    await set('desk-2', 'ACTIVE');
  });
});

describe('booking', () => {
  it('keeps who, what and when, takes the place and records the event', async () => {
    const cleo = await world.enter('cleo');
    const wish = wishFor(house.place('desk-1'), { purpose: 'Möte om larm' });
    const { id } = await bookPlace(cleo, wish);
    expect(await findBooking(cleo, id)).toMatchObject({
      place: { id: house.place('desk-1'), kind: 'HOT_DESK' },
      startsAt: new Date('2027-03-02T08:00:00Z'),
      endsAt: new Date('2027-03-02T11:00:00Z'),
      zone: 'Europe/Stockholm',
      status: 'CONFIRMED',
      purpose: 'Möte om larm',
      bookedBy: 'Cleo Ask',
      notCancellable: null,
    });
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id } }),
    );
    expect(events).toMatchObject([
      {
        kind: 'bookingMade',
        organisationId: world.organisation('fjallvard'),
        personId: world.person('cleo'),
      },
    ]);
    expect(JSON.stringify(events[0]?.detail)).not.toContain('larm');
  });

  it('is for every member: company, municipality, region, voluntary body', async () => {
    const at = ['08:00', '09:00', '10:00', '11:00', '12:00'];
    for (const [n, who] of (['cleo', 'alva', 'greta', 'frej'] as const).entries()) {
      const time = { from: at[n], to: at[n + 1] };
      await bookPlace(await world.enter(who), wishFor(house.place('room'), time));
    }
    const { bookings } = await listHouseToday(await world.enter('ivar'), '2027-03-02');
    expect(bookings.map(({ organisation }) => organisation?.name)).toEqual([
      'Fjällvård AB',
      'Bergs kommun',
      'Region Norr',
      'Anhöriga i Norr',
    ]);
  });

  it('refuses what the house does not allow, at the field', async () => {
    const cleo = await world.enter('cleo');
    const attempt = (own: Parameters<typeof wishFor>[1]) =>
      bookPlace(cleo, wishFor(house.place('desk-1'), own));
    const cases = [
      [{ date: '2027-02-26' }, 'past', 'date'],
      [{ date: '2027-03-01', from: '08:45' }, 'past', 'from'],
      [{ date: '2027-05-31' }, 'tooFarAhead', 'date'],
      [{ date: '2027-03-07' }, 'closedDay', 'date'],
      [{ from: '06:45' }, 'outsideHours', 'from'],
      [{ to: '19:15' }, 'outsideHours', 'to'],
      [{ from: '12:00', to: '12:00' }, 'endsBeforeStart', 'to'],
      [{ from: '12:00', to: '09:00' }, 'endsBeforeStart', 'to'],
      [{ from: '09:05' }, 'notOnTheQuarter', 'from'],
    ] as const;
    for (const [own, name, field] of cases) {
      const fields = { [field]: `workspace.refusals.${name}` };
      await expect(attempt(own)).rejects.toMatchObject({ ...refused(name), fields });
    }
    expect((await listBookings(cleo)).bookings).toEqual([]);
  });

  it('lets the quarter hour under way be booked, and the last day of ninety', async () => {
    const cleo = await world.enter('cleo');
    const desk = house.place('desk-1');
    await bookPlace(cleo, wishFor(desk, { date: '2027-03-01', from: '09:00', to: '10:00' }));
    await bookPlace(cleo, wishFor(desk, { date: '2027-05-28' }));
    expect((await listBookings(cleo)).bookings).toHaveLength(2);
  });

  it('happens once however often the same form is sent', async () => {
    const cleo = await world.enter('cleo');
    const wish = wishFor(house.place('desk-1'));
    const sent = await Promise.all(Array.from({ length: 8 }, () => bookPlace(cleo, wish)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await bookPlace(cleo, wish)).toEqual(sent[0]);
    expect((await listBookings(cleo)).bookings).toHaveLength(1);
    expect(await world.asSystem((db) => db.mail.count())).toBe(1);
  });

  it('refuses a used form that asks for something else, and knows it by its person alone', async () => {
    const cleo = await world.enter('cleo');
    const wish = wishFor(house.place('desk-1'));
    await bookPlace(cleo, wish);
    const changed = { ...wish, from: '13:00', to: '14:00' };
    await expect(bookPlace(cleo, changed)).rejects.toMatchObject(refused('formUsed'));
    const other = { ...wish, placeId: house.place('desk-2') };
    const { id } = await bookPlace(await world.enter('disa'), other);
    expect((await findBooking(await world.enter('disa'), id)).bookedBy).toBe('Disa Holm');
  });

  it('names the refusal of a taken place and offers ways out, nearest first', async () => {
    const cleo = await world.enter('cleo');
    await bookPlace(cleo, wishFor(house.place('desk-1')));
    const egil = await world.enter('egil');
    const refusal = await bookPlace(egil, wishFor(house.place('desk-1'))).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject(refused('taken'));
    const ways = refusal.detail.alternatives.map(
      (way: { way: string; name: { sv: string }; from: string; to: string }) =>
        `${way.way} ${way.name.sv} ${way.from}-${way.to}`,
    );
    expect(ways).toEqual([
      'otherPlace desk-2 09:00-12:00',
      'otherPlace desk-3 09:00-12:00',
      'otherTime desk-1 12:00-15:00',
      'otherTime desk-1 12:15-15:15',
      'otherKind fixed-1 09:00-12:00',
      'otherKind in-1 09:00-12:00',
    ]);
    for (const { placeId, date, from, to } of refusal.detail.alternatives.slice(0, 3)) {
      await bookPlace(egil, wishFor(placeId, { date, from, to }));
    }
  });
});

describe('cancelling', () => {
  it('frees the place at once; others may book it', async () => {
    const cleo = await world.enter('cleo');
    const { id } = await bookPlace(cleo, wishFor(house.place('office')));
    await cancelBooking(cleo, id);
    expect(await findBooking(cleo, id)).toMatchObject({ status: 'CANCELLED', revision: 1 });
    const rows = await world.asSystem((db) => db.occupancy.findMany({ where: { bookingId: id } }));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({ releaseReason: 'CANCELLED', releasedAt: expect.any(Date) });
    }
    await bookPlace(await world.enter('egil'), wishFor(house.place('office')));
    const kinds = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } }),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['bookingMade', 'bookingCancelled']);
  });

  it('is open to a colleague, and only once', async () => {
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    const disa = await world.enter('disa');
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () => cancelBooking(disa, id)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(cancelBooking(disa, id)).rejects.toMatchObject(refused('alreadyCancelled'));
    expect(await findBooking(disa, id)).toMatchObject({ revision: 1 });
  });

  it('is refused once the time has begun', async () => {
    const cleo = await world.enter('cleo');
    const { id } = await bookPlace(cleo, wishFor(house.place('desk-1')));
    stopClock(mondayMorning.add({ hours: 24 }));
    await expect(cancelBooking(cleo, id)).rejects.toMatchObject(refused('hasStarted'));
    expect(await findBooking(cleo, id)).toMatchObject({
      status: 'CONFIRMED',
      notCancellable: 'workspace.refusals.hasStarted',
    });
  });

  it('works for a place that has gone out of service since', async () => {
    const cleo = await world.enter('cleo');
    const { id } = await bookPlace(cleo, wishFor(house.place('desk-3')));
    const where = { id: house.place('desk-3') };
    await world.asSystem((db) => db.place.updateMany({ where, data: { state: 'OUT_OF_SERVICE' } }));
    await cancelBooking(cleo, id);
    expect(await findBooking(cleo, id)).toMatchObject({ status: 'CANCELLED' });
    await world.asSystem((db) => db.place.updateMany({ where, data: { state: 'ACTIVE' } }));
  });
});

describe('lists', () => {
  it('part coming from past and cancelled, twenty a page', async () => {
    const cleo = await world.enter('cleo');
    const days = ['02', '03', '04', '05'];
    const hours = ['08', '09', '10', '11', '12', '13'];
    for (const [n, day] of days.entries()) {
      for (const hour of hours) {
        const to = String(Number(hour) + 1).padStart(2, '0');
        const time = { date: `2027-03-${day}`, from: `${hour}:00`, to: `${to}:00` };
        const { id } = await bookPlace(cleo, wishFor(house.place('room'), time));
        if (n === 3 && hour === '13') await cancelBooking(cleo, id);
      }
    }
    const first = await listBookings(cleo);
    expect(first).toMatchObject({ page: 1, more: true });
    expect(first.bookings).toHaveLength(20);
    expect(first.bookings[0]?.startsAt).toEqual(new Date('2027-03-02T07:00:00Z'));
    const second = await listBookings(cleo, { page: 2 });
    expect(second).toMatchObject({ page: 2, more: false });
    expect(second.bookings).toHaveLength(3);
    const past = await listBookings(cleo, { past: true });
    expect(past.bookings.map(({ status }) => status)).toEqual(['CANCELLED']);
    stopClock(mondayMorning.add({ hours: 48 }));
    expect((await listBookings(cleo, { past: true })).bookings.length).toBeGreaterThan(6);
  });

  it('name nobody who has left the organisation', async () => {
    const disa = await world.enter('disa');
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    const membership = {
      personId: world.person('cleo'),
      organisationId: world.organisation('fjallvard'),
    };
    await world.asSystem((db) => db.membership.deleteMany({ where: membership }));
    expect((await listBookings(disa)).bookings).toMatchObject([{ id, bookedBy: null }]);
    await cancelBooking(disa, id);
    const kept = { ...membership, role: 'STAFF' as const };
    await world.asSystem(async (db) => {
      await db.membership.create({ data: kept });
      // The last membership takes the sessions with it.
      await db.session.updateMany({
        where: { id: world.session('cleo') },
        data: { endedAt: null },
      });
    });
  });

  it("of the house hold a local day's bookings of all organisations, for host and hub admin", async () => {
    await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    await bookPlace(await world.enter('alva'), wishFor(house.place('desk-2'), { from: '08:00' }));
    const { id } = await bookPlace(await world.enter('egil'), wishFor(house.place('desk-3')));
    await cancelBooking(await world.enter('egil'), id);
    for (const who of ['ivar', 'judit'] as const) {
      const { bookings } = await listHouseToday(await world.enter(who), '2027-03-02');
      expect(bookings.map(({ organisation, bookedBy }) => [organisation?.name, bookedBy])).toEqual([
        ['Bergs kommun', 'Alva Lind'],
        ['Fjällvård AB', 'Cleo Ask'],
      ]);
    }
    const today = await listHouseToday(await world.enter('ivar'));
    expect(today).toEqual({ date: '2027-03-01', bookings: [] });
    expect((await listHouseToday(await world.enter('lars'), '2027-03-02')).bookings).toEqual([]);
  });

  it('of the house keep the bookings and the name of an organisation that has left the hub', async () => {
    await bookPlace(await world.enter('egil'), wishFor(house.place('desk-1')));
    const where = { organisationId: world.organisation('rivalen') };
    const set = (state: 'LEFT' | 'VERIFIED') =>
      world.asSystem((db) => db.participation.updateMany({ where, data: { state } }));
    await set('LEFT');
    const { bookings } = await listHouseToday(await world.enter('ivar'), '2027-03-02');
    expect(bookings).toMatchObject([{ organisation: { name: 'Rivalen AB' } }]);
    await set('VERIFIED');
  });
});
