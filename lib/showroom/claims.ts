/** What a demo may claim, by area. Each key has its words under `showroom.claimKeys`. */
export const claimKeys = {
  REGULATION: ['CLASS', 'CERTIFICATE', 'NMI_ID', 'AI_ACT', 'EHDS_LABEL'],
  EVIDENCE: ['CLINICAL', 'COST', 'REAL_WORLD', 'PRECLINICAL'],
  INTEGRATION: ['E1177', 'NPO', 'SITHS', 'FHIR', 'HELSENORGE', 'VKP', 'OPEN_API'],
  SECURITY: ['ISO_27001', 'KLASSA', 'DATA_LOCATION', 'SUBPROCESSORS', 'LOGIN', 'EXPORT'],
  ACCESSIBILITY: ['WCAG', 'LANGUAGES', 'SIGN_LANGUAGE', 'COGNITIVE'],
  PROCUREMENT: ['FRAMEWORK', 'NO_FRAMEWORK', 'PRICE_MODEL'],
} as const;

export type ClaimArea = keyof typeof claimKeys;
export type ClaimKey = (typeof claimKeys)[ClaimArea][number];
export const claimAreas = Object.keys(claimKeys) as ClaimArea[];
export const allClaimKeys: readonly ClaimKey[] = claimAreas.flatMap((area) => claimKeys[area]);
/** How far a claim is proven: said alone, tried by somebody, or at work somewhere. */
export const claimLevels = ['DECLARED', 'TESTED', 'IN_PRODUCTION'] as const;
export type ClaimLevel = (typeof claimLevels)[number];

/** The keys whose value is one of several; the others are answered in words, some need none. */
export const claimValues: Partial<Record<ClaimKey, readonly string[]>> = {
  // MDR (EU) 2017/745, IVDR (EU) 2017/746, and national medical information systems (HSLF-FS 2022:42).
  CLASS: [
    ...['MDR_I', 'MDR_IIA', 'MDR_IIB', 'MDR_III', 'IVDR_A', 'IVDR_B', 'IVDR_C', 'IVDR_D', 'NMI'],
    ...['NOT_A_DEVICE', 'UNSURE'],
  ],
  // Regulation (EU) 2024/1689.
  AI_ACT: ['MINIMAL', 'LIMITED', 'HIGH', 'UNSURE'],
  DATA_LOCATION: ['SE', 'NO', 'EEA', 'OUTSIDE'],
  WCAG: ['AA', 'A', 'PARTLY'],
  PRICE_MODEL: ['ONE_OFF', 'SUBSCRIPTION', 'PER_USER', 'FREE', 'OTHER'],
};

/** The classes under which something may be said to diagnose, treat or watch over a patient (R30). */
export const medicalClasses: readonly string[] = (claimValues.CLASS ?? []).filter(
  (value) => value !== 'NOT_A_DEVICE' && value !== 'UNSURE',
);

/** What an area asks besides the value. */
export const claimDetails = {
  REGULATION: [],
  EVIDENCE: ['design', 'tier', 'people', 'outcome'],
  INTEGRATION: ['version'],
  SECURITY: [],
  ACCESSIBILITY: [],
  PROCUREMENT: ['owner', 'lot', 'rank', 'callOff'],
} as const satisfies Record<ClaimArea, readonly string[]>;
export type ClaimDetail = (typeof claimDetails)[ClaimArea][number];
/** What is told of a study, in the order of its table. */
export const evidenceColumns = claimDetails.EVIDENCE;
/** How strong a study is, after NICE's evidence standards: A describes, B shows an effect, C compares. */
export const evidenceTiers = ['A', 'B', 'C'] as const;

export type Claim = {
  area: ClaimArea;
  key: ClaimKey;
  value: string;
  level: ClaimLevel;
  source: string;
  sourceUrl: string;
  checkedBy: string;
  /** Local days, YYYY-MM-DD, or empty. */
  checkedOn: string;
  expiresOn: string;
  detail: Partial<Record<ClaimDetail, string>>;
};

/** Whether somebody's check of a claim still holds on a day (YYYY-MM-DD): the last day counts. */
export function isChecked({ level, expiresOn }: Pick<Claim, 'level' | 'expiresOn'>, day: string) {
  return level !== 'DECLARED' && expiresOn >= day;
}

/** A claim that was checked once, and whose check has run out: shown grey. */
export function hasRunOut({ expiresOn }: Pick<Claim, 'expiresOn'>, day: string): boolean {
  return expiresOn !== '' && expiresOn < day;
}

/** The area a key belongs to. */
export function areaOf(key: ClaimKey): ClaimArea {
  const known: Record<ClaimArea, readonly string[]> = claimKeys;
  const area = claimAreas.find((each) => known[each].includes(key));
  if (!area) throw new Error(`no area has ${key}`);
  return area;
}

/** What only a device has, or what is tried on patients: it says its class, also that it is none. */
export const asksClass: readonly ClaimKey[] = ['CERTIFICATE', 'NMI_ID', 'CLINICAL'];

// Words that say what only a medical device may (MDR art. 2.1): the beginnings, in three languages, folded.
const illness =
  '(sjuk|sykdom|disease|illness|depression|angest|angst|anxiety|sepsis|cancer|kreft|stroke|slag|infarkt|infarction|hjart|hjerte|heart|flimmer|atrial|diabet|demens|dementia|epilep|anfall|seizure|smarta|smerte|pain|sar |wound|astma|asthma|kol |copd|kols )';
const patient =
  '(patient|pasient|vital|hjart|hjerte|heart|puls|pulse|blod|blood|andning|pust|breath)';
const little = '(\\w+ ){0,2}';
const medicalWords = new RegExp(
  `(^|[^a-z])(${[
    'diagnos',
    `(behandlar|behandler|treats?|lindrar|lindrer|botar|kurerer|cures?) ${little}${illness}`,
    `(upptacker|oppdager|detects?|varnar for|varsler om|warns? (of|about)|predicts?|forutsager|forutsier) ${little}${illness}`,
    `(overvakar|overvaker|monitors?) ${little}${patient}`,
    `(doserar|doserer|doses?|beraknar dos|beregner dose) ${little}(insulin|lakemedel|legemid|medicin|medisin|drugs?)`,
  ].join('|')})`,
);

/** Whether a text says that something diagnoses, treats or watches over patients. */
export function soundsMedical(texts: readonly string[]): boolean {
  const folded = texts.join(' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return medicalWords.test(folded.replaceAll('ø', 'o').replaceAll('æ', 'a'));
}
