import { tell } from '#lib/notices/writes.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { peopleLetter } from './letters.ts';
import { type HubRole, hubRoles, membershipRoles } from './rules.ts';
import { isId, type PeopleQuery } from './schema.ts';
import { guarded } from './writes.ts';

const aPage = 50;

/**
 * Everyone who acts at the hub: members of the organisations that take part or wait to, and whoever
 * holds one of the hub's roles. Hub administrators may.
 */
export async function listHubPeople(scope: Scope, query: PeopleQuery) {
  return scope.read('hub:people', async (db) => {
    const where = whichPeople(scope, query);
    const count = await db.person.count({ where });
    const rows = await db.person.findMany({
      where,
      select: shownAt(scope.hub.id),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (query.page - 1) * aPage,
      take: aPage,
    });
    const organisations = await db.organisation.findMany({
      where: { participations: { some: actingAt(scope.hub.id) } },
      select: { slug: true, name: true },
      orderBy: { name: 'asc' },
    });
    return { count, pages: Math.ceil(count / aPage), people: rows.map(flat), organisations };
  });
}

/** Where one may act: the states of the door. */
function actingAt(hubId: string) {
  return { hubId, state: { in: ['VERIFIED' as const, 'PENDING' as const] } };
}

function whichPeople(scope: Scope, { words, organisation, role }: PeopleQuery) {
  const hubId = scope.hub.id;
  const membershipRole = membershipRoles.find((each) => each === role);
  const hubRole = hubRoles.find((each) => each === role);
  const acts = {
    memberships: {
      some: {
        ...(membershipRole && { role: membershipRole }),
        organisation: {
          ...(organisation && { slug: organisation }),
          participations: { some: actingAt(hubId) },
        },
      },
    },
  };
  const serves = { hubRoles: { some: { hubId, ...(hubRole && { role: hubRole }) } } };
  const either = organisation || membershipRole ? [acts] : [acts, serves];
  return {
    withdrawnAt: null,
    AND: [
      { OR: hubRole ? [serves] : either },
      ...(hubRole && organisation ? [acts] : []),
      ...words.split(/\s+/).filter(Boolean).map(says),
    ],
  };
}

function says(word: string) {
  // The characters that LIKE reads as wild are taken as they stand.
  const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  return { OR: [{ name: contains }, { email: contains }] };
}

function shownAt(hubId: string) {
  return {
    id: true,
    name: true,
    email: true,
    locale: true,
    memberships: {
      where: { organisation: { participations: { some: actingAt(hubId) } } },
      select: { role: true, organisation: { select: { slug: true, name: true } } },
      orderBy: { organisation: { name: 'asc' as const } },
    },
    hubRoles: { where: { hubId }, select: { role: true }, orderBy: { role: 'asc' as const } },
  };
}

type Row = { hubRoles: { role: HubRole }[] };
const flat = <T extends Row>({ hubRoles: held, ...person }: T) => ({
  ...person,
  hubRoles: held.map(({ role }) => role),
});

/** Somebody at the hub, and whether they are its last administrator. Hub administrators may. @throws NotFound */
export async function findHubPerson(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('person');
  return scope.read('hub:people', async (db) => {
    const hubId = scope.hub.id;
    const anyone = { words: '', organisation: '', role: '', page: 1 };
    const found = await db.person.findFirst({
      where: { id, ...whichPeople(scope, anyone) },
      select: shownAt(hubId),
    });
    if (!found) throw new NotFound('person');
    const admins = await db.hubRole.count({ where: { hubId, role: 'HUB_ADMIN' } });
    const person = flat(found);
    return { ...person, only: admins === 1 && person.hubRoles.includes('HUB_ADMIN') };
  });
}
/**
 * Gives somebody known to the hub exactly these of its roles; they are told. Hub administrators may.
 * @throws Refusal for the last hub administrator; NotFound for a stranger to the hub
 */
export async function setHubRoles(scope: Scope, id: string, wanted: readonly HubRole[]) {
  if (!isId(id)) throw new NotFound('person');
  const hubId = scope.hub.id;
  await guarded(() =>
    scope.write('hub:appoint', async (db, deed) => {
      const anyone = { words: '', organisation: '', role: '', page: 1 };
      const person = await db.person.findFirst({
        where: { id, ...whichPeople(scope, anyone) },
        select: shownAt(hubId),
      });
      if (!person) throw new NotFound('person');
      const held = person.hubRoles.map(({ role }) => role);
      const given = hubRoles.filter((role) => wanted.includes(role) && !held.includes(role));
      const taken = held.filter((role) => !wanted.includes(role));
      const rows = given.map((role) => ({ hubId, personId: id, role }));
      await db.hubRole.createMany({ data: rows });
      const { count } = await db.hubRole.deleteMany({
        where: { hubId, personId: id, role: { in: taken } },
      });
      // Whoever gives and takes has lost the right to meanwhile, or somebody else was faster.
      if (count < taken.length) throw new Refusal('refusals.stale');
      deed.record('hubRolesChanged', 'person', id, { given, taken });
      if (given.length + taken.length === 0 || id === scope.person.id) return;
      const detail = { title: '', organisation: scope.hub.name };
      await tell(scope, db, [id], { kind: 'hubRolesChanged', detail, path: `/${scope.hub.slug}` });
      const path = `/account`;
      deed.mail(peopleLetter(person, 'hubRoles', scope.hub.name, { path }));
    }),
  );
}
