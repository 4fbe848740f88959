/**
 * The people every domain test uses, at two hubs that must never see each other. Nils stands nowhere,
 * Olga runs the installation, and Maja's organisation waits to be verified.
 */
export const cast = {
  alva: { name: 'Alva Lind', organisation: 'bergs-kommun', role: 'STAFF', hubRoles: [] },
  bror: { name: 'Bror Näs', organisation: 'bergs-kommun', role: 'ADMIN', hubRoles: [] },
  cleo: { name: 'Cleo Ask', organisation: 'fjallvard', role: 'STAFF', hubRoles: [] },
  disa: { name: 'Disa Holm', organisation: 'fjallvard', role: 'ADMIN', hubRoles: [] },
  egil: { name: 'Egil Sten', organisation: 'rivalen', role: 'STAFF', hubRoles: [] },
  frej: { name: 'Frej Dal', organisation: 'anhoriga', role: 'STAFF', hubRoles: [] },
  greta: { name: 'Greta Vik', organisation: 'region-norr', role: 'STAFF', hubRoles: [] },
  hedda: { name: 'Hedda Berg', organisation: null, role: null, hubRoles: ['ASSESSOR'] },
  ivar: { name: 'Ivar Mo', organisation: null, role: null, hubRoles: ['HOST'] },
  judit: { name: 'Judit Ek', organisation: null, role: null, hubRoles: ['HUB_ADMIN'] },
  kari: { name: 'Kari Haug', organisation: 'folldal', role: 'STAFF', hubRoles: [] },
  lars: { name: 'Lars Lie', organisation: null, role: null, hubRoles: ['ASSESSOR', 'HOST'] },
  maja: { name: 'Maja Rask', organisation: 'nykomling', role: 'ADMIN', hubRoles: [] },
  nils: { name: 'Nils Ör', organisation: null, role: null, hubRoles: [] },
  olga: { name: 'Olga Frid', organisation: null, role: null, hubRoles: [], operator: true },
  pia: { name: 'Pia Wall', organisation: 'anhoriga', role: 'ADMIN', hubRoles: [] },
  siri: { name: 'Siri Falk', organisation: null, role: null, hubRoles: ['FINANCE'] },
  tore: { name: 'Tore Lund', organisation: null, role: null, hubRoles: ['AUDITOR'] },
} as const;

export type CastName = keyof typeof cast;

/** Where each stands: `nord` is the Swedish hub, `innland` the Norwegian one. */
export const standsAt: Record<CastName, 'nord' | 'innland'> = {
  alva: 'nord',
  bror: 'nord',
  cleo: 'nord',
  disa: 'nord',
  egil: 'nord',
  frej: 'nord',
  greta: 'nord',
  hedda: 'nord',
  ivar: 'nord',
  judit: 'nord',
  kari: 'innland',
  lars: 'innland',
  maja: 'nord',
  nils: 'nord',
  olga: 'nord',
  pia: 'nord',
  siri: 'nord',
  tore: 'nord',
};

export const organisations = [
  { slug: 'region-norr', name: 'Region Norr', kind: 'REGION', side: 'PUBLIC', hub: 'nord' },
  { slug: 'bergs-kommun', name: 'Bergs kommun', kind: 'MUNICIPALITY', side: 'PUBLIC', hub: 'nord' },
  { slug: 'fjallvard', name: 'Fjällvård AB', kind: 'COMPANY', side: 'PRIVATE', hub: 'nord' },
  { slug: 'rivalen', name: 'Rivalen AB', kind: 'COMPANY', side: 'PRIVATE', hub: 'nord' },
  { slug: 'anhoriga', name: 'Anhöriga i Norr', kind: 'VOLUNTARY', side: 'CIVIC', hub: 'nord' },
  {
    slug: 'nykomling',
    name: 'Nykomling AB',
    kind: 'COMPANY',
    side: 'PRIVATE',
    hub: 'nord',
    waiting: true,
  },
  { slug: 'innlandet-fk', name: 'Innlandet', kind: 'REGION', side: 'PUBLIC', hub: 'innland' },
  {
    slug: 'folldal',
    name: 'Folldal kommune',
    kind: 'MUNICIPALITY',
    side: 'PUBLIC',
    hub: 'innland',
  },
] as const;
