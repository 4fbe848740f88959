import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const checkout = resolve(import.meta.dirname, '../..');

/** What each domain may know of the others; what spans two belongs to the downstream one. */
const upstream: Record<string, string[]> = {
  notices: [],
  organisations: ['notices'],
  hubs: ['notices', 'organisations'],
  // Reads what the others recorded, and knows them by the names of their tables alone.
  log: [],
  people: ['notices', 'organisations'],
  prices: ['organisations', 'people', 'notices'],
  workspace: ['organisations', 'people', 'notices', 'prices'],
  leases: ['organisations', 'people', 'notices', 'prices', 'workspace'],
  places: ['organisations', 'people', 'notices', 'workspace', 'leases'],
  floors: ['organisations', 'people', 'notices', 'workspace'],
  signs: ['organisations', 'people', 'notices', 'workspace'],
  visits: ['organisations', 'people', 'notices', 'workspace'],
  reports: ['workspace'],
  presence: [],
  billing: ['organisations', 'people', 'notices', 'prices', 'workspace', 'leases'],
  needs: ['organisations', 'people', 'notices'],
  media: [],
  showroom: ['organisations', 'people', 'notices', 'needs', 'media'],
  lists: ['showroom'],
  following: ['notices', 'needs', 'showroom'],
  guided: ['organisations', 'people', 'notices', 'needs', 'media', 'workspace', 'showroom'],
  proposals: ['organisations', 'people', 'notices', 'needs'],
  // The register of what is kept names tables, and imports no domain.
  rights: [],
  projects: ['organisations', 'people', 'notices', 'needs', 'proposals'],
  phases: ['organisations', 'people', 'notices', 'needs', 'proposals', 'projects'],
  steering: [
    'organisations',
    'people',
    'notices',
    'needs',
    'proposals',
    'projects',
    'phases',
    'sharing',
  ],
  sharing: ['organisations', 'people', 'notices', 'needs', 'proposals', 'projects'],
  pilots: ['organisations', 'people', 'notices', 'needs', 'proposals', 'projects'],
  results: [
    ...['organisations', 'people', 'notices', 'needs', 'proposals', 'projects'],
    ...['sharing'],
  ],
  meetings: [
    ...['organisations', 'people', 'notices', 'needs', 'proposals', 'projects'],
    ...['phases', 'sharing', 'steering', 'workspace'],
  ],
};
const files = ['app', 'components', 'lib', 'prisma/seed', 'prisma/reference'].flatMap(filesUnder);

function filesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** The files of this repository that a file imports, from its root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(checkout, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)].map((m) => m[1] ?? '');
  return found.map((name) =>
    name.startsWith('#') ? name.slice(1) : relative(checkout, resolve(checkout, file, '..', name)),
  );
}

const edges = files.flatMap((file) => importsOf(file).map((to) => ({ from: file, to })));
const broken = (rule: (from: string, to: string) => boolean) =>
  edges.filter(({ from, to }) => rule(from, to)).map(({ from, to }) => `${from} → ${to}`);
const domainOf = (file: string) => /^lib\/(?!platform|cli)([a-z]+)\//.exec(file)?.[1];

describe('One way only', () => {
  it('reads imports at all', () => expect(edges.length).toBeGreaterThan(100));

  it('nothing imports app', () => {
    expect(broken((from, to) => to.startsWith('app/') && !from.startsWith('app/'))).toEqual([]);
  });

  it('components take types from a domain, never its reads or writes', () => {
    const values = files
      .filter((file) => file.startsWith('components/'))
      .flatMap((file) => {
        const text = readFileSync(join(checkout, file), 'utf8');
        return /import (?!type)[^;]*from '#lib\/(?!platform)\w+\/(reads|writes)/.test(text)
          ? [file]
          : [];
      });
    expect(values).toEqual([]);
  });

  it('the platform knows no domain, no component and no page', () => {
    const known = /^(lib\/(?!platform)|components|app)/;
    expect(broken((from, to) => from.startsWith('lib/platform/') && known.test(to))).toEqual([]);
  });

  it('only the platform knows the database client', () => {
    const knows = (from: string, to: string) =>
      to.startsWith('prisma/generated') && !from.startsWith('lib/platform/');
    expect(broken(knows)).toEqual([]);
  });

  it('only the platform opens the database itself', () => {
    const users = files.filter((file) => {
      const text = readFileSync(join(checkout, file), 'utf8');
      return /\bdatabase\(\)|PrismaClient/.test(text) && !file.startsWith('lib/platform/');
    });
    expect(users).toEqual([]);
  });

  it('domains form a graph without cycles', () => {
    const wrong = broken((from, to) => {
      const [here, there] = [domainOf(from), domainOf(to)];
      if (!here || !there || here === there) return false;
      return !(upstream[here] ?? []).includes(there);
    });
    expect(wrong).toEqual([]);
  });

  it('every domain folder is named in the graph', () => {
    const unknown = files.map(domainOf).filter((name) => name !== undefined && !(name in upstream));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('no drawer where anything may lie', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|managers?|misc|index)(\.tsx?|\/)/;
    expect(files.filter((file) => drawers.test(file))).toEqual([]);
  });
});
