import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { LinkKind, WrittenLink } from './links.ts';
import { type Saved, saveDraft } from './versions.ts';

/** A demo as another one names it. */
export const linked = {
  select: {
    ...{ slug: true, publicId: true, title: true, status: true, stage: true },
    owner: { select: { name: true } },
  },
} as const;

/** What can be linked to: what is or was shown at the hub. */
const wasShown = { status: { in: ['PUBLISHED', 'ARCHIVED'] as ('PUBLISHED' | 'ARCHIVED')[] } };

/** The demos that a draft names, by their numbers. Its owner and the hub's readers may. */
export async function findNamedDemos(scope: Scope, links: readonly WrittenLink[]) {
  const permission = scope.may('demo:draft') ? 'demo:draft' : 'demo:review';
  const publicId = { in: links.map(({ number }) => number) };
  const found = await scope.read(permission, (db) =>
    db.showroomDemo.findMany({
      where: { hubId: scope.hub.id, publicId, ...wasShown },
      select: linked.select,
    }),
  );
  return new Map(found.map((demo) => [demo.publicId, demo]));
}

/**
 * Saves what a demo stands beside. Members of its owner may. `links` as typed, with the field of each.
 * @throws Refusal by field for a number that nothing shown here has, for itself, for the same one twice and
 *   for a second successor; else as `saveDraft`
 */
export async function saveLinks(
  scope: Scope,
  id: string,
  revision: number,
  links: readonly (WrittenLink & { field: string })[],
): Promise<Saved> {
  const known = await findNamedDemos(scope, links);
  const own = await scope.read('demo:draft', (db) =>
    db.showroomDemo.findFirst({ where: { hubId: scope.hub.id, id }, select: { publicId: true } }),
  );
  const wrong: Record<string, string> = {};
  for (const [n, { number, kind, field }] of links.entries()) {
    const before = links.slice(0, n);
    if (!known.has(number)) wrong[field] = 'demoLinks.refusals.noSuchDemo';
    else if (number === own?.publicId) wrong[field] = 'demoLinks.refusals.itself';
    else if (before.some((one) => one.number === number)) wrong[field] = 'demoLinks.refusals.twice';
    else if (kind === 'REPLACED_BY' && before.some((one) => one.kind === kind)) {
      wrong[field] = 'demoLinks.refusals.oneSuccessor';
    }
  }
  if (Object.keys(wrong).length > 0) throw new Refusal('refusals.invalid', wrong);
  return saveDraft(scope, id, revision, {
    links: links.map(({ number, kind }) => ({ number, kind })),
  });
}

/** Part of a publication: the links of a version in the place of those before. */
export async function showLinks(
  db: Handle,
  hubId: string,
  demoId: string,
  links: readonly WrittenLink[],
): Promise<void> {
  await db.demoLink.deleteMany({ where: { hubId, demoId } });
  const publicId = { in: links.map(({ number }) => number) };
  const found = await db.showroomDemo.findMany({
    where: { hubId, publicId, id: { not: demoId }, ...wasShown },
    select: { id: true, publicId: true },
  });
  const kinds = new Map(links.map(({ number, kind }) => [number, kind]));
  await db.demoLink.createMany({
    data: found.map((to) => ({
      ...{ hubId, demoId, toId: to.id },
      kind: kinds.get(to.publicId) as LinkKind,
    })),
  });
}

/** Part of archiving: names what took its place. @throws Refusal when nothing shown here has that number */
export async function nameSuccessor(
  db: Handle,
  hubId: string,
  demoId: string,
  number: string,
): Promise<void> {
  const to = await db.showroomDemo.findFirst({
    where: { hubId, publicId: number, id: { not: demoId }, status: 'PUBLISHED' },
    select: { id: true },
  });
  if (!to) {
    throw new Refusal('refusals.invalid', { successor: 'demoLinks.refusals.noSuchDemo' });
  }
  const successors = { hubId, demoId, kind: 'REPLACED_BY' as const };
  await db.demoLink.deleteMany({ where: successors });
  await db.demoLink.createMany({ data: { ...successors, toId: to.id } });
}
