import type { Like } from '../like.ts';
import type { presence as original } from '../sv/presence.ts';

export const presence: Like<typeof original> = {
  nav: 'Who is in',
  title: 'Who is in today',
  lead: 'Only those are shown here who have chosen to show it to you. All of it is removed when the day is over.',
  none: 'Nobody has shared with you that they are in today.',
  people:
    '{count, plural, =0 {In the house today} one {# person in the house today} other {# people in the house today}}',
  showToday: 'Show it today to',
  showBooked: 'Show it on those days to',
  you: 'Are you in today?',
  youHint: 'Nobody sees it unless you choose who. It holds until midnight.',
  circles: {
    NOBODY: 'Do not show that I am here',
    ORGANISATION: 'Only {organisation}',
    PUBLIC: '{organisation} and all municipalities, regions and other public bodies',
    EVERYONE: 'Everyone who takes part in the hub',
  },
  ownPublic: 'All municipalities, regions and other public bodies at the hub',
  saveToday: 'Save for today',
  wish: 'Days when you have booked',
  wishHint:
    'Choose once, and it shows by itself on days when you have booked a place. Without a choice nothing is shown.',
  saveWish: 'Save the choice',
  shows: {
    NOBODY: 'Nobody is now shown that you are in today.',
    ORGANISATION: '{organisation} now sees that you are in today.',
    PUBLIC: '{organisation} and all public bodies at the hub now see that you are in today.',
    EVERYONE: 'Everyone who takes part in the hub now sees that you are in today.',
  },
  followed: 'It follows from your booking.',
  done: {
    today: 'The choice for today is saved.',
    wish: 'The choice for days with a booking is saved.',
  },
  house: {
    total:
      '{count, plural, =0 {Nobody is checked in.} one {# person is in the house.} other {# people are in the house.}}',
    guests: 'Guests in the house',
    guest: '{guest}, to see {host}',
    guestCount:
      '{count, plural, =0 {No guest is checked in.} one {# guest is checked in.} other {# guests are checked in.}}',
    title: 'In the house now',
    count:
      '{count, plural, =0 {Nobody is checked in right now.} one {# person is checked in right now.} other {# people are checked in right now.}}',
    why: 'The number is there for safety, in case of fire for instance. Names are shown only of those who chose to show it to everyone.',
    shared: 'Show everyone that they are here',
  },
};
