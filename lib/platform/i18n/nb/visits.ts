import type { Like } from '../like.ts';
import type { visits as original } from '../sv/visits.ts';

export const visits: Like<typeof original> = {
  nav: 'Besøkende',
  title: 'Besøkende',
  lead: 'Meld den som kommer, så er alt klart i døren. Den besøkende trenger ingen konto.',
  houseTitle: 'Besøkende i huset',
  houseLead: '{count, plural, =0 {Ingen er meldt} one {# meldt} other {# meldte}} {date}.',
  none: 'Ingen besøkende er meldt.',
  register: 'Meld en besøkende',
  guest: 'Navnet til den besøkende',
  company: 'Kommer fra',
  email: 'E-posten til den besøkende',
  emailHint:
    'Da får den besøkende tid, adresse og kode i en e-post. Opplysningene slettes 30 dager etter besøket.',
  note: 'Greit å vite',
  noteHint:
    'Vises for dere og for verten i huset, for eksempel om den besøkende trenger hjelp i døren.',
  date: 'Dag',
  from: 'Fra',
  to: 'Til',
  site: 'Hus',
  booking: 'Besøket gjelder bestillingen av {place}.',
  submit: 'Meld besøket',
  expected: 'Ventede besøkende',
  code: 'Kode {code}',
  toSee: 'Til {host}',
  states: { EXPECTED: 'Ventes', HERE: 'Her', LEFT: 'Har gått', CANCELLED: 'Avlyst' },
  letIn: 'Sjekk inn',
  letOut: 'Sjekk ut',
  cancel: 'Avlys',
  hostGone: 'en kollega som har sluttet',
  done: {
    registered: 'Besøket er meldt.',
    cancelled: 'Besøket er avlyst.',
    in: 'Den besøkende er sjekket inn.',
    out: 'Den besøkende er sjekket ut.',
  },
  arrive: {
    title: 'Velkommen til {site}',
    lead: 'Skriv koden fra invitasjonen din, så får den du skal møte, vite at du er her. Skriv den igjen når du går.',
    open: 'Åpne ankomstsiden',
    code: 'Koden din',
    codeHint: 'Seks tegn, for eksempel K7P 2MX.',
    submit: 'Fortsett',
    in: 'Velkommen, {guest}! {host} vet nå at du er her.',
    inPlace: 'Dere møtes i {place}.',
    out: 'Takk for besøket, {guest}!',
    next: 'Neste besøkende',
    lost: 'Har du ingen kode? Ring på eller henvend deg til verten i resepsjonen.',
  },
  letters: {
    summary: 'Besøk hos {organisation}, {hub}',
    invited: {
      subject: 'Velkommen til {organisation}, {date}',
      text: 'Hei {guest}!\n\n{host} i {organisation} venter deg.\n\nNår: {date}, {from}–{to}\nHvor: {site}, {address}\n\nKoden din: {code}\nSkriv den på skjermen ved inngangen, eller her på telefonen når du er fremme:\n{link}\n\n{note}',
    },
    cancelled: {
      subject: 'Avlyst: besøket {date}',
      text: 'Hei {guest}!\n\nBesøket hos {organisation} {date}, {from}–{to}, er avlyst. Filen som er vedlagt, fjerner tiden fra kalenderen din.',
    },
    here: {
      subject: '{guest} er her',
      text: 'Hei!\n\n{guest} er kommet til {site} for å møte deg. Meldt tid: {from}–{to}.',
    },
  },
  refusals: {
    whoComes: 'Skriv hvem som kommer.',
    badEmail: 'Skriv en e-postadresse, for eksempel navn@kommune.no, eller la feltet stå tomt.',
    endsFirst: 'Sluttiden må være etter starttiden.',
    past: 'Tiden er allerede forbi. Velg en senere tid.',
    notExpected: 'Besøket kan ikke avlyses lenger.',
    alreadyDone: 'Det er allerede gjort.',
    noSuchCode:
      'Koden gjelder ikke. Se etter at den er riktig, eller henvend deg til verten i huset.',
  },
};
