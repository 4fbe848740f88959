import { Temporal } from 'temporal-polyfill';
import { hashOf } from '#lib/organisations/tokens.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import { enterPublic } from '#lib/platform/scope.ts';
import { type House, hoursOn } from '#lib/workspace/hours.ts';
import { readSite, wholeDay } from '#lib/workspace/house.ts';
import type { PlaceKind } from '#lib/workspace/schema.ts';
import { nextOpening } from './opening.ts';
import { type Showing, showingOf, type Taking } from './showing.ts';

type Opened = {
  hub: string;
  place: string;
  name: Text;
  kind: PlaceKind;
  state: 'ACTIVE' | 'OUT_OF_SERVICE';
  /** What the place's sign says; null where none hangs. */
  code: string | null;
  units: number;
  pool: boolean;
  taken: (Omit<Taking, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string | null })[];
};
export type Display = {
  name: Text;
  kind: PlaceKind;
  zone: string;
  at: Temporal.Instant;
  code: string | null;
  showing: Showing;
  /** When it opens next, where it is closed. */
  opens: Temporal.Instant | null;
};

/**
 * What the screen behind a secret address shows now: the place, how it stands, and what comes today.
 * Organisations where they let themselves be seen, and never a person.
 * @throws NotFound when the address holds no more
 */
export async function readDisplay(token: string): Promise<Display> {
  if (!/^[\w-]{43}$/.test(token)) throw new NotFound('display');
  const hash = hashOf(token);
  const at = now();
  const until = dateOf(at.add({ hours: 25 }));
  const anyone = await enterPublic(null);
  const [row] = await anyone.read(
    'hub:read',
    (db) => db.$queryRaw<{ display: Opened | null }[]>`
      select open_display(${hash}, ${dateOf(at)}, ${until}) as display`,
  );
  const opened = row?.display;
  if (!opened) throw new NotFound('display');
  const visitor = await enterPublic(opened.hub);
  const { site } = await visitor.read('workspace:read', (db) =>
    readSite(db, visitor.hub.id, { placeId: opened.place }),
  );
  const showing = showingOf({
    ...{ at, units: opened.units, pool: opened.pool, inUse: opened.state === 'ACTIVE' },
    taken: todays(opened, at, site.zone),
    open: openToday(site, opened, at),
  });
  const which = { kind: opened.kind, placeId: opened.place };
  return {
    ...{ name: opened.name, kind: opened.kind, zone: site.zone, at, code: opened.code },
    showing,
    opens: showing.state === 'closed' ? nextOpening(site, at, which) : null,
  };
}

/** What begins tomorrow is no business of a door today. */
function todays({ taken }: Opened, at: Temporal.Instant, zone: string): Taking[] {
  const date = at.toZonedDateTimeISO(zone).toPlainDate().toString();
  const { endsAt: midnight } = wholeDay(date, zone);
  return taken
    .map(({ startsAt, endsAt, ...one }) => ({
      ...one,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
    }))
    .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, midnight) < 0);
}

function openToday(house: House, { kind, place }: Opened, at: Temporal.Instant) {
  const day = at.toZonedDateTimeISO(house.zone).toPlainDate();
  const hours = hoursOn(house, day, { kind, placeId: place });
  if (!hours) return null;
  const instant = (minutes: number) =>
    day.toPlainDateTime().add({ minutes }).toZonedDateTime(house.zone).toInstant();
  return { startsAt: instant(hours.opens), endsAt: instant(hours.closes) };
}
