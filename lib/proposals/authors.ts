import { bodyNames } from '#lib/needs/reads.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

/** Which proposals one writes: those of the acting organisation, and those one was asked to write with others. */
export function writtenBy(scope: Scope) {
  const organisationId = scope.organisation.id;
  const self = { personId: scope.person.id, organisationId, state: 'ACTIVE' as const };
  return { OR: [{ organisationId }, { coauthors: { some: self } }] };
}

/** Whether the acting organisation has written it with the body that began it, or is that body's assessor's own. */
export async function judgesOwn(db: Handle, proposalId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ own: boolean }[]>(
    sql`select ${proposalId}::uuid in (select coauthored_by_mine()) as own`,
  );
  return rows[0]?.own ?? false;
}

/** Part of a read: the organisations that write it with the one that began it, by name. */
export async function coauthorBodies(db: Handle, proposalId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ body: string }[]>(
    sql`select body::text from coauthor_bodies(${proposalId}::uuid) body`,
  );
  const names = await bodyNames(
    db,
    rows.map(({ body }) => body),
  );
  return [...names.values()].sort((one, other) => one.localeCompare(other));
}

/** Part of a read: the people who write it or have, by name; nobody for who does not write it. */
export async function authorNames(db: Handle, proposalId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ person: string; name: string }[]>(
    sql`select person::text, name from author_names(${proposalId}::uuid)`,
  );
  return new Map(rows.map(({ person, name }) => [person, name]));
}

/** Part of a write by an author: everyone else who writes it, with the address of their own organisation's pages. */
export async function fellowAuthors(
  scope: Scope,
  db: Handle,
  proposalId: string,
): Promise<{ id: string; slug: string }[]> {
  const organisationId = scope.organisation.id;
  const self = { personId: scope.person.id, organisationId, state: 'ACTIVE' as const };
  const where = { hubId: scope.hub.id, proposalId, ...self };
  const mine = await db.proposalCoauthor.findFirst({ where, select: { id: true } });
  const began = mine
    ? await db.$queryRaw<{ id: string; slug: string }[]>(
        sql`select person::text as id, slug from author_hearers(${mine.id}::uuid)`,
      )
    : [];
  const others = await coauthorHearers(db, proposalId);
  return [...began, ...others.map(({ id, slug }) => ({ id, slug }))];
}

export type CoauthorHearer = { id: string; email: string; locale: string; slug: string };

/** Part of a write: who of other organisations writes it, too, and hears of what becomes of it. */
export async function coauthorHearers(db: Handle, proposalId: string): Promise<CoauthorHearer[]> {
  return db.$queryRaw<CoauthorHearer[]>(
    sql`select person::text as id, email, locale, slug from coauthor_hearers(${proposalId}::uuid)`,
  );
}
