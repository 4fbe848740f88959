import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';

/**
 * Takes back the application of an organisation that waits: nobody can act for it at this hub any more, and
 * its people are free to leave. The hub's administrators are told. Its administrators may.
 * @throws NotFound for anyone else, and once the hub has answered
 */
export async function withdrawApplication(scope: Scope): Promise<void> {
  const { hub, organisation } = scope;
  await scope.write('organisation:withdraw', async (db, deed) => {
    const { count } = await db.participation.updateMany({
      where: { hubId: hub.id, organisationId: organisation.id, state: 'PENDING' },
      data: { state: 'WITHDRAWN', since: dateOf(now()) },
    });
    if (count === 0) throw new NotFound('application');
    deed.record('applicationWithdrawn', 'organisation', organisation.id);
    const admins = await db.hubRole.findMany({ where: { hubId: hub.id, role: 'HUB_ADMIN' } });
    const ids = admins.map(({ personId }) => personId);
    const detail = { title: '', organisation: organisation.name };
    const path = `/${hub.slug}/house/organisations/${organisation.slug}`;
    await tell(scope, db, ids, { kind: 'applicationWithdrawn', detail, path });
  });
}
