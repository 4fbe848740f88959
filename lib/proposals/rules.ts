import { Refusal } from '#lib/platform/errors.ts';
import { type Guard, type Move, moves, type ProposalState } from './moves.ts';

/** Who may read it once it is sent: public and civic bodies and the hub, or everyone. */
export const proposalVisibilities = ['PUBLIC_SIDE', 'OPEN'] as const;
export type ProposalVisibility = (typeof proposalVisibilities)[number];

export type ProposalText = {
  title: string;
  summary: string;
  problem: string;
  solution: string;
  benefit: string;
  firstStep: string;
  needs: readonly string[];
  areas: readonly string[];
};

/** What must be there before a proposal can be sent, in the order of the form. */
export const requiredFields = [
  'title',
  'summary',
  'needs',
  'areas',
  'problem',
  'solution',
  'benefit',
  'firstStep',
] as const satisfies readonly (keyof ProposalText)[];
export type RequiredField = (typeof requiredFields)[number];

/** The fields that are still empty; each has a sentence `innovation.missing.<field>`. */
export function missing(proposal: ProposalText): RequiredField[] {
  const empty = (value: string | readonly string[]) =>
    typeof value === 'string' ? value.trim() === '' : value.length === 0;
  return requiredFields.filter((field) => empty(proposal[field]));
}

/** What is said with a move; which of them are demanded its guards say. */
export type Given = {
  /** Why it was decided so. */
  reason?: string;
  nextStep?: string;
  /** The day on which a parked one comes back, as 2027-01-31. */
  reviewOn?: string;
  /** A question, an answer, an appeal, or why one calls off or undoes. */
  words?: string;
};

/** What a move is judged by: the proposal as it stands, who moves it, and what they gave as reasons. */
export type MoveFacts = {
  state: ProposalState;
  text: ProposalText;
  /** How many organisations stand behind it. */
  endorsements: number;
  /** Whether an assessment was sent in this round of the review. */
  assessed: boolean;
  /** Whether the person belongs to the proposing organisation; counts for the hub's side. */
  ownBody: boolean;
  /** Whether the person decided it, or runs the hub. */
  decider: boolean;
  /** Whether it was appealed at some time, and whether that waits for an answer. */
  appealedAt: Date | null;
  appealOpen: boolean;
  reviewOn: Date | null;
  /** The day of the hub. */
  today: string;
  given: Given;
};

type Judge = (facts: MoveFacts, move: Move) => Refusal | null;
const guards: Record<Guard, Judge> = {
  complete: ({ text }) => {
    const fields = missing(text).map((field) => [field, `innovation.missing.${field}`]);
    if (fields.length === 0) return null;
    return new Refusal('innovation.refusals.incomplete', Object.fromEntries(fields));
  },
  unendorsed: ({ endorsements }) => refusedUnless(endorsements === 0, 'endorsed'),
  assessed: ({ assessed }) => refusedUnless(assessed, 'notAssessed'),
  otherBody: ({ ownBody }) => refusedUnless(!ownBody, 'ownBody'),
  reason: ({ given }) => demanded('reason', given.reason, 'reasonMissing'),
  nextStep: ({ given }) => demanded('nextStep', given.nextStep, 'nextStepMissing'),
  reviewOn: ({ given, today }) => {
    if (/^\d{4}-\d\d-\d\d$/.test(given.reviewOn ?? '') && (given.reviewOn ?? '') > today)
      return null;
    return demanded('reviewOn', '', 'reviewOnMissing');
  },
  words: ({ given }, { name }) => demanded(name, given.words, `wordsMissing.${name}`),
  onceOnly: ({ appealedAt }) => refusedUnless(appealedAt === null, 'appealedBefore'),
  appealed: ({ appealOpen }) => refusedUnless(appealOpen, 'noAppeal'),
  decider: ({ decider }) => refusedUnless(decider, 'notDecider'),
  due: ({ reviewOn, today }) =>
    refusedUnless((reviewOn?.toISOString().slice(0, 10) ?? '9') <= today, 'inState.PARKED'),
};

function refusedUnless(holds: boolean, code: string): Refusal | null {
  return holds ? null : new Refusal(`innovation.refusals.${code}`);
}

function demanded(field: string, text: string | undefined, code: string): Refusal | null {
  if ((text ?? '').trim() !== '') return null;
  return new Refusal('refusals.invalid', { [field]: `innovation.refusals.${code}` });
}

/** Why the move cannot be made now; null when it can. */
export function refusalToMove(move: Move, facts: MoveFacts): Refusal | null {
  if (!move.from.includes(facts.state)) return wrongState(facts.state);
  for (const guard of move.guard) {
    const refusal = guards[guard](facts, move);
    if (refusal) return refusal;
  }
  return null;
}

/** The states in which other bodies can stand behind a proposal; the trigger `endorsements_stand` holds the same. */
export const endorsableStates: readonly ProposalState[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'NEEDS_INFO',
  'PARKED',
  'ACCEPTED',
  'CONVERTED',
];

/** Says how far the proposal has come, so that it is clear why the step is not there. */
export function wrongState(state: ProposalState): Refusal {
  return new Refusal(`innovation.refusals.inState.${state}`);
}

/** The steps that are told as a proposal's story. */
export const storyKinds = [
  'proposalDrafted',
  ...moves.map(({ event }) => event),
  'proposalConverted',
  'coauthorJoined',
  'coauthorLeft',
  'coauthorRemoved',
  'proposalEndorsed',
  'proposalUnendorsed',
] as const;

export type Step = {
  kind: string;
  at: Date;
  person: string | null;
  organisation: string | null;
  /** What was said with it, where the reader is on one of the two sides. */
  said?: Said | undefined;
};
export type Said = { words: string; nextStep: string; reviewOn: Date | null };
const decisionEvents = {
  ACCEPTED: 'proposalAccepted',
  CONVERTED: 'proposalAccepted',
  DECLINED: 'proposalDeclined',
  PARKED: 'proposalParked',
} as const;

function isDecision(kind: string): boolean {
  return (Object.values(decisionEvents) as string[]).includes(kind);
}

type Dated = {
  state: ProposalState;
  createdAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
};

/**
 * How a proposal came to where it is, oldest first. What was carried over from elsewhere has no
 * events; then its own dates tell the story, without names.
 */
export function storyOf(proposal: Dated, events: readonly Step[]): Step[] {
  const told = new Set(events.map(({ kind }) => kind));
  const decided =
    decisionEvents[proposal.state as keyof typeof decisionEvents] ?? 'proposalDeclined';
  const dates: [string, Date | null][] = [
    ['proposalDrafted', proposal.createdAt],
    ['proposalSubmitted', proposal.submittedAt],
    [decided, proposal.decidedAt],
  ];
  const untold = dates.flatMap(([kind, at]) =>
    at === null || told.has(kind) ? [] : [{ kind, at, person: null, organisation: null }],
  );
  return [...untold, ...events].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * What was said, at the steps it was said with: the latest words of a move belong to its latest event, since what was
 * carried over from elsewhere has words and no events. A decision that stands is read above, not here.
 */
export function withWords(
  steps: readonly Step[],
  words: readonly (Said & { move: string })[],
  decided: boolean,
): Step[] {
  const left = new Map<string, Said[]>();
  for (const { move, ...said } of words) {
    const event = moves.find(({ name }) => name === move)?.event ?? '';
    left.set(event, [...(left.get(event) ?? []), said]);
  }
  const told = [...steps].reverse().map((step) => ({ ...step, said: left.get(step.kind)?.pop() }));
  const standing = decided && told.find(({ kind }) => isDecision(kind));
  if (standing) standing.said = undefined;
  return told.reverse();
}

/** How long the hub has reviewed, in whole days; the clock stands while it waits for an answer. */
export function daysReviewed(
  { reviewedSeconds, clockFrom }: { reviewedSeconds: number; clockFrom: Date | null },
  at: Date,
): number {
  return Math.floor(secondsReviewed({ reviewedSeconds, clockFrom }, at) / 86_400);
}

/** The same in seconds, as it is kept when the clock stops. */
export function secondsReviewed(
  { reviewedSeconds, clockFrom }: { reviewedSeconds: number; clockFrom: Date | null },
  at: Date,
): number {
  const running = clockFrom === null ? 0 : (at.getTime() - clockFrom.getTime()) / 1000;
  return reviewedSeconds + Math.max(0, Math.round(running));
}
