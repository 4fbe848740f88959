/**
 * Who may do what, in one table. A role that is not named in a row may not. `own` means: for the
 * organisation one acts for; `any` means: at this hub, for everyone's. What a row lets through is
 * still fenced by row-level security. Source of the rows: the permission matrix of the field study.
 */
export const roles = [
  'visitor',
  'companyStaff',
  'companyAdmin',
  'publicStaff',
  'publicAdmin',
  'civicStaff',
  'civicAdmin',
  'host',
  'assessor',
  'hubAdmin',
] as const;

export type Role = (typeof roles)[number];
export type Reach = 'any' | 'own';
type Row = { sentence: string } & Partial<Record<Role, Reach>>;

const everyone = {
  visitor: 'any',
  companyStaff: 'any',
  companyAdmin: 'any',
  publicStaff: 'any',
  publicAdmin: 'any',
  civicStaff: 'any',
  civicAdmin: 'any',
  host: 'any',
  assessor: 'any',
  hubAdmin: 'any',
} as const;
const members = {
  companyStaff: 'own',
  companyAdmin: 'own',
  publicStaff: 'own',
  publicAdmin: 'own',
  civicStaff: 'own',
  civicAdmin: 'own',
} as const;
const hubStaff = { host: 'any', assessor: 'any', hubAdmin: 'any' } as const;

export const policy = {
  'hub:read': { sentence: 'See what the hub is and who takes part', ...everyone },
  'showroom:read': { sentence: 'Look through the showroom', ...everyone },
  'project:read': { sentence: 'Read projects that are shown to one', ...everyone },
  'need:read': { sentence: 'Read needs that are shown to one', ...everyone },
  'workspace:read': { sentence: 'See which places the house has', ...everyone },
  'overview:read': { sentence: "See the organisation's own overview", ...members },
  'place:find': { sentence: 'Find free places', ...members, ...hubStaff },
  'booking:list': { sentence: "See the organisation's bookings", ...members },
  'booking:create': { sentence: 'Book a place for the organisation', ...members },
  'booking:cancel': { sentence: "Cancel one of the organisation's bookings", ...members },
  'house:today': { sentence: 'See all bookings of the house', host: 'any', hubAdmin: 'any' },
  'proposal:read': { sentence: 'Read proposals that are shown to one', ...members, ...hubStaff },
  'proposal:draft': { sentence: 'Write a proposal for the organisation', ...members },
  'proposal:submit': { sentence: 'Send a proposal to the hub', ...members },
  'proposal:assess': {
    sentence: 'Review, accept or decline proposals of other bodies',
    assessor: 'any',
  },
  'system:work': { sentence: 'Jobs, seeds and sign-in; no person holds it' },
  'notice:read': { sentence: 'Read what one has been told', ...members, ...hubStaff },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof policy;

/** How far the given roles reach with a permission; null means not at all. */
export function reach(held: readonly Role[], permission: Permission): Reach | null {
  const row: Row = policy[permission];
  if (held.some((role) => row[role] === 'any')) return 'any';
  return held.some((role) => row[role] === 'own') ? 'own' : null;
}
