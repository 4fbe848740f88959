import { Refusal } from '../errors.ts';
import { countTry, type Limit, waitFor } from '../limits.ts';

// A municipality leaves by one address, so a client may be many people.
export const linkPerAddress: Limit = { name: 'link to', most: 5, minutes: 15 };
export const linkPerClient: Limit = { name: 'link from', most: 40, minutes: 15 };
export const confirmPerClient: Limit = { name: 'confirm from', most: 60, minutes: 15 };

// Anyone may write these; a hub's staff read each of them, and the first are mailed to a typed address.
export const applyPerClient: Limit = { name: 'apply from', most: 20, minutes: 60 };
export const arrivePerClient: Limit = { name: 'arrive from', most: 20, minutes: 15 };
export const reportPerClient: Limit = { name: 'report from', most: 20, minutes: 60 };
/** A whole group may answer from one house's net. */
export const answersPerClient: Limit = { name: 'survey', most: 200, minutes: 10 };

/**
 * Counts one try to sign in, or to be mailed.
 * @throws Refusal when there were too many; its values are the whole minutes left to wait
 */
export async function allowTry(limit: Limit, who: string): Promise<void> {
  refuseAfter(await countTry(limit, who));
}

/**
 * Runs what must be guessed, and counts what was guessed wrong: many who are right from one address, a
 * reception or the network of a house, do not lock each other out.
 * @throws Refusal when there were too many wrong ones; otherwise what `guess` throws
 */
export async function allowGuess<T>(
  limit: Limit,
  who: string,
  guess: () => Promise<T>,
): Promise<T> {
  refuseAfter(await waitFor(limit, who));
  try {
    return await guess();
  } catch (error) {
    if (error instanceof Refusal) await countTry(limit, who);
    throw error;
  }
}

function refuseAfter(wait: number): void {
  if (wait === 0) return;
  throw new Refusal('identity.refusals.tooOften', {}, null, { minutes: Math.ceil(wait / 60) });
}
