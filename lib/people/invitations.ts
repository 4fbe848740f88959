import { findKnown, nameBody } from '#lib/organisations/bodies.ts';
import { isAtDomain } from '#lib/organisations/rules.ts';
import type { BodyInvitationInput } from '#lib/organisations/schema.ts';
import { makeToken } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import type { Permission } from '#lib/platform/policy.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { peopleLetter } from './letters.ts';
import { type HubRole, invitationDays, type MembershipRole, stateOf } from './rules.ts';
import { type InvitationInput, isId } from './schema.ts';

/** Which invitations: an organisation's own, the hub's to bodies, or the hub's to its staff. */
export type Which = 'people' | 'bodies' | 'staff';

const permissions = {
  people: 'people:manage',
  bodies: 'organisation:invite',
  staff: 'hub:appoint',
} as const satisfies Record<Which, Permission>;

function whereOf(scope: Scope, which: Which) {
  const hubId = scope.hub.id;
  // Also to those that nobody administers: of the others, the wall shows the hub no invitation.
  if (which === 'bodies') return { hubId, hubRole: null };
  const organisationId = scope.organisation.id;
  return which === 'staff'
    ? { hubId, organisationId, hubRole: { not: null } }
    : { hubId, organisationId, hubRole: null };
}

/** Invitations nobody has said yes to, the latest first; also those whose time is out. */
export async function listInvitations(scope: Scope, which: Which) {
  const at = dateOf(now());
  const rows = await scope.read(permissions[which], (db) =>
    db.invitation.findMany({
      where: { ...whereOf(scope, which), acceptedAt: null, revokedAt: null },
      select: {
        id: true,
        email: true,
        role: true,
        hubRole: true,
        bodyName: true,
        organisation: { select: { name: true } },
        sentAt: true,
        expiresAt: true,
        revokedAt: true,
        acceptedAt: true,
      },
      orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    }),
  );
  return rows.map(({ organisation, ...row }) => ({
    ...row,
    bodyName: which === 'bodies' ? (row.bodyName ?? organisation?.name ?? null) : null,
    expired: stateOf(row, at) === 'expired',
  }));
}
export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** One of them, to ask before it is taken back. @throws NotFound */
export async function findOpenInvitation(
  scope: Scope,
  which: Which,
  id: string,
): Promise<OpenInvitation> {
  const found = (await listInvitations(scope, which)).find((each) => each.id === id);
  if (!found) throw new NotFound('invitation');
  return found;
}

/**
 * Invites a colleague by mail, for 30 days. Administrators may.
 * @throws Refusal when the address acts already, is invited already, or lies outside the organisation's
 * mail domains and nobody has said that this is meant
 */
export async function invitePerson(
  scope: Scope,
  { email, role, anyway }: InvitationInput,
): Promise<void> {
  await inviting(scope, 'people', async (db, deed) => {
    const organisationId = scope.organisation.id;
    await demandNewcomer(db, organisationId, email);
    const domains = await db.organisationDomain.findMany({ where: { organisationId } });
    const own = domains.map(({ domain }) => domain);
    if (own.length > 0 && !isAtDomain(email, own) && anyway.length === 0) {
      const fields = { email: 'people.refusals.otherDomain' };
      throw new Refusal('refusals.invalid', fields, { otherDomain: own });
    }
    await sendInvitation(scope, db, deed, { organisationId, email, role });
  });
}

/**
 * Invites somebody to work in the house, as staff of the organisation that runs the hub. Hub
 * administrators may. @throws Refusal when the address is invited already
 */
export async function inviteStaff(scope: Scope, email: string, hubRole: HubRole): Promise<void> {
  await inviting(scope, 'staff', async (db, deed) => {
    const organisationId = scope.organisation.id;
    const held = { email, hubRoles: { some: { hubId: scope.hub.id, role: hubRole } } };
    if ((await db.person.count({ where: held })) > 0) {
      throw new Refusal('refusals.invalid', { email: 'people.refusals.hasRole' });
    }
    await sendInvitation(scope, db, deed, { organisationId, email, role: 'STAFF', hubRole });
  });
}

/**
 * Invites a body to take part, and its first administrator to say yes for it. Nothing of it exists
 * before that. Hub administrators may.
 * @throws Refusal when it takes part already, or the address is invited for it already
 */
export async function inviteBody(scope: Scope, input: BodyInvitationInput): Promise<void> {
  await inviting(scope, 'bodies', async (db, deed) => {
    // Behind the wall: what takes part in other hubs is not this hub's to know.
    const known = await findKnown(db, input);
    const state = known?.participations.find(({ hubId }) => hubId === scope.hub.id)?.state;
    if (state !== undefined && state !== 'REJECTED' && state !== 'WITHDRAWN') {
      throw new Refusal('people.refusals.bodyHere', {}, { here: known?.slug });
    }
    const named = await nameBody(db, input);
    await sendInvitation(scope, db, deed, {
      bodyKind: input.kind,
      bodyCountry: input.country,
      bodyCode: input.code || null,
      bodyNumber: input.number,
      bodyName: named.name,
      bodyTown: named.town,
      email: input.email,
      role: 'ADMIN',
    });
  });
}

type Row = {
  organisationId?: string;
  bodyKind?: BodyInvitationInput['kind'];
  bodyCountry?: BodyInvitationInput['country'];
  bodyCode?: string | null;
  bodyNumber?: string | null;
  bodyName?: string;
  bodyTown?: string;
  email: string;
  role: MembershipRole;
  hubRole?: HubRole;
};
type Work = (db: Handle, deed: Deed) => Promise<void>;

async function inviting(scope: Scope, which: Which, work: Work): Promise<void> {
  try {
    await scope.write(permissions[which], work);
  } catch (error) {
    if (!refusedBy(error, 'one_open_invitation_an_address')) throw error;
    throw new Refusal('refusals.invalid', { email: 'people.refusals.invited' });
  }
}

/** Part of another write: keeps an invitation and sends its letter. @param name the organisation, where it is not the acting one */
export async function sendInvitation(
  scope: Scope,
  db: Handle,
  deed: Deed,
  row: Row,
  name = scope.organisation.name,
): Promise<void> {
  const id = crypto.randomUUID();
  const { token, hash } = makeToken();
  const { locale } = scope.person;
  await db.invitation.createMany({
    data: [
      { ...row, ...lasting(hash), id, hubId: scope.hub.id, invitedById: scope.person.id, locale },
    ],
  });
  const about = row.organisationId ? { concerns: row.organisationId } : {};
  deed.record('invitationSent', 'invitation', id, { role: row.hubRole ?? row.role }, about);
  deed.mail({ ...letterFor(scope, row, token, name), once: true });
}

function lasting(tokenHash: string) {
  const sentAt = now();
  return {
    tokenHash,
    sentAt: dateOf(sentAt),
    expiresAt: dateOf(sentAt.add({ hours: invitationDays * 24 })),
  };
}

type Told = { email: string; role: string; hubRole?: string | null; bodyName?: string | null };

// Nobody knows the newcomer's language yet: it is the inviter's, and the page behind the link has all.
function letterFor(
  scope: Scope,
  { email, role, hubRole, bodyName }: Told,
  token: string,
  name: string,
) {
  const locale = isLocale(scope.person.locale) ? scope.person.locale : defaultLocale;
  return peopleLetter({ email, locale }, bodyName ? 'inviteBody' : 'invite', scope.hub.name, {
    organisation: bodyName ?? name,
    inviter: scope.person.name,
    asWhat: hubRole ?? role,
    path: `/invitation/${token}`,
  });
}

async function demandNewcomer(db: Handle, organisationId: string, email: string): Promise<void> {
  const where = { organisationId, person: { email } };
  if ((await db.membership.count({ where })) === 0) return;
  throw new Refusal('refusals.invalid', { email: 'people.refusals.member' });
}

/** Takes an open invitation back: its link is dead at once. @throws NotFound when there is none */
export async function revokeInvitation(scope: Scope, which: Which, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('invitation');
  await scope.write(permissions[which], async (db, deed) => {
    const { count } = await db.invitation.updateMany({
      where: { ...whereOf(scope, which), id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: dateOf(now()) },
    });
    if (count === 0) throw new NotFound('invitation');
    deed.record('invitationRevoked', 'invitation', id);
  });
}

/** Sends an invitation once more, with a new link; the old one is dead. @throws NotFound */
export async function sendInvitationAgain(scope: Scope, which: Which, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('invitation');
  await scope.write(permissions[which], async (db, deed) => {
    const where = { ...whereOf(scope, which), id, acceptedAt: null, revokedAt: null };
    const row = await db.invitation.findFirst({
      where,
      include: { organisation: { select: { name: true } } },
    });
    const { token, hash } = makeToken();
    const { count } = await db.invitation.updateMany({ where, data: lasting(hash) });
    if (!row || count === 0) throw new NotFound('invitation');
    deed.record('invitationSentAgain', 'invitation', id);
    const name = row.organisation?.name ?? scope.organisation.name;
    deed.mail({ ...letterFor(scope, row, token, name), once: true });
  });
}

/** The organisation's mail domains, to say before an invitation which addresses lie outside. */
export async function listOwnDomains(scope: Scope): Promise<string[]> {
  const rows = await scope.read('people:manage', (db) =>
    db.organisationDomain.findMany({
      where: { organisationId: scope.organisation.id },
      orderBy: { domain: 'asc' },
    }),
  );
  return rows.map(({ domain }) => domain);
}
