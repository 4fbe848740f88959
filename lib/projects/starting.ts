import { linkableStates } from '#lib/needs/rules.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { readableCode } from '#lib/platform/codes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { differences } from '#lib/platform/differences.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { addressOf } from '#lib/platform/i18n/address.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads } from './leading.ts';
import type { ProjectInput } from './schema.ts';
import { tellCheckers } from './telling.ts';

export type SavedProject = { slug: string; revision: number };

/**
 * Starts a joint project of one's own organisation, which leads it, the one who starts it being its leader; or
 * changes one. Members of public and voluntary bodies may start, its leader and the organisation's administrators
 * change. Its parties alone see it until the hub has looked at it; the hub's staff hear of it. The same form sent
 * again makes no second one.
 * @throws Refusal when a need is not there or over; when a colleague was first: then with `{ revision, newer }`,
 * what they wrote; NotFound for anyone else's
 */
export async function saveProject(scope: Scope, input: ProjectInput): Promise<SavedProject> {
  try {
    return await scope.write('project:start', (db, deed) => save(scope, db, deed, input));
  } catch (error) {
    if (!refusedBy(error, 'innovation_project_pkey')) throw error;
    // The same form came twice at one instant, or the id is somebody else's and stays hidden.
    return scope.write('project:start', async (db, deed) => {
      if (!(await findKept(scope, db, input.id))) throw new NotFound('project');
      return save(scope, db, deed, input);
    });
  }
}

async function save(
  scope: Scope,
  db: Handle,
  deed: Deed,
  input: ProjectInput,
): Promise<SavedProject> {
  await demandNeeds(scope, db, input.needs, input.id);
  const kept = await findKept(scope, db, input.id);
  if (!kept) return start(scope, db, deed, input);
  if (!leads(scope, kept)) throw new NotFound('project');
  const newer = differences(asTyped(kept, input.language), contentOf(input));
  const { slug } = kept;
  if (Object.keys(newer).length === 0) {
    deed.record('projectChanged', 'project', input.id, { changed: false });
    return { slug, revision: kept.revision };
  }
  if (kept.state === 'STOPPED') throw new Refusal('projects.refusals.inState.STOPPED');
  if (kept.revision !== input.revision) {
    throw new Refusal('projects.refusals.stale', {}, { revision: kept.revision, newer });
  }
  await db.innovationProject.updateMany({
    where: { hubId: scope.hub.id, id: input.id },
    data: { ...rowOf(input, kept), revision: { increment: 1 } },
  });
  await linkNeeds(scope, db, input.id, input.needs);
  if (kept.checkedAt) deed.pagesChanged();
  deed.record('projectChanged', 'project', input.id, { changed: true });
  return { slug, revision: input.revision + 1 };
}

async function start(
  scope: Scope,
  db: Handle,
  deed: Deed,
  input: ProjectInput,
): Promise<SavedProject> {
  const { id } = input;
  const hubId = scope.hub.id;
  const by = scope.person.id;
  // Drawn by lot at its end: the address of one project tells nothing of another of the same name.
  const slug = `${addressOf(input.title) || 'projekt'}-${readableCode(4).toLowerCase()}`;
  await db.innovationProject.createMany({
    data: {
      ...rowOf(input, { title: {}, summary: {}, checkedAt: null }),
      ...{ hubId, id, slug, leadId: scope.organisation.id, leaderId: by, startedById: by },
      ...{ state: 'FORMING', visibility: 'PARTIES' },
    },
  });
  await db.projectParty.createMany({
    data: {
      ...{ hubId, projectId: id, organisationId: scope.organisation.id },
      ...{ role: 'OWNER', state: 'CONFIRMED', answeredAt: dateOf(now()), answeredById: by },
    },
  });
  await linkNeeds(scope, db, id, input.needs);
  await tellCheckers(scope, db, { slug, title: input.title });
  deed.record('projectStarted', 'project', id);
  return { slug, revision: 1 };
}

type Kept = NonNullable<Awaited<ReturnType<typeof findKept>>>;

function findKept(scope: Scope, db: Handle, id: string) {
  return db.innovationProject.findFirst({
    where: { hubId: scope.hub.id, id, leadId: scope.organisation.id },
    include: { needs: { select: { needId: true } } },
  });
}

/** The form's own words; what is said in other languages stays. */
function rowOf(input: ProjectInput, kept: Pick<Kept, 'title' | 'summary' | 'checkedAt'>) {
  const { language, areas, wished, startsOn, endsOn } = input;
  const said = (before: unknown, words: string) => ({ ...(before as object), [language]: words });
  return {
    ...{ areas, wished, startsOn: new Date(startsOn), endsOn: endsOn ? new Date(endsOn) : null },
    ...{ title: said(kept.title, input.title), summary: said(kept.summary, input.summary) },
    // Once the hub has looked at it, whom it is shown to is its leader's own choice.
    ...(kept.checkedAt && { visibility: wished }),
  };
}

function contentOf({
  id: _id,
  revision: _revision,
  language: _language,
  ...content
}: ProjectInput) {
  return { ...content, needs: [...content.needs].sort() };
}

/** What is kept as the form would show it. */
export function asTyped(kept: Kept, language: string): ReturnType<typeof contentOf> {
  const words = (text: unknown) => (text as Record<string, string>)[language] ?? '';
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';
  return {
    ...{ title: words(kept.title), summary: words(kept.summary) },
    areas: kept.areas as ProjectInput['areas'],
    needs: kept.needs.map(({ needId }) => needId).sort(),
    ...{ startsOn: day(kept.startsOn), endsOn: day(kept.endsOn) },
    wished: kept.wished as ProjectInput['wished'],
  };
}

async function linkNeeds(scope: Scope, db: Handle, projectId: string, needs: readonly string[]) {
  const hubId = scope.hub.id;
  await db.projectNeed.deleteMany({ where: { hubId, projectId, needId: { notIn: [...needs] } } });
  const data = [...new Set(needs)].map((needId) => ({ hubId, projectId, needId }));
  await db.projectNeed.createMany({ data, skipDuplicates: true });
}

/** A need that is not there, or not for this organisation, or over and not answered before: all are answered alike. */
async function demandNeeds(scope: Scope, db: Handle, ids: readonly string[], projectId: string) {
  const wanted = [...new Set(ids)];
  const hubId = scope.hub.id;
  const count = await db.need.count({
    where: {
      ...{ hubId, id: { in: wanted } },
      OR: [{ state: { in: [...linkableStates] } }, { projects: { some: { hubId, projectId } } }],
    },
  });
  if (count === wanted.length) return;
  throw new Refusal('refusals.invalid', { needs: 'projects.refusals.noSuchNeed' });
}
