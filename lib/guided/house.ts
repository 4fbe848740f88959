import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { wholeDay } from '#lib/workspace/house.ts';
import { isId } from '#lib/workspace/schema.ts';
import { stillIn } from './groups.ts';

const where = {
  demo: { select: { title: true, slug: true, owner: { select: { name: true } } } },
  place: { select: { name: true, site: { select: { zone: true, name: true } } } },
} as const;

/** The sessions to come, the next on top. The house's hosts may. */
export async function listSessions(scope: Scope) {
  return scope.read('guided:arrange', (db) =>
    db.guidedSession.findMany({
      where: { hubId: scope.hub.id, state: 'OPEN', endsAt: { gt: dateOf(now()) } },
      include: {
        ...where,
        groups: {
          where: stillIn(scope.hub.id),
          select: { guestName: true, organisation: { select: { name: true } } },
        },
      },
      orderBy: { startsAt: 'asc' },
      take: 200,
    }),
  );
}

/** The sessions to come whose company has not said yet whether its people come, the next on top. The house's hosts may. */
export async function listUnanswered(scope: Scope) {
  return scope.read('guided:arrange', (db) =>
    db.guidedSession.findMany({
      where: {
        ...{ hubId: scope.hub.id, state: 'OPEN', hostAnswer: 'ASKED' },
        startsAt: { gt: dateOf(now()) },
      },
      include: where,
      orderBy: { startsAt: 'asc' },
      take: 50,
    }),
  );
}

/** The sessions of a day at the house, in their order. The house's hosts may. */
export async function listSessionsOn(scope: Scope, date: string) {
  const { startsAt, endsAt } = wholeDay(date, scope.hub.zone);
  return scope.read('guided:arrange', (db) =>
    db.guidedSession.findMany({
      where: {
        ...{ hubId: scope.hub.id, state: 'OPEN' },
        startsAt: { gte: dateOf(startsAt), lt: dateOf(endsAt) },
      },
      include: where,
      orderBy: { startsAt: 'asc' },
      take: 100,
    }),
  );
}

/** One session with its groups, what they need, and who and what shows it. The house's hosts may. @throws NotFound */
export async function findSession(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('session');
  return scope.read('guided:arrange', async (db) => {
    const session = await db.guidedSession.findFirst({
      where: { hubId: scope.hub.id, id },
      include: {
        ...where,
        groups: {
          where: stillIn(scope.hub.id),
          include: {
            access: true,
            organisation: { select: { name: true } },
            bookedBy: { select: { name: true } },
          },
          orderBy: { madeAt: 'asc' },
        },
        occupancies: {
          where: { releasedAt: null },
          include: {
            unit: {
              select: {
                guided: {
                  include: {
                    person: { select: { name: true } },
                    organisation: { select: { name: true } },
                  },
                },
              },
            },
          },
        },
      },
    });
    if (!session) throw new NotFound('session');
    const shownBy = session.occupancies.flatMap(({ unit }) => (unit.guided ? [unit.guided] : []));
    return { ...session, shownBy };
  });
}

/** The coming sessions for which a thing or a person is taken. */
const comingIn = (hubId: string) =>
  ({
    where: {
      ...{ hubId, releasedAt: null },
      session: { state: 'OPEN', startsAt: { gt: dateOf(now()) } },
    },
    select: {
      session: {
        select: {
          ...{ id: true, startsAt: true, endsAt: true, demo: { select: { title: true } } },
          place: { select: { site: { select: { zone: true } } } },
        },
      },
    },
    orderBy: { startsAt: 'asc' },
    take: 20,
  }) as const;

/** Kit, guides and hosts, those in use on top, each with the coming sessions it is taken for. The house's hosts may. */
export async function listResources(scope: Scope) {
  return scope.read('guided:arrange', (db) =>
    db.guidedResource.findMany({
      where: { hubId: scope.hub.id },
      include: {
        person: { select: { name: true } },
        organisation: { select: { name: true } },
        presentations: { select: { demoId: true } },
        unit: { select: { occupancies: comingIn(scope.hub.id) } },
      },
      orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { kind: 'asc' }, { name: 'asc' }],
      take: 500,
    }),
  );
}

/** What is shown now, and whether and how it is shown to groups. The house's hosts may. */
export async function listPresentations(scope: Scope) {
  return scope.read('guided:arrange', (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, status: 'PUBLISHED' },
      select: {
        ...{ id: true, title: true, owner: { select: { name: true } } },
        presentation: { select: { open: true, minutes: true, groupTo: true } },
      },
      orderBy: { publicId: 'asc' },
      take: 500,
    }),
  );
}

/** How one demo is shown, with what can be chosen for it. The house's hosts may. @throws NotFound */
export async function findPresentation(scope: Scope, demoId: string) {
  if (!isId(demoId)) throw new NotFound('demo');
  return scope.read('guided:arrange', async (db) => {
    const hubId = scope.hub.id;
    const demo = await db.showroomDemo.findFirst({
      where: { hubId, id: demoId, status: 'PUBLISHED' },
      select: {
        ...{ id: true, title: true, slug: true, ownerId: true, owner: { select: { name: true } } },
        presentation: { include: { resources: { select: { resourceId: true } } } },
      },
    });
    if (!demo) throw new NotFound('demo');
    const zones = await db.place.findMany({
      where: { hubId, kind: 'SHOWROOM', state: { not: 'HIDDEN' } },
      select: { id: true, name: true, seats: true, site: { select: { name: true, zone: true } } },
      orderBy: { readingOrder: 'asc' },
    });
    return { demo, zones };
  });
}

/** Who can be made a guide, and who a host of an owner of something shown. The house's hosts may. */
export async function listWhoCanShow(scope: Scope) {
  return scope.read('guided:arrange', async (db) => {
    const hubId = scope.hub.id;
    const guides = await db.person.findMany({
      where: { withdrawnAt: null, hubRoles: { some: { hubId } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
      take: 200,
    });
    const owners = await db.organisation.findMany({
      where: { showroomDemos: { some: { hubId, status: 'PUBLISHED' } } },
      select: {
        ...{ id: true, name: true },
        memberships: { select: { person: { select: { id: true, name: true } } }, take: 50 },
      },
      orderBy: { name: 'asc' },
      take: 200,
    });
    const sites = await db.site.findMany({ where: { hubId }, select: { id: true, name: true } });
    return { guides, owners, sites };
  });
}
