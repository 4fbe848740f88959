import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { FoundProject } from '#lib/projects/leading.ts';
import { type Hearer, type ProjectTold, tellHearers } from '#lib/projects/telling.ts';

/** Part of another write: whoever is named for a seat hears of it. */
export async function tellSeat(
  scope: Scope,
  db: Handle,
  deed: Deed,
  project: FoundProject,
  personId: string,
  group: string,
): Promise<void> {
  const person = await db.person.findFirst({
    where: { id: personId },
    select: { id: true, email: true, locale: true },
  });
  if (!person) return;
  const hearers = [{ ...person, slug: scope.organisation.slug }];
  const told = { organisation: scope.organisation.name, words: group };
  await tellHearers(scope, db, deed, hearers, project, 'seatOffered', told, '/groups');
}

/** Part of another write: who has a seat in the steering group hears of a decision, those with a vote or all. */
export async function tellSeats(
  scope: Scope,
  db: Handle,
  deed: Deed,
  project: FoundProject,
  kind: Extract<ProjectTold, 'decisionOpened' | 'decisionClosed'>,
  decision: { id: string; title: string },
): Promise<void> {
  const hearers = await db.$queryRaw<Hearer[]>`
    select id::text, email, locale, slug from seats_hear(${project.id}::uuid, ${kind === 'decisionOpened'})`;
  const told = { organisation: scope.organisation.name, words: decision.title };
  const place = `/decisions/${decision.id}`;
  await tellHearers(scope, db, deed, hearers, project, kind, told, place);
}
