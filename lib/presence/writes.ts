import { todayDate } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Circle } from './schema.ts';

/** Says with whom one shares that one is in today; until midnight. Any member may, of oneself. */
export async function shareToday(scope: Scope, circle: Circle): Promise<void> {
  await scope.write('presence:share', async (db, deed) => {
    const [hubId, personId] = [scope.hub.id, scope.person.id];
    const day = todayDate(scope.hub.zone);
    const key = { hubId, day, personId, organisationId: scope.organisation.id };
    const word = { circle, derived: false };
    await db.presence.upsert({
      where: { hubId_day_personId_organisationId: key },
      create: { ...key, ...word },
      update: word,
    });
    // And never what: the log outlives the day.
    deed.record('presenceChosen', 'person', personId);
  });
}

/** Says once with whom one shares it on every day with a booking; today's own word stands. Any member may, of oneself. */
export async function shareWhenBooked(scope: Scope, circle: Circle): Promise<void> {
  await scope.write('presence:share', async (db, deed) => {
    const [hubId, personId] = [scope.hub.id, scope.person.id];
    const organisationId = scope.organisation.id;
    await db.presenceWish.upsert({
      where: { hubId_personId_organisationId: { hubId, personId, organisationId } },
      create: { hubId, personId, organisationId, circle },
      update: { circle },
    });
    const day = todayDate(scope.hub.zone);
    // What followed from the old word is wrong at once, not at the next minute.
    await db.presence.updateMany({
      where: { hubId, day, personId, organisationId, derived: true },
      data: { circle },
    });
    deed.record('presenceChosen', 'person', personId);
  });
}
