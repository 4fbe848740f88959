import { hearersOf, told } from '#lib/needs/saying.ts';
import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/projects/schema.ts';

const named = { id: true, slug: true, title: true, language: true } as const;

/** The result a need is met by, and those it could be: published ones of the work that took it up. Members may. @throws NotFound */
export async function findNeedResults(scope: Scope, id: string) {
  return scope.read('proposal:read', async (db) => {
    const hubId = scope.hub.id;
    const need = isId(id) ? await db.need.findFirst({ where: { hubId, id } }) : null;
    if (!need) throw new NotFound('need');
    const metBy =
      need.metById &&
      (await db.result.findFirst({ where: { hubId, id: need.metById }, select: named }));
    const own = need.organisationId === scope.organisation.id && scope.may('need:open');
    const may = own && need.state === 'LINKED';
    return { metBy: metBy || null, choices: may ? await choicesOf(db, hubId, id) : [] };
  });
}
export type NeedResults = Awaited<ReturnType<typeof findNeedResults>>;

async function choicesOf(db: Handle, hubId: string, needId: string) {
  const answers = await db.proposalNeed.findMany({
    where: { hubId, needId },
    select: { proposalId: true },
  });
  const proposals = answers.map(({ proposalId }) => proposalId);
  const links = [{ needs: { some: { hubId, needId } } }, { proposalId: { in: proposals } }];
  return db.result.findMany({
    where: { hubId, state: 'PUBLISHED', project: { OR: links } },
    select: named,
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 50,
  });
}

/**
 * Says that one's own need is met, by which result; who signed that they have it, too, hears of it. Its body's
 * administrators may. @throws Refusal for another result, or a need that nothing has taken up; NotFound for anyone else's
 */
export async function meetNeed(scope: Scope, id: string, resultId: string): Promise<void> {
  if (!isId(id)) throw new NotFound('need');
  const kept = scope.write('need:open', async (db, deed) => {
    const where = { hubId: scope.hub.id, id, organisationId: scope.organisation.id };
    const need = await db.need.findFirst({ where });
    if (!need) throw new NotFound('need');
    if (need.state !== 'LINKED') throw new Refusal(`needs.refusals.inState.${need.state}`);
    const { count } = await db.need.updateMany({
      where: { ...where, state: 'LINKED', revision: need.revision },
      data: { state: 'MET', metById: resultId, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('refusals.stale');
    if (need.visibility === 'OPEN') deed.pagesChanged();
    deed.record('needMet', 'need', id, { 'from.state': 'LINKED', 'to.state': 'MET' });
    await tell(scope, db, await hearersOf(db, id), told(scope, 'needChanged', need));
  });
  await kept.catch((error) => {
    const wrong = ['a_result_meets_it', 'need_met_by_id_fkey'];
    if (!wrong.some((each) => refusedBy(error, each))) throw error;
    throw new Refusal('refusals.invalid', { result: 'results.refusals.by' });
  });
}
