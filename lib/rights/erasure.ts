import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal, refusedBy } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { naming, personal } from './holdings.ts';
import { farewellLetter } from './letters.ts';
import type { Holding } from './register.ts';

/**
 * Takes the person who asks out of the installation, for good: name, address, memberships, sessions
 * and messages go; bookings, proposals and the log keep an id that leads to nobody, because what
 * bodies did together must stay true. Anyone may, of oneself.
 * @throws Refusal while one is the last administrator of an organisation or a hub
 */
export async function eraseMyself(scope: Scope): Promise<void> {
  await scope.read('account:own', async () => null);
  const { id, email, locale } = scope.person;
  const system = await enterSystem(null, 'a person is erased');
  const erased = `${id}@erased.invalid`;
  const work = system.write('system:work', async (db, deed) => {
    const places = await whereKnown(db, id);
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
        const change = `update ${table} set ${emptied(holding)} where $1 <> '' and ${where}`;
        await db.$executeRawUnsafe(change, erased, ...values);
      }
    }
    const gone = { name: '', email: erased, withdrawnAt: dateOf(now()) };
    await db.person.update({ where: { id }, data: gone });
    // Also in the log of each body, in the order of the hubs: those who wait at two heads wait alike.
    for (const { hub, organisation } of places) {
      const concerns = organisation === null ? {} : { concerns: organisation };
      deed.record('personErased', 'person', id, {}, { hub, ...concerns });
    }
    deed.record('personErased', 'person', id);
    deed.mail(farewellLetter(email, locale));
  });
  await work.catch((error) => {
    const last = keepers.some((constraint) => refusedBy(error, constraint));
    throw last ? new Refusal('rights.refusals.lastAdmin') : error;
  });
}

const keepers = ['organisation_keeps_an_administrator', 'hub_keeps_an_administrator'];

/** The hubs and bodies that know the person, each once: where the log says that somebody was erased. */
async function whereKnown(db: Handle, id: string) {
  return db.$queryRaw<{ hub: string; organisation: string | null }[]>`
    select p.hub_id as hub, m.organisation_id as organisation from membership m
      join participation p on p.organisation_id = m.organisation_id
      where m.person_id = ${id}::uuid
    union
    select r.hub_id, h.operator_id from hub_role r join hub h on h.id = r.hub_id
      where r.person_id = ${id}::uuid
    order by hub, organisation`;
}

/** `waiting`: nobody has verified it yet; then the application is taken back first. */
export type LastOf = { name: string; waiting: boolean; people: string };

/**
 * Organisations that take part or wait, and hubs, that would be left without an administrator, and where,
 * below a language, another one is appointed. Anyone may ask, of oneself.
 */
export async function lastAdministratorOf(scope: Scope): Promise<LastOf[]> {
  await scope.read('account:own', async () => null);
  const system = await enterSystem(null, 'a person asks whom an erasure would leave');
  const rows = await system.read(
    'system:work',
    (db) => db.$queryRaw<LastOf[]>`
      select o.name, not exists (select from participation t where t.organisation_id = o.id
          and t.state = 'VERIFIED') as waiting, coalesce((select '/' || h.slug || '/' || o.slug ||
          case when p.state = 'PENDING' then '/withdraw' else '/people' end from participation p
          join hub h on h.id = p.hub_id where p.organisation_id = o.id and p.state in ('VERIFIED', 'PENDING')
          order by p.state = 'VERIFIED' desc, h.slug limit 1), '/account') as people
      from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = ${scope.person.id}::uuid and m.role = 'ADMIN'
        and exists (select from participation t where t.organisation_id = o.id and t.state in ('VERIFIED', 'PENDING'))
        and not exists (select from membership n
          where n.organisation_id = o.id and n.role = 'ADMIN' and n.person_id <> m.person_id)
      union all
      select h.name, false, '/' || h.slug || '/house/people' from hub_role r join hub h on h.id = r.hub_id
      where r.person_id = ${scope.person.id}::uuid and r.role = 'HUB_ADMIN' and not exists (
        select from hub_role n where n.hub_id = h.id and n.role = 'HUB_ADMIN' and n.person_id <> r.person_id)`,
  );
  return rows;
}

/** Where rows name someone by address, it is those: whoever invited others stays their inviter. */
function ofAddress(holding: Holding): Holding {
  const people = Object.entries(holding.people ?? {}).filter(([, by]) => by === 'address');
  return people.length > 0 ? { ...holding, people: Object.fromEntries(people) } : holding;
}

function emptied({ empties = [], people = {} }: Holding): string {
  return empties.map((column) => `${column} = ${people[column] ? '$1' : "''"}`).join(', ');
}
