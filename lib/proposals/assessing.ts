import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type Assessment, type AssessmentInput, missingOf } from './assessment.ts';
import { wrongState } from './rules.ts';
import { isId } from './schema.ts';

/**
 * Saves an assessment of what is reviewed now, or sends it: from then on it stays as it is, and another is the next
 * version. Assessors of other bodies may. @throws Refusal with what is missing, by field, or when a colleague saved
 * meanwhile; NotFound
 */
export async function assessProposal(
  scope: Scope,
  id: string,
  { revision, intent, content }: AssessmentInput,
): Promise<void> {
  if (!isId(id)) throw new NotFound('proposal');
  const missing = intent === 'send' ? missingOf(content) : {};
  if (Object.keys(missing).length > 0) throw new Refusal('refusals.invalid', missing);
  const sentAt = intent === 'send' ? dateOf(now()) : null;
  const kept = scope.write('proposal:assess', async (db, deed) => {
    const proposal = await reviewed(scope, db, id);
    const data = { ...rowOf(content), byId: scope.person.id, round: proposal.round, sentAt };
    await keep(scope, db, id, revision, data);
    if (sentAt) deed.record('assessmentSent', 'proposal', id);
    else deed.record('assessmentSaved', 'proposal', id);
  });
  await kept.catch(whyNot);
}

function rowOf({ maturity, ...content }: Assessment) {
  return { ...content, maturity: maturity === '' ? null : maturity };
}

type Row = ReturnType<typeof rowOf> & { byId: string; round: number; sentAt: Date | null };

/** The open one is changed; without one the next begins. */
async function keep(scope: Scope, db: Handle, proposalId: string, revision: number, data: Row) {
  const here = { hubId: scope.hub.id, proposalId };
  const open = await db.proposalAssessment.findFirst({ where: { ...here, sentAt: null } });
  if ((open?.revision ?? 0) !== revision) throw stale(open?.revision ?? 0);
  if (open) {
    const where = { ...here, number: open.number, revision, sentAt: null };
    const { count } = await db.proposalAssessment.updateMany({
      where,
      data: { ...data, revision: revision + 1 },
    });
    if (count === 0) throw stale(revision + 1);
    return;
  }
  const number = (await db.proposalAssessment.count({ where: here })) + 1;
  await db.proposalAssessment.createMany({ data: { ...here, ...data, number } });
}

function stale(revision: number): Refusal {
  return new Refusal('innovation.assessment.stale', {}, { revision });
}

async function reviewed(scope: Scope, db: Handle, id: string) {
  const where = { hubId: scope.hub.id, id, state: { not: 'DRAFT' as const } };
  const proposal = await db.proposal.findFirst({ where });
  if (!proposal) throw new NotFound('proposal');
  const { organisationId, state } = proposal;
  const own = { personId: scope.person.id, organisationId };
  if ((await db.membership.count({ where: own })) > 0) {
    throw new Refusal('innovation.refusals.ownBody');
  }
  if (state !== 'IN_REVIEW') throw wrongState(state);
  return proposal;
}

/** What only the database sees: a colleague was first, or one that was suggested has left the hub. */
function whyNot(error: unknown): never {
  if (refusedBy(error, 'bodies_of_the_hub')) {
    throw new Refusal('refusals.invalid', { bodies: 'innovation.assessment.missing.bodies' });
  }
  const first = ['proposal_assessment_pkey', 'one_open_proposal_assessment'];
  if (first.some((constraint) => refusedBy(error, constraint))) throw stale(1);
  if (refusedBy(error, 'assessed_in_review')) throw new Refusal('refusals.stale');
  throw error;
}
