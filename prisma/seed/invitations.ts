import type { HubSlug } from './types.ts';

export type SeedInvitation = {
  hub: HubSlug;
  /** Key of the person who invites. */
  by: string;
  email: string;
  role: 'STAFF' | 'ADMIN';
  /** The organisation, or a municipality that is to take part, by its official code. */
  to: { org: string } | { municipality: string; name: string; town: string };
  /** Since so many days; after thirty an invitation's time is out. */
  days: number;
};

/** Invitations that nobody has answered yet. */
export const demoInvitations: readonly SeedInvitation[] = [
  {
    hub: 'ostersund',
    by: 'henrik',
    email: 'ny.kollega@ostersunds-kommun.example',
    role: 'STAFF',
    to: { org: 'ostersunds-kommun' },
    days: 3,
  },
  {
    hub: 'ostersund',
    by: 'henrik',
    email: 'vikarie@ostersunds-kommun.example',
    role: 'STAFF',
    to: { org: 'ostersunds-kommun' },
    days: 41,
  },
  {
    hub: 'ostersund',
    by: 'anders',
    email: 'utveckling@sundsvalls-kommun.example',
    role: 'ADMIN',
    to: { municipality: '2281', name: 'Sundsvalls kommun', town: 'Sundsvall' },
    days: 5,
  },
];
