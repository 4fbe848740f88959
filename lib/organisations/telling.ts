import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { organisationLetter } from './letters.ts';

const letters = { organisationApplied: 'applied', bodyAccepted: 'accepted' } as const;

/** Part of a write of the system's: a hub's administrators hear, by notice and mail, of a body that came. */
export async function tellHubAdmins(
  system: Scope,
  db: Handle,
  deed: Deed,
  kind: keyof typeof letters,
  { name, slug }: { name: string; slug: string },
): Promise<void> {
  const { hub } = system;
  const admins = await db.hubRole.findMany({
    where: { hubId: hub.id, role: 'HUB_ADMIN', person: { withdrawnAt: null } },
    select: { person: true },
  });
  const path = `/${hub.slug}/house/organisations/${slug}`;
  const ids = admins.map(({ person }) => person.id);
  await tell(system, db, ids, { kind, detail: { title: '', organisation: name }, path });
  for (const { person } of admins) {
    deed.mail(organisationLetter(person, letters[kind], hub.name, { organisation: name, path }));
  }
}
