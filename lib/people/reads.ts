import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { onlyAdministrator } from './rules.ts';
import { isId } from './schema.ts';

const shown = {
  personId: true,
  role: true,
  since: true,
  person: { select: { name: true, email: true } },
} as const;

/**
 * Who acts for the organisation, administrators first; `only` marks the last administrator, who must
 * stay until there is another. Members may.
 */
export async function listPeople(scope: Scope) {
  const rows = await scope.read('people:read', (db) =>
    db.membership.findMany({
      where: { organisationId: scope.organisation.id, person: { withdrawnAt: null } },
      select: shown,
      orderBy: [{ role: 'desc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
    }),
  );
  const only = onlyAdministrator(rows);
  return rows.map(({ person, ...row }) => ({
    ...row,
    ...person,
    me: row.personId === scope.person.id,
    only: row.personId === only,
  }));
}
export type Colleague = Awaited<ReturnType<typeof listPeople>>[number];

/**
 * What somebody does in the house of the hub for this organisation, where it runs the hub: it ends with
 * the membership. `last` when nobody else administers the hub.
 */
export async function findHouseWork(scope: Scope, personId: string) {
  return scope.read('people:read', async (db) => {
    const hubId = scope.hub.id;
    const runs = await db.hub.count({ where: { id: hubId, operatorId: scope.organisation.id } });
    if (runs === 0) return { roles: [], last: false };
    const held = await db.hubRole.findMany({ where: { hubId } });
    const roles = held.filter((each) => each.personId === personId).map(({ role }) => role);
    const others = held.some((each) => each.role === 'HUB_ADMIN' && each.personId !== personId);
    return { roles, last: roles.includes('HUB_ADMIN') && !others };
  });
}

/** One of the people who act for the organisation. Its administrators may. @throws NotFound */
export async function findColleague(scope: Scope, id: string): Promise<Colleague> {
  if (!scope.may('people:manage') || !isId(id)) throw new NotFound('person');
  const found = (await listPeople(scope)).find(({ personId }) => personId === id);
  if (!found) throw new NotFound('person');
  return found;
}

/** Oneself among the people of the organisation. Members may. @throws NotFound */
export async function findMyself(scope: Scope): Promise<Colleague> {
  const found = (await listPeople(scope)).find(({ me }) => me);
  if (!found) throw new NotFound('person');
  return found;
}
