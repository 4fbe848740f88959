import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';

/**
 * Ends a server without breaking anything off. It takes no more connections and answers what is in
 * hand, each answer being the last of its connection.
 * @param waiting whether idle connections are left to time out by themselves, so that a request that
 *   is on its way meanwhile is answered, too; otherwise they are closed
 * @param milliseconds after which what is left is broken off
 */
export function endServer(
  server: HttpServer,
  { waiting, milliseconds }: { waiting: boolean; milliseconds: number },
): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
  const sweep = setInterval(() => waiting || server.closeIdleConnections(), 100);
  const last = setTimeout(() => server.closeAllConnections(), milliseconds);
  return new Promise((done) => {
    // The HTTP server's own way closes idle connections whether or not a request is on its way.
    Server.prototype.close.call(server, () => {
      clearInterval(sweep);
      clearTimeout(last);
      done();
    });
    if (!waiting) server.closeIdleConnections();
  });
}
