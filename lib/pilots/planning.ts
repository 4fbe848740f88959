import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type FoundProject, leads, pagesOf, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { isId } from '#lib/projects/schema.ts';
import { refusingPilot } from './doors.ts';
import type { Check } from './moves.ts';
import type { BenefitInput, IndicatorInput, PilotInput } from './schema.ts';

/** Part of another write: a pilot of a project, as far as one may see it. @throws NotFound */
export async function pilotAt(scope: Scope, db: Handle, slug: string, id: string) {
  if (!isId(id)) throw new NotFound('pilot');
  const project = await projectAt(scope, db, slug);
  const where = { hubId: scope.hub.id, projectId: project.id, id };
  const pilot = await db.pilot.findFirst({ where });
  if (!pilot) throw new NotFound('pilot');
  return { project, pilot };
}

/** Whether one is of the site's own body. */
export function isSite(scope: Scope, { organisationId }: { organisationId: string }): boolean {
  return scope.may('project:start') && organisationId === scope.organisation.id;
}

/**
 * Plans a pilot at a party's place, or plans one anew until it is approved. Whoever leads the project may, and the
 * site's own. @throws Refusal when it is no party's, or somebody saved before; NotFound
 */
export async function savePilot(scope: Scope, slug: string, input: PilotInput): Promise<void> {
  await refusingPilot(() =>
    scope.write('project:start', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      const { id, revision, site: organisationId, startsOn, endsOn, ...said } = input;
      const own = { hubId: scope.hub.id, projectId: project.id };
      if (!leads(scope, project) && !isSite(scope, { organisationId })) throw new NotFound('pilot');
      if (project.state !== 'READY' && !openToParties.includes(project.state)) {
        throw new Refusal(`projects.refusals.inState.${project.state}`);
      }
      const data = { ...said, startsOn: new Date(startsOn), endsOn: new Date(endsOn) };
      if (revision === 0) {
        const by = { organisationId, byId: scope.person.id };
        await db.pilot.createMany({ data: { ...own, id, ...data, ...by } });
      } else {
        const where = { ...own, id, revision, state: 'PLANNED' as const, organisationId };
        const { count } = await db.pilot.updateMany({
          where,
          data: { ...data, revision: revision + 1 },
        });
        if (count === 0) throw new Refusal('pilots.refusals.stale');
      }
      pagesOf(deed, project);
      deed.record('pilotPlanned', 'project', project.id, { place: input.place });
    }),
  );
}

type Work = (db: Handle, deed: Deed, found: Awaited<ReturnType<typeof pilotAt>>) => Promise<void>;

/** A write on a pilot that is still planned, by who may plan it. @throws Refusal once it is approved; NotFound */
async function planning(scope: Scope, slug: string, id: string, work: Work): Promise<void> {
  await refusingPilot(() =>
    scope.write('project:start', async (db, deed) => {
      const found = await pilotAt(scope, db, slug, id);
      if (!leads(scope, found.project) && !isSite(scope, found.pilot)) throw new NotFound('pilot');
      if (found.pilot.state !== 'PLANNED') throw new Refusal('pilots.refusals.moved');
      await work(db, deed, found);
      pagesOf(deed, found.project);
    }),
  );
}

/** Throws a planned pilot away. Whoever leads may, and the site's own. @throws Refusal, NotFound */
export async function dropPilot(scope: Scope, slug: string, id: string): Promise<void> {
  await planning(scope, slug, id, async (db, deed, { project }) => {
    const where = { hubId: scope.hub.id, id, state: 'PLANNED' as const };
    const { count } = await db.pilot.deleteMany({ where });
    if (count === 0) throw new Refusal('pilots.refusals.moved');
    deed.record('pilotDropped', 'project', project.id);
  });
}

/** Says what of the checklist is done; the rest is not. The site's own may, until it is approved. @throws Refusal, NotFound */
export async function tickChecks(
  scope: Scope,
  slug: string,
  id: string,
  done: readonly Check[],
): Promise<void> {
  await planning(scope, slug, id, async (db, deed, { project, pilot }) => {
    if (!isSite(scope, pilot)) throw new NotFound('pilot');
    const key = { hubId: scope.hub.id, pilotId: id };
    await db.pilotTick.deleteMany({ where: { ...key, item: { notIn: [...done] } } });
    const signed = { byId: scope.person.id, at: dateOf(now()) };
    const data = [...new Set(done)].map((item) => ({ ...key, item, ...signed }));
    await db.pilotTick.createMany({ data, skipDuplicates: true });
    deed.record('pilotChecked', 'project', project.id, { done: done.length });
  });
}

/** Says where a site stands before and where it wants to come, until it is approved. Whoever leads may, and the site's own. @throws Refusal, NotFound */
export async function saveBenefit(
  scope: Scope,
  slug: string,
  id: string,
  { indicator, ...said }: BenefitInput,
): Promise<void> {
  await planning(scope, slug, id, async (db, deed, { project }) => {
    const own = { hubId: scope.hub.id, projectId: project.id, id: indicator };
    if ((await db.projectIndicator.count({ where: own })) === 0) {
      throw new Refusal('refusals.invalid', { indicator: 'pilots.refusals.indicator' });
    }
    const key = { hubId: scope.hub.id, pilotId: id, indicatorId: indicator };
    const { count } = await db.pilotBenefit.updateMany({ where: key, data: said });
    if (count === 0) await db.pilotBenefit.createMany({ data: { ...key, ...said } });
    deed.record('pilotBaseline', 'project', project.id);
  });
}

/** Adds what every site measures. Whoever leads may. @throws NotFound */
export async function addIndicator(
  scope: Scope,
  slug: string,
  { better, ...said }: IndicatorInput,
): Promise<void> {
  await indicating(scope, slug, async (db, project) => {
    const own = { hubId: scope.hub.id, projectId: project.id };
    const data = { ...own, ...said, moreIsBetter: better === 'more' };
    await db.projectIndicator.createMany({ data, skipDuplicates: true });
  });
}

/** Takes away what no pilot measures. Whoever leads may. @throws Refusal, NotFound */
export async function dropIndicator(scope: Scope, slug: string, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('indicator');
  await indicating(scope, slug, async (db, project) => {
    const where = { hubId: scope.hub.id, projectId: project.id, id };
    const { count } = await db.projectIndicator.deleteMany({ where });
    if (count === 0) throw new NotFound('indicator');
  });
}

async function indicating(
  scope: Scope,
  slug: string,
  work: (db: Handle, project: FoundProject) => Promise<void>,
): Promise<void> {
  await refusingPilot(() =>
    scope.write('project:lead', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!leads(scope, project)) throw new NotFound('project');
      await work(db, project);
      pagesOf(deed, project);
      deed.record('indicatorsChanged', 'project', project.id);
    }),
  );
}
