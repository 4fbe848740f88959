import type { SeedSite } from '../types.ts';
import { desk, inReadingOrder, room } from './places.ts';

/** The house on the quay in Göteborg: 28 by 20 metres, 560 square metres. */
export const vastraGotalandSite: SeedSite = {
  hub: 'vastra-gotaland',
  name: { sv: 'Kajhuset', nb: 'Kaihuset', en: 'The quay house' },
  floorName: { sv: 'Våning 2', nb: 'Etasje 2', en: 'Floor 2' },
  openingHours: [
    { weekday: 1, opens: '07:00', closes: '20:00' },
    { weekday: 2, opens: '07:00', closes: '20:00' },
    { weekday: 3, opens: '07:00', closes: '20:00' },
    { weekday: 4, opens: '07:00', closes: '20:00' },
    { weekday: 5, opens: '07:00', closes: '18:00' },
  ],
  plan: {
    outline: [
      [0, 0],
      [28, 0],
      [28, 20],
      [0, 20],
    ],
    walls: [
      { x1: 0, y1: 6, x2: 18, y2: 6 },
      { x1: 7, y1: 0, x2: 7, y2: 6 },
      { x1: 13, y1: 0, x2: 13, y2: 6 },
      { x1: 18, y1: 0, x2: 18, y2: 6 },
      { x1: 16, y1: 9, x2: 28, y2: 9 },
      { x1: 16, y1: 9, x2: 16, y2: 20 },
      { x1: 0, y1: 15, x2: 6, y2: 15 },
      { x1: 6, y1: 15, x2: 6, y2: 20 },
    ],
    doors: [
      { x1: 10, y1: 20, x2: 12, y2: 20 },
      { x1: 3, y1: 6, x2: 4.2, y2: 6 },
      { x1: 9.5, y1: 6, x2: 10.5, y2: 6 },
      { x1: 15, y1: 6, x2: 16, y2: 6 },
      { x1: 16, y1: 12, x2: 16, y2: 14 },
      { x1: 6, y1: 17, x2: 6, y2: 18.2 },
    ],
    labels: [
      { x: 11, y: 18.4, text: { sv: 'Entré', nb: 'Inngang', en: 'Entrance' } },
      { x: 3, y: 17.6, text: { sv: 'Kök', nb: 'Kjøkken', en: 'Kitchen' } },
      { x: 22.8, y: 1, text: { sv: 'Fasta platser', nb: 'Faste plasser', en: 'Fixed desks' } },
      { x: 7.8, y: 7.3, text: { sv: 'Arbetsplatser', nb: 'Arbeidsplasser', en: 'Work places' } },
    ],
  },
  places: inReadingOrder([
    room(
      'SHOWROOM',
      'showroom',
      { sv: 'Visningslägenheten', nb: 'Visningsleiligheten', en: 'The show flat' },
      30,
      { x: 16.5, y: 9.5, w: 11, h: 10 },
      { screens: 2, hearingLoop: true },
    ),
    room(
      'MEETING_ROOM',
      'gota-alv',
      { sv: 'Göta älv', nb: 'Göta älv', en: 'Göta älv' },
      16,
      { x: 0.4, y: 0.4, w: 6.2, h: 5.2 },
      { screens: 2, hearingLoop: true, videoMeeting: true, daylight: true },
    ),
    room(
      'MEETING_ROOM',
      'byfjorden',
      { sv: 'Byfjorden', nb: 'Byfjorden', en: 'Byfjorden' },
      8,
      { x: 7.4, y: 0.4, w: 5.2, h: 5.2 },
      { videoMeeting: true },
    ),
    room(
      'LAB',
      'robotlabbet',
      { sv: 'Robotlabbet', nb: 'Robotlaben', en: 'The robot lab' },
      6,
      { x: 13.4, y: 0.4, w: 4.2, h: 5.2 },
      { videoMeeting: true },
    ),
    ...[0, 1, 2, 3].flatMap((column) => [
      desk('HOT_DESK', column * 2 + 1, 2 + column * 3, 8.6),
      desk('HOT_DESK', column * 2 + 2, 2 + column * 3, 9.6, { screens: 2 }),
    ]),
    desk('HOT_DESK', 9, 8, 12.8, { heightAdjustable: false }),
    desk('HOT_DESK', 10, 11, 12.8, { heightAdjustable: false }),
    desk('FIXED_DESK', 1, 20, 2, { screens: 2, sound: 'quiet' }),
    desk('FIXED_DESK', 2, 23, 2, { screens: 2, sound: 'quiet' }),
    desk('FIXED_DESK', 3, 20, 5, { screens: 2, sound: 'quiet' }),
    desk('FIXED_DESK', 4, 23, 5, { screens: 2, sound: 'quiet' }),
  ]),
};
