import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf, settlementOf } from '#lib/sharing/joining.ts';
import { bandOf, type CostKey, refusalToShare, shares } from '#lib/sharing/keys.ts';
import { promiseOf } from '#lib/sharing/promise.ts';
import { split } from '#lib/sharing/split.ts';

const sum = (values: Iterable<bigint>) => [...values].reduce((so, one) => so + one, 0n);
const three = [
  { id: 'dovre', inhabitants: 2600 },
  { id: 'ringebu', inhabitants: 6800 },
  { id: 'gausdal', inhabitants: 12_000 },
];
const bands = [
  { upTo: 4999, weight: 25_000 },
  { upTo: 10_000, weight: 40_000 },
  { upTo: null, weight: 60_000 },
];

describe('A cost key', () => {
  it('mixes an equal part with one by inhabitants, to the øre', () => {
    const key: CostKey = { kind: 'MIX', equalPercent: 30 };
    expect([...shares(key, 100_000_000n, three)]).toEqual([
      ['dovre', 18_504_673n],
      ['ringebu', 32_242_991n],
      ['gausdal', 49_252_336n],
    ]);
  });

  it('by inhabitants weighs what a rate for each would', () => {
    const total = BigInt(20 * (2600 + 6800 + 12_000)) * 100n;
    const paid = shares({ kind: 'POPULATION' }, total, three);
    expect([...paid.values()]).toEqual([52_000n, 136_000n, 240_000n].map((kr) => kr * 100n));
  });

  it('by bands ends a band with its last inhabitant', () => {
    const weights = [4999, 5000, 10_000, 10_001].map((n) => bandOf(bands, n).weight);
    expect(weights).toEqual([25_000, 40_000, 40_000, 60_000]);
    const paid = shares({ kind: 'BANDS', bands }, 12_500_000n, three);
    expect([...paid.values()]).toEqual([2_500_000n, 4_000_000n, 6_000_000n]);
  });

  it('that cannot share says why', () => {
    const why = (key: CostKey, among = three, total = 100n) => refusalToShare(key, total, among);
    expect(why({ kind: 'EQUAL' }, [])).toBe('nobody');
    expect(why({ kind: 'POPULATION' }, [{ id: 'a', inhabitants: 0 }])).toBe('noInhabitants');
    expect(why({ kind: 'MIX', equalPercent: 101 })).toBe('percent');
    expect(why({ kind: 'BANDS', bands: bands.slice(0, 2) })).toBe('bands');
    expect(why({ kind: 'FIXED', ore: { dovre: 99n } })).toBe('fixedSum');
    expect(why({ kind: 'FIXED', ore: { dovre: 100n } })).toBe(null);
  });
});

const parties = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    inhabitants: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 40, selector: ({ id }) => id },
);
const keys: fc.Arbitrary<CostKey> = fc.oneof(
  fc.constant({ kind: 'EQUAL' as const }),
  fc.constant({ kind: 'POPULATION' as const }),
  fc.record({ kind: fc.constant('MIX' as const), equalPercent: fc.integer({ min: 0, max: 100 }) }),
  fc.constant({ kind: 'BANDS' as const, bands }),
);
const totals = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('A discount for who was early', () => {
  it('takes so much off their weight and leaves the sum as it was', () => {
    const early = three.map((one, n) => ({ ...one, discount: n === 0 ? 50 : 0 }));
    const paid = shares({ kind: 'EQUAL' }, 500n, early);
    expect([...paid.values()]).toEqual([100n, 200n, 200n]);
    const all = three.map((one) => ({ ...one, discount: 50 }));
    expect(shares({ kind: 'POPULATION' }, 12_345n, all)).toEqual(
      shares({ kind: 'POPULATION' }, 12_345n, three),
    );
  });
});

describe('Shares', () => {
  it('make exactly the total, none below zero, none an öre from its part', () => {
    fc.assert(
      fc.property(keys, totals, parties, (key, total, among) => {
        const paid = shares(key, total, among);
        expect(sum(paid.values())).toBe(total);
        expect([...paid.values()].every((ore) => ore >= 0n)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(totals, parties, (total, among) => {
        const people = among.reduce((all, one) => all + one.inhabitants, 0);
        for (const [id, ore] of shares({ kind: 'POPULATION' }, total, among)) {
          const { inhabitants = 0 } = among.find((one) => one.id === id) ?? {};
          const exact = total * BigInt(inhabitants);
          const off = ore * BigInt(people) - exact;
          expect(off < BigInt(people) && off > -BigInt(people)).toBe(true);
        }
      }),
    );
  });

  it('are the same in whatever order the parties stand, and never less for more inhabitants', () => {
    fc.assert(
      fc.property(keys, totals, parties, (key, total, among) => {
        const paid = shares(key, total, among);
        const turned = shares(key, total, among.toReversed());
        for (const { id } of among) expect(turned.get(id)).toBe(paid.get(id));
        const rising = among.toSorted((one, other) => one.inhabitants - other.inhabitants);
        for (const [n, { id, inhabitants }] of rising.entries()) {
          const smaller = rising[n - 1];
          if (!smaller || smaller.inhabitants === inhabitants) continue;
          if (key.kind === 'EQUAL' || key.kind === 'BANDS') continue;
          if (key.kind === 'MIX' && key.equalPercent === 100) continue;
          expect((paid.get(id) ?? 0n) >= (paid.get(smaller.id) ?? 0n)).toBe(true);
        }
      }),
    );
  });

  it('of nothing are refused', () => {
    expect(() => split(1n, [{ id: 'a', weight: 0n }])).toThrow(RangeError);
    expect(() => shares({ kind: 'EQUAL' }, 1n, [])).toThrow(RangeError);
  });
});

describe('Who joins late', () => {
  const years = [2026, 2027, 2028].map((year) => ({ year, ore: 100_000_00n }));
  const members = (fromStart: boolean) => [
    { id: 'a', inhabitants: 5000, since: 2026, fromStart: false },
    { id: 'b', inhabitants: 5000, since: 2026, fromStart: false },
    { id: 'c', inhabitants: 10_000, since: 2028, fromStart },
  ];

  it('pays from the year they come, and the others less from then', () => {
    const plan = planOf({ kind: 'POPULATION' }, years, members(false));
    expect(plan.get(2027)).toEqual(
      new Map([
        ['a', 5_000_000n],
        ['b', 5_000_000n],
      ]),
    );
    expect(plan.get(2028)?.get('c')).toBe(5_000_000n);
    expect(sum(plan.get(2028)?.values() ?? [])).toBe(10_000_000n);
  });

  it('from the start pays what they would have, and each year settles to nothing', () => {
    const settled = settlementOf({ kind: 'POPULATION' }, years, members(true));
    expect(settled.get(2026)).toEqual(
      new Map([
        ['a', -2_500_000n],
        ['b', -2_500_000n],
        ['c', 5_000_000n],
      ]),
    );
    expect(sum(settled.get(2028)?.values() ?? [])).toBe(0n);
    fc.assert(
      fc.property(keys, parties, fc.bigInt({ min: 0n, max: 10n ** 12n }), (key, among, ore) => {
        const all = among.map((one, n) => ({
          ...one,
          since: 2026 + (n === 0 ? 0 : n % 3),
          fromStart: n % 2 === 0,
        }));
        const costs = years.map(({ year }) => ({ year, ore }));
        for (const each of settlementOf(key, costs, all).values()) {
          expect(sum(each.values())).toBe(0n);
        }
      }),
    );
  });
});

describe('A matching promise', () => {
  const promise = { ore: 500_000_00n, by: '2027-03-01', needs: { bodies: 2 } };
  const pledge = (organisationId: string, confirmedOn: string, ore = 100n) => ({
    ...{ organisationId, confirmedOn, ore },
  });

  it('is met by so many bodies by its last day, each counted once', () => {
    const twice = [pledge('a', '2027-01-01'), pledge('a', '2027-02-01')];
    expect(promiseOf(promise, twice, '2027-02-01')).toEqual({
      state: 'WAITING',
      bodies: 1,
      ore: 200n,
    });
    const two = [...twice, pledge('b', '2027-03-01')];
    expect(promiseOf(promise, two, '2027-03-01').state).toBe('MET');
    const late = [...twice, pledge('b', '2027-03-02')];
    expect(promiseOf(promise, late, '2027-03-01').state).toBe('WAITING');
    expect(promiseOf(promise, late, '2027-03-02').state).toBe('LAPSED');
  });

  it('is met by so much money', () => {
    const money = { ...promise, needs: { ore: 300n } };
    expect(promiseOf(money, [pledge('a', '2027-01-01', 299n)], '2027-01-02').state).toBe('WAITING');
    expect(promiseOf(money, [pledge('a', '2027-01-01', 300n)], '2027-01-02').state).toBe('MET');
  });
});
