import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed, Letter } from '#lib/platform/deed.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** One demo as it is shown now, with whose it is; null where it is shown no more. The caller's right. */
export function findShown(db: Handle, hubId: string, id: string) {
  return db.showroomDemo.findFirst({
    where: { hubId, id, status: 'PUBLISHED' },
    include: {
      shown: { select: { content: true, authorId: true, sentById: true } },
      owner: { select: { name: true, slug: true, kind: true } },
    },
  });
}

export type Shown = NonNullable<Awaited<ReturnType<typeof findShown>>>;
type Addressee = { email: string; locale: string };
type Told = { title: string; organisation: string; path: string };

/**
 * Part of a deed: tells who wrote or sent what is shown, and the owner's administrators, in the portal by a notice
 * of `kind` and by `letter`.
 */
export async function tellOwners(
  scope: Scope,
  db: Handle,
  deed: Deed,
  demo: Shown,
  kind: 'demoDue' | 'demoTakenDown',
  letter: (to: Addressee, told: Told) => Letter,
): Promise<void> {
  const ids = [demo.shown?.authorId, demo.shown?.sentById].filter((one) => one != null);
  const people = await db.person.findMany({
    where: {
      withdrawnAt: null,
      memberships: { some: { organisationId: demo.ownerId } },
      OR: [
        { id: { in: ids } },
        { memberships: { some: { organisationId: demo.ownerId, role: 'ADMIN' } } },
      ],
    },
    select: { id: true, email: true, locale: true },
  });
  const path = `/${scope.hub.slug}/${demo.owner.slug}/demos/${demo.id}`;
  const detail = { title: inLocale(demo.title, 'sv'), organisation: demo.owner.name };
  const everyone = people.map(({ id }) => id);
  await tell(scope, db, everyone, { kind, detail, path });
  for (const to of people) deed.mail(letter(to, { ...detail, path }));
}
