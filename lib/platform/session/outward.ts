import { lookup as ask, type LookupAddress, type LookupOptions } from 'node:dns';
import { get as httpGet } from 'node:http';
import { Agent, get as httpsGet } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { settings } from '../env.ts';

// Addresses inside an organisation's network (RFC 1918, 3927, 4193, 6598) and the machine's own.
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
  inside.addSubnet(`::ffff:${net}`, bits + 96, 'ipv6');
}
inside.addAddress('::', 'ipv6');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

/** Whether an IP address lies inside a network, where a stranger's address must not lead the portal. */
export function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** How the portal asks providers: over TLS, and in production at nothing inside the network. */
export function outward(): { timeout: number; agent?: Agent } {
  const timeout = 8000;
  return settings().mode === 'demo' ? { timeout } : { timeout, agent: guarded };
}

/** Whether a hub may name this address: over TLS and outside; in the demo also on this machine. */
export function mayAsk(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  if (username || search || hash) return false;
  if (settings().mode === 'demo' && hostname === 'localhost') return /^https?:$/.test(protocol);
  const host = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' && host.includes('.') && !(isIP(host) && isInside(host));
}

/** Where a provider describes itself (OpenID Connect Discovery 1.0 §4). */
export function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

const largestAnswer = 200_000;

/** What the provider at an address calls itself. @throws when it does not answer as one */
export async function issuerOf(address: string): Promise<string> {
  const url = new URL(discoveryOf(address));
  const ask = url.protocol === 'https:' ? httpsGet : httpGet;
  const text = await new Promise<string>((done, failed) => {
    const asked = ask(url, outward(), (answer) => {
      let told = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => {
        told += piece;
        if (told.length > largestAnswer) asked.destroy(new Error('Too long an answer.'));
      });
      answer.on('end', () => done(told));
    });
    asked.on('error', failed);
    asked.on('timeout', () => asked.destroy(new Error('No answer.')));
  });
  return z.object({ issuer: z.string() }).parse(JSON.parse(text)).issuer;
}

type Answer = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

// Judged where the connection is made, so that a name which changes its mind gains nothing.
class GuardedAgent extends Agent {
  override createConnection(
    options: { host?: string },
    done?: (error: Error | null, stream: Duplex) => void,
  ) {
    const host = options.host ?? '';
    if (isIP(host) && isInside(host)) throw new Error('An address inside the network.');
    const lookup = ownProvider(host) ? ask : lookupOutside;
    return super.createConnection({ ...options, lookup } as never, done);
  }
}
const guarded = new GuardedAgent();

// Whoever runs the installation may well keep a provider inside.
function ownProvider(host: string): boolean {
  return settings().providers.some(({ issuer }) => new URL(issuer).hostname === host);
}

function lookupOutside(host: string, options: LookupOptions, done: Answer): void {
  ask(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const outside = found.filter(({ address }) => !isInside(address));
    const [first] = outside;
    if (!first) return done(new Error('An address inside the network.'), []);
    if (options.all) return done(null, outside);
    done(null, first.address, first.family);
  });
}
