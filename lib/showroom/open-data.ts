import { sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** A published demo as the catalogue gives it away. Texts by language; days are YYYY-MM-DD. */
export type OpenDemo = {
  id: string;
  slug: string;
  title: Record<string, string>;
  summary: Record<string, string>;
  owner: string;
  ownerKind: string;
  kind: string;
  stage: string;
  trl: number | null;
  iso9999: string | null;
  areas: string[];
  settings: string[];
  audience: string[];
  publishedOn: string;
  reviewDueOn: string;
  claims: OpenClaim[];
  usedBy: { organisation: string; status: string; since: string }[];
};
export type OpenClaim = {
  area: string;
  key: string;
  value: string;
  /** In which language its words are; empty where it was never said. */
  language: string;
  level: string;
  source: string;
  sourceUrl: string;
  checkedBy: string;
  checkedOn: string | null;
  expiresOn: string | null;
};

/** So many at once: what is more is asked for page by page. */
export const openPage = 500;

/**
 * The published demos of a hub with what they claim and who uses them, in the order of their numbers, from
 * the one after `after` on. Anyone may.
 */
export async function listOpenDemos(scope: Scope, after = ''): Promise<OpenDemo[]> {
  return scope.read('showroom:read', (db) =>
    db.$queryRaw<OpenDemo[]>(sql`
      select d.public_id as id, d.slug, d.title, d.summary, o.name as owner, o.kind::text as "ownerKind",
        d.kind::text as kind, d.stage::text as stage, d.trl, d.iso9999, d.areas, d.settings, d.audience,
        to_char(d.published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn", d.review_due_on::text as "reviewDueOn",
        coalesce((select json_agg(json_build_object('area', c.area, 'key', c.key, 'value', c.value, 'language', c.language, 'level', c.level,
            'source', c.source, 'sourceUrl', c.source_url, 'checkedBy', c.checked_by, 'checkedOn', c.checked_on,
            'expiresOn', c.expires_on) order by c.position)
          from demo_claim c where c.hub_id = d.hub_id and c.demo_id = d.id), '[]') as claims,
        coalesce((select json_agg(json_build_object('organisation', u.name, 'status', a.status, 'since', a.since)
            order by u.name)
          from demo_adoption a join organisation u on u.id = a.organisation_id
          where a.hub_id = d.hub_id and a.demo_id = d.id), '[]') as "usedBy"
      from showroom_demo d join organisation o on o.id = d.owner_id
      where d.hub_id = ${scope.hub.id}::uuid and d.status = 'PUBLISHED' and d.public_id > ${after}
      order by d.public_id limit ${openPage}`),
  );
}

/** What a catalogue of open data says of a hub's showroom. */
export type OpenCatalogue = {
  slug: string;
  name: string;
  country: 'SE' | 'NO';
  languages: string[];
  publisher: { name: string; kind: string };
  contactEmail: string;
  demos: number;
  changedOn: string | null;
};

/** Every hub that is open to visitors, with how many demos it shows and when the newest came. Anyone may. */
export async function listOpenCatalogues(visitor: Scope): Promise<OpenCatalogue[]> {
  return visitor.read('hub:read', (db) =>
    db.$queryRaw<OpenCatalogue[]>(sql`select * from open_catalogues()`),
  );
}
