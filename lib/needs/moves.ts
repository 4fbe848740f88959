import type { Permission } from '#lib/platform/policy.ts';
import type { NeedState } from './rules.ts';

type State = 'DRAFT' | NeedState;
type Row = {
  name: string;
  from: readonly State[];
  to: State;
  permission: Permission;
  /** Whether a reason is demanded. */
  reason: boolean;
  event: string;
};

/**
 * The ways of a need that its organisation goes, and nobody for it: from, to, under which permission, the event.
 * The trigger `needs_stand` holds the same, beside the moves of work that takes a need up (LINKED, MET).
 */
export const needMoves = [
  {
    name: 'open',
    from: ['DRAFT'],
    to: 'OPEN',
    permission: 'need:open',
    reason: false,
    event: 'needOpened',
  },
  {
    name: 'close',
    from: ['OPEN', 'LINKED'],
    to: 'CLOSED',
    permission: 'need:open',
    reason: true,
    event: 'needClosed',
  },
  {
    name: 'reopen',
    from: ['CLOSED'],
    to: 'OPEN',
    permission: 'need:open',
    reason: false,
    event: 'needReopened',
  },
] as const satisfies readonly Row[];

/** The ways that follow from work that takes a need up, made by triggers and by what comes of the work. */
export const workMoves = [
  { name: 'taken up', from: ['OPEN'], to: 'LINKED' },
  { name: 'let go', from: ['LINKED'], to: 'OPEN' },
  { name: 'met', from: ['LINKED'], to: 'MET' },
] as const satisfies readonly Pick<Row, 'name' | 'from' | 'to'>[];

export type NeedMove = (typeof needMoves)[number]['name'];

export function moveNamed(name: NeedMove): Row {
  const move = needMoves.find((each) => each.name === name);
  if (!move) throw new Error(`no move is called ${name}`);
  return move;
}

/** The moves that lead on from a state: the buttons of a page. */
export function movesFrom(state: State): NeedMove[] {
  return needMoves
    .filter(({ from }) => (from as readonly State[]).includes(state))
    .map(({ name }) => name);
}

/** The states in which its words can be changed. */
export const writableStates = ['DRAFT', 'OPEN', 'LINKED'] as const;
