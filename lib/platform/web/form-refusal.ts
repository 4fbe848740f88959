import type { IncomingMessage, ServerResponse } from 'node:http';
import { changesPerClient, countTry } from '../limits.ts';
import { isCrossSite } from './client.ts';
import type { Renderer } from './rendering.ts';
import type { Trouble } from './trouble.ts';

const largestForm = 256 * 1024;

type Asked = { isPublic: boolean; tls: boolean; renderer: Renderer; aside: boolean };

/**
 * Why a request that would change something is not even looked at; null to go on.
 * @param from whether it asks for a page for everyone, whether people come over TLS, who would render, and
 *   whether it may bring files
 */
export async function refusalOf(
  req: IncomingMessage,
  res: ServerResponse,
  { isPublic, tls, renderer, aside }: Asked,
): Promise<[number, Trouble] | null> {
  if (req.method === 'GET' || req.method === 'HEAD') return null;
  if (req.method !== 'POST') {
    res.setHeader('Allow', isPublic ? 'GET, HEAD' : 'GET, HEAD, POST');
    return [405, 'refused'];
  }
  if (isCrossSite(req, tls)) return [403, 'refused'];
  const without = renderer.refusal();
  if (without) return [503, without];
  const { 'content-length': length, 'transfer-encoding': unmeasured } = req.headers;
  if (!aside && (unmeasured || Number(length ?? 0) > largestForm)) {
    res.setHeader('Connection', 'close');
    return [unmeasured ? 411 : 413, 'refused'];
  }
  const wait = await countTry(changesPerClient, String(req.headers['x-navet-client']));
  if (wait === 0) return null;
  res.setHeader('Retry-After', wait);
  return [429, 'hasty'];
}
