import { Temporal } from 'temporal-polyfill';
import { now } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Attribute, lacking, needsOf, type TypedNeeds } from './attributes.ts';
import { isFor } from './bookable.ts';
import { type House, hoursOn, seenBy } from './hours.ts';
import {
  chooseSite,
  factsOf,
  type KeptPlace,
  type PlaceFacts,
  readSite,
  type SiteFacts,
  type SiteName,
  type TakenBy,
  type TakenUnits,
  takenUnits,
  unitsOf,
  wholeDay,
  whose,
} from './house.ts';
import { earliestStart, fitted, overlaps, quarter, type Window } from './rules.ts';
import type { PlaceKind } from './schema.ts';
import { type ActorClass, actorClassOf, type Rule, type Rules, readRules } from './terms.ts';
import { timeOf } from './times.ts';

export type GridState =
  | 'free'
  | 'mine'
  | 'offered'
  | 'taken'
  | 'over'
  | 'tooShort'
  | 'closed'
  | 'notForYou';
/** A part of a place's day, in local time; of a free one each part can be had by itself. */
export type Stretch = { from: string; to: string; state: GridState; by: string | null };
export type PlaceDays = { place: PlaceFacts; days: { date: string; stretches: Stretch[] }[] };
export type Grid = {
  sites: SiteName[];
  site: SiteFacts;
  attributes: Attribute[];
  needErrors: Record<string, string>;
  dates: string[];
  /** The first opening and the last closing of the days shown, minutes after midnight. */
  opens: number;
  closes: number;
  rows: PlaceDays[];
};

/**
 * How every place of a site (or of one kind, or with what is needed) stands through a day, or through several. Whoever may look
 * for a place. @throws NotFound for an unknown site
 */
export async function findGrid(
  scope: Scope,
  wish: {
    date: string;
    days: number;
    kind?: PlaceKind | undefined;
    site?: string | undefined;
    needs?: TypedNeeds | undefined;
  },
): Promise<Grid> {
  return scope.read('place:find', async (db) => {
    const { sites, slug } = await chooseSite(db, scope.hub.id, wish.site);
    const { site, places, attributes } = await readSite(db, scope.hub.id, { slug });
    const rules = await readRules(db, scope.hub.id);
    const actor = await actorClassOf(db, scope.hub.id, scope.organisation.id);
    const first = Temporal.PlainDate.from(wish.date);
    const dates = Array.from({ length: wish.days }, (_, n) => first.add({ days: n }).toString());
    const { startsAt } = wholeDay(dates[0] as string, site.zone);
    const { endsAt } = wholeDay(dates.at(-1) as string, site.zone);
    const { needs, errors: needErrors } = needsOf(attributes, wish.needs);
    const shown = places
      .filter(({ kind }) => wish.kind === undefined || kind === wish.kind)
      .filter((place) => lacking(place, needs).length === 0);
    const taken = await takenUnits(db, scope, { startsAt, endsAt }, unitsOf(shown));
    const asked = { house: site, rules, taken, actor, organisationId: scope.organisation.id };
    const rows = shown.map((place) => ({
      place: factsOf(place),
      days: dates.map((date) => ({ date, stretches: stretchesOf(place, date, asked) })),
    }));
    return { sites, site, attributes, needErrors, dates, rows, ...span(rows) };
  });
}

type Asked = {
  house: House;
  rules: Rules;
  taken: TakenUnits;
  actor: ActorClass;
  organisationId: string;
};

/** A place's day from opening to closing, in stretches that stand alike; none on a closed day. */
export function stretchesOf(place: KeptPlace, date: string, asked: Asked): Stretch[] {
  const rule = asked.rules[place.kind];
  const day = Temporal.PlainDate.from(date);
  const who = { kind: place.kind, placeId: place.id, actor: asked.actor };
  const house = seenBy(asked.house, who);
  const hours = hoursOn(house, day);
  if (!hours) return [];
  const whole = { from: timeOf(hours.opens), to: timeOf(hours.closes), by: null };
  if (place.outOfService || place.unitIds.length === 0) return [{ ...whole, state: 'closed' }];
  if (!isFor(place, rule, asked.actor, asked.organisationId)) {
    return [{ ...whole, state: 'notForYou' }];
  }
  const earliest = earliestStart(now(), house.zone);
  const count = Math.floor((hours.closes - hours.opens) / quarter);
  const parts = Array.from({ length: count }, (_, n) => hours.opens + n * quarter);
  const stood = parts.map((at) =>
    standingAt(place, windowAt(day, at, house.zone), asked, earliest),
  );
  const cuts = cutsOf(rule, house, hours);
  const all = merged(parts, stood, hours.closes, cuts);
  return rule.step === 'QUARTER' ? all : all.map((one) => usable(one, date, house, rule));
}

/** Where only halves or whole days can be had, what is left of one is of no use. */
function usable(stretch: Stretch, date: string, house: House, rule: Rule): Stretch {
  if (stretch.state !== 'free') return stretch;
  const own = fitted({ date, from: stretch.from, to: stretch.to }, house, rule);
  const is = own.from === stretch.from && own.to === stretch.to;
  return is ? stretch : { ...stretch, state: 'tooShort' };
}

type Standing = { state: GridState; by: string | null };

function standingAt(
  place: KeptPlace,
  window: Window,
  { taken }: Asked,
  earliest: Temporal.Instant,
): Standing {
  const there = place.unitIds.map((unitId) =>
    (taken.get(unitId) ?? []).filter((stretch) => overlaps(window, stretch)),
  );
  const free = there.filter((those) => those.length === 0).length;
  if (place.claim === 'ANY' ? free > 0 : free === there.length) {
    const over = Temporal.Instant.compare(window.startsAt, earliest) < 0;
    return { state: over ? 'over' : 'free', by: null };
  }
  return standingOfTaken(there.flat());
}

function standingOfTaken(those: readonly TakenBy[]): Standing {
  const names = [...new Set(those.flatMap(({ by }) => by ?? []))].join(', ');
  const state = whose(those);
  return { state, by: state === 'taken' ? names || null : null };
}

function windowAt(day: Temporal.PlainDate, minutes: number, zone: string): Window {
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: timeOf(minutes) }).toInstant();
  return { startsAt, endsAt: startsAt.add({ minutes: quarter }) };
}

/** Where a free stretch is cut, so that each part can be had by itself: hours, half days, or nowhere. */
function cutsOf(
  { step }: Pick<Rule, 'step'>,
  house: House,
  { opens, closes }: { opens: number; closes: number },
) {
  if (step === 'DAY') return new Set<number>();
  if (step === 'HALF_DAY') return new Set([house.halfDayAt]);
  const first = Math.ceil(opens / 60);
  return new Set(
    Array.from({ length: Math.ceil(closes / 60) - first + 1 }, (_, n) => (first + n) * 60),
  );
}

function merged(
  parts: readonly number[],
  stood: readonly Standing[],
  closes: number,
  cuts: ReadonlySet<number>,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [n, at] of parts.entries()) {
    const { state, by } = stood[n] as Standing;
    const to = timeOf(parts[n + 1] ?? closes);
    const last = stretches.at(-1);
    const goesOn = last?.state === state && last.by === by && !(state === 'free' && cuts.has(at));
    if (last && goesOn) last.to = to;
    else stretches.push({ from: timeOf(at), to, state, by });
  }
  return stretches;
}

function span(rows: readonly PlaceDays[]): { opens: number; closes: number } {
  const all = rows.flatMap(({ days }) => days.flatMap(({ stretches }) => stretches));
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return {
    opens: Math.min(...all.map(({ from }) => minutes(from)), 24 * 60),
    closes: Math.max(...all.map(({ to }) => minutes(to)), 0),
  };
}
