import { now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Due, listCosts, type Quote, quote } from '#lib/prices/quotes.ts';
import { type Alternative, instead } from './alternatives.ts';
import { awaitsAnswer } from './bookable.ts';
import { type House, seenBy } from './hours.ts';
import {
  chooseSite,
  type FloorFacts,
  type FoundPlace,
  factsOf,
  type KeptPlace,
  listSites,
  type PlaceFacts,
  readSite,
  type SiteFacts,
  type SiteName,
} from './house.ts';
import { type Found, lookAround } from './looking.ts';
import { type Terms, termsDue } from './place-terms.ts';
import type { TimeRule } from './rules.ts';
import { isId, type Slot, type Wish } from './schema.ts';
import { judged } from './standing.ts';
import type { ActorClass } from './terms.ts';
import { minutesOf } from './times.ts';

export type ShownHouse = {
  sites: SiteName[];
  site: SiteFacts;
  floors: FloorFacts[];
  places: PlaceFacts[];
};

/**
 * The house as anyone may see it: hours, floors and places, without any state; of several the one that is
 * asked for, the first where there is none of that name. @throws NotFound
 */
export async function findHouse(scope: Scope, wanted = ''): Promise<ShownHouse> {
  return scope.read('workspace:read', async (db) => {
    const { sites, slug } = await chooseSite(db, scope.hub.id, undefined);
    const chosen = sites.find((each) => each.slug === wanted)?.slug ?? slug;
    const { site, floors, places } = await readSite(db, scope.hub.id, { slug: chosen });
    return { sites, site, floors, places: places.map(factsOf) };
  });
}

/** The houses that have places, the one shown first on top. */
export async function findSites(scope: Scope): Promise<SiteName[]> {
  return scope.read('workspace:read', (db) => listSites(db, scope.hub.id));
}

/**
 * Which places of a site are free at the wished time, free ones first and then in reading order,
 * with the floors they stand on. That a place is taken is told, never by whom. What was wished of
 * seats, kind and needs narrows the list; the plan's other places come as `others`. Where no free place
 * has all that is needed, those that lack least come as `nearest`.
 * @throws NotFound for an unknown site
 */
export async function findFreePlaces(scope: Scope, wish: Wish): Promise<Found & FoundPlaces> {
  return scope.read('place:find', async (db) => {
    const { sites, slug } = await chooseSite(db, scope.hub.id, wish.site);
    const { around, ...found } = await lookAround(db, scope, wish, { slug });
    const { all } = around;
    const order = (place: FoundPlace) => (place.state === 'free' ? 0 : 1);
    const large = all.filter((place) => fits(place, wish));
    const places = large
      .filter(({ lacks }) => lacks.length === 0)
      .sort((one, other) => order(one) - order(other));
    const others = all.filter((place) => !places.includes(place));
    const costs = await costsOf(db, scope, large, found.site, around.actor);
    return { ...found, sites, places, others, nearest: nearestOf(large), costs };
  });
}
type FoundPlaces = {
  sites: SiteName[];
  places: FoundPlace[];
  others: FoundPlace[];
  nearest: FoundPlace[];
  /** What the free ones cost by their ids, with what was paid beforehand taken off. */
  costs: Map<string, Due>;
};

async function costsOf(
  db: Handle,
  scope: Scope,
  places: readonly FoundPlace[],
  { halfDayAt }: House,
  actor: ActorClass,
): Promise<Map<string, Due>> {
  const free = places.filter(({ state }) => state === 'free');
  const [first] = free;
  if (!first) return new Map();
  const times = free.map(({ kind, slot }) => ({
    kind,
    time: { from: minutesOf(slot.from), to: minutesOf(slot.to), halfDayAt },
  }));
  const costs = await listCosts(
    db,
    scope.hub.id,
    scope.organisation.id,
    actor,
    first.slot.date,
    times,
  );
  return new Map(free.map(({ id }, n) => [id, costs[n] ?? { netOre: 0, discountOre: 0 }]));
}

/** The free ones that lack least of what is needed; none where one has it all. */
function nearestOf(places: readonly FoundPlace[]): FoundPlace[] {
  const free = places.filter(({ state }) => state === 'free');
  const least = Math.min(...free.map(({ lacks }) => lacks.length));
  return least === 0 ? [] : free.filter(({ lacks }) => lacks.length === least).slice(0, 6);
}

/**
 * One place at the wished time, with its floor, what else stands there, and what is free instead
 * when it is taken.
 * @throws NotFound for a place that is not there, hidden or another hub's
 */
export async function findPlace(scope: Scope, placeId: string, wish: Wish): Promise<FoundOne> {
  if (!isId(placeId)) throw new NotFound('place');
  return scope.read('place:find', async (db) => {
    const { around, ...found } = await lookAround(db, scope, wish, { placeId });
    const { all } = around;
    const place = all.find(({ id }) => id === placeId);
    if (!place) throw new NotFound('place');
    const floors = found.floors.filter(({ id }) => id === place.floorId);
    const others = all.filter(({ id, floorId }) => id !== placeId && floorId === place.floorId);
    const taken = ['taken', 'partly', 'mine', 'offered'].includes(place.state);
    const alternatives = taken ? instead(placeId, found, around) : [];
    const house = seenBy(found.site, { kind: place.kind, placeId });
    const minutes = lengthOf(place.slot, house, found.rules[place.kind]);
    const kept = around.places.find(({ id }) => id === placeId);
    const rule = found.rules[place.kind];
    const awaits = kept !== undefined && awaitsAnswer(kept, rule, around.actor);
    const colleagues = await listColleagues(db, scope);
    const terms = kept
      ? await termsDue(db, scope.hub.id, { id: placeId, site: found.site }, scope.organisation.id)
      : [];
    const together = beside(all, around.places, kept, wish);
    const price = await quoteOf(db, scope, place, found.site, around.actor);
    return {
      ...found,
      floors,
      place,
      others,
      alternatives,
      minutes,
      awaits,
      colleagues,
      price,
      terms,
      together,
    };
  });
}

/** What could be booked along with a place: free, with what is needed, and no part of it nor it of that. */
function beside(
  all: readonly FoundPlace[],
  places: readonly KeptPlace[],
  kept: KeptPlace | undefined,
  { kind }: Wish,
): FoundPlace[] {
  const units = new Set(kept?.unitIds);
  const apart = new Set(
    places
      .filter(({ claim, unitIds }) => claim === 'ANY' || !unitIds.some((id) => units.has(id)))
      .map(({ id }) => id),
  );
  const meets = (one: FoundPlace) => one.lacks.length === 0 && (!kind || one.kind === kind);
  return all
    .filter((one) => one.id !== kept?.id && one.state === 'free' && apart.has(one.id) && meets(one))
    .slice(0, 60);
}

export type FoundOne = Found & {
  place: FoundPlace;
  others: FoundPlace[];
  alternatives: Alternative[];
  /** What else of the site is free at that time, to be booked in the same breath. */
  together: FoundPlace[];
  /** How long its time really is, also when the clocks change; null when the rules refuse it. */
  minutes: number | null;
  /** Whether the house answers before it holds. */
  awaits: boolean;
  /** For whom one may book: everyone of one's own organisation, oneself among them. */
  colleagues: { id: string; name: string }[];
  /** What is to be agreed to first. */
  terms: Terms[];
  /** What it would cost; null where it is included. */
  price: Quote | null;
};

async function quoteOf(
  db: Handle,
  scope: Scope,
  { kind, slot }: FoundPlace,
  site: House,
  actor: ActorClass,
): Promise<Quote | null> {
  const { zone, halfDayAt } = site;
  const time = { from: minutesOf(slot.from), to: minutesOf(slot.to), halfDayAt, date: slot.date };
  const where = { kind, site: { zone, halfDayAt } };
  if (time.to <= time.from) return null;
  return quote(db, scope.hub.id, scope.organisation.id, actor, where, time);
}

async function listColleagues(db: Handle, scope: Scope): Promise<FoundOne['colleagues']> {
  if (!scope.may('booking:create')) return [];
  const members = await db.membership.findMany({
    where: { organisationId: scope.organisation.id, person: { withdrawnAt: null } },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
    take: 200,
  });
  return members.map(({ person }) => person);
}

function lengthOf(slot: Slot, house: House, rule: TimeRule): number | null {
  const { window } = judged(slot, house, rule, now());
  return window?.endsAt.since(window.startsAt).total('minutes') ?? null;
}

function fits(place: FoundPlace, { seats, kind }: Wish): boolean {
  return place.seats >= (seats ?? 1) && (kind === undefined || place.kind === kind);
}
