import { readSettings } from '#lib/platform/env.ts';
import { preparePlace } from './database/place.ts';
import { withDatabase } from './database/reach.ts';
import { buildSite, generateClient } from './start/build.ts';
import { findRunning } from './start/running.ts';
import { stopSignal } from './start/stop.ts';
import { runCommand } from './terminal/command.ts';
import { say } from './terminal/progress.ts';
import { Refusal } from './terminal/refusal.ts';

/**
 * `npm run navet -- restart`: builds what has changed, migrates, and has the running portal replace
 * its processes one after the other. No request fails; the supervisor itself and its settings stay.
 */
await runCommand(async () => {
  const signal = stopSignal();
  const { port, data } = readSettings();
  const where = { data: preparePlace(data).home, port };
  const before = findRunning(where);
  if (!before) throw new Refusal(`No portal runs on port ${port} from ${where.data}.`);
  await generateClient(signal);
  await buildSite(signal);
  await withDatabase(async () => {});
  process.kill(before.pid, 'SIGUSR2');
  const after = await replaced(before.restarts);
  if (after.failed !== null) throw new Refusal(`${after.failed} The old processes go on.`);
  say('Every process has been replaced.');

  async function replaced(restarts: number) {
    while (true) {
      const now = findRunning(where);
      if (!now) throw new Refusal('The portal ended meanwhile; its own messages say why.');
      if (now.restarts > restarts) return now;
      signal.throwIfAborted();
      await new Promise((done) => setTimeout(done, 200));
    }
  }
});
