import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

type Asking = { id: string };

// Next bundles server code more than once in a process; the store must exist once.
const kept = globalThis as typeof globalThis & { navetAsking?: AsyncLocalStorage<Asking> };
kept.navetAsking ??= new AsyncLocalStorage();
const store = kept.navetAsking;

/** The name of the request that is being answered; undefined outside of one. */
export function requestId(): string | undefined {
  return store.getStore()?.id;
}

/** Runs `work` as part of answering the request with this name. */
export function answering<T>(id: string, work: () => T): T {
  return store.run({ id }, work);
}

/** The name a proxy in front gave the request, where one can be trusted; else one of our own. */
export function nameOf(req: IncomingMessage, proxies: number): string {
  const told = req.headers['x-request-id'];
  const wellFormed = typeof told === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(told);
  return proxies > 0 && wellFormed ? told : randomUUID();
}
