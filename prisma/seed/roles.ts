import type { Text } from './types.ts';

/** What the demo people do, in the languages of the sign-in page; the key is the English. */
const words: Record<string, Omit<Text, 'en'>> = {
  'Developer in home care, Östersund': {
    sv: 'Utvecklare i hemtjänsten, Östersund',
    nb: 'Utvikler i hjemmetjenesten, Östersund',
  },
  'Head of care, Östersund': {
    sv: 'Vård- och omsorgschef, Östersund',
    nb: 'Helse- og omsorgssjef, Östersund',
  },
  'Unit manager, Åre': { sv: 'Enhetschef, Åre', nb: 'Enhetsleder, Åre' },
  'Project manager at the region': {
    sv: 'Projektledare på regionen',
    nb: 'Prosjektleder i regionen',
  },
  'Reviews proposals for the hub': {
    sv: 'Granskar förslag åt hubben',
    nb: 'Vurderer forslag for huben',
  },
  'Host of the house': { sv: 'Värd i huset', nb: 'Vert i huset' },
  'Looks after the money of the hub': {
    sv: 'Sköter hubbens ekonomi',
    nb: 'Tar seg av hubens økonomi',
  },
  'Audits what the hub does': {
    sv: 'Granskar vad hubben gör',
    nb: 'Reviderer det huben gjør',
  },
  'Runs the installation and makes hubs': {
    sv: 'Förvaltar installationen och skapar hubbar',
    nb: 'Forvalter installasjonen og oppretter huber',
  },
  'Runs the hub': { sv: 'Leder hubben', nb: 'Leder huben' },
  'Founder of a company for digital locks': {
    sv: 'Grundare av ett företag för digitala lås',
    nb: 'Gründer av en bedrift for digitale låser',
  },
  'Product developer at a company for video visits': {
    sv: 'Produktutvecklare på ett företag för videobesök',
    nb: 'Produktutvikler i en bedrift for videobesøk',
  },
  'Nurse shared by Berg and the region': {
    sv: 'Sjuksköterska som delas av Berg och regionen',
    nb: 'Sykepleier som deles av Berg og regionen',
  },
  'Waits for the hub to answer an application': {
    sv: 'Väntar på hubbens svar på en ansökan',
    nb: 'Venter på hubens svar på en søknad',
  },
  'Assistant nurse and developer, Vilhelmina': {
    sv: 'Undersköterska och utvecklare, Vilhelmina',
    nb: 'Helsefagarbeider og utvikler, Vilhelmina',
  },
  'Head of care, Lycksele': {
    sv: 'Vård- och omsorgschef, Lycksele',
    nb: 'Helse- og omsorgssjef, Lycksele',
  },
  'Process leader at the region': {
    sv: 'Processledare på regionen',
    nb: 'Prosessleder i regionen',
  },
  'Founder of a company for safety alarms': {
    sv: 'Grundare av ett företag för trygghetslarm',
    nb: 'Gründer av en bedrift for trygghetsalarmer',
  },
  'Installer at a network company': {
    sv: 'Installatör på ett nätföretag',
    nb: 'Montør i et nettselskap',
  },
  'Project leader, Göteborg': { sv: 'Projektledare, Göteborg', nb: 'Prosjektleder, Göteborg' },
  'Head of care, Uddevalla': {
    sv: 'Vård- och omsorgschef, Uddevalla',
    nb: 'Helse- og omsorgssjef, Uddevalla',
  },
  'Strategist at the region': { sv: 'Strateg på regionen', nb: 'Strateg i regionen' },
  'Host of the house, runs the hub': {
    sv: 'Värd i huset och ledare för hubben',
    nb: 'Vert i huset og leder for huben',
  },
  'Engineer at a robot company': {
    sv: 'Ingenjör på ett robotföretag',
    nb: 'Ingeniør i en robotbedrift',
  },
  'Sells sound and picture for care': {
    sv: 'Säljer ljud och bild till vården',
    nb: 'Selger lyd og bilde til helsetjenesten',
  },
  'Nurse and developer, Folldal': {
    sv: 'Sjuksköterska och utvecklare, Folldal',
    nb: 'Sykepleier og utvikler, Folldal',
  },
  'Head of health, Elverum': { sv: 'Hälsochef, Elverum', nb: 'Helsesjef, Elverum' },
  'Adviser at the county': { sv: 'Rådgivare på fylket', nb: 'Rådgiver i fylkeskommunen' },
  'Manager of an alarm company': {
    sv: 'Chef för ett larmföretag',
    nb: 'Leder for en alarmbedrift',
  },
  'Pharmacist at a dispenser company': {
    sv: 'Farmaceut på ett företag för läkemedelsrobotar',
    nb: 'Farmasøyt i en bedrift for medisindispensere',
  },
};

/** What a demo person does, in a reader's language; undefined for a role without words. */
export function roleIn(role: string, locale: keyof Text): string | undefined {
  return locale === 'en' ? role : words[role]?.[locale];
}
