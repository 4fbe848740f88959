import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dcatFile } from '#components/showroom/dcat.ts';
import { openCsv, openJson } from '#components/showroom/open-files.ts';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { listOpenCatalogues, listOpenDemos } from '#lib/showroom/open-data.ts';
import { beginDemo } from '#lib/showroom/versions.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const site = 'https://navet.example';
let world: World;
let visitor: Scope;

beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(loadReference);
  visitor = await enterPublic('nord');
  const cleo = await world.enter('cleo');
  for (const title of ['Lås & <larm>', 'Hemligt']) {
    const { id } = await beginDemo(cleo, crypto.randomUUID(), {
      ...{ title: { sv: title }, summary: { sv: '=1+1' }, body: { sv: 'Lång' } },
      ...{ areas: ['SAFETY_AT_HOME'], settings: ['HOME_CARE'], audience: ['STAFF'] },
      picture: { src: '/demos/las.svg', alt: { sv: 'Ett lås' } },
      claims: [{ key: 'FHIR', value: 'Reads and writes', language: 'en' }],
    });
    if (title === 'Hemligt') continue;
    await sendDemo(cleo, id);
    await decideDemo(await world.enter('ivar'), id, { decision: 'publish', reason: '' });
  }
});
afterAll(() => world.close());

type Triple = { s: string; p: string; o: string; language: string };

/** Read back by a parser that did not write it; without an address of its own, so that none can be relative. */
async function triplesOf(file: string): Promise<Triple[]> {
  const all: Triple[] = [];
  const read = new RdfXmlParser().import(Readable.from([file]));
  await new Promise((done, fail) => {
    read.on('data', ({ subject, predicate, object }) => {
      const language = object.language ?? '';
      all.push({ s: subject.value, p: predicate.value, o: object.value, language });
    });
    read.on('end', done);
    read.on('error', fail);
  });
  return all;
}

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

describe('The catalogue of open data', () => {
  it('has what DCAT-AP-SE demands of catalogue, dataset, publisher and distribution', async () => {
    const all = await triplesOf(dcatFile(await listOpenCatalogues(await enterPublic(null)), site));
    const of = (kind: string) =>
      all.filter(({ p, o }) => p === type && o === kind).map(({ s }) => s);
    const has = (s: string) => new Set(all.filter((one) => one.s === s).map(({ p }) => p));
    expect(of(`${dcat}Catalog`)).toHaveLength(2);
    for (const catalogue of of(`${dcat}Catalog`)) {
      for (const name of ['title', 'description', 'publisher', 'license']) {
        expect(has(catalogue), name).toContain(`${dct}${name}`);
      }
      expect(has(catalogue)).toContain(`${dcat}dataset`);
    }
    for (const dataset of of(`${dcat}Dataset`)) {
      for (const name of ['title', 'description', 'publisher']) {
        expect(has(dataset), name).toContain(`${dct}${name}`);
      }
      expect(has(dataset)).toContain(`${dcat}contactPoint`);
      expect(has(dataset)).toContain(`${dcat}distribution`);
      const languages = all
        .filter(({ s, p }) => s === dataset && p === `${dct}title`)
        .map(({ language }) => language);
      expect(languages.sort()).toEqual(['en', 'nb', 'sv']);
    }
    expect(of(`${dcat}Distribution`)).toHaveLength(4);
    for (const distribution of of(`${dcat}Distribution`)) {
      expect(has(distribution)).toContain(`${dcat}accessURL`);
      expect(has(distribution)).toContain(`${dct}license`);
      const format = all.find(({ s, p }) => s === distribution && p === `${dct}format`);
      expect(format?.o).toMatch(/^http:.*\/authority\/file-type\/(JSON|CSV)$/);
    }
    for (const agent of of('http://xmlns.com/foaf/0.1/Agent')) {
      expect(has(agent)).toContain('http://xmlns.com/foaf/0.1/name');
      expect(has(agent)).toContain(`${dct}type`);
    }
  });

  it('has no address that is not whole', async () => {
    const file = dcatFile(await listOpenCatalogues(await enterPublic(null)), site);
    const addresses = [...file.matchAll(/rdf:(?:about|resource)="([^"]*)"/g)].map(
      ([, iri]) => iri ?? '',
    );
    expect(addresses.length).toBeGreaterThan(20);
    for (const iri of addresses) expect(iri).toMatch(/^(https?:\/\/|mailto:)/);
  });

  it('leaves out a hub that is not open to visitors', async () => {
    const live = (is: boolean) =>
      world.asSystem((db) => db.hub.updateMany({ where: { slug: 'innland' }, data: { live: is } }));
    await live(false);
    const open = await listOpenCatalogues(await enterPublic(null));
    expect(open.map(({ slug, demos }) => [slug, demos])).toEqual([['nord', 1]]);
    await live(true);
  });
});

describe('The files', () => {
  it('hold what is published and nothing else, and defuse what a spreadsheet would run', async () => {
    const demos = await listOpenDemos(visitor);
    expect(demos).toMatchObject([
      {
        title: { sv: 'Lås & <larm>' },
        owner: 'Fjällvård AB',
        claims: [{ key: 'FHIR', value: 'Reads and writes', language: 'en' }],
        usedBy: [],
      },
    ]);
    const json = JSON.parse(openJson(visitor.hub, demos, site, null));
    expect(json.items[0].url).toBe(`${site}/nord/showroom/las-larm`);
    expect(JSON.stringify(json)).not.toContain('Hemligt');
    for (const secret of [world.person('cleo'), world.organisation('fjallvard')]) {
      expect(JSON.stringify(json)).not.toContain(secret);
    }
    const csv = openCsv(demos, site, '2026-11-16');
    expect(csv).toContain("'=1+1");
    expect(csv).toContain(`${site}/d/${demos[0]?.id}`);
  });

  it('keep what is checked apart from what was, and those who use it from those who stopped', () => {
    const claim = {
      ...{
        area: 'INTEGRATION',
        key: 'FHIR',
        value: 'R4',
        language: '',
        level: 'TESTED',
        source: 'Prov',
      },
      ...{ sourceUrl: '', checkedBy: 'Regionens it', checkedOn: '2026-01-01' },
    };
    const demo = {
      ...{ id: 'D-AAAA', slug: 'a', title: {}, summary: {}, owner: 'Å', ownerKind: 'COMPANY' },
      ...{ kind: 'PRODUCT', stage: 'PILOT', trl: null, iso9999: null, areas: [], settings: [] },
      ...{ audience: [], publishedOn: '2026-01-01', reviewDueOn: '2027-01-01' },
      claims: [{ ...claim, expiresOn: '2026-12-31' }],
      usedBy: [
        { organisation: 'Berg', status: 'USING', since: '2024-01-01' },
        { organisation: 'Bräcke', status: 'STOPPED', since: '2024-01-01' },
      ],
    };
    const rowOn = (day: string) =>
      parse(openCsv([demo], site, day), { columns: true, bom: true })[0] as Record<string, string>;
    expect(rowOn('2026-12-31')).toMatchObject({
      ...{ claims: 'FHIR: R4', claims_checked: 'FHIR: R4 (TESTED, Regionens it, 2026-12-31)' },
      ...{ used_by: 'Berg', tried_by: '', stopped_by: 'Bräcke' },
    });
    expect(rowOn('2027-01-01').claims_checked).toBe('');
  });

  it('go on after a number, page by page', async () => {
    const [first] = await listOpenDemos(visitor);
    expect(await listOpenDemos(visitor, first?.id)).toEqual([]);
    expect(await listOpenDemos(await enterPublic('innland'))).toEqual([]);
  });
});
