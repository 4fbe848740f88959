export const membershipRoles = ['STAFF', 'ADMIN'] as const;
export type MembershipRole = (typeof membershipRoles)[number];

export const hubRoles = ['HOST', 'ASSESSOR', 'FINANCE', 'AUDITOR', 'HUB_ADMIN'] as const;
export type HubRole = (typeof hubRoles)[number];

/** An invitation is good for so long; sending it again begins anew. */
export const invitationDays = 30;

type Held = { personId: string; role: MembershipRole };

/** The one administrator there is, who must stay until there is another; null while there are several. */
export function onlyAdministrator(people: readonly Held[]): string | null {
  const admins = people.filter(({ role }) => role === 'ADMIN');
  return admins.length === 1 ? (admins[0]?.personId ?? null) : null;
}

export type InvitationState = 'open' | 'expired' | 'revoked' | 'declined' | 'accepted';

/** Where an invitation stands at an instant. */
export function stateOf(
  invitation: {
    expiresAt: Date;
    revokedAt: Date | null;
    acceptedAt: Date | null;
    declinedAt?: Date | null;
  },
  at: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.declinedAt) return 'declined';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= at ? 'expired' : 'open';
}
