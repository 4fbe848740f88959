import { AsyncLocalStorage } from 'node:async_hooks';

/** One rendering of a page that many will get: what it read, and whether it may be shared at all. */
export type Rendering = {
  /** `<hub> <permission>` for every read; `<hub> *` for one that cannot say what it reads. */
  reads: Set<string>;
  /** What it asked for that is one reader's alone; then it is kept for nobody. */
  personal: string | null;
  /** Whether its reads may go to the replica. */
  replica: boolean;
};

// Next bundles server code more than once in a process; the store must exist once.
const kept = globalThis as typeof globalThis & { navetRendering?: AsyncLocalStorage<Rendering> };
kept.navetRendering ??= new AsyncLocalStorage();
const renderings = kept.navetRendering;

/** Runs `render` and notes what it touches. */
export async function noting<T>(replica: boolean, render: () => PromiseLike<T>) {
  const rendering: Rendering = { reads: new Set(), personal: null, replica };
  // Awaited inside: what is given may begin only when it is waited for.
  const result = await renderings.run(rendering, async () => await render());
  return { result, rendering };
}

/** That a page for everyone depends on this; outside of one, nothing. @param hub its slug, or null */
export function noteRead(hub: string | null, part: string): void {
  renderings.getStore()?.reads.add(`${hub ?? ''} ${part}`);
}

/** That something of one reader was asked for: no page for everyone can be made of it. */
export function notePersonal(what: string): void {
  const rendering = renderings.getStore();
  if (rendering) rendering.personal ??= what;
}

/** Whether reads go to the replica just now. */
export function fromReplica(): boolean {
  return renderings.getStore()?.replica === true;
}
