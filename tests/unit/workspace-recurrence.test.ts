import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datesOf, mostDates, patterns, type Recurrence } from '#lib/workspace/recurrence.ts';

const weekly: Recurrence = {
  pattern: 'WEEK',
  interval: 1,
  weekdays: [],
  starts: '2027-03-02',
  count: 3,
  dates: [],
};
const days = (own: Partial<Recurrence>) => datesOf({ ...weekly, ...own }).join(' ');
const refusal = (own: Partial<Recurrence>) => {
  try {
    return days(own);
  } catch (error) {
    return (error as { code: string }).code.replace('workspace.refusals.', '');
  }
};

describe('datesOf', () => {
  it.each([
    [{}, '2027-03-02 2027-03-09 2027-03-16'],
    [{ weekdays: [1, 4] }, '2027-03-04 2027-03-08 2027-03-11'],
    [{ interval: 2 }, '2027-03-02 2027-03-16 2027-03-30'],
    [{ count: undefined, until: '2027-03-16' }, '2027-03-02 2027-03-09 2027-03-16'],
    [{ pattern: 'DAY' }, '2027-03-02 2027-03-03 2027-03-04'],
    [{ pattern: 'DAY', interval: 3 }, '2027-03-02 2027-03-05 2027-03-08'],
    [{ pattern: 'MONTH_DATE', starts: '2027-01-31' }, '2027-01-31 2027-03-31 2027-05-31'],
    [{ pattern: 'MONTH_WEEKDAY' }, '2027-03-02 2027-04-06 2027-05-04'],
    [{ pattern: 'MONTH_WEEKDAY', starts: '2027-03-30' }, '2027-03-30 2027-04-27 2027-05-25'],
    [
      { pattern: 'PICKED', dates: ['2027-04-01', '2027-03-01', '2027-04-01'] },
      '2027-03-01 2027-04-01',
    ],
    [{ count: undefined }, 'seriesNeedsEnd'],
    [{ count: mostDates + 1 }, 'seriesTooLong'],
    [{ count: undefined, until: '2027-03-01' }, 'seriesEndsFirst'],
    [{ pattern: 'PICKED' }, 'seriesEmpty'],
  ] as const)('%o: %s', (own, expected) => {
    expect(refusal(own as Partial<Recurrence>)).toBe(expected);
  });

  it('goes forward, never before its start, also over the days the clocks change', () => {
    const starts = fc
      .integer({ min: 0, max: 700 })
      .map((n) => Temporal.PlainDate.from('2027-01-01').add({ days: n }).toString());
    const pattern = fc.constantFrom(...patterns.filter((one) => one !== 'PICKED'));
    fc.assert(
      fc.property(starts, pattern, fc.integer({ min: 1, max: 4 }), (from, one, interval) => {
        const dates = datesOf({ ...weekly, starts: from, pattern: one, interval, count: 20 });
        expect(dates).toEqual(dates.toSorted());
        expect(new Set(dates).size).toBe(20);
        expect(dates[0] && dates[0] >= from).toBe(true);
      }),
    );
  });
});
