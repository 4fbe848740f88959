import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { NoticeDetail, NoticeKind } from './rules.ts';

type Told = {
  kind: NoticeKind;
  detail: NoticeDetail;
  /** Where it leads, from after the language: `/ostersund/house/reviews`. */
  path: string;
};

/** Part of another write: each person is told once, however often they are named. */
export async function tell(
  scope: Scope,
  db: Handle,
  people: readonly string[],
  told: Told,
): Promise<void> {
  const createdAt = dateOf(now());
  await db.notice.createMany({
    data: [...new Set(people)].map((personId) => ({
      ...told,
      hubId: scope.hub.id,
      personId,
      createdAt,
    })),
  });
}

/** Marks one's own notices as read, up to the newest that was shown: later ones stay new. */
export async function markNoticesRead(scope: Scope, upTo: string): Promise<number> {
  return scope.write('notice:read', async (db, deed) => {
    const { count } = await db.notice.updateMany({
      where: {
        hubId: scope.hub.id,
        personId: scope.person.id,
        readAt: null,
        createdAt: { lte: new Date(upTo) },
      },
      data: { readAt: dateOf(now()) },
    });
    deed.record('noticesRead', 'person', scope.person.id, { count });
    return count;
  });
}
