/** Lets so many at once through, and says when the line is too long to be worth joining. */
export type Turnstile = {
  pass: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether whoever joins now would wait longer than the patience. */
  isFull: () => boolean;
};

/** How much the last one through says of how long the next will take. */
const weight = 0.1;
/** What a line may hold before anyone came through it and its pace is known. */
const shortestLine = 20;

/**
 * Sixty renders begun together take longer, hold more memory and more database connections than the
 * same sixty a few at a time. A line without end would have everyone wait in vain.
 * @param patience milliseconds that one may be made to wait
 */
export function turnstile(places: number, patience: number): Turnstile {
  const line: (() => void)[] = [];
  let inside = 0;
  let pace = 0;
  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside >= places) await new Promise<void>((go) => line.push(go));
    else inside += 1;
    const begun = performance.now();
    try {
      return await work();
    } finally {
      pace += (performance.now() - begun - pace) * (pace === 0 ? 1 : weight);
      const next = line.shift();
      // Whoever is next takes this place over, so nobody can slip in between.
      if (next) next();
      else inside -= 1;
    }
  };
  const isFull = () => line.length >= shortestLine && (line.length / places) * pace > patience;
  return { pass, isFull };
}
