import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '#lib/platform/errors.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { type Permission, policy, type Role, reach, roles } from '#lib/platform/policy.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const player: Record<Exclude<Role, 'visitor'>, CastName> = {
  person: 'nils',
  unverified: 'maja',
  companyStaff: 'cleo',
  companyAdmin: 'disa',
  publicStaff: 'alva',
  publicAdmin: 'bror',
  civicStaff: 'frej',
  civicAdmin: 'pia',
  host: 'ivar',
  assessor: 'hedda',
  finance: 'siri',
  auditor: 'tore',
  hubAdmin: 'judit',
  operator: 'olga',
};
const permissions = Object.keys(policy) as Permission[];

let world: World;
const scopes = new Map<Role, Scope>();
beforeAll(async () => {
  world = await makeWorld();
  scopes.set('visitor', await enterPublic('nord'));
  for (const [role, who] of Object.entries(player))
    scopes.set(role as Role, await world.enter(who));
});
afterAll(() => world.close());

describe('The policy table', () => {
  it.each(Object.entries(player))('%s is what the cast plays', (role) => {
    // Whoever runs the installation is a person like any other, too.
    const held = role === 'operator' ? ['person', role] : [role];
    expect(scopes.get(role as Role)?.roles).toEqual(held);
  });

  const cells = roles.flatMap((role) => permissions.map((permission) => ({ role, permission })));
  it.each(cells)(
    '$role and $permission: the handle obeys the table',
    async ({ role, permission }) => {
      const scope = scopes.get(role);
      if (!scope) throw new Error(`Nobody plays ${role}`);
      const allowed = reach(scope.roles, permission) !== null;
      expect(scope.may(permission)).toBe(allowed);
      const reading = scope.read(permission, async () => 'in');
      if (allowed) await expect(reading).resolves.toBe('in');
      else await expect(reading).rejects.toBeInstanceOf(NotFound);
    },
  );

  it('has a sentence for every permission, and every permission is used', () => {
    const lib = resolve(import.meta.dirname, '../../lib');
    const code = readdirSync(lib, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/policy\.ts$|i18n/.test(file))
      .map((file) => readFileSync(join(lib, file), 'utf8'))
      .join('\n');
    for (const permission of permissions) {
      expect(translator('sv', 'permissions')(`may.${permission}`)).toMatch(/^[A-ZÅÄÖ].{10}/);
      expect(code.includes(`'${permission}'`), `${permission} is used`).toBe(true);
    }
  });

  it('refuses to commit a change that left no event', async () => {
    const scope = scopes.get('companyStaff');
    await expect(scope?.write('booking:create', async () => 'silent')).rejects.toThrow(/event/);
  });
});
