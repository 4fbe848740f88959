import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';

export type DemoCard = {
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

/** One published demo with its owner, who uses it, and the needs it answers. @throws NotFound */
export async function findDemo(scope: Scope, slug: string) {
  const demo = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findFirst({
      where: { hubId: scope.hub.id, slug, status: 'PUBLISHED' },
      select: {
        id: true,
        environment: true,
        publicId: true,
        slug: true,
        title: true,
        summary: true,
        body: true,
        kind: true,
        stage: true,
        areas: true,
        settings: true,
        audience: true,
        picture: true,
        pictureAlt: true,
        owner: { select: { slug: true, name: true, kind: true, town: true } },
        claims: { orderBy: { position: 'asc' } },
        adoptions: {
          select: {
            status: true,
            since: true,
            scale: true,
            lesson: true,
            stoppedOn: true,
            result: true,
            contact: true,
            organisation: { select: { id: true, name: true, slug: true } },
          },
          orderBy: [{ status: 'asc' }, { since: 'asc' }],
        },
        needs: {
          select: {
            need: {
              select: {
                id: true,
                title: true,
                language: true,
                organisation: { select: { name: true } },
              },
            },
          },
        },
      },
    }),
  );
  if (!demo) throw new NotFound('demo');
  return demo;
}

export type Demo = Awaited<ReturnType<typeof findDemo>>;

/** Where a demo's short address leads; null when nothing published has that number. Anyone may. */
export async function findDemoAddress(
  publicId: string,
): Promise<{ hub: string; slug: string } | null> {
  if (!/^[A-Z0-9-]{4,16}$/.test(publicId)) return null;
  const scope = await enterSystem(null, 'short address');
  const demo = await scope.read('system:work', (db) =>
    db.showroomDemo.findFirst({
      where: { publicId, status: 'PUBLISHED', hub: { live: true } },
      select: { slug: true, hub: { select: { slug: true } } },
    }),
  );
  return demo && { hub: demo.hub.slug, slug: demo.slug };
}

function cards(hubId: string): Sql {
  return sql`
    select d.slug, d.title, d.summary, d.picture, d.stage::text as stage, o.name as owner, o.kind::text as "ownerKind"
    from showroom_demo d join organisation o on o.id = d.owner_id
    where d.hub_id = ${hubId}::uuid and d.status = 'PUBLISHED'`;
}
