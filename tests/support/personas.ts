import { demoPeople } from '#prisma/seed/people.ts';
import type { Persona } from './openid.ts';

const plain = demoPeople.filter(
  (each) => each.memberships.length === 1 && each.hubRoles.length === 0,
);
const [first, second, third] = plain;
if (!first || !second || !third)
  throw new Error('The demo world has too few people with one organisation.');

/** Whom the provider's address tells; who connects by hand; who asks for links. */
export const [told, connecting, linked] = [first, second, third];

const affiliation = 'https://id.oidc.se/claim/orgAffiliation';

/** Who one can be at the providers of the browser tests. */
export const personas: Record<string, Persona> = {
  told: { email: told.email, email_verified: true },
  unsure: { email: told.email, email_verified: false },
  connecting: {},
  elsewhere: { [affiliation]: 'id1@5590000013' },
  several: { [affiliation]: ['id1@5590000013', 'id2@5590000021'] },
};
