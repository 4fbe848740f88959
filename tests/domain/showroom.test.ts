import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOrganisations } from '#lib/organisations/reads.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { demoContent } from '#lib/showroom/content.ts';
import { findDemo, findDemoAddress } from '#lib/showroom/detail.ts';
import { facetsOf } from '#lib/showroom/publishing.ts';
import { facetNames } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos } from '#lib/showroom/searching.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

type Seed = { slug: string; title: string; hub?: 'nord' | 'innland'; owner?: string } & {
  status?: 'DRAFT' | 'PUBLISHED';
  areas?: string[];
  stage?: 'PILOT' | 'IN_USE';
};
const seeds: Seed[] = [
  { slug: 'larm', title: 'Digitalt trygghetslarm', areas: ['SAFETY_AT_HOME'], stage: 'IN_USE' },
  { slug: 'kamera', title: 'Trygghetskamera', areas: ['NIGHT_SUPERVISION', 'SAFETY_AT_HOME'] },
  { slug: 'skap', title: 'Läkemedelsskåp 100 %', owner: 'bergs-kommun', areas: ['MEDICINES'] },
  { slug: 'hemligt', title: 'Hemligt larm', status: 'DRAFT' },
  { slug: 'alarm', title: 'Digital trygghetsalarm', hub: 'innland', owner: 'folldal' },
];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(async (db) => {
    await db.showroomDemo.createMany({
      data: seeds.map(({ hub = 'nord', owner = 'fjallvard', title, status, ...seed }, n) => ({
        areas: [],
        stage: 'PILOT',
        ...seed,
        // Every demo here is found by the same as its row says.
        facets: facetsOf(
          demoContent.parse({ stage: 'PILOT', settings: ['HOME_CARE'], ...seed }),
          owner === 'fjallvard' ? 'COMPANY' : 'MUNICIPALITY',
          '2026-01-01',
        ),
        hubId: world.hub(hub),
        ownerId: world.organisation(owner),
        publicId: `D-TEST${n}`,
        title: { sv: title },
        summary: { sv: 'x', nb: 'x', en: 'x' },
        body: {},
        kind: 'PRODUCT',
        settings: ['HOME_CARE'],
        audience: [],
        picture: '',
        pictureAlt: {},
        status: status ?? 'PUBLISHED',
        publishedAt: new Date(Date.UTC(2026, 0, 1 + n)),
        publishedVersion: 1,
        reviewDueOn: new Date('2027-01-01'),
      })),
    });
    const demos = await db.showroomDemo.findMany();
    await db.demoVersion.createMany({
      data: demos.map(({ hubId, id, status }) => ({
        ...{ hubId, demoId: id, number: 1, content: {}, sentAt: new Date(), decidedAt: new Date() },
        state: status === 'PUBLISHED' ? ('PUBLISHED' as const) : ('DRAFT' as const),
      })),
    });
  });
});
afterAll(() => world.close());

const ask = async (search: Record<string, string | string[]>, hub = 'nord') =>
  listDemos(await enterPublic(hub), showroomQueryOf(search));
const slugs = async (search: Record<string, string | string[]>, hub?: string) =>
  (await ask(search, hub)).demos.map((demo) => demo.slug);

describe('What outsiders never see', () => {
  it('a draft is in no list, count, search, page or short address', async () => {
    const { demos, all, facets } = await ask({ q: 'larm' });
    expect(demos.map((demo) => demo.slug)).toEqual(['larm']);
    expect(all).toBe(3);
    expect(facets.kind).toEqual([{ value: 'PRODUCT', count: 1, chosen: false }]);
    const visitor = await enterPublic('nord');
    await expect(findDemo(visitor, 'hemligt')).rejects.toBeInstanceOf(NotFound);
    expect(await findDemoAddress('D-TEST3')).toBeNull();
    expect(await findDemoAddress("D-TEST0' or '1'='1")).toBeNull();
  });

  it('a draft is not listed for a rival or a public body, nor another hub’s demo', async () => {
    for (const who of ['egil', 'alva', 'kari'] as const) {
      const found = await listDemos(await world.enter(who), showroomQueryOf({ q: 'hemligt' }));
      expect(found.demos).toEqual([]);
    }
    await expect(findDemo(await enterPublic('innland'), 'larm')).rejects.toBeInstanceOf(NotFound);
    expect(await slugs({}, 'innland')).toEqual(['alarm']);
  });
});

describe('A demo', () => {
  const need = (visibility: 'OPEN' | 'PUBLIC_SIDE', title: string) => ({
    hubId: world.hub('nord'),
    id: crypto.randomUUID(),
    organisationId: world.organisation('bergs-kommun'),
    ...{ language: 'sv', title, problem: 'x', areas: [], urgency: 1, visibility },
    state: 'OPEN' as const,
  });

  it('shows the needs its reader may see, and tells of no other', async () => {
    const [open, hidden] = [need('OPEN', 'Öppet'), need('PUBLIC_SIDE', 'Dolt')];
    await world.asSystem(async (db) => {
      const demo = await db.showroomDemo.findFirstOrThrow({ where: { slug: 'larm' } });
      await db.need.createMany({ data: [open, hidden] });
      await db.demoNeed.createMany({
        data: [open, hidden].map(({ id }) => ({ hubId: demo.hubId, demoId: demo.id, needId: id })),
      });
    });
    const titles = async (scope: Scope) =>
      (await findDemo(scope, 'larm')).needs.map((link) => link.need.title).sort();
    expect(await titles(await enterPublic('nord'))).toEqual(['Öppet']);
    expect(await titles(await world.enter('cleo'))).toEqual(['Öppet']);
    expect(await titles(await world.enter('alva'))).toEqual(['Dolt', 'Öppet']);
  });

  it('keeps the name of an owner who has left the hub, who is listed no more', async () => {
    const organisationId = world.organisation('fjallvard');
    const leave = (state: 'LEFT' | 'VERIFIED') =>
      world.asSystem((db) =>
        db.participation.updateMany({ where: { organisationId }, data: { state } }),
      );
    await leave('LEFT');
    const visitor = await enterPublic('nord');
    expect((await findDemo(visitor, 'larm')).owner.name).toBe('Fjällvård AB');
    expect((await listOrganisations(visitor)).map((each) => each.name)).not.toContain(
      'Fjällvård AB',
    );
    await leave('VERIFIED');
  });
});

describe('Searching', () => {
  it('finds a word inside a word, in Swedish and in Norwegian', async () => {
    expect(await slugs({ q: 'larm' })).toEqual(['larm']);
    expect(await slugs({ q: 'larm' }, 'innland')).toEqual(['alarm']);
  });

  it('folds case and å ä ö ø æ', async () => {
    for (const q of ['läkemedel', 'LAKEMEDEL', 'lækemedel', 'skap', 'skåp']) {
      expect(await slugs({ q }), q).toEqual(['skap']);
    }
  });

  it('wants every word, and finds the owner’s name', async () => {
    expect(await slugs({ q: 'trygghet kamera' })).toEqual(['kamera']);
    expect(await slugs({ q: 'trygghet röntgen' })).toEqual([]);
    expect(await slugs({ q: 'bergs' })).toEqual(['skap']);
  });

  it('takes wild and strange characters as they stand', async () => {
    expect(await slugs({ q: '100 %' })).toEqual(['skap']);
    expect(await slugs({ q: '100\0' })).toEqual(['skap']);
    for (const q of ['_', '\\', "'; drop table hub;--", '%%%%', '🦌'.repeat(40)]) {
      expect(await slugs({ q }), JSON.stringify(q)).toEqual([]);
    }
  });

  it('shows the newest first', async () => {
    expect(await slugs({})).toEqual(['skap', 'kamera', 'larm']);
  });
});

describe('Facets', () => {
  it('are or inside, and between', async () => {
    expect(await slugs({ area: ['MEDICINES', 'NIGHT_SUPERVISION'] })).toEqual(['skap', 'kamera']);
    expect(await slugs({ area: 'SAFETY_AT_HOME', stage: 'IN_USE' })).toEqual(['larm']);
  });

  it('keep what their counts promise, whatever else is chosen', async () => {
    const starts: Record<string, string>[] = [
      {},
      { q: 'trygghet' },
      { stage: 'PILOT' },
      { area: 'MEDICINES' },
    ];
    for (const start of starts) {
      const { facets } = await ask(start);
      for (const name of facetNames) {
        for (const { value, count } of facets[name]) {
          const found = await slugs({ ...start, [name]: value });
          expect(found.length, `${JSON.stringify(start)} ${name}=${value}`).toBe(count);
        }
      }
    }
  });

  it('keep a chosen value with no hit, and ignore what they do not know', async () => {
    const { facets, demos } = await ask({ area: 'MEDICINES', q: 'kamera' });
    expect(demos).toEqual([]);
    expect(facets.area).toContainEqual({ value: 'MEDICINES', count: 0, chosen: true });
    expect(await slugs({ area: 'NOPE', stage: ['x', 'PILOT'] })).toEqual(['skap', 'kamera']);
  });
});
