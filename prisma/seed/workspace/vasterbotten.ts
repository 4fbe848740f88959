import type { SeedSite } from '../types.ts';
import { desk, inReadingOrder, pool, room } from './places.ts';

/** The house in Lycksele: 25 by 16.4 metres, 410 square metres. */
export const vasterbottenSite: SeedSite = {
  hub: 'vasterbotten',
  name: { sv: 'Huset vid forsen', nb: 'Huset ved fossen', en: 'The house by the rapids' },
  floorName: { sv: 'Bottenvåning', nb: 'Første etasje', en: 'Ground floor' },
  openingHours: [
    { weekday: 1, opens: '07:30', closes: '17:00' },
    { weekday: 2, opens: '07:30', closes: '17:00' },
    { weekday: 3, opens: '07:30', closes: '20:00' },
    { weekday: 4, opens: '07:30', closes: '17:00' },
    { weekday: 5, opens: '07:30', closes: '16:00' },
  ],
  plan: {
    outline: [
      [0, 0],
      [25, 0],
      [25, 16.4],
      [0, 16.4],
    ],
    walls: [
      { x1: 10, y1: 0, x2: 10, y2: 9 },
      { x1: 0, y1: 9, x2: 10, y2: 9 },
      { x1: 18, y1: 0, x2: 18, y2: 16.4 },
      { x1: 18, y1: 6, x2: 25, y2: 6 },
      { x1: 18, y1: 11, x2: 25, y2: 11 },
      { x1: 0, y1: 12.4, x2: 6, y2: 12.4 },
      { x1: 6, y1: 12.4, x2: 6, y2: 16.4 },
    ],
    doors: [
      { x1: 8, y1: 16.4, x2: 10, y2: 16.4 },
      { x1: 10, y1: 6, x2: 10, y2: 8 },
      { x1: 18, y1: 4, x2: 18, y2: 5 },
      { x1: 18, y1: 8, x2: 18, y2: 9 },
      { x1: 18, y1: 13, x2: 18, y2: 14.2 },
      { x1: 3, y1: 12.4, x2: 4.4, y2: 12.4 },
    ],
    labels: [
      { x: 9, y: 14.8, text: { sv: 'Entré', nb: 'Inngang', en: 'Entrance' } },
      { x: 3, y: 14.6, text: { sv: 'Kök', nb: 'Kjøkken', en: 'Kitchen' } },
      { x: 4, y: 10.8, text: { sv: 'Soffor', nb: 'Sofaer', en: 'Sofas' } },
      { x: 14, y: 0.9, text: { sv: 'Arbetsplatser', nb: 'Arbeidsplasser', en: 'Work places' } },
    ],
  },
  places: inReadingOrder([
    room(
      'SHOWROOM',
      'showroom',
      { sv: 'Visningsmiljön', nb: 'Visningsmiljøet', en: 'The showroom' },
      25,
      { x: 0.5, y: 0.5, w: 9, h: 8 },
      { screens: 2, hearingLoop: true },
    ),
    room(
      'MEETING_ROOM',
      'umealven',
      { sv: 'Umeälven', nb: 'Umeälven', en: 'Umeälven' },
      12,
      { x: 18.4, y: 0.4, w: 6.2, h: 5.2 },
      { screens: 2, hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    room(
      'MEETING_ROOM',
      'vindelalven',
      { sv: 'Vindelälven', nb: 'Vindelälven', en: 'Vindelälven' },
      6,
      { x: 18.4, y: 6.4, w: 6.2, h: 4.2 },
      { videoMeeting: true },
    ),
    room(
      'LAB',
      'halsorummet',
      { sv: 'Hälsorummet', nb: 'Helserommet', en: 'The health room' },
      4,
      { x: 18.4, y: 11.4, w: 6.2, h: 4.6 },
      {
        videoMeeting: true,
        note: {
          sv: 'Ett virtuellt hälsorum att öva i.',
          nb: 'Et virtuelt helserom å øve i.',
          en: 'A virtual health room to practise in.',
        },
      },
    ),
    ...[0, 1].flatMap((row) => [
      desk('HOT_DESK', row * 3 + 1, 11, 2 + row * 3.4),
      desk('HOT_DESK', row * 3 + 2, 13.2, 2 + row * 3.4, { screens: 2 }),
      desk('HOT_DESK', row * 3 + 3, 15.4, 2 + row * 3.4),
    ]),
    desk('FIXED_DESK', 1, 13.2, 10.4, { screens: 2, sound: 'quiet' }),
    desk('FIXED_DESK', 2, 15.4, 10.4, { screens: 2, sound: 'quiet' }),
    pool('langbordet', { sv: 'Långbordet', nb: 'Langbordet', en: 'The long table' }, 6, {
      ...{ x: 11, y: 13, w: 5.8, h: 1.6 },
    }),
  ]),
};
