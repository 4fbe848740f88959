import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log.ts';
import { countRequest, type Kind } from '../watch/metrics.ts';
import { isAsset } from './addresses.ts';

const slow = 1000;

/**
 * Counts a request, and writes down one that failed or took long.
 * @param took milliseconds
 * @param routeOf the page a path belongs to; a path itself may name people
 */
export function record(
  req: IncomingMessage,
  res: ServerResponse,
  took: number,
  routeOf: (path: string) => string,
): void {
  const { method = '', url = '' } = req;
  const status = res.statusCode;
  countRequest(kindOf(req), status, took);
  if (status < 500 && took < slow) return;
  log.warn('request', { method, route: routeOf(url), status, ms: Math.round(took) });
}

function kindOf({ method, headers, url = '' }: IncomingMessage): Kind {
  if (method !== 'GET' && method !== 'HEAD') return 'action';
  const [path = ''] = url.split('?');
  if (isAsset(path) || path === '/healthz' || path === '/readyz') return 'static';
  return headers['x-navet-kind'] === 'public' ? 'public' : 'own';
}
