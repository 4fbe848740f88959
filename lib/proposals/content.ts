import { type Handle, sql } from '#lib/platform/db.ts';
import type { ProposalContent } from './schema.ts';

type Text = Omit<ProposalContent, 'needs' | 'language' | 'areas' | 'visibility'>;
type Row = Text & {
  language: string;
  areas: string[];
  visibility: string;
  needs: { needId: string }[];
};

/** A proposal's row as what it says. */
export function contentOf(row: Row): ProposalContent {
  return {
    language: row.language as ProposalContent['language'],
    title: row.title,
    summary: row.summary,
    problem: row.problem,
    solution: row.solution,
    benefit: row.benefit,
    firstStep: row.firstStep,
    partnersWanted: row.partnersWanted,
    areas: row.areas as ProposalContent['areas'],
    needs: row.needs.map(({ needId }) => needId),
    visibility: row.visibility as ProposalContent['visibility'],
  };
}

/** Part of a write by an author: which needs it is linked to, also those that this author may not see. */
export async function linkedNeeds(db: Handle, proposalId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ need: string }[]>(
    sql`select need::text from linked_needs(${proposalId}::uuid) need`,
  );
  return rows.map(({ need }) => need);
}

/** Those of some needs that the reader may not see. */
export async function hiddenNeeds(hubId: string, db: Handle, ids: readonly string[]) {
  const where = { hubId, id: { in: [...ids] } };
  const seen = await db.need.findMany({ where, select: { id: true } });
  const visible = new Set(seen.map(({ id }) => id));
  return ids.filter((id) => !visible.has(id));
}

/** Part of a write: the needs a proposal answers, and no others but those that this author may not see. */
export async function linkNeeds(
  hubId: string,
  db: Handle,
  proposalId: string,
  needs: readonly string[],
) {
  await db.proposalNeed.deleteMany({ where: { hubId, proposalId } });
  const hidden = new Set(await hiddenNeeds(hubId, db, needs));
  const data = [...new Set(needs)]
    .filter((needId) => !hidden.has(needId))
    .map((needId) => ({ hubId, proposalId, needId }));
  await db.proposalNeed.createMany({ data });
}
