import type { Permission } from '#lib/platform/policy.ts';

/** The states of a proposal in the order it meets them. */
export const proposalStates = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'NEEDS_INFO',
  'PARKED',
  'ACCEPTED',
  'CONVERTED',
  'DECLINED',
  'WITHDRAWN',
] as const;
export type ProposalState = (typeof proposalStates)[number];

export type Guard =
  | 'complete'
  | 'unendorsed'
  | 'assessed'
  | 'otherBody'
  | 'reason'
  | 'nextStep'
  | 'reviewOn'
  | 'words'
  | 'onceOnly'
  | 'appealed'
  | 'decider'
  | 'due';
/**
 * A member acting for the proposing organisation, its administrator, an assessor in the house, there who decided or
 * who runs the hub, or the clock.
 */
export type Mover = 'member' | 'admin' | 'assessor' | 'decider' | 'job';
type Row = {
  name: string;
  from: readonly ProposalState[];
  to: ProposalState;
  by: Mover;
  permission: Permission;
  /** All must hold, asked in this order. */
  guard: readonly Guard[];
  event: string;
};

type Who = Pick<Row, 'by' | 'permission'>;
const ours: Who = { by: 'member', permission: 'proposal:submit' };
const ourAdmin: Who = { by: 'admin', permission: 'proposal:callOff' };
const house: Who = { by: 'assessor', permission: 'proposal:assess' };
const decider: Who = { by: 'decider', permission: 'proposal:oversee' };
const job: Who = { by: 'job', permission: 'system:work' };

function row<const N extends string>(
  ...[name, from, to, who, guard, event]: [N, Row['from'], ProposalState, Who, Guard[], string]
): Row & { name: N } {
  return { name, from, to, ...who, guard, event };
}

const onTheWay = ['SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED'] as const;
/** The states that are a decision of the hub's. */
export const decidedStates = ['ACCEPTED', 'DECLINED', 'PARKED'] as const;

/**
 * Every way a proposal can move. What does not stand here cannot be done, by anyone: the trigger `proposals_stand`
 * holds the same.
 */
export const moves = [
  row('submit', ['DRAFT'], 'SUBMITTED', ours, ['complete'], 'proposalSubmitted'),
  row('withdraw', ['SUBMITTED'], 'DRAFT', ours, ['unendorsed'], 'proposalWithdrawn'),
  row('begin', ['SUBMITTED'], 'IN_REVIEW', house, ['otherBody'], 'reviewBegun'),
  row('ask', ['IN_REVIEW'], 'NEEDS_INFO', house, ['otherBody', 'words'], 'proposalAsked'),
  row('answer', ['NEEDS_INFO'], 'IN_REVIEW', ours, ['words', 'complete'], 'proposalAnswered'),
  row(
    'accept',
    ['IN_REVIEW'],
    'ACCEPTED',
    house,
    ['otherBody', 'reason', 'nextStep', 'assessed'],
    'proposalAccepted',
  ),
  row(
    'decline',
    ['IN_REVIEW'],
    'DECLINED',
    house,
    ['otherBody', 'reason', 'assessed'],
    'proposalDeclined',
  ),
  row(
    'park',
    ['IN_REVIEW'],
    'PARKED',
    house,
    ['otherBody', 'reason', 'reviewOn', 'assessed'],
    'proposalParked',
  ),
  row('resume', ['PARKED'], 'IN_REVIEW', house, ['otherBody'], 'proposalResumed'),
  row('due', ['PARKED'], 'IN_REVIEW', job, ['due'], 'proposalDue'),
  row('callOff', onTheWay, 'WITHDRAWN', ourAdmin, ['words'], 'proposalCalledOff'),
  row('appeal', ['DECLINED'], 'DECLINED', ourAdmin, ['onceOnly', 'words'], 'proposalAppealed'),
  row('reopen', ['DECLINED'], 'IN_REVIEW', house, ['otherBody', 'appealed'], 'proposalReopened'),
  row(
    'undo',
    decidedStates,
    'IN_REVIEW',
    decider,
    ['otherBody', 'decider', 'words'],
    'proposalUndone',
  ),
] as const;

/** The way that follows from a project that grows from it; the trigger `a_project_has_grown` holds the same. */
export const growth = [
  { name: 'convert', from: ['ACCEPTED'], to: 'CONVERTED', by: 'hub or region' },
] as const;

export type MoveName = (typeof moves)[number]['name'];
export type Move = Row & { name: MoveName };

export function moveNamed(name: MoveName): Move {
  const move = moves.find((each) => each.name === name);
  if (!move) throw new Error(`No move is called ${name}`);
  return move;
}

/** The moves that lead on from a state for one of those who move it: the buttons of a page. */
export function movesFrom(state: ProposalState, by: Mover): MoveName[] {
  const rows: readonly Move[] = moves;
  return rows.filter((move) => move.by === by && move.from.includes(state)).map(({ name }) => name);
}

/** Whether it is the hub that moves it, whatever body runs the hub. */
export function isTheHubs(by: Mover): boolean {
  return by === 'assessor' || by === 'decider' || by === 'job';
}
