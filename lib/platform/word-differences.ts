/** A run of words that both texts have, or one of them alone. */
export type Run = { text: string; in: 'both' | 'before' | 'after' };

/** As many words as two texts are compared by; longer ones are shown whole, one against the other. */
const most = 2000;

/**
 * What two texts say differently, word by word: the longest row of words that both have in this order, and between them
 * what only one has. Put together again, the runs of one side are that text, letter for letter.
 */
export function wordDifferences(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ text: before, in: 'both' }];
  const [one, other] = [wordsIn(before), wordsIn(after)];
  if (one.length > most || other.length > most) {
    return joined([
      { text: before, in: 'before' },
      { text: after, in: 'after' },
    ]);
  }
  const common = commonFrom(one, other);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [word, instead] = [one[i] ?? '', other[j] ?? ''];
    if (i < one.length && j < other.length && word === instead) {
      runs.push({ text: word, in: 'both' });
      i++;
      j++;
    } else if (
      j >= other.length ||
      (i < one.length && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      runs.push({ text: word, in: 'before' });
      i++;
    } else {
      runs.push({ text: instead, in: 'after' });
      j++;
    }
  }
  return joined(runs);
}

/** Words with the space that follows each. */
function wordsIn(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** How many words both have from each place on. */
function commonFrom(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const longest =
        one[i] === other[j]
          ? at(rows, i + 1, j + 1) + 1
          : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
      (rows[i] as Uint16Array)[j] = longest;
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function joined(runs: readonly Run[]): Run[] {
  const told: Run[] = [];
  for (const run of runs) {
    const last = told.at(-1);
    if (last?.in === run.in) last.text += run.text;
    else if (run.text !== '') told.push({ ...run });
  }
  return told;
}
