import type { Like } from '../like.ts';
import type { following as original } from '../sv/following.ts';

/** Å følge noe i showroomet, og e-post om det. */
export const following: Like<typeof original> = {
  title: 'Det jeg følger',
  lead: 'Du får vite når noe skjer: en ny versjon, en kontroll som er gått ut, noen som har begynt eller sluttet å bruke det.',
  nav: 'Det jeg følger',
  none: 'Du følger ikke noe ved denne huben ennå. Velg Følg ved en visning, et område eller en organisasjon.',
  noDoor: 'Du hører ikke til noen organisasjon ved denne huben, så du kan ikke følge noe her.',
  follow: 'Følg',
  followDemo: 'Følg visningen',
  followOwner: 'Følg {name}',
  followTheme: 'Følg området {name}',
  unfollow: 'Slutt å følge {name}',
  back: 'Tilbake',
  follows: 'Du følger {name}.',
  kinds: {
    demo: 'Visning',
    theme: 'Område',
    owner: 'Den som viser',
  },
  gone: 'Vises ikke lenger',
  letters: 'E-post om det',
  pace: 'E-post om det du følger',
  paceHint: 'Alt står også under Meldinger i portalen.',
  paces: {
    AT_ONCE: 'Med en gang',
    DAILY: 'Én gang om dagen, klokken 7',
    WEEKLY: 'På mandager, klokken 7',
    NEVER: 'Aldri',
  },
  letter: {
    subject:
      '{count, plural, one {Nytt om det du følger ved {hub}} other {# nyheter om det du følger ved {hub}}}',
    text: 'Hei!\n\nDette har skjedd i showroomet hos {hub}:\n\n{news}\n\nAlt du følger, og hvor ofte du får e-post: {link}\n\nIngen flere slike e-poster: {stop}',
  },
  news: {
    NEW: 'Ny i showroomet',
    VERSION: 'Ny versjon. Endret: {what}',
    CHECKS: 'En kontroll er gått ut: {what}',
    ARCHIVED: 'Vises ikke lenger i showroomet',
    ADOPTED: '{what} sier at den prøver eller bruker det',
    STOPPED: '{what} sier at den har sluttet å bruke det',
  },
  parts: {
    text: 'teksten',
    facts: 'fakta',
    claims: 'påstander',
    media: 'bilder og filmer',
    needs: 'behov',
    environment: 'hva som trengs',
  },
  stop: {
    title: 'Slutt å få e-post om det du følger',
    lead: 'Det du følger blir stående, og meldingene i portalen fortsetter.',
    submit: 'Slutt å sende e-post',
    over: 'Lenken gjelder ikke lenger. Logg inn og velg under Min e-post.',
  },
  done: {
    followed: 'Du følger nå.',
    unfollowed: 'Du følger ikke lenger.',
    stopped: 'Du får ikke flere e-poster om det du følger.',
  },
};
