export type Times = { median: number; p95: number };

const warmUp = 40;
const looks = 200;
const seconds = 5;

/** Milliseconds of a piece of work, one after the other, once everything is warm. */
export async function timesOf(work: (n: number) => Promise<unknown>): Promise<Times> {
  for (let n = 0; n < warmUp; n += 1) await work(n);
  const times: number[] = [];
  for (let n = 0; n < looks; n += 1) {
    const begun = performance.now();
    await work(warmUp + n);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const below = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { median: below(0.5), p95: below(0.95) };
}

/** How often a second a piece of work is done by so many at once. */
export async function rate(level: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const over = () => performance.now() - begun > seconds * 1000;
  let count = 0;
  const one = async () => {
    while (!over()) {
      await work();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: level }, one));
  return count / ((performance.now() - begun) / 1000);
}
