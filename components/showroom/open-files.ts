import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { type ClaimLevel, isChecked } from '#lib/showroom/claims.ts';
import type { OpenClaim, OpenDemo } from '#lib/showroom/open-data.ts';
import { licence } from './dcat.ts';

type Hub = { name: string; slug: string };

/** The demos as JSON, with their licence, where each stands, and where the next page is. */
export function openJson(hub: Hub, demos: readonly OpenDemo[], site: string, next: string | null) {
  const items = demos.map(({ slug, ...demo }) => ({
    ...demo,
    url: `${site}/${hub.slug}/showroom/${slug}`,
    shortUrl: `${site}/d/${demo.id}`,
  }));
  return JSON.stringify({ hub: hub.name, licence, items, next });
}

const languages = ['sv', 'nb', 'en'] as const;

/**
 * The demos as a file for spreadsheets, one a row; several values in a cell are parted by a bar. What somebody
 * checked stands apart from what is only said, while the check holds on `day` (YYYY-MM-DD); so do those who use it
 * from those who try it or have stopped.
 */
export function openCsv(demos: readonly OpenDemo[], site: string, day: string): string {
  const rows = demos.map((demo) => ({
    id: demo.id,
    url: `${site}/d/${demo.id}`,
    ...Object.fromEntries(
      languages.map((language) => [`title_${language}`, demo.title[language] ?? '']),
    ),
    ...Object.fromEntries(
      languages.map((language) => [`summary_${language}`, demo.summary[language] ?? '']),
    ),
    ...{ owner: demo.owner, owner_kind: demo.ownerKind, kind: demo.kind, stage: demo.stage },
    ...{ trl: demo.trl ?? '', iso9999: demo.iso9999 ?? '' },
    ...{ areas: demo.areas.join('|'), settings: demo.settings.join('|') },
    audience: demo.audience.join('|'),
    claims: joined(demo.claims.map(said)),
    claims_checked: joined(demo.claims.filter((claim) => holds(claim, day)).map(checked)),
    used_by: users(demo, 'USING'),
    tried_by: users(demo, 'TESTING'),
    stopped_by: users(demo, 'STOPPED'),
    ...{ published_on: demo.publishedOn, review_due_on: demo.reviewDueOn, licence },
  }));
  return stringify(rows, { header: true, bom: true, escape_formulas: true });
}

const joined = (values: readonly string[]) =>
  values.map((value) => value.replaceAll('|', '/')).join('|');
const said = ({ key, value }: OpenClaim) => (value ? `${key}: ${value}` : key);
const checked = (claim: OpenClaim) =>
  `${said(claim)} (${claim.level}, ${claim.checkedBy}, ${claim.expiresOn})`;

function holds({ level, expiresOn }: OpenClaim, day: string): boolean {
  return isChecked({ level: level as ClaimLevel, expiresOn: expiresOn ?? '' }, day);
}

function users({ usedBy }: OpenDemo, status: string): string {
  return joined(
    usedBy.filter((one) => one.status === status).map(({ organisation }) => organisation),
  );
}

/** A file that anyone may fetch and keep for five minutes; asked again unchanged, nothing is sent. */
export function openResponse(request: Request, body: string, type: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
    ETag: etag,
  };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
