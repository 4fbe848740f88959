import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';

/** What the doors say no to, as a sentence. */
const codes = [
  ...['only_drafts_are_opened', 'answers_lie_ahead', 'somebody_votes', 'the_project_is_there'],
  ...['the_phase_is_there', 'one_active_a_track', 'no_overlap_in_a_track'],
  ...['ready_when_nothing_lacks', 'the_first_phase_is_paid', 'every_phase_is_done'],
  ...['the_pilot_is_paused', 'every_pilot_has_ended'],
  ...['only_open_ones_are_closed', 'answers_are_awaited', 'a_quorum_answers'],
  ...['votes_from_a_seat', 'votes_while_open', 'votes_in_time', 'a_decision_is_of_its_project'],
] as const;

/** Part of a write of a decision: what the database says no to comes as a sentence. @throws Refusal, NotFound */
export async function refusingDecision(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = codes.find((each) => refusedBy(error, each));
    if (code) throw new Refusal(`steering.refusals.door.${code}`);
    if (refusedBy(error, 'decision_pkey')) throw new NotFound('decision');
    throw error;
  }
}
