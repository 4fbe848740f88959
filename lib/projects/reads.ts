import { careAreas } from '#lib/needs/rules.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type ProjectFilter, projectStates } from './rules.ts';

const card = {
  slug: true,
  title: true,
  summary: true,
  state: true,
  areas: true,
  startsOn: true,
  endsOn: true,
  lead: { select: { name: true } },
  _count: { select: { parties: { where: { state: 'CONFIRMED' as const } } } },
} as const;

/** For pages that gather several things in one read: the projects this reader may see. */
export function projectsFor(db: Handle, hubId: string) {
  return db.innovationProject.findMany({
    where: { hubId },
    select: card,
    orderBy: [{ startsOn: 'desc' }, { slug: 'asc' }],
  });
}
export type ProjectCard = Awaited<ReturnType<typeof projectsFor>>[number];

/**
 * The projects that the reader may see and that answer the filter, running ones first; for each
 * value of the filter how many there would be with it, the other part as chosen. Anyone may.
 */
export async function listProjects(scope: Scope, filter: ProjectFilter) {
  const all = await scope.read('project:read', (db) => projectsFor(db, scope.hub.id));
  const inState = (p: ProjectCard) => filter.state.length === 0 || filter.state.includes(p.state);
  const inArea = (p: ProjectCard) =>
    filter.area.length === 0 || p.areas.some((area) => filter.area.includes(area));
  const rank = (p: ProjectCard) => projectStates.indexOf(p.state);
  const shown = all.filter((p) => inState(p) && inArea(p)).sort((a, b) => rank(a) - rank(b));
  const states = projectStates.map((value) => ({
    value,
    count: all.filter((p) => inArea(p) && p.state === value).length,
  }));
  const areas = careAreas.map((value) => ({
    value,
    count: all.filter((p) => inState(p) && p.areas.includes(value)).length,
  }));
  const keep = (chosen: string[]) => (each: { value: string; count: number }) =>
    each.count > 0 || chosen.includes(each.value);
  return {
    all: all.length,
    shown,
    facets: { state: states.filter(keep(filter.state)), area: areas.filter(keep(filter.area)) },
  };
}

/** One project with its parties, the needs it answers and where it came from. @throws NotFound */
export async function findProject(scope: Scope, slug: string) {
  const project = await scope.read('project:read', (db) =>
    db.innovationProject.findFirst({
      where: { hubId: scope.hub.id, slug },
      select: {
        ...card,
        parties: {
          select: { role: true, state: true, organisation: { select: { name: true, kind: true } } },
          where: { state: { in: ['CONFIRMED', 'INVITED'] } },
          orderBy: [{ role: 'asc' }, { organisationId: 'asc' }],
        },
        needs: {
          select: {
            need: {
              select: {
                id: true,
                title: true,
                language: true,
                organisation: { select: { name: true } },
              },
            },
          },
        },
        proposal: {
          select: { title: true, language: true, organisation: { select: { name: true } } },
        },
      },
    }),
  );
  if (!project) throw new NotFound('project');
  return project;
}
export type Project = Awaited<ReturnType<typeof findProject>>;

/** The projects an organisation is in or is invited to, the latest first; for the overview's one read. */
export function ownProjects(db: Handle, hubId: string, organisationId: string) {
  const own = { organisationId, state: { in: ['INVITED' as const, 'CONFIRMED' as const] } };
  return db.innovationProject.findMany({
    where: { hubId, parties: { some: own } },
    select: {
      slug: true,
      title: true,
      state: true,
      parties: { where: own, select: { state: true, role: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { slug: 'asc' }],
  });
}

/** The projects an organisation is in, as the reader may see them; for a page's one read. */
export function projectsOf(db: Handle, hubId: string, organisationId: string) {
  return db.innovationProject.findMany({
    where: { hubId, parties: { some: { organisationId, state: 'CONFIRMED' } } },
    select: { slug: true, title: true, summary: true, state: true },
    orderBy: [{ startsOn: 'desc' }, { slug: 'asc' }],
  });
}
export type OwnProject = Awaited<ReturnType<typeof ownProjects>>[number];
