import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** From where one looks along the chain: ids, for a project its address. */
export type ChainFrom = { need: string } | { proposal: string } | { project: string };

const need = { id: true, title: true, language: true, state: true } as const;
const proposal = { id: true, title: true, language: true, state: true } as const;
const project = { slug: true, title: true, state: true } as const;
const result = {
  ...{ slug: true, title: true, language: true, state: true },
} as const;
const byTitle = [{ title: 'asc' as const }, { id: 'asc' as const }];
const most = 50;

/**
 * What came before something and what came of it, link by link, as far as the reader may see: needs, the proposals
 * that answer them, the projects of both, and what came of those. Members may. @throws NotFound for something one may not see
 */
export async function findChain(scope: Scope, from: ChainFrom) {
  return scope.read('proposal:read', async (db) => {
    const hubId = scope.hub.id;
    const ids = await linkedTo(db, hubId, from);
    const needs = await db.need.findMany({
      where: { hubId, id: { in: ids.needs }, state: { not: 'DRAFT' } },
      ...{ select: need, orderBy: byTitle, take: most },
    });
    const proposals = await db.proposal.findMany({
      where: { hubId, id: { in: ids.proposals }, state: { not: 'DRAFT' } },
      ...{ select: proposal, orderBy: byTitle, take: most },
    });
    const projects = await db.innovationProject.findMany({
      where: { hubId, id: { in: ids.projects } },
      ...{ select: project, orderBy: { slug: 'asc' }, take: most },
    });
    const results = await db.result.findMany({
      where: { hubId, projectId: { in: ids.projects }, state: { not: 'DRAFT' } },
      ...{ select: result, orderBy: [{ title: 'asc' }, { id: 'asc' }], take: most },
    });
    return { needs, proposals, projects, results };
  });
}
export type Chain = Awaited<ReturnType<typeof findChain>>;

type Linked = { needs: string[]; proposals: string[]; projects: string[] };

async function linkedTo(db: Handle, hubId: string, from: ChainFrom): Promise<Linked> {
  if ('need' in from) return linkedToNeeds(db, hubId, [from.need]);
  if ('proposal' in from) {
    const links = { where: { hubId, proposalId: from.proposal }, select: { needId: true } };
    const needs = (await db.proposalNeed.findMany(links)).map(({ needId }) => needId);
    const projects = await db.innovationProject.findMany({
      where: { hubId, proposalId: from.proposal },
      select: { id: true },
    });
    return { needs, proposals: [from.proposal], projects: projects.map(({ id }) => id) };
  }
  const found = await db.innovationProject.findFirst({
    where: { hubId, slug: from.project },
    select: { id: true, proposalId: true, needs: { select: { needId: true } } },
  });
  if (!found) throw new NotFound('project');
  const { id, proposalId } = found;
  const proposals = proposalId ? [proposalId] : [];
  const answered = await db.proposalNeed.findMany({
    where: { hubId, proposalId: { in: proposals } },
    select: { needId: true },
  });
  const needs = [...found.needs, ...answered].map(({ needId }) => needId);
  return { needs, proposals, projects: [id] };
}

/** Proposals that answer needs, and projects that do so or came of those proposals. */
async function linkedToNeeds(db: Handle, hubId: string, needs: string[]): Promise<Linked> {
  const where = { hubId, needId: { in: needs } };
  const answers = await db.proposalNeed.findMany({ where, select: { proposalId: true } });
  const proposals = [...new Set(answers.map(({ proposalId }) => proposalId))];
  const projects = await db.innovationProject.findMany({
    where: { hubId, OR: [{ needs: { some: where } }, { proposalId: { in: proposals } }] },
    select: { id: true },
  });
  return { needs, proposals, projects: projects.map(({ id }) => id) };
}
