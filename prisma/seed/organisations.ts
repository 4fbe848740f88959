import type { HubSlug, SeedOrganisation, Text } from './types.ts';

type Municipality = readonly [slug: string, name: string, shortName: string, code: string];

/** Municipalities of one hub: the name and the code are those of the reference tables. */
function municipalities(
  country: 'SE' | 'NO',
  hub: HubSlug,
  county: string,
  rows: readonly Municipality[],
): SeedOrganisation[] {
  return rows.map(([slug, name, shortName, officialCode]) => ({
    slug,
    name,
    shortName,
    kind: 'MUNICIPALITY',
    side: 'PUBLIC',
    country,
    officialCode,
    organisationNumber: null,
    town: shortName,
    hubs: [hub],
    about: {
      sv: `Kommun i ${county}. Ansvarar för hemtjänst, särskilt boende och kommunal hälso- och sjukvård.`,
      nb: `Kommune i ${county}. Har ansvar for hjemmetjeneste, sykehjem og kommunal helsehjelp.`,
      en: `Municipality in ${county}. Runs home care, care homes and municipal health care.`,
    },
  }));
}

function company(
  slug: string,
  name: string,
  town: string,
  hubs: readonly HubSlug[],
  organisationNumber: string | null,
  about: Text,
): SeedOrganisation {
  const shortName = name.replace(/ (AB|AS)$/, '');
  const country = name.endsWith(' AS') ? 'NO' : 'SE';
  return {
    slug,
    name,
    shortName,
    kind: 'COMPANY',
    side: 'PRIVATE',
    country,
    officialCode: null,
    organisationNumber,
    town,
    hubs,
    about,
  };
}

const regions: readonly SeedOrganisation[] = [
  {
    slug: 'region-jamtland-harjedalen',
    name: 'Region Jämtland Härjedalen',
    shortName: 'Region JH',
    kind: 'REGION',
    side: 'PUBLIC',
    country: 'SE',
    officialCode: '23',
    organisationNumber: null,
    town: 'Östersund',
    hubs: ['ostersund'],
    about: {
      sv: 'Driver sjukhuset i Östersund och hälsocentraler i hela länet.',
      nb: 'Driver sykehuset i Östersund og helsesentre i hele länet.',
      en: 'Runs the hospital in Östersund and health centres across the county.',
    },
  },
  {
    slug: 'region-vasterbotten',
    name: 'Region Västerbotten',
    shortName: 'Region Västerbotten',
    kind: 'REGION',
    side: 'PUBLIC',
    country: 'SE',
    officialCode: '24',
    organisationNumber: null,
    town: 'Umeå',
    hubs: ['vasterbotten'],
    about: {
      sv: 'Driver sjukhus och hälsocentraler från kusten till fjällen.',
      nb: 'Driver sykehus og helsesentre fra kysten til fjellet.',
      en: 'Runs hospitals and health centres from the coast to the mountains.',
    },
  },
  {
    slug: 'vastra-gotalandsregionen',
    name: 'Västra Götalandsregionen',
    shortName: 'VGR',
    kind: 'REGION',
    side: 'PUBLIC',
    country: 'SE',
    officialCode: '14',
    organisationNumber: null,
    town: 'Vänersborg',
    hubs: ['vastra-gotaland'],
    about: {
      sv: 'Ger sjukvård åt 49 kommuner i västra Sverige.',
      nb: 'Gir helsehjelp til 49 kommuner i Vest-Sverige.',
      en: 'Provides health care in 49 municipalities in western Sweden.',
    },
  },
  {
    slug: 'innlandet-fylkeskommune',
    name: 'Innlandet fylkeskommune',
    shortName: 'Innlandet',
    kind: 'REGION',
    side: 'PUBLIC',
    country: 'NO',
    officialCode: '34',
    organisationNumber: null,
    town: 'Hamar',
    hubs: ['innlandet'],
    about: {
      sv: 'Fylket som samlar 46 kommuner kring gemensam utveckling.',
      nb: 'Fylkeskommunen som samler 46 kommuner om felles utvikling.',
      en: 'The county that gathers 46 municipalities around joint development.',
    },
  },
];

const swedishMunicipalities: readonly SeedOrganisation[] = [
  ...municipalities('SE', 'ostersund', 'Jämtlands län', [
    ['ostersunds-kommun', 'Östersunds kommun', 'Östersund', '2380'],
    ['krokoms-kommun', 'Krokoms kommun', 'Krokom', '2309'],
    ['are-kommun', 'Åre kommun', 'Åre', '2321'],
    ['bergs-kommun', 'Bergs kommun', 'Berg', '2326'],
    ['bracke-kommun', 'Bräcke kommun', 'Bräcke', '2305'],
    ['harjedalens-kommun', 'Härjedalens kommun', 'Härjedalen', '2361'],
    ['ragunda-kommun', 'Ragunda kommun', 'Ragunda', '2303'],
    ['stromsunds-kommun', 'Strömsunds kommun', 'Strömsund', '2313'],
  ]),
  ...municipalities('SE', 'vasterbotten', 'Västerbottens län', [
    ['lycksele-kommun', 'Lycksele kommun', 'Lycksele', '2481'],
    ['sorsele-kommun', 'Sorsele kommun', 'Sorsele', '2422'],
    ['storumans-kommun', 'Storumans kommun', 'Storuman', '2421'],
    ['vilhelmina-kommun', 'Vilhelmina kommun', 'Vilhelmina', '2462'],
    ['dorotea-kommun', 'Dorotea kommun', 'Dorotea', '2425'],
    ['asele-kommun', 'Åsele kommun', 'Åsele', '2463'],
    ['mala-kommun', 'Malå kommun', 'Malå', '2418'],
    ['norsjo-kommun', 'Norsjö kommun', 'Norsjö', '2417'],
    ['skelleftea-kommun', 'Skellefteå kommun', 'Skellefteå', '2482'],
    ['umea-kommun', 'Umeå kommun', 'Umeå', '2480'],
    ['nordmalings-kommun', 'Nordmalings kommun', 'Nordmaling', '2401'],
    ['bjurholms-kommun', 'Bjurholms kommun', 'Bjurholm', '2403'],
    ['vindelns-kommun', 'Vindelns kommun', 'Vindeln', '2404'],
    ['robertsfors-kommun', 'Robertsfors kommun', 'Robertsfors', '2409'],
    ['vannas-kommun', 'Vännäs kommun', 'Vännäs', '2460'],
  ]),
  ...municipalities('SE', 'vastra-gotaland', 'Västra Götalands län', [
    ['goteborgs-kommun', 'Göteborgs kommun', 'Göteborg', '1480'],
    ['uddevalla-kommun', 'Uddevalla kommun', 'Uddevalla', '1485'],
  ]),
];

const norwegianMunicipalities = municipalities('NO', 'innlandet', 'Innlandet', [
  ['folldal-kommune', 'Folldal kommune', 'Folldal', '3429'],
  ['elverum-kommune', 'Elverum kommune', 'Elverum', '3420'],
  ['hamar-kommune', 'Hamar kommune', 'Hamar', '3403'],
  ['lillehammer-kommune', 'Lillehammer kommune', 'Lillehammer', '3405'],
  ['tynset-kommune', 'Tynset kommune', 'Tynset', '3427'],
  ['gjovik-kommune', 'Gjøvik kommune', 'Gjøvik', '3407'],
  ['stange-kommune', 'Stange kommune', 'Stange', '3413'],
]);

const otherBodies: readonly SeedOrganisation[] = [
  {
    slug: 'sykehuset-innlandet',
    name: 'Sykehuset Innlandet HF',
    shortName: 'Sykehuset Innlandet',
    kind: 'HOSPITAL',
    side: 'PUBLIC',
    country: 'NO',
    officialCode: null,
    organisationNumber: null,
    town: 'Brumunddal',
    hubs: ['innlandet'],
    about: {
      sv: 'Sjukhus på flera orter i Innlandet.',
      nb: 'Sykehus flere steder i Innlandet.',
      en: 'Hospitals in several towns in Innlandet.',
    },
  },
  {
    slug: 'hogskolan-vast',
    name: 'Högskolan Väst',
    shortName: 'Högskolan Väst',
    kind: 'UNIVERSITY',
    side: 'PUBLIC',
    country: 'SE',
    officialCode: null,
    organisationNumber: null,
    town: 'Trollhättan',
    hubs: ['vastra-gotaland'],
    about: {
      sv: 'Utbildar vårdpersonal och utvärderar nya arbetssätt.',
      nb: 'Utdanner helsepersonell og evaluerer nye arbeidsmåter.',
      en: 'Trains care staff and evaluates new ways of working.',
    },
  },
  {
    slug: 'byavannerna',
    name: 'Byavännerna i södra Lappland',
    shortName: 'Byavännerna',
    kind: 'VOLUNTARY',
    side: 'CIVIC',
    country: 'SE',
    officialCode: null,
    organisationNumber: null,
    town: 'Storuman',
    hubs: ['vasterbotten'],
    about: {
      sv: 'Ideell förening som hälsar på, skjutsar och hjälper till med tekniken i byarna.',
      nb: 'Et frivillig lag som kommer på besøk, kjører og hjelper til med teknikken i bygdene.',
      en: 'A voluntary association that visits, drives and helps with technology in the villages.',
    },
  },
  {
    slug: 'besoksvennene',
    name: 'Besøksvennene i Innlandet',
    shortName: 'Besøksvennene',
    kind: 'VOLUNTARY',
    side: 'CIVIC',
    country: 'NO',
    officialCode: null,
    organisationNumber: null,
    town: 'Elverum',
    hubs: ['innlandet'],
    about: {
      sv: 'Frivilliga som besöker äldre och lär ut videosamtal.',
      nb: 'Frivillige som besøker eldre og lærer bort videosamtale.',
      en: 'Volunteers who visit older people and teach them to use video calls.',
    },
  },
];

const companies: readonly SeedOrganisation[] = [
  company('sigma', 'Sigma', 'Östersund', ['ostersund'], null, {
    sv: 'Konsultbolag som sitter i huset och hjälper till att ta idéer till färdiga tjänster.',
    nb: 'Konsulentselskap i huset som hjelper ideer fram til ferdige tjenester.',
    en: 'Consultancy in the house that helps turn ideas into finished services.',
  }),
  company('dios', 'Diös', 'Östersund', ['ostersund'], null, {
    sv: 'Hyresvärd för huset i Östersund.',
    nb: 'Utleier av huset i Östersund.',
    en: 'Landlord of the house in Östersund.',
  }),
  company('lasvarg', 'Låsvarg AB', 'Östersund', ['ostersund', 'vasterbotten'], '5599901070', {
    sv: 'Gör digitala lås och nyckelfri hemtjänst för gamla dörrar.',
    nb: 'Lager digitale låser og nøkkelfri hjemmetjeneste for gamle dører.',
    en: 'Makes digital locks and keyless home care for old doors.',
  }),
  company('fjallsyn', 'Fjällsyn Omsorgsteknik AB', 'Åre', ['ostersund'], '5599901146', {
    sv: 'Säkra videobesök och hälsorum för glesbygd.',
    nb: 'Sikre videobesøk og helserom for spredtbygde strøk.',
    en: 'Secure video visits and health rooms for sparse areas.',
  }),
  company('nattugglan', 'Nattugglan Sensor AB', 'Krokom', ['ostersund'], '5599901211', {
    sv: 'Kameror och sensorer för lugn tillsyn på natten.',
    nb: 'Kameraer og sensorer for rolig tilsyn om natten.',
    en: 'Cameras and sensors for calm supervision at night.',
  }),
  company('turvis', 'Turvis Planering AB', 'Östersund', ['ostersund'], '5599901286', {
    sv: 'Planering och dokumentation i mobilen, även utan täckning.',
    nb: 'Planlegging og dokumentasjon på mobilen, også uten dekning.',
    en: 'Planning and documentation on the phone, also without coverage.',
  }),
  company('ekofickan', 'Ekofickan Diagnostik AB', 'Östersund', ['ostersund'], '5599901351', {
    sv: 'Ultraljud som får plats i fickan.',
    nb: 'Ultralyd som får plass i lommen.',
    en: 'Ultrasound that fits in a pocket.',
  }),
  company('dosklok', 'Dosklok AB', 'Strömsund', ['ostersund', 'vastra-gotaland'], '5599901427', {
    sv: 'Läkemedelsskåp och robotar som delar ut rätt dos i rätt tid.',
    nb: 'Medisinskap og roboter som deler ut riktig dose til riktig tid.',
    en: 'Medicine cabinets and robots that give the right dose at the right time.',
  }),
  company('alvband', 'Älvband Nät AB', 'Skellefteå', ['vasterbotten'], '5599901492', {
    sv: 'Bygger trådlösa nät för äldreboenden och byar.',
    nb: 'Bygger trådløse nett for sykehjem og bygder.',
    en: 'Builds wireless networks for care homes and villages.',
  }),
  company('granrot', 'Granrot Vårdrum AB', 'Umeå', ['vasterbotten'], '5599901567', {
    sv: 'Inreder obemannade hälsorum med mätutrustning.',
    nb: 'Innreder ubemannede helserom med måleutstyr.',
    en: 'Fits out unstaffed health rooms with measuring equipment.',
  }),
  company('kvistlarm', 'Kvistlarm AB', 'Lycksele', ['vasterbotten'], '5599901633', {
    sv: 'Trygghetslarm som fungerar ute i skogen.',
    nb: 'Trygghetsalarmer som virker ute i skogen.',
    en: 'Safety alarms that work out in the forest.',
  }),
  company(
    'kajkant',
    'Kajkant Robotik AB',
    'Göteborg',
    ['vastra-gotaland', 'innlandet'],
    '5599901708',
    {
      sv: 'Robotar som lyfter, bär och håller sällskap.',
      nb: 'Roboter som løfter, bærer og holder selskap.',
      en: 'Robots that lift, carry and keep company.',
    },
  ),
  company('tonlage', 'Tonläge Ljud och Bild AB', 'Göteborg', ['vastra-gotaland'], '5599901773', {
    sv: 'Ljud och bild så att alla hör och ser varandra.',
    nb: 'Lyd og bilde slik at alle hører og ser hverandre.',
    en: 'Sound and picture so that everyone hears and sees each other.',
  }),
  company('vagbryt', 'Vågbryt Trygghet AB', 'Uddevalla', ['vastra-gotaland'], '5599901849', {
    sv: 'Sensorer och larm för tryggt boende hemma.',
    nb: 'Sensorer og alarmer for å bo trygt hjemme.',
    en: 'Sensors and alarms for living safely at home.',
  }),
  company('asvarsel', 'Åsvarsel AS', 'Hamar', ['innlandet'], '311400126', {
    sv: 'Trygghetslarm och mottagningstjänst.',
    nb: 'Trygghetsalarmer og alarmmottak.',
    en: 'Safety alarms and a response service.',
  }),
  company('pilleskrinet', 'Pilleskrinet AS', 'Lillehammer', ['innlandet'], '311400142', {
    sv: 'Medicindispensrar för hemmet.',
    nb: 'Medisindispensere til hjemmet.',
    en: 'Medicine dispensers for the home.',
  }),
];

/** One that has applied and waits, with a name much like another's. */
const applicants: readonly SeedOrganisation[] = [
  {
    ...company('lasvarg-teknik', 'Låsvarg Teknik AB', 'Östersund', ['ostersund'], '5599902052', {
      sv: 'Säljer beslag och dörrlås till fastighetsbolag.',
      nb: 'Selger beslag og dørlåser til eiendomsselskaper.',
      en: 'Sells fittings and door locks to property companies.',
    }),
    applied: {
      by: 'tilda',
      role: 'Verksamhetschef',
      why: 'Vi vill visa våra dörrlås i showroomet och prova dem hos en kommun.',
    },
  },
];

export const demoOrganisations: readonly SeedOrganisation[] = [
  ...regions,
  ...swedishMunicipalities,
  ...norwegianMunicipalities,
  ...otherBodies,
  ...companies,
  ...applicants,
];
