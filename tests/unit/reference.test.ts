import { existsSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  norwegianCounties,
  norwegianMunicipalities,
  type ReferenceBody,
  swedishMunicipalities,
  swedishRegions,
} from '#prisma/reference/tables.ts';

const inForce = (bodies: ReferenceBody[]) => bodies.filter((body) => body.validTo === null);
const tables = {
  swedishRegions: swedishRegions(),
  swedishMunicipalities: swedishMunicipalities(),
  norwegianCounties: norwegianCounties(),
  norwegianMunicipalities: norwegianMunicipalities(),
};
const withParents = [
  ['Sweden', tables.swedishMunicipalities, inForce(tables.swedishRegions)],
  ['Norway', tables.norwegianMunicipalities, inForce(tables.norwegianCounties)],
] as const;

describe('reference tables', () => {
  it.each([
    ['swedishRegions', 21, /^\d{2}$/],
    ['swedishMunicipalities', 290, /^\d{4}$/],
    ['norwegianCounties', 15, /^\d{2}$/],
    ['norwegianMunicipalities', 357, /^\d{4}$/],
  ] as const)('%s: %i bodies in force, each code once, as text', (table, count, form) => {
    const codes = inForce(tables[table]).map((body) => body.code);
    expect(codes).toHaveLength(count);
    expect(new Set(codes).size).toBe(count);
    for (const code of codes) expect(code).toMatch(form);
  });

  it.each(withParents)('%s: each municipality lies in a county in force', (_, rows, counties) => {
    const codes = new Set(counties.map((county) => county.code));
    for (const row of rows) {
      expect(codes, row.name).toContain(row.parentCode);
      expect(row.code.slice(0, 2)).toBe(row.parentCode);
    }
  });

  // Names that end in s, x, z or a vowel take no s; Falun loses its n, and Orust has none of its own.
  it('writes each Swedish municipality as it is called', () => {
    const own: Record<string, string> = { Falun: 'Falu', Orust: 'Orust' };
    const ruled = ({ shortName }: ReferenceBody) =>
      `${own[shortName] ?? (/[sxzaeiouyåäö]$/.test(shortName) ? shortName : `${shortName}s`)} kommun`;
    const wrong = tables.swedishMunicipalities.filter((row) => row.name !== ruled(row));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('names the body that governs each region', () => {
    const names = new Map(inForce(tables.swedishRegions).map((row) => [row.code, row.regionName]));
    expect(names.get('01')).toBe('Region Stockholm');
    expect(names.get('09')).toBe('Region Gotland');
    expect(names.get('14')).toBe('Västra Götalandsregionen');
    expect(names.get('23')).toBe('Region Jämtland Härjedalen');
    expect(new Set(names.values()).size).toBe(21);
  });

  it.each([
    ['2380', 'Östersund'],
    ['2481', 'Lycksele'],
    ['2422', 'Sorsele'],
    ['2462', 'Vilhelmina'],
    ['2482', 'Skellefteå'],
    ['1480', 'Göteborg'],
    ['1485', 'Uddevalla'],
  ])('finds %s %s', (code, shortName) => {
    const found = tables.swedishMunicipalities.find((row) => row.code === code);
    expect(found?.shortName).toBe(shortName);
  });

  it('counts the municipalities of the demo counties', () => {
    const lyingIn = (rows: ReferenceBody[], code: string) =>
      rows.filter((row) => row.parentCode === code).length;
    expect(lyingIn(tables.norwegianMunicipalities, '34')).toBe(46);
    expect(lyingIn(tables.swedishMunicipalities, '23')).toBe(8);
    expect(lyingIn(tables.swedishMunicipalities, '24')).toBe(15);
    expect(lyingIn(tables.swedishMunicipalities, '14')).toBe(49);
  });

  it('knows the Sámi areas', () => {
    expect(tables.swedishMunicipalities.filter((row) => row.samiArea)).toHaveLength(25);
    expect(tables.norwegianMunicipalities.filter((row) => row.samiArea)).toHaveLength(13);
  });
});

describe('history', () => {
  const counties = tables.norwegianCounties;
  const county = (name: string) => counties.filter((row) => row.shortName === name);

  it.each([
    ['Hedmark', '34'],
    ['Oppland', '34'],
    ['Sør-Trøndelag', '50'],
    ['Nord-Trøndelag', '50'],
    ['Hordaland', '46'],
    ['Vest-Agder', '42'],
  ])('%s was followed by %s', (name, successor) => {
    expect(county(name)).toHaveLength(1);
    expect(county(name)[0]).toMatchObject({ successorCode: successor });
    expect(county(name)[0]?.validTo).not.toBeNull();
  });

  it('splits Viken in three, without a single successor', () => {
    expect(county('Viken')[0]).toMatchObject({
      successorCode: null,
      successorCodes: ['31', '32', '33'],
    });
  });

  it.each([
    ['Sweden', tables.swedishRegions],
    ['Norway', tables.norwegianCounties],
  ])('%s: each successor begins the day after', (_, rows) => {
    for (const row of rows.filter((old) => old.validTo !== null)) {
      expect(row.successorCodes.length, row.name).toBeGreaterThan(0);
      const next = Temporal.PlainDate.from(row.validTo ?? '')
        .add({ days: 1 })
        .toString();
      for (const code of row.successorCodes) {
        const heirs = rows.filter((heir) => heir.code === code && heir.validFrom === next);
        expect(heirs, `${row.regionName} → ${code}`).toHaveLength(1);
      }
    }
  });
});

/** The official lists, where somebody has laid them beside the checkout. */
const officialLists = new URL('../../../shared/reference/', import.meta.url);
describe.skipIf(!existsSync(officialLists))('the official lists beside the checkout', () => {
  it('agrees on Swedish regions', () => {
    const rows = inForce(tables.swedishRegions);
    expect(rows.map((row) => [row.code, row.name, row.shortName])).toEqual(
      lines('se-counties.csv'),
    );
  });

  it('agrees on Swedish municipalities', () => {
    const rows = tables.swedishMunicipalities;
    // The list writes four by a rule that they are the exceptions of.
    const called = (name = '') =>
      name.replace(/^(Orust|Falu|Kalix|Överkalix)n?s kommun$/, '$1 kommun');
    expect(rows.map((row) => [row.code, row.name, row.shortName, row.parentCode])).toEqual(
      lines('se-municipalities.csv').map(([code, name, ...rest]) => [code, called(name), ...rest]),
    );
  });

  it('counts the inhabitants of Sweden, in whole hundreds for each municipality', () => {
    const people = tables.swedishMunicipalities.map(({ population = 0 }) => population);
    expect(people.every((each) => each > 0 && each % 100 === 0)).toBe(true);
    // 10 379 295 on 31 December 2020 (Statistics Sweden).
    expect(people.reduce((sum, each) => sum + each, 0)).toBe(10_379_300);
  });

  it('agrees on Norwegian counties', () => {
    const listed = parsed<{ f_id: string; f_name: string }>('no-fylker-2025.json');
    const rows = inForce(tables.norwegianCounties).map((row) => [row.code, row.shortName]);
    expect(rows).toEqual(listed.map((row) => [row.f_id, row.f_name]));
  });

  it('agrees on Norwegian municipalities and their inhabitants', () => {
    const listed = parsed<{ k_id: string; k_name_no: string; k_population: number }>(
      'no-kommuner-2025.json',
    ).sort((a, b) => (a.k_id < b.k_id ? -1 : 1));
    const rows = tables.norwegianMunicipalities;
    expect(rows.map((row) => [row.code, row.shortName, row.population])).toEqual(
      listed.map((row) => [row.k_id, row.k_name_no, row.k_population]),
    );
  });
});

/** The rows of a plain list without quoted fields, less its heading. */
function lines(name: string): string[][] {
  const text = readFileSync(new URL(name, officialLists), 'utf8');
  expect(text).not.toContain('"');
  const [, ...rows] = text.trim().split('\n');
  return rows.map((row) => row.split(','));
}

function parsed<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(name, officialLists), 'utf8'));
}
