import type { Prisma } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { linked } from './linking.ts';
import { publicIdForm } from './links.ts';

const adoptions = {
  select: {
    ...{ status: true, since: true, scale: true, lesson: true, stoppedOn: true, result: true },
    ...{ contact: true, organisation: { select: { id: true, name: true, slug: true } } },
  },
  orderBy: [{ status: 'asc' }, { since: 'asc' }],
} satisfies Prisma.ShowroomDemo$adoptionsArgs;

/** All that a demo's page says. */
const whole = {
  ...{ id: true, publicId: true, slug: true, title: true, summary: true, body: true, kind: true },
  ...{ stage: true, trl: true, iso9999: true, medical: true, purpose: true, environment: true },
  ...{ areas: true, settings: true, audience: true, picture: true, pictureAlt: true },
  ...{ publishedAt: true, reviewDueOn: true, adoptions },
  owner: { select: { slug: true, name: true, kind: true, town: true } },
  claims: { orderBy: { position: 'asc' } },
  needs: {
    select: {
      need: {
        select: {
          ...{ id: true, title: true, language: true },
          organisation: { select: { name: true } },
        },
      },
    },
  },
  presentation: { select: { open: true } },
  links: { select: { kind: true, to: linked }, orderBy: { toId: 'asc' } },
  // What is no longer shown has no say about what is.
  linkedBy: {
    where: { OR: [{ demo: { status: 'PUBLISHED' } }, { kind: 'REPLACED_BY' }] },
    select: { kind: true, demo: linked },
    orderBy: { demoId: 'asc' },
    take: 24,
  },
} satisfies Prisma.ShowroomDemoSelect;

/** One published demo with its owner, who uses it, and the needs it answers. Anyone may. @throws NotFound */
export async function findDemo(scope: Scope, slug: string) {
  const demo = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findFirst({
      where: { hubId: scope.hub.id, slug, status: 'PUBLISHED' },
      select: whole,
    }),
  );
  if (!demo) throw new NotFound('demo');
  return demo;
}

export type Demo = Awaited<ReturnType<typeof findDemo>>;

/** The published demos of a hub that have these numbers, in the order asked for. Anyone may. */
export async function listCompared(scope: Scope, numbers: readonly string[]): Promise<Demo[]> {
  if (numbers.length === 0) return [];
  const found = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, publicId: { in: [...numbers] }, status: 'PUBLISHED' },
      select: whole,
    }),
  );
  return found.sort((a, b) => numbers.indexOf(a.publicId) - numbers.indexOf(b.publicId));
}

/** What was shown once, for whoever asks for its address. Anyone may. @throws NotFound */
export async function findArchivedDemo(scope: Scope, slug: string) {
  const demo = await scope.read('showroom:read', (db) =>
    db.showroomDemo.findFirst({
      where: { hubId: scope.hub.id, slug, status: 'ARCHIVED' },
      select: {
        ...{ title: true, archivedAt: true, areas: true },
        owner: { select: { slug: true, name: true } },
        links: { where: { kind: 'REPLACED_BY' }, select: { to: linked } },
      },
    }),
  );
  if (!demo) throw new NotFound('demo');
  return demo;
}

/** Where a demo's short address leads; null when nothing shown, now or before, has that number. Anyone may. */
export async function findDemoAddress(
  publicId: string,
): Promise<{ hub: string; slug: string } | null> {
  if (!publicIdForm.test(publicId)) return null;
  const scope = await enterSystem(null, 'short address');
  const demo = await scope.read('system:work', (db) =>
    db.showroomDemo.findFirst({
      where: { publicId, status: { in: ['PUBLISHED', 'ARCHIVED'] }, hub: { live: true } },
      select: { slug: true, hub: { select: { slug: true } } },
    }),
  );
  return demo && { hub: demo.hub.slug, slug: demo.slug };
}
