import { Temporal } from 'temporal-polyfill';
import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Attribute, needsOf } from './attributes.ts';
import { type House, hoursOn, seenBy } from './hours.ts';
import {
  type FloorFacts,
  type FoundPlace,
  type KeptPlace,
  readSite,
  type SiteFacts,
  type TakenUnits,
  takenUnits,
  unitsOf,
  type WhichSite,
  wholeDay,
} from './house.ts';
import { fitted, type TimeRule } from './rules.ts';
import type { Slot, Wish } from './schema.ts';
import { nextSlot } from './slots.ts';
import { judged, standingOf } from './standing.ts';
import { type ActorClass, actorClassOf, type Rules, readRules } from './terms.ts';
import { timeOf } from './times.ts';

export type Found = {
  site: SiteFacts;
  floors: FloorFacts[];
  /** The wish with everything filled in that was left out. */
  slot: Slot;
  /** What each kind of place asks of a booking. */
  rules: Rules;
  /** What the house's rules have against the time; every place is then closed. */
  refusal: Refusal | null;
  /** What the hub tells of its places; what was asked of it and cannot be read, by field. */
  attributes: Attribute[];
  needErrors: Record<string, string>;
};

/** A site at a wished time: what stands on it, what is taken that day, and for whom it was asked. */
export type Around = {
  taken: TakenUnits;
  places: KeptPlace[];
  all: FoundPlace[];
  actor: ActorClass;
};

/** Reads a site once and judges each of its places at the wished time. @throws NotFound */
export async function lookAround(
  db: Handle,
  scope: Scope,
  wish: Wish,
  which: WhichSite,
): Promise<Found & { around: Around }> {
  const { site: kept, floors, places, attributes } = await readSite(db, scope.hub.id, which);
  const rules = await readRules(db, scope.hub.id);
  const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
  const site = seenBy(kept, { actor });
  const at = now();
  const slot = filledIn(nextSlot(site, at, wish.date), wish, site);
  const { window, refusal } = judged(slot, site, widest(rules), at);
  const open = window !== null || opensForSome(places, slot, site, rules, at);
  const day = open && wholeDay(slot.date, site.zone);
  const taken: TakenUnits = day ? await takenUnits(db, scope, day, unitsOf(places)) : new Map();
  const organisationId = scope.organisation.id;
  const { needs, errors: needErrors } = needsOf(attributes, wish.needs);
  const asked = { slot, house: site, rules, taken, actor, organisationId, at, needs };
  const all = places.map((place) => standingOf(place, asked));
  return {
    site,
    floors,
    slot,
    rules,
    refusal: open ? null : refusal,
    attributes,
    needErrors,
    around: { taken, places, all, actor },
  };
}

/** Whether some kind of place has hours of its own in which the wish lies. */
function opensForSome(
  places: readonly KeptPlace[],
  slot: Slot,
  site: House,
  rules: Rules,
  at: Temporal.Instant,
): boolean {
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  return kinds.some((kind) => {
    const house = seenBy(site, { kind });
    const rule = rules[kind];
    return judged(fitted(slot, house, rule), house, rule, at).window !== null;
  });
}

/** What no kind of place in the house would allow is wrong for all of them. */
function widest(rules: Rules): TimeRule {
  const most = (which: 'daysAhead' | 'maxMinutes') =>
    Math.max(...Object.values(rules).map((rule) => rule[which]));
  return {
    step: 'QUARTER',
    minMinutes: 15,
    maxMinutes: most('maxMinutes'),
    daysAhead: most('daysAhead'),
    noticeMinutes: 0,
  };
}

/** The wish with the rest of the next half day; one end alone that lies outside of it goes on to the house's own. */
function filledIn(next: Slot, wish: Wish, site: House): Slot {
  const slot = { ...next, ...stated(wish) };
  if (slot.from < slot.to || (wish.from && wish.to)) return slot;
  const hours = hoursOn(site, Temporal.PlainDate.from(slot.date));
  if (!hours) return slot;
  return wish.from ? { ...slot, to: timeOf(hours.closes) } : { ...slot, from: timeOf(hours.opens) };
}

function stated({ date, from, to }: Wish): Partial<Slot> {
  return { ...(date && { date }), ...(from && { from }), ...(to && { to }) };
}
