import type { SeedSite } from '../types.ts';
import { desk, inReadingOrder, room } from './places.ts';

/** The house in Hamar: an L-shaped barn, 26 by 20 metres less a yard of 8 by 5, 480 square metres. */
export const innlandetSite: SeedSite = {
  hub: 'innlandet',
  name: { sv: 'Låven i Hamar', nb: 'Låven på Hamar', en: 'The barn in Hamar' },
  floorName: { sv: 'Bottenvåning', nb: 'Første etasje', en: 'Ground floor' },
  openingHours: [
    { weekday: 1, opens: '07:30', closes: '17:30' },
    { weekday: 2, opens: '07:30', closes: '17:30' },
    { weekday: 3, opens: '07:30', closes: '17:30' },
    { weekday: 4, opens: '07:30', closes: '19:00' },
    { weekday: 5, opens: '07:30', closes: '16:00' },
  ],
  plan: {
    outline: [
      [0, 0],
      [26, 0],
      [26, 15],
      [18, 15],
      [18, 20],
      [0, 20],
    ],
    walls: [
      { x1: 0, y1: 11, x2: 11, y2: 11 },
      { x1: 11, y1: 11, x2: 11, y2: 20 },
      { x1: 18, y1: 0, x2: 18, y2: 15 },
      { x1: 18, y1: 5, x2: 26, y2: 5 },
      { x1: 18, y1: 10, x2: 26, y2: 10 },
      { x1: 0, y1: 5, x2: 5, y2: 5 },
      { x1: 5, y1: 0, x2: 5, y2: 5 },
    ],
    doors: [
      { x1: 13.5, y1: 20, x2: 15.5, y2: 20 },
      { x1: 11, y1: 14, x2: 11, y2: 16 },
      { x1: 18, y1: 3, x2: 18, y2: 4 },
      { x1: 18, y1: 7, x2: 18, y2: 8 },
      { x1: 18, y1: 12, x2: 18, y2: 13.2 },
      { x1: 5, y1: 2, x2: 5, y2: 3.2 },
    ],
    labels: [
      { x: 14.5, y: 18.4, text: { sv: 'Entré', nb: 'Inngang', en: 'Entrance' } },
      { x: 2.5, y: 2.7, text: { sv: 'Kök', nb: 'Kjøkken', en: 'Kitchen' } },
      { x: 11.5, y: 1, text: { sv: 'Arbetsplatser', nb: 'Arbeidsplasser', en: 'Work places' } },
    ],
  },
  places: inReadingOrder([
    room(
      'SHOWROOM',
      'showroom',
      { sv: 'Visningsrummet', nb: 'Visningsrommet', en: 'The showroom' },
      25,
      { x: 0.5, y: 11.5, w: 10, h: 8 },
      { screens: 2, hearingLoop: true },
    ),
    room(
      'MEETING_ROOM',
      'mjosa',
      { sv: 'Mjøsa', nb: 'Mjøsa', en: 'Mjøsa' },
      14,
      { x: 18.4, y: 0.4, w: 7.2, h: 4.2 },
      { screens: 2, hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    room(
      'MEETING_ROOM',
      'glomma',
      { sv: 'Glomma', nb: 'Glomma', en: 'Glomma' },
      6,
      { x: 18.4, y: 5.4, w: 7.2, h: 4.2 },
      { videoMeeting: true },
    ),
    room(
      'LAB',
      'provehjemmet',
      { sv: 'Provhemmet', nb: 'Prøvehjemmet', en: 'The trial home' },
      6,
      { x: 18.4, y: 10.4, w: 7.2, h: 4.2 },
      { videoMeeting: true },
    ),
    ...[0, 1, 2, 3].flatMap((column) => [
      desk('HOT_DESK', column * 2 + 1, 6.4 + column * 2.6, 2),
      desk('HOT_DESK', column * 2 + 2, 6.4 + column * 2.6, 6, { screens: 2 }),
    ]),
    desk('FIXED_DESK', 1, 1.2, 6.4, { screens: 2, sound: 'quiet' }),
    desk('FIXED_DESK', 2, 1.2, 8.8, { screens: 2, sound: 'quiet' }),
  ]),
};
