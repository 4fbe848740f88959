import { beforeEach, describe, expect, it } from 'vitest';
import { offerLease } from '#lib/leases/answering.ts';
import { draftLease } from '#lib/leases/drafting.ts';
import { blockPlace, unblockPlace } from '#lib/places/blocking.ts';
import { findHousePlace, listHousePlaces } from '#lib/places/reads.ts';
import { type BlockInput, type PlaceInput, placeSchema } from '#lib/places/schema.ts';
import { addPlace, changePlace } from '#lib/places/writes.ts';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;
let admin: Scope;

beforeEach(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, egil, host, admin] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
    world.enter('judit'),
  ]);
  stopClock(mondayMorning);
  return async () => {
    stopClock(null);
    await world.close();
  };
});

const refused = (name: string) => ({ name: 'Refusal', code: `places.refusals.${name}` });
const taken = { name: 'Refusal', code: 'workspace.refusals.taken' };
const book = (scope: Scope, key: string, date = '2027-03-09') =>
  bookPlace(scope, wishFor(house.place(key), { date }));
const floorId = async () =>
  (await world.asSystem((db) => db.floor.findFirstOrThrow({ where: { hubId: world.hub('nord') } })))
    .id;
const placeCalled = async (code: string, own: Record<string, unknown> = {}): Promise<PlaceInput> =>
  placeSchema.parse({
    ...{ floorId: await floorId(), kind: 'HOT_DESK', code, nameSv: 'Vid fönstret', seats: '1' },
    ...own,
  });
const mending = (own: Partial<BlockInput> = {}): BlockInput => ({
  ...{ from: '2027-03-08', fromTime: undefined, to: '2027-03-12', toTime: undefined },
  ...{ reason: 'Målning', way: 'ask' as const, ...own },
});
const lettersTo = (who: string) =>
  world.asSystem((db) => db.mail.findMany({ where: { recipient: `${who}@nord.example` } }));
const wish = { date: '2027-03-09', from: '09:00', to: '12:00' };
const stateOf = async (scope: Scope, code: string) =>
  (await findFreePlaces(scope, wish)).places.find((place) => place.code === code)?.state;

describe('a place', () => {
  it('is added by an administrator of the hub and can be booked at once', async () => {
    const { id } = await addPlace(admin, await placeCalled('fonster'));
    await bookPlace(cleo, wishFor(id));
    const input = await placeCalled('annan');
    await expect(addPlace(host, input)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(addPlace(cleo, input)).rejects.toMatchObject({ name: 'NotFound' });
    const again = addPlace(admin, await placeCalled('fonster'));
    await expect(again).rejects.toMatchObject({ ...refused('codeUsed') });
  });

  it('of several units is a pool, which shrinks only by units that nobody has booked', async () => {
    const { id } = await addPlace(admin, await placeCalled('pool', { units: '3' }));
    await Promise.all([cleo, egil].map((scope) => bookPlace(scope, wishFor(id))));
    const smaller = async (units: string) =>
      changePlace(admin, id, await placeCalled('pool', { units }));
    await expect(smaller('1')).rejects.toMatchObject(refused('unitsInUse'));
    await smaller('2');
    await expect(bookPlace(cleo, wishFor(id))).rejects.toMatchObject(taken);
    await smaller('4');
    await bookPlace(cleo, wishFor(id));
    expect(await findHousePlace(admin, id)).toMatchObject({ units: 4, claim: 'ANY' });
  });

  it('is kept for some, or for a class, and then for nobody else', async () => {
    const holders = [world.organisation('rivalen')];
    const { id } = await addPlace(admin, await placeCalled('egil', { holders }));
    const notYours = { code: 'workspace.refusals.notForYou' };
    await expect(bookPlace(cleo, wishFor(id))).rejects.toMatchObject(notYours);
    await bookPlace(egil, wishFor(id));
    await changePlace(admin, id, await placeCalled('egil', { bookableBy: ['PUBLIC'] }));
    await expect(bookPlace(egil, wishFor(id))).rejects.toMatchObject(notYours);
  });

  it('is not kept for a body of another hub, and nobody learns that there is such a body', async () => {
    const refusal = { code: 'places.refusals.noSuchHolder' };
    for (const holder of [world.organisation('folldal'), crypto.randomUUID()]) {
      const asked = addPlace(admin, await placeCalled('stranger', { holders: [holder] }));
      await expect(asked).rejects.toMatchObject(refusal);
    }
    const { id } = await addPlace(admin, await placeCalled('stranger'));
    const forged = world.asSystem((db) =>
      db.placeHolder.create({
        data: {
          hubId: world.hub('nord'),
          placeId: id,
          organisationId: world.organisation('folldal'),
        },
      }),
    );
    await expect(forged).rejects.toThrow(/place_holder_participation_fkey|Foreign key/);
  });

  it('is answered by the house first where it says so itself, whatever its kind says', async () => {
    const { id } = await addPlace(admin, await placeCalled('fonster', { approval: 'yes' }));
    const asked = await bookPlace(cleo, wishFor(id));
    expect((await findBooking(cleo, asked.id)).status).toBe('PENDING');
    await changePlace(admin, id, await placeCalled('fonster', { approval: '' }));
    const booked = await bookPlace(cleo, wishFor(id, { date: '2027-03-03' }));
    expect((await findBooking(cleo, booked.id)).status).toBe('CONFIRMED');
  });

  it('that somebody has ahead of them is not hidden; the refusal names them', async () => {
    const { id } = await addPlace(admin, await placeCalled('fonster'));
    const booking = await bookPlace(cleo, wishFor(id));
    const hidden = await placeCalled('fonster', { state: 'HIDDEN' });
    await expect(changePlace(admin, id, hidden)).rejects.toMatchObject({
      ...refused('somebodyHasIt'),
      detail: { obstacles: [{ id: booking.id, organisation: 'Fjällvård AB' }] },
    });
    await cancelBooking(cleo, booking.id);
    await changePlace(admin, id, hidden);
    await expect(bookPlace(cleo, wishFor(id))).rejects.toMatchObject({ name: 'NotFound' });
    expect((await listHousePlaces(host)).find((one) => one.id === id)?.state).toBe('HIDDEN');
  });

  it('is not hidden behind the back of the portal either, nor booked once hidden', async () => {
    const { id } = await book(cleo, 'desk-1');
    const placeId = house.place('desk-1');
    const hide = () =>
      world.asSystem((db) =>
        db.place.updateMany({ where: { id: placeId }, data: { state: 'HIDDEN' } }),
      );
    await expect(hide()).rejects.toThrow(/booked_places_are_not_hidden/);
    const booked = await world.asSystem((db) => db.booking.findFirstOrThrow({ where: { id } }));
    await cancelBooking(cleo, id);
    await hide();
    const twin = { ...booked, id: crypto.randomUUID(), requestKey: crypto.randomUUID() };
    const behind = world.asSystem((db) => db.booking.create({ data: twin }));
    await expect(behind).rejects.toThrow(/hidden_places_take_nothing/);
  });

  it('hidden and booked at once is one or the other', async () => {
    const placeId = house.place('desk-1');
    const hide = async () =>
      changePlace(admin, placeId, await placeCalled('desk-1', { state: 'HIDDEN' }));
    const [hiding, ...bookings] = await Promise.allSettled([
      hide(),
      ...Array.from({ length: 8 }, () => book(egil, 'desk-1')),
    ]);
    const booked = bookings.filter(({ status }) => status === 'fulfilled').length;
    expect([hiding?.status === 'fulfilled', booked]).toSatisfy(
      ([hidden, count]) => (hidden && count === 0) || (!hidden && count === 1),
    );
  });
});

describe('a place out of service', () => {
  it('is not to be had meanwhile, and again once it is lifted', async () => {
    await blockPlace(host, house.place('desk-1'), mending());
    await expect(book(cleo, 'desk-1')).rejects.toMatchObject(taken);
    expect(await stateOf(cleo, 'desk-1')).toBe('taken');
    await book(cleo, 'desk-1', '2027-03-15');
    const { blocks } = await findHousePlace(host, house.place('desk-1'));
    expect(blocks).toMatchObject([{ reason: 'Målning' }]);
    await unblockPlace(host, blocks[0]?.id ?? '');
    await book(cleo, 'desk-1');
  });

  it('until further notice has no end', async () => {
    await blockPlace(host, house.place('desk-1'), mending({ to: undefined }));
    await expect(book(cleo, 'desk-1', '2027-05-27')).rejects.toMatchObject(taken);
  });

  it('names the bookings in the way, and does nothing until told what becomes of them', async () => {
    const { id } = await book(cleo, 'desk-1');
    const block = blockPlace(host, house.place('desk-1'), mending());
    await expect(block).rejects.toMatchObject({
      ...refused('bookingsInTheWay'),
      detail: { obstacles: [{ id, organisation: 'Fjällvård AB' }] },
    });
    expect((await findBooking(cleo, id)).status).toBe('CONFIRMED');
  });

  it('cancels them with the reason, which is told', async () => {
    const { id } = await book(cleo, 'desk-1');
    await blockPlace(host, house.place('desk-1'), mending({ way: 'cancel' }));
    expect((await findBooking(cleo, id)).status).toBe('CANCELLED');
    expect((await lettersTo('cleo')).at(-1)?.text).toContain('Målning');
  });

  it('or moves them to another place of the kind at the same time', async () => {
    await book(egil, 'desk-2');
    const { id } = await book(cleo, 'desk-1');
    await blockPlace(host, house.place('desk-1'), mending({ way: 'move' }));
    const moved = await findBooking(cleo, id);
    expect(moved.place.id).toBe(house.place('desk-3'));
    expect(moved.startsAt.toISOString()).toBe('2027-03-09T08:00:00.000Z');
    await book(egil, 'desk-1', '2027-03-15');
  });

  it('moves as they are those that fit no rule of today', async () => {
    const { id } = await book(cleo, 'desk-1');
    const data = { step: 'HALF_DAY', maxMinutes: 60, noticeMinutes: 30 * 24 * 60 } as const;
    await world.asSystem((db) =>
      db.bookingRule.updateMany({ where: { kind: 'HOT_DESK' }, data: { ...data, daysAhead: 1 } }),
    );
    await blockPlace(host, house.place('desk-1'), mending({ way: 'move' }));
    const moved = await findBooking(cleo, id);
    expect(moved.place.id).toBe(house.place('desk-2'));
    expect(moved.startsAt.toISOString()).toBe('2027-03-09T08:00:00.000Z');
    expect(moved.endsAt.toISOString()).toBe('2027-03-09T11:00:00.000Z');
  });

  it('and changes nothing where one of them can go nowhere', async () => {
    const { id } = await book(cleo, 'desk-1', '2027-03-08');
    await Promise.all(['desk-1', 'desk-2', 'desk-3'].map((key) => book(egil, key)));
    const block = blockPlace(host, house.place('desk-1'), mending({ way: 'move' }));
    const refusal = await block.catch((error) => error);
    expect(refusal).toMatchObject(refused('nowhereToMove'));
    expect(refusal.detail.obstacles).toHaveLength(1);
    expect((await findBooking(cleo, id)).place.id).toBe(house.place('desk-1'));
  });

  it('cannot be what somebody leases', async () => {
    const { id } = await draftLease(host, {
      ...{ organisationId: world.organisation('fjallvard'), placeIds: [house.place('fixed-1')] },
      ...{ validFrom: '2027-03-01', validTo: undefined, renewalMonths: 0, noticeMonths: 3 },
      ...{
        monthly: 0,
        deposit: 0,
        vatClass: 'SE_RENT',
        vatNote: '',
        terms: '',
        document: '',
        reclaimDays: 1,
      },
      shown: 'ORGANISATION',
    });
    await offerLease(host, id);
    const block = blockPlace(host, house.place('fixed-1'), mending({ way: 'cancel' }));
    await expect(block).rejects.toMatchObject(refused('leaseInTheWay'));
    const pool = changePlace(
      admin,
      house.place('fixed-1'),
      await placeCalled('fixed-1', { units: '2' }),
    );
    await expect(pool).rejects.toMatchObject(refused('leased'));
  });

  it('is the house’s business alone', async () => {
    const block = blockPlace(cleo, house.place('desk-1'), mending());
    await expect(block).rejects.toMatchObject({ name: 'NotFound' });
  });
});
