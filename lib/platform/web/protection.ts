import { createHash, randomBytes } from 'node:crypto';

/** Where pages may take things from; scripts are said apart, page by page. */
const sources = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  // Places on a floor plan and spans on a time line carry their size with them.
  "style-src-attr 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A policy that lets these scripts run and no other. */
export function contentPolicy(scripts: string): string {
  return `${sources}; script-src ${scripts}`;
}

/**
 * Headers of every answer.
 * @param tls whether people reach the portal over TLS
 * @param dev whether scripts come in ways that a policy would refuse
 */
export function protectiveHeaders({ tls, dev }: { tls: boolean; dev: boolean }) {
  const headers: [string, string][] = [
    ...(dev ? [] : ([['Content-Security-Policy', contentPolicy("'none'")]] as [string, string][])),
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ...(tls ? ([['Strict-Transport-Security', 'max-age=31536000']] as [string, string][]) : []),
  ];
  return headers;
}

/** A mark for one rendering: only the renderer's own scripts carry it. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** The source that lets scripts with this mark run, beside the portal's own files. */
export function markedScripts(nonce: string): string {
  return `'self' 'nonce-${nonce}'`;
}

/**
 * A page that many will get carries no mark: the scripts that had it are named by their content
 * instead. A script that came in by some other way had no mark and is not named.
 */
export function unmarked(body: Buffer, nonce: string): { body: Buffer; scripts: string } {
  const text = body.toString();
  const clean = (part: string) => part.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '');
  const inline = text.matchAll(
    new RegExp(`<script(?=[^>]* nonce="${nonce}")[^>]*>(.*?)</script>`, 'gs'),
  );
  const hashes = [...inline].flatMap(([, script]) => (script ? [hashOf(clean(script))] : []));
  const scripts = ["'self'", ...new Set(hashes)].join(' ');
  return { body: Buffer.from(clean(text)), scripts };
}

/** A page about trouble needs no script: then none may run. */
export function withoutScripts(text: string): string {
  return text.replace(/<script[^>]*>.*?<\/script>|<link[^>]* as="script"[^>]*>/gs, '');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
