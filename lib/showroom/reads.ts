import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type DemoCard = {
  publicId: string;
  slug: string;
  title: unknown;
  summary: unknown;
  picture: string;
  stage: string;
  owner: string;
  ownerKind: string;
};

export async function listNewestDemos(scope: Scope, take: number): Promise<DemoCard[]> {
  return scope.read('showroom:read', (db) => newestDemos(db, scope.hub.id, take));
}

/** For a page that gathers everything in one read. */
export function newestDemos(db: Handle, hubId: string, take: number): Promise<DemoCard[]> {
  return db.$queryRaw<DemoCard[]>`
    ${cards(hubId)} order by d.published_at desc, d.slug limit ${take}`;
}

/** For a page that gathers everything in one read: what one organisation shows here, the newest first. */
export function demosOf(db: Handle, hubId: string, ownerId: string): Promise<DemoCard[]> {
  return db.$queryRaw<DemoCard[]>`
    ${cards(hubId)} and d.owner_id = ${ownerId}::uuid order by d.published_at desc, d.slug`;
}

function cards(hubId: string): Sql {
  return sql`
    select d.public_id as "publicId", d.slug, d.title, d.summary, d.picture, d.stage::text as stage, o.name as owner, o.kind::text as "ownerKind"
    from showroom_demo d join organisation o on o.id = d.owner_id
    where d.hub_id = ${hubId}::uuid and d.status = 'PUBLISHED'`;
}
