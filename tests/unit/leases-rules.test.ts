import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  daysTaken,
  lastDayByNotice,
  lastDayOf,
  ranges,
  standingOn,
  type Term,
} from '#lib/leases/rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const term = (own: Partial<Term> = {}): Term => ({
  validFrom: day('2027-01-01'),
  validTo: null,
  renewalMonths: 0,
  endsOn: null,
  ...own,
});

describe('the last day by notice', () => {
  it.each([
    ['2027-03-01', 3, '2027-06-30'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-31', 3, '2027-06-30'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-03-15', 0, '2027-03-31'],
    ['2026-11-22', 3, '2027-04-30'],
  ])('given on %s with %i months is %s', (given, months, last) => {
    expect(lastDayByNotice(term(), months, day(given))?.toString()).toBe(last);
  });

  it('of what goes on is the end of a term that far ahead, and its day of the month never drifts', () => {
    const yearly = term({ validTo: day('2027-12-31'), renewalMonths: 12 });
    expect(lastDayByNotice(yearly, 3, day('2027-09-30'))?.toString()).toBe('2027-12-31');
    expect(lastDayByNotice(yearly, 3, day('2027-10-01'))?.toString()).toBe('2028-12-31');
    const monthly = term({ validTo: day('2027-01-31'), renewalMonths: 1 });
    expect(lastDayByNotice(monthly, 0, day('2027-03-01'))?.toString()).toBe('2027-03-31');
  });

  it('is not to be had of a term that simply ends', () => {
    expect(lastDayByNotice(term({ validTo: day('2027-12-31') }), 3, day('2027-03-01'))).toBeNull();
  });
});

describe('how a lease stands', () => {
  it.each([
    ['SIGNED', '2026-12-31', 'SIGNED'],
    ['SIGNED', '2027-01-01', 'ACTIVE'],
    ['SIGNED', '2027-06-30', 'ACTIVE'],
    ['SIGNED', '2027-07-01', 'ENDED'],
    ['OFFERED', '2027-07-01', 'OFFERED'],
  ] as const)('%s is on %s %s', (status, on, standing) => {
    const half = term({ validTo: day('2027-06-30') });
    expect(standingOn(status, half, day(on))).toBe(standing);
  });
  it('what renews has no last day until notice is given', () => {
    const yearly = term({ validTo: day('2027-12-31'), renewalMonths: 12 });
    expect(lastDayOf(yearly)).toBeNull();
    expect(lastDayOf({ ...yearly, endsOn: day('2028-12-31') })?.toString()).toBe('2028-12-31');
  });
});

describe('the days a lease takes', () => {
  it('are all of its own but those given back, each once', () => {
    const offsets = fc.array(fc.integer({ min: -5, max: 45 }), { maxLength: 20 });
    fc.assert(
      fc.property(offsets, fc.option(fc.integer({ min: 0, max: 40 })), (given, length) => {
        const first = day('2027-03-01');
        const last = length === null ? null : first.add({ days: length });
        const days = given.map((n) => first.add({ days: n }));
        const pieces = daysTaken(first, last, days);
        for (let n = -6; n <= 50; n += 1) {
          const one = first.add({ days: n });
          const { compare } = Temporal.PlainDate;
          const inside = pieces.filter(
            ({ from, until }) => compare(from, one) <= 0 && (!until || compare(one, until) < 0),
          ).length;
          const wanted = n >= 0 && (length === null || n <= length) && !given.includes(n);
          expect(inside).toBe(wanted ? 1 : 0);
        }
      }),
    );
  });

  it('read as ranges', () => {
    const days = ['2027-03-09', '2027-03-01', '2027-03-02'].map(day);
    const read = ranges(days).map(({ from, to }) => `${from} ${to}`);
    expect(read).toEqual(['2027-03-01 2027-03-02', '2027-03-09 2027-03-09']);
  });
});
