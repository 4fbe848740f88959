import { Temporal } from 'temporal-polyfill';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { PlaceKind, Slot } from './schema.ts';
import { type ActorClass, actorClasses } from './terms.ts';
import { minutesOf } from './times.ts';

/** Opening hours of one ISO weekday: minutes after local midnight. */
export type Hours = { weekday: number; opens: number; closes: number };
/** Hours that differ from the site's own; what is null is any, `from` and `to` are the first and last day. */
export type Schedule = {
  kind: PlaceKind | null;
  actor: ActorClass | null;
  from: string | null;
  to: string | null;
  hours: readonly Hours[];
};
/** Local times (YYYY-MM-DDTHH:MM), half-open; of one kind or place, or of the whole site. */
export type Closing = {
  kind: PlaceKind | null;
  placeId: string | null;
  from: string;
  to: string;
  yearly: boolean;
  exempt: readonly ActorClass[];
  message: Text;
};
/** A holiday on which the site is closed, or has hours of its own. */
export type SpecialDay = { name: Text; hours: { opens: number; closes: number } | null };
/** For which place and for whom hours are asked; what is left out is what holds for everyone. */
export type Who = { kind?: PlaceKind; placeId?: string; actor?: ActorClass };
/** When a site is open: IANA zone, hours, where the first half day ends, and what differs from it. */
export type House = {
  zone: string;
  hours: readonly Hours[];
  halfDayAt: number;
  schedules?: readonly Schedule[];
  closures?: readonly Closing[];
  /** By date. */
  specialDays?: ReadonlyMap<string, SpecialDay>;
  who?: Who;
};

/** The same house as someone sees it who wants such a place. */
export function seenBy<H extends House>(house: H, who: Who): H {
  return { ...house, who: { ...house.who, ...who } };
}

/** The site's hours on a day, less what is closed at their ends; undefined when it is closed. */
export function hoursOn(
  house: House,
  day: Temporal.PlainDate,
  who: Who = house.who ?? {},
): Hours | undefined {
  const usual = usualHours(house, day, who);
  if (!usual) return undefined;
  const left = closedStretches(house, day, who).reduce(cutEnds, usual);
  return left.closes - left.opens < quarter ? undefined : left;
}
const quarter = 15;

function usualHours(house: House, day: Temporal.PlainDate, who: Who): Hours | undefined {
  const special = house.specialDays?.get(day.toString());
  if (special) return special.hours ? { weekday: day.dayOfWeek, ...special.hours } : undefined;
  const hours = scheduleOn(house, day, who)?.hours ?? house.hours;
  return hours.find(({ weekday }) => weekday === day.dayOfWeek);
}

/** Of the schedules that apply the most particular: a season first, then a kind, then for whom. */
function scheduleOn(house: House, day: Temporal.PlainDate, who: Who): Schedule | undefined {
  const date = day.toString();
  const applies = ({ kind, actor, from, to }: Schedule) =>
    (kind === null || kind === who.kind) &&
    (actor === null || actor === who.actor) &&
    (from === null || from <= date) &&
    (to === null || date <= to);
  return (house.schedules ?? []).filter(applies).sort((a, b) => weight(b) - weight(a))[0];
}

function weight({ kind, actor, from, to }: Schedule): number {
  return ((from ?? to) ? 4 : 0) + (kind ? 2 : 0) + (actor ? 1 : 0);
}

type Stretch = { from: number; to: number; closing: Closing };

/** What is closed of a day, minutes after local midnight, earliest first. */
function closedStretches(house: House, day: Temporal.PlainDate, who: Who): Stretch[] {
  const midnight = day.toPlainDateTime();
  const minutes = (at: Temporal.PlainDateTime) =>
    Math.max(0, Math.min(24 * 60, midnight.until(at).total('minutes')));
  return (house.closures ?? [])
    .filter((closing) => concerns(closing, who))
    .flatMap((closing) =>
      turnsOf(closing, day).map(({ from, to }) => ({
        from: minutes(from),
        to: minutes(to),
        closing,
      })),
    )
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/** Whether a closure is of such a place and for such an actor. */
export function concerns({ kind, placeId, exempt }: Closing, who: Who): boolean {
  if (who.actor && exempt.includes(who.actor)) return false;
  return (kind === null || kind === who.kind) && (placeId === null || placeId === who.placeId);
}

/** Its times around a day: a yearly one comes again, over the turn of the year, too. */
export function turnsOf(
  { from, to, yearly }: Pick<Closing, 'from' | 'to' | 'yearly'>,
  day: Temporal.PlainDate,
): { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }[] {
  const [begins, ends] = [Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to)];
  if (!yearly) return [{ from: begins, to: ends }];
  return [-1, 0, 1]
    .map((step) => day.year + step - begins.year)
    .filter((years) => years >= 0)
    .map((years) => ({ from: begins.add({ years }), to: ends.add({ years }) }));
}

function cutEnds(hours: Hours, { from, to }: Stretch): Hours {
  const opens =
    from <= hours.opens && to > hours.opens ? Math.ceil(to / quarter) * quarter : hours.opens;
  const closes =
    to >= hours.closes && from < hours.closes ? Math.floor(from / quarter) * quarter : hours.closes;
  return { ...hours, opens, closes: Math.max(opens, closes) };
}

/**
 * When a place is open to anyone at all on a day, minutes after local midnight, less every closure: a house that is
 * closed but for some counts as closed.
 */
export function openStretches(
  house: House,
  day: Temporal.PlainDate,
  { kind, placeId }: Pick<Who, 'kind' | 'placeId'>,
): { from: number; to: number }[] {
  const place = { ...(kind && { kind }), ...(placeId && { placeId }) };
  const hours = [undefined, ...actorClasses].flatMap(
    (actor) => usualHours(house, day, { ...place, ...(actor && { actor }) }) ?? [],
  );
  const whole = joined(hours.map(({ opens, closes }) => ({ from: opens, to: closes })));
  return closedStretches(house, day, place).reduce(
    (open, closed) => open.flatMap((one) => without(one, closed)),
    whole,
  );
}

type Piece = { from: number; to: number };

function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else all.push({ ...piece });
  }
  return all;
}

function without({ from, to }: Piece, closed: Piece): Piece[] {
  const left = [
    { from, to: Math.min(to, closed.from) },
    { from: Math.max(from, closed.to), to },
  ];
  return left.filter((piece) => piece.from < piece.to);
}

/** The closure that a wish meets, if any. */
export function closureMet(house: House, { date, from, to }: Slot): Closing | undefined {
  const stretches = closedStretches(house, Temporal.PlainDate.from(date), house.who ?? {});
  return stretches.find((one) => one.from < minutesOf(to) && minutesOf(from) < one.to)?.closing;
}

/** Why nobody can come on a day, in words that staff or the calendar gave it; undefined for an ordinary one. */
export function reasonOn(house: House, day: Temporal.PlainDate): Text | undefined {
  const special = house.specialDays?.get(day.toString());
  if (special && !special.hours) return special.name;
  const usual = usualHours(house, day, house.who ?? {});
  if (!usual || hoursOn(house, day)) return undefined;
  return closedStretches(house, day, house.who ?? {})[0]?.closing.message;
}
