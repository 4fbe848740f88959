import { readableCode } from '#lib/platform/codes.ts';

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
  'letters',
  'datasets',
  'sv',
  'nb',
  'en',
] as const;

/** A case number such as `T-7K3M-9QXD`: long enough that nobody guesses another one. */
export function caseNumber(): string {
  return `T-${readableCode(4)}-${readableCode(4)}`;
}

export const caseNumberShape = /^T-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

/** The field of a form in which something missing is written: `welcome.sv` → `welcome_sv`. */
export function fieldOf(missing: string): string {
  return missing.replace(/^statement\./, '').replace('.', '_');
}
