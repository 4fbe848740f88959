import { bodyNames } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Assessment, assessmentOf, fieldsOf } from './assessment.ts';

export type SentAssessment = Assessment & {
  number: number;
  round: number;
  sentAt: Date;
  byId: string;
  /** What the suggested organisations are called; one that has left has no name. */
  suggested: (string | null)[];
};

/** Part of a read of a proposal: what was sent, the newest first, as far as the wall shows it. */
export async function sentAssessments(
  db: Handle,
  hubId: string,
  proposalId: string,
): Promise<SentAssessment[]> {
  const rows = await db.proposalAssessment.findMany({
    where: { hubId, proposalId, sentAt: { not: null } },
    orderBy: { number: 'desc' },
  });
  const names = await bodyNames(
    db,
    rows.flatMap(({ bodies }) => bodies),
  );
  return rows.flatMap(({ number, round, sentAt, byId, ...row }) =>
    sentAt === null
      ? []
      : [
          {
            ...assessmentOf(row),
            ...{ number, round, sentAt, byId },
            suggested: row.bodies.map((id) => names.get(id) ?? null),
          },
        ],
  );
}

/** Part of a move: whether it was assessed in the round of the review that is under way. */
export async function isAssessed(
  db: Handle,
  hubId: string,
  { id, round }: { id: string; round: number },
): Promise<boolean> {
  const where = { hubId, proposalId: id, round, sentAt: { not: null } };
  return (await db.proposalAssessment.count({ where })) > 0;
}

type Assessed = { id: string; organisationId: string; assessments: readonly SentAssessment[] };

/** What an assessor's form begins with: the draft, or what was sent last; and whom one can suggest. */
export async function assessmentStart(db: Handle, scope: Scope, proposal: Assessed) {
  const hubId = scope.hub.id;
  const draft = await db.proposalAssessment.findFirst({
    where: { hubId, proposalId: proposal.id, sentAt: null },
  });
  const before = draft ? assessmentOf(draft) : proposal.assessments[0];
  const bodies = await db.organisation.findMany({
    where: {
      id: { not: proposal.organisationId },
      participations: { some: { hubId, state: 'VERIFIED' } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return { revision: draft?.revision ?? 0, fields: before ? fieldsOf(before) : {}, bodies };
}
export type AssessmentStart = Awaited<ReturnType<typeof assessmentStart>>;
