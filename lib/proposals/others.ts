import { type NeedCard, type NeedWish, needsFor, needsWhere } from '#lib/needs/reads.ts';
import type { NeedState } from '#lib/needs/rules.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { ProposalState } from './moves.ts';
import { type ProposalCard, proposalsFor } from './rows.ts';
import type { OthersQuery } from './schema.ts';

const pageSize = 20;

type ProjectLike = { slug: string; state: string; areas: string[] };
export type Others<P> = {
  counts: { projects: number; proposals: number; needs: number };
  projects: P[];
  proposals: ProposalCard[];
  needs: NeedCard[];
  more: boolean;
};

/**
 * What others at the hub do, as far as the acting organisation may see it: one section's page, and
 * how many hits each section has for the same words and areas. Projects lie downstream, so the page
 * says how to ask for them. Members may.
 */
export async function listOthers<P extends ProjectLike>(
  scope: Scope,
  query: OthersQuery,
  askProjects: (db: Handle, hubId: string) => Promise<P[]>,
): Promise<Others<P>> {
  return scope.read('proposal:read', async (db) => {
    const said = await saying(db, query.words);
    const here = (kind: OthersQuery['show']) => query.show === kind;
    const states = (kind: OthersQuery['show']) => (here(kind) ? query.states : []);
    const page = { skip: (query.page - 1) * pageSize, take: pageSize };

    const projects = (await askProjects(db, scope.hub.id))
      .filter(({ slug }) => said?.projects.includes(slug) ?? true)
      .filter(({ state }) => has(states('projects'), state))
      .filter(
        ({ areas }) => query.areas.length === 0 || areas.some((a) => query.areas.includes(a)),
      );
    const proposal = proposalsWhere(scope, said, query.areas, states('proposals'));
    const wish: NeedWish = {
      ...(said && { ids: said.needs }),
      areas: query.areas,
      states: states('needs') as NeedState[],
    };
    const counts = {
      projects: projects.length,
      proposals: await db.proposal.count({ where: proposal }),
      needs: await db.need.count({ where: needsWhere(scope.hub.id, wish) }),
    };
    return {
      counts,
      projects: here('projects') ? projects.slice(page.skip, page.skip + page.take) : [],
      proposals: here('proposals') ? await proposalsFor(db, proposal, page) : [],
      needs: here('needs') ? await needsFor(db, scope, wish, page, query.order) : [],
      more: counts[query.show] > page.skip + page.take,
    };
  });
}

function has(chosen: string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

function proposalsWhere(scope: Scope, said: Said, areas: string[], states: string[]) {
  return {
    hubId: scope.hub.id,
    organisationId: { not: scope.organisation.id },
    state: {
      not: 'DRAFT' as const,
      ...(states.length > 0 && { in: states as ProposalState[] }),
    },
    ...(said && { id: { in: said.proposals } }),
    ...(areas.length > 0 && { areas: { hasSome: areas } }),
  };
}

type Said = Record<OthersQuery['show'], string[]> | null;

/**
 * Everything that has all the words somewhere: ids of needs and proposals, slugs of projects; null when no word was
 * given. The database folds case and the Nordic letters on both sides, and finds by index, past the wall: what one
 * may see of it is asked with the rows, and of the organisations' names only those one can see count.
 */
async function saying(db: Handle, words: string): Promise<Said> {
  const each = words.split(/\s+/).filter(Boolean).slice(0, 6);
  if (each.length === 0) return null;
  const seen = await db.$queryRaw<{ place: number; body: string }[]>`
    select n.place, o.id::text as body from bodies_named(${each}::text[]) n join organisation o on o.id = n.body`;
  const named = each.map((_, n) =>
    seen.filter(({ place }) => place === n + 1).map(({ body }) => body),
  );
  const rows = await db.$queryRaw<{ kind: OthersQuery['show']; key: string }[]>`
    select kind, key from works_found(${each}::text[], ${JSON.stringify(named)}::jsonb)`;
  const keys = (kind: OthersQuery['show']) =>
    rows.filter((row) => row.kind === kind).map(({ key }) => key);
  return { projects: keys('projects'), proposals: keys('proposals'), needs: keys('needs') };
}
