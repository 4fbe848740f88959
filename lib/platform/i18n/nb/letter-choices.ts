import type { Like } from '../like.ts';
import type { letterChoices as original } from '../sv/letter-choices.ts';

export const letterChoices: Like<typeof original> = {
  title: 'Min e-post',
  lead: 'Det som er avtalt eller endret, får du alltid vite. Påminnelser velger du selv.',
  letters: 'Påminnelser som du vil ha',
  hint: 'Det som ikke kommer på e-post, står i portalen, under Våre bestillinger og Meldinger.',
  kinds: {
    reminder: 'Dagen før en bestilling',
    checkInNow: 'Når det er på tide å sjekke inn',
  },
  language: 'Språk i e-posten',
  languages: {
    sv: 'Svenska',
    nb: 'Norsk',
    en: 'English',
  },
  save: 'Lagre',
  done: {
    saved: 'Valgene dine er lagret.',
  },
};
