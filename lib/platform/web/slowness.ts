import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { asideRoute, longestUpload } from './aside.ts';

/** How long a client may take, in milliseconds. */
export type Patience = {
  /** To say what it wants. */
  headers: number;
  /** To have said everything, a form's content included. */
  request: number;
  /** To take the answer. */
  reading: number;
};

export const usualPatience: Patience = { headers: 10_000, request: 20_000, reading: 60_000 };

/** What a server is made with so that slow clients are cut off and large headers refused. */
export function limits({ headers, request }: Patience) {
  return {
    maxHeaderSize: 16_384,
    headersTimeout: headers,
    // Node knows one for all; forms without files are cut off sooner (`cutSlowSender`).
    requestTimeout: Math.max(request, longestUpload),
    connectionsCheckingInterval: Math.min(1000, headers / 2),
  };
}

/** Cuts a client off that does not finish what it sends. */
export function cutSlowSender(req: IncomingMessage, { request }: Patience): void {
  if (req.complete || asideRoute(req, (req.url ?? '').split('?')[0] ?? '')) return;
  const timer = setTimeout(() => {
    if (req.complete) return;
    req.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    req.destroy();
  }, request).unref();
  req.once('close', () => clearTimeout(timer));
}

/** Cuts a client off that does not take its answer. */
export function cutSlowReader(res: ServerResponse, { reading }: Patience): void {
  // What the system has all of waits for nobody.
  const handedOver = res.writableEnded && res.socket?.writableLength === 0;
  if (res.writableFinished || res.destroyed || handedOver) return;
  const timer = setTimeout(() => res.destroy(), reading).unref();
  res.once('close', () => clearTimeout(timer));
}

/** Never more connections than the system lets a process hold; one more is closed at once. */
export function boundConnections(server: Server): void {
  server.maxConnections = 10_000;
}

/** The whole content of a request, read before a place is taken; null when the client left meanwhile. */
export async function contentOf(req: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of req) parts.push(part);
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}
