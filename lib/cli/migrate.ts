import { readSettings } from '#lib/platform/env.ts';
import { startEmbedded } from './database/embedded.ts';
import { preparePlace } from './database/place.ts';
import { upgrade } from './database/upgrade.ts';
import { runCommand } from './terminal/command.ts';

/** `npm run navet migrate`: brings the database to the newest migration and ends. */
await runCommand(async () => {
  const { databaseUrl, directUrl, data } = readSettings();
  if (databaseUrl) return report(directUrl ?? databaseUrl);
  const server = await startEmbedded(preparePlace(data));
  try {
    await report(server.url('navet'));
  } finally {
    await server.stop();
  }
});

async function report(url: string): Promise<void> {
  const applied = await upgrade(url, (name) => process.stdout.write(`Applying ${name}\n`));
  if (applied.length === 0) process.stdout.write('The database is up to date.\n');
}
