import { type Handle, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Asked, askedOf, plainWordsOf, wordsIn } from './asking.ts';
import {
  type Counts,
  candidates,
  countsOf,
  namesOf,
  orderOf,
  pageOf,
  shownCounts,
  totalsOf,
} from './counting.ts';
import { folded } from './folding.ts';
import type { DemoCard } from './reads.ts';
import { demosPerPage, type ShowroomQuery } from './rules.ts';

/** A demo among others, and how far away the nearest is that uses it, where one looks from somewhere. */
export type FoundDemo = DemoCard & { id: string; km: number | null };
export type Showroom = Counts & {
  /** One page of them. */
  demos: FoundDemo[];
  /** What was found instead of words that nothing says. */
  meant: string | null;
  /** Where nothing is found: how many there would be if no words were asked for. */
  withoutWords: number;
};

/**
 * The published demos that answer a query, a page of them, with how many there are in all and for every facet
 * with each value, the other facets as chosen. Where nothing says the words, those that the words are most
 * like are asked for in their stead. Anyone may.
 */
export async function listDemos(scope: Scope, query: ShowroomQuery): Promise<Showroom> {
  return scope.read('showroom:read', async (db) => {
    const asked = await askedIn(db, scope, query.words);
    const found = await find(db, scope, query, asked);
    if (!asked || found.count > 0) return { ...found, meant: null, withoutWords: 0 };
    const withoutWords = await countOf(db, scope, query);
    const meant = found.said > 0 ? null : await meantBy(db, asked);
    if (meant === null) return { ...found, meant, withoutWords };
    const other = await find(db, scope, query, await askedIn(db, scope, meant));
    return { ...other, meant, withoutWords };
  });
}

async function countOf(db: Handle, scope: Scope, query: ShowroomQuery): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    with candidates as (${candidates(scope.hub.id, { ...query, at: '' }, null)})
    select count(*)::integer as count from candidates where lacks = 0`;
  return row.count;
}

/** All that a query finds, by their ids, in its order: what a saved search holds. Anyone may. */
export async function listFoundIds(scope: Scope, query: ShowroomQuery): Promise<string[]> {
  return scope.read('showroom:read', async (db) => {
    const asked = await askedIn(db, scope, query.words);
    const rows = await db.$queryRaw<{ id: string }[]>`
      with candidates as (${candidates(scope.hub.id, query, asked)})
      select demo_id as id from candidates where lacks = 0 order by ${orderOf(query)}`;
    return rows.map(({ id }) => id);
  });
}

async function askedIn(db: Handle, scope: Scope, words: string): Promise<Asked | null> {
  return words === '' ? null : askedOf(words, await groupsIn(db, scope));
}

type Groups = readonly (readonly string[])[];

/** The hub's groups of words that mean the same. */
async function groupsIn(db: Handle, scope: Scope): Promise<Groups> {
  const where = { hubId: scope.hub.id };
  const groups = await db.synonym.findMany({ where, select: { words: true } });
  return groups.map(({ words }) => words);
}

type Row = { demos: FoundDemo[] } & Parameters<typeof shownCounts>[1];

async function find(
  db: Handle,
  scope: Scope,
  query: ShowroomQuery,
  asked: Asked | null,
): Promise<Counts & { demos: FoundDemo[] }> {
  const hubId = scope.hub.id;
  // In one statement: asking costs more than finding.
  const [found] = await db.$queryRaw<[Row]>`
    with candidates as materialized (${candidates(hubId, query, asked)}),
      page as (${pageOf(query)}),
      demos as (select d.id, d.public_id as "publicId", d.slug, d.title, d.summary, d.picture, d.stage, o.name as owner, o.kind as "ownerKind", p.km
        from page p join showroom_demo d on d.hub_id = ${hubId}::uuid and d.id = p.demo_id
          join organisation o on o.id = d.owner_id order by p.nth),
      totals as (${totalsOf(query)}),
      counts as materialized (${countsOf(hubId, query)}),
      names as (${namesOf(hubId, query)})
    select (select coalesce(json_agg(demos), '[]') from demos) as demos,
      (select coalesce(json_agg(counts), '[]') from counts) as counts,
      (select coalesce(json_agg(names), '[]') from names) as names,
      (select json_agg(totals) from totals) as totals,
      (select count(*)::integer from demo_search where hub_id = ${hubId}::uuid) as all`;
  const { demos, ...counted } = found;
  const counts = shownCounts(query, counted);
  const last = Math.max(1, Math.ceil(counts.count / demosPerPage));
  // An address may outlive what it led to.
  if (query.page > last) return find(db, scope, { ...query, page: last }, asked);
  return { demos, ...counts };
}

/**
 * The words that may have been meant: each that nothing says in the form that is most like it. Null for a question
 * with signs in it: who writes those means what stands there.
 */
async function meantBy(db: Handle, asked: Asked): Promise<string | null> {
  const own = plainWordsOf(asked);
  if (!own) return null;
  const words: string[] = [];
  for (const word of own) {
    const question: Asked = [[{ ways: [[word]] }]];
    const [said] = await db.$queryRaw<[{ any: boolean }]>(
      sql`select is_said(${JSON.stringify(question)}::jsonb) as any`,
    );
    const [nearest] = said.any
      ? [{ word }]
      : await db.$queryRaw<{ word: string }[]>(sql`select word from nearest_words(${word})`);
    if (!nearest) return null;
    words.push(nearest.word);
  }
  const meant = words.join(' ');
  return meant === own.join(' ') ? null : meant;
}

const mostOffers = 6;
type Offer = { offer: string; alone: boolean };

/** The shortest first: what is longer often says it, too. Of several words first what begins with all of them. */
function inOrder(offers: readonly Offer[], several: boolean): Offer[] {
  const behind = ({ alone }: Offer) => (several && alone ? 1 : 0);
  return offers.toSorted(
    (one, other) => behind(one) - behind(other) || one.offer.length - other.offer.length,
  );
}

/**
 * What a half-written question may become, each of it leading to something shown: its last word whole, or what
 * begins with all of its words (a title, a theme, a system, an agreement). Anyone may.
 */
export async function suggestWords(scope: Scope, words: string): Promise<string[]> {
  const last = /[\p{L}\p{N}]{2,}$/u.exec(words)?.[0];
  if (!last) return [];
  const before = words.slice(0, words.length - last.length);
  return scope.read('showroom:read', async (db) => {
    const groups = await groupsIn(db, scope);
    const possible = await db.$queryRaw<Offer[]>(
      sql`select offer, alone from offers_beginning(${wordsIn(words)}::text[])`,
    );
    const offers = new Map<string, string>();
    for (const { offer, alone } of inOrder(possible, words !== last)) {
      const text = alone ? before + offer : offer;
      if (!offers.has(folded(text))) offers.set(folded(text), text);
    }
    return leadingSomewhere(db, [...offers.values()], groups);
  });
}

/** The first of some questions that something answers. */
async function leadingSomewhere(db: Handle, questions: string[], groups: Groups) {
  const asked = questions.map((text) => askedOf(text, groups));
  const found = await db.$queryRaw<{ nth: bigint }[]>(sql`
    select nth from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality asked(question, nth)
    where is_said(question) limit ${mostOffers}`);
  return found.map(({ nth }) => questions[Number(nth) - 1] ?? '');
}
