import type { ProviderSettings } from './provider-shape.ts';

/** For whom someone acts at a provider: what names it there, and the organisation's number. */
export type Affiliation = { key: string; number: string };

type Claims = Record<string, unknown>;
type Named = Pick<ProviderSettings, 'affiliationClaims' | 'numberClaims'>;

/**
 * The organisations a provider says someone acts for. An affiliation is `<id>@<organisation number>`:
 * the id part means something to that organisation alone and is never read (OIDC Sweden, claims
 * specification §2.2). A number may carry its ISO 6523 prefix.
 */
export function affiliationsIn(claims: Claims, named: Named): Affiliation[] {
  const whole = named.affiliationClaims.flatMap((claim) => textsAt(claims, claim));
  const parted = whole.flatMap((text) => {
    const at = text.lastIndexOf('@');
    const number = at > 0 ? numberIn(text.slice(at + 1)) : null;
    return number ? [{ key: text, number }] : [];
  });
  const bare = named.numberClaims.flatMap((claim) => textsAt(claims, claim));
  const numbers = bare.flatMap((text) => {
    const number = numberIn(text);
    return number && !parted.some((each) => each.number === number)
      ? [{ key: number, number }]
      : [];
  });
  return [...new Map([...parted, ...numbers].map((each) => [each.key, each])).values()];
}

/** Ten digits (Sweden) or nine (Norway), whatever stands between or before them. */
function numberIn(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^(0007|0192):/, '')
    .replace(/[\s-]/g, '');
  return /^(\d{9}|\d{10})$/.test(digits) ? digits : null;
}

/** The texts of a claim: by its whole name (names may hold dots), else along its dots, through lists. */
function textsAt(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsAt(each, path));
  if (path === '') return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const held = value as Claims;
  if (Object.hasOwn(held, path)) return textsAt(held[path], '');
  const dot = path.indexOf('.');
  return dot < 0 ? [] : textsAt(held[path.slice(0, dot)], path.slice(dot + 1));
}
