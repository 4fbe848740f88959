import { dateOf, now, today } from '#lib/platform/clock.ts';
import { readableCode } from '#lib/platform/codes.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { addressOf } from '#lib/platform/i18n/address.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { refusingResult } from './doors.ts';
import { missingOf, type ResultContent, type ResultInput } from './schema.ts';

/**
 * Writes a result of a project, or writes on one; what is published stays as it was until it is published anew. Whoever
 * leads the project may. The same form sent again makes no second one. @returns its address. @throws Refusal when
 * somebody saved meanwhile (`{ revision }`); NotFound
 */
export async function saveResult(
  scope: Scope,
  slug: string,
  { id, revision, content, ...said }: ResultInput,
): Promise<string> {
  return refusingResult(() =>
    scope.write('project:lead', async (db, deed) => {
      const project = await projectAt(scope, db, slug);
      if (!leads(scope, project)) throw new NotFound('project');
      const hubId = scope.hub.id;
      const kept = await db.result.findFirst({ where: { hubId, projectId: project.id, id } });
      deed.record('resultWritten', 'project', project.id, { title: said.title });
      if (!kept) {
        const address = `${addressOf(said.title) || 'resultat'}-${readableCode(4).toLowerCase()}`;
        const own = { hubId, id, projectId: project.id, slug: address, byId: scope.person.id };
        await db.result.createMany({ data: { ...own, ...said, draft: content } });
        return address;
      }
      if (kept.state !== 'DRAFT' && kept.state !== 'PUBLISHED') {
        throw new Refusal('results.refusals.moved');
      }
      const { count } = await db.result.updateMany({
        where: { hubId, id, revision },
        data: { ...said, draft: content, revision: revision + 1 },
      });
      if (count === 0) {
        throw new Refusal('results.refusals.stale', {}, { revision: kept.revision });
      }
      return kept.slug;
    }),
  );
}

/**
 * Publishes what is written as the next version. An administrator of the body that leads the project may.
 * @throws Refusal while something is missing, or somebody wrote meanwhile; NotFound
 */
export async function publishResult(scope: Scope, slug: string, revision: number): Promise<void> {
  await refusingResult(() =>
    scope.write('party:answer', async (db, deed) => {
      const result = await ownedAt(scope, db, slug);
      const content = result.draft as ResultContent;
      const missing = missingOf(content, today(scope.hub.zone).toString());
      if (missing.length > 0) throw new Refusal('results.refusals.incomplete');
      const version = result.version + 1;
      const at = dateOf(now());
      const where = { hubId: scope.hub.id, id: result.id, revision, version: result.version };
      const { count } = await db.result.updateMany({
        where: { ...where, state: { in: ['DRAFT', 'PUBLISHED'] } },
        data: {
          ...({ state: 'PUBLISHED', version, publishedAt: at, warnedOn: null } as const),
          reviewBy: new Date(content.reviewBy),
        },
      });
      if (count === 0) throw new Refusal('results.refusals.stale');
      await db.resultVersion.createMany({
        data: {
          ...{ hubId: scope.hub.id, resultId: result.id, version, content: result.draft as object },
          ...{ language: result.language, title: result.title, byId: scope.person.id, at },
        },
      });
      deed.pagesChanged();
      const about = { title: result.title, version };
      deed.record('resultPublished', 'project', result.projectId, about);
    }),
  );
}

/** Takes a published result down, with the reason; who uses it still sees it and why. Its body's administrator may, and the hub. @throws Refusal, NotFound */
export async function retireResult(
  scope: Scope,
  slug: string,
  words: string,
  side: 'owner' | 'hub',
): Promise<void> {
  const permission = side === 'owner' ? ('party:answer' as const) : ('project:hold' as const);
  await refusingResult(() =>
    scope.write(permission, async (db, deed) => {
      const result =
        side === 'owner' ? await ownedAt(scope, db, slug) : await resultAt(scope, db, slug);
      const { count } = await db.result.updateMany({
        where: { hubId: scope.hub.id, id: result.id, state: 'PUBLISHED' },
        data: { state: 'RETIRED', words },
      });
      if (count === 0) throw new Refusal('results.refusals.moved');
      deed.pagesChanged();
      const { leadId: concerns } = result.project;
      deed.record(
        'resultRetired',
        'project',
        result.projectId,
        { title: result.title },
        { concerns },
      );
    }),
  );
}

/** Says that another published result of one's own has taken a result's place. Its body's administrator may. @throws Refusal, NotFound */
export async function replaceResult(scope: Scope, slug: string, by: string): Promise<void> {
  await refusingResult(() =>
    scope.write('party:answer', async (db, deed) => {
      const result = await ownedAt(scope, db, slug);
      const { count } = await db.result.updateMany({
        where: { hubId: scope.hub.id, id: result.id, state: 'PUBLISHED' },
        data: { state: 'REPLACED', replacedById: by },
      });
      if (count === 0) throw new Refusal('results.refusals.moved');
      deed.pagesChanged();
      deed.record('resultReplaced', 'project', result.projectId, { title: result.title });
    }),
  );
}

/** Part of another write: a result by its address, as far as one may see it. @throws NotFound */
export async function resultAt(scope: Scope, db: Handle, slug: string) {
  const found = await db.result.findFirst({
    where: { hubId: scope.hub.id, slug },
    include: { project: { select: { slug: true, title: true, leadId: true, leaderId: true } } },
  });
  if (!found) throw new NotFound('result');
  return found;
}

async function ownedAt(scope: Scope, db: Handle, slug: string) {
  const result = await resultAt(scope, db, slug);
  if (result.project.leadId !== scope.organisation.id) throw new NotFound('result');
  return result;
}
