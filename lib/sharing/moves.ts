import type { Permission } from '#lib/platform/policy.ts';

export const pledgeStates = [
  'PROPOSED',
  'CONFIRMED',
  'FULFILLED',
  'WITHDRAWN',
  'RELEASED',
] as const;
export type PledgeState = (typeof pledgeStates)[number];

type Row = {
  name: string;
  from: readonly PledgeState[];
  to: PledgeState;
  /** An administrator of the body itself, or whoever leads the project. */
  by: 'own' | 'lead';
  permission: Permission;
  /** What is to be said with it, in this state. */
  demands: (state: PledgeState) => 'caseNumber' | 'words' | null;
  event: string;
};

/**
 * The ways of a pledge once any member of a body has proposed it. Only its own administrator binds a body, and only it
 * lets itself go. The trigger `pledges_stand` holds the same; a project that stops releases what is left.
 */
export const pledgeMoves = [
  {
    ...{ name: 'confirm', from: ['PROPOSED'], to: 'CONFIRMED', by: 'own' },
    ...{ permission: 'party:answer', event: 'pledgeConfirmed' },
    demands: () => 'caseNumber',
  },
  {
    ...{ name: 'withdraw', from: ['PROPOSED', 'CONFIRMED'], to: 'WITHDRAWN', by: 'own' },
    ...{ permission: 'party:answer', event: 'pledgeWithdrawn' },
    demands: (state) => (state === 'CONFIRMED' ? 'words' : null),
  },
  {
    ...{ name: 'receive', from: ['CONFIRMED'], to: 'FULFILLED', by: 'lead' },
    ...{ permission: 'project:lead', event: 'pledgeReceived' },
    demands: () => null,
  },
] as const satisfies readonly Row[];
export type PledgeMove = (typeof pledgeMoves)[number]['name'];

/** The way that follows from a project that stops. */
export const releases = [
  { name: 'release', from: ['PROPOSED', 'CONFIRMED'], to: 'RELEASED', by: 'project stops' },
] as const;

export function pledgeMoveNamed(name: PledgeMove): Row {
  const move = pledgeMoves.find((each) => each.name === name);
  if (!move) throw new Error(`no move is called ${name}`);
  return move;
}

/** The moves that lead on from a state for one side: the buttons of a page. */
export function pledgeMovesFrom(state: PledgeState, sides: { own: boolean; lead: boolean }) {
  return pledgeMoves
    .filter(({ by, from }) => sides[by] && (from as readonly string[]).includes(state))
    .map(({ name }) => name);
}
