import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { restoreBooking } from '#lib/workspace/restoring.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  stopClock(mondayMorning);
});
beforeEach(async () => {
  await world.asSystem((db) => db.mail.deleteMany());
});
afterAll(async () => {
  stopClock(null);
  await world.close();
});

const letters = () => world.asSystem((db) => db.mail.findMany({ orderBy: { createdAt: 'asc' } }));

function calendarOf(file: string | null | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(file ?? ''));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue('status'),
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone?.tzid,
  };
}

describe('Mail about a booking', () => {
  it('goes to whoever books, in their language, with the time for the calendar', async () => {
    const cleo = await world.enter('cleo');
    const wish = wishFor(house.place('room'), {
      purpose: 'Larm; lås, \nmer',
      from: '13:00',
      to: '14:30',
    });
    const { id } = await bookPlace(cleo, wish);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      hubId: world.hub('nord'),
      recipient: 'cleo@nord.example',
      subject: 'Bokat: room, tisdag 2 mars 2027',
      sentAt: null,
    });
    expect(letter?.text).toContain('När: tisdag 2 mars 2027, 13:00–14:30');
    expect(letter?.text).toContain(`http://localhost:3000/sv/nord/fjallvard/bookings/${id}`);
    expect(calendarOf(letter?.calendar)).toEqual({
      method: 'PUBLISH',
      uid: `${id}@navet`,
      sequence: 0,
      status: 'CONFIRMED',
      starts: '2027-03-02T12:00:00.000Z',
      ends: '2027-03-02T13:30:00.000Z',
      zone: 'Europe/Stockholm',
    });
  });

  it('takes a cancelled booking out of the calendar of whoever booked it', async () => {
    const { id } = await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-1')));
    await cancelBooking(await world.enter('disa'), id);
    const [, letter] = await letters();
    expect(letter?.recipient).toBe('cleo@nord.example');
    expect(letter?.text).toContain('Disa Holm på Fjällvård AB har avbokat desk-1');
    expect(calendarOf(letter?.calendar)).toMatchObject({
      method: 'CANCEL',
      uid: `${id}@navet`,
      sequence: 1,
      status: 'CANCELLED',
    });
  });

  it('of several places booked together is one, with all of them for the calendar', async () => {
    const also = ['desk-1', 'desk-2'].map((key) => house.place(key));
    const wish = wishFor(house.place('room'), { date: '2027-03-10', also });
    await bookPlace(await world.enter('cleo'), wish);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Bokat tillsammans: 3 platser, onsdag 10 mars 2027');
    for (const key of ['room', 'desk-1', 'desk-2']) expect(letter?.text).toContain(`, ${key}\n`);
    const file = new ICAL.Component(ICAL.parse(letter?.calendar ?? ''));
    expect(file.getAllSubcomponents('vevent')).toHaveLength(3);
  });

  it('says “you” to whoever did it, and that a booking stands again', async () => {
    const [cleo, placeId] = [await world.enter('cleo'), house.place('room')];
    const { id } = await bookPlace(cleo, wishFor(placeId, { date: '2027-03-12' }));
    const to = { placeId, from: '13:00', to: '14:00', purpose: '' };
    await changeBooking(cleo, id, { ...to, date: '2027-03-12', revision: 0 });
    await changeBooking(await world.enter('disa'), id, { ...to, date: '2027-03-15', revision: 1 });
    await cancelBooking(cleo, id);
    await restoreBooking(cleo, id);
    const [, own, others, , again] = await letters();
    expect(own?.text).toContain('Du har ändrat bokningen för Fjällvård AB');
    expect(others?.text).toContain('Disa Holm har ändrat bokningen för Fjällvård AB');
    expect(again?.subject).toBe('Gäller igen: room, måndag 15 mars 2027');
    expect(calendarOf(again?.calendar)).toMatchObject({ sequence: 4, status: 'CONFIRMED' });
  });

  it('is not written for a booking that was refused', async () => {
    await bookPlace(await world.enter('cleo'), wishFor(house.place('desk-2')));
    await expect(
      bookPlace(await world.enter('egil'), wishFor(house.place('desk-2'))),
    ).rejects.toThrow();
    expect(await letters()).toHaveLength(1);
  });
});
