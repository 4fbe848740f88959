import {
  type Permission,
  policy,
  type Reach,
  type Role,
  reach,
  roles,
} from '#lib/platform/policy.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type RoleRow = { role: Role; yours: boolean };
export type PolicyTable = {
  roles: RoleRow[];
  rows: { permission: Permission; reaches: (Reach | null)[] }[];
};

// What nobody at a hub holds (the installation's and the system's own) has no place in its table.
const elsewhere: readonly Role[] = ['operator', 'person'];

/**
 * Who may do what, from the table that decides it, the reader's own roles marked. Administrators may.
 * @param inHouse begins with the hub's own roles, otherwise with those of the acting organisation's side
 */
export async function readPolicy(scope: Scope, inHouse: boolean): Promise<PolicyTable> {
  return scope.read('policy:read', async () => {
    const side = inHouse ? null : scope.roles[0]?.replace(/(Staff|Admin)$/, '');
    const near = (role: Role) =>
      inHouse
        ? ['host', 'assessor', 'hubAdmin'].includes(role)
        : role === `${side}Staff` || role === `${side}Admin`;
    const here = roles.filter((role) => !elsewhere.includes(role));
    const yours = (role: Role) => scope.roles.includes(role);
    const rank = (role: Role) => (yours(role) ? 0 : near(role) ? 1 : 2);
    const shown = [...here].sort((a, b) => rank(a) - rank(b));
    const permissions = Object.keys(policy) as Permission[];
    const rows = permissions.map((permission) => ({
      permission,
      reaches: shown.map((role) => reach([role], permission)),
    }));
    return {
      roles: shown.map((role) => ({ role, yours: yours(role) })),
      rows: rows.filter(({ reaches }) => reaches.some((each) => each !== null)),
    };
  });
}
