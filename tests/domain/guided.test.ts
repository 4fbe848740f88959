import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerShowing } from '#lib/guided/answering.ts';
import {
  addResource,
  callOff,
  openTimes,
  replacePerson,
  retireResource,
  savePresentation,
} from '#lib/guided/arranging.ts';
import { bookGroup, cancelGroup, changeGroup } from '#lib/guided/booking.ts';
import { comingGroups, findOwnGroup, listOwnGroups, listShowings } from '#lib/guided/groups.ts';
import { findSession, listResources, listSessions, listUnanswered } from '#lib/guided/house.ts';
import { mindGuided, weekdaysLater } from '#lib/guided/minding.ts';
import { findMoveTimes, moveGroup } from '#lib/guided/moving.ts';
import { findTimes } from '#lib/guided/offers.ts';
import { listPastSessions, tickAttendance } from '#lib/guided/past.ts';
import type { BookingInput } from '#lib/guided/schema.ts';
import { answerSurvey, findEffect, findHouseEffect, findSurvey } from '#lib/guided/survey.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findOverview } from '#lib/proposals/reads.ts';
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

  it('moves in one step: the new time taken and the old given back, with a letter and a file to everyone', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-04-06', '09:00')));
    const old = await sessionOf(id);
    // Half an hour later everything it needs is its own.
    const { starts } = await findMoveTimes(alva, id, { language: '', from: '2027-04-06' });
    expect(starts.find(({ date }) => date === '2027-04-06')?.times).toContain('09:30');
    await moveGroup(alva, id, { time: start('2027-04-06', '09:30'), language: 'sv' });
    const session = await sessionOf(id);
    expect([await standing(old), await standing(session)]).toEqual([0, 4]);
    const moved = await findOwnGroup(alva, id);
    expect(moved).toMatchObject({ revision: 1, state: 'OPEN' });
    const letters = await world.asSystem((db) =>
      db.mail.findMany({
        where: { subject: { contains: '6 april 2027' } },
        orderBy: { id: 'asc' },
      }),
    );
    const ny = letters.filter(({ subject }) => subject.startsWith('Ny tid'));
    expect(ny.map(({ recipient }) => recipient).toSorted()).toEqual(
      ['alva', 'cleo', 'ivar'].map((who) => `${who}@nord.example`),
    );
    const own = ny.find(({ recipient }) => recipient.startsWith('alva'));
    expect(own?.text).toContain('09:30–10:30');
    expect(own?.text).toContain('Tidigare: tisdag 6 april 2027, 09:00–10:00');
    expect(own?.calendar).toContain(`UID:${id}`);
    expect(own?.calendar).toContain('SEQUENCE:1');
    expect(letters.map(({ subject }) => subject)).toContain(
      'Bergs kommun kommer till Lås en annan tid: tisdag 6 april 2027',
    );
    // The house moves it, too, and the old time can be had by others.
    await moveGroup(ivar, id, { time: start('2027-04-07', '09:00'), language: 'sv' });
    expect((await findOwnGroup(alva, id)).revision).toBe(2);
    await bookGroup(egil, demos[1] as string, group(start('2027-04-06', '09:30')));
  });

  it('keeps its old time, with the reason, where it cannot be moved', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-04-08', '09:00'), 6));
    const old = await sessionOf(id);
    await bookGroup(egil, demos[1] as string, group(start('2027-04-08', '13:00')));
    const full = await bookGroup(egil, demos[0] as string, group(start('2027-04-09', '09:00'), 8));
    const refused = (time: string, code: string, scope = alva) =>
      expect(moveGroup(scope, id, { time, language: 'sv' })).rejects.toMatchObject({
        fields: { time: `guided.refusals.${code}` },
      });
    await refused(start('2027-04-08', '13:30'), 'nobody');
    await refused(start('2027-04-10', '09:00'), 'closed');
    await refused(start('2027-03-01', '09:30'), 'tooSoon');
    await refused(start('2027-04-08', '09:00'), 'sameTime');
    await refused(`session:${await sessionOf(full)}`, 'full');
    await expect(
      moveGroup(egil, id, { time: start('2027-04-08', '15:00'), language: 'sv' }),
    ).rejects.toBeInstanceOf(NotFound);
    expect(await sessionOf(id)).toBe(old);
    expect(await standing(old)).toBe(4);
    expect(await findOwnGroup(alva, id)).toMatchObject({ revision: 0, state: 'OPEN' });
    // With others in it, its session stays for them when it joins another.
    await bookGroup(egil, demos[0] as string, group(`session:${old}`, 2));
    await cancelGroup(egil, full);
    const third = await bookGroup(alva, demos[0] as string, group(start('2027-04-09', '09:00'), 2));
    await moveGroup(alva, id, { time: `session:${await sessionOf(third)}`, language: 'sv' });
    const taken = async (session: string) =>
      (await world.asSystem((db) => db.guidedSession.findFirstOrThrow({ where: { id: session } })))
        .taken;
    expect([await taken(old), await taken(await sessionOf(third))]).toEqual([2, 8]);
    expect(await standing(old)).toBe(4);
  });

  it('of five groups that move to one time at once, as many come as there are seats', async () => {
    const book = (day: number) =>
      bookGroup(alva, demos[0] as string, group(start(`2027-04-${day}`, '09:00'), 5));
    const moving = await Promise.all([12, 13, 14, 15, 16].map(book));
    const target = await bookGroup(
      egil,
      demos[0] as string,
      group(start('2027-04-19', '09:00'), 2),
    );
    const session = await sessionOf(target);
    const asked = await Promise.allSettled(
      moving.map((id) => moveGroup(alva, id, { time: `session:${session}`, language: 'sv' })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const kept = await Promise.all(moving.map(sessionOf));
    expect(kept.filter((one) => one === session)).toHaveLength(2);
    const held = await Promise.all(kept.filter((one) => one !== session).map(standing));
    expect(held).toEqual([4, 4, 4]);
    for (const id of [...moving, target]) {
      await world.asSystem((db) =>
        db.guidedGroup.updateMany({
          where: { id },
          data: { state: 'CANCELLED', cancelledAt: new Date() },
        }),
      );
    }
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
    // A row of weeks that stops says at which; nothing of it is opened.
    const again = openTimes(ivar, demos[1] as string, { ...opening, date: '2027-03-03', weeks: 2 });
    await expect(again).rejects.toMatchObject({
      ...{ fields: { from: 'guided.refusals.week.nobody' }, values: { date: '2027-03-10' } },
    });
    const one = openTimes(ivar, demos[1] as string, { ...opening, weeks: 1 });
    await expect(one).rejects.toMatchObject({ fields: { from: 'guided.refusals.nobody' } });
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

  it('is declined by the company that was to show it: called off with its reason, or a colleague comes', async () => {
    const booked = () => bookGroup(alva, demos[0] as string, group(start('2027-03-22', '09:00')));
    const first = await sessionOf(await booked());
    const no = { answer: 'decline', reason: 'Vi är på mässa' } as const;
    const other = { answer: 'colleague', reason: '' } as const;
    await expect(answerShowing(egil, first, no)).rejects.toBeInstanceOf(NotFound);
    await expect(answerShowing(alva, first, no)).rejects.toBeInstanceOf(NotFound);
    // Without a colleague who is free nothing changes: they may still come themselves.
    await expect(answerShowing(cleo, first, other)).rejects.toMatchObject({
      fields: { answer: 'guided.refusals.noColleague' },
    });
    expect(await standing(first)).toBe(4);
    await answerShowing(cleo, first, no);
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
    const hostOf = async () =>
      (await findSession(ivar, second)).shownBy.find(({ kind }) => kind === 'HOST')?.id;
    const before = await hostOf();
    await answerShowing(cleo, second, other);
    expect(await standing(second)).toBe(4);
    expect(await hostOf()).not.toBe(before);
    expect((await findSession(ivar, second)).hostAnswer).toBe('ACCEPTED');
  });

  it('is held for the group until the company says that it comes; then group and house are told', async () => {
    await shown(demos[0] as string, zones[0] as string, [guide, kit, host], { hostNeeded: true });
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-04-26', '09:00')));
    const session = await sessionOf(id);
    const mails = async (subject: string) =>
      world.asSystem((db) =>
        db.mail.findMany({ where: { subject: { startsWith: subject } }, orderBy: { id: 'asc' } }),
      );
    expect((await findOwnGroup(alva, id)).hostAnswer).toBe('ASKED');
    const [booked] = (await mails('Bokad visning: Lås, måndag 26 april')).slice(-1);
    expect(booked?.text).toContain('Fjällvård AB har inte bekräftat än');
    expect(booked?.calendar).toContain('STATUS:TENTATIVE');
    const asked = (await mails('Du visar Lås måndag 26 april')).find(
      ({ recipient }) => recipient === 'cleo@nord.example',
    );
    expect(asked?.text).toContain('/nord/fjallvard/guided');
    expect((await listUnanswered(ivar)).map((one) => one.id)).toContain(session);
    // Held from the moment it was booked: nobody else gets the time.
    await expect(
      bookGroup(egil, demos[0] as string, group(start('2027-04-26', '09:30'))),
    ).rejects.toMatchObject({ name: 'Refusal' });
    const yes = { answer: 'accept', reason: '' } as const;
    for (const other of [egil, alva, await world.enter('kari')]) {
      await expect(answerShowing(other, session, yes)).rejects.toBeInstanceOf(NotFound);
    }
    await answerShowing(await world.enter('disa'), session, yes);
    await expect(answerShowing(cleo, session, yes)).rejects.toMatchObject({
      fields: { showing: 'guided.refusals.answered' },
    });
    expect(await findOwnGroup(alva, id)).toMatchObject({ hostAnswer: 'ACCEPTED', revision: 1 });
    const [confirmed] = await mails('Bekräftad visning: Lås, måndag 26 april');
    expect(confirmed?.recipient).toBe('alva@nord.example');
    expect(confirmed?.calendar).toContain('STATUS:CONFIRMED');
    expect(confirmed?.calendar).toContain('SEQUENCE:1');
    expect((await mails('Fjällvård AB kommer till en guidad')).length).toBeGreaterThan(0);
    expect((await listUnanswered(ivar)).map((one) => one.id)).not.toContain(session);
    // Another time is another question.
    await moveGroup(alva, id, { time: start('2027-04-27', '09:00'), language: 'sv' });
    expect((await findOwnGroup(alva, id)).hostAnswer).toBe('ASKED');
    await cancelGroup(alva, id);
  });

  it('reminds who has not answered after two weekdays, once', async () => {
    stopClock(Temporal.Instant.from('2027-04-01T08:00:00Z'));
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-04-28', '09:00')));
    const letters = () =>
      world.asSystem((db) =>
        db.mail.findMany({ where: { subject: 'Väntar på svar: Lås, onsdag 28 april 2027' } }),
      );
    // Asked on a Thursday: Saturday and Sunday do not count.
    stopClock(Temporal.Instant.from('2027-04-05T07:30:00Z'));
    await mindGuided();
    expect(await letters()).toEqual([]);
    stopClock(Temporal.Instant.from('2027-04-05T08:30:00Z'));
    await mindGuided();
    await mindGuided();
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['cleo@nord.example']);
    const friday = Temporal.ZonedDateTime.from('2027-04-02T10:00[Europe/Stockholm]');
    expect(weekdaysLater(friday, 2).toPlainDate().toString()).toBe('2027-04-06');
    await cancelGroup(alva, id);
  });

  it('is booked by the house for whoever calls, under the same rules and on the same pages', async () => {
    await shown(demos[0] as string, zones[0] as string, [guide, kit, host], { hostNeeded: true });
    const org = {
      ...{ organisationId: world.organisation('bergs-kommun'), forId: world.person('alva') },
      ...{ guestName: '', guestEmail: '' },
    };
    const id = await bookGroup(
      ivar,
      demos[0] as string,
      group(start('2027-05-03', '09:00'), 4, { needs: 'Teckentolk' }),
      org,
    );
    expect(await findOwnGroup(alva, id)).toMatchObject({ needs: 'Teckentolk', size: 4 });
    await expect(findOwnGroup(egil, id)).rejects.toBeInstanceOf(NotFound);
    const mails = (subject: string) =>
      world.asSystem((db) =>
        db.mail.findMany({ where: { subject: { startsWith: subject } }, orderBy: { id: 'asc' } }),
      );
    const booked = await mails('Bokad visning: Lås, måndag 3 maj');
    expect(booked.map(({ recipient }) => recipient)).toEqual(['alva@nord.example']);
    const own = await world.asSystem((db) =>
      db.auditEvent.count({
        where: { kind: 'guidedBooked', objectId: id, concernsId: org.organisationId },
      }),
    );
    expect(own).toBe(1);
    // The same rules: nobody is there twice, and nobody of another organisation is booked for.
    const guest = {
      ...{ organisationId: '', forId: '' },
      ...{ guestName: 'Högstadiet i Näs', guestEmail: 'rektor@nas.example' },
    };
    await expect(
      bookGroup(ivar, demos[0] as string, group(start('2027-05-03', '09:30')), guest),
    ).rejects.toMatchObject({ fields: { time: 'guided.refusals.nobody' } });
    await expect(
      bookGroup(ivar, demos[0] as string, group(start('2027-05-04', '09:00')), {
        ...org,
        forId: world.person('egil'),
      }),
    ).rejects.toMatchObject({ name: 'Refusal' });
    const outside = await bookGroup(
      ivar,
      demos[0] as string,
      group(start('2027-05-04', '09:00')),
      guest,
    );
    const [letter] = await mails('Bokad visning: Lås, tisdag 4 maj');
    expect(letter?.recipient).toBe('rektor@nas.example');
    expect(letter?.text).toContain('4 personer från Högstadiet i Näs');
    expect(letter?.text).toContain('Hör av er till');
    const session = await sessionOf(outside);
    expect((await findSession(ivar, session)).groups).toMatchObject([
      { guestName: 'Högstadiet i Näs', guestEmail: 'rektor@nas.example' },
    ]);
    // Another who joins the same session does not read whose the others are.
    const seen = (scope: Scope) =>
      scope.read('guided:book', (db) => db.guidedGroup.count({ where: { id: outside } }));
    expect([await seen(alva), await seen(egil), await seen(cleo)]).toEqual([0, 0, 1]);
    // A member books for nobody but their own organisation, whatever the form says.
    const forged = await bookGroup(
      egil,
      demos[0] as string,
      group(start('2027-05-05', '09:00')),
      guest,
    );
    expect((await findOwnGroup(egil, forged)).organisation.name).toBe('Rivalen AB');
    await moveGroup(ivar, outside, { time: start('2027-05-06', '09:00'), language: 'sv' });
    expect((await mails('Ny tid: Lås, torsdag 6 maj')).map(({ recipient }) => recipient)).toContain(
      'rektor@nas.example',
    );
    await cancelGroup(ivar, outside);
    const off = await mails('Avbokad visning: Lås, torsdag 6 maj');
    expect(off.map(({ recipient }) => recipient)).toEqual(['rektor@nas.example']);
    await mindGuided();
    const kept = await world.asSystem((db) =>
      db.guidedGroup.findFirstOrThrow({ where: { id: outside } }),
    );
    expect(kept.guestEmail).toBe('');
    await cancelGroup(ivar, id);
    await cancelGroup(egil, forged);
  });

  it('says of what is taken out of use which coming sessions it is taken for', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-05-10', '09:00')));
    const session = await sessionOf(id);
    const taken = async () =>
      (await listResources(ivar))
        .find((one) => one.id === kit)
        ?.unit.occupancies.map((one) => one.session?.id);
    expect(await taken()).toContain(session);
    await cancelGroup(alva, id);
    expect(await taken()).not.toContain(session);
  });

  it('is among what comes next of its organisation, in the overview’s one transaction', async () => {
    const id = await bookGroup(alva, demos[0] as string, group(start('2027-05-11', '09:00')));
    const coming = (scope: Scope) =>
      findOverview(
        scope,
        async () => [],
        (db) => comingGroups(db, scope),
      ).then(({ groups }) => groups.map((one) => one.id));
    stopClock(Temporal.Instant.from('2027-05-10T12:00:00Z'));
    expect(await coming(alva)).toEqual([id]);
    expect(await coming(egil)).not.toContain(id);
    await cancelGroup(alva, id);
    expect(await coming(alva)).toEqual([]);
  });

  it('is ticked afterwards by the house alone, and adds up by the month', async () => {
    const first = await bookGroup(alva, demos[0] as string, group(start('2027-05-17', '09:00'), 6));
    const session = await sessionOf(first);
    const second = await bookGroup(egil, demos[0] as string, group(`session:${session}`, 3));
    const third = await bookGroup(alva, demos[0] as string, group(start('2027-05-18', '09:00')));
    const came = { [first]: 5, [second]: 0 };
    await expect(tickAttendance(ivar, session, { came })).rejects.toMatchObject({
      code: 'guided.refusals.notYet',
    });
    stopClock(Temporal.Instant.from('2027-05-18T12:00:00Z'));
    await tickAttendance(ivar, session, { came });
    await expect(tickAttendance(ivar, session, { came: { [third]: 4 } })).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(tickAttendance(alva, session, { came })).rejects.toBeInstanceOf(NotFound);
    // Nor past the form: the database asks who it is.
    const forced = alva.write('guided:book', (db, deed) => {
      deed.record('guidedChanged', 'guided', first);
      return db.guidedGroup.updateMany({ where: { id: first }, data: { came: 6 } });
    });
    expect(databaseFault(await forced.catch((error) => error))).toMatchObject({ state: '42501' });
    const { months, sessions } = await listPastSessions(ivar, 1);
    expect(months.find(({ month }) => month === '2027-05')).toEqual({
      ...{ month: '2027-05', groups: 3, booked: 13, came: 5, noShows: 1, unticked: 1 },
    });
    expect(sessions.slice(0, 2).map(({ id }) => id)).toEqual([await sessionOf(third), session]);
    expect((await listOwnGroups(alva)).past.find(({ id }) => id === first)?.came).toBe(5);
    await expect(listPastSessions(await world.enter('lars'), 1)).resolves.toMatchObject({
      sessions: [],
    });
  });

  it('without groups is called off without a word that anybody was told', async () => {
    const opening = { date: '2027-05-12', from: '13:00', language: 'sv' as const, weeks: 1 };
    const openedNow = async () => {
      await openTimes(ivar, demos[0] as string, opening);
      const rows = await listSessions(ivar);
      return rows.find(({ startsAt }) => startsAt.toISOString().startsWith('2027-05-12'))
        ?.id as string;
    };
    expect(await callOff(ivar, await openedNow(), 'Stängt')).toBe(false);
    const session = await openedNow();
    await bookGroup(alva, demos[0] as string, group(`session:${session}`));
    expect(await callOff(ivar, session, 'Stängt')).toBe(true);
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

  it('tells who shows it at once: asked when it is opened, how many come now, and that a group comes no more', async () => {
    const found = await world.asSystem((db) =>
      db.guidedResource.findFirst({ where: { personId: world.person('judit') } }),
    );
    const guides = [guide, found?.id ?? ''];
    await shown(demos[0] as string, zones[0] as string, [...guides, kit, host], {
      hostNeeded: true,
    });
    const mails = async (subject: string) => {
      const where = { subject: { startsWith: subject } };
      const rows = await world.asSystem((db) => db.mail.findMany({ where }));
      return rows.map(({ recipient }) => recipient).sort();
    };
    const opening = { date: '2027-06-07', from: '09:00', language: 'sv' as const, weeks: 1 };
    await openTimes(ivar, demos[0] as string, opening);
    expect(await mails('Väntar på svar: Lås, måndag 7 juni')).toEqual(['cleo@nord.example']);
    const open = (await listSessions(ivar)).find(
      ({ startsAt }) => startsAt.toISOString() === '2027-06-07T07:00:00.000Z',
    );
    const session = open?.id as string;
    await answerShowing(cleo, session, { answer: 'accept', reason: '' });
    const id = await bookGroup(alva, demos[0] as string, group(`session:${session}`));
    await changeGroup(alva, id, { size: 6, hopes: '', needs: '', roles: {} });
    const [first] = (await findSession(ivar, session)).shownBy.filter(
      ({ kind }) => kind === 'GUIDE',
    );
    expect(await mails('Ändrat: Lås måndag 7 juni')).toHaveLength(2);
    expect(await mails('Ändrat: Lås måndag 7 juni')).toContain('cleo@nord.example');
    // Another guide is no other company: its yes stands.
    expect(await replacePerson(ivar, session, first?.id as string, 'Sjuk')).toBe(true);
    expect((await findSession(ivar, session)).hostAnswer).toBe('ACCEPTED');
    await cancelGroup(alva, id);
    expect(await mails('En grupp kommer inte: Lås måndag 7 juni')).toContain('cleo@nord.example');
    expect(await standing(session)).toBe(4);
    await callOff(ivar, session, 'Klart');
  });
});
