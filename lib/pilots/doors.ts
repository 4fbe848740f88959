import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';

const codes = {
  a_site_is_a_partys: 'site',
  approved_when_nothing_lacks: 'lacks',
  a_pilot_starts_on_its_day: 'notYet',
  the_project_is_active: 'projectRests',
  a_pilots_way: 'moved',
  what_is_approved_stays: 'moved',
  measured_indicators_stay: 'measured',
} as const;

/** Part of a write of a pilot: what the database says no to comes as a sentence. @throws Refusal, NotFound */
export async function refusingPilot(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    for (const [constraint, code] of Object.entries(codes)) {
      if (refusedBy(error, constraint)) throw new Refusal(`pilots.refusals.${code}`);
    }
    if (refusedBy(error, 'pilot_pkey')) throw new NotFound('pilot');
    throw error;
  }
}
