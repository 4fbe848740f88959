import type { Like } from '../like.ts';
import type { hours as sv } from '../sv/hours.ts';

export const hours: Like<typeof sv> = {
  holidays: {
    newYear: 'New Year’s Day',
    epiphany: 'Epiphany',
    maundyThursday: 'Maundy Thursday',
    goodFriday: 'Good Friday',
    easterSunday: 'Easter Sunday',
    easterMonday: 'Easter Monday',
    mayDay: 'May Day',
    constitutionDay: 'Norwegian Constitution Day',
    ascension: 'Ascension Day',
    whitSunday: 'Whit Sunday',
    whitMonday: 'Whit Monday',
    nationalDay: 'National Day of Sweden',
    midsummerEve: 'Midsummer Eve',
    midsummerDay: 'Midsummer Day',
    allSaints: 'All Saints’ Day',
    christmasEve: 'Christmas Eve',
    christmasDay: 'Christmas Day',
    boxingDay: 'Boxing Day',
    newYearsEve: 'New Year’s Eve',
  },
};
