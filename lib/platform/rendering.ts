import { AsyncLocalStorage } from 'node:async_hooks';

/** A question at a door of the database, and what it answered. */
export type Answered = { question: string; given: string[]; answer: string };

/** One rendering: what it read, through which doors it went, and what it asked of its reader. */
export type Rendering = {
  /** `<hub> <permission>` for every read; `<hub> *` for one that cannot say what it reads. */
  reads: Set<string>;
  /** What it asked for that is one reader's alone: then it is a page for nobody else. */
  personal: Set<string>;
  doors: Answered[];
  /** Whether its reads may go to the replica. */
  replica: boolean;
};

// Next bundles server code more than once in a process; the store must exist once.
const kept = globalThis as typeof globalThis & { navetRendering?: AsyncLocalStorage<Rendering> };
kept.navetRendering ??= new AsyncLocalStorage();
const renderings = kept.navetRendering;

/** Runs `render` and notes what it touches. */
export async function noting<T>(replica: boolean, render: () => PromiseLike<T>) {
  const rendering: Rendering = { reads: new Set(), personal: new Set(), doors: [], replica };
  // Awaited inside: what is given may begin only when it is waited for.
  const result = await renderings.run(rendering, async () => await render());
  return { result, rendering };
}

/** That a page depends on this; outside of a rendering, nothing. @param hub its slug, or null */
export function noteRead(hub: string | null, part: string): void {
  renderings.getStore()?.reads.add(`${hub ?? ''} ${part}`);
}

/** That something of one reader was asked for: no page for everyone can be made of it. */
export function notePersonal(what: string): void {
  renderings.getStore()?.personal.add(what);
}

/** What a door answered. */
export function noteDoor(question: string, given: string[], answer: unknown): void {
  renderings.getStore()?.doors.push({ question, given, answer: JSON.stringify(answer) });
}

/** Whether reads go to the replica just now. */
export function fromReplica(): boolean {
  return renderings.getStore()?.replica === true;
}
