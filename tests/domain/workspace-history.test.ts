import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changesTold, sentenceOf } from '#components/house/log-words.ts';
import { findHistory } from '#lib/log/history.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { PriceInput } from '#lib/prices/schema.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { findBehalfChoices } from '#lib/workspace/behalf.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking } from '#lib/workspace/booking-reads.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, egil, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const of = async (scope: Scope, id: string) =>
  (await findHistory(scope, scope === host ? 'booking:decide' : 'booking:list', id, 'sv')).map(
    ({ kind, person }) => [kind, person],
  );

describe('What has become of a booking', () => {
  it('is read by its organisation and the house, who and what before and after, by nobody else', async () => {
    const { id } = await bookPlace(cleo, wishFor(house.place('room')));
    const to = { date: '2027-03-03', from: '13:00', to: '15:00', purpose: '', revision: 0 };
    await changeBooking(cleo, id, { ...to, placeId: house.place('room') });
    await cancelBooking(host, id, 'Vattenläcka');
    expect(await of(cleo, id)).toEqual([
      ['bookingCancelled', null],
      ['bookingChanged', 'Cleo Ask'],
      ['bookingMade', 'Cleo Ask'],
    ]);
    expect(await of(host, id)).toEqual([
      ['bookingCancelled', 'Ivar Mo'],
      ['bookingChanged', 'Cleo Ask'],
      ['bookingMade', 'Cleo Ask'],
    ]);
    const [, moved] = await findHistory(host, 'booking:decide', id, 'sv');
    expect(moved?.changes).toEqual([
      { field: 'time', from: '2027-03-02 09:00–12:00', to: '2027-03-03 13:00–15:00' },
    ]);
    expect(await of(egil, id)).toEqual([]);
  });
});

describe('Each row of what has become of a booking', () => {
  const told = async (id: string) =>
    (await findHistory(cleo, 'booking:list', id, 'sv')).map((entry) => [
      sentenceOf({ locale: 'sv', hub: 'Nord', own: true }, entry),
      ...changesTold('sv', entry),
    ]);

  it('says what was so then: time, place and price before and after, and that the purpose changed', async () => {
    const price: PriceInput = {
      ...{ kind: 'MEETING_ROOM', actorClass: 'COMPANY', unit: 'HOUR', ore: 10_000 },
      ...{ vatClass: 'SE_STANDARD', from: '2027-03-01', passHours: 0, passMonths: 0 },
    };
    await setPrice(await world.enter('judit'), price);
    const { id } = await bookPlace(cleo, wishFor(house.place('room'), { date: '2027-03-04' }));
    const to = { date: '2027-03-05', from: '13:00', to: '15:00', people: 1 };
    await changeBooking(cleo, id, {
      ...{ ...to, purpose: 'Årsmöte', revision: 0, placeId: house.place('room') },
    });
    await changeBooking(cleo, id, {
      ...{ ...to, purpose: 'Årsmöte', revision: 1, placeId: house.place('desk-1') },
    });
    await cancelBooking(cleo, id);
    const [first, then] = ['4 mars 2027 09:00–12:00', '5 mars 2027 13:00–15:00'];
    expect(
      JSON.parse(JSON.stringify(await told(id)).replaceAll(/[\u00a0\u2009\u202f]/g, ' ')),
    ).toEqual([
      [`Cleo Ask avbokade desk-1 (${then})`],
      [
        `Cleo Ask ändrade bokningen av room (${then})`,
        ...['Plats: room → desk-1', 'Pris utan moms: 200,00 kr → 0,00 kr'],
      ],
      [
        `Cleo Ask ändrade bokningen av room (${first})`,
        ...[`Tid: ${first} → ${then}`, 'Pris utan moms: 300,00 kr → 200,00 kr', 'Ändamål ändrades'],
      ],
      [`Cleo Ask bokade room (${first})`],
    ]);
  });

  it('says less, not what is so now, where an event of an older version lacks the facts', async () => {
    const { id } = await bookPlace(cleo, wishFor(house.place('desk-2'), { date: '2027-03-08' }));
    const old = () =>
      cleo.write('booking:change', async (_db, deed) => {
        deed.record('bookingReferred', 'booking', id);
      });
    await old();
    expect((await told(id))[0]?.[0]).toContain('desk-2 (8 mars 2027');
    const to = { date: '2027-03-09', from: '13:00', to: '15:00', people: 1, purpose: '' };
    await changeBooking(cleo, id, { ...to, revision: 0, placeId: house.place('desk-2') });
    expect((await told(id))[1]).toEqual(['Cleo Ask satte en fakturareferens på en plats']);
  });
});

describe('The house books for an organisation', () => {
  it('for somebody of it, who is told; the organisation finds it, and by whom', async () => {
    const { organisations, people, places } = await findBehalfChoices(
      host,
      world.organisation('fjallvard'),
    );
    expect(organisations.map(({ id }) => id)).toContain(world.organisation('fjallvard'));
    expect(people.map(({ name }) => name)).toContain('Cleo Ask');
    expect(places.map(({ id }) => id)).toContain(house.place('desk-1'));
    const forId = people.find(({ name }) => name === 'Cleo Ask')?.id;
    const organisationId = world.organisation('fjallvard');
    const { id } = await bookPlace(host, wishFor(house.place('desk-1'), { organisationId, forId }));
    expect(await findBooking(cleo, id)).toMatchObject({ bookedFor: 'Cleo Ask', bookedBy: null });
    const mail = await world.asSystem((db) => db.mail.findMany({ orderBy: { createdAt: 'desc' } }));
    expect(mail[0]?.recipient).toBe('cleo@nord.example');
  });

  it('tells members nothing: neither whom there is nor that they might', async () => {
    await expect(findBehalfChoices(cleo, null)).rejects.toBeInstanceOf(NotFound);
    const elsewhere = await findBehalfChoices(host, world.organisation('folldal'));
    expect(elsewhere.people).toEqual([]);
  });
});
