import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, NotFound } from '#lib/platform/errors.ts';
import { enterHouse, enterPublic, type Scope } from '#lib/platform/scope.ts';
import { archiveDemo, takeDown } from '#lib/showroom/archiving.ts';
import { type ContentInput, demoContent } from '#lib/showroom/content.ts';
import { decideDemo, readingOf, sendDemo, takeBackDemo } from '#lib/showroom/deciding.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import { mindShowrooms } from '#lib/showroom/minding.ts';
import {
  differencesOf,
  findOwnDemo,
  findSentDemo,
  listDemosToReview,
  listOwnDemos,
  listRemovedDemos,
  listShownDemos,
} from '#lib/showroom/version-reads.ts';
import { beginDemo, discardDraft, openDraft, saveDraft } from '#lib/showroom/versions.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let ivar: Scope;
let judit: Scope;

beforeAll(async () => {
  world = await makeWorld(60);
  [cleo, disa, egil, ivar, judit] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('ivar'),
    world.enter('judit'),
  ]);
});
beforeEach(() => stopClock(Temporal.Instant.from('2026-11-16T08:00:00Z')));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const whole: ContentInput = {
  title: { sv: 'Lås utan nyckel' },
  summary: { sv: 'En dörr som öppnas med mobilen.' },
  body: { sv: 'Hemtjänsten slipper nyckelskåp.' },
  stage: 'PILOT',
  areas: ['SAFETY_AT_HOME'],
  settings: ['HOME_CARE'],
  audience: ['STAFF'],
  picture: { src: '/demos/las.svg', alt: { sv: 'Ett lås på en dörr' } },
};
const tested = {
  key: 'FHIR' as const,
  level: 'TESTED' as const,
  ...{
    source: 'Prov',
    checkedBy: 'Regionens it',
    checkedOn: '2026-11-01',
    expiresOn: '2026-12-31',
  },
};
const begin = async (own: ContentInput = {}, scope = cleo) =>
  (await beginDemo(scope, crypto.randomUUID(), { ...whole, ...own })).id;
async function published(own: ContentInput = {}) {
  const id = await begin(own);
  await sendDemo(cleo, id);
  await decideDemo(ivar, id, { decision: 'publish', reason: '' });
  return id;
}
const refused = (code: string) => ({ name: 'Refusal', code: `showroom.refusals.${code}` });
const shownOf = (id: string) =>
  world.asSystem((db) =>
    db.showroomDemo.findFirstOrThrow({ where: { id }, include: { claims: true } }),
  );

describe('A version', () => {
  it('is written in parts, sent when whole, read by somebody else and shown', async () => {
    const { id, revision } = await beginDemo(cleo, crypto.randomUUID(), { title: whole.title });
    const early = sendDemo(cleo, id);
    await expect(early).rejects.toMatchObject(refused('incomplete'));
    await expect(early).rejects.toMatchObject({
      fields: { areas: 'showroom.refusals.noArea', picture: 'showroom.refusals.noPicture' },
    });
    await saveDraft(disa, id, revision, demoContent.parse({ ...whole, claims: [tested] }));
    await sendDemo(cleo, id);
    expect((await listDemosToReview(ivar)).map(({ demoId }) => demoId)).toContain(id);
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    const demo = await findDemo(await enterPublic('nord'), 'las-utan-nyckel');
    expect(demo).toMatchObject({ title: { sv: 'Lås utan nyckel' }, stage: 'PILOT' });
    const shown = await shownOf(id);
    expect(shown.facets).toEqual(
      expect.arrayContaining(['claim:FHIR', 'checked:FHIR', 'owner:COMPANY']),
    );
    expect(shown.claims).toMatchObject([{ key: 'FHIR', area: 'INTEGRATION', level: 'TESTED' }]);
    expect(shown.reviewDueOn).toEqual(new Date('2027-11-16T00:00:00Z'));
    const letters = await world.asSystem((db) => db.mail.findMany({ select: { recipient: true } }));
    const told = letters.map(({ recipient }) => recipient);
    for (const who of ['ivar', 'cleo', 'disa']) expect(told).toContain(`${who}@nord.example`);
  });

  it('is not read by who wrote or sent it, whatever the code does', async () => {
    const id = await begin();
    await sendDemo(disa, id);
    const role = { hubId: world.hub('nord'), role: 'HOST' as const };
    await world.asSystem((db) =>
      db.hubRole.createMany({
        data: ['cleo', 'disa'].map((who) => ({ ...role, personId: world.person(who as 'cleo') })),
      }),
    );
    for (const who of ['cleo', 'disa'] as const) {
      const own = await enterHouse(world.session(who), 'nord');
      const given = { decision: 'publish' as const, reason: '' };
      await expect(decideDemo(own, id, given)).rejects.toMatchObject(refused('fourEyes'));
      const forced = world.asSystem((db) =>
        db.demoVersion.updateMany({
          where: { demoId: id },
          data: { state: 'PUBLISHED', decidedById: world.person(who), decidedAt: new Date() },
        }),
      );
      await expect(forced.catch((error) => databaseFault(error))).resolves.toMatchObject({
        constraint: 'four_eyes',
      });
    }
    await world.asSystem((db) =>
      db.hubRole.deleteMany({
        where: { ...role, personId: { in: [world.person('cleo'), world.person('disa')] } },
      }),
    );
  });

  it('comes back with a reason, is written anew and leaves what was answered as it was', async () => {
    const id = await begin();
    await sendDemo(cleo, id);
    const blank = decideDemo(ivar, id, { decision: 'return', reason: ' ' });
    await expect(blank).rejects.toMatchObject({
      fields: { reason: 'showroom.refusals.reasonMissing' },
    });
    await decideDemo(ivar, id, { decision: 'return', reason: 'Vem har prövat?' });
    const { number, revision } = await openDraft(disa, id);
    expect(number).toBe(2);
    await saveDraft(disa, id, revision, { stage: 'IN_USE' });
    const { versions } = await findOwnDemo(cleo, id);
    expect(versions.map(({ state, reason }) => [state, reason])).toEqual([
      ['DRAFT', ''],
      ['RETURNED', 'Vem har prövat?'],
    ]);
    const [young, old] = versions;
    if (!young || !old) throw new Error('two versions');
    expect(differencesOf(old.content, young.content)).toEqual([
      { field: 'stage', before: 'PILOT', after: 'IN_USE' },
    ]);
  });

  it('shows the old one until the new is published, and keeps both', async () => {
    const id = await published();
    const { revision } = await openDraft(cleo, id);
    await saveDraft(cleo, id, revision, { summary: { sv: 'Nytt', nb: '', en: '' } });
    await sendDemo(cleo, id);
    expect((await shownOf(id)).summary).toMatchObject({ sv: 'En dörr som öppnas med mobilen.' });
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    expect((await shownOf(id)).summary).toMatchObject({ sv: 'Nytt' });
    const { versions } = await findOwnDemo(cleo, id);
    expect(versions.map(({ state }) => state)).toEqual(['PUBLISHED', 'REPLACED']);
    const changed = world.asSystem((db) =>
      db.demoVersion.updateMany({ where: { demoId: id, number: 1 }, data: { content: {} } }),
    );
    await expect(changed.catch(databaseFault)).resolves.toMatchObject({ state: '23514' });
  });

  it('is decided once, however many decide at the same time', async () => {
    const id = await begin();
    await sendDemo(cleo, id);
    const tries = Array.from({ length: 50 }, (_, n) =>
      decideDemo(
        n % 2 ? ivar : judit,
        id,
        n % 3 ? { decision: 'publish', reason: '' } : { decision: 'return', reason: 'Nej' },
      ),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('that was taken back and sent again is not decided by who read what it said before', async () => {
    const id = await begin({ title: { sv: 'Läst' } });
    await sendDemo(cleo, id);
    const read = readingOf((await findSentDemo(ivar, id)).last);
    await takeBackDemo(cleo, id);
    const { last } = await findOwnDemo(cleo, id);
    await saveDraft(cleo, id, last.revision, { title: { sv: 'Något annat', nb: '', en: '' } });
    await sendDemo(cleo, id);
    const late = decideDemo(ivar, id, { decision: 'publish', reason: '', read });
    await expect(late).rejects.toMatchObject(refused('sentAnew'));
    const now = readingOf((await findSentDemo(ivar, id)).last);
    await decideDemo(ivar, id, { decision: 'publish', reason: '', read: now });
    expect((await shownOf(id)).title).toMatchObject({ sv: 'Något annat' });
  });

  it('is read by nobody who wrote any of it, also before somebody else wrote last', async () => {
    const { id, revision } = await beginDemo(disa, crypto.randomUUID(), whole);
    await saveDraft(cleo, id, revision, { trl: 3 });
    await sendDemo(cleo, id);
    const role = {
      hubId: world.hub('nord'),
      role: 'HOST' as const,
      personId: world.person('disa'),
    };
    await world.asSystem((db) => db.hubRole.createMany({ data: [role] }));
    const own = await enterHouse(world.session('disa'), 'nord');
    const decided = decideDemo(own, id, { decision: 'publish', reason: '' });
    await expect(decided).rejects.toMatchObject(refused('fourEyes'));
    const forced = world.asSystem((db) =>
      db.demoVersion.updateMany({
        where: { demoId: id },
        data: { state: 'PUBLISHED', decidedById: world.person('disa'), decidedAt: new Date() },
      }),
    );
    await expect(forced.catch(databaseFault)).resolves.toMatchObject({
      constraint: 'nobody_reads_their_own',
    });
    await world.asSystem((db) => db.hubRole.deleteMany({ where: role }));
  });

  it('that nobody wants is thrown away, alone or with a demo that was never shown', async () => {
    const id = await published();
    await openDraft(cleo, id);
    await expect(discardDraft(egil, id)).rejects.toBeInstanceOf(NotFound);
    expect(await discardDraft(disa, id)).toEqual({ gone: false });
    expect((await findOwnDemo(cleo, id)).versions).toHaveLength(1);
    await expect(discardDraft(cleo, id)).rejects.toMatchObject(refused('noDraft'));
    const never = await begin();
    expect(await discardDraft(cleo, never)).toEqual({ gone: true });
    await expect(findOwnDemo(cleo, never)).rejects.toBeInstanceOf(NotFound);
  });

  it('is saved by one of two colleagues; the other is told what was saved', async () => {
    const { id, revision } = await beginDemo(cleo, crypto.randomUUID(), whole);
    await saveDraft(disa, id, revision, { trl: 6 });
    const late = saveDraft(cleo, id, revision, { trl: 7 });
    await expect(late).rejects.toMatchObject({
      ...refused('stale'),
      detail: { revision: 2, content: { trl: 6 } },
    });
  });

  it('is nobody else’s to see, write, send, read or take out', async () => {
    const id = await begin();
    expect((await listOwnDemos(egil)).map((demo) => demo.id)).not.toContain(id);
    const kari = await world.enter('kari');
    const given = { decision: 'publish' as const, reason: '' };
    for (const other of [egil, kari]) {
      await expect(findOwnDemo(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(saveDraft(other, id, 1, { trl: 1 })).rejects.toBeInstanceOf(NotFound);
      await expect(sendDemo(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(archiveDemo(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(decideDemo(other, id, given)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(findSentDemo(ivar, id)).rejects.toBeInstanceOf(NotFound);
    await expect(decideDemo(await world.enter('lars'), id, given)).rejects.toBeInstanceOf(NotFound);
    await sendDemo(cleo, id);
    await expect(saveDraft(cleo, id, 1, { trl: 1 })).rejects.toMatchObject(refused('noDraft'));
    await takeBackDemo(cleo, id);
    await expect(decideDemo(ivar, id, given)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('Whoever reads for the hub', () => {
  it('is shown nothing of an owner that takes part no longer, and stumbles over nothing', async () => {
    const id = await begin();
    await sendDemo(cleo, id);
    const state = (to: 'VERIFIED' | 'LEFT') =>
      world.asSystem((db) =>
        db.participation.updateMany({
          where: { organisationId: world.organisation('fjallvard') },
          data: { state: to },
        }),
      );
    await state('LEFT');
    expect(await listDemosToReview(ivar)).toEqual([]);
    expect(await listShownDemos(ivar)).toEqual([]);
    await expect(findSentDemo(ivar, id)).rejects.toBeInstanceOf(NotFound);
    await state('VERIFIED');
    expect((await findSentDemo(ivar, id)).id).toBe(id);
  });
});

describe('A claim', () => {
  it('that something was tested says by whom, by what, when, and until when', async () => {
    const half = { key: 'FHIR' as const, level: 'TESTED' as const, source: 'Prov' };
    const id = await begin({ claims: [half] });
    await expect(sendDemo(cleo, id)).rejects.toMatchObject({
      fields: { 'claims.0': 'showroom.refusals.claimCheck' },
    });
    const own = await begin({ claims: [{ ...tested, checkedBy: 'fjällvård ab' }] });
    await expect(sendDemo(cleo, own)).rejects.toMatchObject({
      fields: { 'claims.0': 'showroom.refusals.claimOwnCheck' },
    });
    const shown = await published({ claims: [tested] });
    const forced = world.asSystem((db) =>
      db.demoClaim.updateMany({ where: { demoId: shown }, data: { checkedBy: '' } }),
    );
    await expect(forced.catch(databaseFault)).resolves.toMatchObject({
      constraint: 'a_check_says_all',
    });
  });

  it('is checked until the end of its last day at the hub, and its owner is told once', async () => {
    const id = await published({ title: { sv: 'Kontrollerad' }, claims: [tested] });
    const notices = () =>
      world.asSystem((db) =>
        db.notice.findMany({ where: { kind: 'demoDue' }, select: { personId: true } }),
      );
    stopClock(Temporal.Instant.from('2026-12-31T22:30:00Z'));
    await mindShowrooms();
    expect((await shownOf(id)).facets).toContain('checked:FHIR');
    stopClock(Temporal.Instant.from('2026-12-31T23:30:00Z'));
    await mindShowrooms();
    await mindShowrooms();
    const { facets } = await shownOf(id);
    expect(facets).toContain('claim:FHIR');
    expect(facets).not.toContain('checked:FHIR');
    const told = (await notices()).map(({ personId }) => personId);
    const owners = [world.person('cleo'), world.person('disa')];
    // Another demo of these tests has the same check: each tells its owner once.
    for (const person of owners)
      expect(told.filter((one) => one === person).length).toBe(told.length / 2);
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { subject: { contains: 'Kontrollerad' } } }),
    );
    expect(
      letters.filter(({ subject }) => subject.startsWith('Kontroller har gått ut')),
    ).toHaveLength(2);
  });

  it('that only a device can make stands beside a class, in the form and in the database', async () => {
    const bare = await begin({ claims: [{ key: 'CLINICAL', value: 'Studie' }] });
    await expect(sendDemo(cleo, bare)).rejects.toMatchObject({
      fields: { 'claims.0': 'showroom.refusals.claimNeedsClass' },
    });
    const none = { key: 'CLASS' as const, value: 'NOT_A_DEVICE' };
    const id = await published({ claims: [{ key: 'CLINICAL', value: 'Studie' }, none] });
    const forced = world.asSystem(async (db) => {
      await db.demoClaim.deleteMany({ where: { demoId: id, key: 'CLASS' } });
      await db.showroomDemo.updateMany({ where: { id }, data: { status: 'PUBLISHED' } });
    });
    await expect(forced).rejects.toThrow(/a device says its class/);
  });

  it('that is only declared names nobody who checked it', async () => {
    const check = {
      checkedBy: 'Socialstyrelsen',
      checkedOn: '2026-01-01',
      expiresOn: '2027-01-01',
    };
    const id = await published({ claims: [{ key: 'FHIR', level: 'DECLARED', ...check }] });
    const claims = await world.asSystem((db) => db.demoClaim.findMany({ where: { demoId: id } }));
    expect(claims).toMatchObject([{ checkedBy: '', checkedOn: null, expiresOn: null }]);
  });

  it('that is medical names its class, in the form and in the database (R30)', async () => {
    const body = { sv: 'Appen diagnosticerar hudcancer på en minut.' };
    const id = await begin({ body });
    await expect(sendDemo(cleo, id)).rejects.toMatchObject({
      fields: { medical: 'showroom.refusals.soundsMedical' },
    });
    const medical = { body, medical: true, purpose: { sv: 'Stöd för läkare' } };
    const bare = await begin(medical);
    await expect(sendDemo(cleo, bare)).rejects.toMatchObject({
      fields: { medical: 'showroom.refusals.noClass' },
    });
    const unsure = await begin({ ...medical, claims: [{ key: 'CLASS', value: 'UNSURE' }] });
    await expect(sendDemo(cleo, unsure)).rejects.toMatchObject({
      fields: { medical: 'showroom.refusals.noClass' },
    });
    const shown = await published({ ...medical, claims: [{ key: 'CLASS', value: 'MDR_IIA' }] });
    const forced = world.asSystem((db) => db.demoClaim.deleteMany({ where: { demoId: shown } }));
    await expect(forced.catch(databaseFault)).resolves.toMatchObject({ state: '23514' });
  });
});

describe('What is taken out', () => {
  it('is so by the house, too, with a reason that its owner is told', async () => {
    const id = await published({ title: { sv: 'Vilseledande' } });
    await expect(takeDown(ivar, id, '')).rejects.toMatchObject({
      fields: { reason: 'showroom.refusals.reasonMissing' },
    });
    await expect(takeDown(egil, id, 'Nej')).rejects.toBeInstanceOf(NotFound);
    await takeDown(ivar, id, 'Den finns inte i huset längre.');
    await expect(findDemo(await enterPublic('nord'), 'vilseledande')).rejects.toBeInstanceOf(
      NotFound,
    );
    const letters = await world.asSystem((db) =>
      db.mail.findMany({ where: { subject: '”Vilseledande” visas inte längre' } }),
    );
    expect(letters).toHaveLength(2);
    expect(letters[0]?.text).toContain('Den finns inte i huset längre.');
    const removal = { reason: 'Den finns inte i huset längre.', byId: world.person('ivar') };
    expect((await findOwnDemo(cleo, id)).removals).toMatchObject([removal]);
    expect((await findSentDemo(ivar, id)).removals).toMatchObject([removal]);
    expect((await listRemovedDemos(ivar)).map((one) => one.id)).toContain(id);
    const told = await world.asSystem((db) =>
      db.notice.findMany({ where: { kind: 'demoTakenDown', path: { contains: id } } }),
    );
    expect(told.length).toBeGreaterThan(0);
    const others = await egil.read('demo:draft', (db) => db.demoRemoval.count());
    expect(others).toBe(0);
  });

  it('is shown no longer, and comes back through the same door', async () => {
    const id = await published({ title: { sv: 'Robotkatt' } });
    await archiveDemo(cleo, id);
    const visitor = await enterPublic('nord');
    await expect(findDemo(visitor, 'robotkatt')).rejects.toBeInstanceOf(NotFound);
    await expect(archiveDemo(cleo, id)).rejects.toMatchObject(refused('notShown'));
    await openDraft(cleo, id);
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, { decision: 'publish', reason: '' });
    expect((await findDemo(visitor, 'robotkatt')).slug).toBe('robotkatt');
  });
});

describe('A new demo', () => {
  it('whose id is another’s finds no place, and leaves that one as it was', async () => {
    const id = await begin({ title: { sv: 'Förlagan' } });
    const stolen = beginDemo(egil, id, { ...whole, title: { sv: 'Kapad' } });
    await expect(stolen).rejects.toBeInstanceOf(NotFound);
    expect((await findOwnDemo(cleo, id)).title).toMatchObject({ sv: 'Förlagan' });
  });
});
