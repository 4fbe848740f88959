import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pulse } from '../watch/pulse.ts';
import type { Readiness } from '../watch/readiness.ts';
import type { OwnPages } from './own-pages.ts';
import type { Change } from './page-cache.ts';
import type { Patience } from './slowness.ts';

/** Answers for files that people have sent. */
export type FileServer = {
  isFile: (path: string) => boolean;
  /** @returns false where there is none, or not for this reader */
  answer: (req: IncomingMessage, res: ServerResponse, path: string) => Promise<boolean>;
  /** What was anyone's may not be any longer. */
  drop: (change: Change) => void;
};

export type WebSettings = {
  /** The address people use. */
  url: string;
  /** Whether other names than that may be asked for: at demonstrations and while developing. */
  anyHost: boolean;
  /** Trusted reverse proxies in front. */
  proxies: number;
  /** While the code changes under it, scripts come in ways that a policy would refuse. */
  dev: boolean;
  /** Whether the database answers. */
  pulse: Pulse;
  /** What keeps this process from its work. */
  readiness: Readiness;
  /** The page a path belongs to: what the log says in place of the path, which may name people. */
  routeOf: (path: string) => string;
  patience?: Patience;
  /** Who is signed in with these cookies, by name; null for nobody. */
  readerOf?: (cookies: string) => Promise<string | null>;
  files?: FileServer;
  /** Lists that their readers look at again. */
  ownPages?: OwnPages;
  /** Whether a page for everyone at a hub may be read from a replica just now. */
  mayReadReplica?: (hub: string | null) => Promise<boolean>;
};

/** Whether people reach the portal over TLS. */
export const overTls = ({ url }: WebSettings) => url.startsWith('https:');
