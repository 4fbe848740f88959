import {
  findKnown,
  foundOrganisation,
  personAt,
  standingOf,
  takePart,
} from '#lib/organisations/bodies.ts';
import { isToken } from '#lib/organisations/schema.ts';
import { tellHubAdmins } from '#lib/organisations/telling.ts';
import { hashOf } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Locale } from '#lib/platform/i18n/locales.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { peopleLetter } from './letters.ts';
import { type InvitationState, stateOf } from './rules.ts';

const told = {
  organisation: { select: { id: true, slug: true, name: true } },
  invitedBy: { select: { name: true } },
  hub: { select: { slug: true, name: true, zone: true } },
} as const;

async function findKept(db: Handle, token: string) {
  if (!isToken(token)) throw new NotFound('invitation');
  const tokenHash = hashOf(token);
  const found = await db.invitation.findFirst({ where: { tokenHash }, include: told });
  if (found) return { ...found, replaced: false };
  const older = await db.replacedInvitation.findFirst({
    where: { tokenHash },
    include: { invitation: { include: told } },
  });
  if (!older) throw new NotFound('invitation');
  return { ...older.invitation, replaced: true };
}
type Kept = Awaited<ReturnType<typeof findKept>>;

/**
 * What an invitation's link is for: for whom, as what, by whom, and whether it still holds. Whoever has
 * the link may; one that a newer link has replaced says so. @throws NotFound for a link that never was
 */
export async function findInvitation(token: string) {
  const system = await enterSystem(null, 'invitation link');
  return system.read('system:work', async (db) => {
    const kept = await findKept(db, token);
    const { hub, email, role, hubRole } = kept;
    return {
      hub,
      email,
      role: hubRole ?? role,
      organisation: kept.organisation?.name ?? kept.bodyName ?? '',
      body: kept.bodyName !== null,
      inviter: kept.invitedBy.name,
      state: standing(kept),
      expiresAt: kept.expiresAt,
      /** Where to go on after saying yes; after the sign-in one is led to the right place. */
      path: kept.organisation && !hubRole ? `/${hub.slug}/${kept.organisation.slug}` : '/account',
      /** Nobody has this address yet: whoever accepts says who they are. */
      newcomer: (await db.person.count({ where: { email } })) === 0,
    };
  });
}
export type Invitation = Awaited<ReturnType<typeof findInvitation>>;

/**
 * Says yes. The address the invitation went to is who accepts; a person is made when nobody has it yet,
 * and for an invited body the organisation. Once for each invitation.
 * @returns whose address it is and where to go on, below a language
 * @throws Refusal when it was taken back, its time is out, a name is missing, or the body belongs to others
 */
export async function acceptInvitation(token: string, name: string, locale: Locale) {
  const { hub, email, path } = await findInvitation(token);
  const system = await enterSystem(hub.slug, 'invitation accepted');
  await system.write('system:work', async (db, deed) => {
    const kept = await findKept(db, token);
    demandOpen(kept);
    const at = dateOf(now());
    const open = { acceptedAt: null, revokedAt: null };
    const { count } = await db.invitation.updateMany({
      where: { ...open, hubId: kept.hubId, id: kept.id, tokenHash: kept.tokenHash },
      data: { acceptedAt: at },
    });
    if (count === 0) throw new Refusal('people.refusals.gone');
    await demandName(db, kept.email, name);
    const person = await personAt(db, kept.email, name, locale);
    const body = await (kept.organisation
      ? joinOrganisation(db, kept, kept.organisation, person.id, at)
      : bringBody(db, deed, kept, person.id, at));
    const about = { by: person.id, concerns: body.id };
    const role = kept.hubRole ?? kept.role;
    deed.record('invitationAccepted', 'invitation', kept.id, { role }, about);
    if (kept.bodyName === null) return;
    deed.pagesChanged();
    await tellHubAdmins(system, db, deed, 'bodyAccepted', { name: kept.bodyName, slug: body.slug });
  });
  return { email, path };
}

function standing(kept: Kept): InvitationState | 'replaced' {
  const state = stateOf(kept, dateOf(now()));
  return kept.replaced && (state === 'open' || state === 'expired') ? 'replaced' : state;
}

function demandOpen(kept: Kept): void {
  const state = standing(kept);
  if (state !== 'open')
    throw new Refusal(`people.refusals.${state === 'expired' ? 'late' : 'gone'}`);
}

async function demandName(db: Handle, email: string, name: string): Promise<void> {
  if (name.length > 1 || (await db.person.count({ where: { email } })) > 0) return;
  throw new Refusal('refusals.invalid', { name: 'people.refusals.name' });
}

type Body = { id: string; slug: string };

async function joinOrganisation(db: Handle, kept: Kept, body: Body, personId: string, since: Date) {
  const { hubId, role, hubRole } = kept;
  const data = [{ personId, organisationId: body.id, role, since }];
  const { count } = await db.membership.createMany({ data, skipDuplicates: true });
  if (count === 0 && role === 'ADMIN') await promote(db, body.id, personId);
  if (hubRole) {
    await db.hubRole.createMany({
      data: [{ hubId, personId, role: hubRole }],
      skipDuplicates: true,
    });
  }
  return body;
}

// The hub has invited somebody who acts for it already, since it has no administrator.
async function promote(db: Handle, organisationId: string, personId: string): Promise<void> {
  const admins = { organisationId, role: 'ADMIN' as const, person: { withdrawnAt: null } };
  if ((await db.membership.count({ where: admins })) > 0) return;
  await db.membership.updateMany({ where: { organisationId, personId }, data: { role: 'ADMIN' } });
}

// A body that a hub has verified has administrators already: an invitation makes nobody one of them.
async function bringBody(db: Handle, deed: Deed, kept: Kept, personId: string, since: Date) {
  const { bodyKind, bodyCountry, bodyName } = kept;
  if (!bodyKind || !bodyCountry || bodyName === null) throw new NotFound('invitation');
  const body = {
    kind: bodyKind,
    country: bodyCountry,
    code: kept.bodyCode ?? '',
    number: kept.bodyNumber,
    name: bodyName,
    town: kept.bodyTown ?? '',
  };
  const known = await findKnown(db, body);
  const standing = standingOf(known, kept.hubId, kept.email);
  if (standing === 'here') throw new Refusal('people.refusals.bodyHere');
  if (standing === 'elsewhere') throw new Refusal('people.refusals.bodyElsewhere');
  const organisation = known ?? (await foundOrganisation(db, body));
  await takePart(db, kept.hubId, organisation.id, 'VERIFIED', since);
  if (standing === 'again') return organisation;
  const organisationId = organisation.id;
  await db.membership.createMany({ data: [{ personId, organisationId, role: 'ADMIN', since }] });
  // The hub vouches for whom it invited; who only claimed to speak for the body does so no longer.
  const claiming = { organisationId, personId: { not: personId } };
  const displaced = await db.membership.findMany({ where: claiming, select: { person: true } });
  await db.membership.deleteMany({ where: claiming });
  for (const { person } of displaced) {
    const values = { organisation: body.name, path: '/account' };
    deed.mail(peopleLetter(person, 'displaced', kept.hub.name, values));
  }
  return organisation;
}
