import type { Like } from '../like.ts';
import type { catalogue as original } from '../sv/catalogue.ts';

export const catalogue: Like<typeof original> = {
  browse: 'Hva trenger dere å løse?',
  browseCount: '{count, plural, one {# visning} other {# visninger}}',
  signs:
    '«Ord etter hverandre» i anførselstegn, -\u2060ord utelater, ELLER gir det ene eller det andre.',
  facets: {
    user: 'Brukes av',
    class: 'Regelverk og klasse',
    claim: 'Koblinger',
    checked: 'Kontrollert av noen andre',
    framework: 'Anskaffelse',
    language: 'Språk det er beskrevet på',
  },
  frameworks: { ON: 'Finnes på rammeavtale', NONE: 'Ingen rammeavtale ennå' },
  sort: 'Rekkefølge',
  sorts: {
    relevance: 'Der ordene står tydeligst',
    newest: 'Nyest i showrommet',
    checked: 'Sist kontrollert',
    nearest: 'Nærmest noen som bruker det',
  },
  sortHint: 'Ingen kan kjøpe en plass.',
  at: 'Sett fra',
  chooseAt: 'Velg kommune',
  km: 'Brukes {km, plural, =0 {i kommunen} other {# km unna}}',
  meant: 'Ingenting sier «{words}». Her er det som sier «{meant}».',
  asTyped: 'Ingenting i showrommet sier «{words}». Prøv et annet ord.',
  drop: 'Fjern et valg for å se flere:',
  dropFacet: 'Uten {what}: {count, plural, one {# visning} other {# visninger}}',
  pages: 'Sider',
  page: 'Side {page} av {last}',
  previous: 'Forrige',
  next: 'Neste',
  synonyms: {
    title: 'Ord som betyr det samme',
    lead: 'Den som søker på ett av ordene, finner også det som sier et annet, uansett språk. Endringen gjelder med en gang.',
    add: 'Ny gruppe',
    addTitle: 'Ny gruppe av ord',
    changeTitle: 'Endre gruppen',
    list: 'Grupper',
    words: 'Ordene, med komma mellom',
    wordsHint:
      'For eksempel trygghetsalarm, trygghetslarm, safety alarm. To til tolv ord eller uttrykk.',
    save: 'Lagre',
    remove: 'Fjern gruppen',
    removeHint: 'Søket skiller ordene fra hverandre igjen.',
    none: 'Ingen grupper ennå.',
  },
  refusals: {
    few: 'Skriv minst to ulike ord.',
    many: 'Høyst tolv ord i en gruppe.',
    long: 'Høyst 60 tegn i et ord.',
    full: 'Det finnes allerede 500 grupper. Fjern en først.',
  },
  done: {
    synonymAdded: 'Gruppen er lagt til.',
    synonymChanged: 'Gruppen er endret.',
    synonymRemoved: 'Gruppen er fjernet.',
  },
};
