import { bodyNames } from '#lib/needs/reads.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { authorNames } from './authors.ts';
import type { CoauthorState } from './coauthors.ts';

export type CoauthorInvitation = {
  id: string;
  title: string;
  organisation: string;
  invitedAt: Date;
};

/** What one is asked to write with others: the title and who asks, and no more before one's yes. Members may. */
export async function listCoauthorInvitations(scope: Scope): Promise<CoauthorInvitation[]> {
  return scope.read('proposal:draft', (db) =>
    db.$queryRaw<CoauthorInvitation[]>(
      sql`select id::text, title, organisation, invited_at as "invitedAt" from coauthor_invitations()`,
    ),
  );
}

export type Coauthor = {
  id: string;
  state: CoauthorState;
  /** The address that was asked; empty for who does not see it. */
  email: string;
  /** Null until somebody has said yes. */
  person: string | null;
  organisation: string | null;
  self: boolean;
  at: Date;
};

/** Part of a read of a proposal: who is asked to write it and who does, the first first. */
export async function coauthorsOf(
  db: Handle,
  scope: Scope,
  proposalId: string,
): Promise<Coauthor[]> {
  const where = { hubId: scope.hub.id, proposalId };
  const rows = await db.proposalCoauthor.findMany({ where, orderBy: [{ invitedAt: 'asc' }] });
  if (rows.length === 0) return [];
  const people = await authorNames(db, proposalId);
  const bodies = await bodyNames(
    db,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    email: row.email,
    person: people.get(row.personId ?? '') ?? null,
    organisation: bodies.get(row.organisationId ?? '') ?? null,
    self: row.personId !== null && scope.isSelf(row.personId),
    at: row.endedAt ?? row.answeredAt ?? row.invitedAt,
  }));
}

export type Writing = { at: Date; person: string | null; organisation: string | null };

/** Part of a read of a proposal: who saved its text for which organisation, the latest first. */
export async function writingsOf(db: Handle, scope: Scope, objectId: string): Promise<Writing[]> {
  const rows = await db.auditEvent.findMany({
    where: {
      ...{ hubId: scope.hub.id, objectType: 'proposal', objectId },
      kind: { in: ['proposalDrafted', 'proposalSaved'] },
    },
    select: { at: true, personId: true, organisationId: true, detail: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  const people = await authorNames(db, objectId);
  const bodies = await bodyNames(
    db,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const wrote = rows.filter(({ detail }) => (detail as { changed?: boolean }).changed !== false);
  return wrote.map(({ at, personId, organisationId }) => ({
    at,
    person: people.get(personId ?? '') ?? null,
    organisation: bodies.get(organisationId ?? '') ?? null,
  }));
}
