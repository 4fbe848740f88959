import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bodyNames, type NeedCard, needsFor } from './reads.ts';
import { isId } from './schema.ts';

/** What one's own organisation has said that it needs, drafts first, and what it has of others'. Members may. */
export async function listOwnNeeds(scope: Scope): Promise<{ own: OwnNeed[]; backed: NeedCard[] }> {
  return scope.read('need:say', async (db) => {
    const hubId = scope.hub.id;
    const own = await db.need.findMany({
      where: { hubId, organisationId: scope.organisation.id },
      select: { id: true, title: true, language: true, state: true, bodies: true },
      orderBy: [{ state: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
    });
    const backings = await db.needSupport.findMany({
      where: { hubId, organisationId: scope.organisation.id },
      select: { needId: true },
    });
    const ids = backings.map(({ needId }) => needId);
    const backed = ids.length > 0 ? await needsFor(db, scope, { ids }) : [];
    return {
      own: own.map(({ bodies, ...need }) => ({ ...need, supports: bodies - 1 })),
      backed,
    };
  });
}
export type OwnNeed = Pick<NeedCard, 'id' | 'title' | 'language' | 'supports'> & { state: string };

/** A need as one may read it: one's own, or another's that is shown. Members may. @throws NotFound */
export async function findNeed(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('need');
  return scope.read('proposal:read', async (db) => {
    const need = await db.need.findFirst({
      where: { hubId: scope.hub.id, id },
      include: {
        supports: { select: { organisationId: true, since: true }, orderBy: { since: 'asc' } },
        fromDemo: { select: { slug: true, title: true, status: true } },
      },
    });
    if (!need) throw new NotFound('need');
    const { supports, organisationId, ...rest } = need;
    const names = await bodyNames(db, [
      organisationId,
      ...supports.map((each) => each.organisationId),
    ]);
    return {
      ...rest,
      own: organisationId === scope.organisation.id,
      /** Null when the organisation has left the hub. */
      organisation: names.get(organisationId) ?? null,
      backers: supports.map((each) => ({
        name: names.get(each.organisationId) ?? null,
        since: each.since,
        own: each.organisationId === scope.organisation.id,
      })),
    };
  });
}
export type NeedView = Awaited<ReturnType<typeof findNeed>>;

/** Part of another read: needs said at a demo, as far as the reader may see them. */
export async function saidAt(db: Handle, scope: Scope, demoId: string) {
  const needs = await db.need.findMany({
    where: { hubId: scope.hub.id, fromDemoId: demoId, state: { not: 'DRAFT' } },
    select: { id: true, title: true, language: true, organisationId: true },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  });
  const names = await bodyNames(
    db,
    needs.map(({ organisationId }) => organisationId),
  );
  return {
    organisations: new Set(needs.map(({ organisationId }) => organisationId)).size,
    needs: needs.map(({ organisationId, ...need }) => ({
      ...need,
      organisation: names.get(organisationId) ?? null,
    })),
  };
}

/** Needs said at a demo of one's own. Members may. */
export async function listSaidAt(scope: Scope, demoId: string) {
  if (!isId(demoId)) throw new NotFound('demo');
  return scope.read('demo:draft', (db) => saidAt(db, scope, demoId));
}

/** What organisations at the hub need, as far as the house may see it: what is most shared first. The staff may. */
export async function listNeedsAtHub(scope: Scope): Promise<NeedCard[]> {
  return scope.read('need:read', (db) =>
    needsFor(db, scope, { states: ['OPEN', 'LINKED'] }, { skip: 0, take: 100 }),
  );
}
