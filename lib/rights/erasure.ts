import { dateOf, now } from '#lib/platform/clock.ts';
import { Refusal, refusedBy } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { naming, personal } from './holdings.ts';
import type { Holding } from './register.ts';

/**
 * Takes the person who asks out of the installation, for good: name, address, memberships, sessions
 * and messages go; bookings, proposals and the log keep an id that leads to nobody, because what
 * bodies did together must stay true. Anyone may, of oneself.
 * @throws Refusal while one is the last administrator of an organisation or a hub
 */
export async function eraseMyself(scope: Scope): Promise<void> {
  await scope.read('account:own', async () => null);
  const { id, email } = scope.person;
  const system = await enterSystem(null, 'a person is erased');
  const erased = `${id}@erased.invalid`;
  const work = system.write('system:work', async (db, deed) => {
    for (const [table, holding] of personal) {
      if (holding.onErasure === 'erased') {
        const { where, values } = naming(holding, id, email);
        await db.$executeRawUnsafe(
          `delete from ${table} where $1 <> '' and ${where}`,
          '-',
          ...values,
        );
      } else if (holding.empties) {
        const { where, values } = naming(ofAddress(holding), id, email);
        const change = `update ${table} set ${emptied(holding)} where ${where}`;
        await db.$executeRawUnsafe(change, erased, ...values);
      }
    }
    const gone = { name: '', email: erased, withdrawnAt: dateOf(now()) };
    await db.person.update({ where: { id }, data: gone });
    deed.record('personErased', 'person', id);
  });
  await work.catch((error) => {
    const last = keepers.some((constraint) => refusedBy(error, constraint));
    throw last ? new Refusal('rights.refusals.lastAdmin') : error;
  });
}

const keepers = ['organisation_keeps_an_administrator', 'hub_keeps_an_administrator'];

/**
 * Organisations that take part or wait, and hubs, that would be left without an administrator. Anyone
 * may ask, of oneself.
 */
export async function lastAdministratorOf(scope: Scope): Promise<string[]> {
  await scope.read('account:own', async () => null);
  const system = await enterSystem(null, 'a person asks whom an erasure would leave');
  const rows = await system.read(
    'system:work',
    (db) => db.$queryRaw<{ name: string }[]>`
      select o.name from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = ${scope.person.id}::uuid and m.role = 'ADMIN'
        and exists (select from participation t where t.organisation_id = o.id and t.state in ('VERIFIED', 'PENDING'))
        and not exists (select from membership n
          where n.organisation_id = o.id and n.role = 'ADMIN' and n.person_id <> m.person_id)
      union all
      select h.name from hub_role r join hub h on h.id = r.hub_id
      where r.person_id = ${scope.person.id}::uuid and r.role = 'HUB_ADMIN' and not exists (
        select from hub_role n where n.hub_id = h.id and n.role = 'HUB_ADMIN' and n.person_id <> r.person_id)`,
  );
  return rows.map(({ name }) => name);
}

/** Rows that name someone by address alone: whoever invited others stays their inviter. */
function ofAddress(holding: Holding): Holding {
  const people = Object.entries(holding.people ?? {}).filter(([, by]) => by === 'address');
  return { ...holding, people: Object.fromEntries(people) };
}

function emptied({ empties = [], people = {} }: Holding): string {
  return empties.map((column) => `${column} = ${people[column] ? '$1' : "''"}`).join(', ');
}
