import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { type CalendarEntry, calendarFile } from '#lib/workspace/calendar.ts';

afterEach(() => stopClock(null));

const entry: CalendarEntry = {
  id: '019b0000-0000-7000-8000-000000000001',
  revision: 0,
  status: 'CONFIRMED',
  startsAt: new Date('2027-03-26T08:00:00Z'),
  endsAt: new Date('2027-03-26T11:00:00Z'),
  zone: 'Europe/Stockholm',
  summary: 'Plats 1: lås; larm, och mer',
  location: 'Plats 1, Huset',
  description: 'Rad ett\nrad två',
  url: 'http://localhost:3000/sv/nord/fjallvard/bookings/1',
};

// ical.js reads the file's own VTIMEZONE, so that a wrong one moves the time.
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) };
}

it.each([
  ['winter', '2027-01-15T08:00:00.000Z', '2027-01-15T11:00:00.000Z', 9],
  ['the last winter day', '2027-03-26T08:00:00.000Z', '2027-03-26T11:00:00.000Z', 9],
  ['the first summer day', '2027-03-29T07:00:00.000Z', '2027-03-29T10:00:00.000Z', 9],
  ['across the spring change', '2027-03-28T00:00:00.000Z', '2027-03-28T02:00:00.000Z', 1],
  ['across the autumn change', '2027-10-30T23:00:00.000Z', '2027-10-31T03:00:00.000Z', 1],
  ['the first hour of summer', '2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00.000Z', 3],
])('keeps the instants in %s', (_when, starts, ends, localHour) => {
  const file = calendarFile([{ ...entry, startsAt: new Date(starts), endsAt: new Date(ends) }]);
  const { event } = read(file);
  expect(event.startDate.hour).toBe(localHour);
  expect(event.startDate.toJSDate().toISOString()).toBe(starts);
  expect(event.endDate.toJSDate().toISOString()).toBe(ends);
});

it('names the zone and stamps in UTC', () => {
  stopClock(Temporal.Instant.from('2027-03-01T08:05:07Z'));
  const lines = calendarFile([entry]).split('\r\n');
  expect(lines).toContain('DTSTART;TZID=Europe/Stockholm:20270326T090000');
  expect(lines).toContain('DTEND;TZID=Europe/Stockholm:20270326T120000');
  expect(lines).toContain('DTSTAMP:20270301T080507Z');
  expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
});

it('works in a zone that changes no clock', () => {
  const { event } = read(calendarFile([{ ...entry, zone: 'Asia/Tokyo' }]));
  expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-26T08:00:00.000Z');
});

it('escapes text, and keeps the UID while the sequence grows', () => {
  const booked = read(calendarFile([entry]));
  const cancelled = read(calendarFile([{ ...entry, revision: 1, status: 'CANCELLED' }]));
  expect(booked.event.summary).toBe('Plats 1: lås; larm, och mer');
  expect(booked.event.description).toBe('Rad ett\nrad två');
  expect(cancelled.event.uid).toBe(booked.event.uid);
  expect([booked.event.sequence, cancelled.event.sequence]).toEqual([0, 1]);
  expect(booked.calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(cancelled.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
});

it('holds many, over every clock change between them, and is a cancellation only when all are', () => {
  const days = ['2027-03-26', '2027-06-15', '2027-12-15'].map((day, n) => ({
    ...entry,
    id: `id-${n}`,
    startsAt: new Date(`${day}T08:00:00Z`),
    endsAt: new Date(`${day}T10:00:00Z`),
  }));
  const file = calendarFile(days);
  const events = read(file).calendar.getAllSubcomponents('vevent');
  expect(events.map((one) => new ICAL.Event(one).startDate.toJSDate().toISOString())).toEqual(
    days.map(({ startsAt }) => startsAt.toISOString()),
  );
  const some = days.map((day, n) => ({ ...day, status: n ? ('CANCELLED' as const) : day.status }));
  expect(read(calendarFile(some)).calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
});
