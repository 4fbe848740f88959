import { Refusal } from '#lib/platform/errors.ts';
import type { Permission } from '#lib/platform/policy.ts';

/** The states of a proposal in the order it meets them. */
export const proposalStates = ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'ACCEPTED', 'DECLINED'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Who may read it once it is sent: public and civic bodies and the hub, or everyone. */
export const proposalVisibilities = ['PUBLIC_SIDE', 'OPEN'] as const;
export type ProposalVisibility = (typeof proposalVisibilities)[number];

type Guard = 'complete' | 'otherBody' | 'reason' | 'nextStep';
type Row = {
  name: string;
  from: ProposalState;
  to: ProposalState;
  /** A member acting for the proposing organisation, or an assessor in the house. */
  by: 'member' | 'assessor';
  permission: Permission;
  /** All must hold, asked in this order. */
  guard: readonly Guard[];
  event: string;
};

/** Every way a proposal can move. What does not stand here cannot be done, by anyone. */
export const moves = [
  {
    name: 'submit',
    from: 'DRAFT',
    to: 'SUBMITTED',
    by: 'member',
    permission: 'proposal:submit',
    guard: ['complete'],
    event: 'proposalSubmitted',
  },
  {
    name: 'withdraw',
    from: 'SUBMITTED',
    to: 'DRAFT',
    by: 'member',
    permission: 'proposal:submit',
    guard: [],
    event: 'proposalWithdrawn',
  },
  {
    name: 'begin',
    from: 'SUBMITTED',
    to: 'IN_REVIEW',
    by: 'assessor',
    permission: 'proposal:assess',
    guard: ['otherBody'],
    event: 'reviewBegun',
  },
  {
    name: 'accept',
    from: 'IN_REVIEW',
    to: 'ACCEPTED',
    by: 'assessor',
    permission: 'proposal:assess',
    guard: ['otherBody', 'reason', 'nextStep'],
    event: 'proposalAccepted',
  },
  {
    name: 'decline',
    from: 'IN_REVIEW',
    to: 'DECLINED',
    by: 'assessor',
    permission: 'proposal:assess',
    guard: ['otherBody', 'reason'],
    event: 'proposalDeclined',
  },
] as const satisfies readonly Row[];

export type MoveName = (typeof moves)[number]['name'];
export type Move = Row & { name: MoveName };

export function moveNamed(name: MoveName): Move {
  const move = moves.find((each) => each.name === name);
  if (!move) throw new Error(`No move is called ${name}`);
  return move;
}

/** The moves that lead on from a state for one side: the buttons of a page. */
export function movesFrom(state: ProposalState, by: Move['by']): MoveName[] {
  return moves.filter((move) => move.from === state && move.by === by).map(({ name }) => name);
}

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

/** What a move is judged by: the proposal as it stands, who moves it, and what they gave as reasons. */
export type MoveFacts = {
  state: ProposalState;
  text: ProposalText;
  /** Whether the person belongs to the proposing organisation; counts for assessors. */
  ownBody: boolean;
  reason: string;
  nextStep: string;
};

const guards: Record<Guard, (facts: MoveFacts) => Refusal | null> = {
  complete: ({ text }) => {
    const fields = missing(text).map((field) => [field, `innovation.missing.${field}`]);
    if (fields.length === 0) return null;
    return new Refusal('innovation.refusals.incomplete', Object.fromEntries(fields));
  },
  otherBody: ({ ownBody }) => (ownBody ? new Refusal('innovation.refusals.ownBody') : null),
  reason: ({ reason }) => demanded('reason', reason),
  nextStep: ({ nextStep }) => demanded('nextStep', nextStep),
};

function demanded(field: 'reason' | 'nextStep', text: string): Refusal | null {
  if (text.trim() !== '') return null;
  return new Refusal('refusals.invalid', { [field]: `innovation.refusals.${field}Missing` });
}

/** Why the move cannot be made now; null when it can. */
export function refusalToMove(move: Move, facts: MoveFacts): Refusal | null {
  if (facts.state !== move.from) return wrongState(facts.state);
  for (const guard of move.guard) {
    const refusal = guards[guard](facts);
    if (refusal) return refusal;
  }
  return null;
}

/** Says how far the proposal has come, so that it is clear why the step is not there. */
export function wrongState(state: ProposalState): Refusal {
  return new Refusal(`innovation.refusals.inState.${state}`);
}

/** The steps that are told as a proposal's story. */
export const storyKinds = ['proposalDrafted', ...moves.map(({ event }) => event)] as const;

export type Step = { kind: string; at: Date; person: string | null; organisation: string | null };
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
  const decided = proposal.state === 'ACCEPTED' ? 'proposalAccepted' : 'proposalDeclined';
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

/** What the form and the kept proposal say differently; values of the kept one. */
export function differences<T extends Record<string, string | readonly string[]>>(
  kept: T,
  typed: Record<keyof T, string | readonly string[]>,
): Partial<T> {
  const plain = (value: string | readonly string[]) =>
    typeof value === 'string' ? value : [...value].sort().join('\n');
  const fields = Object.keys(kept) as (keyof T)[];
  const differing = fields.filter((field) => {
    const [one, other] = [kept[field], typed[field]];
    return one !== undefined && plain(one) !== plain(other);
  });
  return Object.fromEntries(differing.map((field) => [field, kept[field]])) as Partial<T>;
}
