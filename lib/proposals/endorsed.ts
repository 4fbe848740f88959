import { bodyNames } from '#lib/needs/reads.ts';
import { type Handle, sql } from '#lib/platform/db.ts';

export type Endorsed = {
  id: string;
  /** Null when the organisation has left the hub. */
  name: string | null;
  at: Date;
  /** Who signed; null for companies, who are not told. */
  signer: string | null;
};

/** Part of a read of a proposal: who stands behind it, in the order they came. */
export async function endorsedBy(db: Handle, hubId: string, id: string): Promise<Endorsed[]> {
  const rows = await db.proposalEndorsement.findMany({
    where: { hubId, proposalId: id, revokedAt: null },
    select: { organisationId: true, at: true },
    orderBy: [{ at: 'asc' }, { organisationId: 'asc' }],
  });
  if (rows.length === 0) return [];
  const signers = await db.$queryRaw<{ body: string; signer: string }[]>(
    sql`select body::text, signer from endorsement_signers(${id}::uuid)`,
  );
  const signerOf = new Map(signers.map(({ body, signer }) => [body, signer]));
  const names = await bodyNames(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map(({ organisationId, at }) => ({
    ...{ id: organisationId, at, name: names.get(organisationId) ?? null },
    signer: signerOf.get(organisationId) ?? null,
  }));
}

/** Part of a move: how many stand behind a proposal now. */
export function countEndorsed(db: Handle, hubId: string, proposalId: string): Promise<number> {
  return db.proposalEndorsement.count({ where: { hubId, proposalId, revokedAt: null } });
}

/** For cards: how many stand behind each of the proposals of a page. */
export async function countEndorsements(
  db: Handle,
  proposals: readonly { hubId: string; id: string }[],
): Promise<Map<string, number>> {
  const [first] = proposals;
  if (!first) return new Map();
  const counted = await db.proposalEndorsement.groupBy({
    by: ['proposalId'],
    where: {
      ...{ hubId: first.hubId, revokedAt: null },
      proposalId: { in: proposals.map(({ id }) => id) },
    },
    _count: { organisationId: true },
  });
  return new Map(counted.map(({ proposalId, _count }) => [proposalId, _count.organisationId]));
}
