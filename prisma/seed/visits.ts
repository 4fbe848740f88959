import type { HubSlug } from './types.ts';

/** A guest, and on which workday from now on they come. */
type SeedVisit = {
  hub: HubSlug;
  org: string;
  person: string;
  workday: number;
  from: string;
  to: string;
  guest: string;
  company: string;
  email: string;
  note: string;
};

export const demoVisits: readonly SeedVisit[] = [
  {
    ...{ hub: 'ostersund', org: 'lasvarg', person: 'emil', workday: 1, from: '10:00', to: '11:30' },
    ...{ guest: 'Ronja Kvist', company: 'Hemsjukvården i Bräcke', email: 'ronja@kvist.example' },
    note: 'Kommer med rullstol.',
  },
  {
    ...{ hub: 'ostersund', org: 'ostersunds-kommun', person: 'maja', workday: 1 },
    ...{ from: '13:00', to: '15:00', guest: 'Torkel Brant', company: 'Strömsunds kommun' },
    ...{ email: '', note: '' },
  },
  {
    ...{ hub: 'ostersund', org: 'ostersunds-kommun', person: 'maja', workday: 3 },
    ...{ from: '09:00', to: '12:00', guest: 'Signe Lövdal', company: 'Anhörigföreningen' },
    ...{ email: 'signe@lovdal.example', note: '' },
  },
];
