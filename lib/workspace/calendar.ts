import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
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

/**
 * A booking as an iCalendar file (RFC 5545) with one event that keeps its UID for life. A cancelled
 * booking's file has METHOD:CANCEL and takes the event out of the calendar that knows it.
 */
export function calendarFile(entry: CalendarEntry): string {
  const cancelled = !standing.includes(entry.status);
  const local = (date: Date) => instantOf(date).toZonedDateTimeISO(entry.zone);
  // The zone stands on the event: on the calendar it would turn DTSTAMP, too, into local time.
  const file = ical({
    prodId: { company: 'Navet', product: 'Navet' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => zoneRules(zone, instantOf(entry.startsAt)) },
  });
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
  return file.toString();
}

function statusOf(status: BookingStatus): ICalEventStatus {
  const sure = status === 'CONFIRMED' || status === 'CHECKED_IN';
  return sure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

/** The VTIMEZONE that a TZID must come with: the clock changes before and after an instant. */
function zoneRules(zone: string, at: Temporal.Instant): string {
  // A moment later: a change at the very instant counts as the one before it.
  const around = at.add({ seconds: 1 }).toZonedDateTimeISO(zone);
  const changes = [
    around.getTimeZoneTransition('previous') ?? firstDay(zone),
    around.getTimeZoneTransition('next'),
  ].filter((change) => change !== null);
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
