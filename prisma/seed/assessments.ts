import type { Assessment, Criterion } from '#lib/proposals/assessment.ts';

type SeedAssessment = {
  /** A proposal that is decided; who decided wrote it. */
  proposal: string;
  maturity: Assessment['maturity'];
  summary: string;
  criteria: Assessment['criteria'];
  bodies: readonly string[];
};

type Judged = Assessment['criteria'][Criterion];
const yes = (comment = ''): Judged => ({ answer: 'YES', comment });
const partially = (comment: string): Judged => ({ answer: 'PARTIALLY', comment });
const no = (comment: string): Judged => ({ answer: 'NO', comment });
const allYes: Assessment['criteria'] = {
  need: yes(),
  feasibility: yes(),
  benefit: yes(),
  cost: yes(),
  running: yes(),
  owner: yes(),
  access: yes(),
};

/** What was weighed before the demo proposals were decided. */
export const demoAssessments: readonly SeedAssessment[] = [
  {
    proposal: 'lugna-natter',
    maturity: 'PILOTED',
    summary:
      'Tekniken är prövad. Det nya är att alla mäter lika och att nattgruppen lär ut till nästa kommun.',
    criteria: {
      ...allYes,
      need: yes('Fyra kommuner har sagt att de har det.'),
      cost: partially('Kamerorna är kända, utbildningen av nattpersonal är inte räknad.'),
      running: partially('Kommunerna betalar var för sig. Avtalet efter provåret saknas.'),
    },
    bodies: ['are-kommun', 'bergs-kommun'],
  },
  {
    proposal: 'en-nyckel-mindre',
    maturity: 'IN_USE',
    summary:
      'Åre har det i drift. Frågan är hur fort grannarna kan ta efter, inte om det fungerar.',
    criteria: {
      ...allYes,
      cost: yes('Kostnaden per dörr är känd.'),
      access: partially('Hyresgäster utan mobil behöver en annan väg in.'),
    },
    bodies: ['ostersunds-kommun', 'lasvarg'],
  },
  {
    proposal: 'las-for-fritidshus',
    maturity: 'DESCRIBED',
    summary: 'Behörigheten för hemtjänst och uthyrning hålls inte isär. Det går inte att pröva så.',
    criteria: {
      ...allYes,
      need: no('Ingen kommun har sagt att den har behovet.'),
      feasibility: partially('Låset finns, behörigheten gör det inte.'),
      running: no('Vem som betalar efter första året står inte.'),
      owner: no('Ingen är namngiven.'),
    },
    bodies: ['are-kommun'],
  },
  {
    proposal: 'nat-till-alla-boenden',
    maturity: 'DESCRIBED',
    summary:
      'Mätningen är billig och ger alla kommuner samma underlag. Själva nätet är nästa fråga.',
    criteria: {
      ...allYes,
      cost: yes('En gemensam mätning kostar mindre än åtta egna.'),
      running: partially('Driften av näten avgörs först när mätningen är gjord.'),
    },
    bodies: ['region-jamtland-harjedalen', 'bergs-kommun'],
  },
  {
    proposal: 'provet-kommer-till-byn',
    maturity: 'TESTED',
    summary:
      'Fem prover på samma sätt i fyra kommuner är lagom stort. Laboratoriet måste vara med.',
    criteria: { ...allYes, running: partially('Frakten av proven är inte beräknad.') },
    bodies: ['lycksele-kommun', 'region-vasterbotten'],
  },
  {
    proposal: 'medicin-i-tid',
    maturity: 'IN_USE',
    summary: 'Resultatet från 450 hem bär. Att fler kommuner hakar på gör upphandlingen enklare.',
    criteria: { ...allYes, access: yes('Den som inte klarar roboten får hjälp som förut.') },
    bodies: ['uddevalla-kommun'],
  },
  {
    proposal: 'lyft-i-tva-hus',
    maturity: 'TESTED',
    summary: 'Roboten är lovande, men ingen i vården har sagt att den vill ha provet hos sig.',
    criteria: {
      ...allYes,
      need: no('Inget boende har ställt sig bakom.'),
      running: no('Service efter sex månader saknas.'),
      owner: partially('Bolaget äger roboten, ingen äger arbetssättet.'),
    },
    bodies: ['goteborgs-kommun'],
  },
  {
    proposal: 'dialyse-i-fjellet',
    maturity: 'PILOTED',
    summary: 'Pasientene slipper lange reiser, og sykehuset har prøvd det samme et annet sted.',
    criteria: { ...allYes, cost: partially('Ombyggingen er et anslag.') },
    bodies: ['sykehuset-innlandet', 'elverum-kommune'],
  },
];
