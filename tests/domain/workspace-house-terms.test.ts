import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { confirmHold } from '#lib/workspace/holding.ts';
import { acceptTerms, listOwnTerms } from '#lib/workspace/place-terms.ts';
import { findPlace } from '#lib/workspace/reads.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { bookSeries } from '#lib/workspace/series.ts';
import { seriesSchema } from '#lib/workspace/series-schema.ts';
import { findTerms, listTerms } from '#lib/workspace/term-reads.ts';
import { termsSchema, writeTerms } from '#lib/workspace/term-writes.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let host: Scope;
let admin: Scope;
/** Each test has a kind or place of its own: terms are never taken away again. */
let room: string;

beforeAll(async () => {
  world = await makeWorld();
  [cleo, disa, egil, host, admin] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('ivar'),
    world.enter('judit'),
  ]);
});
beforeEach(async () => {
  stopClock(mondayMorning);
  house = await makeHouse(world, { slug: `huset-${crypto.randomUUID()}` });
  room = house.place('room');
});
afterEach(() => stopClock(null));
afterAll(() => world.close());

const write = (of: string, own: object = {}) =>
  writeTerms(
    admin,
    termsSchema.parse({
      ...{ of, title_sv: 'Labbregler', text_sv: 'Tyst.', validFrom: '2027-03-01' },
      ...{ demanded: ['yes'], ...own },
    }),
  );
const book = (scope: Scope, key: string, own: Partial<BookingInput> = {}) =>
  bookPlace(scope, wishFor(house.place(key), own));
const first = 'workspace.refusals.termsFirst';
const wish = { date: '2027-03-02', from: '09:00', to: '12:00' };

describe('Terms of a place', () => {
  it('are agreed to with the first booking, once for the organisation, and again when rewritten', async () => {
    const { id } = await write(`place:${room}`);
    expect((await findPlace(cleo, room, wish)).terms).toMatchObject([{ id, version: 1 }]);
    await expect(book(cleo, 'room')).rejects.toMatchObject({
      code: first,
      fields: { termsAccepted: first },
    });
    await book(cleo, 'room', { termsAccepted: [id] });
    expect((await findPlace(disa, room, wish)).terms).toEqual([]);
    await book(disa, 'room', { date: '2027-03-03' });
    await expect(book(egil, 'room', { date: '2027-03-04' })).rejects.toThrow(first);

    const second = await write(`place:${room}`, { validFrom: '2027-03-08' });
    await book(disa, 'room', { date: '2027-03-05' });
    stopClock(Temporal.Instant.from('2027-03-08T08:00:00Z'));
    await expect(book(disa, 'room', { date: '2027-03-09', termsAccepted: [id] })).rejects.toThrow(
      first,
    );
    await book(disa, 'room', { date: '2027-03-09', termsAccepted: [second.id] });
    const { acceptances, state } = await findTerms(admin, id);
    expect(state).toBe('OLDER');
    expect(acceptances).toMatchObject([{ organisation: 'Fjällvård AB', person: 'Cleo Ask' }]);
  });

  it('are told of to the administrators of whoever agreed, when they are rewritten', async () => {
    const { id } = await write(`place:${room}`);
    await book(cleo, 'room', { termsAccepted: [id] });
    const told = () =>
      world.asSystem((db) =>
        db.notice.findMany({
          where: { kind: 'termsWritten' },
          select: { personId: true, path: true },
        }),
      );
    const before = (await told()).length;
    await write(`place:${room}`, { text_sv: 'Tystare.', validFrom: '2027-03-08' });
    expect((await told()).slice(before)).toEqual([
      { personId: world.person('disa'), path: '/nord/fjallvard/terms' },
    ]);
    await write('LAB', { validFrom: '2027-03-09' });
    expect(await told()).toHaveLength(before + 1);
  });

  it('leave no language behind without a word', async () => {
    const both = { text_nb: 'Stille.', title_nb: 'Regler' };
    await write(`place:${room}`, both);
    const left = 'workspace.refusals.termsLeftBehind';
    const again = { ...both, text_sv: 'Tystare.', validFrom: '2027-03-08' };
    const half = write(`place:${room}`, again);
    await expect(half).rejects.toMatchObject({ code: left, fields: { text_nb: left } });
    await write(`place:${room}`, { ...again, unchanged: ['yes'] });
    await write(`place:${room}`, { ...again, text_sv: 'Tyst igen.', text_nb: 'Stillere.' });
  });

  it('end with a version that asks for nothing, and hold from midnight of the site', async () => {
    await write(`place:${room}`, { validFrom: '2027-03-02' });
    await book(cleo, 'room');
    stopClock(Temporal.Instant.from('2027-03-01T22:59:00Z'));
    await book(cleo, 'room', { date: '2027-03-03' });
    stopClock(Temporal.Instant.from('2027-03-01T23:00:00Z'));
    await expect(book(cleo, 'room', { date: '2027-03-04' })).rejects.toThrow(first);
    await write(`place:${room}`, { validFrom: '2027-03-05', demanded: [] });
    stopClock(Temporal.Instant.from('2027-03-05T08:00:00Z'));
    await book(cleo, 'room', { date: '2027-03-08' });
    const mine = (await listTerms(admin)).filter(({ placeId }) => placeId === room);
    expect(mine.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 ENDED', '1 OLDER']);
  });

  it('of its kind are asked for as well, and can be agreed to on their own page', async () => {
    const kind = await write('OFFICE', { title_sv: 'Kontorsregler' });
    const own = await write(`place:${house.place('office')}`);
    await expect(book(egil, 'office', { termsAccepted: [kind.id] })).rejects.toThrow(first);
    const due = (await listOwnTerms(egil)).filter(({ accepted }) => !accepted);
    expect(due.map(({ id }) => id)).toEqual(expect.arrayContaining([kind.id, own.id]));
    await acceptTerms(egil, kind.id);
    await acceptTerms(egil, own.id);
    await acceptTerms(egil, own.id);
    await book(egil, 'office');
    const accepted = (await listOwnTerms(egil)).find(({ id }) => id === own.id);
    expect(accepted?.accepted?.by).toBe('Egil Sten');
  });

  it('stand before a series, a confirmed hold and a move, and nothing of it is made', async () => {
    const { id } = await write(`place:${room}`);
    const bookings = () => world.asSystem((db) => db.booking.count({ where: { placeId: room } }));
    const series = (own: object) =>
      bookSeries(
        cleo,
        seriesSchema.parse({
          ...{ placeId: room, ...wish, pattern: 'WEEK', weekdays: ['2'], count: '3' },
          ...{ interval: '1', policy: 'ALL', requestKey: crypto.randomUUID(), ...own },
        }),
      );
    await expect(series({})).rejects.toThrow(first);
    const desk = await book(cleo, 'desk-1', { date: '2027-03-05' });
    const { revision } = await findBooking(cleo, desk.id);
    const to = { placeId: room, date: '2027-03-05', from: '09:00', to: '12:00', purpose: '' };
    await expect(changeBooking(cleo, desk.id, { ...to, revision })).rejects.toThrow(first);
    const held = await offered();
    await expect(confirmHold(egil, held)).rejects.toThrow(first);
    expect((await findBooking(egil, held)).held?.terms.map((one) => one.id)).toEqual([id]);
    expect(await bookings()).toBe(1);
    await series({ termsAccepted: [id] });
    await changeBooking(cleo, desk.id, { ...to, revision });
    await confirmHold(egil, held, { termsAccepted: [id] });
    expect(await bookings()).toBe(1 + 3 + 1);
  });

  it('are not agreed to by the house for its guests', async () => {
    const { id } = await write(`place:${room}`);
    const organisationId = world.organisation('rivalen');
    const forThem = { organisationId, forId: world.person('egil'), termsAccepted: [id] };
    await expect(book(host, 'room', forThem)).rejects.toThrow('termsFirstByThem');
    await acceptTerms(egil, id);
    await book(host, 'room', forThem);
  });

  /** As the waiting list gives it: unasked. */
  async function offered(): Promise<string> {
    const hubId = world.hub('nord');
    const held = { heldUntil: new Date('2027-03-01T09:00:00Z'), status: 'HELD' as const };
    const time = {
      startsAt: new Date('2027-03-04T08:00:00Z'),
      endsAt: new Date('2027-03-04T09:00:00Z'),
    };
    return world.asSystem(async (db) => {
      const { id } = await db.booking.create({
        data: {
          ...{ hubId, placeId: room, organisationId: world.organisation('rivalen'), ...time },
          ...{ bookedById: world.person('egil'), bookedForId: world.person('egil'), ...held },
          ...{ actorClass: 'COMPANY', requestKey: crypto.randomUUID() },
        },
      });
      const { heldUntil } = held;
      const taken = { hubId, unitId: house.unit('room'), bookingId: id, ...time, heldUntil };
      await db.occupancy.create({ data: { ...taken, kind: 'HOLD' } });
      return id;
    });
  }
});

describe('The wall', () => {
  it('judges whatever way a booking comes', async () => {
    await write(`place:${room}`);
    const row = {
      ...{ hubId: world.hub('nord'), placeId: room, organisationId: world.organisation('rivalen') },
      ...{ bookedById: world.person('egil'), bookedForId: world.person('egil') },
      ...{ startsAt: new Date('2027-03-04T08:00:00Z'), endsAt: new Date('2027-03-04T09:00:00Z') },
      ...{ actorClass: 'COMPANY' as const, createdAt: new Date('2027-03-02T08:00:00Z') },
    };
    const forced = world.asSystem((db) =>
      db.booking.create({ data: { ...row, requestKey: crypto.randomUUID() } }),
    );
    await expect(forced).rejects.toThrow('terms_before_booking');
  });

  it('lets nobody write terms but hub admins, agree for others, or change what was agreed', async () => {
    const { id } = await write(`place:${room}`);
    await expect(writeTerms(host, termsSchema.parse(form))).rejects.toThrow('rule:edit');
    const hubId = world.hub('nord');
    const forge = (scope: Scope, organisation: string, person: 'cleo' | 'egil' | 'ivar') =>
      scope.write('notice:read' as 'booking:create', (db, deed) => {
        deed.record('termsAccepted', 'houseTerms', id);
        return db.termsAcceptance.createMany({
          data: [
            {
              ...{ hubId, termsId: id, organisationId: world.organisation(organisation) },
              personId: world.person(person),
            },
          ],
        });
      });
    await expect(forge(cleo, 'rivalen', 'cleo')).rejects.toThrow(/row-level security/);
    await expect(forge(cleo, 'fjallvard', 'egil')).rejects.toThrow(/row-level security/);
    await expect(forge(host, 'region-norr', 'ivar')).rejects.toThrow(/row-level security/);
    await forge(cleo, 'fjallvard', 'cleo');
    const system = (text: string) => world.asSystem((db) => db.$executeRawUnsafe(text));
    await expect(system('update terms_acceptance set accepted_at = now()')).rejects.toThrow(
      /permission denied/,
    );
    await expect(system('delete from house_terms')).rejects.toThrow(/permission denied/);
    const seen = (scope: Scope) =>
      scope.read('notice:read', (db) => db.termsAcceptance.count({ where: { termsId: id } }));
    expect([await seen(cleo), await seen(egil), await seen(host)]).toEqual([1, 0, 1]);
    const abroad = await world.enter('kari');
    expect(await abroad.read('notice:read', (db) => db.houseTerms.count())).toBe(0);
  });
  const form = {
    ...{ of: 'LAB', title_sv: 'x', text_sv: 'x', validFrom: '2027-03-01', demanded: ['yes'] },
  };
});
