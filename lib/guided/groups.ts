import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Addressed } from '#lib/platform/deed.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import type { VisitorRoles } from './schema.ts';

const where = {
  demo: {
    select: {
      ...{ title: true, slug: true, publicId: true },
      owner: { select: { name: true, slug: true } },
    },
  },
  place: {
    select: { name: true, site: { select: { name: true, address: true, zone: true } } },
  },
} as const;
const withSession = {
  session: { include: where },
  organisation: { select: { id: true, name: true, slug: true } },
} as const;

/** A group as letters and calendar files tell of it. */
export type ToldGroup = {
  id: string;
  sessionId: string;
  revision: number;
  state: 'OPEN' | 'CANCELLED';
  size: number;
  /** How many came; null until the house has ticked it. */
  came: number | null;
  surveyCode: string;
  startsAt: Date;
  endsAt: Date;
  language: string;
  reason: string;
  /** Whether the company whose people are needed has said that they come. */
  hostAnswer: 'NONE' | 'ASKED' | 'ACCEPTED';
  owner: { name: string; slug: string };
  demo: Text;
  place: Text;
  site: { name: Text; address: string; zone: string };
  /** Whose it is; of a group from outside only the name. */
  organisation: { id: string | null; name: string; slug: string | null };
  /** When it came before it moved. */
  was?: { startsAt: Date; endsAt: Date };
};

/** A group as letters tell of it. For a step of a deed; the wall decides what it sees. */
export async function toldGroup(db: Handle, hubId: string, id: string): Promise<ToldGroup> {
  const row = await db.guidedGroup.findFirst({ where: { hubId, id }, include: withSession });
  if (!row) throw new NotFound('guided');
  return toldOf(row);
}

/** Who shows a session (GUIDE, HOST) or comes to it (GROUP:id), to be written to. */
export type SessionPerson = Addressed & { part: string };

/** Their addresses, which are nobody's to read otherwise. For a step of a deed. */
export function sessionPeople(db: Handle, session: string): Promise<SessionPerson[]> {
  return db.$queryRaw<SessionPerson[]>`select * from guided_people(${session}::uuid)`;
}

/** Of a session's people the one who booked for a group. */
export const bookerOf = (people: readonly SessionPerson[], id: string): SessionPerson | undefined =>
  people.find(({ part }) => part === `GROUP:${id}`);

export const showsIt = ({ part }: SessionPerson): boolean => part === 'GUIDE' || part === 'HOST';

type Row = {
  id: string;
  sessionId: string;
  revision: number;
  state: 'OPEN' | 'CANCELLED';
  size: number;
  came: number | null;
  surveyCode: string;
  organisation: { id: string; name: string; slug: string } | null;
  guestName: string;
  session: {
    startsAt: Date;
    endsAt: Date;
    language: string;
    reason: string;
    hostAnswer: 'NONE' | 'ASKED' | 'ACCEPTED';
    demo: { title: unknown; owner: { name: string; slug: string } };
    place: { name: unknown; site: { name: unknown; address: string; zone: string } };
  };
};

export function toldOf({ session, id, sessionId, surveyCode, ...row }: Row) {
  const { revision, state, size, came } = row;
  const organisation = row.organisation ?? { id: null, slug: null, name: row.guestName };
  const { startsAt, endsAt, language, reason, demo, place } = session;
  return {
    ...{ id, sessionId, surveyCode, revision, state, size, came, organisation },
    ...{ startsAt, endsAt, language, reason, hostAnswer: session.hostAnswer },
    owner: demo.owner,
    demo: demo.title as Text,
    place: place.name as Text,
    site: { ...place.site, name: place.site.name as Text },
  };
}

/** Groups that are somebody's to the house: one that has left is nobody any more. */
export const stillIn = (hubId: string) => ({
  state: 'OPEN' as const,
  OR: [
    { organisationId: null },
    { organisation: { participations: { some: { hubId, state: 'VERIFIED' as const } } } },
  ],
});

/** What a group calls itself. */
export const groupName = (group: { organisation: { name: string } | null; guestName: string }) =>
  group.organisation?.name ?? group.guestName;

/** One's own organisation's groups: those to come, the next on top, and the last that were. Members may. */
export async function listOwnGroups(scope: Scope) {
  return scope.read('guided:book', async (db) => {
    const own = { hubId: scope.hub.id, organisationId: scope.organisation.id };
    const at = dateOf(now());
    const coming = await db.guidedGroup.findMany({
      where: { ...own, state: 'OPEN', session: { endsAt: { gt: at } } },
      include: withSession,
      orderBy: { session: { startsAt: 'asc' } },
      take: 100,
    });
    const past = await db.guidedGroup.findMany({
      where: { ...own, OR: [{ state: 'CANCELLED' }, { session: { endsAt: { lte: at } } }] },
      include: withSession,
      orderBy: { session: { startsAt: 'desc' } },
      take: 20,
    });
    return { coming: coming.map(toldOf), past: past.map(toldOf) };
  });
}

/** The next groups of an organisation; for a page's one read. */
export async function comingGroups(db: Handle, scope: Scope) {
  if (!scope.may('guided:book')) return [];
  const rows = await db.guidedGroup.findMany({
    where: {
      ...{ hubId: scope.hub.id, organisationId: scope.organisation.id, state: 'OPEN' },
      session: { endsAt: { gt: dateOf(now()) } },
    },
    include: withSession,
    orderBy: { session: { startsAt: 'asc' } },
    take: 3,
  });
  return rows.map(toldOf);
}

/** One group of one's own organisation, with all it said. Members may. @throws NotFound */
export async function findOwnGroup(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('guided');
  return scope.read('guided:book', async (db) => {
    const row = await db.guidedGroup.findFirst({
      where: { hubId: scope.hub.id, id, organisationId: scope.organisation.id },
      include: { ...withSession, access: true },
    });
    if (!row) throw new NotFound('guided');
    const { hopes, access, session } = row;
    const roles = row.roles as VisitorRoles;
    const told = { ...toldOf(row), hopes, roles, needs: access?.needs ?? '' };
    return { ...told, slug: session.demo.slug, demoId: session.demoId };
  });
}
export type OwnGroup = Awaited<ReturnType<typeof findOwnGroup>>;

/** The sessions at which one's own organisation's demos are shown, from today on. Members may. */
export async function listShowings(scope: Scope) {
  return scope.read('guided:book', async (db) => {
    const rows = await db.guidedSession.findMany({
      where: {
        ...{ hubId: scope.hub.id, state: 'OPEN', endsAt: { gt: dateOf(now()) } },
        demo: { ownerId: scope.organisation.id },
      },
      include: {
        ...where,
        occupancies: {
          where: {
            releasedAt: null,
            unit: { guided: { kind: 'HOST', organisationId: scope.organisation.id } },
          },
          select: { id: true },
        },
        groups: {
          where: {
            ...stillIn(scope.hub.id),
          },
          select: {
            ...{ id: true, size: true, hopes: true, guestName: true },
            organisation: { select: { name: true } },
          },
        },
      },
      orderBy: { startsAt: 'asc' },
      take: 100,
    });
    // Whether somebody of one's own is to be there.
    return rows.map(({ occupancies, ...row }) => ({ ...row, hostNeeded: occupancies.length > 0 }));
  });
}
