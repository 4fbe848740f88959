import type { SeedSite } from '../types.ts';
import { desk, inReadingOrder, room } from './places.ts';

/** The house in Östersund: 36 by 23 metres, 828 square metres, everything step-free. */
export const ostersundSite: SeedSite = {
  hub: 'ostersund',
  name: { sv: 'Huset vid Storsjön', nb: 'Huset ved Storsjön', en: 'The house by Storsjön' },
  floorName: { sv: 'Entréplan', nb: 'Første etasje', en: 'Ground floor' },
  openingHours: [
    { weekday: 1, opens: '07:00', closes: '19:00' },
    { weekday: 2, opens: '07:00', closes: '19:00' },
    { weekday: 3, opens: '07:00', closes: '19:00' },
    { weekday: 4, opens: '07:00', closes: '19:00' },
    { weekday: 5, opens: '07:00', closes: '17:00' },
  ],
  plan: {
    outline: [
      [0, 0],
      [36, 0],
      [36, 23],
      [0, 23],
    ],
    walls: [
      { x1: 9, y1: 0, x2: 9, y2: 7 },
      { x1: 0, y1: 7, x2: 9, y2: 7 },
      { x1: 9, y1: 6, x2: 28, y2: 6 },
      { x1: 16, y1: 0, x2: 16, y2: 6 },
      { x1: 21, y1: 0, x2: 21, y2: 6 },
      { x1: 25, y1: 0, x2: 25, y2: 6 },
      { x1: 28, y1: 0, x2: 28, y2: 23 },
      { x1: 28, y1: 8, x2: 36, y2: 8 },
      { x1: 28, y1: 15, x2: 36, y2: 15 },
      { x1: 4, y1: 7, x2: 4, y2: 12 },
      { x1: 0, y1: 12, x2: 14, y2: 12 },
      { x1: 14, y1: 12, x2: 14, y2: 23 },
      { x1: 14, y1: 18, x2: 20, y2: 18 },
      { x1: 20, y1: 18, x2: 20, y2: 23 },
    ],
    doors: [
      { x1: 22, y1: 23, x2: 24, y2: 23 },
      { x1: 6.5, y1: 7, x2: 7.7, y2: 7 },
      { x1: 12, y1: 6, x2: 13, y2: 6 },
      { x1: 18, y1: 6, x2: 19, y2: 6 },
      { x1: 22.5, y1: 6, x2: 23.5, y2: 6 },
      { x1: 26, y1: 6, x2: 27, y2: 6 },
      { x1: 28, y1: 6.6, x2: 28, y2: 7.6 },
      { x1: 28, y1: 10.8, x2: 28, y2: 12 },
      { x1: 28, y1: 17, x2: 28, y2: 18.4 },
      { x1: 4, y1: 9, x2: 4, y2: 10 },
      { x1: 14, y1: 14, x2: 14, y2: 16 },
      { x1: 16, y1: 18, x2: 18, y2: 18 },
    ],
    exits: [
      { x1: 0, y1: 10.8, x2: 0, y2: 11.8 },
      { x1: 22, y1: 23, x2: 24, y2: 23 },
      { x1: 36, y1: 19, x2: 36, y2: 20 },
    ],
    routes: [
      { x1: 22.3, y1: 23, x2: 22.3, y2: 16.5 },
      { x1: 22.3, y1: 16.5, x2: 15, y2: 16.5 },
      { x1: 15, y1: 16.5, x2: 15, y2: 10.4 },
      { x1: 15, y1: 10.4, x2: 5, y2: 10.4 },
      { x1: 5, y1: 10.4, x2: 5, y2: 9.5 },
      { x1: 5, y1: 9.5, x2: 3.2, y2: 9.5 },
    ],
    toilets: [{ x: 2, y: 8.2 }],
    labels: [
      { x: 24, y: 21.5, text: { sv: 'Entré', nb: 'Inngang', en: 'Entrance' } },
      { x: 24, y: 19, text: { sv: 'Reception', nb: 'Resepsjon', en: 'Reception' } },
      { x: 17, y: 20.5, text: { sv: 'Kök', nb: 'Kjøkken', en: 'Kitchen' } },
      { x: 2, y: 9.5, text: { sv: 'Toaletter', nb: 'Toaletter', en: 'Toilets' } },
      { x: 9, y: 9.5, text: { sv: 'Soffor', nb: 'Sofaer', en: 'Sofas' } },
      { x: 20.8, y: 7.4, text: { sv: 'Arbetsplatser', nb: 'Arbeidsplasser', en: 'Work places' } },
    ],
  },
  places: inReadingOrder([
    room(
      'SHOWROOM',
      'showroom',
      { sv: 'Showroom', nb: 'Showroom', en: 'Showroom' },
      40,
      { x: 0.5, y: 12.5, w: 13, h: 10 },
      {
        screens: 3,
        hearingLoop: true,
        daylight: true,
        note: {
          sv: 'Öppet för besökare när det inte är bokat för en visning.',
          nb: 'Åpent for besøkende når det ikke er bestilt for en visning.',
          en: 'Open to visitors when it is not booked for a tour.',
        },
      },
    ),
    room(
      'LAB',
      'testlabbet',
      { sv: 'Testlabbet', nb: 'Testlaben', en: 'The test lab' },
      8,
      { x: 0.5, y: 0.5, w: 8, h: 6 },
      {
        screens: 2,
        videoMeeting: true,
        note: {
          sv: 'Inrett som en lägenhet med hall, kök, sovrum och badrum.',
          nb: 'Innredet som en leilighet med gang, kjøkken, soverom og bad.',
          en: 'Furnished as a flat with hallway, kitchen, bedroom and bathroom.',
        },
      },
    ),
    room(
      'MEETING_ROOM',
      'storsjon',
      { sv: 'Storsjön', nb: 'Storsjön', en: 'Storsjön' },
      14,
      { x: 9.4, y: 0.4, w: 6.2, h: 5.2 },
      { screens: 2, hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    room(
      'MEETING_ROOM',
      'froson',
      { sv: 'Frösön', nb: 'Frösön', en: 'Frösön' },
      8,
      { x: 16.4, y: 0.4, w: 4.2, h: 5.2 },
      { hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    room(
      'MEETING_ROOM',
      'anderson',
      { sv: 'Andersön', nb: 'Andersön', en: 'Andersön' },
      4,
      { x: 21.4, y: 0.4, w: 3.2, h: 5.2 },
      { videoMeeting: true },
    ),
    room(
      'MEETING_ROOM',
      'tysta-rummet',
      { sv: 'Tysta rummet', nb: 'Stillerommet', en: 'The quiet room' },
      2,
      { x: 25.4, y: 0.4, w: 2.2, h: 5.2 },
      {
        heightAdjustable: true,
        videoMeeting: true,
        sound: 'quiet',
        note: {
          sv: 'Ljudisolerat, för samtal i enrum och videobesök.',
          nb: 'Lydisolert, for fortrolige samtaler og videobesøk.',
          en: 'Soundproof, for private talks and video visits.',
        },
      },
    ),
    room(
      'MEETING_ROOM',
      'areskutan',
      { sv: 'Åreskutan', nb: 'Åreskutan', en: 'Åreskutan' },
      30,
      { x: 28.5, y: 15.5, w: 7, h: 7 },
      { screens: 2, hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    ...[0, 1, 2, 3].flatMap((cluster) => {
      const x = cluster % 2 === 0 ? 16 : 22;
      const y = cluster < 2 ? 8.6 : 13;
      const first = cluster * 4 + 1;
      // The cluster farthest from the kitchen is for those who need to hear themselves think.
      const sound = cluster === 1 ? ('quiet' as const) : null;
      return [
        desk('HOT_DESK', first, x, y, { sound }),
        desk('HOT_DESK', first + 1, x + 1.8, y, { sound, screens: 2 }),
        desk('HOT_DESK', first + 2, x, y + 1, { sound }),
        desk('HOT_DESK', first + 3, x + 1.8, y + 1, { sound, heightAdjustable: false, screens: 0 }),
      ];
    }),
    ...[0, 1, 2].flatMap((column) => [
      desk('FIXED_DESK', column * 2 + 1, 29.2 + column * 2.3, 9.4, { screens: 2, sound: 'quiet' }),
      desk('FIXED_DESK', column * 2 + 2, 29.2 + column * 2.3, 12.8, { screens: 2, sound: 'quiet' }),
    ]),
    room(
      'OFFICE',
      'kontor-oviken',
      { sv: 'Kontoret Oviken', nb: 'Kontoret Oviken', en: 'Office Oviken' },
      4,
      { x: 28.4, y: 0.4, w: 7.2, h: 7.2 },
      {
        screens: 4,
        heightAdjustable: true,
        daylight: true,
        note: {
          sv: 'Låsbart rum med fyra platser. Hyrs helt eller plats för plats.',
          nb: 'Låsbart rom med fire plasser. Leies helt eller plass for plass.',
          en: 'A room with a lock and four desks. Let as a whole or desk by desk.',
        },
      },
    ),
    desk('FIXED_DESK', 7, 29.4, 1.6, { within: 'kontor-oviken', screens: 2 }),
    desk('FIXED_DESK', 8, 33, 1.6, { within: 'kontor-oviken', screens: 2 }),
    desk('FIXED_DESK', 9, 29.4, 5.4, { within: 'kontor-oviken', screens: 2 }),
    desk('FIXED_DESK', 10, 33, 5.4, { within: 'kontor-oviken', screens: 2 }),
  ]),
};
