import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addResource,
  callOff,
  declineShowing,
  openTimes,
  replacePerson,
  retireResource,
  savePresentation,
} from '#lib/guided/arranging.ts';
import { bookGroup, cancelGroup, changeGroup } from '#lib/guided/booking.ts';
import { findOwnGroup, listOwnGroups, listShowings } from '#lib/guided/groups.ts';
import { findSession, listSessions } from '#lib/guided/house.ts';
import { mindGuided } from '#lib/guided/minding.ts';
import { findTimes } from '#lib/guided/offers.ts';
import type { BookingInput } from '#lib/guided/schema.ts';
import { answerSurvey, findEffect, findHouseEffect, findSurvey } from '#lib/guided/survey.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import type { ContentInput } from '#lib/showroom/content.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { beginDemo } from '#lib/showroom/versions.ts';
import { draftClosure, publishClosure } from '#lib/workspace/closing.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeHouse, mondayMorning } from './workspace-house.ts';

let world: World;
let alva: Scope;
let cleo: Scope;
let egil: Scope;
let ivar: Scope;
let siteId: string;
let zones: string[];
let demos: string[];

const text = (word: string) => ({ sv: word, nb: word, en: word });
const yes = { decision: 'publish' as const, reason: '' };

async function published(name: string): Promise<string> {
  const content: ContentInput = {
    title: { sv: name },
    ...{ summary: { sv: 'En dörr.' }, body: { sv: 'Hemtjänsten slipper nycklar.' } },
    ...{ areas: ['SAFETY_AT_HOME'], settings: ['HOME_CARE'], audience: ['STAFF'] },
    picture: { src: '/demos/las.svg', alt: { sv: 'Ett lås' } },
  };
  const { id } = await beginDemo(cleo, crypto.randomUUID(), content);
  await sendDemo(cleo, id);
  await decideDemo(ivar, id, yes);
  return id;
}

async function zone(code: string): Promise<string> {
  const [id, unitId] = [crypto.randomUUID(), crypto.randomUUID()];
  const hubId = world.hub('nord');
  await world.asSystem(async (db) => {
    const floor = await db.floor.findFirstOrThrow({ where: { hubId, siteId } });
    const place = { hubId, id, siteId, floorId: floor.id, kind: 'SHOWROOM' as const, code };
    await db.place.create({ data: { ...place, name: text(code), seats: 20, readingOrder: 90 } });
    await db.unit.create({ data: { hubId, id: unitId, siteId, code } });
    await db.placeUnit.create({ data: { hubId, placeId: id, unitId } });
  });
  return id;
}

const resource = async (kind: string, name = '') => {
  const what = kind;
  await addResource(ivar, { siteId, what, name, languages: ['sv', 'en'] });
  const rows = await world.asSystem((db) => db.guidedResource.findMany({ orderBy: { id: 'asc' } }));
  const [, person] = what.split(':');
  const found = rows.find((row) => (person ? row.personId === person : row.name === name));
  return found?.id as string;
};
const shown = (demoId: string, placeId: string, resources: string[], more = {}) =>
  savePresentation(ivar, demoId, {
    ...{ placeId, minutes: 60, groupFrom: 2, groupTo: 12, noticeHours: 2, languages: ['sv'] },
    ...{ resources, hostNeeded: false, open: true, ...more },
  });
const group = (time: string, size = 4, more = {}): BookingInput => ({
  ...{ key: crypto.randomUUID(), language: 'sv', time, size, roles: {}, hopes: '', needs: '' },
  ...more,
});
const start = (day: string, clock: string) => `start:${day}T${clock}`;
const wish = { language: 'sv', size: 4, from: null };
const sessionOf = async (groupId: string) =>
  (await world.asSystem((db) => db.guidedGroup.findFirstOrThrow({ where: { id: groupId } })))
    .sessionId;
const standing = (sessionId: string) =>
  world.asSystem((db) => db.occupancy.count({ where: { sessionId, releasedAt: null } }));

beforeAll(async () => {
  stopClock(mondayMorning);
  world = await makeWorld(60);
  await makeHouse(world);
  [alva, cleo, egil, ivar] = await Promise.all([
    world.enter('alva'),
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
  const site = await world.asSystem((db) =>
    db.site.findFirstOrThrow({ where: { hubId: world.hub('nord'), slug: 'huset' } }),
  );
  siteId = site.id;
  zones = [await zone('zon-a'), await zone('zon-b')];
  demos = [await published('Lås'), await published('Larm'), await published('Kamera')];
});
beforeEach(() => stopClock(mondayMorning));
afterEach(() => stopClock(null));
afterAll(() => world.close());

describe('A guided demo', () => {
  let guide: string;
  let kit: string;
  let host: string;

  beforeAll(async () => {
    stopClock(mondayMorning);
    guide = await resource(`GUIDE:${world.person('ivar')}`);
    kit = await resource('KIT', 'Låsväskan');
    host = await resource(`HOST:${world.person('cleo')}:${world.organisation('fjallvard')}`);
    await shown(demos[0] as string, zones[0] as string, [guide, kit, host], { hostNeeded: true });
    await shown(demos[1] as string, zones[1] as string, [guide]);
  });

  it('offers the starts at which everything is free, within the opening hours', async () => {
    const { starts, languages } = await findTimes(alva, { demoId: demos[0] as string, ...wish });
    expect(languages).toEqual(['sv']);
    const tuesday = starts.find(({ date }) => date === '2027-03-02');
    expect(tuesday?.times.at(0)).toBe('07:00');
    expect(tuesday?.times.at(-1)).toBe('18:00');
    expect(starts.map(({ date }) => date)).not.toContain('2027-03-06');
    // Two hours' notice, from 09:05 local time.
    expect(starts[0]).toMatchObject({ date: '2027-03-01' });
    expect(starts[0]?.times[0]).toBe('11:30');
  });

  it('takes zone, kit, guide and host together; another that needs one of them finds it taken', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-03-02', '09:00')));
    expect(await standing(await sessionOf(id))).toBe(4);
    const { starts } = await findTimes(alva, { demoId: demos[1] as string, ...wish });
    const times = starts.find(({ date }) => date === '2027-03-02')?.times ?? [];
    expect(times).not.toContain('09:00');
    expect(times).not.toContain('09:30');
    expect(times).toContain('10:00');
    const other = bookGroup(egil, demos[1] as string, group(start('2027-03-02', '09:30')));
    await expect(other).rejects.toMatchObject({ fields: { time: 'guided.refusals.nobody' } });
    const sessions = await listSessions(ivar);
    expect(sessions.filter(({ demoId }) => demoId === demos[1])).toHaveLength(0);
  });

  it('shares its seats: they fall by the size of each group, and nobody is squeezed in', async () => {
    const first = await bookGroup(alva, demos[0] as string, group(start('2027-03-03', '09:00'), 5));
    const session = `session:${await sessionOf(first)}`;
    await bookGroup(egil, demos[0] as string, group(session, 5));
    const third = bookGroup(alva, demos[0] as string, group(session, 3));
    await expect(third).rejects.toMatchObject({ fields: { size: 'guided.refusals.full' } });
    const offered = async (size: number) =>
      (await findTimes(alva, { demoId: demos[0] as string, ...wish, size })).sessions.map(
        ({ id }) => `session:${id}`,
      );
    expect(await offered(2)).toContain(session);
    expect(await offered(3)).not.toContain(session);
    const more = { size: 8, roles: {}, hopes: '', needs: '' };
    await expect(changeGroup(alva, first, more)).rejects.toMatchObject({
      fields: { size: 'guided.refusals.full' },
    });
    await changeGroup(alva, first, { ...more, size: 7 });
    expect(await offered(2)).not.toContain(session);
  });

  it('of fifty who ask for the last seats at once, as many get them as there are', async () => {
    const first = await bookGroup(alva, demos[0] as string, group(start('2027-03-04', '09:00'), 2));
    const session = `session:${await sessionOf(first)}`;
    const asked = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        bookGroup(n % 2 ? alva : egil, demos[0] as string, group(session, 2)),
      ),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const { taken, seats } = await world.asSystem((db) =>
      db.guidedSession.findFirstOrThrow({ where: { id: session.slice(8) } }),
    );
    expect([taken, seats]).toEqual([12, 12]);
  });

  it('of fifty who want the same time for what shares a guide, one gets it', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        bookGroup(alva, demos[n % 2] as string, group(start('2027-03-05', '10:00'))),
      ),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.name] : []));
    expect(new Set(refused)).toEqual(new Set(['Refusal']));
  });

  it('books once however often the form is sent, and lets everything go with its last group', async () => {
    const input = group(start('2027-03-08', '09:00'));
    const id = await bookGroup(alva, demos[0] as string, input);
    await bookGroup(alva, demos[0] as string, input);
    const session = await sessionOf(id);
    const other = await bookGroup(egil, demos[0] as string, group(`session:${session}`, 3));
    await cancelGroup(alva, id);
    expect(await standing(session)).toBe(4);
    await cancelGroup(egil, other);
    expect(await standing(session)).toBe(0);
    await expect(cancelGroup(egil, other)).rejects.toMatchObject({ code: 'guided.refusals.over' });
    await bookGroup(alva, demos[1] as string, group(start('2027-03-08', '09:00')));
  });

  it('is refused in words when the house is closed, too soon, or the group has the wrong size', async () => {
    const refused = (input: BookingInput, fields: object) =>
      expect(bookGroup(alva, demos[0] as string, input)).rejects.toMatchObject({ fields });
    const time = (code: string) => ({ time: `guided.refusals.${code}` });
    await refused(group(start('2027-03-06', '09:00')), time('closed'));
    await refused(group(start('2027-03-09', '18:30')), time('closed'));
    await refused(group(start('2027-03-01', '10:30')), time('tooSoon'));
    await refused(group(start('2027-03-09', '09:00'), 1), { size: 'guided.refusals.tooFew' });
    await refused(group(start('2027-03-09', '09:00'), 13), { size: 'guided.refusals.tooMany' });
    await refused(group(start('2027-03-09', '09:00'), 4, { language: 'en' }), time('noLanguage'));
    await shown(demos[2] as string, zones[1] as string, [guide], { open: false });
    await expect(
      bookGroup(alva, demos[2] as string, group(start('2027-03-09', '09:00'))),
    ).rejects.toBeInstanceOf(NotFound);
  });

  it('is opened by the house week by week, all of them or none, and stays without groups', async () => {
    const opening = { date: '2027-03-10', from: '13:00', language: 'sv' as const, weeks: 3 };
    await openTimes(ivar, demos[1] as string, opening);
    const opened = (await listSessions(ivar)).filter(({ byHouse }) => byHouse);
    expect(opened).toHaveLength(3);
    const again = openTimes(ivar, demos[1] as string, { ...opening, date: '2027-03-03', weeks: 2 });
    await expect(again).rejects.toMatchObject({ fields: { from: 'guided.refusals.nobody' } });
    expect((await listSessions(ivar)).filter(({ byHouse }) => byHouse)).toHaveLength(3);
    const [first] = opened;
    const id = await bookGroup(alva, demos[1] as string, group(`session:${first?.id}`));
    await cancelGroup(alva, id);
    expect(await standing(first?.id as string)).toBe(2);
  });

  it('goes on with somebody else when one cannot, and is called off where there is nobody', async () => {
    const judit = await resource(`GUIDE:${world.person('judit')}`);
    await shown(demos[1] as string, zones[1] as string, [guide, judit]);
    const id = await bookGroup(alva, demos[1] as string, group(start('2027-03-11', '09:00')));
    const session = await sessionOf(id);
    const showing = async () => (await findSession(ivar, session)).shownBy[0]?.id as string;
    const first = await showing();
    expect(await replacePerson(ivar, session, first, 'Sjuk')).toBe(true);
    expect(await showing()).not.toBe(first);
    expect(await standing(session)).toBe(2);
    await retireResource(ivar, first, true);
    expect(await replacePerson(ivar, session, await showing(), 'Båda är sjuka')).toBe(false);
    expect(await standing(session)).toBe(0);
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { subject: { startsWith: 'Inställd visning: Larm' } } }),
    );
    expect(letters.map(({ recipient }) => recipient)).toEqual(['alva@nord.example']);
    expect(letters[0]?.text).toContain('Båda är sjuka');
    expect(letters[0]?.calendar).toContain('METHOD:CANCEL');
    await retireResource(ivar, first, false);
  });

  it('is nobody else’s to see, change or arrange', async () => {
    const needs = 'Hörslinga';
    const input = group(start('2027-03-12', '09:00'), 4, { needs, hopes: 'Färre nycklar' });
    const id = await bookGroup(alva, demos[0] as string, input);
    const kari = await world.enter('kari');
    for (const other of [egil, kari]) {
      await expect(findOwnGroup(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(cancelGroup(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(callOff(other, await sessionOf(id), 'x')).rejects.toBeInstanceOf(NotFound);
    }
    await expect(
      bookGroup(kari, demos[0] as string, group(start('2027-03-12', '13:00'))),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      callOff(await world.enter('lars'), await sessionOf(id), 'x'),
    ).rejects.toBeInstanceOf(NotFound);
    // Who shows it sees who comes and why, and not what somebody needs to take part.
    const [showing] = (await listShowings(cleo)).filter(({ groups }) =>
      groups.some((one) => one.id === id),
    );
    expect(showing?.groups).toMatchObject([{ size: 4, hopes: 'Färre nycklar' }]);
    const seen = (scope: Scope) => scope.read('guided:book', (db) => db.guidedAccess.findMany());
    expect(await seen(cleo)).toEqual([]);
    expect(await seen(egil)).toEqual([]);
    expect(await seen(alva)).toMatchObject([{ needs }]);
    expect((await findSession(ivar, await sessionOf(id))).groups[0]?.access?.needs).toBe(needs);
    const forced = egil.write('guided:book', (db, deed) => {
      deed.record('guidedChanged', 'guided', id);
      return db.occupancy.updateMany({
        where: { sessionId: { not: null } },
        data: { kind: 'GUIDED' },
      });
    });
    expect((await forced).count).toBe(0);
  });

  it('reminds the day before, once, and forgets a week after what somebody needed', async () => {
    const { coming } = await listOwnGroups(alva);
    const group = coming.find(({ startsAt }) => startsAt.toISOString().startsWith('2027-03-12'));
    const letters = () =>
      world.asSystem((db) =>
        db.mail.count({ where: { subject: { startsWith: 'I morgon: Lås' } } }),
      );
    stopClock(Temporal.Instant.from('2027-03-11T09:00:00Z'));
    await mindGuided();
    await mindGuided();
    expect(await letters()).toBe(1);
    const kept = () =>
      world.asSystem((db) => db.guidedAccess.count({ where: { groupId: group?.id ?? '' } }));
    stopClock(Temporal.Instant.from('2027-03-19T08:00:00Z'));
    await mindGuided();
    expect(await kept()).toBe(1);
    stopClock(Temporal.Instant.from('2027-03-19T10:00:00Z'));
    await mindGuided();
    expect(await kept()).toBe(0);
  });

  it('keeps its demo in the showroom, and its house open, while a group comes', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-03-19', '09:00')));
    await expect(archiveDemo(cleo, demos[0] as string)).rejects.toMatchObject({
      code: 'showroom.refusals.groupsCome',
    });
    const closure = await draftClosure(ivar, null, {
      ...{
        site: 'huset',
        of: 'SHOWROOM',
        fromDay: '2027-03-19',
        fromTime: '',
        toDay: '2027-03-19',
      },
      ...{ toTime: '', yearly: false, exempt: [], sv: 'Städning', nb: '', en: '' },
    } as never);
    const none = { byBooking: new Map(), rest: null } as never;
    await expect(publishClosure(ivar, closure.id, none)).rejects.toMatchObject({
      code: 'hours.refusals.guidedThen',
      values: { count: 1 },
    });
    await cancelGroup(alva, id);
    await publishClosure(ivar, closure.id, none);
    await expect(
      bookGroup(alva, demos[0] as string, group(start('2027-03-19', '09:00'))),
    ).rejects.toMatchObject({ fields: { time: 'guided.refusals.closed' } });
  });

  it('tells who shows it that a group comes, and that it does not', async () => {
    const letters = () =>
      world.asSystem(async (db) => {
        const rows = await db.mail.findMany({ where: { recipient: 'cleo@nord.example' } });
        return rows.map(({ subject }) => subject);
      });
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-03-18', '09:00')));
    expect(await letters()).toContain('Du visar Lås torsdag 18 mars 2027');
    await cancelGroup(alva, id);
    expect(await letters()).toContain('Inställt: Lås torsdag 18 mars 2027');
  });

  it('is declined by the company that was to show it: called off with its reason, or another takes over', async () => {
    const booked = () => bookGroup(alva, demos[0] as string, group(start('2027-03-22', '09:00')));
    const first = await sessionOf(await booked());
    await expect(declineShowing(egil, first, 'Nej')).rejects.toBeInstanceOf(NotFound);
    await expect(declineShowing(alva, first, 'Nej')).rejects.toBeInstanceOf(NotFound);
    expect(await declineShowing(cleo, first, 'Vi är på mässa')).toBe(false);
    expect(await standing(first)).toBe(0);
    const told = async (subject: string) =>
      (
        await world.asSystem((db) =>
          db.mail.findMany({ where: { subject: { contains: subject } } }),
        )
      ).map(({ recipient, text: words }) => [recipient, words.includes('Vi är på mässa')]);
    expect(await told('Inställd visning: Lås')).toEqual([['alva@nord.example', true]]);
    expect(await told('En guidad visning är inställd')).toContainEqual(['ivar@nord.example', true]);
    const disa = await resource(`HOST:${world.person('disa')}:${world.organisation('fjallvard')}`);
    const all = { hostNeeded: true };
    await shown(demos[0] as string, zones[0] as string, [guide, kit, host, disa], all);
    const second = await sessionOf(await booked());
    expect(await declineShowing(cleo, second, 'Sjuk')).toBe(true);
    expect(await standing(second)).toBe(4);
  });

  it('asks before and after, of nobody by name, and tells what it gave when that tells of nobody', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-03-15', '09:00'), 6));
    const { surveyCode } = await findOwnGroup(alva, id);
    const visitor = await enterPublic('nord');
    const say = (mark: number, learned = '') =>
      answerSurvey(visitor, surveyCode, {
        ...{ key: crypto.randomUUID(), learned },
        marks: { SAFETY_AT_HOME: mark, MEDICINES: 5 },
      });
    expect(await findSurvey(visitor, surveyCode)).toMatchObject({
      ...{ moment: 'BEFORE', areas: ['SAFETY_AT_HOME'], organisation: 'Bergs kommun' },
    });
    await Promise.all([1, 2, 2, 3, 2].map((mark) => say(mark)));
    const sixth = { key: crypto.randomUUID(), learned: 'x', marks: { SAFETY_AT_HOME: 2 } };
    await answerSurvey(visitor, surveyCode, sixth);
    await answerSurvey(visitor, surveyCode, sixth);
    await expect(say(5)).rejects.toMatchObject({ code: 'guided.refusals.everyone' });
    const innland = await enterPublic('innland');
    await expect(findSurvey(innland, surveyCode)).rejects.toBeInstanceOf(NotFound);
    stopClock(Temporal.Instant.from('2027-03-15T09:30:00Z'));
    expect((await findSurvey(visitor, surveyCode)).moment).toBe('AFTER');
    for (const mark of [4, 4, 5, 4, 4]) await say(mark, mark === 5 ? 'Färre nycklar räcker' : '');
    expect(await findEffect(alva, id)).toEqual({ effects: [], words: [] });
    stopClock(Temporal.Instant.from('2027-03-22T09:00:00Z'));
    const effect = { area: 'SAFETY_AT_HOME', before: 2, after: 4.2 };
    const seen = { effects: [{ ...effect, answersBefore: 6, answersAfter: 5 }] };
    expect(await findEffect(alva, id)).toEqual({ ...seen, words: ['Färre nycklar räcker'] });
    expect(await findEffect(ivar, id)).toMatchObject(seen);
    expect(await findEffect(egil, id)).toEqual({ effects: [], words: [] });
    expect(await findHouseEffect(ivar)).toEqual(seen.effects);
    await expect(say(1)).rejects.toBeInstanceOf(NotFound);
  });

  it('of fewer than five tells nothing, and adds nothing to the house’s', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-03-16', '09:00'), 8));
    const { surveyCode } = await findOwnGroup(alva, id);
    const visitor = await enterPublic('nord');
    const say = () =>
      answerSurvey(visitor, surveyCode, {
        ...{ key: crypto.randomUUID(), learned: 'Ord', marks: { SAFETY_AT_HOME: 1 } },
      });
    for (const _ of [1, 2, 3, 4, 5]) await say();
    stopClock(Temporal.Instant.from('2027-03-16T10:30:00Z'));
    for (const _ of [1, 2, 3, 4]) await say();
    stopClock(Temporal.Instant.from('2027-03-30T09:00:00Z'));
    expect(await findEffect(alva, id)).toEqual({ effects: [], words: [] });
    expect(await findHouseEffect(ivar)).toMatchObject([{ answersBefore: 6, answersAfter: 5 }]);
  });

  it('stands in the way of whoever books its zone, and the other way round', async () => {
    const { placeId } = await world.asSystem((db) =>
      db.guidedSession.findFirstOrThrow({ where: { demoId: demos[0] as string, state: 'OPEN' } }),
    );
    const unit = await world.asSystem((db) =>
      db.placeUnit.findFirstOrThrow({ where: { placeId } }),
    );
    const session = await world.asSystem((db) =>
      db.guidedSession.findFirstOrThrow({ where: { placeId, state: 'OPEN' } }),
    );
    const block = world.asSystem(async (db) => {
      const { startsAt, endsAt, hubId } = session;
      const made = await db.placeBlock.create({
        data: { hubId, placeId, startsAt, endsAt, reason: 'x', madeById: world.person('ivar') },
      });
      await db.occupancy.create({
        data: { hubId, unitId: unit.unitId, startsAt, endsAt, kind: 'BLOCK', blockId: made.id },
      });
    });
    await expect(block.catch(databaseFault)).resolves.toMatchObject({
      constraint: 'no_two_in_one_unit',
    });
  });
});
