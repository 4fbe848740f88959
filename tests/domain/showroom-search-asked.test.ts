import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { enterPublic } from '#lib/platform/scope.ts';
import { claimKeys } from '#lib/showroom/claims.ts';
import { facetMessages, facetValues } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos, suggestWords } from '#lib/showroom/searching.ts';
import { type Seed, showDemo } from '#tests/support/shown.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

// The later a demo stands here, the newer it is.
const seeds: Record<string, Seed> = {
  theme: { title: { sv: 'En tavla' }, areas: ['PARTICIPATION', 'SAFETY_AT_HOME'] },
  says: { title: { sv: 'Delaktighet på riktigt' } },
  far: { title: { sv: 'En skärm' }, areas: ['DISTANCE'], settings: ['HOSPITAL'], kind: 'AI' },
  xray: { title: { sv: 'Mobil röntgen' }, summary: { sv: 'En bil med som kör ut' } },
  sound: { title: { sv: 'Fickultraljud' }, summary: { sv: 'Ultraljud i fickan' } },
  room: { title: { sv: 'Virtuellt hälsorum' } },
  rum: { title: { sv: 'Ett instrument' }, summary: { sv: 'För belastning och blåst.' } },
  alarm: {
    title: { sv: 'Digitalt trygghetslarm' },
    summary: { sv: 'Larmet hörs i hela huset.' },
    claims: [
      { key: 'E1177' },
      { key: 'LOGIN', value: 'BankID' },
      { key: 'FRAMEWORK', value: 'Trygghetslarm 2025', detail: { owner: 'Adda' } },
    ],
  },
  camera: {
    title: { sv: 'Digital kamera' },
    summary: { sv: 'Ser huset hela natten.' },
    claims: [{ key: 'FRAMEWORK', value: 'Tillsyn', detail: { owner: 'HINAS' } }],
  },
};
const all = Object.keys(seeds).reverse();
let world: World;

beforeAll(async () => {
  world = await makeWorld();
  for (const [n, [slug, seed]] of Object.entries(seeds).entries()) {
    await showDemo(world, slug, seed, n);
  }
});
afterAll(() => world.close());

const find = async (search: Record<string, string | string[]>) =>
  listDemos(await enterPublic('nord'), showroomQueryOf(search));
const slugs = async (q: string) => (await find({ q })).demos.map(({ slug }) => slug);

describe('The names of themes, settings and kinds', () => {
  it('find what stands under them, after what says them itself', async () => {
    expect(await slugs('delaktighet')).toEqual(['says', 'theme']);
    expect(await slugs('medvirkning')).toContain('theme');
    for (const q of ['vård på avstånd', 'care at a distance', 'sjukhus', 'sykehus', 'AI-stöd']) {
      expect(await slugs(q), q).toEqual(['far']);
    }
    for (const q of ['trygghet i hemmet', 'trygghet hemma', 'safety at home']) {
      expect(await slugs(q), q).toEqual(['theme']);
    }
  });

  it('are those of the portal, in each language', async () => {
    const facets = (['area', 'setting', 'kind'] as const).flatMap((name) =>
      facetValues[name].map((value) => [name, value, facetMessages[name]] as const),
    );
    const systems = claimKeys.INTEGRATION.map(
      (value) => ['claim', value, facetMessages.claim] as const,
    );
    const named = [...facets, ...systems].map(([name, value, path]) => {
      const word = (locale: (typeof locales)[number]) =>
        translator(locale, 'showroom')(`${path.split('.')[1]}.${value}` as 'title');
      return { facet: `${name}:${value}`, sv: word('sv'), nb: word('nb'), en: word('en') };
    });
    const kept = await world.asSystem((db) => db.$queryRaw`select * from facet_labels()`);
    expect(kept).toEqual(named);
  });
});

describe('A typing error', () => {
  it('of letters that have changed places finds the word', async () => {
    expect(await find({ q: 'röngten' })).toMatchObject({ meant: 'röntgen', count: 1 });
    expect(await find({ q: 'ultarljud' })).toMatchObject({ meant: 'ultraljud', count: 1 });
  });

  it('is no word that exists, and never turns into glue', async () => {
    for (const q of ['sömn', 'sovn', 'demens', 'somm', 'föör']) {
      expect(await find({ q }), q).toMatchObject({ meant: null, count: 0 });
    }
  });

  it('is not seen where signs say what is asked', async () => {
    expect(await find({ q: '"röngten"' })).toMatchObject({ meant: null, count: 0 });
  });
});

describe('A short word', () => {
  it('is found at the end of a compound, not in the midst of others', async () => {
    for (const q of ['last', 'las', 'lås']) expect(await slugs(q), q).toEqual([]);
    // Where a compound ends, also with the m that the definite form doubles; not within instrument.
    for (const q of ['rum', 'rummet', 'hälsorummet', 'hälsorummen']) {
      expect(await slugs(q), q).toEqual(['room']);
    }
    expect(await slugs('larm')).toEqual(['alarm']);
    expect(await slugs('ljud')).toEqual(['sound']);
    expect(await slugs('belastning')).toEqual(['rum']);
  });
});

describe('Signs in a question', () => {
  it('hold words together as they stand', async () => {
    expect(await slugs('hela huset')).toEqual(['camera', 'alarm']);
    expect(await slugs('"hela huset"')).toEqual(['alarm']);
    expect(await slugs('”HELA huset”')).toEqual(['alarm']);
    expect(await slugs('"huset hela"')).toEqual(['camera']);
    expect(await slugs('"hela hus"')).toEqual([]);
    expect(await slugs('"larm"')).toEqual([]);
    expect(await slugs('"vård på avstånd"')).toEqual(['far']);
  });

  it('leave out what says a word', async () => {
    expect(await slugs('digital')).toEqual(['camera', 'alarm']);
    expect(await slugs('digital -kamera')).toEqual(['alarm']);
    expect(await slugs('digital -kameror')).toEqual(['alarm']);
    expect(await slugs('huset -"hela huset"')).toEqual(['camera']);
    expect(await slugs('-digital')).toEqual(all.filter((slug) => !/alarm|camera/.test(slug)));
    // All that the word itself finds: inside others, too, unless it is held as it stands.
    expect(await slugs('digital -larm')).toEqual(['camera']);
    expect(await slugs('digital -"larm"')).toEqual(['camera', 'alarm']);
    expect(await slugs('digital -kök')).toEqual(['camera', 'alarm']);
  });

  it('find one or another, each with what means the same', async () => {
    for (const q of ['kamera OR röntgen', 'kamera eller røntgen', 'xray ELLER kamera']) {
      expect((await slugs(q)).sort(), q).toEqual(['camera', 'xray']);
    }
    expect((await slugs('digital larm or mobil röntgen')).sort()).toEqual(['alarm', 'xray']);
    expect((await slugs('digital -kamera or röntgen')).sort()).toEqual(['alarm', 'xray']);
  });

  it('change nothing where they say nothing', async () => {
    for (const q of ['digital kamera', 'digital - kamera', 'digital-kamera', '"digital kamera']) {
      expect(await slugs(q), q).toEqual(['camera']);
    }
    expect(await slugs('eller kamera')).toEqual(['camera']);
    expect(await slugs('kamera eller')).toEqual(['camera']);
    for (const q of ['"', '-', '""', '-"', 'or', '" -', "'; --", '\\ | & !']) {
      expect(await slugs(q), q).toEqual([]);
    }
  });
});

describe('Facets of a hub’s own names', () => {
  it('are who says that it uses something, as long as it does', async () => {
    const demos = await world.asSystem((db) =>
      db.showroomDemo.findMany({ orderBy: { slug: 'asc' } }),
    );
    const of = (slug: string, owner: string) => ({
      hubId: world.hub('nord'),
      demoId: demos.find((demo) => demo.slug === slug)?.id ?? '',
      organisationId: world.organisation(owner),
    });
    const state = (slug: string, owner: string, status: 'USING' | 'TESTING') =>
      world.asSystem((db) =>
        db.demoAdoption.create({
          data: { ...of(slug, owner), status, since: new Date('2026-01-01') },
        }),
      );
    await state('alarm', 'bergs-kommun', 'USING');
    await state('camera', 'bergs-kommun', 'USING');
    await state('camera', 'region-norr', 'USING');
    await state('xray', 'region-norr', 'TESTING');
    const [bergs, norr] = ['Bergs kommun', 'Region Norr'];
    expect((await find({})).facets.user).toEqual([
      { value: bergs, count: 2, chosen: false },
      { value: norr, count: 1, chosen: false },
    ]);
    const used = await find({ user: norr });
    expect(used.demos.map(({ slug }) => slug)).toEqual(['camera']);
    // The facet’s own values as if nothing were chosen in it; the others as chosen.
    expect(used.facets.user).toEqual([
      { value: bergs, count: 2, chosen: false },
      { value: norr, count: 1, chosen: true },
    ]);
    expect((await find({ user: bergs, framework: 'Adda: Trygghetslarm 2025' })).count).toBe(1);
    await world.asSystem((db) =>
      db.demoAdoption.updateMany({
        where: of('camera', 'region-norr'),
        data: { status: 'STOPPED', stoppedOn: new Date('2026-02-01') },
      }),
    );
    expect((await find({})).facets.user).toEqual([{ value: bergs, count: 2, chosen: false }]);
    expect((await find({ user: norr })).facets.user).toContainEqual({
      value: norr,
      count: 0,
      chosen: true,
    });
    await world.asSystem((db) => db.demoAdoption.deleteMany({}));
  });

  it('are agreements by name, beside whether there is one', async () => {
    const { framework } = (await find({})).facets;
    expect(framework.map(({ value, count }) => [value, count])).toEqual([
      ['ON', 2],
      ['Adda: Trygghetslarm 2025', 1],
      ['HINAS: Tillsyn', 1],
    ]);
    const found = await find({ framework: ['Adda: Trygghetslarm 2025', 'HINAS: Tillsyn'] });
    expect(found.demos.map(({ slug }) => slug)).toEqual(['camera', 'alarm']);
    expect(found.facets.framework[0]).toEqual({ value: 'ON', count: 2, chosen: false });
    const none = await find({ framework: 'Inget sådant: 7' });
    expect(none).toMatchObject({ count: 0, loosened: [{ facet: 'framework', count: 9 }] });
  });
});

describe('Suggestions', () => {
  const offers = async (words: string) => suggestWords(await enterPublic('nord'), words);

  it('never offer what leads nowhere', async () => {
    for (const begun of [
      'dig',
      'kamera tr',
      'tryg',
      'lar',
      'vå',
      'röntgen dig',
      'so',
      'fö',
      'sy',
    ]) {
      for (const offer of await offers(begun)) {
        const { count, meant } = await find({ q: offer });
        expect([count > 0, meant], `${begun}: ${offer}`).toEqual([true, null]);
      }
    }
    expect(await offers('röntgen trygghetsl')).toEqual([]);
    expect(await offers('som')).toEqual([]);
  });

  it('are systems, codes and agreements, written as they write themselves', async () => {
    expect(await offers('117')).toEqual(['1177']);
    expect(await offers('bank')).toEqual(['BankID']);
    expect(await offers('add')).toEqual(['adda', 'Adda: Trygghetslarm 2025']);
  });

  it('complete the first letters of several words', async () => {
    expect((await offers('dig tryg'))[0]).toBe('Digitalt trygghetslarm');
    expect(await offers('digitalt trygghetsl')).toEqual(['Digitalt trygghetslarm']);
    expect(await offers('tryg hem')).toContain('trygghet hemma');
    // Who types marks means them.
    for (const offer of await offers('vå')) expect(offer).toMatch(/^vå/i);
    expect(await offers('vå')).toContain('vård på avstånd');
    expect(await offers('vå på av')).toContain('vård på avstånd');
  });
});

it('every hub begins with words of the field that mean the same, in three languages', async () => {
  const groups = await world.asSystem((db) =>
    db.synonym.findMany({ where: { hubId: world.hub('nord') } }),
  );
  expect(groups.length).toBeGreaterThanOrEqual(35);
  for (const q of ['røntgen', 'x-ray', 'xray']) expect(await slugs(q), q).toEqual(['xray']);
  const together = (one: string) => groups.find(({ words }) => words.includes(one))?.words;
  expect(together('videobesök')).toContain('video consultation');
  expect(together('kognitiv sjukdom')).toContain('demens');
  expect(together('wi-fi')).toContain('trådlöst nätverk');
});
