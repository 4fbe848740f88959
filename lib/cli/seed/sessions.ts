import { dateOf, now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** Signs somebody in for as long as `work` takes. */
export async function inSession(
  system: Scope,
  personId: string,
  work: (session: string) => Promise<void>,
): Promise<void> {
  const id = crypto.randomUUID();
  const expiresAt = dateOf(now().add({ minutes: 5 }));
  await system.write('system:work', async (db, deed) => {
    await db.session.create({ data: { id, personId, expiresAt } });
    deed.record('sessionStarted', 'session', id, {}, { by: personId });
  });
  await work(id);
  await system.write('system:work', async (db, deed) => {
    await db.session.delete({ where: { id } });
    deed.record('sessionEnded', 'session', id, {}, { by: personId });
  });
}
