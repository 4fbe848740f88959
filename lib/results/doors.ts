import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';

const codes = {
  a_result_is_complete: 'incomplete',
  a_results_way: 'moved',
  what_replaces_is_there: 'by',
  an_adoptions_way: 'moved',
} as const;

/** Part of a write of a result: what the database says no to comes as a sentence. @throws Refusal, NotFound */
export async function refusingResult<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    for (const [constraint, code] of Object.entries(codes)) {
      if (refusedBy(error, constraint)) throw new Refusal(`results.refusals.${code}`);
    }
    if (refusedBy(error, 'result_pkey')) throw new NotFound('result');
    throw error;
  }
}
