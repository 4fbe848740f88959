import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { enterPerson, type Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { chooseLetters, findLetterChoices } from '#lib/workspace/letter-choices.ts';
import { mindHouses } from '#lib/workspace/minding.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let own: Scope;

beforeAll(async () => {
  stopClock(mondayMorning);
  world = await makeWorld();
  house = await makeHouse(world);
  own = await enterPerson(world.session('cleo'));
});
afterAll(async () => {
  stopClock(null);
  await world.close();
});

const subjects = () =>
  world.asSystem(async (db) => {
    const where = { recipient: { startsWith: 'cleo' } };
    const mail = await db.mail.findMany({ where, orderBy: { createdAt: 'asc' } });
    await db.mail.deleteMany({ where });
    return mail.map(({ subject }) => subject.split(':')[0]);
  });

describe('Letters one may do without', () => {
  it('are not written to who refused them, and the rest is, in the language chosen', async () => {
    expect(await findLetterChoices(own)).toEqual({
      letters: ['reminder', 'checkInNow'],
      language: 'sv',
    });
    await chooseLetters(own, { letters: ['checkInNow'], language: 'nb' });
    own = await enterPerson(world.session('cleo'));
    expect(await findLetterChoices(own)).toEqual({ letters: ['checkInNow'], language: 'nb' });
    await bookPlace(
      await world.enter('cleo'),
      wishFor(house.place('desk-1'), { date: '2027-03-04' }),
    );
    expect(await subjects()).toEqual(['Bestilt']);
    stopClock(Temporal.Instant.from('2027-03-03T08:30:00Z'));
    await mindHouses();
    expect(await subjects()).toEqual([]);
    await chooseLetters(own, { letters: ['reminder', 'checkInNow'], language: 'sv' });
    await bookPlace(
      await world.enter('cleo'),
      wishFor(house.place('desk-1'), { date: '2027-03-05' }),
    );
    stopClock(Temporal.Instant.from('2027-03-04T08:30:00Z'));
    await mindHouses();
    expect(await subjects()).toEqual(['Bokat', 'I morgon']);
  });

  it('are chosen by nobody else', async () => {
    const egil = await enterPerson(world.session('egil'));
    const forged = egil.write('account:own', (db, deed) => {
      deed.record('lettersChosen', 'person', world.person('egil'));
      const personId = world.person('cleo');
      return db.letterRefusal.createMany({ data: [{ personId, kind: 'reminder' }] });
    });
    await expect(forged).rejects.toThrow(/row-level security/);
    await chooseLetters(egil, { letters: [], language: 'en' });
    expect((await findLetterChoices(own)).letters).toEqual(['reminder', 'checkInNow']);
    const cleo = await world.asSystem((db) =>
      db.person.findUniqueOrThrow({ where: { id: world.person('cleo') } }),
    );
    expect(cleo.locale).toBe('sv');
  });
});
