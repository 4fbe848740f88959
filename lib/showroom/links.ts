/** How one demo stands to another, as its owner says (S26). */
export const linkKinds = ['WORKS_WITH', 'NEEDS', 'ALTERNATIVE', 'REPLACED_BY'] as const;
export type LinkKind = (typeof linkKinds)[number];
export type WrittenLink = { number: string; kind: LinkKind };

/** Most links of one demo. */
export const mostLinks = 12;

/** A public number, as it stands on a sign. */
export const publicIdForm = /^[A-Z0-9-]{4,16}$/;

/** What somebody typed or pasted, a number or the short address that ends in one; null when it is neither. */
export function numberIn(typed: string): string | null {
  const last = typed.trim().toUpperCase().split('/').at(-1) ?? '';
  return publicIdForm.test(last) ? last : null;
}
