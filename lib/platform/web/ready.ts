import type { Coding } from './addresses.ts';
import type { Page } from './page.ts';
import { contentPolicy } from './protection.ts';

/** An answer put together: headers as Node takes them quickest (name, value, name, value), and content. */
export type Ready = { head: readonly string[]; body: Buffer | string };
export type ReadyPage = Record<'gzip' | 'plain' | 'known', Ready> & { br: Ready | null };
export type MakeReady = (page: Page) => ReadyPage;

const policyName = 'Content-Security-Policy';
/** Up to here Node writes headers and content at once when both are text, a tenth quicker. */
const shortEnough = 12_000;

/**
 * Puts the answers of kept pages together once for each page: whole, in each coding, and for those who
 * have it already.
 * @param protective what every answer says; a policy in it gives way to the page's own
 */
export function readyPages(protective: readonly [string, string][]): MakeReady {
  const made = new WeakMap<Page, ReadyPage>();
  return (page) => {
    const known = made.get(page);
    if (known) return known;
    const ready = putTogether(protective, page);
    made.set(page, ready);
    return ready;
  };
}

function putTogether(protective: readonly [string, string][], page: Page): ReadyPage {
  const policy = contentPolicy(page.scripts);
  const head = [
    ...protective.flatMap(([name, value]) => [name, name === policyName ? policy : value]),
    ...['ETag', page.etag],
    ...['Cache-Control', 'public, max-age=0, must-revalidate'],
    ...['Vary', 'Accept-Encoding, RSC'],
  ];
  const whole = (coding: Coding, bytes: Buffer): Ready => ({
    head: [
      ...head,
      ...(coding === 'plain' ? [] : ['Content-Encoding', coding]),
      ...['Content-Type', page.type, 'Content-Length', String(bytes.length)],
    ],
    body: bytes.length > shortEnough ? bytes : bytes.toString('latin1'),
  });
  return {
    br: page.br && whole('br', page.br),
    gzip: whole('gzip', page.gzip),
    plain: whole('plain', page.plain),
    known: { head, body: '' },
  };
}
