import { demoPeople } from '#prisma/seed/people.ts';
import type { Persona } from './openid.ts';

type Who = (typeof demoPeople)[number];
const plain = demoPeople.filter(
  (each) => each.memberships.length === 1 && each.hubRoles.length === 0,
);
/** Whom the provider's address tells; who connects by hand; who has many sessions; who ask for links. */
export const [told, connecting, busy, ...linked] = plain as [Who, Who, Who, ...Who[]];
if (linked.length < 4) throw new Error('The demo world has too few people with one organisation.');

const affiliation = 'https://id.oidc.se/claim/orgAffiliation';

/** Who one can be at the providers of the browser tests. */
export const personas: Record<string, Persona> = {
  told: { email: told.email, email_verified: true },
  unsure: { email: told.email, email_verified: false },
  connecting: {},
  elsewhere: { [affiliation]: 'id1@5590000013' },
  several: { [affiliation]: ['id1@5590000013', 'id2@5590000021'] },
};
