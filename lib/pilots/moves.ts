export const pilotStates = ['PLANNED', 'APPROVED', 'RUNNING', 'PAUSED', 'ENDED'] as const;
export type PilotState = (typeof pilotStates)[number];
export const checks = [
  ...(['LEADERS', 'STAFF', 'DATA_PROTECTION', 'TECHNOLOGY', 'USERS'] as const),
  ...(['MEASUREMENT', 'STOP_RULE'] as const),
] as const;
export type Check = (typeof checks)[number];
export const indicatorKinds = [
  ...(['GENERAL', 'TRAVEL_KM', 'TRAVEL_HOURS', 'WITHIN_30_MINUTES', 'RURAL_SHARE'] as const),
] as const;

/** An administrator of the site's body, anyone there, whoever leads the project, or who runs the hub. */
export type PilotMover = 'siteAdmin' | 'site' | 'leader' | 'hub';
type Row = {
  name: 'approve' | 'start' | 'pause' | 'end';
  from: PilotState;
  to: PilotState;
  by: readonly PilotMover[];
  event: 'pilotApproved' | 'pilotStarted' | 'pilotPaused' | 'pilotEnded';
};

/**
 * The ways of a pilot. Its own body alone approves it, once its checklist is done and it has a baseline; the site or
 * the hub pauses it at once, and from there it goes on or ends by a decision alone (PILOT_RESUME, PILOT_END). The
 * trigger `pilots_stand` holds the same.
 */
export const pilotMoves: readonly Row[] = [
  {
    ...{ name: 'approve', from: 'PLANNED', to: 'APPROVED', by: ['siteAdmin'] },
    event: 'pilotApproved',
  },
  {
    ...{ name: 'start', from: 'APPROVED', to: 'RUNNING', by: ['site', 'leader'] },
    event: 'pilotStarted',
  },
  { name: 'pause', from: 'RUNNING', to: 'PAUSED', by: ['site', 'hub'], event: 'pilotPaused' },
  { name: 'end', from: 'RUNNING', to: 'ENDED', by: ['site', 'leader'], event: 'pilotEnded' },
];
export type PilotMove = Row['name'];

/** What one can do with a pilot as it stands. */
export function pilotMovesFrom(state: PilotState, sides: readonly PilotMover[]): PilotMove[] {
  return pilotMoves
    .filter(({ from, by }) => from === state && by.some((side) => sides.includes(side)))
    .map(({ name }) => name);
}
