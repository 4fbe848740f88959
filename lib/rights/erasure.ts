import { dateOf, now } from '#lib/platform/clock.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { naming, personal } from './holdings.ts';

/**
 * Takes the person who asks out of the installation, for good: name, address, memberships, sessions
 * and messages go; bookings, proposals and the log keep an id that leads to nobody, because what
 * bodies did together must stay true. Anyone may, of oneself.
 * @throws the database's refusal while one is the last administrator somewhere
 */
export async function eraseMyself(scope: Scope): Promise<void> {
  await scope.read('account:own', async () => null);
  const { id, email } = scope.person;
  const system = await enterSystem(null, 'a person is erased');
  await system.write('system:work', async (db, deed) => {
    for (const [table, holding] of personal) {
      const { where, values } = naming(holding, id, email);
      const emptied = (holding.empties ?? []).map((column) => `${column} = ''`).join(', ');
      const change =
        holding.onErasure === 'erased'
          ? `delete from ${table}`
          : emptied && `update ${table} set ${emptied}`;
      if (change) await db.$executeRawUnsafe(`${change} where $1 and ${where}`, true, ...values);
    }
    await db.person.update({
      where: { id },
      data: { name: '', email: `${id}@erased.invalid`, withdrawnAt: dateOf(now()) },
    });
    deed.record('personErased', 'person', id);
  });
}
