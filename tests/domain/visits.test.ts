import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findVisit, listGuestsHere, listVisits, stateOf } from '#lib/visits/reads.ts';
import { codeSchema, type VisitInput } from '#lib/visits/schema.ts';
import { cancelVisit, passByCode, receive, registerVisit } from '#lib/visits/writes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
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
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.visit.deleteMany();
    await db.mail.deleteMany();
    await db.notice.deleteMany();
  });
});
afterAll(() => world.close());

const refused = (code: string) => ({ name: 'Refusal', code: `visits.refusals.${code}` });
const guest = (own: Partial<VisitInput> = {}): VisitInput => ({
  ...{ guest: 'Ylva Gäst', company: 'Annat AB', email: 'ylva@annat.example', note: 'Rullstol' },
  ...{ date: '2027-03-01', from: '10:00', to: '11:00', bookingId: '' },
  ...{ greeting: 'Parkera på gården', locale: '', outside: '', ...own },
});
const codeOf = async (id: string) => (await findVisit(cleo, id)).code;
const letters = () => world.asSystem((db) => db.mail.findMany());
const state = async (id: string) => stateOf(await findVisit(cleo, id));

describe('a guest', () => {
  it('is written to with time, place and code, and a file for the calendar', async () => {
    const { id } = await registerVisit(cleo, guest());
    const [letter] = await letters();
    const code = await codeOf(id);
    expect(letter).toMatchObject({ recipient: 'ylva@annat.example' });
    expect(letter?.text).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(letter?.text).toContain('/sv/nord/workspace/arrive');
    const calendar = new ICAL.Component(ICAL.parse(letter?.calendar ?? ''));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-01T09:00:00.000Z');
  });

  it('comes in by the code, which tells whom they visit, and goes by it', async () => {
    const { id } = await registerVisit(cleo, guest({ email: '' }));
    const code = await codeOf(id);
    expect(await passByCode('nord', code)).toMatchObject({
      guest: 'Ylva Gäst',
      host: 'Cleo Ask',
      step: 'in',
    });
    expect(await state(id)).toBe('HERE');
    expect(await letters()).toMatchObject([{ recipient: 'cleo@nord.example' }]);
    const [notice] = await world.asSystem((db) => db.notice.findMany());
    expect(notice).toMatchObject({ kind: 'visitArrived', path: '/nord/fjallvard/visits' });
    expect(await passByCode('nord', code)).toMatchObject({ step: 'ask' });
    expect(await state(id)).toBe('HERE');
    expect(await passByCode('nord', code, 'out')).toMatchObject({ step: 'out' });
    expect(await state(id)).toBe('LEFT');
    expect(await passByCode('nord', code, 'in')).toMatchObject({ step: 'in' });
    expect(await state(id)).toBe('HERE');
    await passByCode('nord', code, 'out');
    stopClock(mondayMorning.add({ hours: 3 }));
    await expect(passByCode('nord', code)).rejects.toMatchObject(refused('noSuchCode'));
  });

  it('is told what was written for them, never what was noted for the house', async () => {
    await registerVisit(cleo, guest());
    const [letter] = await letters();
    expect(letter?.text).toContain('Parkera på gården');
    expect(letter?.text).not.toContain('Rullstol');
  });

  it('is written to in one language, whoever calls the visit off', async () => {
    const { id } = await registerVisit(cleo, guest({ locale: 'nb' }));
    await cancelVisit(host, id);
    const subjects = (await letters()).map(({ subject }) => subject);
    expect(subjects[0]).toContain('Velkommen');
    expect(subjects[1]).toContain('Avlyst');
  });

  it('is not expected in a closed house, unless somebody meets them', async () => {
    const sunday = { date: '2027-03-07', from: '10:00', to: '11:00' };
    const closed = registerVisit(cleo, guest(sunday));
    await expect(closed).rejects.toMatchObject({
      ...refused('closedDay'),
      detail: { closed: true },
    });
    const late = registerVisit(cleo, guest({ from: '18:00', to: '20:00' }));
    await expect(late).rejects.toMatchObject(refused('closedThen'));
    await registerVisit(cleo, guest({ ...sunday, outside: 'yes' }));
    expect(await letters()).toHaveLength(1);
  });

  it('is counted among who is in the house while they are', async () => {
    const { id } = await registerVisit(cleo, guest());
    expect(await listGuestsHere(host)).toEqual([]);
    await receive(host, id, 'in');
    expect(await listGuestsHere(host)).toMatchObject([{ guest: 'Ylva Gäst', host: 'Cleo Ask' }]);
    await expect(listGuestsHere(cleo)).rejects.toBeInstanceOf(NotFound);
    await receive(host, id, 'out');
    expect(await listGuestsHere(host)).toEqual([]);
  });

  it('is let in once, however many press at once', async () => {
    const { id } = await registerVisit(cleo, guest({ email: '' }));
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => receive(n % 2 ? cleo : host, id, 'in')),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await letters()).toHaveLength(1);
  });

  it('learns nothing from a code that is wrong, of another day, of another hub or called off', async () => {
    const { id } = await registerVisit(cleo, guest());
    const { id: later } = await registerVisit(cleo, guest({ date: '2027-03-05' }));
    const wrong = refused('noSuchCode');
    await expect(passByCode('nord', 'AAAAAA')).rejects.toMatchObject(wrong);
    await expect(passByCode('nord', await codeOf(later))).rejects.toMatchObject(wrong);
    await expect(passByCode('innland', await codeOf(id))).rejects.toMatchObject(wrong);
    await cancelVisit(cleo, id);
    await expect(passByCode('nord', await codeOf(id))).rejects.toMatchObject(wrong);
    expect((await letters()).at(-1)?.calendar).toContain('METHOD:');
  });

  it('may type the code as it likes', () => {
    expect(codeSchema.parse({ code: ' k7p-2mx ' })).toEqual({ code: 'K7P2MX' });
    expect(codeSchema.safeParse({ code: 'K7P2M' }).success).toBe(false);
    expect(codeSchema.safeParse({ code: "K7P2M'" }).success).toBe(false);
  });
});

describe('who may', () => {
  it('is the guest’s own organisation, and the house', async () => {
    const { id } = await registerVisit(cleo, guest());
    expect(await listVisits(await world.enter('disa'))).toHaveLength(1);
    expect(await listVisits(host)).toHaveLength(1);
    expect(await listVisits(egil)).toEqual([]);
    await expect(findVisit(egil, id)).rejects.toBeInstanceOf(NotFound);
    await expect(receive(egil, id, 'in')).rejects.toBeInstanceOf(NotFound);
    await expect(cancelVisit(egil, id)).rejects.toBeInstanceOf(NotFound);
    const visitor = await enterPublic('nord');
    await expect(listVisits(visitor)).rejects.toBeInstanceOf(NotFound);
    await expect(registerVisit(host, guest())).rejects.toBeInstanceOf(NotFound);
    await expect(findVisit(await world.enter('kari'), id)).rejects.toBeInstanceOf(NotFound);
  });

  it('names a booking of their own only, and the guest hears where', async () => {
    const { id: bookingId } = await bookPlace(
      cleo,
      wishFor(house.place('room'), { date: '2027-03-01', from: '10:00', to: '11:00' }),
    );
    await expect(registerVisit(egil, guest({ bookingId }))).rejects.toBeInstanceOf(NotFound);
    const { id } = await registerVisit(cleo, guest({ bookingId }));
    expect(await passByCode('nord', await codeOf(id))).toMatchObject({ place: { sv: 'room' } });
    await world.asSystem(async (db) => {
      await db.visit.deleteMany();
      await db.occupancy.deleteMany();
      await db.booking.deleteMany();
    });
  });

  it('announces nobody for what has been, nor calls off who has come', async () => {
    const past = registerVisit(cleo, guest({ from: '07:00', to: '08:00' }));
    await expect(past).rejects.toMatchObject(refused('past'));
    const { id } = await registerVisit(cleo, guest());
    await receive(host, id, 'in');
    await expect(cancelVisit(cleo, id)).rejects.toMatchObject(refused('notExpected'));
  });
});
