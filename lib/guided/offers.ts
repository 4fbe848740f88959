import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Locale, Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { House } from '#lib/workspace/hours.ts';
import { type TakenUnits, takenUnits, wholeDay } from '#lib/workspace/house.ts';
import { houseOf, withOpening } from '#lib/workspace/opening.ts';
import { isId } from '#lib/workspace/schema.ts';
import { type Asked, freeStarts, type Starts } from './starts.ts';

/** How many days ahead starts are offered at a time. */
const daysShown = 14;

const withResources = {
  demo: {
    select: {
      ...{ title: true, slug: true, publicId: true, picture: true, status: true },
      owner: { select: { id: true, name: true } },
    },
  },
  place: {
    include: { units: { select: { unitId: true } }, site: { include: withOpening } },
  },
  resources: { include: { resource: true } },
} as const;

/** A presentation that groups may ask for. @throws NotFound when it is closed, or its demo shown no more */
export async function readOffer(db: Handle, hubId: string, demoId: string) {
  if (!isId(demoId)) throw new NotFound('presentation');
  const row = await db.presentation.findFirst({
    where: { hubId, demoId, demo: { status: 'PUBLISHED' } },
    include: withResources,
  });
  if (!row) throw new NotFound('presentation');
  const { site, ...place } = row.place;
  const people = row.resources.flatMap(({ resource }) => (resource.retiredAt ? [] : [resource]));
  return {
    ...row,
    people,
    place: {
      id: place.id,
      name: place.name as Text,
      units: place.units.map(({ unitId }) => unitId),
    },
    site: { id: site.id, name: site.name as Text, address: site.address, zone: site.zone },
    house: houseOf(site),
  };
}
export type Offer = Awaited<ReturnType<typeof readOffer>>;

/** The languages in which somebody is there to show it. */
export function languagesOf({ languages, people, hostNeeded }: Offer): Locale[] {
  const speaks = (kind: 'GUIDE' | 'HOST', language: string) =>
    people.some((one) => one.kind === kind && one.languages.includes(language));
  return (languages as Locale[]).filter(
    (language) => speaks('GUIDE', language) && (!hostNeeded || speaks('HOST', language)),
  );
}

function askedOf(offer: Offer, language: string): Asked {
  const units = (kind: 'KIT' | 'GUIDE' | 'HOST') =>
    offer.people
      .filter((one) => one.kind === kind && (kind === 'KIT' || one.languages.includes(language)))
      .map(({ unitId }) => unitId);
  return {
    placeId: offer.place.id,
    minutes: offer.minutes,
    needed: [...offer.place.units, ...units('KIT')],
    oneOf: [units('GUIDE'), ...(offer.hostNeeded ? [units('HOST')] : [])],
  };
}

/** The earliest a group may come, by the notice the house asks for. */
export function earliestOf({ noticeHours }: Pick<Offer, 'noticeHours'>): Temporal.Instant {
  return now().add({ hours: noticeHours });
}

type Wish = { demoId: string; language: string; size: number; from: string | null };

/**
 * What a group can choose from: sessions with room for all of it, and starts at which everything is free, two
 * weeks from a day on. Members may, and the house's hosts. @throws NotFound when the demo is not shown to groups
 */
export async function findTimes(scope: Scope, wish: Wish) {
  return scope.read(bookingPermission(scope), (db) => timesFor(db, scope, wish));
}

/** Under which permission somebody books and moves groups: their organisation's, or as the house anybody's. */
export const bookingPermission = (scope: Scope) =>
  scope.may('guided:arrange') ? 'guided:arrange' : 'guided:book';

/** From when on a time can be had: the house needs no notice of its own. */
export const earliestFor = (scope: Scope, offer: Offer) =>
  scope.may('guided:arrange') ? now() : earliestOf(offer);

/** The session that a group would leave, and whether it comes to it alone; then all it has is let go. */
type Leaving = { id: string; alone: boolean };

/** The same for a step of a read. */
export async function timesFor(db: Handle, scope: Scope, wish: Wish, leaving?: Leaving) {
  const { demoId, language, size, from } = wish;
  const hubId = scope.hub.id;
  const offer = await readOffer(db, hubId, demoId);
  if (!offer.open && !scope.may('guided:arrange')) throw new NotFound('presentation');
  const spoken = languagesOf(offer);
  const wished = spoken.find((one) => one === language) ?? spoken[0] ?? null;
  const first = firstDay(offer.house, from);
  const days = Array.from({ length: daysShown }, (_, n) => first.add({ days: n }).toString());
  const window = {
    startsAt: wholeDay(days[0] as string, offer.house.zone).startsAt,
    endsAt: wholeDay(days.at(-1) as string, offer.house.zone).endsAt,
  };
  const sessions = await db.guidedSession.findMany({
    where: {
      ...{ hubId, demoId, state: 'OPEN', ...(wished && { language: wished }) },
      startsAt: { gte: dateOf(now()), lt: dateOf(window.endsAt) },
      ...(leaving && { id: { not: leaving.id } }),
    },
    orderBy: { startsAt: 'asc' },
    take: 50,
  });
  const free = leaving?.alone ? await unitsOf(db, hubId, leaving.id) : null;
  const starts = wished ? await startsOf(db, scope, offer, wished, { days, window, free }) : [];
  const open = sessions.filter(({ seats, taken }) => seats - taken >= size);
  const nextDay = first.add({ days: daysShown }).toString();
  return { offer, language: wished, languages: spoken, sessions: open, starts, days, nextDay };
}

/** What a session holds, and when. */
async function unitsOf(db: Handle, hubId: string, id: string) {
  const session = await db.guidedSession.findFirstOrThrow({
    where: { hubId, id },
    include: { occupancies: { where: { releasedAt: null }, select: { unitId: true } } },
  });
  const units = new Set(session.occupancies.map(({ unitId }) => unitId));
  return { units, startsAt: instantOf(session.startsAt) };
}

function firstDay(house: House, from: string | null): Temporal.PlainDate {
  const day = today(house.zone);
  if (!from) return day;
  const asked = Temporal.PlainDate.from(from);
  const ahead = day.until(asked).days;
  return ahead > 0 && ahead <= 365 ? asked : day;
}

type Free = { units: ReadonlySet<string>; startsAt: Temporal.Instant };

function letGo(taken: TakenUnits, { units, startsAt }: Free): void {
  for (const unit of units) {
    const others = (taken.get(unit) ?? []).filter((one) => !one.startsAt.equals(startsAt));
    taken.set(unit, others);
  }
}

type Within = {
  days: readonly string[];
  window: { startsAt: Temporal.Instant; endsAt: Temporal.Instant };
  /** What is taken until now and would be let go. */
  free: Free | null;
};

async function startsOf(
  db: Handle,
  scope: Scope,
  offer: Offer,
  language: string,
  { days, window, free }: Within,
): Promise<Starts[]> {
  const asked = askedOf(offer, language);
  if (asked.oneOf.some((units) => units.length === 0)) return [];
  const units = [...asked.needed, ...asked.oneOf.flat()];
  const taken = await takenUnits(db, scope, window, units);
  if (free) letGo(taken, free);
  return freeStarts(offer.house, asked, taken, days, earliestFor(scope, offer)).filter(
    ({ times }) => times.length > 0,
  );
}
