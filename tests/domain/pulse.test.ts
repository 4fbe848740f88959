import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feelPulse, type Pulse } from '#lib/platform/watch/pulse.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

let fresh: FreshDatabase;
let pulse: Pulse;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await pulse.stop();
  await fresh.close();
});

/** Hears nobody for so long, as a process that loads the site does. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('The pulse of the database', () => {
  it('is not lost because this process is busy while it begins', async () => {
    pulse = feelPulse(fresh.url);
    const felt = pulse.check();
    busy(1500);
    expect(await felt).toBe(true);
    expect(pulse.beats()).toBe(true);
  });
});
