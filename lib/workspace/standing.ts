import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#lib/platform/errors.ts';
import { lacking, type Need } from './attributes.ts';
import { isFor } from './bookable.ts';
import { type House, seenBy } from './hours.ts';
import {
  type FoundPlace,
  factsOf,
  type KeptPlace,
  type TakenUnits,
  takenOf,
  whose,
} from './house.ts';
import {
  claimed,
  fitted,
  overlaps,
  quarter,
  type Taken,
  type TimeRule,
  type Window,
  windowOf,
} from './rules.ts';
import type { PlaceKind, PlaceState, Slot } from './schema.ts';
import type { ActorClass, Rules } from './terms.ts';
import { minutesOf, timeOf } from './times.ts';

/** What a place's standing depends on besides the place. */
export type Asked = {
  slot: Slot;
  house: House;
  rules: Rules;
  taken: TakenUnits;
  actor: ActorClass;
  organisationId: string;
  at: Temporal.Instant;
  needs: readonly Need[];
};

/** How a place stands at the wished time, on the grid and by the rules of its kind. */
export function standingOf(place: KeptPlace, asked: Asked): FoundPlace {
  const rule = asked.rules[place.kind];
  const { kind, id: placeId } = place;
  const house = seenBy(asked.house, { kind, placeId, actor: asked.actor });
  const slot = fitted(asked.slot, house, rule);
  const { window, refusal } = judged(slot, house, rule, asked.at);
  const lacks = lacking(place, asked.needs);
  const blank = { ...factsOf(place), slot, by: null, unitsFree: 0, refusal: null, lacks };
  if (!isFor(place, rule, asked.actor, asked.organisationId)) {
    return { ...blank, state: 'notForYou' };
  }
  if (!window || place.outOfService || place.unitIds.length === 0) {
    const [field = 'date'] = Object.keys(refusal?.fields ?? {});
    const why = refusal && { code: refusal.code, values: refusal.values, field };
    return { ...blank, state: 'closed', refusal: why };
  }
  const found = physically(place, claimed(window, rule), asked.taken);
  const partly = found.state === 'taken' && leavesPart(place, { window, slot, house, rule }, asked);
  return { ...blank, ...found, ...(partly && { state: 'partly' }) };
}

type Physical = { state: PlaceState; by: string | null; unitsFree: number };

function physically(place: KeptPlace, window: Window, taken: TakenUnits): Physical {
  if (place.claim === 'ANY') {
    const free = place.unitIds.filter((unitId) => !inTheWay(taken.get(unitId) ?? [], window)[0]);
    return { state: free.length > 0 ? 'free' : 'taken', by: null, unitsFree: free.length };
  }
  const obstacles = inTheWay(takenOf(place, taken), window);
  if (obstacles.length === 0) return { state: 'free', by: null, unitsFree: 1 };
  const by = [...new Set(obstacles.map((one) => one.by).filter((name) => name !== null))];
  return { state: whose(obstacles), by: by.join(', ') || null, unitsFree: 0 };
}

function inTheWay<T extends Taken>(taken: readonly T[], window: Window): T[] {
  return taken.filter((stretch) => overlaps(window, stretch));
}

type Sought = { window: Window; slot: Slot; house: House; rule: Rules[PlaceKind] };

/** Whether a part of the time could be had on the grid of its kind: an hour, or a half of a whole day. */
function leavesPart(place: KeptPlace, sought: Sought, { taken, at }: Asked): boolean {
  if (place.claim === 'ANY') return false;
  const { window, slot, house, rule } = sought;
  const obstacles = inTheWay(takenOf(place, taken), claimed(window, rule));
  if (rule.step === 'QUARTER') return leavesRoom(obstacles, window);
  const first = { to: timeOf(minutesOf(slot.from) + quarter) };
  const last = { from: timeOf(minutesOf(slot.to) - quarter) };
  return [first, last].some((end) => {
    const half = fitted({ ...slot, ...end }, house, rule);
    const part = judged(half, house, rule, at).window;
    return part !== null && inTheWay(obstacles, claimed(part, rule)).length === 0;
  });
}

/** Whether an hour or more of the window is left beside what is taken. */
function leavesRoom(taken: readonly Taken[], window: Window): boolean {
  const sorted = taken.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  let free = window.startsAt;
  for (const { startsAt, endsAt } of sorted) {
    if (startsAt.since(free).total('minutes') >= 60) return true;
    if (endsAt === null) return false;
    if (Temporal.Instant.compare(endsAt, free) > 0) free = endsAt;
  }
  return window.endsAt.since(free).total('minutes') >= 60;
}

/** The instants of a slot, or what the rules have against it. */
export function judged(
  slot: Slot,
  house: House,
  rule: TimeRule,
  at: Temporal.Instant,
): { window: Window | null; refusal: Refusal | null } {
  try {
    return { window: windowOf(slot, house, rule, at), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { window: null, refusal: error };
    throw error;
  }
}
