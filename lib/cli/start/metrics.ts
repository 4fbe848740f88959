import type { ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from 'prom-client';

type Metric = MetricObjectWithValues<MetricValue<string>>;

const patience = 1000;
const sums = ['counter', 'histogram'];

/** Gathers what every process has counted, those that have ended included. */
export class Metrics {
  readonly #last = new Map<ChildProcess, Metric[]>();
  /** What processes that have ended had counted: a sum must not sink when one is replaced. */
  #past: Metric[][] = [];

  /** From now on this process is asked, too. */
  add(child: ChildProcess): void {
    this.#last.set(child, []);
    child.on('message', (message: { navet?: string; metrics?: Metric[] }) => {
      if (message?.navet === 'metrics' && message.metrics) this.#last.set(child, message.metrics);
    });
    child.once('exit', () => {
      const counted = this.#last.get(child) ?? [];
      const gone = counted.filter(({ type }) => sums.includes(String(type)));
      this.#last.delete(child);
      this.#past.push(gone);
    });
  }

  async text(): Promise<string> {
    await Promise.all([...this.#last.keys()].map(ask));
    const past = this.#past;
    this.#past = [];
    this.#past.unshift(await AggregatorRegistry.aggregate(past).getMetricsAsJSON());
    return AggregatorRegistry.aggregate([...this.#past, ...this.#last.values()]).metrics();
  }

  /** Tells Prometheus on a port of its own, apart from the portal's. */
  listen(port: number, host: string): Server {
    const server = createServer(async (req, res) => {
      if (req.url !== '/metrics') return void res.writeHead(404).end();
      try {
        const text = await this.text();
        res.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
        res.end(text);
      } catch {
        res.writeHead(500).end();
      }
    });
    return server.listen(port, host);
  }
}

/** Asks one process and waits for its word, but not for long: then what it said last counts. */
function ask(child: ChildProcess): Promise<void> {
  if (!child.connected) return Promise.resolve();
  return new Promise((done) => {
    const finish = (message?: { navet?: string }) => {
      if (message && message.navet !== 'metrics') return;
      clearTimeout(timer);
      child.off('message', finish);
      done();
    };
    const timer = setTimeout(finish, patience);
    child.on('message', finish);
    child.send({ navet: 'metrics' }, (error) => error && finish());
  });
}
