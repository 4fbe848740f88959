import type { SeedClaim } from '../types.ts';

const checked = (source: string, checkedBy: string, checkedOn: string, expiresOn: string) => ({
  ...{ source, checkedBy, checkedOn, expiresOn },
});
const isoReview = checked(
  'Certifikat 2025-118',
  'Nordlys Sertifisering',
  '2025-11-03',
  '2028-11-02',
);
const wcag = checked(
  'Granskning mot EN 301 549',
  'Tillgänglighetsbyrån i Åre',
  '2026-05-12',
  '2028-05-11',
);

/** What some demos claim, by their number: stated, tested, in operation, and one whose check has run out. */
export const demoClaims: Record<string, readonly SeedClaim[]> = {
  'D-3C7W': [
    { key: 'NO_FRAMEWORK' },
    {
      key: 'REAL_WORLD',
      value: 'Fler larm når fram',
      level: 'IN_PRODUCTION',
      ...checked('Uppföljning av 1 900 larm', 'FoU Jämtland', '2026-03-02', '2027-03-01'),
      detail: {
        design: 'Före och efter',
        tier: 'B',
        people: '1900',
        outcome: 'Larm som inte gick fram föll från 2,1 till 0,3 procent',
      },
    },
    { key: 'DATA_LOCATION', value: 'SE' },
    {
      key: 'KLASSA',
      value: '232',
      level: 'TESTED',
      ...checked('Klassning 2026', 'Kommunens informationssäkerhet', '2026-02-10', '2028-02-09'),
    },
  ],
  'D-6P2H': [
    { key: 'CLASS', value: 'NOT_A_DEVICE' },
    { key: 'ISO_27001', level: 'TESTED', ...isoReview },
    { key: 'DATA_LOCATION', value: 'SE' },
    { key: 'WCAG', value: 'AA', level: 'TESTED', ...wcag },
    {
      key: 'FRAMEWORK',
      value: 'Trygghetsskapande teknik 2025',
      detail: {
        owner: 'Adda',
        lot: 'Digital tillsyn',
        rank: '2',
        callOff: 'Förnyad konkurrensutsättning',
      },
    },
    { key: 'PRICE_MODEL', value: 'PER_USER' },
  ],
  'D-2R5V': [
    { key: 'CLASS', value: 'MDR_I' },
    {
      key: 'SITHS',
      level: 'IN_PRODUCTION',
      ...checked(
        'Inloggning i drift i två kommuner',
        'Härjedalens kommun',
        '2026-01-19',
        '2027-01-18',
      ),
    },
    { key: 'OPEN_API', detail: { version: '2' } },
    { key: 'WCAG', value: 'PARTLY' },
  ],
  'D-3H9X': [
    {
      key: 'CLASS',
      value: 'MDR_IIA',
      level: 'TESTED',
      ...checked('EU-intyg', 'Anmält organ', '2024-06-01', '2029-05-31'),
    },
    {
      key: 'CERTIFICATE',
      value: 'EU-24-0611',
      level: 'TESTED',
      ...checked('EU-intyg', 'Anmält organ', '2024-06-01', '2029-05-31'),
    },
    {
      key: 'CLINICAL',
      value: 'Hjärtsvikt hittas tidigare',
      detail: {
        design: 'Jämförande',
        tier: 'C',
        people: '212',
        outcome: 'Fyra av fem fick rätt vård samma dag',
      },
    },
    {
      key: 'FHIR',
      level: 'TESTED',
      ...checked('Prov mot testmiljö', 'Regionens it', '2026-04-20', '2027-04-19'),
      detail: { version: 'R4' },
    },
  ],
  'D-8W5T': [
    {
      key: 'E1177',
      level: 'IN_PRODUCTION',
      ...checked('Avtal och drift', 'Region Jämtland Härjedalen', '2026-02-01', '2027-01-31'),
    },
    {
      key: 'NPO',
      level: 'TESTED',
      ...checked('Prov i testmiljö', 'Regionens it', '2025-06-15', '2026-06-14'),
    },
    {
      key: 'SITHS',
      level: 'IN_PRODUCTION',
      ...checked('Inloggning i drift', 'Region Jämtland Härjedalen', '2026-02-01', '2027-01-31'),
    },
    { key: 'ISO_27001', level: 'TESTED', ...isoReview },
    { key: 'LANGUAGES', value: 'Svenska, norska, engelska, sydsamiska' },
    { key: 'PRICE_MODEL', value: 'SUBSCRIPTION' },
  ],
  'D-4M6G': [
    {
      key: 'SITHS',
      level: 'IN_PRODUCTION',
      ...checked('Inloggning i drift', 'Åre kommun', '2026-05-04', '2027-05-03'),
    },
    { key: 'EXPORT', value: 'CSV och FHIR' },
    { key: 'WCAG', value: 'AA', level: 'TESTED', ...wcag },
  ],
  'D-7T9F': [
    { key: 'ISO_27001' },
    {
      key: 'OPEN_API',
      level: 'TESTED',
      ...checked('Prov mot två larmcentraler', 'Östersunds kommun', '2025-09-01', '2026-08-31'),
    },
    {
      key: 'FRAMEWORK',
      value: 'Digitala lås 2024',
      detail: { owner: 'Adda', lot: 'Lås', rank: '1', callOff: 'Rangordning' },
    },
  ],
  'D-3X5P': [
    { key: 'CLASS', value: 'MDR_I' },
    {
      key: 'VKP',
      level: 'IN_PRODUCTION',
      ...checked('I drift', 'Elverum kommune', '2026-03-10', '2027-03-09'),
    },
    {
      key: 'COST',
      value: 'Færre reiser',
      level: 'TESTED',
      ...checked('Gevinstrapport', 'Elverum kommune', '2026-01-12', '2028-01-11'),
      detail: {
        design: 'Før og etter',
        tier: 'B',
        people: '64',
        outcome: '2 100 færre reiser i året',
      },
    },
  ],
  'D-5H2L': [
    {
      key: 'HELSENORGE',
      level: 'IN_PRODUCTION',
      ...checked('I drift', 'Sykehuset Innlandet', '2026-02-02', '2027-02-01'),
    },
  ],
  'D-9F3C': [
    { key: 'CLASS', value: 'UNSURE' },
    { key: 'AI_ACT', value: 'HIGH' },
  ],
};
