import { tell } from '#lib/notices/writes.ts';
import { type Handle, joinSql, noSql, sql } from '#lib/platform/db.ts';
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
    const found = await idsOnPage(db, scope.hub.id, query);
    const rows = await db.person.findMany({
      where: { id: { in: found.map(({ id }) => id) } },
      select: shownAt(scope.hub.id),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const organisations = await db.organisation.findMany({
      where: { participations: { some: actingAt(scope.hub.id) } },
      select: { slug: true, name: true },
      orderBy: { name: 'asc' },
    });
    const count = found[0]?.count ?? 0;
    return { count, pages: Math.ceil(count / aPage), people: rows.map(flat), organisations };
  });
}

/** Where one may act: the states of the door. */
function actingAt(hubId: string) {
  return { hubId, state: { in: ['VERIFIED' as const, 'PENDING' as const] } };
}

/** Whoever acts or serves at the hub, for one who is asked for by id. */
function actsOrServes(hubId: string) {
  const acts = {
    memberships: { some: { organisation: { participations: { some: actingAt(hubId) } } } },
  };
  return { withdrawnAt: null, OR: [acts, { hubRoles: { some: { hubId } } }] };
}

// Begun from what the hub has, so that it costs what the hub has and not what the installation has.
function idsOnPage(db: Handle, hubId: string, { words, page, ...narrow }: PeopleQuery) {
  const said = words.split(/\s+/).filter(Boolean);
  return db.$queryRaw<{ id: string; count: number }[]>(sql`
    select p.id, count(*) over ()::int as count
    from person p join (${idsAtHub(hubId, narrow)}) here (id) on here.id = p.id
    where p.withdrawn_at is null ${said.length === 0 ? noSql : sql`and ${joinSql(said.map(says), ' and ')}`}
    order by p.name, p.id limit ${aPage} offset ${(page - 1) * aPage}`);
}

function idsAtHub(
  hubId: string,
  { organisation, role }: Pick<PeopleQuery, 'organisation' | 'role'>,
) {
  const asMember = membershipRoles.find((each) => each === role);
  const asStaff = hubRoles.find((each) => each === role);
  const acting = sql`select m.person_id from participation t
    join organisation o on o.id = t.organisation_id join membership m on m.organisation_id = t.organisation_id
    where t.hub_id = ${hubId}::uuid and t.state in ('VERIFIED', 'PENDING')
      ${organisation ? sql`and o.slug = ${organisation}` : noSql}
      ${asMember ? sql`and m.role::text = ${asMember}` : noSql}`;
  const serving = sql`select r.person_id from hub_role r where r.hub_id = ${hubId}::uuid
    ${asStaff ? sql`and r.role::text = ${asStaff}` : noSql}`;
  if (asStaff)
    return organisation
      ? sql`${serving} intersect ${acting}`
      : sql`select distinct * from (${serving}) s`;
  return organisation || asMember
    ? sql`select distinct * from (${acting}) a`
    : sql`${acting} union ${serving}`;
}

function says(word: string) {
  // The characters that LIKE reads as wild are taken as they stand.
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(p.name ilike ${like} or p.email ilike ${like})`;
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
    const found = await db.person.findFirst({
      where: { id, ...actsOrServes(hubId) },
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
      const person = await db.person.findFirst({
        where: { id, ...actsOrServes(hubId) },
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
