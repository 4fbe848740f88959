import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { demoBookings } from '#prisma/seed/bookings.ts';
import { demoHubs } from '#prisma/seed/hubs.ts';
import { demoOrganisations } from '#prisma/seed/organisations.ts';
import { demoPeople } from '#prisma/seed/people.ts';
import type { PlanLine, SeedBooking, SeedPlace, SeedSite } from '#prisma/seed/types.ts';
import { demoSites } from '#prisma/seed/workspace.ts';

/** Metres below which two edges count as touching, not crossing. */
const hair = 0.001;
type Box = { x: number; y: number; w: number; h: number };

describe.each(demoSites)('the house of $hub', (site) => {
  it('covers the area the hub states', () => {
    const stated = demoHubs.find((hub) => hub.slug === site.hub)?.areaM2;
    expect(area(site)).toBeCloseTo(stated ?? 0, 0);
  });

  it('has keys and a reading order without gaps', () => {
    const keys = site.places.map((place) => place.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(site.places.map((place) => place.readingOrder)).toEqual(keys.map((_, i) => i + 1));
    for (const place of site.places) expect(place.seats).toBeGreaterThan(0);
  });

  it('keeps every place inside the outline', () => {
    for (const place of site.places) {
      for (const [x, y] of corners(place)) expect(inside(site, x, y), place.key).toBe(true);
    }
  });

  it('lets no place stand in a wall', () => {
    for (const place of site.places) {
      for (const wall of site.plan.walls) {
        expect(overlap(place, lineBox(wall)), `${place.key} in a wall`).toBe(false);
      }
    }
  });

  it('lets no place stand on another, unless it belongs in it', () => {
    for (const [index, one] of site.places.entries()) {
      for (const other of site.places.slice(index + 1)) {
        const belongs = one.within === other.key || other.within === one.key;
        expect(overlap(one, other), `${one.key} on ${other.key}`).toBe(belongs);
      }
    }
  });

  it('has every door and way out in a wall or in the outline', () => {
    const edges = [...site.plan.walls, ...outlineEdges(site)];
    for (const door of [...site.plan.doors, ...(site.plan.exits ?? [])]) {
      expect(
        edges.some((edge) => liesOn(door, edge)),
        JSON.stringify(door),
      ).toBe(true);
    }
  });
});

it('Östersund has what the house is known for', () => {
  const places = demoSites.find((site) => site.hub === 'ostersund')?.places ?? [];
  const count = (kind: SeedPlace['kind']) => places.filter((place) => place.kind === kind).length;
  expect(count('HOT_DESK')).toBeGreaterThanOrEqual(12);
  expect(count('FIXED_DESK')).toBeGreaterThanOrEqual(4);
  expect(count('MEETING_ROOM')).toBeGreaterThanOrEqual(3);
  expect([count('OFFICE'), count('LAB'), count('SHOWROOM')]).toEqual([1, 1, 1]);
  const office = places.find((place) => place.kind === 'OFFICE');
  expect(places.filter((place) => place.within === office?.key)).toHaveLength(4);
});

// A year end with week 53, a change to summer time, an ordinary Sunday.
const todays = ['2026-11-22', '2026-12-31', '2027-03-27'];
describe.each(todays)('bookings around %s', (day) => {
  const today = Temporal.PlainDate.from(day);
  const bookings = demoBookings(today);

  it('are enough to look at, in every hub, and the same each time', () => {
    for (const hub of demoHubs) {
      expect(bookings.filter((row) => row.hub === hub.slug).length).toBeGreaterThan(10);
    }
    const told = (rows: SeedBooking[]) => rows.map((row) => Object.values(row).join(' '));
    expect(told(demoBookings(today))).toEqual(told(bookings));
  });

  it('never share a place at the same time', () => {
    for (const sameDay of byPlaceAndDay(bookings).values()) {
      const sorted = sameDay.sort((a, b) => Temporal.PlainDateTime.compare(a.start, b.start));
      for (const [index, next] of sorted.slice(1).entries()) {
        const before = sorted[index]?.end ?? next.end;
        expect(Temporal.PlainDateTime.compare(before, next.start)).toBeLessThanOrEqual(0);
      }
    }
  });

  it('lie within opening hours, near today', () => {
    for (const row of bookings) {
      const site = demoSites.find((house) => house.hub === row.hub);
      const hours = site?.openingHours.find((open) => open.weekday === row.start.dayOfWeek);
      const [from, to] = [row.start, row.end].map((time) =>
        time.toPlainTime().toString().slice(0, 5),
      );
      expect(from && hours && from >= hours.opens, `${row.hub} ${row.start}`).toBe(true);
      expect(to && hours && to <= hours.closes, `${row.hub} ${row.end}`).toBe(true);
      expect(Temporal.PlainDateTime.compare(row.start, row.end)).toBe(-1);
      const away = today.until(row.start.toPlainDate()).days;
      expect(away).toBeGreaterThanOrEqual(-62);
      expect(away).toBeLessThanOrEqual(21);
    }
  });

  it('are made by members, for places that exist', () => {
    for (const row of bookings) {
      const person = demoPeople.find((one) => one.key === row.person);
      expect(person?.memberships.map((membership) => membership.org)).toContain(row.org);
      expect(demoOrganisations.find((org) => org.slug === row.org)?.hubs).toContain(row.hub);
      const places = demoSites.find((site) => site.hub === row.hub)?.places ?? [];
      expect(places.map((place) => place.key)).toContain(row.placeKey);
    }
  });
});

function byPlaceAndDay(bookings: SeedBooking[]): Map<string, SeedBooking[]> {
  return Map.groupBy(bookings, (row) => `${row.hub} ${row.placeKey} ${row.start.toPlainDate()}`);
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x + hair < other.x + other.w &&
    other.x + hair < one.x + one.w &&
    one.y + hair < other.y + other.h &&
    other.y + hair < one.y + one.h
  );
}

/** A wall is thirty centimetres thick, fifteen to each side of its line. */
function lineBox({ x1, y1, x2, y2 }: PlanLine): Box {
  const half = 0.15;
  const [x, y] = [Math.min(x1, x2) - half, Math.min(y1, y2) - half];
  return { x, y, w: Math.abs(x2 - x1) + 2 * half, h: Math.abs(y2 - y1) + 2 * half };
}

function corners({ x, y, w, h }: Box): [number, number][] {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}

function outlineEdges(site: SeedSite): PlanLine[] {
  const points = site.plan.outline;
  return points.map(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
    return { x1, y1, x2, y2 };
  });
}

/** Square metres, by the shoelace formula. */
function area(site: SeedSite): number {
  return Math.abs(
    outlineEdges(site).reduce((sum, { x1, y1, x2, y2 }) => sum + (x1 * y2 - x2 * y1) / 2, 0),
  );
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function inside(site: SeedSite, x: number, y: number): boolean {
  const crossed = outlineEdges(site).filter(
    ({ x1, y1, x2, y2 }) => y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1),
  );
  return crossed.length % 2 === 1;
}

function liesOn(door: PlanLine, edge: PlanLine): boolean {
  const along = (a: number, b1: number, b2: number) =>
    a >= Math.min(b1, b2) && a <= Math.max(b1, b2);
  const within =
    along(door.x1, edge.x1, edge.x2) &&
    along(door.x2, edge.x1, edge.x2) &&
    along(door.y1, edge.y1, edge.y2) &&
    along(door.y2, edge.y1, edge.y2);
  return within;
}
