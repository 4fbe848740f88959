import { careAreas } from '#lib/needs/rules.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/showroom/schema.ts';
import type { FollowKind, Thing } from './rules.ts';

type Row = { demoId: string | null; ownerId: string | null; theme: string | null };
const nothing: Row = { demoId: null, ownerId: null, theme: null };

/** Follows something at a hub; once, however often. Anyone who acts there may, for oneself. @throws NotFound */
export async function follow(scope: Scope, thing: Thing): Promise<void> {
  await scope.write('follow:own', async (db, deed) => {
    const { row } = await lookUp(db, scope, thing);
    const mine = { hubId: scope.hub.id, personId: scope.person.id };
    const data = [{ ...mine, ...row, since: dateOf(now()) }];
    await db.follow.createMany({ data, skipDuplicates: true });
    deed.record('followed', 'person', scope.person.id, { thing: thing.kind });
  });
}

/** Follows it no longer. Anyone may, for oneself. @throws NotFound */
export async function unfollow(scope: Scope, thing: Thing): Promise<void> {
  await scope.write('follow:own', async (db, deed) => {
    const { row } = await lookUp(db, scope, thing);
    const mine = { hubId: scope.hub.id, personId: scope.person.id };
    await db.follow.deleteMany({ where: { ...mine, ...row } });
    deed.record('unfollowed', 'person', scope.person.id, { thing: thing.kind });
  });
}

/** What something is called (by language, or an area's code), and whether one follows it. @throws NotFound */
export async function findFollowed(scope: Scope, thing: Thing) {
  return scope.read('follow:own', async (db) => {
    const { row, name, slug } = await lookUp(db, scope, thing);
    const mine = { hubId: scope.hub.id, personId: scope.person.id };
    const isFollowed = (await db.follow.count({ where: { ...mine, ...row } })) > 0;
    return { name, slug, isFollowed };
  });
}

type Found = { row: Row; name: unknown; slug: string };

async function lookUp(db: Handle, scope: Scope, { kind, key }: Thing): Promise<Found> {
  const { id: hubId } = scope.hub;
  if (kind === 'theme') {
    if (!(careAreas as readonly string[]).includes(key)) throw new NotFound('theme');
    return { row: { ...nothing, theme: key }, name: key, slug: key };
  }
  if (kind === 'owner') {
    const where = { hubId, state: 'VERIFIED' as const, organisation: { slug: key } };
    const select = { organisationId: true, organisation: { select: { name: true } } };
    const found = await db.participation.findFirst({ where, select });
    if (!found) throw new NotFound('owner');
    const row = { ...nothing, ownerId: found.organisationId };
    return { row, name: found.organisation.name, slug: key };
  }
  const shown = { in: ['PUBLISHED' as const, 'ARCHIVED' as const] };
  const where = { hubId, id: key, status: shown };
  const demo = isId(key) ? await db.showroomDemo.findFirst({ where }) : null;
  if (!demo) throw new NotFound('demo');
  return { row: { ...nothing, demoId: demo.id }, name: demo.title, slug: demo.slug };
}

export type Followed = Thing & { id: string; name: unknown; slug: string; gone: boolean };

/** All that one follows at a hub, the latest first. Anyone who acts there may, of oneself. */
export async function listFollows(scope: Scope): Promise<Followed[]> {
  const rows = await scope.read('follow:own', (db) =>
    db.follow.findMany({
      where: { hubId: scope.hub.id, personId: scope.person.id },
      include: {
        demo: { select: { title: true, slug: true, status: true } },
        owner: { select: { state: true, organisation: { select: { name: true, slug: true } } } },
      },
      orderBy: [{ since: 'desc' }, { id: 'desc' }],
      take: 500,
    }),
  );
  return rows.map(({ id, demoId, theme, demo, owner }) => {
    const of = (kind: FollowKind, key: string) => ({ id, kind, key });
    if (demo && demoId) {
      const { title: name, slug, status } = demo;
      return { ...of('demo', demoId), name, slug, gone: status !== 'PUBLISHED' };
    }
    if (owner) {
      const { name, slug } = owner.organisation;
      return { ...of('owner', slug), name, slug, gone: owner.state !== 'VERIFIED' };
    }
    return { ...of('theme', theme ?? ''), name: theme, slug: theme ?? '', gone: false };
  });
}

/** Follows no longer what stands in one's list, whatever has become of it. Anyone may, for oneself. */
export async function dropFollow(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('follow');
  await scope.write('follow:own', async (db, deed) => {
    const where = { hubId: scope.hub.id, personId: scope.person.id, id };
    const { count } = await db.follow.deleteMany({ where });
    if (count === 0) throw new NotFound('follow');
    deed.record('unfollowed', 'person', scope.person.id);
  });
}
