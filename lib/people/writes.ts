import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { peopleLetter } from './letters.ts';
import type { MembershipRole } from './rules.ts';
import { isId } from './schema.ts';

/**
 * Gives a colleague another role. Administrators may.
 * @throws Refusal for the last administrator; NotFound for anyone who is no colleague
 */
export async function changeRole(scope: Scope, id: string, role: MembershipRole): Promise<void> {
  await managing(scope, id, async (db, deed, person) => {
    await setRole(scope, db, deed, id, role);
    if (id !== scope.person.id) await tellRole(scope, db, deed, person, role);
  });
}

/**
 * Makes a colleague administrator and oneself one of the staff, in one step. Administrators may.
 * @throws NotFound for anyone who is no colleague, and for oneself
 */
export async function handOver(scope: Scope, id: string): Promise<void> {
  if (id === scope.person.id) throw new NotFound('person');
  await managing(scope, id, async (db, deed, person) => {
    await setRole(scope, db, deed, id, 'ADMIN');
    await setRole(scope, db, deed, scope.person.id, 'STAFF');
    await tellRole(scope, db, deed, person, 'ADMIN');
  });
}

/**
 * Ends a colleague's access to the organisation at once, at every hub, with their work in the house of a
 * hub that it runs and the open invitations they sent, and tells them by mail. What they signed stays. Administrators may; oneself leaves instead.
 * @throws Refusal for the last administrator; NotFound for anyone who is no colleague
 */
export async function removePerson(scope: Scope, id: string): Promise<void> {
  if (id === scope.person.id) throw new NotFound('person');
  await managing(scope, id, async (db, deed, person) => {
    const where = { organisationId: scope.organisation.id, personId: id };
    const taken = await houseRolesOf(scope, db, id);
    const { count } = await db.membership.deleteMany({ where });
    if (count === 0) throw new NotFound('person');
    deed.record('personRemoved', 'person', id);
    if (taken.length > 0) deed.record('hubRolesChanged', 'person', id, { given: [], taken });
    deed.mail(peopleLetter(person, 'removed', scope.hub.name, valuesOf(scope)));
  });
}

/**
 * Leaves the organisation, at every hub; its remaining administrators are told. Its members may.
 * @throws Refusal for the last administrator
 */
export async function leaveOrganisation(scope: Scope): Promise<void> {
  await guarded(() =>
    scope.write('people:leave', async (db, deed) => {
      const where = { organisationId: scope.organisation.id, personId: scope.person.id };
      const taken = await houseRolesOf(scope, db, scope.person.id);
      const left = await colleaguesWhoAdminister(scope, db);
      const { count } = await db.membership.deleteMany({ where });
      if (count === 0) throw new NotFound('person');
      deed.record('personLeft', 'person', scope.person.id);
      await tellOfLeaving(scope, db, deed, left);
      const ended = { given: [], taken };
      if (taken.length > 0) deed.record('hubRolesChanged', 'person', scope.person.id, ended);
    }),
  );
}

type Person = { id: string; email: string; locale: string };

async function colleaguesWhoAdminister({ organisation, person }: Scope, db: Handle) {
  return db.person.findMany({
    where: {
      id: { not: person.id },
      withdrawnAt: null,
      memberships: { some: { organisationId: organisation.id, role: 'ADMIN' } },
    },
    select: { id: true, email: true, locale: true },
  });
}

// The notice leads to the log, which says who: a name would outlive an erasure here.
async function tellOfLeaving(scope: Scope, db: Handle, deed: Deed, admins: Person[]) {
  const { organisation, path } = valuesOf(scope);
  const detail = { title: '', organisation };
  const ids = admins.map(({ id }) => id);
  // Before it is verified a body has no log to read.
  const where = scope.waiting ? `${path}/people` : `${path}/log?group=people`;
  await tell(scope, db, ids, { kind: 'personLeft', detail, path: where });
  for (const admin of admins) {
    const values = { organisation, path: `${path}/people`, person: scope.person.name };
    deed.mail(peopleLetter(admin, 'left', scope.hub.name, values));
  }
}

type Work = (db: Handle, deed: Deed, person: Person) => Promise<void>;

async function managing(scope: Scope, id: string, work: Work): Promise<void> {
  if (!isId(id)) throw new NotFound('person');
  await guarded(() =>
    scope.write('people:manage', async (db, deed) => {
      const organisationId = scope.organisation.id;
      const person = await db.person.findFirst({
        where: { id, memberships: { some: { organisationId } } },
        select: { id: true, email: true, locale: true },
      });
      if (!person) throw new NotFound('person');
      await work(db, deed, person);
    }),
  );
}

// The database ends them with the membership; here they are only named.
async function houseRolesOf({ hub, organisation }: Scope, db: Handle, personId: string) {
  const where = { hubId: hub.id, personId, hub: { operatorId: organisation.id } };
  return (await db.hubRole.findMany({ where })).map(({ role }) => role);
}

async function setRole(scope: Scope, db: Handle, deed: Deed, id: string, role: MembershipRole) {
  const where = { organisationId: scope.organisation.id, personId: id };
  const before = await db.membership.findFirst({ where, select: { role: true } });
  const { count } = await db.membership.updateMany({ where, data: { role } });
  if (!before || count === 0) throw new NotFound('person');
  deed.record('roleChanged', 'person', id, { role, 'from.role': before.role, 'to.role': role });
}

async function tellRole(
  scope: Scope,
  db: Handle,
  deed: Deed,
  person: Person,
  role: MembershipRole,
) {
  const values = valuesOf(scope);
  const detail = { title: '', organisation: scope.organisation.name };
  await tell(scope, db, [person.id], {
    kind: 'roleChanged',
    detail,
    path: `${values.path}/people`,
  });
  deed.mail(peopleLetter(person, 'role', scope.hub.name, { ...values, asWhat: role }));
}

function valuesOf(scope: Scope) {
  const { hub, organisation } = scope;
  return { organisation: organisation.name, path: `/${hub.slug}/${organisation.slug}` };
}

/** What the database guards, in words. */
export async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (refusedBy(error, 'organisation_keeps_an_administrator')) {
      throw new Refusal('people.refusals.lastAdministrator');
    }
    if (refusedBy(error, 'hub_keeps_an_administrator')) {
      throw new Refusal('people.refusals.lastHubAdministrator');
    }
    throw error;
  }
}
