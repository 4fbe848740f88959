import type { PlaceAttributes, PlaceKind, SeedPlace, Text } from '../types.ts';

/** A place that has not yet been told where it comes in the reading order. */
export type UnorderedPlace = Omit<SeedPlace, 'readingOrder' | 'rotation'>;
type Area = { x: number; y: number; w: number; h: number };

const deskSize = { w: 1.6, h: 0.8 };
const plain: PlaceAttributes = {
  screens: 1,
  heightAdjustable: true,
  hearingLoop: false,
  stepFree: true,
  videoMeeting: false,
  whiteboard: false,
  daylight: false,
  sound: null,
};

/** A numbered desk for one; metres to its top left corner. */
export function desk(
  kind: 'HOT_DESK' | 'FIXED_DESK',
  number: number,
  x: number,
  y: number,
  own: Partial<PlaceAttributes> & { within?: string; note?: Text } = {},
): UnorderedPlace {
  const { within, note, ...attributes } = own;
  const hot = kind === 'HOT_DESK';
  return {
    key: `${hot ? 'plats' : 'fast'}-${number}`,
    kind,
    name: {
      sv: hot ? `Plats ${number}` : `Fast plats ${number}`,
      nb: hot ? `Plass ${number}` : `Fast plass ${number}`,
      en: hot ? `Desk ${number}` : `Fixed desk ${number}`,
    },
    seats: 1,
    x,
    y,
    ...deskSize,
    attributes: { ...plain, ...attributes },
    ...(within && { within }),
    ...(note && { note }),
  };
}

/** A room or a zone that is booked as a whole. */
export function room(
  kind: Exclude<PlaceKind, 'HOT_DESK' | 'FIXED_DESK'>,
  key: string,
  name: Text,
  seats: number,
  area: Area,
  own: Partial<PlaceAttributes> & { note?: Text } = {},
): UnorderedPlace {
  const { note, ...attributes } = own;
  return {
    key,
    kind,
    name,
    seats,
    ...area,
    attributes: {
      ...plain,
      heightAdjustable: false,
      whiteboard: kind === 'MEETING_ROOM' && seats > 2,
      ...attributes,
    },
    ...(note && { note }),
  };
}

/** Desks that are alike: whoever books gets the first that is free. */
export function pool(key: string, name: Text, units: number, area: Area): UnorderedPlace {
  return { key, kind: 'HOT_DESK', name, seats: 1, units, ...area, attributes: plain };
}

/** Gives each place its number in the reading order: the order of the list. */
export function inReadingOrder(places: readonly UnorderedPlace[]): SeedPlace[] {
  return places.map((place, index) => ({ ...place, rotation: 0, readingOrder: index + 1 }));
}
