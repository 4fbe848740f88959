import { bodyNames } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads } from './leading.ts';
import { partyMovesFrom } from './moves.ts';

/** The projects one's own organisation has to do with: asked into, leading, in, asking to be in, and over. Members may. */
export async function listOwnProjects(scope: Scope) {
  return scope.read('project:read', async (db) => {
    const rows = await db.projectParty.findMany({
      where: {
        hubId: scope.hub.id,
        organisationId: scope.organisation.id,
        state: { in: ['INVITED', 'ASKED', 'CONFIRMED'] },
      },
      select: {
        ...{ role: true, state: true, invitedAt: true },
        project: {
          select: {
            ...{ slug: true, title: true, state: true, startsOn: true, endsOn: true },
            ...{ leadId: true, checkedAt: true },
          },
        },
      },
      orderBy: [{ project: { startsOn: 'desc' } }, { projectId: 'asc' }],
    });
    const names = await bodyNames(
      db,
      rows.map(({ project }) => project.leadId),
    );
    return rows.map(({ project: { leadId, ...project }, ...party }) => ({
      ...{ ...party, ...project, partyState: party.state, state: project.state },
      ...{ led: leadId === scope.organisation.id, lead: names.get(leadId) ?? null },
    }));
  });
}
export type OwnProjectRow = Awaited<ReturnType<typeof listOwnProjects>>[number];

const party = {
  ...{ organisationId: true, role: true, state: true, words: true },
  ...{ invitedAt: true, answeredAt: true },
  invitedBy: { select: { name: true } },
  answeredBy: { select: { name: true } },
} as const;

/**
 * A project as its parties work with it: what it is, who is in it and who has been asked, what one's own organisation
 * can do. Members of its parties may. @throws NotFound for a project one's organisation has nothing to do with
 */
export async function findOwnProject(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectOf(scope, db, slug);
    const names = await bodyNames(db, [
      project.leadId,
      ...project.parties.map(({ organisationId }) => organisationId),
    ]);
    const own = project.parties.find((one) => one.organisationId === scope.organisation.id);
    if (!own || !['INVITED', 'ASKED', 'CONFIRMED'].includes(own.state)) {
      throw new NotFound('project');
    }
    const leading = leads(scope, project);
    const { id: ownLead } = { id: project.leadId === scope.organisation.id };
    return {
      ...project,
      own,
      lead: names.get(project.leadId) ?? null,
      leading,
      /** Whether one's organisation leads it, whoever one is there. */
      ours: ownLead,
      parties: project.parties.map((one) => ({
        ...one,
        name: names.get(one.organisationId) ?? null,
        // What was said is between the body and whoever leads.
        words: leading || one === own ? one.words : '',
        moves: leading && one !== own ? partyMovesFrom(one.state, 'lead') : [],
      })),
      moves: scope.may('party:answer') ? partyMovesFrom(own.state, 'own', ownLead) : [],
    };
  });
}
export type OwnProjectView = Awaited<ReturnType<typeof findOwnProject>>;

async function projectOf(scope: Scope, db: Handle, slug: string) {
  const project = await db.innovationProject.findFirst({
    where: { hubId: scope.hub.id, slug },
    include: {
      leader: { select: { name: true } },
      parties: { select: party, orderBy: [{ role: 'asc' }, { organisationId: 'asc' }] },
      needs: { select: { needId: true } },
    },
  });
  if (!project) throw new NotFound('project');
  return project;
}

/** Where one's own organisation stands to a project it can see: its state as a party, and what it can do. Members may. */
export async function findStanding(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const found = await db.innovationProject.findFirst({
      where: { hubId: scope.hub.id, slug },
      select: {
        ...{ state: true, visibility: true, leadId: true },
        parties: {
          where: { organisationId: scope.organisation.id },
          select: { state: true, role: true },
        },
      },
    });
    if (!found) throw new NotFound('project');
    const state = found.parties[0]?.state ?? null;
    return {
      state,
      project: found.state,
      moves: scope.may('party:answer')
        ? partyMovesFrom(state, 'own', found.leadId === scope.organisation.id)
        : [],
    };
  });
}

/** The organisations that could be invited: those taking part at the hub that are not in it nor asked. Who leads may. */
export async function listInvitable(scope: Scope, slug: string) {
  return scope.read('project:lead', async (db) => {
    const project = await projectOf(scope, db, slug);
    const there = project.parties
      .filter(({ state }) => ['INVITED', 'ASKED', 'CONFIRMED'].includes(state))
      .map(({ organisationId }) => organisationId);
    return db.organisation.findMany({
      where: {
        id: { notIn: there },
        participations: { some: { hubId: scope.hub.id, state: 'VERIFIED' } },
      },
      select: { id: true, name: true, kind: true },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    });
  });
}

/** What a project says, for its form. Whoever leads may. @throws NotFound */
export async function findProjectToEdit(scope: Scope, slug: string) {
  return scope.read('project:lead', async (db) => {
    const project = await projectOf(scope, db, slug);
    if (!leads(scope, project)) throw new NotFound('project');
    return project;
  });
}

/** Projects the hub has not looked at yet, the oldest first, and those it has, the newest first. The staff may. */
export async function listToCheck(scope: Scope) {
  return scope.read('project:check', async (db) => {
    const rows = await db.innovationProject.findMany({
      where: { hubId: scope.hub.id },
      select: {
        ...{ slug: true, title: true, state: true, checkedAt: true, checkWords: true },
        ...{ createdAt: true, leadId: true, visibility: true, wished: true },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: 300,
    });
    const names = await bodyNames(
      db,
      rows.map(({ leadId }) => leadId),
    );
    const all = rows.map(({ leadId, ...row }) => ({ ...row, lead: names.get(leadId) ?? null }));
    const waits = all.filter(({ checkedAt, state }) => !checkedAt && state !== 'STOPPED').reverse();
    return { waits, seen: all.filter(({ checkedAt }) => checkedAt) };
  });
}

/** A project as the hub looks at it. The staff may. @throws NotFound */
export async function findToCheck(scope: Scope, slug: string) {
  return scope.read('project:check', async (db) => {
    const project = await projectOf(scope, db, slug);
    return {
      ...project,
      ownCheck: project.startedById !== null && scope.isSelf(project.startedById),
    };
  });
}
