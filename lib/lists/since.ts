import type { ClaimLevel } from '#lib/showroom/claims.ts';
import { contentOf, type DemoContent } from '#lib/showroom/content.ts';
import { changedParts } from '#lib/showroom/news.ts';

const asShown = ['title', 'summary', 'body', 'purpose', 'kind', 'stage', 'trl', 'medical'] as const;
const more = ['areas', 'settings', 'audience', 'environment'] as const;
type Field = (typeof asShown)[number] | (typeof more)[number];

/** A demo's row as everyone may read it, with its claims. */
export type ShownRow = Record<Field, unknown> & {
  iso9999: string | null;
  picture: string;
  pictureAlt: unknown;
  claims: ShownClaim[];
};
type ShownClaim = {
  key: string;
  value: string;
  level: ClaimLevel;
  source: string;
  sourceUrl: string;
  checkedBy: string;
  checkedOn: Date | null;
  expiresOn: Date | null;
  detail: unknown;
};

/**
 * Which parts of a demo are said differently now. Other pictures than the first, and which needs it answers,
 * are not compared: nobody chooses by them.
 */
export function changedSince(kept: DemoContent, row: ShownRow): string[] {
  const fields = [...asShown, ...more].map((name) => [name, row[name]]);
  const now = contentOf({
    ...kept,
    ...Object.fromEntries(fields),
    iso9999: row.iso9999 ?? '',
    picture: { src: row.picture, alt: row.pictureAlt },
    claims: row.claims.map(claimOf),
  });
  return changedParts(kept, now);
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';

function claimOf({ checkedOn, expiresOn, ...claim }: ShownClaim) {
  const { key, value, level, source, sourceUrl, checkedBy, detail } = claim;
  const days = { checkedOn: dayOf(checkedOn), expiresOn: dayOf(expiresOn) };
  return { key, value, level, source, sourceUrl, checkedBy, ...days, detail };
}
