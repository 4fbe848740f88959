import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { readDisplay } from '#lib/signs/display-reading.ts';
import {
  findHung,
  listSigns,
  makeDisplay,
  makeMissingSigns,
  makeSign,
  revokeDisplay,
} from '#lib/signs/hanging.ts';
import { findHere, openSign, readSign } from '#lib/signs/scanning.ts';
import { checkIn } from '#lib/workspace/attending.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;

beforeEach(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, egil, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
  stopClock(mondayMorning);
  return async () => {
    stopClock(null);
    await world.close();
  };
});

const notFound = { name: 'NotFound' };
const today = { date: '2027-03-01', from: '09:15', to: '11:00' };
const tokenOf = (address: string) => address.split('/').at(-1) ?? '';
const screenAt = async (key: string) => tokenOf(await makeDisplay(host, house.place(key), 'sv'));

describe('a screen at the door', () => {
  it('shows how the place stands and what comes, organisations as they let themselves be seen', async () => {
    const token = await screenAt('desk-1');
    const placeId = house.place('desk-1');
    await bookPlace(cleo, wishFor(placeId, { ...today, purpose: 'Hemligt' }));
    await bookPlace(
      egil,
      wishFor(placeId, { ...today, from: '13:00', to: '14:00', shown: 'HIDDEN' }),
    );
    const before = await readDisplay(token);
    expect(before.showing).toMatchObject({
      ...{ state: 'free', by: null },
      next: [{ by: 'Fjällvård AB' }, { by: null }],
    });
    expect(before.showing.until?.toString()).toBe('2027-03-01T08:15:00Z');
    stopClock(mondayMorning.add({ minutes: 30 }));
    expect((await readDisplay(token)).showing).toMatchObject({
      state: 'taken',
      by: 'Fjällvård AB',
    });
    expect(JSON.stringify(await readDisplay(token))).not.toMatch(/Cleo|Hemligt/);
  });

  it('shows nothing once its address is taken back, nor by any other', async () => {
    const token = await screenAt('desk-1');
    const { displays } = await findHung(host, house.place('desk-1'));
    await expect(revokeDisplay(cleo, displays[0]?.id ?? '')).rejects.toMatchObject(notFound);
    const stranger = await world.enter('lars');
    await expect(revokeDisplay(stranger, displays[0]?.id ?? '')).rejects.toMatchObject(notFound);
    await readDisplay(token);
    await revokeDisplay(host, displays[0]?.id ?? '');
    await expect(readDisplay(token)).rejects.toMatchObject(notFound);
    await expect(readDisplay('x'.repeat(43))).rejects.toMatchObject(notFound);
    const kept = await world.asSystem((db) => db.placeDisplay.findMany());
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('is hung by the house alone', async () => {
    const id = house.place('desk-1');
    await expect(makeDisplay(cleo, id, 'sv')).rejects.toMatchObject(notFound);
    await expect(makeSign(cleo, id)).rejects.toMatchObject(notFound);
    const stranger = await world.enter('lars');
    await expect(makeDisplay(stranger, id, 'nb')).rejects.toMatchObject(notFound);
    await expect(makeSign(stranger, id)).rejects.toMatchObject(notFound);
  });
});

describe('a sign', () => {
  it('leads to its place until a new one takes over', async () => {
    const id = house.place('desk-1');
    await makeMissingSigns(host);
    expect(await listSigns(host)).toHaveLength(8);
    const [old] = await listSigns(host, id);
    expect(await openSign(old?.code ?? '')).toEqual({ hub: cleo.hub.slug, place: id });
    await makeSign(host, id);
    await expect(openSign(old?.code ?? '')).rejects.toMatchObject(notFound);
    const [fresh] = await listSigns(host, id);
    expect((await openSign(fresh?.code ?? '')).place).toBe(id);
  });

  it('shows one’s own booking to check in to, when it is time', async () => {
    const id = house.place('desk-1');
    const booking = await bookPlace(cleo, wishFor(id, today));
    const here = await findHere(cleo, id);
    expect(here).toMatchObject({ own: { id: booking.id, notYet: null }, elsewhere: null });
    await checkIn(cleo, booking.id);
    expect((await findHere(cleo, id)).own?.status).toBe('CHECKED_IN');
    // Whoever comes for another organisation sees a place that is taken, and no booking.
    stopClock(mondayMorning.add({ minutes: 15 }));
    const other = await findHere(egil, id);
    expect(other).toMatchObject({ own: null, elsewhere: null, slot: null });
    expect(other.showing).toMatchObject({ state: 'taken' });
    const stranger = await world.enter('lars');
    await expect(findHere(stranger, id)).rejects.toMatchObject(notFound);
  });

  it('at a free place offers it from this quarter, for an hour or until the next has it', async () => {
    const id = house.place('desk-1');
    expect((await findHere(cleo, id)).slot).toEqual({
      ...{ date: '2027-03-01', from: '09:00', to: '10:00' },
    });
    await bookPlace(egil, wishFor(id, { ...today, from: '09:30' }));
    const { slot } = await findHere(cleo, id);
    expect(slot).toMatchObject({ from: '09:00', to: '09:30' });
    await bookPlace(cleo, wishFor(id, { ...slot }));
  });

  it('knows the place as the organisation’s own where a colleague has booked it', async () => {
    const id = house.place('desk-1');
    await bookPlace(cleo, wishFor(id, today));
    stopClock(mondayMorning.add({ minutes: 15 }));
    expect(await findHere(await world.enter('disa'), id)).toMatchObject({ own: null, ours: true });
    expect((await findHere(egil, id)).ours).toBe(false);
    expect((await findHere(cleo, house.place('desk-2'))).ours).toBe(false);
  });

  it('says when a closed place opens next, over a weekend too', async () => {
    const token = await screenAt('desk-1');
    stopClock(Temporal.Instant.from('2027-03-05T19:00:00Z'));
    const monday = '2027-03-08T06:00:00Z';
    const here = await findHere(cleo, house.place('desk-1'));
    expect([here.showing.state, here.opens?.toString()]).toEqual(['closed', monday]);
    expect((await readDisplay(token)).opens?.toString()).toBe(monday);
  });

  it('names its place to whoever has not signed in, and nothing of a sign that is none', async () => {
    await makeSign(host, house.place('desk-1'));
    const [sign] = await listSigns(host, house.place('desk-1'));
    expect(await readSign(sign?.code ?? '')).toMatchObject({
      place: { sv: 'desk-1' },
      site: { sv: 'Huset' },
    });
    await expect(readSign('aaaaaaaaaaaa')).rejects.toMatchObject(notFound);
  });

  it('at the wrong desk tells of the right one, and of a swap while it has not begun', async () => {
    const { id } = await bookPlace(cleo, wishFor(house.place('desk-2'), today));
    const wrong = house.place('desk-1');
    expect(await findHere(cleo, wrong)).toMatchObject({
      ...{ own: null, elsewhere: { id, movable: true } },
    });
    stopClock(mondayMorning.add({ minutes: 20 }));
    expect((await findHere(cleo, wrong)).elsewhere).toMatchObject({ id, movable: false });
  });
});
