import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isCode, makeCode } from '#lib/signs/codes.ts';
import { type Asked, showingOf, type Taking } from '#lib/signs/showing.ts';

const at = (time: string) => Temporal.Instant.from(`2027-03-02T${time}:00Z`);
const taking = (from: string, to: string | null, own: Partial<Taking> = {}): Taking => ({
  ...{ unit: 'a', startsAt: at(from), endsAt: to === null ? null : at(to) },
  ...{ kind: 'BOOKING' as const, by: null },
  ...own,
});
const shown = (taken: Taking[], own: Partial<Asked> = {}) =>
  showingOf({
    ...{ at: at('10:00'), taken, units: 1, pool: false, inUse: true },
    ...{ open: { startsAt: at('07:00'), endsAt: at('17:00') } },
    ...own,
  });

describe('what a screen shows', () => {
  it('is free until the next booking, or until the house closes', () => {
    const booking = taking('12:00', '13:00', { by: 'Låsvarg AB' });
    expect(shown([booking])).toMatchObject({
      ...{ state: 'free', until: at('12:00') },
      next: [{ startsAt: at('12:00'), by: 'Låsvarg AB' }],
    });
    expect(shown([])).toMatchObject({ state: 'free', until: at('17:00'), next: [] });
    // Touching is over: what ended at ten is no longer there at ten.
    expect(shown([taking('09:00', '10:00')])).toMatchObject({ state: 'free' });
  });

  it('is taken until the last of what follows at once by the same', () => {
    const first = taking('09:00', '11:00', { by: 'Låsvarg AB' });
    expect(shown([first])).toMatchObject({ state: 'taken', by: 'Låsvarg AB', until: at('11:00') });
    const second = taking('11:00', '12:00', { by: 'Låsvarg AB' });
    expect(shown([second, first])).toMatchObject({ until: at('12:00') });
    const other = taking('11:00', '12:00', { by: 'Kajkant AB' });
    expect(shown([first, other])).toMatchObject({ until: at('11:00') });
  });

  it('says leased, out of service and closed apart', () => {
    expect(shown([taking('00:00', null, { kind: 'LEASE' })])).toMatchObject({
      ...{ state: 'leased', until: null },
    });
    expect(shown([taking('09:00', '11:00', { kind: 'BLOCK' })])).toMatchObject({
      state: 'blocked',
    });
    expect(shown([], { inUse: false })).toMatchObject({ state: 'blocked', until: null });
    expect(shown([], { at: at('06:00') })).toMatchObject({ state: 'closed', until: at('07:00') });
    expect(shown([], { at: at('17:00') })).toMatchObject({ state: 'closed', until: null });
    expect(shown([], { open: null })).toMatchObject({ state: 'closed' });
  });

  it('counts the free ones of a pool, and an office of many desks once', () => {
    const one = taking('09:00', '11:00', { unit: 'a' });
    const both = [one, { ...one, unit: 'b' }];
    const pool = { pool: true, units: 2 };
    expect(shown([one], pool)).toMatchObject({ state: 'free', free: 1 });
    expect(shown(both, pool)).toMatchObject({ state: 'taken', free: 0 });
    const later = [taking('12:00', '13:00'), taking('12:00', '13:00', { unit: 'b' })];
    expect(shown(later, { units: 2 }).next).toHaveLength(1);
  });
});

it('the code of a sign says nothing and is never the same', () => {
  const codes = Array.from({ length: 200 }, makeCode);
  expect(new Set(codes).size).toBe(200);
  expect(codes.every(isCode)).toBe(true);
  expect(isCode('ABC')).toBe(false);
});
