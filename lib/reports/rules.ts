import type { Group } from './reads.ts';

/** Shares of the open time; null where a group is withheld or nothing was open. */
export type Shares = { booked: number | null; leased: number | null };

/** What part of the open time was used: booked and not missed, and leased. */
export function sharesOf({ booked, missed, leased }: Group, open: number): Shares {
  if (open === 0) return { booked: null, leased: null };
  const used = booked === null || missed === null ? null : booked - missed;
  return { booked: used === null ? null : used / open, leased: leased / open };
}

/** A group's own open time; who books has the whole house's. */
export function openOf(group: Group, total: Group | undefined): number {
  return group.dimension === 'actor' ? (total?.open ?? 0) : group.open;
}
