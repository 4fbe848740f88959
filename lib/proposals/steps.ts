import { changesOf } from '#lib/platform/changes.ts';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isAssessed } from './assessments.ts';
import { judgesOwn, writtenBy } from './authors.ts';
import { contentOf, linkedNeeds, linkNeeds } from './content.ts';
import { countEndorsed } from './endorsed.ts';
import { isTheHubs, type Move, type MoveName, moveNamed, type ProposalState } from './moves.ts';
import { type Given, refusalToMove, secondsReviewed, wrongState } from './rules.ts';
import { isId } from './schema.ts';
import { freezeSent, sendOpen } from './versions.ts';

const judged = {
  id: true,
  organisationId: true,
  authorId: true,
  assessorId: true,
  state: true,
  revision: true,
  round: true,
  title: true,
  summary: true,
  problem: true,
  solution: true,
  benefit: true,
  firstStep: true,
  partnersWanted: true,
  language: true,
  visibility: true,
  areas: true,
  reviewOn: true,
  reviewedSeconds: true,
  clockFrom: true,
  appealedAt: true,
  appealOpen: true,
  needs: { select: { needId: true } },
} as const;

type After = (db: Handle, deed: Deed, proposal: Moved) => Promise<void>;
export type Moved = {
  id: string;
  organisationId: string;
  authorId: string;
  assessorId: string | null;
  title: string;
};

/**
 * Makes one move of the table: who, from where, its guards, the change, the event. Of several at
 * once exactly one moves the row; the others hear how far it has come.
 * @throws NotFound for a proposal that is not theirs to move
 * @throws Refusal when the table or a guard says no
 */
export async function makeMove(
  scope: Scope,
  id: string,
  name: MoveName,
  data: object,
  given: Given,
  after: After,
): Promise<void> {
  if (!isId(id)) throw new NotFound('proposal');
  const move = moveNamed(name);
  const hubId = scope.hub.id;
  const made = scope.write(move.permission, async (db, deed) => {
    const proposal = await db.proposal.findFirst({ where: mine(scope, move, id), select: judged });
    if (!proposal) throw new NotFound('proposal');
    const sent = name === 'answer' ? await sendOpen(scope, db, id) : null;
    const linked = isTheHubs(move.by) ? null : { needs: await linkedNeeds(db, id) };
    const text = sent ?? { ...contentOf(proposal), ...linked };
    const ownBody = isTheHubs(move.by) && (await belongsTo(db, scope, proposal));
    const decider = scope.roles.includes('hubAdmin') || isBy(scope, proposal.assessorId);
    const day = today(scope.hub.zone).toString();
    const assessed = await isAssessed(db, hubId, proposal);
    const endorsements = await countEndorsed(db, hubId, id);
    const facts = {
      ...proposal,
      text,
      endorsements,
      assessed,
      ownBody,
      decider,
      today: day,
      given,
    };
    const refusal = refusalToMove(move, facts);
    if (refusal) throw refusal;
    if (name === 'submit') await freezeSent(scope, db, id, text);
    if (sent) await linkNeeds(hubId, db, id, sent.needs);
    const { needs: _linked, ...words } = sent ?? { needs: [] };
    const { count } = await db.proposal.updateMany({
      where: { hubId, id, ...asItStood(proposal) },
      data: { ...turned(proposal, move), ...words, ...data, state: move.to },
    });
    if (count === 0) throw await late(db, hubId, id, proposal.state);
    await keepWords(scope, db, id, name, given);
    const change = changesOf({ state: proposal.state }, { state: move.to });
    deed.record(move.event, 'proposal', id, change, { concerns: proposal.organisationId });
    await after(db, deed, proposal);
  });
  await made.catch(endorsedMeanwhile);
}

/** Somebody came to stand behind it just before it was taken back. */
function endorsedMeanwhile(error: unknown): never {
  if (!refusedBy(error, 'what_is_endorsed_stands')) throw error;
  throw new Refusal('innovation.refusals.endorsed');
}

/** What stays with the body that began it, whoever writes with it. */
const ownAlone: readonly MoveName[] = ['withdraw'];

function mine(scope: Scope, move: Move, id: string) {
  const here = { hubId: scope.hub.id, id };
  if (move.by === 'member' && !ownAlone.includes(move.name))
    return { ...here, ...writtenBy(scope) };
  if (!isTheHubs(move.by)) return { ...here, organisationId: scope.organisation.id };
  return { ...here, state: { not: 'DRAFT' as const } };
}

/** Whoever was first has changed one of these. */
function asItStood({
  state,
  revision,
  appealedAt,
}: {
  state: ProposalState;
  revision: number;
  appealedAt: Date | null;
}) {
  return { state, revision, appealedAt };
}

function isBy(scope: Scope, personId: string | null): boolean {
  return personId !== null && scope.isSelf(personId);
}

type Clock = { state: string; reviewedSeconds: number; clockFrom: Date | null };

/** What turns with every move: the clock runs in review alone, and a decision that is left is none any more. */
function turned(before: Clock, move: Move) {
  const at = dateOf(now());
  const clock = {
    reviewedSeconds: secondsReviewed(before, at),
    clockFrom: move.to === 'IN_REVIEW' ? at : null,
  };
  if (before.state === move.to) return clock;
  const undecided = { decidedAt: null, decisionReason: null, nextStep: null, reviewOn: null };
  return { ...clock, ...undecided, appealOpen: false };
}

/** What was said with the move, for both sides to read from now on. */
async function keepWords(scope: Scope, db: Handle, proposalId: string, move: string, given: Given) {
  const words = given.words ?? given.reason;
  if (words === undefined) return;
  const hubId = scope.hub.id;
  const number = (await db.proposalWord.count({ where: { hubId, proposalId } })) + 1;
  const { nextStep = '', reviewOn } = given;
  await db.proposalWord.createMany({
    data: {
      ...{ hubId, proposalId, number, move, words, nextStep, byId: scope.person.id },
      ...{ at: dateOf(now()), reviewOn: reviewOn ? new Date(reviewOn) : null },
    },
  });
}

/** Whether the person is a member of a body that wrote it, read afresh: assessors may not judge their own. */
async function belongsTo(
  db: Handle,
  scope: Scope,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<boolean> {
  if (scope.may('system:work')) return false;
  const where = { personId: scope.person.id, organisationId };
  return (await db.membership.count({ where })) > 0 || judgesOwn(db, id);
}

/** Someone else was first: says where the proposal stands now. */
async function late(db: Handle, hubId: string, id: string, before: string): Promise<Error> {
  const row = await db.proposal.findFirst({ where: { hubId, id }, select: { state: true } });
  if (!row) return new NotFound('proposal');
  return row.state === before ? new Refusal('refusals.stale') : wrongState(row.state);
}
