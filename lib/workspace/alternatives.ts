import { now } from '#lib/platform/clock.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { TypedNeeds } from './attributes.ts';
import { seenBy } from './hours.ts';
import { takenOf } from './house.ts';
import { type Around, type Found, lookAround } from './looking.ts';
import { fitted } from './rules.ts';
import type { PlaceKind, Slot } from './schema.ts';
import { nearestFreeSlots } from './slots.ts';

export type Alternative = Slot & {
  placeId: string;
  name: Text;
  kind: PlaceKind;
  /** The same kind at the same time, the same place at another time or another day, or something else. */
  way: 'otherPlace' | 'otherTime' | 'otherDay' | 'otherKind';
};

/**
 * The nearest ways out when a place is taken; those that lack least of what was searched for come first.
 * They are free when asked; the insert decides.
 */
export async function listAlternatives(
  scope: Scope,
  placeId: string,
  slot: Slot,
  needs?: TypedNeeds,
): Promise<Alternative[]> {
  return scope.read('place:find', async (db) => {
    const { around, ...found } = await lookAround(
      db,
      scope,
      { ...slot, ...(needs && { needs }) },
      { placeId },
    );
    return instead(placeId, found, around);
  });
}

/** The ways out of a site that has been looked at already. */
export function instead(
  placeId: string,
  { site, slot, rules }: Pick<Found, 'site' | 'slot' | 'rules'>,
  { taken, places, all }: Around,
): Alternative[] {
  const place = places.find(({ id }) => id === placeId);
  if (!place) return [];
  const offer = (way: Alternative['way'], one: { id: string } & Named, at: Slot): Alternative => {
    const { id, name, kind } = one;
    return { placeId: id, name, kind, way, date: at.date, from: at.from, to: at.to };
  };
  const free = all
    .filter((one) => one.seats >= place.seats && one.state === 'free' && one.id !== placeId)
    .sort((one, other) => one.lacks.length - other.lacks.length || one.seats - other.seats);
  const alike = free.filter(({ kind }) => kind === place.kind).slice(0, 3);
  const unlike = free.filter(({ kind }) => kind !== place.kind).slice(0, 2);
  const rule = rules[place.kind];
  const house = seenBy(site, { kind: place.kind, placeId });
  const own = fitted(slot, house, rule);
  const times = nearestFreeSlots(own, house, rule, takenOf(place, taken), now(), 2);
  return [
    ...alike.map((one) => offer('otherPlace', one, one.slot)),
    ...times.map((time) => offer('otherTime', place, time)),
    ...unlike.map((one) => offer('otherKind', one, one.slot)),
  ];
}
type Named = { name: Text; kind: PlaceKind };
