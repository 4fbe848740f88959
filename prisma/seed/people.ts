import type { HubSlug, SeedPerson } from './types.ts';

type HubRole = SeedPerson['hubRoles'][number]['role'];

/** One person of a hub: speaks the hub's language and has an address at the first organisation. */
function person(
  hub: HubSlug,
  key: string,
  name: string,
  role: string,
  memberships: readonly (readonly [org: string, role: 'STAFF' | 'ADMIN'])[],
  hubRoles: readonly HubRole[] = [],
): SeedPerson {
  const local = name
    .toLowerCase()
    .replaceAll('å', 'a')
    .replaceAll(/[äæ]/g, 'a')
    .replaceAll(/[öø]/g, 'o')
    .replaceAll('é', 'e')
    .replaceAll(' ', '.');
  const home = memberships[0]?.[0] ?? hub;
  return {
    key,
    name,
    email: `${local}@${home}.example`,
    role,
    hub,
    locale: hub === 'innlandet' ? 'nb' : 'sv',
    memberships: memberships.map(([org, membership]) => ({ org, role: membership })),
    hubRoles: hubRoles.map((hubRole) => ({ hub, role: hubRole })),
  };
}

/** The demo people; every one is invented. */
export const demoPeople: readonly SeedPerson[] = [
  person('ostersund', 'maja', 'Maja Lindstrand', 'Developer in home care, Östersund', [
    ['ostersunds-kommun', 'STAFF'],
  ]),
  person('ostersund', 'henrik', 'Henrik Åslund', 'Head of care, Östersund', [
    ['ostersunds-kommun', 'ADMIN'],
  ]),
  person('ostersund', 'sanna', 'Sanna Kroksjö', 'Unit manager, Åre', [['are-kommun', 'STAFF']]),
  person('ostersund', 'elin', 'Elin Bergvik', 'Project manager at the region', [
    ['region-jamtland-harjedalen', 'STAFF'],
  ]),
  person(
    'ostersund',
    'gunilla',
    'Gunilla Norrbäck',
    'Reviews proposals for the hub',
    [['region-jamtland-harjedalen', 'STAFF']],
    ['ASSESSOR'],
  ),
  person(
    'ostersund',
    'berit',
    'Berit Åsling',
    'Looks after the money of the hub',
    [['region-jamtland-harjedalen', 'STAFF']],
    ['FINANCE'],
  ),
  person(
    'ostersund',
    'sten',
    'Sten Wiklander',
    'Audits what the hub does',
    [['region-jamtland-harjedalen', 'STAFF']],
    ['AUDITOR'],
  ),
  person(
    'ostersund',
    'jonna',
    'Jonna Persgård',
    'Host of the house',
    [['region-jamtland-harjedalen', 'STAFF']],
    ['HOST'],
  ),
  person(
    'ostersund',
    'anders',
    'Anders Sundvall',
    'Runs the hub',
    [['region-jamtland-harjedalen', 'ADMIN']],
    ['HUB_ADMIN'],
  ),
  person('ostersund', 'emil', 'Emil Sandgren', 'Founder of a company for digital locks', [
    ['lasvarg', 'ADMIN'],
  ]),
  person('ostersund', 'amina', 'Amina Holmér', 'Product developer at a company for video visits', [
    ['fjallsyn', 'STAFF'],
  ]),
  person('ostersund', 'tyra', 'Tyra Ekvall', 'Runs the installation and makes hubs', []),
  person('ostersund', 'petra', 'Petra Myrbacka', 'Nurse shared by Berg and the region', [
    ['bergs-kommun', 'STAFF'],
    ['region-jamtland-harjedalen', 'STAFF'],
  ]),
  person('ostersund', 'tilda', 'Tilda Snöberg', 'Waits for the hub to answer an application', [
    ['lasvarg-teknik', 'ADMIN'],
  ]),

  person('vasterbotten', 'linnea', 'Linnea Forsmark', 'Assistant nurse and developer, Vilhelmina', [
    ['vilhelmina-kommun', 'STAFF'],
  ]),
  person('vasterbotten', 'rolf', 'Rolf Tannberg', 'Head of care, Lycksele', [
    ['lycksele-kommun', 'ADMIN'],
  ]),
  person('vasterbotten', 'siri', 'Siri Vindelgren', 'Process leader at the region', [
    ['region-vasterbotten', 'STAFF'],
  ]),
  person(
    'vasterbotten',
    'mattias',
    'Mattias Hedmyr',
    'Reviews proposals for the hub',
    [['region-vasterbotten', 'STAFF']],
    ['ASSESSOR'],
  ),
  person(
    'vasterbotten',
    'ingrid',
    'Ingrid Laxström',
    'Host of the house',
    [['lycksele-kommun', 'STAFF']],
    ['HOST'],
  ),
  person(
    'vasterbotten',
    'goran',
    'Göran Storberg',
    'Runs the hub',
    [['region-vasterbotten', 'ADMIN']],
    ['HUB_ADMIN'],
  ),
  person('vasterbotten', 'tove', 'Tove Kvistgård', 'Founder of a company for safety alarms', [
    ['kvistlarm', 'ADMIN'],
  ]),
  person('vasterbotten', 'jonas', 'Jonas Granath', 'Installer at a network company', [
    ['alvband', 'STAFF'],
  ]),

  person('vastra-gotaland', 'nadja', 'Nadja Söderkaj', 'Project leader, Göteborg', [
    ['goteborgs-kommun', 'STAFF'],
  ]),
  person('vastra-gotaland', 'bengt', 'Bengt Bohusén', 'Head of care, Uddevalla', [
    ['uddevalla-kommun', 'ADMIN'],
  ]),
  person('vastra-gotaland', 'karin', 'Karin Vänerlund', 'Strategist at the region', [
    ['vastra-gotalandsregionen', 'STAFF'],
  ]),
  person(
    'vastra-gotaland',
    'leo',
    'Leo Hamnstedt',
    'Reviews proposals for the hub',
    [['hogskolan-vast', 'STAFF']],
    ['ASSESSOR'],
  ),
  person(
    'vastra-gotaland',
    'vera',
    'Vera Kajström',
    'Host of the house, runs the hub',
    [['vastra-gotalandsregionen', 'ADMIN']],
    ['HOST', 'HUB_ADMIN'],
  ),
  person('vastra-gotaland', 'arvid', 'Arvid Spångberg', 'Engineer at a robot company', [
    ['kajkant', 'ADMIN'],
  ]),
  person('vastra-gotaland', 'minna', 'Minna Tonér', 'Sells sound and picture for care', [
    ['tonlage', 'STAFF'],
  ]),

  person('innlandet', 'ingvild', 'Ingvild Fjellstuen', 'Nurse and developer, Folldal', [
    ['folldal-kommune', 'STAFF'],
  ]),
  person('innlandet', 'oddvar', 'Oddvar Haugsletta', 'Head of health, Elverum', [
    ['elverum-kommune', 'ADMIN'],
  ]),
  person('innlandet', 'kari', 'Kari Mjøsvold', 'Adviser at the county', [
    ['innlandet-fylkeskommune', 'STAFF'],
  ]),
  person(
    'innlandet',
    'trygve',
    'Trygve Åsheim',
    'Reviews proposals for the hub',
    [['sykehuset-innlandet', 'STAFF']],
    ['ASSESSOR'],
  ),
  person(
    'innlandet',
    'solveig',
    'Solveig Låvestad',
    'Host of the house, runs the hub',
    [['innlandet-fylkeskommune', 'ADMIN']],
    ['HOST', 'HUB_ADMIN'],
  ),
  person('innlandet', 'eirik', 'Eirik Varslund', 'Manager of an alarm company', [
    ['asvarsel', 'ADMIN'],
  ]),
  person('innlandet', 'marte', 'Marte Skrinbakken', 'Pharmacist at a dispenser company', [
    ['pilleskrinet', 'STAFF'],
  ]),
];

/** Who of them runs the installation: makes hubs, and acts for nobody in any. */
export const demoOperators: readonly string[] = ['tyra'];
