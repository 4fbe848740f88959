import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { keptLease } from './kept.ts';
import { tellPeople } from './telling.ts';

/**
 * Says who of the organisation uses what is leased; they may give days of it back.
 * @throws Refusal for somebody who is not of the organisation, or for a lease that does not stand
 */
export async function nameUsers(scope: Scope, id: string, people: string[]): Promise<void> {
  await scope.write('lease:sign', async (db, deed) => {
    const hubId = scope.hub.id;
    const lease = await keptLease(scope, db, id);
    if (!['OFFERED', 'SIGNED', 'ACTIVE', 'NOTICE'].includes(lease.standing)) {
      throw new Refusal('leases.refusals.notStanding');
    }
    const wanted = [...new Set(people)];
    const members = await db.membership.count({
      where: { organisationId: lease.organisation.id, personId: { in: wanted } },
    });
    const code = 'leases.refusals.notOfTheOrganisation';
    if (members < wanted.length) throw new Refusal(code, { people: code });
    await db.leaseUser.deleteMany({ where: { hubId, leaseId: id } });
    await db.leaseUser.createMany({
      data: wanted.map((personId) => ({ hubId, leaseId: id, personId })),
    });
    deed.record('leaseUsersNamed', 'lease', id, { people: wanted.length });
    const fresh = wanted.filter((one) => !lease.userIds.includes(one));
    await tellPeople(scope, db, lease, fresh, 'leaseForYou');
  });
}
