import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { readAttributes } from '#lib/workspace/attribute-reads.ts';
import { demoBookings } from '#prisma/seed/bookings.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import type { SeedPlace, SeedSite } from '#prisma/seed/types.ts';
import { demoSites } from '#prisma/seed/workspace.ts';
import { agreeToTerms } from './house-terms.ts';
import { idOf } from './ids.ts';
import { priceBookings } from './money.ts';
import { operators } from './organisations.ts';
import { loadPlan } from './plans.ts';

/** Each hub's house: site, floor, opening hours, places and the units they claim. */
export async function loadHouses(db: Handle): Promise<void> {
  for (const site of demoSites) {
    await loadSite(db, site);
    await loadPlaces(db, site);
    await loadPlan(db, site);
  }
}

async function loadSite(db: Handle, site: SeedSite): Promise<void> {
  const hub = demoHubs.find((each) => each.slug === site.hub);
  if (!hub) throw new Error(`No hub ${site.hub}`);
  const hubId = idOf('hub', site.hub);
  const siteId = idOf('site', site.hub);
  const address = `${hub.address.street}, ${hub.address.postalCode} ${hub.address.town}`;
  const facts = { slug: 'huset', name: site.name, zone: hub.zone, address, areaM2: hub.areaM2 };
  await db.site.create({ data: { hubId, id: siteId, ...facts } });
  await db.floor.create({
    data: { hubId, id: idOf('floor', site.hub), siteId, level: 0, name: site.floorName },
  });
  await db.openingHours.createMany({
    data: site.openingHours.map(({ weekday, opens, closes }) => ({
      hubId,
      siteId,
      weekday,
      opens: minutes(opens),
      closes: minutes(closes),
    })),
  });
}

async function loadPlaces(db: Handle, site: SeedSite): Promise<void> {
  const hubId = idOf('hub', site.hub);
  const siteId = idOf('site', site.hub);
  const floorId = idOf('floor', site.hub);
  await db.place.createMany({
    data: site.places.map(({ key, kind, name, seats, readingOrder, units = 1, note }) => ({
      ...{ kind, name, seats, readingOrder },
      claim: units > 1 ? ('ANY' as const) : ('ALL' as const),
      ...(note && { note }),
      hubId,
      siteId,
      floorId,
      id: idOf('place', `${site.hub}/${key}`),
      code: key,
    })),
  });
  await loadAttributes(db, site);
  await loadUnits(db, site);
}

/** What each place has, of what every hub begins with telling of places of its kind. */
async function loadAttributes(db: Handle, site: SeedSite): Promise<void> {
  const hubId = idOf('hub', site.hub);
  const known = await readAttributes(db, hubId);
  await db.placeAttribute.createMany({
    data: site.places.flatMap(({ key, kind, attributes: has }) => {
      const values: Record<string, boolean | number | string | null> = {
        ...{ 'step-free': has.stepFree, 'height-adjustable': has.heightAdjustable },
        ...{ screens: has.screens, video: has.videoMeeting, 'hearing-loop': has.hearingLoop },
        ...{ whiteboard: has.whiteboard, daylight: has.daylight, sound: has.sound },
      };
      return known.flatMap(({ id, code, type, kinds }) => {
        const value = values[code] ?? null;
        if (value === null || !kinds.includes(kind)) return [];
        return {
          ...{ hubId, placeId: idOf('place', `${site.hub}/${key}`), attributeId: id, type },
          yes: typeof value === 'boolean' ? value : null,
          number: typeof value === 'number' ? value : null,
          choice: typeof value === 'string' ? value : null,
        };
      });
    }),
  });
}

/** A place with others inside claims their units; every other place has one of its own, a pool several. */
async function loadUnits(db: Handle, site: SeedSite): Promise<void> {
  const hubId = idOf('hub', site.hub);
  const siteId = idOf('site', site.hub);
  const inside = (key: string) => site.places.filter((place) => place.within === key);
  const single = site.places.filter((place) => inside(place.key).length === 0);
  await db.unit.createMany({
    data: single.flatMap(unitsOf).map((code) => ({
      hubId,
      siteId,
      id: idOf('unit', `${site.hub}/${code}`),
      code,
    })),
  });
  await db.placeUnit.createMany({
    data: site.places.flatMap((place) => {
      const claimed = inside(place.key);
      return (claimed.length > 0 ? claimed : [place]).flatMap(unitsOf).map((code) => ({
        hubId,
        placeId: idOf('place', `${site.hub}/${place.key}`),
        unitId: idOf('unit', `${site.hub}/${code}`),
      }));
    }),
  });
}

function unitsOf({ key, units = 1 }: SeedPlace): string[] {
  return units === 1 ? [key] : Array.from({ length: units }, (_, n) => `${key}-${n + 1}`);
}

/** What an organisation is to its hub when it books. */
function classOf(hub: string, slug: string) {
  if (operators.get(hub) === slug) return 'OWNER' as const;
  const side = demoOrganisations.find((each) => each.slug === slug)?.side;
  return side === 'PRIVATE' || side === undefined ? ('COMPANY' as const) : side;
}

/** Some weeks of bookings around a day. */
export async function loadBookings(
  db: Handle,
  today: Temporal.PlainDate,
  from?: Temporal.PlainDate,
): Promise<void> {
  const zones = new Map(demoHubs.map((hub) => [hub.slug, hub.zone]));
  const rows = demoBookings(today, from).map((booking) => {
    const zone = zones.get(booking.hub) ?? 'Europe/Stockholm';
    return {
      hubId: idOf('hub', booking.hub),
      id: crypto.randomUUID(),
      placeId: idOf('place', `${booking.hub}/${booking.placeKey}`),
      organisationId: idOf('organisation', booking.org),
      bookedById: idOf('person', booking.person),
      bookedForId: idOf('person', booking.person),
      actorClass: classOf(booking.hub, booking.org),
      startsAt: dateOf(booking.start.toZonedDateTime(zone).toInstant()),
      endsAt: dateOf(booking.end.toZonedDateTime(zone).toInstant()),
      purpose: booking.purpose,
      requestKey: crypto.randomUUID(),
    };
  });
  await agreeToTerms(db, rows, today);
  await db.booking.createMany({ data: rows });
  const units = await db.placeUnit.findMany();
  await db.occupancy.createMany({
    data: rows.flatMap(({ hubId, id, placeId, organisationId, startsAt, endsAt }) =>
      units
        .filter((unit) => unit.placeId === placeId)
        .map(({ unitId }) => ({
          ...{ hubId, unitId, startsAt, endsAt },
          kind: 'BOOKING' as const,
          bookingId: id,
          shownOrganisationId: organisationId,
        })),
    ),
  });
  await priceBookings(db);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
