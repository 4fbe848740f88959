import { type NeedCard, type NeedWish, needsFor, needsWhere } from '#lib/needs/reads.ts';
import type { NeedState } from '#lib/needs/rules.ts';
import { type Handle, joinSql, sql } from '#lib/platform/db.ts';
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
    const said = await saying(db, scope.hub.id, query.words);
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
 * Everything visible that has all the words somewhere: ids of needs and proposals, slugs of projects;
 * null when no word was given. The database folds case and the Nordic letters on both sides.
 */
async function saying(db: Handle, hubId: string, words: string): Promise<Said> {
  const each = words.split(/\s+/).filter(Boolean).slice(0, 6);
  if (each.length === 0) return null;
  const all = joinSql(
    each.map((word) => sql`says like '%' || fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`),
    ' and ',
  );
  const rows = await db.$queryRaw<{ kind: OthersQuery['show']; key: string }[]>`
    with things as (
      select 'proposals' as kind, p.id::text as key, p.organisation_id as body,
        concat_ws(' ', p.title, p.summary, p.problem, p.solution, p.benefit) as text
      from proposal p where p.hub_id = ${hubId}::uuid and p.state <> 'DRAFT'
      union all
      select 'needs', n.id::text, n.organisation_id, concat_ws(' ', n.title, n.problem, n.affected)
      from need n where n.hub_id = ${hubId}::uuid and n.state <> 'DRAFT'
      union all
      select 'projects', i.slug, i.lead_id, concat_ws(' ', i.title ->> 'sv', i.title ->> 'nb', i.title ->> 'en',
        i.summary ->> 'sv', i.summary ->> 'nb', i.summary ->> 'en')
      from innovation_project i where i.hub_id = ${hubId}::uuid
    ), said as (
      select things.kind, key, fold(concat_ws(' ', text, o.name)) as says
      from things left join organisation o on o.id = things.body
    )
    select kind, key from said where ${all}`;
  const keys = (kind: OthersQuery['show']) =>
    rows.filter((row) => row.kind === kind).map(({ key }) => key);
  return { projects: keys('projects'), proposals: keys('proposals'), needs: keys('needs') };
}
