import type { Like } from '../like.ts';
import type { site as original } from '../sv/site.ts';

export const site: Like<typeof original> = {
  product: 'Navet',
  title: 'Navet – digital helse og omsorg som deles',
  lead: 'Her møtes kommuner, regioner, sykehus, frivillige og bedrifter om digital helse og omsorg. Velg en hub for å se hva som vises, bestille en plass eller utvikle sammen.',
  chooseHub: 'Velg hub',
  skip: 'Hopp til innholdet',
  notTranslated: 'Ikke oversatt, på {language}',
  menu: 'Meny',
  mainNavigation: 'Hovedmeny',
  language: 'Språk',
  signIn: 'Logg inn',
  account: 'Mine sider',
  signOut: 'Logg ut',
  breadcrumb: 'Du er her',
  nav: {
    start: 'Start',
    showroom: 'Showrom',
    projects: 'Prosjekter',
    results: 'Resultater',
    workspace: 'Arbeidsplasser',
    organisations: 'Hvem er med',
  },
  doors: {
    heading: 'Hva vil du gjøre?',
    showroom: 'Se showrommet',
    showroomText: 'Digital helse som virker i dag, vist av dem som bruker og lager den.',
    workspace: 'Jobb fra huben',
    workspaceText: 'Skrivebord, rom og lab for en time eller for år.',
    develop: 'Utvikle tjenestene sammen',
    developText: 'Se hva andre gjør, foreslå prosjekter og del på kostnadene.',
  },
  hub: {
    newest: 'Nytt i showrommet',
    needs: 'Behov som søker løsning',
    mission: 'Derfor finnes vi',
    visit: 'Finn frem',
    contact: 'Kontakt',
    area: '{area, number} m²',
    seeAll: 'Vis alle',
    takesPart: '{count, plural, one {# organisasjon er med} other {# organisasjoner er med}}',
  },
  organisations: {
    title: 'Hvem er med',
    lead: 'Offentlige og private aktører, frivillige og universiteter i {hub}.',
    none: 'Ingen organisasjon har blitt med ennå.',
  },
  workspace: {
    title: 'Arbeidsplasser',
    lead: 'Slik ser huset ut. Logg inn for å se hva som er ledig, og bestille.',
    book: 'Logg inn og bestill',
    hours: 'Åpningstider',
    closed: 'stengt',
    none: 'Huset har ingen plasser å bestille ennå.',
    planOf: 'Plantegning, {floor}',
  },
  about: {
    accessibility: 'Tilgjengelighet',
    accessibilityText:
      'Navet skal kunne brukes av alle, med tastatur, skjermleser, forstørring og uten JavaScript. Målet er WCAG 2.2, nivå AA. Finner du et hinder? Skriv til huben, så retter vi det.',
    privacy: 'Om opplysningene',
    privacyText:
      'Navet lagrer det som trengs for at du skal kunne logge inn, bestille og foreslå: navn, e-postadresse, organisasjon og det du selv skriver. Siden bruker bare informasjonskapslene som innloggingen krever. Ingenting deles med andre huber.',
  },
  notFound: {
    title: 'Siden finnes ikke',
    text: 'Adressen kan være feilskrevet, eller siden kan ha flyttet. Begynn på nytt fra startsiden.',
    home: 'Til startsiden',
    account: 'Til Mine sider',
  },
  refused: {
    title: 'Det går ikke an å ta imot',
    text: 'Det som ble sendt, er for stort eller kan ikke leses. Ingenting er endret. Gå tilbake og prøv igjen.',
  },
  hasty: {
    title: 'Litt for fort',
    text: 'Det kom svært mange endringer fra samme sted på kort tid. Ingenting er endret. Vent et minutt og prøv igjen.',
  },
  away: {
    title: 'Portalen svarer ikke akkurat nå',
    text: 'Den når ikke opplysningene sine, men det pleier å gå over av seg selv. Prøv igjen om en liten stund. Hvis du nettopp sendte noe: se etter om det kom fram før du sender det på nytt.',
  },
  busy: {
    title: 'Mange er her akkurat nå',
    text: 'Portalen rekker ikke å svare alle. Ingenting er endret. Prøv igjen om noen sekunder.',
  },
  broken: {
    title: 'Noe gikk galt hos oss',
    text: 'Feilen er notert. Prøv igjen om litt. Oppgi gjerne dette nummeret hvis du kontakter oss: {id}',
    again: 'Prøv igjen',
  },
  form: {
    confirmPrice: 'Bekreft prisen',
    errorSummary: 'Rett dette og send på nytt',
    optional: 'valgfritt',
    sending: 'Sender …',
    noAnswer:
      'Det kom ikke noe svar fra portalen. Det du skrev, står her fortsatt, men er ikke sikkert lagret. Prøv igjen om litt.',
  },
  kinds: {
    REGION: 'Fylkeskommune',
    MUNICIPALITY: 'Kommune',
    HOSPITAL: 'Sykehus',
    UNIVERSITY: 'Universitet',
    VOLUNTARY: 'Frivillig',
    COMPANY: 'Bedrift',
  },
  footer: {
    operatedBy: 'Drives av',
    demo: 'Dette er en demonstrasjon. Personer og hendelser er oppdiktet.',
  },
};
