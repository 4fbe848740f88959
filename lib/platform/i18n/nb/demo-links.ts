import type { Like } from '../like.ts';
import type { demoLinks as original } from '../sv/demo-links.ts';

export const demoLinks: Like<typeof original> = {
  title: 'Hører sammen med',
  lead: 'Andre visninger i showroomet som virker sammen med denne, trengs for den, kan velges i stedet eller erstatter den.',
  number: 'Nummer, visning {n}',
  numberHint:
    'Står på visningens side og skilt, for eksempel D-3C7W. Adressen går også. Tøm for å fjerne.',
  kind: 'Hvordan de hører sammen, visning {n}',
  kinds: {
    WORKS_WITH: 'Virker sammen med',
    NEEDS: 'Trenger',
    ALTERNATIVE: 'Alternativ til',
    REPLACED_BY: 'Erstattes av',
  },
  shown: {
    WORKS_WITH: 'Virker sammen med',
    NEEDS: 'Trenger',
    ALTERNATIVE: 'Alternativer',
    REPLACED_BY: 'Erstattet av',
  },
  back: {
    WORKS_WITH: 'Virker sammen med',
    NEEDS: 'Trengs av',
    ALTERNATIVE: 'Alternativer',
    REPLACED_BY: 'Erstatter',
  },
  says: 'ifølge {organisation}',
  gone: 'vises ikke lenger',
  successor: 'Erstattes av, nummer',
  successorHint:
    'Hvis noe annet i showroomet tar over. Besøkende som leter etter denne, ledes dit.',
  archived: 'Denne visningen fra {organisation} vises ikke lenger, siden {day}.',
  instead: 'Erstattet av',
  others: 'Se annet i showroomet',
  reviewed: 'Sist gjennomgått',
  notReviewedSince: 'Ikke gjennomgått siden {day}',
  lookOver: 'På tide å gå gjennom',
  lookOverText:
    'Åpne visningen, endre det som ikke stemmer lenger, og send den. Stemmer alt, sender du den som den er.',
  takeUp: 'Begynn igjen fra versjon {number}',
  takeUpHint:
    'Utkastet får samme innhold som versjon {number}. Finnes det et åpent utkast, erstattes det som står der.',
  refusals: {
    noNumber: 'Skriv et nummer som D-3C7W, eller adressen til visningen.',
    noSuchDemo: 'Ingen visning her har det nummeret.',
    itself: 'Det er visningens eget nummer.',
    twice: 'Den visningen er allerede med.',
    oneSuccessor: 'Bare én visning kan erstatte den.',
  },
};
