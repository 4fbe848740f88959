import type { Permission } from '#lib/platform/policy.ts';
import type { projectStates } from './rules.ts';

export type ProjectState = (typeof projectStates)[number];
export const partyStates = [
  'INVITED',
  'ASKED',
  'CONFIRMED',
  'DECLINED',
  'WITHDRAWN',
  'LEFT',
] as const;
export type PartyState = (typeof partyStates)[number];
export const partyRoles = ['OWNER', 'FUNDER', 'PILOT_SITE', 'SUPPLIER', 'OBSERVER'] as const;
export type PartyRole = (typeof partyRoles)[number];
/** What a company can be in a project: it is asked for what it makes, and decides nothing of the bodies' own. */
export const companyRoles: readonly PartyRole[] = ['SUPPLIER', 'OBSERVER'];

/** The ways of a project: from, to, who, what is to be said. The trigger `projects_stand` holds the same. */
export const projectMoves = [
  {
    ...{ name: 'stop', from: ['FORMING'], to: 'STOPPED', by: 'leader' },
    ...{ permission: 'project:lead', words: 'lessons', event: 'projectStopped' },
  },
] as const satisfies readonly {
  name: string;
  from: readonly ProjectState[];
  to: ProjectState;
  by: 'leader';
  permission: Permission;
  words: 'lessons';
  event: string;
}[];

/** The ways of a project that others take than whoever leads it; a decision's are in lib/steering/moves.ts. */
export const projectWays = [
  { name: 'ready', from: ['FORMING'], to: 'READY', by: 'leader, when nothing lacks' },
  { name: 'give back', from: ['READY'], to: 'FORMING', by: 'chair' },
  { name: 'hold for safety', from: ['ACTIVE'], to: 'ON_HOLD', by: 'hub' },
] as const satisfies readonly {
  name: string;
  from: readonly ProjectState[];
  to: ProjectState;
  by: string;
}[];

/** Who moves a party: an administrator of the body itself, or whoever leads the project. */
export type PartyMover = 'own' | 'lead';
export type PartyMoveRow = {
  name: string;
  /** From null: it has had nothing to do with the project. */
  from: readonly (PartyState | null)[];
  to: PartyState;
  by: PartyMover;
  permission: Permission;
  /** Whether why is to be said. */
  words: boolean;
  event: string;
};
const own = { by: 'own', permission: 'party:answer' } as const;
const lead = { by: 'lead', permission: 'project:lead' } as const;
const outside = [null, 'DECLINED', 'LEFT', 'WITHDRAWN'] as const;

function row<const N extends string>(
  ...[name, from, to, who, words, event]: [
    N,
    PartyMoveRow['from'],
    PartyState,
    typeof own | typeof lead,
    boolean,
    string,
  ]
): PartyMoveRow & { name: N } {
  return { name, from, to, ...who, words, event };
}

/**
 * Every way a body comes into a project and out of it. Both sides say yes, each for itself, in either order: nobody,
 * the hub's staff included, joins a body to anything. The trigger `parties_stand` holds the same.
 */
export const partyMoves = [
  row('invite', outside, 'INVITED', lead, false, 'partyInvited'),
  row('ask', outside, 'ASKED', own, false, 'partyAsked'),
  row('confirm', ['INVITED'], 'CONFIRMED', own, false, 'partyConfirmed'),
  row('accept', ['ASKED'], 'CONFIRMED', lead, false, 'partyAccepted'),
  row('decline', ['INVITED'], 'DECLINED', own, false, 'partyDeclined'),
  row('turnDown', ['ASKED'], 'DECLINED', lead, true, 'partyTurnedDown'),
  row('callBack', ['INVITED'], 'WITHDRAWN', lead, false, 'partyCalledBack'),
  row('takeBack', ['ASKED'], 'WITHDRAWN', own, false, 'partyTakenBack'),
  row('leave', ['CONFIRMED'], 'LEFT', own, true, 'partyLeft'),
] as const;
export type PartyMove = (typeof partyMoves)[number]['name'];

export function partyMoveNamed(name: PartyMove): PartyMoveRow {
  const move = partyMoves.find((each) => each.name === name);
  if (!move) throw new Error(`no move is called ${name}`);
  return move;
}

/** The moves that lead on from a state for one side: the buttons of a page. Who leads a project stays in it. */
export function partyMovesFrom(state: PartyState | null, by: PartyMover, leads = false) {
  return (partyMoves as readonly (PartyMoveRow & { name: PartyMove })[])
    .filter((move) => move.by === by && move.from.includes(state))
    .filter(({ name }) => !(leads && name === 'leave'))
    .map(({ name }) => name);
}

/** The states in which its bodies pledge to a project. */
export const openToPledges: readonly ProjectState[] = ['FORMING', 'READY', 'ACTIVE', 'ON_HOLD'];
/** The states in which a project takes parties in. */
export const openToParties: readonly ProjectState[] = ['FORMING', 'ACTIVE', 'ON_HOLD'];
