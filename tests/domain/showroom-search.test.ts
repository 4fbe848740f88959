import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { facetCode, facetsByCode } from '#lib/showroom/codes.ts';
import type { DemoContent } from '#lib/showroom/content.ts';
import { mindShowrooms } from '#lib/showroom/minding.ts';
import { facetsOf } from '#lib/showroom/publishing.ts';
import {
  type FacetName,
  facetNames,
  facetValues,
  type ShowroomQuery,
} from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos, listFoundIds, suggestWords } from '#lib/showroom/searching.ts';
import {
  addSynonym,
  changeSynonym,
  findSynonym,
  listSynonyms,
  removeSynonym,
  synonymForm,
} from '#lib/showroom/synonyms.ts';
import { type Seed, showDemo } from '#tests/support/shown.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const check = {
  ...({ level: 'TESTED', source: 'Rapport', checkedBy: 'Provhuset' } as const),
  expiresOn: '2099-01-01',
};

// The later a demo stands here, the newer it is.
const seeds: Record<string, Seed> = {
  body: { title: { sv: 'Ett golv' }, body: { sv: 'Golvet ringer ett larm i köket.' } },
  claim: {
    title: { sv: 'En kudde' },
    claims: [{ key: 'FRAMEWORK', value: 'Larm 2025', detail: { owner: 'Adda' } }, { key: 'FHIR' }],
  },
  summary: { title: { sv: 'En matta' }, summary: { sv: 'Mattan ger larm vid fall.' } },
  compound: { title: { sv: 'Digitalt trygghetslarm' } },
  title: { title: { sv: 'Larm för natten' }, areas: ['NIGHT_SUPERVISION'], kind: 'SERVICE' },
  cupboard: {
    title: { sv: 'Läkemedelsskåp', en: 'Medicine cabinet' },
    summary: { en: 'It dispenses doses.' },
    claims: [
      { key: 'CLASS', value: 'MDR_I' },
      { key: 'SITHS', ...check, checkedOn: '2026-06-01' },
    ],
  },
  camera: {
    title: { sv: 'Nattillsyn med kamera' },
    owner: 'bergs-kommun',
    claims: [{ key: 'FHIR', ...check, checkedOn: '2026-02-01' }],
  },
  norsk: { title: { nb: 'Trygghetsalarmer for hjemmeboende' }, hub: 'innland', owner: 'folldal' },
  legemiddel: { title: { nb: 'Legemiddeldispenser' }, hub: 'innland', owner: 'folldal' },
};

let world: World;
const contents = new Map<string, { content: DemoContent; owner: string }>();

beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem((db) => loadReference(db));
  for (const [n, [slug, seed]] of Object.entries(seeds).entries()) await show(slug, seed, n);
});
afterAll(() => world.close());

async function show(slug: string, seed: Seed, n: number) {
  contents.set(slug, await showDemo(world, slug, seed, n));
}

const find = async (search: Record<string, string | string[]>, hub = 'nord') =>
  listDemos(await enterPublic(hub), showroomQueryOf(search));
const slugs = async (q: string, hub?: string) =>
  (await find({ q }, hub)).demos.map(({ slug }) => slug);

describe('Words', () => {
  it('are found in whatever form they stand, in each language', async () => {
    for (const q of ['larm', 'larmet', 'larmen', 'larmens']) {
      expect(await slugs(q), q).toEqual(await slugs('larm'));
    }
    for (const q of ['natt', 'natten', 'nätterna']) {
      expect(await slugs(q), q).toEqual(['title', 'camera']);
    }
    expect(await slugs('dispensing dose')).toEqual(['cupboard']);
    for (const q of ['trygghetsalarm', 'trygghetsalarmene', 'hjemmeboendes']) {
      expect(await slugs(q, 'innland'), q).toEqual(['norsk']);
    }
  });

  it('are found inside others, without case and signs', async () => {
    for (const q of ['läkemedel', 'LAKEMEDEL', 'lækemedel', 'skåp', 'skap', 'medelsskåpet']) {
      expect(await slugs(q), q).toEqual(['cupboard']);
    }
  });

  it('that are short and have marks are not found in others without them', async () => {
    // Nothing says it; what is found is what it may have meant.
    expect((await find({ q: 'fåll' })).meant).toBe('fall');
    expect(await find({ q: 'fall' })).toMatchObject({ meant: null, count: 1 });
    expect(await slugs('kök')).toEqual(['body']);
    expect(await slugs('kok')).toEqual(['body']);
  });

  it('of an agreement, and the names of who uses it, lead to it while they do', async () => {
    expect(await slugs('Adda')).toEqual(['claim']);
    const demo = await world.asSystem((db) =>
      db.showroomDemo.findFirstOrThrow({ where: { slug: 'camera' } }),
    );
    const key = {
      hubId: demo.hubId,
      demoId: demo.id,
      organisationId: world.organisation('region-norr'),
    };
    const uses = { status: 'USING' as const, since: new Date('2026-01-01') };
    await world.asSystem((db) => db.demoAdoption.create({ data: { ...key, ...uses } }));
    expect(await slugs('Region Norr')).toEqual(['camera']);
    await world.asSystem((db) =>
      db.demoAdoption.updateMany({ where: key, data: { status: 'STOPPED' } }),
    );
    expect(await slugs('Region Norr')).toEqual([]);
    await world.asSystem((db) => db.demoAdoption.deleteMany({ where: key }));
  });

  it('of glue need not be said', async () => {
    expect(await slugs('ett larm på natten')).toEqual(['title']);
    expect(await slugs('the cabinet')).toEqual(['cupboard']);
    // Nothing but glue is looked for all the same.
    expect(await slugs('för')).toEqual(['title']);
  });

  it('stand first in the title, then inside a word of it, in the summary, in claims, in the body', async () => {
    expect(await slugs('larm')).toEqual(['title', 'compound', 'summary', 'claim', 'body']);
  });

  it('never lift one demo above another that says them alike, but by when it was first shown', async () => {
    const before = await slugs('golv');
    await show('younger', { title: { sv: 'Ett golv' } }, 40);
    expect(await slugs('golv')).toEqual(['younger', ...before]);
    const where = { slug: 'body' };
    await world.asSystem((db) =>
      db.showroomDemo.updateMany({ where, data: { publishedAt: new Date('2026-10-01') } }),
    );
    // Published anew, it has been shown since the same day.
    expect(await slugs('golv')).toEqual(['younger', ...before]);
    await world.asSystem((db) =>
      db.showroomDemo.updateMany({
        where: { slug: 'younger' },
        data: { status: 'ARCHIVED', archivedAt: new Date() },
      }),
    );
    expect(await slugs('golv')).toEqual(before);
  });

  it('of an owner are found as the owner is called now', async () => {
    const id = world.organisation('bergs-kommun');
    expect(await slugs('bergs')).toEqual(['camera']);
    const rename = (name: string) =>
      world.asSystem((db) => db.organisation.update({ where: { id }, data: { name } }));
    await rename('Fjällbyns kommun');
    expect(await slugs('fjällbyn')).toEqual(['camera']);
    expect(await slugs('bergs')).toEqual([]);
    await rename('Bergs kommun');
  });

  it('find a demo by the number on its sign', async () => {
    expect(await slugs('D-SEEK6')).toEqual(['camera']);
  });
});

describe('A typing error', () => {
  it('finds the nearest word, and says so', async () => {
    const found = await find({ q: 'trygghetslram' });
    expect(found.meant).toBe('trygghetslarm');
    expect(found.demos.map(({ slug }) => slug)).toEqual(['compound']);
    expect((await find({ q: 'kamrea natt' })).meant).toBe('kamera natt');
    expect((await find({ q: 'legemidel' }, 'innland')).meant).toBe('legemiddel');
  });

  it('is none where something says the word, whatever else is chosen', async () => {
    const found = await find({ q: 'larm', kind: 'DATA' });
    expect(found).toMatchObject({ count: 0, said: 5, meant: null, withoutWords: 0 });
    expect(found.loosened).toEqual([{ facet: 'kind', count: 5 }]);
  });

  it('goes to no word of what is no longer shown, and none that is far off', async () => {
    for (const q of ['xylofon', 'nattlampor', 'golvbrunnar']) {
      expect(await find({ q }), q).toMatchObject({ count: 0, meant: null });
    }
    await world.asSystem(
      (db) =>
        db.$executeRaw`insert into demo_word (hub_id, word) values (${world.hub('nord')}::uuid, 'xylofoner')`,
    );
    expect(await find({ q: 'xylofonr' })).toMatchObject({ count: 0, meant: null });
  });
});

describe('Words that mean the same', () => {
  it('are found by each other, across the languages', async () => {
    expect(await slugs('alarm')).toEqual(['title', 'compound', 'summary', 'claim', 'body']);
    expect(await slugs('trygghetsalarm')).toEqual(['compound']);
    expect(await slugs('trygghetslarm', 'innland')).toEqual(['norsk']);
    expect(await slugs('medicin')).toEqual(['cupboard']);
    expect((await find({ q: 'läkemedlet' }, 'innland')).meant).toBe('läkemedel');
    expect(await slugs('läkemedel', 'innland')).toEqual(['legemiddel']);
    expect(await slugs('digitalt tilsyn')).toEqual(['camera']);
    expect(await slugs('digitalt tilsyn kamera')).toEqual(['camera']);
  });

  it('come after what was said itself', async () => {
    await show('alarmer', { title: { sv: 'Alarm i trappan' } }, 41);
    expect((await slugs('larm'))[0]).toBe('title');
    expect((await slugs('alarm'))[0]).toBe('alarmer');
  });

  const words = (text: string) => synonymForm.parse({ words: text });

  it('are the hub’s own to change, at once', async () => {
    const host = await world.enter('ivar');
    expect(await slugs('klocka')).toEqual([]);
    await addSynonym(host, words('klocka, matta'));
    expect(await slugs('klocka')).toEqual(['summary']);
    const group = (await listSynonyms(host)).find((one) => one.words[0] === 'klocka');
    await changeSynonym(host, group?.id ?? '', words('klocka, kudde'));
    expect(await slugs('klocka')).toEqual(['claim']);
    await removeSynonym(host, group?.id ?? '');
    expect(await slugs('klocka')).toEqual([]);
    await expect(removeSynonym(host, group?.id ?? '')).rejects.toBeInstanceOf(NotFound);
  });

  it('are at least two, typed with commas or lines between', () => {
    expect(words(' lås ; Dörrlås\nLÅS,, lock ')).toEqual({ words: ['LÅS', 'Dörrlås', 'lock'] });
    for (const text of ['', 'lås', 'lås, LAS', '!!, ?']) {
      expect(synonymForm.safeParse({ words: text }).success, text).toBe(false);
    }
  });

  it('are edited by the hub’s hosts and administrators, and never another hub’s', async () => {
    const host = await world.enter('ivar');
    const [group] = await listSynonyms(host);
    const other = await world.asSystem((db) =>
      db.synonym.findFirstOrThrow({ where: { hubId: world.hub('innland') } }),
    );
    await expect(findSynonym(host, other.id)).rejects.toBeInstanceOf(NotFound);
    await expect(changeSynonym(host, other.id, words('a1, b1'))).rejects.toBeInstanceOf(NotFound);
    for (const who of ['cleo', 'alva', 'egil'] as const) {
      const scope: Scope = await world.enter(who);
      await expect(listSynonyms(scope), who).rejects.toThrow();
      await expect(addSynonym(scope, words('a1, b1')), who).rejects.toThrow();
      await expect(removeSynonym(scope, group?.id ?? ''), who).rejects.toThrow();
    }
  });

  it('end at five hundred groups', async () => {
    const hubId = world.hub('nord');
    await world.asSystem((db) =>
      db.synonym.createMany({
        data: Array.from({ length: 500 }, (_, n) => ({ hubId, words: [`ord${n}`, `annat${n}`] })),
      }),
    );
    const host = await world.enter('ivar');
    await expect(addSynonym(host, words('a1, b1'))).rejects.toBeInstanceOf(Refusal);
    await world.asSystem((db) => db.synonym.deleteMany({ where: { words: { has: 'ord1' } } }));
    await world.asSystem((db) => db.$executeRaw`delete from synonym where words[1] like 'ord%'`);
  });
});

describe('Suggestions', () => {
  it('are words that something shown says, the shortest first', async () => {
    const visitor = await enterPublic('nord');
    expect(await suggestWords(visitor, 'lak')).toEqual([
      'läkemedel',
      'läkemedelsskåp',
      // Says the same as "medicine dispenser", of which the cupboard says both.
      'läkemedelsautomat',
    ]);
    // What means the same as something shown, too.
    expect(await suggestWords(visitor, 'trygghetsa')).toEqual(['trygghetsalarm']);
    expect(await suggestWords(visitor, 'x')).toEqual([]);
    expect(await suggestWords(visitor, 'xylo')).toEqual([]);
    expect(await suggestWords(await enterPublic('innland'), 'läk')).toEqual(['läkemedel']);
    expect(await suggestWords(await enterPublic('innland'), 'matt')).toEqual([]);
  });
});

describe('Facets', () => {
  it('have numbers of their own, the same in the database', async () => {
    const all = facetNames.flatMap((name) =>
      facetValues[name].map((value) => [name, value] as const),
    );
    expect(facetsByCode.size).toBe(all.length);
    const named = all.map(([name, value]) => `${name}:${value}`);
    const rows = await world.asSystem(
      (db) => db.$queryRaw<{ code: number }[]>`
        select facet_code(facet) as code from unnest(${named}::text[]) with ordinality f(facet, n) order by n`,
    );
    expect(rows.map(({ code }) => code)).toEqual(
      all.map(([name, value]) => facetCode(name, value)),
    );
  });

  it('count what a plain recount counts, whatever is chosen', async () => {
    const values = facetNames.flatMap((name) =>
      facetValues[name].map((value) => ({ name, value })),
    );
    const shown = new Set((await find({})).demos.map(({ slug }) => slug));
    const chosen = fc.array(fc.constantFrom(...values), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chosen, async (choices) => {
        const search: Record<string, string[]> = {};
        for (const { name, value } of choices) search[name] = [...(search[name] ?? []), value];
        const query = showroomQueryOf(search);
        const found = await find(search);
        expect(found.demos.map(({ slug }) => slug).sort()).toEqual(
          [...shown].filter((slug) => answers(slug, query)).sort(),
        );
        for (const name of facetNames) {
          const counted = new Map(found.facets[name].map((one) => [one.value, one.count]));
          for (const value of facetValues[name]) {
            const open = { ...query, [name]: [value] };
            const recount = [...shown].filter((slug) => answers(slug, open)).length;
            expect(counted.get(value) ?? 0, `${name}:${value}`).toBe(recount);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tell without which one there is more', async () => {
    const found = await find({ kind: 'SERVICE', owner: 'MUNICIPALITY' });
    expect(found.count).toBe(0);
    expect(found.loosened).toEqual([
      { facet: 'kind', count: 1 },
      { facet: 'owner', count: 1 },
    ]);
    expect(found.facets.kind).toContainEqual({ value: 'SERVICE', count: 0, chosen: true });
  });

  it('are of the owner’s kind as it is now', async () => {
    const id = world.organisation('bergs-kommun');
    const turn = (kind: 'REGION' | 'MUNICIPALITY') =>
      world.asSystem((db) => db.organisation.update({ where: { id }, data: { kind } }));
    await turn('REGION');
    expect((await find({ owner: 'REGION' })).count).toBe(1);
    expect((await find({ owner: 'MUNICIPALITY' })).count).toBe(0);
    await turn('MUNICIPALITY');
  });

  it('leave an agreement out once it has run out', async () => {
    const claims = [
      { key: 'FRAMEWORK' as const, value: 'Avtal 3', ...check, checkedOn: '2026-06-01' },
    ];
    const soon = claims.map((claim) => ({ ...claim, expiresOn: '2026-12-31' }));
    await show('agreed', { title: { sv: 'Avtalad' }, claims: soon }, -1);
    const agreed = async () =>
      (await find({ q: 'avtalad', framework: 'ON' })).demos.map(({ slug }) => slug);
    stopClock(Temporal.Instant.from('2026-12-31T22:30:00Z'));
    await mindShowrooms();
    expect(await agreed()).toEqual(['agreed']);
    stopClock(Temporal.Instant.from('2026-12-31T23:30:00Z'));
    await mindShowrooms();
    stopClock(null);
    expect(await agreed()).toEqual([]);
    expect((await find({ q: 'avtalad', checked: 'FRAMEWORK' })).count).toBe(0);
    expect((await find({ q: 'avtalad' })).count).toBe(1);
  });

  function answers(slug: string, query: ShowroomQuery): boolean {
    const { content, owner } = contents.get(slug) as { content: DemoContent; owner: string };
    const has = facetsOf(content, owner, '2026-11-01');
    const asks = (name: FacetName) =>
      query[name].length === 0 || query[name].some((value) => has.includes(`${name}:${value}`));
    return facetNames.every(asks);
  }
});

describe('The order', () => {
  it('is the newest first, the latest check, or the nearest that uses it', async () => {
    const inOrder = async (search: Record<string, string>) =>
      (await find(search)).demos.map(({ slug }) => slug);
    expect((await inOrder({})).slice(0, 3)).toEqual(['alarmer', 'camera', 'cupboard']);
    expect((await inOrder({ sort: 'checked' })).slice(0, 3)).toEqual([
      'cupboard',
      'camera',
      'alarmer',
    ]);
    const use = async (slug: string, owner: string, status: 'USING' | 'STOPPED') =>
      world.asSystem(async (db) => {
        const demo = await db.showroomDemo.findFirstOrThrow({ where: { slug } });
        await db.demoAdoption.create({
          data: {
            ...{ hubId: demo.hubId, demoId: demo.id, organisationId: world.organisation(owner) },
            ...{ status, since: new Date('2025-01-01') },
          },
        });
      });
    const organisationId = world.organisation('bergs-kommun');
    await world.asSystem((db) =>
      db.municipality.create({ data: { organisationId, country: 'SE', code: '2326' } }),
    );
    await use('body', 'bergs-kommun', 'USING');
    await use('claim', 'bergs-kommun', 'STOPPED');
    const near = await find({ sort: 'nearest', at: 'SE-2380' });
    expect(near.demos[0]).toMatchObject({ slug: 'body' });
    expect(near.demos[0]?.km).toBeGreaterThan(20);
    expect(near.demos[1]).toMatchObject({ slug: 'alarmer', km: null });
    // Without somewhere to look from, nothing is near.
    expect(await inOrder({ sort: 'nearest' })).toEqual(await inOrder({}));
  });

  it('comes in pages, and beyond the last is the last', async () => {
    for (let n = 0; n < 30; n += 1) await show(`many-${n}`, { title: { sv: `Sida ${n}` } }, 50 + n);
    const ids = (page: number) =>
      find({ q: 'sida', page: String(page) }).then(({ demos }) => demos.map(({ id }) => id));
    const [first, second] = [await ids(1), await ids(2)];
    expect([first.length, second.length]).toEqual([24, 6]);
    const all = await listFoundIds(
      await enterPublic('nord'),
      showroomQueryOf({ q: 'sida', page: '2' }),
    );
    expect(all).toEqual([...first, ...second]);
    expect(await ids(9)).toEqual(second);
  });
});
