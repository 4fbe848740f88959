import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dropFollow,
  findFollowed,
  follow,
  listFollows,
  unfollow,
} from '#lib/following/following.ts';
import { choosePace, findPace, isStopToken, stopLetters } from '#lib/following/pace.ts';
import type { Pace, Thing } from '#lib/following/rules.ts';
import { mindFollowers } from '#lib/following/telling.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPerson, type Scope } from '#lib/platform/scope.ts';
import { adoptionForm, stateAdoption } from '#lib/showroom/adoptions.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import type { ContentInput } from '#lib/showroom/content.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { mindShowrooms } from '#lib/showroom/minding.ts';
import { beginDemo, openDraft, saveDraft } from '#lib/showroom/versions.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;

beforeAll(async () => {
  world = await makeWorld(40);
  cleo = await world.enter('cleo');
});
beforeEach(() => clock('2027-03-01T08:00:00Z'));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.newsLetter.deleteMany();
    await db.showroomNews.deleteMany();
    await db.follow.deleteMany();
    await db.letterPace.deleteMany();
    await db.demoAdoption.deleteMany();
    await db.notice.deleteMany();
    await db.mail.deleteMany();
  });
});
afterAll(() => world.close());

const clock = (at: string) => stopClock(Temporal.Instant.from(at));
const follows = async (who: CastName, thing: Thing) => follow(await world.enter(who), thing);
const paces = async (who: CastName, pace: Pace) =>
  choosePace(await enterPerson(world.session(who)), pace);

/** Who has been told what in the portal since it was asked last; followers' news alone. */
const told = () =>
  world.asSystem(async (db) => {
    const where = { kind: { startsWith: 'followed' } };
    const rows = await db.notice.findMany({ where, include: { person: true } });
    await db.notice.deleteMany({ where });
    return rows.map(({ kind, person }) => `${person.name.split(' ')[0]}: ${kind}`).sort();
  });
/** The followers' letters since it was asked last. */
const letters = () =>
  world.asSystem(async (db) => {
    const where = { unsubscribe: { not: null } };
    const rows = await db.mail.findMany({ where, orderBy: { recipient: 'asc' } });
    await db.mail.deleteMany({ where });
    return rows;
  });

async function shown(title: string, own: ContentInput = {}) {
  const { id } = await beginDemo(cleo, crypto.randomUUID(), {
    ...{ title: { sv: title }, summary: { sv: 'Kort' }, body: { sv: 'Lång' } },
    ...{ areas: ['MEDICINES'], settings: ['HOME_CARE'], audience: ['STAFF'] },
    picture: { src: '/demos/las.svg', alt: { sv: 'En bild' } },
    ...own,
  });
  await publish(id);
  return id;
}
async function publish(id: string) {
  await sendDemo(cleo, id);
  await decideDemo(await world.enter('ivar'), id, { decision: 'publish', reason: '' });
}
async function change(id: string, summary: string) {
  const { revision } = await openDraft(cleo, id);
  await saveDraft(cleo, id, revision, { summary: { sv: summary, nb: '', en: '' }, stage: 'PILOT' });
  await publish(id);
}

describe('Following', () => {
  it('is one’s own: once each, seen and ended by nobody else', async () => {
    const demo = { kind: 'demo' as const, key: await shown('Lås') };
    const alva = await world.enter('alva');
    await Promise.all([follow(alva, demo), follow(alva, demo), follow(alva, demo)]);
    await follow(alva, { kind: 'theme', key: 'MEDICINES' });
    await follow(alva, { kind: 'owner', key: 'fjallvard' });
    expect(await listFollows(alva)).toHaveLength(3);
    expect((await findFollowed(alva, demo)).isFollowed).toBe(true);
    const bror = await world.enter('bror');
    expect(await listFollows(bror)).toEqual([]);
    const [first] = await listFollows(alva);
    await expect(dropFollow(bror, first?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    await unfollow(bror, demo);
    expect(await listFollows(alva)).toHaveLength(3);
    await unfollow(alva, demo);
    await dropFollow(alva, first?.id ?? '');
    expect((await listFollows(alva)).length).toBeLessThan(3);
    const kari = await world.enter('kari');
    await expect(follow(kari, demo)).rejects.toBeInstanceOf(NotFound);
    for (const thing of [
      { kind: 'theme' as const, key: 'NOTHING' },
      { kind: 'owner' as const, key: 'nykomling' },
      { kind: 'demo' as const, key: 'x' },
    ]) {
      await expect(follow(alva, thing)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('tells in the portal of all that happens, once, and nobody of their own doing', async () => {
    await follows('alva', { kind: 'theme', key: 'MEDICINES' });
    await follows('bror', { kind: 'owner', key: 'fjallvard' });
    await follows('ivar', { kind: 'theme', key: 'MEDICINES' });
    await follows('cleo', { kind: 'owner', key: 'fjallvard' });
    clock('2027-03-01T08:30:00Z');
    const id = await shown('Robot');
    await follows('alva', { kind: 'demo', key: id });
    await Promise.all([mindFollowers(), mindFollowers()]);
    await mindFollowers();
    // The author and the reader of a version know of it.
    expect(await told()).toEqual(['Alva: followedNew', 'Bror: followedNew']);
    clock('2027-03-01T09:00:00Z');
    await change(id, 'Kortare');
    const use = adoptionForm.parse({ status: 'TESTING', since: '2026-03-01', language: 'sv' });
    await stateAdoption(await world.enter('bror'), id, use);
    // From trying to using is no other user.
    await stateAdoption(await world.enter('bror'), id, { ...use, status: 'USING' });
    await mindFollowers();
    expect(await told()).toEqual([
      ...['Alva: followedAdopted', 'Alva: followedChanged', 'Bror: followedChanged'],
      ...['Cleo: followedAdopted', 'Ivar: followedAdopted'],
    ]);
    const stopped = { ...use, status: 'STOPPED' as const, stoppedOn: '2027-02-01' };
    await stateAdoption(await world.enter('bror'), id, stopped);
    await archiveDemo(await world.enter('disa'), id);
    await mindFollowers();
    expect(await told()).toEqual([
      ...['Alva: followedArchived', 'Alva: followedStopped', 'Bror: followedArchived'],
      ...['Cleo: followedArchived', 'Cleo: followedStopped'],
      ...['Ivar: followedArchived', 'Ivar: followedStopped'],
    ]);
  });

  it('tells when a check has run out, and nobody whose access has ended or who came later', async () => {
    const checked = {
      ...{ key: 'FHIR' as const, level: 'TESTED' as const, source: 'Rapport' },
      ...{ checkedBy: 'Labbet', checkedOn: '2026-01-10', expiresOn: '2027-03-02' },
    };
    const id = await shown('Sensor', { claims: [checked] });
    for (const who of ['alva', 'frej', 'greta'] as const) {
      await follows(who, { kind: 'demo', key: id });
    }
    const gone = { personId: world.person('frej') };
    await world.asSystem((db) => db.membership.deleteMany({ where: gone }));
    clock('2027-03-03T05:00:00Z');
    await mindShowrooms();
    await follows('bror', { kind: 'demo', key: id });
    clock('2027-03-03T05:01:00Z');
    await mindFollowers();
    const late = await told();
    await paces('alva', 'AT_ONCE');
    await mindFollowers();
    const [letter] = await letters();
    expect(letter?.text).toContain('En kontroll har gått ut: HL7 FHIR');
    await world.asSystem((db) =>
      db.membership.create({
        data: { ...gone, organisationId: world.organisation('anhoriga'), role: 'STAFF' },
      }),
    );
    expect(late).toEqual(['Alva: followedChecks', 'Greta: followedChecks']);
  });
});

describe('Mail of what one follows', () => {
  it('is one letter a day, demo by demo, in one’s language, whatever stops in between', async () => {
    clock('2027-03-27T09:00:00Z');
    const [one, two] = [await shown('Lås A'), await shown('Lås B')];
    const greta = { where: { id: world.person('greta') } };
    await world.asSystem((db) => db.person.update({ ...greta, data: { locale: 'nb' } }));
    for (const who of ['alva', 'greta'] as const) {
      await follows(who, { kind: 'owner', key: 'fjallvard' });
    }
    await paces('bror', 'WEEKLY');
    await follows('bror', { kind: 'demo', key: one });
    clock('2027-03-27T10:00:00Z');
    await change(one, 'Ett');
    await change(one, 'Ett till');
    await change(two, 'Två');
    await mindFollowers();
    // The night the clock goes forward: seven is five by Greenwich, an hour earlier than the day before.
    clock('2027-03-28T04:59:00Z');
    await mindFollowers();
    expect(await letters()).toEqual([]);
    clock('2027-03-28T05:00:00Z');
    await Promise.all([mindFollowers(), mindFollowers(), mindFollowers()]);
    clock('2027-03-28T11:00:00Z');
    await mindFollowers();
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual([
      'alva@nord.example',
      'greta@nord.example',
    ]);
    expect(sent.map(({ subject }) => subject)).toEqual([
      '3 nyheter om det du följer vid Navet Nord',
      '3 nyheter om det du følger ved Navet Nord',
    ]);
    expect(sent[0]?.text.match(/Lås A \(Fjällvård AB\)/g)).toHaveLength(1);
    expect(sent[0]?.text).toContain('Ny version. Ändrat: texten');
    expect(sent[1]?.text).toContain('Ny versjon. Endret: teksten');
    expect(sent[0]?.text).toContain('/sv/nord/showroom/las-a');
    clock('2027-03-29T05:00:00Z');
    await mindFollowers();
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['bror@nord.example']);
    await world.asSystem((db) => db.person.update({ ...greta, data: { locale: 'sv' } }));
  });

  it('comes at once to who wants it so, and never to who wants none', async () => {
    const id = await shown('Matta');
    await paces('alva', 'AT_ONCE');
    await paces('bror', 'NEVER');
    for (const who of ['alva', 'bror'] as const) await follows(who, { kind: 'demo', key: id });
    clock('2027-03-01T10:00:00Z');
    await change(id, 'Ny text');
    await mindFollowers();
    await mindFollowers();
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['alva@nord.example']);
    clock('2027-03-08T10:00:00Z');
    await mindFollowers();
    expect(await letters()).toEqual([]);
    expect(await told()).toEqual(['Alva: followedChanged', 'Bror: followedChanged']);
  });

  it('is not written to who has left since it was told', async () => {
    const id = await shown('Tråd');
    await follows('pia', { kind: 'demo', key: id });
    clock('2027-03-01T10:00:00Z');
    await change(id, 'Ny');
    await mindFollowers();
    const away = { where: { organisationId: world.organisation('anhoriga') } };
    await world.asSystem((db) => db.participation.updateMany({ ...away, data: { state: 'LEFT' } }));
    clock('2027-03-02T10:00:00Z');
    await mindFollowers();
    const none = await letters();
    await world.asSystem((db) =>
      db.participation.updateMany({ ...away, data: { state: 'VERIFIED' } }),
    );
    expect(none).toEqual([]);
    await mindFollowers();
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['pia@nord.example']);
  });

  it('ends with one click, for its reader alone', async () => {
    const id = await shown('Klocka');
    await paces('alva', 'AT_ONCE');
    for (const who of ['alva', 'bror'] as const) await follows(who, { kind: 'demo', key: id });
    clock('2027-03-01T10:00:00Z');
    await change(id, 'Ny');
    await mindFollowers();
    const [letter] = await letters();
    const token = letter?.unsubscribe?.split('/').at(-1) ?? '';
    expect(letter?.text).toContain(`/sv/letters/${token}`);
    expect(await isStopToken(token)).toBe(true);
    await expect(stopLetters(`${token}x`)).rejects.toBeInstanceOf(NotFound);
    await stopLetters(token);
    expect(await findPace(await enterPerson(world.session('alva')))).toBe('NEVER');
    expect(await findPace(await enterPerson(world.session('bror')))).toBe('DAILY');
  });
});
