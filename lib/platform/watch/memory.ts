const pause = 2000;
// A process that is too big from its first moment would otherwise be replaced without end.
const grace = 10_000;

/** Calls `full` once when this process holds more than so many MiB. */
export function watchMemory(most: number, full: (mebibytes: number) => void): void {
  const begun = Date.now();
  const timer = setInterval(() => {
    const mebibytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
    if (mebibytes <= most || Date.now() - begun < grace) return;
    clearInterval(timer);
    full(mebibytes);
  }, pause).unref();
}
