import type { IncomingMessage } from 'node:http';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';

const longestAddress = 2000;
const readsNoLanguage = /^\/(api|_next|d|q|datasets|demos|hubs)(\/|$)|\.[a-z0-9]{2,5}$/;

/** What was asked for; null when it is no address of ours: too long, malformed, another host's. */
export function addressOf(req: IncomingMessage): URL | null {
  const given = req.url ?? '';
  if (given.length > longestAddress || !given.startsWith('/') || given.startsWith('//'))
    return null;
  try {
    // PostgreSQL keeps no such character, and nobody types it.
    if (decodeURI(given).includes('\0')) return null;
    return new URL(given, 'http://portal');
  } catch {
    return null;
  }
}

/** Files as they lie there: cheap, and needed by every page that could be sent. */
export function isAsset(path: string): boolean {
  return /^\/(_next\/static|demos|hubs)\/|^\/[^/]+\.\w+$/.test(path);
}

/** Whether an address should begin with a language and does not. */
export function lacksLanguage({ pathname }: URL): boolean {
  return !isLocale(pathname.split('/')[1] ?? '') && !readsNoLanguage.test(pathname);
}

/** The language of an address, else the first that the browser asks for and the portal speaks. */
export function languageOf(req: IncomingMessage): Locale {
  const first = (req.url ?? '').split(/[/?]/)[1] ?? '';
  if (isLocale(first)) return first;
  const asked = String(req.headers['accept-language'] ?? '').toLowerCase();
  const ranked = asked.split(',').map((part) => part.trim().slice(0, 2));
  const known = ranked.map((tag) => (tag === 'no' || tag === 'nn' ? 'nb' : tag));
  return (known.find((tag) => isLocale(tag)) as Locale) ?? defaultLocale;
}

// Next asks for parts of a page, and sends forms from scripts, with headers of its own.
export function wantsDocument(req: IncomingMessage): boolean {
  const { rsc, accept, 'next-action': action } = req.headers;
  return (
    rsc === undefined && action === undefined && /text\/html|\*\/\*|^$/.test(String(accept ?? ''))
  );
}

/** Whether Next's script asks for the content of a whole page, to put it in place of the present one. */
export function wantsNavigation({ headers }: IncomingMessage): boolean {
  return headers.rsc === '1' && headers['next-action'] === undefined;
}

export type Coding = 'br' | 'gzip' | 'plain';

/**
 * The coding to answer in; `br;q=0` means anything but.
 * @param brotli whether there is such an answer
 */
export function codingOf(req: IncomingMessage, brotli = true): Coding {
  const accepted = String(req.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name);
  if (brotli && accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'plain';
}
