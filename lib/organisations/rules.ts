import { addressOf } from '#lib/platform/i18n/address.ts';
import type { Permission } from '#lib/platform/policy.ts';

export const organisationKinds = [
  'COMPANY',
  'MUNICIPALITY',
  'REGION',
  'HOSPITAL',
  'UNIVERSITY',
  'VOLUNTARY',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
export type Country = 'SE' | 'NO';
export const countries = ['SE', 'NO'] as const;

/** Regions and municipalities come from the official table: name and code are never typed. */
export function isOfficial(kind: OrganisationKind): kind is 'REGION' | 'MUNICIPALITY' {
  return kind === 'REGION' || kind === 'MUNICIPALITY';
}

type InCounty = { name: string; region: { countyName: string } };

/** Municipalities by name, and namesakes by their county, too: there are two of Våler in Norway. */
export function toldApart<T extends InCounty>(bodies: readonly T[]): T[] {
  const names = Map.groupBy(bodies, ({ name }) => name);
  return bodies.map((body) => {
    const alone = names.get(body.name)?.length === 1;
    return alone ? body : { ...body, name: `${body.name} (${body.region.countyName})` };
  });
}

/** A hospital often has its region's number, and a small association none: they may leave it out. */
export function needsNumber(kind: OrganisationKind): boolean {
  return kind === 'COMPANY' || kind === 'UNIVERSITY';
}

export function sideOf(kind: OrganisationKind): 'PUBLIC' | 'CIVIC' | 'PRIVATE' {
  if (kind === 'COMPANY') return 'PRIVATE';
  return kind === 'VOLUNTARY' ? 'CIVIC' : 'PUBLIC';
}

/**
 * Whether a number can be a body's of this kind. Swedish public bodies have numbers that begin with 2, and
 * nobody else has: an association cannot take a municipality's number for its own.
 */
export function numberFits(kind: OrganisationKind, country: Country, number: string): boolean {
  if (country !== 'SE' || kind === 'HOSPITAL' || kind === 'UNIVERSITY') return true;
  return number.startsWith('2') === isOfficial(kind);
}

export const participationStates = [
  'PENDING',
  'VERIFIED',
  'REJECTED',
  'LEFT',
  'WITHDRAWN',
] as const;
export type ParticipationState = (typeof participationStates)[number];

export type Move = {
  name: 'verify' | 'reject' | 'reopen' | 'leave';
  from: readonly ParticipationState[];
  to: ParticipationState;
  permission: Permission;
  event: string;
};

/** How a hub moves an organisation; the database knows the same moves. */
export const moves: readonly Move[] = [
  {
    name: 'verify',
    from: ['PENDING'],
    to: 'VERIFIED',
    permission: 'organisation:judge',
    event: 'organisationVerified',
  },
  {
    name: 'reject',
    from: ['PENDING'],
    to: 'REJECTED',
    permission: 'organisation:judge',
    event: 'organisationRejected',
  },
  {
    name: 'reopen',
    from: ['REJECTED', 'LEFT'],
    to: 'PENDING',
    permission: 'organisation:judge',
    event: 'organisationReopened',
  },
  {
    name: 'leave',
    from: ['VERIFIED'],
    to: 'LEFT',
    permission: 'organisation:judge',
    event: 'organisationLeft',
  },
];
export type MoveName = Move['name'];

/** What can be done from a state; whoever runs the hub stays in it. */
export function movesFrom(state: ParticipationState, runsTheHub: boolean): MoveName[] {
  return moves
    .filter(({ from, name }) => from.includes(state) && !(name === 'leave' && runsTheHub))
    .map(({ name }) => name);
}

/**
 * Mail anyone can get in a minute says nothing of where one works, so it proves no organisation. The
 * providers most used in the Nordic countries; what is missing here is seen by the hub's own eyes.
 */
const freeMail = new Set([
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.se',
  'hotmail.no',
  'outlook.com',
  'outlook.se',
  'live.com',
  'live.se',
  'live.no',
  'msn.com',
  'yahoo.com',
  'yahoo.se',
  'yahoo.no',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'telia.com',
  'spray.se',
  'bredband.net',
  'comhem.se',
  'tele2.se',
  'online.no',
  'getmail.no',
  'gmx.com',
  'gmx.net',
  'mail.com',
  'aol.com',
]);

export function isFreeMail(domain: string): boolean {
  return freeMail.has(domain);
}

/** The part of an address after the @, in lower case. */
export function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}

/** True for the organisation's own domains and what lies under them: `vard.kommun.se`. */
export function isAtDomain(email: string, domains: readonly string[]): boolean {
  const given = domainOf(email);
  return domains.some((domain) => given === domain || given.endsWith(`.${domain}`));
}

// Pages that stand where an organisation's address would; the database refuses them, too.
const taken = new Set([
  'house',
  'showroom',
  'projects',
  'needs',
  'workspace',
  'events',
  'news',
  'organisations',
  'about',
  'accessibility',
  'privacy',
  'apply',
]);

/** A name as an address: `Ljusälv Teknik AB` → `ljusalv-teknik-ab`; `n` tells namesakes apart. */
export function slugOf(name: string, n = 1): string {
  const plain = addressOf(name);
  const base = plain === '' || taken.has(plain) ? `organisation-${plain}`.replace(/-$/, '') : plain;
  return n === 1 ? base : `${base}-${n}`;
}
