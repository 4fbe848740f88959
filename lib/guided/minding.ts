import { dateOf, now } from '#lib/platform/clock.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { bookerOf, sessionPeople, toldGroup } from './groups.ts';
import { groupLetter } from './letters.ts';

/** Days after a visit for which what somebody needed to take part is kept. */
const daysKept = 7;

/** Reminds groups the day before, thanks them after, and forgets what somebody needed a week after. Every quarter of an hour. */
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
  const left = await scope.read('system:work', (db) => db.guidedAccess.count({ where: old }));
  if (left === 0) return;
  await scope.write('system:work', async (db, deed) => {
    const { count } = await db.guidedAccess.deleteMany({ where: old });
    deed.record('guidedNeedsForgotten', 'hub', hubId, { count });
  });
}
