import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#lib/platform/errors.ts';
import type { House } from '#lib/workspace/hours.ts';
import { bookingMoves, bookingStatuses, refusalToMove, standing } from '#lib/workspace/moves.ts';
import { fitted, overlaps, type Taken, windowOf } from '#lib/workspace/rules.ts';
import { nearestFreeSlots, nextSlot, quickChoices, timesToChoose } from '#lib/workspace/slots.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { minutesOf, timeOf } from '#lib/workspace/times.ts';

const zone = 'Europe/Stockholm';
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 7 * 60, closes: 19 * 60 }));
const halfDayAt = 12 * 60;
const house: House = { zone, hours: weekdays, halfDayAt };
const rule = { ...usualRules.MEETING_ROOM, maxMinutes: 24 * 60 };
const { daysAhead } = rule;
const always: House = {
  zone,
  halfDayAt,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 24 * 60 })),
};
const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const monday = local('2027-03-01T09:05');

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code.replace('workspace.refusals.', '');
    throw error;
  }
}
const verdict = (slot: { date: string; from: string; to: string }, at = monday, where = house) =>
  codeOf(() => windowOf(slot, where, rule, at));

describe('windowOf', () => {
  it.each([
    ['2027-03-02', '09:00', '12:00', null],
    ['2027-03-02', '07:00', '19:00', null],
    ['2027-03-02', '09:00', '09:15', null],
    ['2027-03-02', '09:00', '09:00', 'endsBeforeStart'],
    ['2027-03-02', '09:00', '08:00', 'endsBeforeStart'],
    ['2027-03-02', '09:10', '10:00', 'notOnTheQuarter'],
    ['2027-03-02', '09:00', '10:10', 'notOnTheQuarter'],
    ['2027-03-02', '06:45', '10:00', 'outsideHours'],
    ['2027-03-02', '18:00', '19:15', 'outsideHours'],
    ['2027-03-06', '09:00', '10:00', 'closedDay'],
    ['2027-02-26', '09:00', '10:00', 'past'],
    ['2027-03-01', '08:45', '10:00', 'past'],
    ['2027-03-01', '09:00', '10:00', null],
    ['2027-05-28', '09:00', '10:00', null],
    ['2027-05-31', '09:00', '10:00', 'tooFarAhead'],
    ['9999-12-31', '09:00', '10:00', 'tooFarAhead'],
    ['0000-01-01', '09:00', '10:00', 'past'],
  ])('%s %s–%s: %s', (date, from, to, expected) => {
    expect(verdict({ date, from, to })).toBe(expected);
  });

  it('knows today by the clock of the house, not by the machine or by UTC', () => {
    // 00:30 on Tuesday in Stockholm is still Monday in UTC and long since Tuesday in Kathmandu.
    const night = local('2027-03-02T00:30');
    expect(verdict({ date: '2027-03-01', from: '09:00', to: '10:00' }, night)).toBe('past');
    expect(verdict({ date: '2027-05-31', from: '09:00', to: '10:00' }, night)).toBe(null);
  });

  it.each([
    ['2027-03-28', '01:45', '02:00', 'noSuchTime'],
    ['2027-03-28', '02:00', '03:00', 'noSuchTime'],
    ['2027-03-28', '01:00', '03:00', null],
    ['2027-10-31', '02:45', '03:15', 'timeComesTwice'],
    ['2027-10-31', '01:45', '02:15', 'timeComesTwice'],
    ['2027-10-31', '01:45', '03:00', null],
  ])('on a day the clocks change, %s %s–%s: %s', (date, from, to, expected) => {
    const before = local(`${date}T00:00`).subtract({ hours: 24 });
    expect(verdict({ date, from, to }, before, always)).toBe(expected);
  });

  const quarters = fc.integer({ min: 0, max: 95 }).map((n) => timeOf(n * 15));
  const days = fc.integer({ min: -10, max: 120 });

  it('allows only what lies in the hours, ahead of now and in reach, and keeps the wall clock', () => {
    fc.assert(
      fc.property(days, quarters, quarters, (ahead, from, to) => {
        const day = Temporal.PlainDate.from('2027-03-01').add({ days: ahead });
        const slot = { date: day.toString(), from, to };
        if (verdict(slot) !== null) return;
        const { startsAt, endsAt } = windowOf(slot, house, rule, monday);
        const starts = startsAt.toZonedDateTimeISO(zone);
        expect(starts.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
          `${slot.date}T${from}`,
        );
        expect(Temporal.Instant.compare(startsAt, endsAt)).toBe(-1);
        expect(ahead >= 0 && ahead <= daysAhead && day.dayOfWeek <= 5).toBe(true);
        expect(starts.hour >= 7).toBe(true);
        expect(startsAt.since(monday).total('minutes')).toBeGreaterThan(-15);
      }),
    );
  });
});

describe('overlaps', () => {
  const at = (hour: number) => local('2027-03-02T00:00').add({ hours: hour });
  const window = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

  it('lets what touches be, and knows a stretch without an end', () => {
    expect(overlaps(window(9, 12), window(12, 15))).toBe(false);
    expect(overlaps(window(12, 15), window(9, 12))).toBe(false);
    expect(overlaps(window(9, 12), { startsAt: at(8), endsAt: null })).toBe(true);
    expect(overlaps(window(9, 12), { startsAt: at(12), endsAt: null })).toBe(false);
  });

  it('is what sharing an hour means, both ways round', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(stretch, stretch, ([a, b], [c, d]) => {
        const hours = new Set(Array.from({ length: b - a }, (_, n) => a + n));
        const shared = Array.from({ length: d - c }, (_, n) => c + n).some((h) => hours.has(h));
        expect(overlaps(window(a, b), window(c, d))).toBe(shared);
        expect(overlaps(window(c, d), window(a, b))).toBe(shared);
      }),
    );
  });
});

describe('choices', () => {
  it('are half days and the day, cut to the hours', () => {
    expect(quickChoices(house, '2027-03-02').map(({ from, to }) => `${from}-${to}`)).toEqual([
      '08:00-12:00',
      '12:00-17:00',
      '08:00-17:00',
    ]);
    const short: House = {
      zone,
      halfDayAt,
      hours: [{ weekday: 2, opens: 9 * 60, closes: 12 * 60 + 30 }],
    };
    expect(
      quickChoices(short, '2027-03-02').map(({ key, from, to }) => `${key} ${from}-${to}`),
    ).toEqual(['morning 09:00-12:00', 'day 09:00-12:30']);
    expect(quickChoices(house, '2027-03-06')).toEqual([]);
  });

  it('of time are the quarters of the week’s longest day', () => {
    expect(timesToChoose(house).at(0)).toBe('07:00');
    expect(timesToChoose(house).at(-1)).toBe('19:00');
    expect(timesToChoose(house)).toHaveLength(49);
    expect(timesToChoose(always).at(-1)).toBe('23:45');
    expect(timesToChoose({ zone, halfDayAt, hours: [] })).toEqual([]);
  });

  it.each([
    ['2027-03-01T07:30', '2027-03-01 08:00-12:00'],
    ['2027-03-01T08:10', '2027-03-01 08:00-12:00'],
    ['2027-03-01T08:20', '2027-03-01 12:00-17:00'],
    ['2027-03-01T15:00', '2027-03-02 08:00-12:00'],
    ['2027-03-05T18:00', '2027-03-08 08:00-12:00'],
  ])('begin, at %s, with %s', (at, expected) => {
    const slot = nextSlot(house, local(at));
    expect(`${slot.date} ${slot.from}-${slot.to}`).toBe(expected);
  });

  it('always begin with something the house allows, if it is ever open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 30 }), (minutes) => {
        const at = monday.add({ minutes });
        expect(verdict(nextSlot(house, at), at)).toBe(null);
      }),
    );
    expect(nextSlot({ zone, halfDayAt, hours: [] }, monday).date).toBe('2027-03-01');
  });

  it('keep the day that was asked for', () => {
    expect(nextSlot(house, monday, '2027-03-06').date).toBe('2027-03-06');
    expect(nextSlot(house, monday, '2026-03-06').date).toBe('2026-03-06');
  });
});

describe('nearestFreeSlots', () => {
  const wish = { date: '2027-03-02', from: '09:00', to: '11:00' };
  const stretch = fc
    .tuple(fc.integer({ min: 28, max: 75 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]): Taken => {
      const startsAt = local('2027-03-02T00:00').add({ minutes: from * 15 });
      return { startsAt, endsAt: startsAt.add({ minutes: length * 15 }) };
    });

  it('are free, as long as wished, allowed, and nearest first', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (taken) => {
        const slots = nearestFreeSlots(wish, house, rule, taken, monday, 3);
        for (const slot of slots) {
          const window = windowOf(slot, house, rule, monday);
          expect(taken.some((one) => overlaps(window, one))).toBe(false);
          expect(minutesOf(slot.to) - minutesOf(slot.from)).toBe(120);
        }
        const away = slots.map(({ from }) => Math.abs(minutesOf(from) - minutesOf(wish.from)));
        expect(away).toEqual(away.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are none when a lease has no end', () => {
    const lease = { startsAt: local('2027-01-01T00:00'), endsAt: null };
    expect(nearestFreeSlots(wish, house, rule, [lease], monday, 3)).toEqual([]);
  });
});

describe('the grid of a kind', () => {
  const day = '2027-03-02';
  it.each([
    ['HALF_DAY', '09:00', '11:00', '07:00', '12:00'],
    ['HALF_DAY', '13:00', '14:00', '12:00', '19:00'],
    ['HALF_DAY', '11:00', '13:00', '07:00', '19:00'],
    ['DAY', '09:00', '10:00', '07:00', '19:00'],
    ['QUARTER', '09:00', '10:00', '09:00', '10:00'],
  ] as const)('%s makes %s–%s %s–%s', (step, from, to, opens, closes) => {
    expect(fitted({ date: day, from, to }, house, { step })).toEqual({
      date: day,
      from: opens,
      to: closes,
    });
  });

  it('is a whole day where the house is open for one half only, and nothing on a closed day', () => {
    const short: House = {
      zone,
      halfDayAt,
      hours: [{ weekday: 2, opens: 9 * 60, closes: 12 * 60 }],
    };
    const wish = { date: day, from: '10:00', to: '11:00' };
    expect(fitted(wish, short, { step: 'HALF_DAY' })).toMatchObject({ from: '09:00', to: '12:00' });
    const sunday = { ...wish, date: '2027-03-07' };
    expect(fitted(sunday, house, { step: 'DAY' })).toEqual(sunday);
  });

  it('always fits itself, and what fits is allowed', () => {
    const quarters = fc.integer({ min: 28, max: 75 });
    const steps = fc.constantFrom('QUARTER' as const, 'HALF_DAY' as const, 'DAY' as const);
    fc.assert(
      fc.property(quarters, fc.integer({ min: 1, max: 20 }), steps, (from, length, step) => {
        const to = Math.min(from + length, 76);
        const wish = { date: day, from: timeOf(from * 15), to: timeOf(to * 15) };
        const own = fitted(wish, house, { step });
        expect(fitted(own, house, { step })).toEqual(own);
        expect(codeOf(() => windowOf(own, house, { ...rule, step }, monday))).toBe(null);
        expect(minutesOf(own.from)).toBeLessThanOrEqual(minutesOf(wish.from));
        expect(minutesOf(own.to)).toBeGreaterThanOrEqual(minutesOf(wish.to));
      }),
    );
  });

  it.each([
    [{ step: 'HALF_DAY' }, '09:00', '12:00', 'notAHalfDay'],
    [{ step: 'DAY' }, '07:00', '12:00', 'notADay'],
    [{ minMinutes: 60 }, '09:00', '09:45', 'tooShort'],
    [{ maxMinutes: 120 }, '09:00', '11:15', 'tooLong'],
    [{ noticeMinutes: 48 * 60 }, '09:00', '10:00', 'tooShortNotice'],
    [{ daysAhead: 1 }, '09:00', '10:00', null],
  ] as const)('%o refuses %s–%s as %s', (own, from, to, code) => {
    const slot = { date: day, from, to };
    expect(codeOf(() => windowOf(slot, house, { ...rule, ...own }, monday))).toBe(code);
  });

  it('lets a half day that is under way be had, but not one that is over', () => {
    const at = local('2027-03-02T09:30');
    const own = { ...rule, step: 'HALF_DAY' as const };
    const morning = { date: day, from: '07:00', to: '12:00' };
    expect(codeOf(() => windowOf(morning, house, own, at))).toBe(null);
    expect(codeOf(() => windowOf(morning, house, own, local('2027-03-02T12:00')))).toBe('past');
  });
});

describe('a booking’s life', () => {
  const startsAt = new Date(monday.epochMilliseconds);
  const endsAt = new Date(monday.add({ hours: 1 }).epochMilliseconds);
  const checkIn = { checkIn: true, checkInBefore: 15, checkInGrace: 30 };
  const verdictOn = (
    status: (typeof bookingStatuses)[number],
    to: typeof status,
    minutes: number,
  ) =>
    refusalToMove({ status, startsAt, endsAt }, to, monday.add({ minutes }), checkIn)?.replace(
      'workspace.refusals.',
      '',
    ) ?? null;

  it.each([
    ['CONFIRMED', 'CANCELLED', -1, null],
    ['CONFIRMED', 'CANCELLED', 0, 'hasStarted'],
    ['CANCELLED', 'CANCELLED', -1, 'alreadyCancelled'],
    ['PENDING', 'CANCELLED', 5, null],
    ['PENDING', 'CONFIRMED', 5, null],
    ['PENDING', 'CONFIRMED', 60, 'past'],
    ['DECLINED', 'CONFIRMED', -1, 'alreadyDecided'],
    ['HELD', 'CONFIRMED', -1, null],
    ['HELD', 'CONFIRMED', 0, 'past'],
    ['EXPIRED', 'CONFIRMED', -1, 'holdExpired'],
    ['CONFIRMED', 'CHECKED_IN', -16, 'tooEarlyToEnter'],
    ['CONFIRMED', 'CHECKED_IN', -15, null],
    ['CONFIRMED', 'CHECKED_IN', 60, 'past'],
    ['CONFIRMED', 'NO_SHOW', 29, 'mayStillCome'],
    ['CONFIRMED', 'NO_SHOW', 30, null],
    ['CHECKED_IN', 'NO_SHOW', 30, 'hasStarted'],
    ['NO_SHOW', 'CHECKED_IN', 31, 'wasMissed'],
  ] as const)('%s → %s, %i minutes after the start: %s', (from, to, minutes, code) => {
    expect(verdictOn(from, to, minutes)).toBe(code);
  });

  it('has no way out of what does not stand, and every way in the table is one', () => {
    for (const from of bookingStatuses) {
      for (const to of bookingStatuses) {
        const known = bookingMoves.some((move) => move.from === from && move.to === to);
        if (!standing.includes(from) && from !== 'CANCELLED') expect(known).toBe(false);
        if (!known) expect(verdictOn(from, to, -10)).not.toBe(null);
      }
    }
  });
});

it('minutes and times of day are each other’s way back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minutes) => {
      expect(minutesOf(timeOf(minutes))).toBe(minutes);
    }),
  );
});
