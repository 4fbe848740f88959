import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  environmentShape,
  type Profile,
  profileFields,
  readHere,
  type Verdict,
  wholeVerdict,
  worksHere,
} from '#lib/showroom/environment.ts';

const none: Profile = {
  bandwidthKbps: null,
  coveragePercent: null,
  farthestKm: null,
  staffMinutes: null,
  trainingHours: null,
};
const needs = (own: object) => environmentShape.parse(own);
const verdicts = (own: object, has: Partial<Profile>) =>
  Object.fromEntries(
    worksHere(needs(own), { ...none, ...has }).map(({ field, verdict }) => [field, verdict]),
  );

describe('Whether something works here', () => {
  it('is answered for what is asked for, and never guessed', () => {
    expect(verdicts({}, { bandwidthKbps: 1 })).toEqual({});
    expect(verdicts({ bandwidthKbps: 2000 }, {})).toEqual({ bandwidthKbps: 'UNKNOWN' });
    expect(verdicts({ bandwidthKbps: 2000 }, { bandwidthKbps: 2000 })).toEqual({
      bandwidthKbps: 'YES',
    });
    expect(verdicts({ staffMinutes: 60 }, { staffMinutes: 59 })).toEqual({ staffMinutes: 'NO' });
    expect(verdicts({ withinKm: 40 }, { farthestKm: 41 })).toEqual({ farthestKm: 'PARTLY' });
  });

  it('is less hard on a weak net where the thing works without one', () => {
    const weak = { bandwidthKbps: 500, coveragePercent: 60 };
    const asked = { bandwidthKbps: 2000, mobileNet: 'YES' };
    expect(verdicts({ ...asked, offline: 'NONE' }, weak)).toEqual({
      bandwidthKbps: 'NO',
      coveragePercent: 'NO',
    });
    expect(verdicts({ ...asked, offline: 'FULL' }, weak)).toEqual({
      bandwidthKbps: 'PARTLY',
      coveragePercent: 'PARTLY',
    });
  });

  it('never turns for the worse when there is more of it', () => {
    const order: Verdict[] = ['NO', 'PARTLY', 'YES'];
    const some = fc.integer({ min: 0, max: 2000 });
    const asked = fc.record({
      bandwidthKbps: some,
      staffMinutes: some,
      trainingHours: some,
      mobileNet: fc.constantFrom('YES', 'NO'),
      offline: fc.constantFrom('FULL', 'PARTLY', 'NONE'),
    });
    const field = fc.constantFrom(
      'bandwidthKbps',
      'coveragePercent',
      'staffMinutes',
      'trainingHours',
    );
    fc.assert(
      fc.property(asked, field, some, some, (wanted, name, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const of = (has: number) => verdicts(wanted, { [name]: has })[name] as Verdict;
        if (of(less) === undefined) return;
        expect(order.indexOf(of(more))).toBeGreaterThanOrEqual(order.indexOf(of(less)));
      }),
    );
  });

  it('is as good as its worst line', () => {
    const of = (...all: Verdict[]) =>
      wholeVerdict(all.map((verdict) => ({ field: 'farthestKm', needs: 1, has: 1, verdict })));
    expect(of('YES', 'NO', 'UNKNOWN')).toBe('NO');
    expect(of('YES', 'PARTLY')).toBe('PARTLY');
    expect(of('YES', 'UNKNOWN')).toBe('UNKNOWN');
    expect(of('YES')).toBe('YES');
    expect(of()).toBe('UNKNOWN');
  });
});

describe('The address of the question', () => {
  it('is read as people write numbers, and nothing wrong gets through', () => {
    const read = readHere({
      at: 'SE-2380',
      bandwidthKbps: '2,5',
      farthestKm: '1 100',
      staffMinutes: 'x',
      coveragePercent: '101',
    });
    expect(read).toMatchObject({
      at: 'SE-2380',
      typed: { bandwidthKbps: '2,5', staffMinutes: 'x', coveragePercent: '101' },
      has: { ...none, bandwidthKbps: 2500, farthestKm: 1100 },
      empty: false,
    });
    expect(read.refused).toEqual({
      staffMinutes: 'adoptions.refusals.number',
      coveragePercent: 'adoptions.refusals.percent',
    });
    expect(readHere({ at: "SE-2380' or 1" }).at).toBe('');
    expect(readHere({}).empty).toBe(false);
    expect(readHere({ at: '', farthestKm: '' }).empty).toBe(true);
    expect(readHere({ at: '', farthestKm: '3' })).toMatchObject({ empty: false, refused: {} });
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { has } = readHere(Object.fromEntries(profileFields.map((name) => [name, text])));
        for (const value of Object.values(has)) {
          expect(value === null || (Number.isInteger(value) && value >= 0)).toBe(true);
        }
      }),
    );
  });
});
