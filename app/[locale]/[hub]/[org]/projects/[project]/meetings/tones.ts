import type { Tone } from '#components/ui/tag.tsx';
import type { MeetingState } from '#lib/meetings/moves.ts';

export const meetingTones: Record<MeetingState, Tone> = {
  ...{ CALLED: 'info', HELD: 'warning', APPROVED: 'success', CANCELLED: 'danger' },
};
