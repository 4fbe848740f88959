import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { contentOf, type DemoContent } from './content.ts';
import type { VersionState } from './moves.ts';
import { isId } from './schema.ts';

/** One of an organisation's own demos, as its owner sees it in a list. */
export type OwnDemo = {
  id: string;
  publicId: string;
  slug: string;
  title: unknown;
  picture: string;
  status: string;
  publishedAt: Date | null;
  reviewDueOn: Date | null;
  /** How far the newest version has come. */
  version: { number: number; state: VersionState; reason: string; at: Date };
};

/** What one's own organisation shows or is writing, what was touched last first. Members may. */
export async function listOwnDemos(scope: Scope): Promise<OwnDemo[]> {
  return scope.read('demo:draft', async (db) => {
    const rows = await db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, ownerId: scope.organisation.id },
      include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
    });
    const demos = rows.flatMap(({ versions: [last], ...demo }) => {
      if (!last) return [];
      const { number, state, reason, content, createdAt, sentAt, decidedAt } = last;
      const { title, picture } = contentOf(content);
      const at = decidedAt ?? sentAt ?? createdAt;
      const shown = demo.publishedVersion === null ? { title, picture: picture.src } : {};
      return [{ ...demo, ...shown, version: { number, state, reason, at } }];
    });
    return demos.sort((one, other) => other.version.at.getTime() - one.version.at.getTime());
  });
}

const names = {
  author: { select: { name: true } },
  sentBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
} as const;

/** One demo of one's own with every version, the newest first. @throws NotFound for anyone else's */
export async function findOwnDemo(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('demo');
  return scope.read('demo:draft', (db) => read(db, { ownerId: scope.organisation.id }, scope, id));
}

/** One demo that was sent to be read, with its versions. Who reads for the hub may. @throws NotFound */
export async function findSentDemo(scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('demo');
  return scope.read('demo:review', (db) => read(db, takingPart(scope), scope, id));
}

export type DemoWithVersions = Awaited<ReturnType<typeof findOwnDemo>>;

/** Whose owner takes part at the hub: one that has left, or waits still, has nothing read. */
const takingPart = (scope: Scope) => ({
  owner: { participations: { some: { hubId: scope.hub.id, state: 'VERIFIED' as const } } },
});

type Whose = { ownerId: string } | ReturnType<typeof takingPart>;

async function read(db: Handle, own: Whose, scope: Scope, id: string) {
  const row = await db.showroomDemo.findFirst({
    where: { hubId: scope.hub.id, id, ...own },
    include: {
      owner: { select: { name: true, slug: true, kind: true } },
      versions: { orderBy: { number: 'desc' }, include: names },
      removals: { orderBy: { at: 'desc' }, include: { by: { select: { name: true } } } },
    },
  });
  const versions = row?.versions.map((each) => ({ ...each, content: contentOf(each.content) }));
  const [last] = versions ?? [];
  if (!row || !versions || !last) throw new NotFound('demo');
  return { ...row, versions, last };
}

/** What waits to be read, the longest first. Who reads for the hub may. */
export async function listDemosToReview(scope: Scope) {
  return scope.read('demo:review', async (db) => {
    const rows = await db.demoVersion.findMany({
      where: { hubId: scope.hub.id, state: 'REVIEW', demo: takingPart(scope) },
      orderBy: { sentAt: 'asc' },
      include: {
        ...names,
        demo: { select: { publishedVersion: true, owner: { select: { name: true, kind: true } } } },
      },
    });
    return rows.map((row) => ({ ...row, content: contentOf(row.content) }));
  });
}

/** What the showroom shows now, what is to be looked over first on top. Who reads for the hub may. */
export async function listShownDemos(scope: Scope) {
  return scope.read('demo:review', (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, status: 'PUBLISHED', ...takingPart(scope) },
      select: {
        id: true,
        publicId: true,
        title: true,
        status: true,
        publishedAt: true,
        reviewDueOn: true,
        owner: { select: { name: true } },
      },
      orderBy: [{ reviewDueOn: 'asc' }, { publicId: 'asc' }],
      take: 500,
    }),
  );
}

/** What the house took out and nothing took up again, the latest first. Who reads for the hub may. */
export async function listRemovedDemos(scope: Scope) {
  return scope.read('demo:review', (db) =>
    db.showroomDemo.findMany({
      where: {
        ...{ hubId: scope.hub.id, status: 'ARCHIVED', ...takingPart(scope) },
        removals: { some: {} },
      },
      select: {
        ...{ id: true, title: true, archivedAt: true, owner: { select: { name: true } } },
        removals: { orderBy: { at: 'desc' }, take: 1, select: { reason: true } },
      },
      orderBy: [{ archivedAt: 'desc' }, { publicId: 'asc' }],
      take: 100,
    }),
  );
}

export type Difference = { field: string; before: unknown; after: unknown };

/** What two versions say differently, field by field; texts language by language, claims one by one. */
export function differencesOf(before: DemoContent, after: DemoContent): Difference[] {
  const [old, young] = [flat(before), flat(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return fields
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(young[field]))
    .map((field) => ({ field, before: old[field], after: young[field] }));
}

const byLanguage = ['title', 'summary', 'body', 'purpose'] as const;

function flat({ claims, ...content }: DemoContent): Record<string, unknown> {
  const texts = byLanguage.flatMap((name) =>
    Object.entries(content[name]).map(([locale, text]) => [`${name}.${locale}`, text]),
  );
  const rest = Object.entries(content).filter(
    ([name]) => !(byLanguage as readonly string[]).includes(name),
  );
  const seen = new Map<string, number>();
  const said = claims.map((claim) => {
    const n = (seen.get(claim.key) ?? 0) + 1;
    seen.set(claim.key, n);
    return [`claim.${claim.key}.${n}`, claim];
  });
  return Object.fromEntries([...texts, ...rest, ...said]);
}
