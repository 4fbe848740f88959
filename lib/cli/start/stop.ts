/** The reason of a signal that fires because someone asked for the end: not an error. */
export class Stopped extends Error {
  /** The signal's name, or that this process's parent is gone. */
  readonly by: string;

  constructor(by: string) {
    super(`Stopped by ${by}`);
    this.by = by;
  }
}

/**
 * Fires once when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal or pipe, or the
 * end of the process that started it. Asking twice changes nothing: everything is on its way down.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (by: string) => controller.abort(new Stopped(by));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.on('disconnect', () => stop('disconnect'));
  // Nobody reads what is said any more: `npm start | head`.
  process.stdout.on('error', () => stop('closed output'));
  return controller.signal;
}

/** Waits until the signal fires. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
