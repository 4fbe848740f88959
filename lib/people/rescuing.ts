import { tell } from '#lib/notices/writes.ts';
import { isSlug } from '#lib/organisations/schema.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { sendInvitation } from './invitations.ts';
import { peopleLetter } from './letters.ts';
import { isId } from './schema.ts';

/** Whether a hub's administrators may help an organisation: it is here and nobody administers it. */
export async function needsRescue(scope: Scope, slug: string): Promise<boolean> {
  return scope.read('organisation:judge', async (db) => {
    const found = await find(db, slug);
    return found !== null && (await mayRescue(db, found.id));
  });
}

async function mayRescue(db: Handle, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ may: boolean }[]>`select may_rescue(${id}::uuid) as may`;
  return rows[0]?.may === true;
}

const find = async (db: Handle, slug: string) =>
  isSlug(slug)
    ? db.organisation.findFirst({ where: { slug }, select: { id: true, slug: true, name: true } })
    : null;

async function demandRescue(db: Handle, slug: string) {
  const found = await find(db, slug);
  if (!found) throw new NotFound('organisation');
  if (!(await mayRescue(db, found.id))) throw new Refusal('people.refusals.hasAdministrator');
  return found;
}

/**
 * Makes one of its people administrator of an organisation at the hub that has none; they are told, and
 * the organisation's own log has it. Hub administrators may.
 * @throws Refusal when it has an administrator by now; NotFound for a stranger to it
 */
export async function nameAdministrator(scope: Scope, slug: string, personId: string) {
  if (!isId(personId)) throw new NotFound('person');
  await scope.write('organisation:invite', async (db, deed) => {
    const { id: organisationId, name } = await demandRescue(db, slug);
    const { count } = await db.membership.updateMany({
      where: { organisationId, personId, person: { withdrawnAt: null } },
      data: { role: 'ADMIN' },
    });
    const person = await db.person.findUnique({ where: { id: personId } });
    if (count === 0 || !person) throw new NotFound('person');
    deed.record('administratorNamed', 'person', personId, {}, { concerns: organisationId });
    const path = `/${scope.hub.slug}/${slug}`;
    const detail = { title: '', organisation: name };
    await tell(scope, db, [personId], { kind: 'roleChanged', detail, path });
    const values = { organisation: name, path, asWhat: 'ADMIN' };
    deed.mail(peopleLetter(person, 'role', scope.hub.name, values));
  });
}

/**
 * Invites an administrator to an organisation at the hub that has none. Hub administrators may.
 * @throws Refusal when it has one by now, or the address is invited already
 */
export async function inviteAdministrator(scope: Scope, slug: string, email: string) {
  try {
    await scope.write('organisation:invite', async (db, deed) => {
      const { id: organisationId, name } = await demandRescue(db, slug);
      await sendInvitation(scope, db, deed, { organisationId, email, role: 'ADMIN' }, name);
    });
  } catch (error) {
    if (!refusedBy(error, 'one_open_invitation_an_address')) throw error;
    throw new Refusal('refusals.invalid', { email: 'people.refusals.invited' });
  }
}
