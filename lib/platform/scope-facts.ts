import type { Role } from './policy.ts';

export type HubFacts = {
  id: string;
  slug: string;
  name: string;
  country: 'SE' | 'NO';
  zone: string;
  languages: string[];
  accent: string;
  support: string;
  /** Whether it is open to visitors; before, only its own staff find it. */
  live: boolean;
};
export type OrganisationFacts = {
  id: string;
  slug: string;
  name: string;
  kind: 'REGION' | 'MUNICIPALITY' | 'HOSPITAL' | 'UNIVERSITY' | 'VOLUNTARY' | 'COMPANY';
  side: 'PUBLIC' | 'CIVIC' | 'PRIVATE';
};
export type PersonFacts = { id: string; name: string; email: string; locale: string };

export type Acting = {
  session: string;
  /** Whether a second factor was shown in this session. */
  strong: boolean;
  person: PersonFacts;
  hub: HubFacts;
  organisation: OrganisationFacts;
  membership: 'STAFF' | 'ADMIN' | null;
  participation: 'VERIFIED' | 'PENDING';
  operator: boolean;
  hubRoles: (keyof typeof staff)[];
  unread: number;
  doors: Door[];
};
/** What a door told of who acts; of a job only why. */
export type Facts = Partial<Acting> & { system?: string };

export type Door = {
  hub: string;
  hubName: string;
  organisation: string | null;
  organisationName: string | null;
  /** True while the hub has not verified the organisation. */
  waiting: boolean;
};

/** What became of an organisation at a hub where one can no longer go in for it. */
export type Answer = {
  hub: string;
  hubName: string;
  zone: string;
  live: boolean;
  organisation: string;
  organisationName: string;
  kind: OrganisationFacts['kind'];
  country: 'SE' | 'NO';
  state: 'REJECTED' | 'LEFT' | 'WITHDRAWN';
  reason: string;
  since: string;
  /** True where a hub has let it in, here or elsewhere: then its name and number are known. */
  fixed: boolean;
  /** What the last application said; null for whoever cannot ask again, since they do not administer it. */
  asked: { number: string | null; code: string; town: string; role: string; why: string } | null;
};

const staff = {
  HOST: 'host',
  ASSESSOR: 'assessor',
  FINANCE: 'finance',
  AUDITOR: 'auditor',
  HUB_ADMIN: 'hubAdmin',
} as const;

/** The roles that somebody holds where they act. */
export function rolesOf(facts: Facts): Role[] {
  const { organisation, membership, hubRoles, operator } = facts;
  if (!facts.person) return facts.system === undefined ? ['visitor'] : [];
  if (!facts.hub) return operator ? ['person', 'operator'] : ['person'];
  const ofHub = (hubRoles ?? []).map((role) => staff[role]);
  if (!organisation || !membership) return ofHub;
  if (facts.participation === 'PENDING') return ['unverified'];
  const side = { PUBLIC: 'public', CIVIC: 'civic', PRIVATE: 'company' } as const;
  return [`${side[organisation.side]}${membership === 'ADMIN' ? 'Admin' : 'Staff'}`, ...ofHub];
}
