import type { SeedNeed } from './types.ts';

/** What organisations have said that they need, standing at a demo. */
export const needsSaidAtDemos: readonly SeedNeed[] = [
  {
    key: 'larm-nar-strommen-gar',
    hub: 'ostersund',
    org: 'krokoms-kommun',
    language: 'sv',
    title: 'Larm som fungerar när strömmen går',
    problem:
      'I fjällbyarna är strömmen borta ett par dygn varje vinter. Då tystnar larmen, och vi kör runt för att se att alla mår bra.',
    affected: 'Ett åttiotal personer med trygghetslarm norr om Föllinge.',
    effortToday: 'Två medarbetare på heltid så länge avbrottet varar.',
    areas: ['SAFETY_AT_HOME', 'INFRASTRUCTURE'],
    urgency: 3,
    visibility: 'OPEN',
    state: 'OPEN',
    alsoHave: ['are-kommun', 'stromsunds-kommun'],
    saidAt: 'D-3C7W',
  },
  {
    key: 'las-som-hemsjukvarden-ocksa-oppnar',
    hub: 'ostersund',
    org: 'bracke-kommun',
    language: 'sv',
    title: 'Lås som både hemtjänst och hemsjukvård kan öppna',
    problem:
      'Kommunen och regionen har var sitt system. Den som har båda får två lås på dörren, eller en nyckel under mattan.',
    affected: 'Ungefär 60 personer som får hjälp från båda.',
    effortToday: '',
    areas: ['MOBILE_WORK', 'SAFETY_AT_HOME'],
    urgency: 2,
    visibility: 'OPEN',
    state: 'OPEN',
    alsoHave: ['region-jamtland-harjedalen'],
    saidAt: 'D-7T9F',
  },
  {
    key: 'larm-pa-fler-sprak',
    hub: 'ostersund',
    org: 'ostersunds-kommun',
    language: 'sv',
    title: 'Larmcentral som svarar på fler språk',
    problem:
      'Några som larmar hittar inte svenskan när de är rädda. Anhöriga får tolka på telefon.',
    affected: '',
    effortToday: '',
    areas: ['SAFETY_AT_HOME', 'PARTICIPATION'],
    urgency: 2,
    visibility: 'PUBLIC_SIDE',
    state: 'DRAFT',
    alsoHave: [],
    saidAt: 'D-7T9F',
  },
];
