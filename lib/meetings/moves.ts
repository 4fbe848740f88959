export const meetingStates = ['CALLED', 'HELD', 'APPROVED', 'CANCELLED'] as const;
export type MeetingState = (typeof meetingStates)[number];
export const answers = ['COMING', 'NOT_COMING'] as const;
export type Answer = (typeof answers)[number];

/**
 * The ways of a meeting. Who calls it is whoever leads the project, and who chairs or writes for the group; its minutes
 * are approved by another who was there. The trigger `meetings_stand` holds the same.
 */
export const meetingMoves = [
  { name: 'minute', from: ['CALLED', 'HELD'], to: 'HELD', by: 'calls', event: 'meetingMinuted' },
  { name: 'approve', from: ['HELD'], to: 'APPROVED', by: 'was there', event: 'minutesApproved' },
  { name: 'cancel', from: ['CALLED'], to: 'CANCELLED', by: 'calls', event: 'meetingCancelled' },
] as const satisfies readonly {
  name: string;
  from: readonly MeetingState[];
  to: MeetingState;
  by: string;
  event: string;
}[];
export type MeetingMove = (typeof meetingMoves)[number]['name'];

/** What one can do with a meeting now. Before it has begun nothing is minuted. */
export function meetingMovesFrom(
  { state, begun, mine }: { state: MeetingState; begun: boolean; mine: boolean },
  sides: { calls: boolean; wasThere: boolean },
): MeetingMove[] {
  return meetingMoves
    .filter((move) => (move.from as readonly string[]).includes(state))
    .filter((move) => (move.by === 'calls' ? sides.calls : sides.wasThere && !mine))
    .filter((move) => move.name !== 'minute' || begun)
    .map(({ name }) => name);
}
