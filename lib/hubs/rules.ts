/** What a statement says of how far the law's demands are met. */
export const compliances = ['FULL', 'PARTIAL', 'NONE'] as const;
export type Compliance = (typeof compliances)[number];

/** What someone without an account may write to the hub. */
export const barrierKinds = ['BARRIER', 'COPY'] as const;
export type BarrierKind = (typeof barrierKinds)[number];

/** Where to report to the authority when the hub does not answer. */
export const digg = 'https://www.digg.se/tdosanmalan';
export const uustatus = 'https://uustatus.no/';

/** Names under /:locale/ that are no hub; the database keeps the last word. */
export const reservedSlugs = [
  'd',
  'demos',
  'healthz',
  'hubs',
  'metrics',
  'readyz',
  'sign-in',
  'account',
  'outbox',
  'api',
  'about',
  'accessibility',
  'privacy',
  'trouble',
  'operator',
  'invitation',
  'display',
  'scan',
  'datasets',
  'sv',
  'nb',
  'en',
] as const;

/** A name as an address: `Region Jämtland Härjedalen` → `region-jamtland-harjedalen`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[æ]/g, 'a')
    .replaceAll(/[ø]/g, 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

// No letter or digit that is taken for another one.
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A case number such as `T-7K3M-9QXD`: long enough that nobody guesses another one. */
export function caseNumber(random: Uint8Array): string {
  const letters = [...random.slice(0, 8)].map((byte) => signs[byte % signs.length]).join('');
  return `T-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

export const caseNumberShape = /^T-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

/** The field of a form in which something missing is written: `welcome.sv` → `welcome_sv`. */
export function fieldOf(missing: string): string {
  return missing.replace(/^statement\./, '').replace('.', '_');
}
