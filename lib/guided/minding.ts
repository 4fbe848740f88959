import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { bookerOf, sessionPeople, toldGroup } from './groups.ts';
import { groupLetter, unansweredLetter } from './letters.ts';

/** Days after a visit for which what somebody needed to take part is kept, and the address of a group from outside. */
const daysKept = 7;

/** Reminds groups the day before and hosts of their answer, thanks them after, and forgets what somebody needed a week after. Every quarter of an hour. */
export async function mindGuided(): Promise<void> {
  const system = await enterSystem(null, 'guided');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      const scope = await enterSystem(slug, 'guided');
      await remindGroups(scope);
      await thankGroups(scope);
      await remindHosts(scope);
      await forgetNeeds(scope);
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'guided');
    }
  }
}

async function remindGroups(scope: Scope): Promise<void> {
  const hubId = scope.hub.id;
  const due = await scope.read('system:work', (db) =>
    db.guidedGroup.findMany({
      where: {
        ...{ hubId, state: 'OPEN', remindedAt: null },
        session: { startsAt: { gt: dateOf(now()), lte: dateOf(now().add({ hours: 24 })) } },
        // Who has just booked knows.
        madeAt: { lt: dateOf(now().subtract({ hours: 12 })) },
      },
      select: { id: true },
      take: 200,
    }),
  );
  for (const { id } of due) {
    await scope.write('system:work', async (db, deed) => {
      const { count } = await db.guidedGroup.updateMany({
        where: { hubId, id, state: 'OPEN', remindedAt: null },
        data: { remindedAt: dateOf(now()) },
      });
      deed.record('guidedReminded', 'guided', id);
      if (count === 0) return;
      const told = await toldGroup(db, hubId, id);
      const to = bookerOf(await sessionPeople(db, told.sessionId), id);
      if (to) deed.mail(groupLetter(scope.hub, to, told, 'reminder'));
    });
  }
}

/** Weekdays that a company's people have to answer in before they are reminded. */
const daysToAnswer = 2;

/** Two weekdays after they were asked, those whose answer a session waits for. */
async function remindHosts(scope: Scope): Promise<void> {
  const hubId = scope.hub.id;
  const waiting = { hubId, state: 'OPEN', hostAnswer: 'ASKED', hostRemindedAt: null } as const;
  const due = await scope.read('system:work', (db) =>
    db.guidedSession.findMany({
      where: {
        ...{ ...waiting, startsAt: { gt: dateOf(now()) } },
        hostAskedAt: { lte: dateOf(now().subtract({ hours: 24 * daysToAnswer })) },
      },
      select: {
        ...{ id: true, startsAt: true, hostAskedAt: true },
        demo: { select: { title: true, owner: { select: { slug: true } } } },
        place: { select: { site: { select: { zone: true } } } },
      },
      take: 200,
    }),
  );
  for (const session of due) {
    const { id, hostAskedAt, place } = session;
    const asked = instantOf(hostAskedAt as Date).toZonedDateTimeISO(place.site.zone);
    if (Temporal.Instant.compare(weekdaysLater(asked, daysToAnswer).toInstant(), now()) > 0)
      continue;
    await scope.write('system:work', async (db, deed) => {
      const { count } = await db.guidedSession.updateMany({
        where: { ...waiting, id },
        data: { hostRemindedAt: dateOf(now()) },
      });
      deed.record('guidedHostReminded', 'session', id);
      if (count === 0) return;
      const hosts = (await sessionPeople(db, id)).filter(({ part }) => part === 'HOST');
      for (const to of hosts) deed.mail(unansweredLetter(scope.hub, to, session));
    });
  }
}

/** The same time of day, so many days from Monday to Friday later. */
export function weekdaysLater(from: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  const next = from.add({ days: 1 });
  if (days === 0) return from;
  return weekdaysLater(next, next.dayOfWeek > 5 ? days : days - 1);
}

/** The hour after: thanks, with the address at which everyone answers what they know now. */
async function thankGroups(scope: Scope): Promise<void> {
  const hubId = scope.hub.id;
  const due = await scope.read('system:work', (db) =>
    db.guidedGroup.findMany({
      where: {
        ...{ hubId, state: 'OPEN', thankedAt: null },
        session: { endsAt: { lte: dateOf(now()), gt: dateOf(now().subtract({ hours: 48 })) } },
      },
      select: { id: true },
      take: 200,
    }),
  );
  for (const { id } of due) {
    await scope.write('system:work', async (db, deed) => {
      const { count } = await db.guidedGroup.updateMany({
        where: { hubId, id, state: 'OPEN', thankedAt: null },
        data: { thankedAt: dateOf(now()) },
      });
      deed.record('guidedThanked', 'guided', id);
      if (count === 0) return;
      const told = await toldGroup(db, hubId, id);
      const to = bookerOf(await sessionPeople(db, told.sessionId), id);
      if (to) deed.mail(groupLetter(scope.hub, to, told, 'thanks'));
    });
  }
}

async function forgetNeeds(scope: Scope): Promise<void> {
  const hubId = scope.hub.id;
  const over = { endsAt: { lt: dateOf(now().subtract({ hours: 24 * daysKept })) } };
  const old = { hubId, group: { OR: [{ session: over }, { state: 'CANCELLED' as const }] } };
  const outside = { hubId, guestEmail: { not: '' }, OR: old.group.OR };
  const left = await scope.read(
    'system:work',
    async (db) =>
      (await db.guidedAccess.count({ where: old })) +
      (await db.guidedGroup.count({ where: outside })),
  );
  if (left === 0) return;
  await scope.write('system:work', async (db, deed) => {
    const { count } = await db.guidedAccess.deleteMany({ where: old });
    await db.guidedGroup.updateMany({ where: outside, data: { guestEmail: '' } });
    deed.record('guidedNeedsForgotten', 'hub', hubId, { count });
  });
}
