/** Words of the showroom that many ask for. */
export const usual = ['trygg', 'natt', 'medicin', 'larm', 'hemma', 'distans', 'video', 'sensor'];

let asked = 0;

/** Something nobody has asked before. */
export function fresh(): string {
  asked += 1;
  return `?q=${usual[asked % usual.length]}+${asked}`;
}

/** One of these words as people ask: the second half as often as the first, the third a third as often. */
export function asPeopleAsk(words: readonly string[]): () => string {
  const shares = words.map((_, n) => 1 / (n + 1));
  const sums = shares.map((_, n) => shares.slice(0, n + 1).reduce((sum, share) => sum + share, 0));
  return () => {
    const drawn = Math.random() * (sums.at(-1) ?? 0);
    const word = words[sums.findIndex((sum) => drawn <= sum)] ?? '';
    return `?q=${encodeURIComponent(word)}`;
  };
}
