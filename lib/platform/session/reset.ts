import { dateOf, now } from '../clock.ts';
import { NotFound } from '../errors.ts';
import type { Scope } from '../scope.ts';
import { securityLetter } from './letters.ts';

/**
 * Takes everything away that opens somebody's account but the mailbox: passkeys, connected providers,
 * sessions; they are told by mail. For whoever runs the installation, when all keys are lost or somebody
 * else's was added. @throws NotFound when nobody has the address
 */
export async function resetSecurity(system: Scope, email: string): Promise<{ passkeys: number }> {
  return system.write('system:work', async (db, deed) => {
    const person = await db.person.findFirst({ where: { email, withdrawnAt: null } });
    if (!person) throw new NotFound('person');
    const personId = person.id;
    const { count } = await db.passkey.deleteMany({ where: { personId } });
    await db.identity.deleteMany({ where: { personId } });
    const open = { personId, endedAt: null };
    await db.session.updateMany({ where: open, data: { endedAt: dateOf(now()) } });
    deed.record('securityReset', 'person', personId, { passkeys: count });
    deed.mail(securityLetter(person, 'reset'));
    return { passkeys: count };
  });
}
