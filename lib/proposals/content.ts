import type { Handle } from '#lib/platform/db.ts';
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

/** Part of a write: the needs a proposal answers, and no others. */
export async function linkNeeds(
  hubId: string,
  db: Handle,
  proposalId: string,
  needs: readonly string[],
) {
  await db.proposalNeed.deleteMany({ where: { hubId, proposalId } });
  const data = [...new Set(needs)].map((needId) => ({ hubId, proposalId, needId }));
  await db.proposalNeed.createMany({ data });
}
