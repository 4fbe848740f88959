import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import { compareQueryOf } from '#lib/showroom/comparing.ts';
import type { ContentInput } from '#lib/showroom/content.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { findArchivedDemo, findDemo, findDemoAddress, listCompared } from '#lib/showroom/detail.ts';
import { linksForm } from '#lib/showroom/forms.ts';
import { saveLinks } from '#lib/showroom/linking.ts';
import type { LinkKind } from '#lib/showroom/links.ts';
import { mindShowrooms } from '#lib/showroom/minding.ts';
import { findOnScreen, screenQueryOf } from '#lib/showroom/screen.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';
import { beginDemo, openDraft, saveDraft, takeUpVersion } from '#lib/showroom/versions.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;
let egil: Scope;
let ivar: Scope;
let visitor: Scope;

beforeAll(async () => {
  world = await makeWorld(60);
  [cleo, egil, ivar] = await Promise.all([
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
  visitor = await enterPublic('nord');
});
beforeEach(() => stopClock(Temporal.Instant.from('2026-11-16T08:00:00Z')));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const yes = { decision: 'publish' as const, reason: '' };
async function published(name: string, scope = cleo) {
  const content: ContentInput = {
    title: { sv: name },
    ...{ summary: { sv: 'En dörr.' }, body: { sv: 'Hemtjänsten slipper nycklar.' } },
    ...{ areas: ['SAFETY_AT_HOME'], settings: ['HOME_CARE'], audience: ['STAFF'] },
    picture: { src: '/demos/las.svg', alt: { sv: 'Ett lås' } },
  };
  const { id } = await beginDemo(scope, crypto.randomUUID(), content);
  await sendDemo(scope, id);
  await decideDemo(ivar, id, yes);
  return { id, ...(await addressOf(id)) };
}
const addressOf = (id: string) =>
  world.asSystem((db) =>
    db.showroomDemo.findFirstOrThrow({ where: { id }, select: { slug: true, publicId: true } }),
  );
const link = (number: string, kind: LinkKind, n = 0) => ({ number, kind, field: `number_${n}` });
async function linked(id: string, ...links: ReturnType<typeof link>[]) {
  const { revision } = await openDraft(cleo, id);
  await saveLinks(cleo, id, revision, links);
  await sendDemo(cleo, id);
  await decideDemo(ivar, id, yes);
}

describe('Demos that stand beside one another', () => {
  it('say so on both pages once it is published, the other with whose word it is', async () => {
    const [lock, hub] = [await published('Lås'), await published('Nav', egil)];
    const { revision } = await openDraft(cleo, lock.id);
    await saveLinks(cleo, lock.id, revision, [link(hub.publicId, 'NEEDS')]);
    expect((await findDemo(visitor, hub.slug)).linkedBy).toEqual([]);
    await sendDemo(cleo, lock.id);
    await decideDemo(ivar, lock.id, yes);
    expect((await findDemo(visitor, lock.slug)).links).toMatchObject([
      { kind: 'NEEDS', to: { publicId: hub.publicId } },
    ]);
    expect((await findDemo(visitor, hub.slug)).linkedBy).toMatchObject([
      { kind: 'NEEDS', demo: { publicId: lock.publicId, owner: { name: cleo.organisation.name } } },
    ]);
    await archiveDemo(cleo, lock.id);
    expect((await findDemo(visitor, hub.slug)).linkedBy).toEqual([]);
  });

  it('are refused by field: unknown, a draft, of another hub, itself, twice, a second successor', async () => {
    const [one, other, third] = [
      await published('Ett'),
      await published('Två'),
      await published('Tre'),
    ];
    const secret = await beginDemo(egil, crypto.randomUUID(), { title: { sv: 'Hemlig' } });
    const draft = await addressOf(secret.id);
    const { revision } = await openDraft(cleo, one.id);
    const refusals = saveLinks(cleo, one.id, revision, [
      link('D-NONE2', 'NEEDS', 0),
      link(draft.publicId, 'NEEDS', 1),
      link(one.publicId, 'WORKS_WITH', 2),
      link(other.publicId, 'REPLACED_BY', 3),
      link(other.publicId, 'NEEDS', 4),
      link(third.publicId, 'REPLACED_BY', 5),
    ]);
    await expect(refusals).rejects.toMatchObject({
      fields: {
        number_0: 'demoLinks.refusals.noSuchDemo',
        number_1: 'demoLinks.refusals.noSuchDemo',
        number_2: 'demoLinks.refusals.itself',
        number_4: 'demoLinks.refusals.twice',
        number_5: 'demoLinks.refusals.oneSuccessor',
      },
    });
    const kari = await world.enter('kari');
    await expect(saveLinks(kari, one.id, revision, [])).rejects.toBeInstanceOf(NotFound);
    const forced = world.asSystem((db) =>
      db.demoLink.createMany({
        data: [other, third].map(({ id }) => ({
          ...{ hubId: world.hub('nord'), demoId: one.id, toId: id },
          kind: 'REPLACED_BY' as const,
        })),
      }),
    );
    await expect(forced.catch(databaseFault)).resolves.toMatchObject({ state: '23505' });
  });

  it('are typed as a number in any case, or as the address of the sign', () => {
    const read = linksForm.parse({
      revision: '3',
      ...{ number_0: ' d-3c7w ', kind_0: 'NEEDS', number_1: '' },
      number_2: 'https://navet.example/d/D-6P2H',
    });
    expect(read).toEqual({
      revision: 3,
      links: [
        { field: 'number_0', number: 'D-3C7W', kind: 'NEEDS' },
        { field: 'number_2', number: 'D-6P2H', kind: 'WORKS_WITH' },
      ],
    });
    expect(linksForm.safeParse({ revision: '3', number_0: 'lås & nyckel' }).success).toBe(false);
  });
});

describe('What is shown no longer', () => {
  it('says so at its address and sign, and what came instead', async () => {
    const [old, young] = [await published('Gammal'), await published('Ung')];
    await expect(archiveDemo(cleo, old.id, 'D-NONE2')).rejects.toMatchObject({
      fields: { successor: 'demoLinks.refusals.noSuchDemo' },
    });
    expect((await findDemo(visitor, old.slug)).slug).toBe(old.slug);
    await linked(old.id, link(young.publicId, 'WORKS_WITH'));
    await archiveDemo(cleo, old.id, young.publicId);
    await expect(findDemo(visitor, old.slug)).rejects.toBeInstanceOf(NotFound);
    expect(await findArchivedDemo(visitor, old.slug)).toMatchObject({
      title: { sv: 'Gammal' },
      links: [{ to: { publicId: young.publicId } }],
    });
    expect(await findDemoAddress(old.publicId)).toEqual({ hub: 'nord', slug: old.slug });
    expect((await findDemo(visitor, young.slug)).linkedBy).toMatchObject([{ kind: 'REPLACED_BY' }]);
    const elsewhere = await enterPublic('innland');
    await expect(findArchivedDemo(elsewhere, old.slug)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('An older version', () => {
  it('is taken up again as a new draft, and what lies between stays', async () => {
    const { id } = await published('Första namnet');
    const { revision } = await openDraft(cleo, id);
    await saveDraft(cleo, id, revision, { title: { sv: 'Andra namnet', nb: '', en: '' } });
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, yes);
    await expect(takeUpVersion(cleo, id, 2)).rejects.toBeInstanceOf(NotFound);
    expect(await takeUpVersion(cleo, id, 1)).toMatchObject({ number: 3, revision: 1 });
    const { versions, title } = await findOwnDemo(cleo, id);
    expect(versions.map(({ state, content }) => [state, content.title.sv])).toEqual([
      ['DRAFT', 'Första namnet'],
      ['PUBLISHED', 'Andra namnet'],
      ['REPLACED', 'Första namnet'],
    ]);
    expect(title).toMatchObject({ sv: 'Andra namnet' });
    await expect(takeUpVersion(egil, id, 1)).rejects.toBeInstanceOf(NotFound);
  });

  it('never takes the place of an open draft or of what is being read', async () => {
    const { id } = await published('Ett namn');
    const open = await openDraft(cleo, id);
    await saveDraft(cleo, id, open.revision, { trl: 4 });
    await expect(takeUpVersion(await world.enter('disa'), id, 1)).rejects.toMatchObject({
      code: 'showroom.refusals.draftOpen',
    });
    const { versions } = await findOwnDemo(cleo, id);
    expect(versions[0]).toMatchObject({ state: 'DRAFT', content: { trl: 4 } });
    await sendDemo(cleo, id);
    await expect(takeUpVersion(cleo, id, 1)).rejects.toMatchObject({
      code: 'showroom.refusals.beingRead',
    });
  });
});

describe('What is to be looked over', () => {
  const subjects = (name: string) =>
    world.asSystem(async (db) => {
      const rows = await db.mail.findMany({ where: { subject: { contains: name } } });
      return rows.map(({ subject, recipient }) => `${recipient}: ${subject}`).toSorted();
    });
  const minded = async (at: string) => {
    stopClock(Temporal.Instant.from(at));
    await mindShowrooms();
    await mindShowrooms();
  };

  it('is said a month before and on the day, once each, to who wrote it and who administers', async () => {
    const { id } = await published('Översyn');
    const before = await subjects('Översyn');
    await minded('2027-10-16T08:00:00Z');
    expect(await subjects('Översyn')).toEqual(before);
    await minded('2027-10-17T08:00:00Z');
    const ahead = await subjects('Översyn');
    expect(ahead.length - before.length).toBe(2);
    expect(ahead).toContain('cleo@nord.example: ”Översyn” ska ses över inom en månad');
    await minded('2027-11-16T08:00:00Z');
    const due = await subjects('Översyn');
    expect(due.length - ahead.length).toBe(2);
    expect(due).toContain('cleo@nord.example: Dags att se över ”Översyn”');
    await openDraft(cleo, id);
    await sendDemo(cleo, id);
    await decideDemo(ivar, id, yes);
    const again = await subjects('Översyn');
    await minded('2028-10-17T08:00:00Z');
    expect((await subjects('Översyn')).length - again.length).toBe(2);
  });
});

describe('A comparison', () => {
  it('reads two to four numbers of its hub, in the order asked for', async () => {
    const [one, other] = [await published('Jämför ett'), await published('Jämför två')];
    const asked = [other.publicId.toLowerCase(), one.publicId, other.publicId, '', 'D-NONE2'];
    const query = compareQueryOf({ d: asked });
    expect(query).toMatchObject({
      numbers: [other.publicId, one.publicId, 'D-NONE2'],
      ...{ tooMany: false, strange: false, only: false },
    });
    const found = await listCompared(visitor, query.numbers);
    expect(found.map(({ publicId }) => publicId)).toEqual([other.publicId, one.publicId]);
    expect(await listCompared(await enterPublic('innland'), query.numbers)).toEqual([]);
    const five = compareQueryOf({ d: ['AAAA', 'BBBB', 'CCCC', 'DDDD', 'EEEE', '?'] });
    expect(five).toMatchObject({ tooMany: true, strange: true });
    expect(five.numbers).toHaveLength(4);
  });
});

describe('The showroom’s screen', () => {
  it('goes round what is shown, each once, and by theme', async () => {
    await published('På skärmen');
    const first = await findOnScreen(visitor, screenQueryOf({ n: '0' }));
    const round = await Promise.all(
      Array.from({ length: first.all + 1 }, (_, n) =>
        findOnScreen(visitor, screenQueryOf({ n: String(n) })),
      ),
    );
    const seen = round.map(({ demo }) => demo?.publicId);
    expect(new Set(seen).size).toBe(first.all);
    expect(seen.at(-1)).toBe(seen[0]);
    const none = await findOnScreen(visitor, screenQueryOf({ area: 'DIAGNOSTICS' }));
    expect(none).toMatchObject({ all: 0, demo: null });
  });
});
