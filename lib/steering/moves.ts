import type { ProjectState } from '#lib/projects/moves.ts';

export const groupKinds = ['STEERING', 'WORKING'] as const;
export const seatRoles = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'] as const;
export type SeatRole = (typeof seatRoles)[number];
export const seatsFor = ['PARTY', 'USERS', 'STAFF'] as const;
export type SeatState = 'INVITED' | 'ACTIVE' | 'DECLINED' | 'ENDED' | 'EXPIRED';
/** Whoever is to sit there, an administrator of the body whose seat it is, or the chair of the steering group. */
export type SeatMover = 'self' | 'own' | 'chair';

/**
 * The ways of a seat once a body has named somebody for it. The trigger `seats_stand` holds the same; who is not
 * answered for in thirty days is let go by a job, and a chair hands over before leaving.
 */
export const seatMoves = [
  { name: 'accept', from: ['INVITED'], to: 'ACTIVE', by: ['self'], event: 'seatTaken' },
  { name: 'decline', from: ['INVITED'], to: 'DECLINED', by: ['self'], event: 'seatDeclined' },
  { name: 'callBack', from: ['INVITED'], to: 'ENDED', by: ['own'], event: 'seatEnded' },
  {
    ...{ name: 'end', from: ['ACTIVE'], to: 'ENDED', event: 'seatEnded' },
    by: ['self', 'own', 'chair'],
  },
] as const satisfies readonly {
  name: string;
  from: readonly SeatState[];
  to: SeatState;
  by: readonly SeatMover[];
  event: string;
}[];
export type SeatMove = (typeof seatMoves)[number]['name'];
/** The way of a seat that nobody has answered for in thirty days. */
export const seatLapses = [
  { name: 'lapse', from: ['INVITED'], to: 'EXPIRED', by: 'thirty days' },
] as const;

/** The moves that lead on from a seat, for the sides one has in it; a chair hands over first. */
export function seatMovesFrom(state: string, role: string, sides: readonly SeatMover[]) {
  return seatMoves
    .filter((move) => (move.from as readonly string[]).includes(state))
    .filter((move) => move.by.some((side) => (sides as readonly string[]).includes(side)))
    .filter(({ name }) => !(name === 'end' && role === 'CHAIR'))
    .map(({ name }) => name);
}

export const positions = ['FOR', 'AGAINST', 'ABSTAIN', 'RESERVATION'] as const;
export const decisionStates = [
  'DRAFT',
  'OPEN',
  'ADOPTED',
  'REJECTED',
  'DEFERRED',
  'SUPERSEDED',
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** The ways of a decision; the doors `open_decision` and `close_decision` are the only ones to take them. */
export const decisionMoves = [
  { name: 'open', from: ['DRAFT'], to: 'OPEN', by: 'leader, chair or secretary' },
  { name: 'adopt', from: ['OPEN'], to: 'ADOPTED', by: 'chair, counted' },
  { name: 'reject', from: ['OPEN'], to: 'REJECTED', by: 'chair, counted' },
  { name: 'put off', from: ['OPEN'], to: 'DEFERRED', by: 'chair' },
  { name: 'supersede', from: ['ADOPTED'], to: 'SUPERSEDED', by: 'a newer decision' },
] as const satisfies readonly {
  name: string;
  from: readonly DecisionState[];
  to: DecisionState;
  by: string;
}[];

const living = ['FORMING', 'READY', 'ACTIVE', 'ON_HOLD'] as const;
/** What can be decided. */
export const kindNames = [
  ...(['GENERAL', 'CHARTER', 'START', 'PHASE_START', 'PHASE_DONE', 'PHASE_EXTEND'] as const),
  ...(['PHASE_REOPEN', 'HOLD', 'RESUME', 'COMPLETE', 'STOP'] as const),
  ...(['PILOT_RESUME', 'PILOT_END'] as const),
] as const;
export type DecisionKind = (typeof kindNames)[number];
type KindRow = {
  kind: DecisionKind;
  /** Where the project is when it is decided, and where it goes. */
  project: readonly ProjectState[];
  to?: ProjectState;
  /** Where the phase is that it is about, and where that goes. */
  phase?: 'PLANNED' | 'GATE' | 'DONE';
  phaseTo?: 'ACTIVE' | 'DONE';
  /** Where a paused pilot goes that it is about. */
  pilotTo?: 'RUNNING' | 'ENDED';
  /** What it says besides its words. */
  says: readonly ('newDay' | 'owner' | 'charter' | 'lessons')[];
};

/**
 * What can be decided, where it finds the project or a phase, and where it leaves them (`decision_holds` and
 * `decision_acts` hold and do the same). START is the first gate, COMPLETE the last.
 */
export const decisionKinds: readonly KindRow[] = [
  { kind: 'GENERAL', project: living, says: [] },
  { kind: 'CHARTER', project: living, says: ['charter'] },
  { kind: 'START', project: ['READY'], to: 'ACTIVE', says: [] },
  {
    ...{ kind: 'PHASE_START', project: ['ACTIVE'], says: [] },
    ...{ phase: 'PLANNED', phaseTo: 'ACTIVE' },
  },
  {
    ...{ kind: 'PHASE_DONE', project: ['ACTIVE'], says: [] },
    ...{ phase: 'GATE', phaseTo: 'DONE' },
  },
  {
    ...{ kind: 'PHASE_EXTEND', project: ['ACTIVE'], says: ['newDay'] },
    ...{ phase: 'GATE', phaseTo: 'ACTIVE' },
  },
  {
    ...{ kind: 'PHASE_REOPEN', project: ['ACTIVE'], says: ['newDay'] },
    ...{ phase: 'DONE', phaseTo: 'ACTIVE' },
  },
  { kind: 'PILOT_RESUME', project: ['ACTIVE'], pilotTo: 'RUNNING', says: [] },
  { kind: 'PILOT_END', project: ['ACTIVE'], pilotTo: 'ENDED', says: [] },
  { kind: 'HOLD', project: ['ACTIVE'], to: 'ON_HOLD', says: ['newDay'] },
  { kind: 'RESUME', project: ['ON_HOLD'], to: 'ACTIVE', says: [] },
  { kind: 'COMPLETE', project: ['ACTIVE'], to: 'COMPLETED', says: ['owner'] },
  { kind: 'STOP', project: ['READY', 'ACTIVE', 'ON_HOLD'], to: 'STOPPED', says: ['lessons'] },
];

export function kindNamed(name: DecisionKind): KindRow {
  const row = decisionKinds.find(({ kind }) => kind === name);
  if (!row) throw new Error(`nothing is decided that is called ${name}`);
  return row;
}

/** What can be decided of a project as it stands, of which of its phases, and of its paused pilots. */
export function kindsFor(
  project: ProjectState,
  phases: readonly { state: string }[],
  paused: number,
) {
  return decisionKinds
    .filter((row) => row.project.includes(project))
    .filter(({ phase }) => !phase || phases.some(({ state }) => state === phase))
    .filter(({ pilotTo }) => !pilotTo || paused > 0)
    .map(({ kind }) => kind);
}
