import type { Like } from '../like.ts';
import type { people as original } from '../sv/people.ts';

export const people: Like<typeof original> = {
  signIn: {
    title: 'Logg inn',
    lead: 'Skriv e-postadressen din på jobben, så sender vi en lenke som logger deg inn. Lenken gjelder i 15 minutter og bare én gang.',
    email: 'E-postadresse',
    send: 'Send lenke',
    sent: 'Hvis adressen finnes hos oss, er en e-post på vei. Lenken i den logger deg inn.',
    again: 'Send en ny lenke',
    badEmail: 'Skriv en hel e-postadresse, for eksempel navn@kommune.no.',
    failed: 'Lenken gjelder ikke lenger. Bestill en ny.',
    demoTitle: 'Prøv som en demoperson',
    demoLead: 'Bare i demonstrasjonen: logg inn med ett klikk.',
    demoAs: 'Logg inn som {name}',
  },
  account: {
    title: 'Mine sider',
    lead: 'Velg hvem du handler for. Du kan bytte når som helst.',
    house: 'Husets ansatte',
    none: 'Du er logget inn, men har ennå ingen organisasjon i noen hub.',
    signedInAs: 'Logget inn som {name}',
    actingFor: 'Du handler for {organisation}',
    change: 'Bytt',
  },
  overview: {
    title: 'Oversikt',
    links: {
      overview: 'Oversikt',
      find: 'Bestill plass',
      bookings: 'Våre bestillinger',
      others: 'Hva andre gjør',
      proposals: 'Våre forslag',
      notices: 'Meldinger',
    },
    houseLinks: { today: 'I dag i huset', reviews: 'Vurder forslag', notices: 'Meldinger' },
    noBookings: 'Ingen bestillinger fremover.',
    noProposals: 'Ingen forslag ennå.',
    noProjects: 'Vi er ikke med i noe prosjekt ennå.',
  },
  notices: {
    title: 'Meldinger',
    none: 'Her samles det som gjelder deg. Ikke noe nytt akkurat nå.',
    unread: '{count, plural, one {# ulest} other {# uleste}}',
    new: 'Nytt',
    open: 'Åpne',
    markRead: 'Merk alle som lest',
    marked: 'Alle meldinger er merket som lest.',
  },
  outbox: {
    title: 'Utgående post',
    lead: 'Bare i demonstrasjonen: slik ser e-postene ut som portalen sender.',
    none: 'Ingen e-post er sendt ennå.',
    to: 'Til',
    subject: 'Emne',
    sent: 'Sendt',
  },
};
