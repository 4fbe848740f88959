import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, wordDifferences } from '#lib/platform/word-differences.ts';

const side = (runs: readonly Run[], name: 'before' | 'after') =>
  runs
    .filter((run) => run.in === 'both' || run.in === name)
    .map(({ text }) => text)
    .join('');

const words = fc
  .array(fc.constantFrom('en', 'nyckel', 'mindre', '  ', '\n', ' ', 'i hemtjänsten.', 'å'))
  .map((parts) => parts.join(' '));

describe('What two texts say differently', () => {
  it('is said word by word', () => {
    expect(wordDifferences('En nyckel mindre i dag', 'En dörr mindre i dag')).toEqual([
      { text: 'En', in: 'both' },
      { text: ' nyckel', in: 'before' },
      { text: ' dörr', in: 'after' },
      { text: ' mindre i dag', in: 'both' },
    ]);
  });

  it('is nothing where they are the same, and all where one is empty', () => {
    expect(wordDifferences('', '')).toEqual([]);
    expect(wordDifferences('Lika', 'Lika')).toEqual([{ text: 'Lika', in: 'both' }]);
    expect(wordDifferences('', 'Nytt här')).toEqual([{ text: 'Nytt här', in: 'after' }]);
    expect(wordDifferences('Bort med det', '')).toEqual([{ text: 'Bort med det', in: 'before' }]);
  });

  it('gives both texts back, letter for letter, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (one, other) => {
        const runs = wordDifferences(one, other);
        expect(side(runs, 'before')).toBe(one);
        expect(side(runs, 'after')).toBe(other);
        for (const [n, run] of runs.entries()) expect(run.in).not.toBe(runs[n + 1]?.in);
      }),
    );
  });

  it('is told for long texts at once, too', () => {
    const long = 'ord '.repeat(4000);
    expect(side(wordDifferences(long, `${long}till`), 'after')).toBe(`${long}till`);
  });
});
