import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { instantOf, now } from '#lib/platform/clock.ts';
import { type BookingStatus, standing } from './moves.ts';

export type CalendarEntry = {
  id: string;
  /** Grows with each change, so that a calendar knows which of two files is the newer. */
  revision: number;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  /** IANA zone of the site. */
  zone: string;
  summary: string;
  location: string;
  description: string;
  url: string;
};

/** What a calendar that asks again is told: what it is called, and after how long to come back. */
export type Feed = { name: string; minutes: number };

/**
 * Bookings as an iCalendar file (RFC 5545), each an event that keeps its UID for life. Where all of them
 * are over before their time the file has METHOD:CANCEL and takes them out of the calendar that knows them.
 */
export function calendarFile(entries: readonly CalendarEntry[], feed?: Feed): string {
  const cancelled = entries.length > 0 && entries.every(({ status }) => !standing.includes(status));
  const times = entries.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  if (times.length === 0) times.push(now().epochMilliseconds);
  const span = [Math.min(...times), Math.max(...times)].map((at) => instantOf(new Date(at)));
  // The zone stands on the event: on the calendar it would turn DTSTAMP, too, into local time.
  const file = ical({
    prodId: { company: 'Navet', product: 'Navet' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(feed && { name: feed.name, ttl: feed.minutes * 60 }),
    timezone: { name: null, generator: (zone) => zoneRules(zone, span as Span) },
  });
  for (const entry of entries) addEvent(file, entry);
  return file.toString();
}

function addEvent(file: ICalCalendar, entry: CalendarEntry): void {
  const cancelled = !standing.includes(entry.status);
  const local = (date: Date) => instantOf(date).toZonedDateTimeISO(entry.zone);
  file.createEvent({
    id: `${entry.id}@navet`,
    sequence: entry.revision,
    stamp: now().toZonedDateTimeISO('UTC'),
    start: local(entry.startsAt),
    end: local(entry.endsAt),
    timezone: entry.zone,
    summary: entry.summary,
    location: entry.location,
    description: entry.description,
    url: entry.url,
    status: cancelled ? ICalEventStatus.CANCELLED : statusOf(entry.status),
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
}

function statusOf(status: BookingStatus): ICalEventStatus {
  const sure = status === 'CONFIRMED' || status === 'CHECKED_IN';
  return sure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

type Span = [from: Temporal.Instant, to: Temporal.Instant];

/** The VTIMEZONE that a TZID must come with: every clock change from before the first event to after the last. */
function zoneRules(zone: string, [from, to]: Span): string {
  // A moment later: a change at the very instant counts as the one before it.
  const first = from.add({ seconds: 1 }).toZonedDateTimeISO(zone);
  const changes = [first.getTimeZoneTransition('previous') ?? firstDay(zone)];
  for (let at = first.getTimeZoneTransition('next'); at; at = at.getTimeZoneTransition('next')) {
    changes.push(at);
    if (Temporal.Instant.compare(at.toInstant(), to) > 0) break;
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...changes.flatMap(observance), 'END:VTIMEZONE'].join(
    '\r\n',
  );
}

function observance(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ seconds: 1 });
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
  // DTSTART of an observance is told by the clock that was running until then.
  const local = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${change.offset.replace(':', '')}`,
    `END:${kind}`,
  ];
}

function firstDay(zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from('1970-01-01').toZonedDateTime(zone);
}
