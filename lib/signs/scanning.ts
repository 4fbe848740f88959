import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findBookings, type KeptBooking } from '#lib/workspace/bookings.ts';
import { hoursOn } from '#lib/workspace/hours.ts';
import {
  type KeptPlace,
  readSite,
  type SiteFacts,
  takenUnits,
  wholeDay,
} from '#lib/workspace/house.ts';
import { refusalToMove } from '#lib/workspace/moves.ts';
import { earliestStart } from '#lib/workspace/rules.ts';
import { isId, type Slot } from '#lib/workspace/schema.ts';
import { readRules } from '#lib/workspace/terms.ts';
import { isCode } from './codes.ts';
import { nextOpening } from './opening.ts';
import { type Showing, showingOf } from './showing.ts';

/** How long before its time a booking is what one has come for. */
const minutesBefore = 60;

/** What a sign's place is called, for whoever has not signed in. @throws NotFound */
export async function readSign(code: string): Promise<{ hub: string; place: Text; site: Text }> {
  const { hub, place: placeId } = await openSign(code);
  const visitor = await enterPublic(hub);
  const { site, places } = await visitor.read('workspace:read', (db) =>
    readSite(db, visitor.hub.id, { placeId }),
  );
  const place = places.find(({ id }) => id === placeId);
  if (!place) throw new NotFound('sign');
  return { hub: visitor.hub.name, place: place.name, site: site.name };
}

/** At which hub and place a sign hangs. @throws NotFound for one that was replaced, or never was */
export async function openSign(code: string): Promise<{ hub: string; place: string }> {
  if (!isCode(code)) throw new NotFound('sign');
  const visitor = await enterPublic(null);
  const [row] = await visitor.read(
    'hub:read',
    (db) => db.$queryRaw<{ sign: { hub: string; place: string } | null }[]>`
      select open_sign(${code}) as sign`,
  );
  if (!row?.sign) throw new NotFound('sign');
  return row.sign;
}

export type Here = {
  place: { id: string; name: Text };
  zone: string;
  showing: Showing;
  /** Whether what stands there now is one's own organisation's: a booking of a colleague, a lease. */
  ours: boolean;
  /** When it opens next, where it is closed. */
  opens: Temporal.Instant | null;
  at: Temporal.Instant;
  /** One's own booking of this place about now. */
  own: (KeptBooking & { notYet: string | null }) | null;
  /** One's own booking of another place about now; `movable` while it has not begun. */
  elsewhere: (KeptBooking & { movable: boolean }) | null;
  /** From this quarter for as long as it is free, an hour at most; null where it is not free. */
  slot: Slot | null;
};

/** What somebody who stands at a place can do there now. @throws NotFound for a place that is not here */
export async function findHere(scope: Scope, placeId: string): Promise<Here> {
  if (!isId(placeId)) throw new NotFound('place');
  return scope.read('place:find', async (db) => {
    const { site, places } = await readSite(db, scope.hub.id, { placeId });
    const place = places.find(({ id }) => id === placeId);
    if (!place) throw new NotFound('place');
    const at = now();
    const { showing, ours } = await standingNow(db, scope, site, place, at);
    const which = { kind: place.kind, placeId };
    const mine = await ownAround(db, scope, at);
    const rules = await readRules(db, scope.hub.id);
    const own = mine.find((booking) => booking.place.id === placeId) ?? null;
    const other = own ? null : (mine[0] ?? null);
    const notYet = own && refusalToMove(own, 'CHECKED_IN', at, rules[own.place.kind]);
    return {
      ...{ place: { id: placeId, name: place.name }, zone: site.zone, showing, ours, at },
      opens: showing.state === 'closed' ? nextOpening(site, at, which) : null,
      own: own && { ...own, notYet: notYet ?? null },
      elsewhere: other && {
        ...other,
        movable: other.startsAt > dateOf(at) && other.status === 'CONFIRMED',
      },
      slot: showing.state === 'free' ? slotFrom(at, site.zone, showing.until) : null,
    };
  });
}

async function standingNow(
  db: Handle,
  scope: Scope,
  site: SiteFacts,
  place: KeptPlace,
  at: Temporal.Instant,
): Promise<{ showing: Showing; ours: boolean }> {
  const day = at.toZonedDateTimeISO(site.zone).toPlainDate();
  const { endsAt } = wholeDay(day.toString(), site.zone);
  const taken = await takenUnits(db, scope, { startsAt: at, endsAt }, place.unitIds);
  const hours = hoursOn(site, day, { kind: place.kind, placeId: place.id });
  const instant = (minutes: number) =>
    day.toPlainDateTime().add({ minutes }).toZonedDateTime(site.zone).toInstant();
  const under = [...taken.values()]
    .flat()
    .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, at) <= 0);
  const showing = showingOf({
    ...{ at, units: place.unitIds.length, pool: place.claim === 'ANY', inUse: !place.outOfService },
    taken: [...taken].flatMap(([unit, stretches]) =>
      stretches.map(({ startsAt, endsAt: ends, by }) => ({
        ...{ unit, startsAt, endsAt: ends, by, kind: 'BOOKING' as const },
      })),
    ),
    open: hours ? { startsAt: instant(hours.opens), endsAt: instant(hours.closes) } : null,
  });
  return { showing, ours: under.length > 0 && under.every(({ own }) => own) };
}

/** What one has booked oneself and is about to begin or under way, the earliest first. */
async function ownAround(db: Handle, scope: Scope, at: Temporal.Instant): Promise<KeptBooking[]> {
  const soon = dateOf(at.add({ minutes: minutesBefore }));
  // No booking is longer, so that none from years back is looked at.
  const longAgo = dateOf(at.subtract({ hours: 24 * 31 }));
  return findBookings(
    db,
    sql`b.hub_id = ${scope.hub.id}::uuid and b.organisation_id = ${scope.organisation.id}::uuid
      and b.booked_for_id = ${scope.person.id}::uuid and b.status in ('CONFIRMED', 'CHECKED_IN')
      and b.left_at is null and b.starts_at > ${longAgo} and b.starts_at <= ${soon} and b.ends_at > ${dateOf(at)}
      order by b.starts_at, b.id limit 10`,
  );
}

function slotFrom(at: Temporal.Instant, zone: string, until: Temporal.Instant | null): Slot {
  const from = earliestStart(at, zone);
  const hour = from.add({ hours: 1 });
  const to = until && Temporal.Instant.compare(until, hour) < 0 ? until : hour;
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone);
  const clock = (moment: Temporal.Instant) =>
    local(moment).toPlainTime().toString({ smallestUnit: 'minute' });
  return { date: local(from).toPlainDate().toString(), from: clock(from), to: clock(to) };
}

/** The local time of an instant or a date. */
export function clockAt(moment: Temporal.Instant | Date, zone: string): string {
  const instant = moment instanceof Date ? instantOf(moment) : moment;
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
