import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';
import { poolState } from './pool.ts';

// What Prometheus is told. A label takes one of a few values, never anything that a reader wrote.

export type Kind = 'public' | 'own' | 'static' | 'action';

const seconds = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

const requests = new Counter({
  name: 'navet_http_requests_total',
  help: 'Requests answered, by kind and class of status.',
  labelNames: ['kind', 'status'] as const,
});
const times = new Histogram({
  name: 'navet_http_seconds',
  help: 'From a request to its answer being handed over.',
  labelNames: ['kind'] as const,
  buckets: seconds,
});
const renders = new Histogram({
  name: 'navet_render_seconds',
  help: 'Rendering one page, without the wait for a place.',
  buckets: seconds,
});
const cache = new Counter({
  name: 'navet_page_cache_total',
  help: 'Pages for everyone: kept (hit), kept but out of date (stale), made (miss), not to be kept (refused).',
  labelNames: ['result'] as const,
});
const refusals = new Counter({
  name: 'navet_refusals_total',
  help: 'Requests that were told no, by what they were told.',
  labelNames: ['kind'] as const,
});
new Gauge({
  name: 'navet_pool_connections',
  help: 'Database connections of the web processes, and transactions that wait for one.',
  labelNames: ['state'] as const,
  collect() {
    for (const [state, count] of Object.entries(poolState())) this.set({ state }, count);
  },
});

export function countRequest(kind: Kind, status: number, milliseconds: number): void {
  requests.inc({ kind, status: `${Math.floor(status / 100)}xx` });
  times.observe({ kind }, milliseconds / 1000);
}

export function countRender(milliseconds: number): void {
  renders.observe(milliseconds / 1000);
}

/** What became of a request for a page that many get. */
export function countCache(result: 'hit' | 'stale' | 'miss' | 'refused'): void {
  cache.inc({ result });
}

export function countRefusal(kind: string): void {
  refusals.inc({ kind });
}

/** Tells the supervisor, whenever it asks, what this process has counted. */
export function tellMetrics(): void {
  collectDefaultMetrics();
  answerMetrics();
}

/** Like tellMetrics, for a process whose memory and pace nobody adds to the web's. */
export function answerMetrics(): void {
  process.on('message', (message: { navet?: string }) => {
    if (message?.navet === 'metrics') sendMetrics();
  });
}

/** Also the last thing a process does, so that nothing it counted is lost. */
export async function sendMetrics(): Promise<void> {
  const metrics = await register.getMetricsAsJSON();
  if (process.connected) process.send?.({ navet: 'metrics', metrics });
}
