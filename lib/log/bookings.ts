import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { inLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';
import { type Change, changesIn, factsIn } from './rules.ts';

type Event = { kind: string; objectType: string; objectId: string; detail: unknown };

/** What events of bookings say of place and time: as it was then, never as it is now. */
export type BookingsThen = {
  /** What the booking was called; null where the event does not tell and it has been moved. */
  name: (event: Event, current: string | undefined) => string | null;
  /** Old and new values with places by their names. */
  changes: (event: Event) => Change[];
};

/** Part of a read of events. */
export async function bookingsThen(
  db: Handle,
  hubId: string,
  events: readonly Event[],
  locale: Locale,
): Promise<BookingsThen> {
  const those = events.filter(({ objectType }) => objectType === 'booking');
  const places = await placesIn(db, hubId, those);
  const nameOf = (known: string) => {
    const place = places.find(({ id, code }) => id === known || code === known);
    return place ? inLocale(place.name as Record<string, string>, locale) : known;
  };
  const silent = those.filter(({ detail }) => !factsIn(detail).time);
  const moved = await movedOf(db, hubId, silent);
  return {
    name: ({ detail, objectId }, current) => {
      const { place, time } = factsIn(detail);
      if (place && time) return `${nameOf(place)} (${timeWords(locale, time)})`;
      return moved.has(objectId) ? null : (current ?? null);
    },
    changes: ({ detail, objectType }) =>
      changesIn(detail).map(({ field, from, to }) =>
        objectType === 'booking' && field === 'place'
          ? { field, from: nameOf(from), to: nameOf(to) }
          : { field, from, to },
      ),
  };
}

async function placesIn(db: Handle, hubId: string, events: readonly Event[]) {
  const known = new Set(
    events.flatMap(({ detail }) => {
      const moves = changesIn(detail).filter(({ field }) => field === 'place');
      return [factsIn(detail).place ?? '', ...moves.flatMap(({ from, to }) => [from, to])];
    }),
  );
  const ids = [...known].filter((one) => uuid.test(one));
  const codes = [...known].filter((one) => one !== '' && !uuid.test(one));
  if (ids.length + codes.length === 0) return [];
  return db.place.findMany({
    where: { hubId, OR: [{ id: { in: ids } }, { code: { in: codes } }] },
    select: { id: true, code: true, name: true },
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Those whose events of older versions cannot be told by how they stand now. */
async function movedOf(db: Handle, hubId: string, events: readonly Event[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const objectId = { in: [...new Set(events.map((event) => event.objectId))] };
  const rows = await db.auditEvent.findMany({
    where: { hubId, objectType: 'booking', objectId, kind: 'bookingChanged' },
    select: { objectId: true },
  });
  return new Set(rows.map((row) => row.objectId));
}

/** A local time as events keep it (`2027-03-02 09:00–12:00`) in words; anything else as it is. */
export function timeWords(locale: Locale, time: string): string {
  const [, date, from, to] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)–(\d\d:\d\d)$/.exec(time) ?? ([] as undefined[]);
  if (!date || !from || !to) return time;
  const start = Temporal.PlainDateTime.from(`${date}T${from}`);
  const sameDay = Temporal.PlainDateTime.from(`${date}T${to}`);
  const end =
    Temporal.PlainDateTime.compare(sameDay, start) > 0 ? sameDay : sameDay.add({ days: 1 });
  const [one, other] = [start, end].map((at) => dateOf(at.toZonedDateTime('UTC').toInstant()));
  const spoken = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  return formatter(locale, 'UTC').dateTimeRange(one as Date, other as Date, spoken);
}
