/** Meanwhile somebody may have come, or another machine done it. */
export class NoLongerDue extends Error {}

/** Runs a chore that may turn out to be done already: then nothing of it is kept, and that is all right. */
export async function unlessDone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof NoLongerDue)) throw error;
  }
}
