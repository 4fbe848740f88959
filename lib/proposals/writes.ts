import { dateOf, now } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { wrongState } from './rules.ts';
import { type DecisionInput, isId } from './schema.ts';
import { makeMove } from './steps.ts';
import { tellAssessor, tellFellows, tellProposers, tellReviewers } from './telling.ts';

/**
 * Sends a saved draft to the hub. Any member may. The hub's assessors are told.
 * @throws Refusal with what is missing, by field; NotFound for anyone else's
 */
export async function submitProposal(scope: Scope, id: string): Promise<void> {
  const data = { submittedAt: dateOf(now()) };
  await makeMove(scope, id, 'submit', data, {}, async (db, _deed, proposal) => {
    await tellReviewers(scope, db, proposal, 'proposalSubmitted');
    await tellFellows(scope, db, proposal, 'fellowSubmitted');
  });
}

/** Takes a sent proposal back to change it, until review has begun. Any member may. */
export async function withdrawProposal(scope: Scope, id: string): Promise<void> {
  await makeMove(scope, id, 'withdraw', { submittedAt: null }, {}, async (db, _deed, proposal) => {
    await tellReviewers(scope, db, proposal, 'proposalWithdrawn');
    await tellFellows(scope, db, proposal, 'fellowWithdrew');
  });
}

/** Begins to review. Assessors who do not belong to the proposing organisation may. */
export async function beginReview(scope: Scope, id: string): Promise<void> {
  await makeMove(scope, id, 'begin', { assessorId: scope.person.id }, {}, async () => {});
}

/**
 * Accepts with a reason and a next step, declines with a reason, or parks with a reason until a day. Assessors of
 * other bodies may. The author and the organisation's admins are told in the portal and by mail, each once.
 */
export async function decideProposal(
  scope: Scope,
  id: string,
  { decision, ...typed }: DecisionInput,
): Promise<void> {
  // What the other two ask for is not part of this decision.
  const given = {
    reason: typed.reason,
    ...(decision === 'accept' && { nextStep: typed.nextStep }),
    ...(decision === 'park' && { reviewOn: typed.reviewOn }),
  };
  const data = {
    ...{ decisionReason: given.reason, nextStep: given.nextStep || null },
    ...{ decidedAt: dateOf(now()), assessorId: scope.person.id },
    reviewOn: isDay(given.reviewOn) ? new Date(given.reviewOn) : null,
  };
  await makeMove(scope, id, decision, data, given, tellProposers(scope, decision, given));
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}

/** Takes a proposal back for good, with a reason. The organisation's administrators may; its assessor is told. */
export async function callOffProposal(scope: Scope, id: string, words: string): Promise<void> {
  await makeMove(scope, id, 'callOff', {}, { words }, async (db, deed, proposal) => {
    await tellAssessor(scope, 'proposalCalledOff')(db, deed, proposal);
    await tellFellows(scope, db, proposal, 'fellowCalledOff');
  });
}

/**
 * Asks the hub to judge once more what it declined. The organisation's administrators may, once in a proposal's life.
 * The assessors are told.
 */
export async function appealProposal(scope: Scope, id: string, words: string): Promise<void> {
  const data = { appealedAt: dateOf(now()), appealOpen: true };
  await makeMove(scope, id, 'appeal', data, { words }, async (db, _deed, proposal) => {
    await tellReviewers(scope, db, proposal, 'proposalAppealed');
  });
}

/** Reviews again what was appealed. Assessors of other bodies may; the proposers are told. */
export async function reopenProposal(scope: Scope, id: string): Promise<void> {
  const data = { assessorId: scope.person.id };
  await makeMove(scope, id, 'reopen', data, {}, tellProposers(scope, 'reopen', {}));
}

/** Reviews a parked one again before its day. Assessors of other bodies may; the proposers are told. */
export async function resumeProposal(scope: Scope, id: string): Promise<void> {
  const data = { assessorId: scope.person.id };
  await makeMove(scope, id, 'resume', data, {}, tellProposers(scope, 'resume', {}));
}

/**
 * Undoes a decision that was wrong, with a reason: the review goes on. Whoever decided may, and who runs the hub,
 * unless they belong to the proposing body. The log keeps both; the proposers are told.
 */
export async function undoDecision(scope: Scope, id: string, words: string): Promise<void> {
  await makeMove(scope, id, 'undo', {}, { words }, tellProposers(scope, 'undo', { words }));
}

/** Asks the proposers for more; the clock stands until they answer. Assessors of other bodies may. */
export async function askProposers(scope: Scope, id: string, words: string): Promise<void> {
  const data = { assessorId: scope.person.id };
  await makeMove(scope, id, 'ask', data, { words }, tellProposers(scope, 'ask', { words }));
}

/** Answers the hub's question. Any member may; whoever asked is told. */
export async function answerQuestion(scope: Scope, id: string, words: string): Promise<void> {
  await makeMove(scope, id, 'answer', {}, { words }, async (db, deed, proposal) => {
    await tellAssessor(scope, 'proposalAnswered')(db, deed, proposal);
    await tellFellows(scope, db, proposal, 'fellowAnswered');
  });
}

/** Throws away a draft; nothing of it is kept. Members may. @throws NotFound; Refusal once it is sent */
export async function discardProposal(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('proposal');
  await scope.write('proposal:draft', async (db, deed) => {
    const hubId = scope.hub.id;
    const where = { hubId, id, organisationId: scope.organisation.id };
    const proposal = await db.proposal.findFirst({ where, select: { state: true } });
    if (!proposal) throw new NotFound('proposal');
    if (proposal.state !== 'DRAFT') throw wrongState(proposal.state);
    await db.proposalNeed.deleteMany({ where: { hubId, proposalId: id } });
    const { count } = await db.proposal.deleteMany({ where: { ...where, state: 'DRAFT' } });
    if (count === 0) throw new Refusal('refusals.stale');
    deed.record('proposalDiscarded', 'proposal', id);
  });
}
