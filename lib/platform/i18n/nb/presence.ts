import type { Like } from '../like.ts';
import type { presence as original } from '../sv/presence.ts';

export const presence: Like<typeof original> = {
  nav: 'Hvem er i huset',
  title: 'Hvem er i huset i dag',
  lead: 'Her vises bare de som selv har valgt å vise det for dere. Alt slettes når dagen er slutt.',
  none: 'Ingen har delt med dere at de er i huset i dag.',
  people:
    '{count, plural, =0 {I huset i dag} one {# person i huset i dag} other {# personer i huset i dag}}',
  showToday: 'Vis det i dag for',
  showBooked: 'Vis det de dagene for',
  you: 'Er du i huset i dag?',
  youHint: 'Ingen ser det hvis du ikke velger hvem. Det gjelder til midnatt.',
  circles: {
    NOBODY: 'Ikke vis at jeg er her',
    ORGANISATION: 'Bare {organisation}',
    PUBLIC: '{organisation} og alle kommuner, regioner og andre offentlige',
    EVERYONE: 'Alle som deltar i huben',
  },
  ownPublic: 'Alle kommuner, regioner og andre offentlige i huben',
  saveToday: 'Lagre for i dag',
  wish: 'Dager du har bestilt',
  wishHint:
    'Velg én gang, så vises det av seg selv de dagene du har en bestilt plass. Uten valg vises ingenting.',
  saveWish: 'Lagre valget',
  shows: {
    NOBODY: 'Nå vises det ikke for noen at du er i huset i dag.',
    ORGANISATION: 'Nå ser {organisation} at du er i huset i dag.',
    PUBLIC: 'Nå ser {organisation} og alle offentlige i huben at du er i huset i dag.',
    EVERYONE: 'Nå ser alle som deltar i huben, at du er i huset i dag.',
  },
  followed: 'Det følger av bestillingen din.',
  done: {
    today: 'Valget for i dag er lagret.',
    wish: 'Valget for dager med bestilling er lagret.',
  },
  house: {
    total:
      '{count, plural, =0 {Ingen er sjekket inn i huset.} one {# person er i huset.} other {# personer er i huset.}}',
    guests: 'Gjester i huset',
    guest: '{guest}, til {host}',
    guestCount:
      '{count, plural, =0 {Ingen gjest er sjekket inn.} one {# gjest er sjekket inn.} other {# gjester er sjekket inn.}}',
    title: 'I huset nå',
    count:
      '{count, plural, =0 {Ingen er sjekket inn akkurat nå.} one {# person er sjekket inn akkurat nå.} other {# personer er sjekket inn akkurat nå.}}',
    why: 'Antallet finnes for sikkerheten, for eksempel ved brann. Navn vises bare for dem som har valgt å vise det for alle.',
    shared: 'Viser for alle at de er her',
  },
};
