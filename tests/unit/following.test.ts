import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueBefore, type Pace } from '#lib/following/rules.ts';

const due = (pace: Pace, at: string, zone = 'Europe/Stockholm') =>
  dueBefore(pace, zone, Temporal.Instant.from(at))?.toString();

describe('When mail of what one follows goes out', () => {
  it('at seven by the hub’s clock, summer and winter, the days the clock is changed too', () => {
    expect(due('DAILY', '2027-03-27T06:00:00Z')).toBe('2027-03-27T06:00:00Z');
    expect(due('DAILY', '2027-03-27T05:59:59Z')).toBe('2027-03-26T06:00:00Z');
    expect(due('DAILY', '2027-03-28T05:00:00Z')).toBe('2027-03-28T05:00:00Z');
    expect(due('DAILY', '2027-03-28T04:59:59Z')).toBe('2027-03-27T06:00:00Z');
    expect(due('DAILY', '2026-10-25T05:30:00Z')).toBe('2026-10-24T05:00:00Z');
    expect(due('DAILY', '2026-10-25T06:00:00Z')).toBe('2026-10-25T06:00:00Z');
  });

  it('on Mondays where one reads weekly', () => {
    expect(due('WEEKLY', '2027-03-28T12:00:00Z')).toBe('2027-03-22T06:00:00Z');
    expect(due('WEEKLY', '2027-03-29T05:00:00Z')).toBe('2027-03-29T05:00:00Z');
    expect(due('WEEKLY', '2027-03-29T04:00:00Z')).toBe('2027-03-22T06:00:00Z');
  });

  it('at once, or never', () => {
    expect(due('AT_ONCE', '2027-03-28T12:00:00Z')).toBe('2027-03-28T12:00:00Z');
    expect(due('NEVER', '2027-03-28T12:00:00Z')).toBe(undefined);
  });
});
