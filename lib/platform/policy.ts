/**
 * Who may do what, in one table. A role that is not named in a row may not. `own` means: for the
 * organisation one acts for (or oneself); `any` means: at this hub, for everyone's. What a row lets
 * through is still fenced by row-level security. Each permission has its sentence, in the reader's
 * language, under `permissions`. Source of the rows: the permission matrix of the field study.
 */
export const roles = [
  'visitor',
  'person',
  'unverified',
  'companyStaff',
  'companyAdmin',
  'publicStaff',
  'publicAdmin',
  'civicStaff',
  'civicAdmin',
  'host',
  'assessor',
  'finance',
  'auditor',
  'hubAdmin',
  'operator',
] as const;

export type Role = (typeof roles)[number];
export type Reach = 'any' | 'own';
type Row = Partial<Record<Role, Reach>>;

const admins = { companyAdmin: 'own', publicAdmin: 'own', civicAdmin: 'own' } as const;
const members = {
  companyStaff: 'own',
  publicStaff: 'own',
  civicStaff: 'own',
  ...admins,
} as const;
// A problem in care is a public or voluntary body's own: a company answers needs, and says none.
const carers = {
  publicStaff: 'own',
  publicAdmin: 'own',
  civicStaff: 'own',
  civicAdmin: 'own',
} as const;
const books = { finance: 'any', hubAdmin: 'any' } as const;
const hubStaff = { host: 'any', assessor: 'any', auditor: 'any', ...books } as const;
// An organisation that the hub has not verified yet may look and not act.
const lookers = { unverified: 'own', ...members } as const;
const everyone = {
  visitor: 'any',
  unverified: 'any',
  companyStaff: 'any',
  companyAdmin: 'any',
  publicStaff: 'any',
  publicAdmin: 'any',
  civicStaff: 'any',
  civicAdmin: 'any',
  ...hubStaff,
} as const;

export const policy = {
  'hub:read': everyone,
  'showroom:read': everyone,
  'project:read': everyone,
  'need:read': everyone,
  'workspace:read': everyone,
  'barrier:report': everyone,
  'organisation:apply': { visitor: 'any', person: 'own' },
  'organisation:withdraw': { unverified: 'own' },
  'account:own': { person: 'own' },
  'overview:read': lookers,
  'place:find': { ...lookers, ...hubStaff },
  'booking:list': members,
  'booking:create': members,
  'booking:cancel': { ...members, host: 'any', hubAdmin: 'any' },
  'booking:change': { ...members, host: 'any', hubAdmin: 'any' },
  'booking:attend': { ...members, host: 'any', hubAdmin: 'any' },
  'booking:behalf': { host: 'any', hubAdmin: 'any' },
  'booking:decide': { host: 'any', hubAdmin: 'any' },
  'calendar:subscribe': { ...members, host: 'any', hubAdmin: 'any' },
  'closure:publish': { host: 'any', hubAdmin: 'any' },
  'rule:edit': { hubAdmin: 'any' },
  'price:edit': books,
  'billing:manage': books,
  'cost:read': members,
  'cost:refer': admins,
  'visit:register': members,
  'visit:receive': { ...members, host: 'any', hubAdmin: 'any' },
  'presence:share': members,
  'report:read': { host: 'any', hubAdmin: 'any' },
  'house:today': { host: 'any', hubAdmin: 'any' },
  'lease:read': { ...members, host: 'any', hubAdmin: 'any' },
  'lease:sign': admins,
  'lease:giveBack': members,
  'lease:manage': { host: 'any', hubAdmin: 'any' },
  'place:block': { host: 'any', hubAdmin: 'any' },
  'place:manage': { hubAdmin: 'any' },
  'plan:draw': { host: 'any', hubAdmin: 'any' },
  'sign:hang': { host: 'any', hubAdmin: 'any' },
  'demo:draft': members,
  'adoption:read': members,
  'adoption:state': admins,
  'profile:edit': admins,
  'list:keep': members,
  'follow:own': { ...members, ...hubStaff },
  'demo:review': { host: 'any', hubAdmin: 'any' },
  'synonym:edit': { host: 'any', hubAdmin: 'any' },
  'need:say': carers,
  'need:open': { publicAdmin: 'own', civicAdmin: 'own' },
  'need:back': carers,
  'guided:book': members,
  'survey:answer': everyone,
  'guided:arrange': { host: 'any', hubAdmin: 'any' },
  'proposal:read': { ...lookers, ...hubStaff },
  'proposal:draft': members,
  'proposal:submit': members,
  'proposal:callOff': admins,
  'proposal:endorse': { publicAdmin: 'own', civicAdmin: 'own' },
  'proposal:assess': { assessor: 'any' },
  'proposal:oversee': { assessor: 'any', hubAdmin: 'any' },
  'project:start': carers,
  'project:lead': carers,
  'result:adopt': carers,
  'party:answer': admins,
  'seat:sit': members,
  'project:hold': { hubAdmin: 'any' },
  'project:check': { assessor: 'any', hubAdmin: 'any' },
  'proposal:convert': { publicAdmin: 'own', hubAdmin: 'any' },
  'notice:read': { ...lookers, ...hubStaff },
  'people:read': lookers,
  'people:leave': lookers,
  'people:manage': admins,
  'organisation:edit': admins,
  'organisation:judge': { hubAdmin: 'any' },
  'organisation:invite': { hubAdmin: 'any' },
  'hub:people': { hubAdmin: 'any' },
  'hub:appoint': { hubAdmin: 'any' },
  'hub:edit': { hubAdmin: 'any' },
  'hub:create': { operator: 'any' },
  'provider:edit': { hubAdmin: 'any' },
  'policy:read': { ...admins, auditor: 'any', hubAdmin: 'any' },
  'log:read': { auditor: 'any', hubAdmin: 'any' },
  'log:own': admins,
  /** Jobs, seeds and sign-in; no person holds it. */
  'system:work': {},
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof policy;

/**
 * What touches everyone at a hub, or decides for the public: in production a second factor (a passkey,
 * or a provider's own strong sign-in) is shown in the session before it is done.
 */
export const strongOnly: readonly Permission[] = [
  'proposal:assess',
  'proposal:oversee',
  'project:check',
  'project:hold',
  'demo:review',
  'organisation:judge',
  'organisation:invite',
  'hub:people',
  'hub:appoint',
  'hub:edit',
  'price:edit',
  'billing:manage',
  'hub:create',
  'provider:edit',
  'log:read',
];

/** How far the given roles reach with a permission; null means not at all. */
export function reach(held: readonly Role[], permission: Permission): Reach | null {
  const row: Row = policy[permission];
  if (held.some((role) => row[role] === 'any')) return 'any';
  return held.some((role) => row[role] === 'own') ? 'own' : null;
}
