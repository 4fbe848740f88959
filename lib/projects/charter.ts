import { differences } from '#lib/platform/differences.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt, standInLine } from './leading.ts';
import { openToParties } from './moves.ts';
import type { CharterInput } from './schema.ts';

const words = {
  ...{ version: true, language: true, purpose: true, vision: true, goals: true, limits: true },
  ...{ at: true, by: { select: { name: true } } },
} as const;

/**
 * What a project's parties want together: one version, the latest unless it is named, and all there are. Its parties
 * and the hub may. @throws NotFound for a project one is no party of, or a version there is not
 */
export async function findCharter(scope: Scope, slug: string, version?: number) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const party = await db.projectParty.count({
      where: {
        ...where,
        organisationId: scope.organisation.id,
        state: { in: ['INVITED', 'CONFIRMED'] },
      },
    });
    if (party === 0) throw new NotFound('project');
    const versions = await db.projectCharter.findMany({
      ...{ where, select: words, orderBy: { version: 'desc' } },
    });
    const shown = versions.find((one) => one.version === (version ?? versions[0]?.version)) ?? null;
    if (version !== undefined && !shown) throw new NotFound('charter');
    const before = versions.find((one) => one.version === (shown?.version ?? 0) - 1) ?? null;
    const open = openToParties.includes(project.state);
    return { title: project.title, shown, before, versions, may: open && leads(scope, project) };
  });
}
export type CharterView = Awaited<ReturnType<typeof findCharter>>;

/**
 * Writes the next version of it; saying the same again writes none. Whoever leads the project may.
 * @throws Refusal when somebody was first, with `{ revision, newer }`, or the project is over; NotFound
 */
export async function writeCharter(scope: Scope, slug: string, input: CharterInput): Promise<void> {
  const { version, ...said } = input;
  await scope.write('project:lead', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    if (!leads(scope, project)) throw new NotFound('project');
    if (!openToParties.includes(project.state)) {
      throw new Refusal(`projects.refusals.inState.${project.state}`);
    }
    const where = { hubId: scope.hub.id, projectId: project.id };
    await standInLine(db, project);
    const last = await db.projectCharter.findFirst({ where, orderBy: { version: 'desc' } });
    const { language, purpose, vision, goals, limits } = last ?? { ...said, purpose: '' };
    const newer = differences({ language, purpose, vision, goals, limits }, said);
    const same = Object.keys(newer).length === 0;
    if (!same && (last?.version ?? 0) !== version) {
      throw new Refusal('projects.refusals.stale', {}, { revision: last?.version ?? 0, newer });
    }
    if (!same) {
      const data = { ...where, ...said, version: version + 1, byId: scope.person.id };
      await db.projectCharter.createMany({ data });
    }
    deed.record('charterWritten', 'project', project.id, { version: same ? version : version + 1 });
  });
}
