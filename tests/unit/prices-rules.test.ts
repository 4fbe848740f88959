import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, coveredOre, netOf, percentOf, vatOf } from '#lib/prices/rules.ts';
import { kronor } from '#lib/prices/schema.ts';

const at = (from: number, to: number) => ({ from: from * 60, to: to * 60, halfDayAt: 720 });
const hour = { unit: 'HOUR', ore: 10_000 } as const;
const half = { unit: 'HALF_DAY', ore: 25_000 } as const;
const day = { unit: 'DAY', ore: 40_000 } as const;

describe('What a time costs', () => {
  it('is the cheapest way there is, and of two as cheap the larger unit', () => {
    const all = [hour, half, day];
    expect(costOf(at(9, 10.25), all)).toMatchObject({
      unit: 'HOUR',
      quantity: 125,
      netOre: 12_500,
    });
    expect(costOf(at(8, 12), all)).toMatchObject({ unit: 'HALF_DAY', quantity: 100 });
    expect(costOf(at(9, 16), all)).toMatchObject({ unit: 'DAY', netOre: 40_000 });
    expect(costOf(at(8, 12), [hour, { ...half, ore: 40_000 }])?.unit).toBe('HALF_DAY');
    expect(costOf(at(11, 13), [half])).toMatchObject({ quantity: 200, netOre: 50_000 });
  });

  it('is nothing where no price holds, and no month or pass is a price of a day', () => {
    expect(costOf(at(9, 10), [])).toBeNull();
    expect(
      costOf(at(9, 10), [
        { unit: 'MONTH', ore: 1 },
        { unit: 'PASS', ore: 1 },
      ]),
    ).toBeNull();
  });

  it('never rises when something is taken off it, nor falls below nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.nat(2000),
        fc.integer({ min: 15, max: 1440 }),
        (net, covered, length) => {
          const off = coveredOre(net, covered, length);
          expect(off).toBeGreaterThanOrEqual(0);
          expect(off).toBeLessThanOrEqual(net);
        },
      ),
    );
    expect(coveredOre(9999, 180, 180)).toBe(9999);
    expect(coveredOre(30_000, 60, 180)).toBe(10_000);
  });
});

describe('Öre', () => {
  it('round half upwards, and a credit takes back exactly what was charged', () => {
    expect([
      netOf(25, 9999),
      netOf(50, 1),
      vatOf(2, 2500),
      vatOf(1, 2500),
      vatOf(4998, 2500),
    ]).toEqual([2500, 1, 1, 0, 1250]);
    expect(percentOf(999, 50)).toBe(500);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(1_000_000), (quantity, ore) => {
        expect(netOf(-quantity, ore) + netOf(quantity, ore)).toBe(0);
        expect(vatOf(-ore, 2500) + vatOf(ore, 2500)).toBe(0);
      }),
    );
  });

  it('are read from kronor as people type them', () => {
    expect(['1 250,50', '300', '0.05', '1\u00a0000'].map((typed) => kronor.parse(typed))).toEqual([
      125_050, 30_000, 5, 100_000,
    ]);
    for (const typed of ['', '-5', '1,234', 'gratis', '1e3']) {
      expect(kronor.safeParse(typed).success, typed).toBe(false);
    }
  });
});
