import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';

/** What the database says no to, as a sentence. */
const codes = {
  a_meetings_way: 'moved',
  another_approves: 'anotherApproves',
  who_was_there_approves: 'whoWasThere',
  a_meeting_has_begun: 'notBegun',
  minutes_stay: 'moved',
} as const;

/** Part of a write of a meeting: what the database says no to comes as a sentence. @throws Refusal, NotFound */
export async function refusingMeeting(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    for (const [constraint, code] of Object.entries(codes)) {
      if (refusedBy(error, constraint)) throw new Refusal(`meetings.refusals.${code}`);
    }
    if (refusedBy(error, 'meeting_pkey')) throw new NotFound('meeting');
    throw error;
  }
}
