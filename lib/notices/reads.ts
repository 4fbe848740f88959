import type { Scope } from '#lib/platform/scope.ts';

const most = 100;

/** What the signed-in person has been told at this hub, newest first. Reading marks nothing. */
export async function listNotices(scope: Scope) {
  return scope.read('notice:read', (db) =>
    db.notice.findMany({
      where: { hubId: scope.hub.id, personId: scope.person.id },
      select: { id: true, kind: true, detail: true, path: true, createdAt: true, readAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
    }),
  );
}
export type ListedNotice = Awaited<ReturnType<typeof listNotices>>[number];
