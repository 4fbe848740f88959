import type { Like } from '../like.ts';
import type { hours as sv } from '../sv/hours.ts';

export const hours: Like<typeof sv> = {
  holidays: {
    newYear: 'Første nyttårsdag',
    epiphany: 'Helligtrekongersdag',
    maundyThursday: 'Skjærtorsdag',
    goodFriday: 'Langfredag',
    easterSunday: 'Første påskedag',
    easterMonday: 'Andre påskedag',
    mayDay: 'Første mai',
    constitutionDay: 'Grunnlovsdagen',
    ascension: 'Kristi himmelfartsdag',
    whitSunday: 'Første pinsedag',
    whitMonday: 'Andre pinsedag',
    nationalDay: 'Sveriges nasjonaldag',
    midsummerEve: 'Midtsommeraften',
    midsummerDay: 'Midtsommerdagen',
    allSaints: 'Allehelgensdag',
    christmasEve: 'Julaften',
    christmasDay: 'Første juledag',
    boxingDay: 'Andre juledag',
    newYearsEve: 'Nyttårsaften',
  },
};
