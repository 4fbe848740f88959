import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { readFeed } from '#lib/workspace/feed-reading.ts';
import { listFeeds, makeFeed, revokeFeed } from '#lib/workspace/feeds.ts';
import type { BookingInput } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let egil: Scope;
let host: Scope;
let siteId: string;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  await makeHouse(world, { hub: 'innland' });
  stopClock(mondayMorning);
  [cleo, egil, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
  const site = await world.asSystem((db) =>
    db.site.findFirstOrThrow({ where: { hubId: world.hub('nord') } }),
  );
  siteId = site.id;
  const book = (scope: Scope, key: string, own: Partial<BookingInput>) =>
    bookPlace(scope, wishFor(house.place(key), own));
  await book(cleo, 'room', { purpose: 'Larm' });
  await book(cleo, 'desk-1', { purpose: 'Hemligt', shown: 'HIDDEN' });
  await book(cleo, 'desk-2', { forId: world.person('disa') });
  await book(egil, 'room', { from: '13:00', to: '14:00', purpose: 'Egils sak' });
  const { id } = await book(cleo, 'room', { from: '15:00', to: '16:00' });
  await cancelBooking(cleo, id);
});
beforeEach(() => stopClock(mondayMorning));
afterAll(async () => {
  stopClock(null);
  await world.close();
});

const tokenOf = (address: string) => address.split('/').at(-1) ?? '';
async function shown(scope: Scope, what: string): Promise<string[]> {
  const file = await readFeed(tokenOf(await makeFeed(scope, what, 'sv')));
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).summary)
    .toSorted();
}

describe('A calendar address', () => {
  it('shows one’s own bookings, not a colleague’s, nor what is cancelled', async () => {
    expect(await shown(cleo, 'OWN')).toEqual(['desk-1: Hemligt', 'room: Larm']);
  });

  it('shows a place: what one’s own do there, of others the organisation', async () => {
    expect(await shown(egil, `PLACE:${house.place('room')}`)).toEqual([
      'room: Egils sak',
      'room: Fjällvård AB',
    ]);
  });

  it('shows a site, and of those who hide only that it is taken', async () => {
    const seen = await shown(egil, `SITE:${siteId}`);
    expect(seen).toEqual([
      'desk-1: Bokad',
      'desk-2: Fjällvård AB',
      'room: Egils sak',
      'room: Fjällvård AB',
    ]);
    expect(seen.join()).not.toContain('Larm');
  });

  it('shows the house for whom and what for', async () => {
    expect(await shown(host, `SITE:${siteId}`)).toEqual([
      'desk-1: Hemligt',
      'desk-2: Fjällvård AB',
      'room: Egils sak',
      'room: Larm',
    ]);
  });

  it('keeps its UIDs, names itself and says when to come back', async () => {
    const token = tokenOf(await makeFeed(cleo, 'OWN', 'sv'));
    const [one, two] = [await readFeed(token), await readFeed(token)];
    expect(one).toBe(two);
    expect(one).toContain('X-WR-CALNAME:Mina bokningar för Fjällvård AB – Navet Nord');
    expect(one).toContain('X-PUBLISHED-TTL:PT15M');
    expect(one).toContain('BEGIN:VTIMEZONE');
  });

  it('is a calendar, too, when there is nothing in it', async () => {
    const file = await readFeed(tokenOf(await makeFeed(await world.enter('alva'), 'OWN', 'nb')));
    expect(new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')).toEqual([]);
  });

  it('ends when it is taken back', async () => {
    const token = tokenOf(await makeFeed(cleo, 'OWN', 'sv'));
    const [feed] = await listFeeds(cleo);
    await expect(revokeFeed(egil, feed?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    await revokeFeed(cleo, feed?.id ?? '');
    await expect(readFeed(token)).rejects.toBeInstanceOf(NotFound);
    await expect(revokeFeed(cleo, feed?.id ?? '')).rejects.toBeInstanceOf(NotFound);
  });

  it('ends when its person leaves, or the organisation does', async () => {
    const frej = await world.enter('frej');
    const token = tokenOf(await makeFeed(frej, 'OWN', 'sv'));
    const at = { hubId: world.hub('nord'), organisationId: frej.organisation.id };
    const set = (state: 'LEFT' | 'VERIFIED') =>
      world.asSystem((db) => db.participation.updateMany({ where: at, data: { state } }));
    await set('LEFT');
    await expect(readFeed(token)).rejects.toBeInstanceOf(NotFound);
    await set('VERIFIED');
    await readFeed(token);
    const who = { personId: frej.person.id, organisationId: frej.organisation.id };
    await world.asSystem((db) => db.membership.deleteMany({ where: who }));
    await expect(readFeed(token)).rejects.toBeInstanceOf(NotFound);
  });

  it('is not to be had for what is not here, and not to be guessed', async () => {
    const bad = { name: 'Refusal', code: 'workspace.refusals.badFeed' };
    const kari = await world.enter('kari');
    const abroad = makeFeed(kari, `PLACE:${house.place('room')}`, 'nb');
    await expect(abroad).rejects.toMatchObject(bad);
    for (const token of ['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`]) {
      await expect(readFeed(token)).rejects.toBeInstanceOf(NotFound);
    }
    const kept = await world.asSystem((db) => db.calendarFeed.findMany());
    const token = tokenOf(await makeFeed(egil, 'OWN', 'sv'));
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});
