/**
 * Lets so many at once through and the rest wait in line. Sixty renders begun together take longer,
 * hold more memory and more database connections than the same sixty a few at a time.
 */
export function turnstile(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= places) await new Promise<void>((go) => line.push(go));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      // Whoever is next takes this place over, so nobody can slip in between.
      if (next) next();
      else inside -= 1;
    }
  };
}
