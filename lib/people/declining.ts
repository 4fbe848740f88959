import { tell } from '#lib/notices/writes.ts';
import { isToken } from '#lib/organisations/schema.ts';
import { hashOf } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { findInvitation } from './accepting.ts';
import { peopleLetter } from './letters.ts';

/**
 * Says no: the link is dead, and whoever invited is told. Whoever has the link may.
 * @throws NotFound for a link that never was; Refusal when the invitation is over already
 */
export async function declineInvitation(token: string): Promise<void> {
  const { hub, state } = await findInvitation(token);
  if (state !== 'open') throw new Refusal('people.refusals.gone');
  const system = await enterSystem(hub.slug, 'invitation declined');
  await system.write('system:work', async (db, deed) => {
    const kept = await demandKept(db, token);
    const at = dateOf(now());
    const { count } = await db.invitation.updateMany({
      where: { hubId: kept.hubId, id: kept.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: at, declinedAt: at },
    });
    if (count === 0) throw new Refusal('people.refusals.gone');
    const about = kept.organisationId ? { concerns: kept.organisationId } : {};
    deed.record('invitationDeclined', 'invitation', kept.id, {}, about);
    if (kept.invitedBy.withdrawnAt) return;
    const organisation = kept.organisation?.name ?? kept.bodyName ?? '';
    const path = `/${hub.slug}${await listOf(db, kept)}`;
    const detail = { title: '', organisation };
    await tell(system, db, [kept.invitedById], { kind: 'invitationDeclined', detail, path });
    const values = { organisation, path, address: kept.email };
    deed.mail(peopleLetter(kept.invitedBy, 'declined', hub.name, values));
  });
}

async function demandKept(db: Handle, token: string) {
  const found = isToken(token)
    ? await db.invitation.findFirst({
        where: { tokenHash: hashOf(token) },
        include: { organisation: true, invitedBy: true },
      })
    : null;
  if (!found) throw new NotFound('invitation');
  return found;
}
type Kept = Awaited<ReturnType<typeof demandKept>>;

/** Where whoever invited finds their invitations: as staff of the hub, or for their own organisation. */
async function listOf(db: Handle, { hubRole, organisation, invitedById }: Kept): Promise<string> {
  if (hubRole) return '/house/people';
  const member = { personId: invitedById, organisationId: organisation?.id ?? '' };
  const own = organisation && (await db.membership.count({ where: member })) > 0;
  return own ? `/${organisation.slug}/people` : '/house/organisations';
}
