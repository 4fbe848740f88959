import type { IncomingMessage } from 'node:http';

/** What Next and we tell ourselves in headers; from outside it would be a lie. */
const ours =
  /^(x-(middleware|navet|invoke|matched|now|vercel|nextjs|action|original|rewrite)|content-security-policy|x-http-method)/;

/**
 * Takes away what a client may not say: headers that only we set, and what only a trusted proxy says.
 * Behind proxies the host people typed is put in `host`, so that everything behind sees one host.
 * @param proxies how many reverse proxies stand in front and can be trusted
 */
export function disbelieve(req: IncomingMessage, proxies: number): void {
  for (const name of Object.keys(req.headers)) if (ours.test(name)) delete req.headers[name];
  const host = hostOf(req, proxies);
  if (host !== undefined) req.headers.host = host;
  delete req.headers['x-forwarded-host'];
  delete req.headers['x-forwarded-proto'];
  delete req.headers.forwarded;
  req.headers['x-navet-client'] = clientOf(req, proxies);
  delete req.headers['x-forwarded-for'];
}

/** The name people asked for: as a trusted proxy says, else as it was asked here. */
export function hostOf({ headers }: IncomingMessage, proxies: number): string | undefined {
  const told = proxies > 0 ? String(headers['x-forwarded-host'] ?? '') : '';
  return told || headers.host;
}

/** The client's network address: as the nearest trusted proxy saw it, else as we see it. */
export function clientOf(req: IncomingMessage, proxies: number): string {
  const seen = req.socket.remoteAddress ?? '';
  if (proxies === 0) return seen;
  const told = String(req.headers['x-forwarded-for'] ?? '').split(',');
  return told.at(-proxies)?.trim() || seen;
}

/**
 * Whether a request that may change something comes from a page of another site.
 * @param tls whether people reach the portal over TLS: then a page that came without it is another site's
 */
export function isCrossSite(req: IncomingMessage, tls: boolean): boolean {
  const { origin, host, 'sec-fetch-site': site } = req.headers;
  if (site === 'cross-site') return true;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin);
  return from.host !== host || (tls && from.protocol !== 'https:');
}

/** Whether the name asked for is one that the portal answers to; other names may belong to anyone. */
export function isOurHost(req: IncomingMessage, url: string): boolean {
  return req.headers.host === new URL(url).host;
}
