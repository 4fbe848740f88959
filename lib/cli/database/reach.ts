import { connect, disconnect } from '#lib/platform/db.ts';
import { readSettings } from '#lib/platform/env.ts';
import { connectOrRefuse } from './connection.ts';
import { startEmbedded } from './embedded.ts';
import { listening } from './listening.ts';
import { preparePlace } from './place.ts';
import { upgrade } from './upgrade.ts';

/**
 * Runs a command's work against the portal's database: the one of DATABASE_URL, or the embedded one,
 * which is joined when the portal is running and started for the moment when it is not.
 * @throws Refusal when it is out of reach
 */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  const { databaseUrl, directUrl, data } = readSettings();
  if (databaseUrl) return using(directUrl ?? databaseUrl, work);
  const place = preparePlace(data);
  const running = (await listening(place)).url('navet');
  if (await answers(running)) return using(running, work);
  const server = await startEmbedded(place);
  try {
    await using(server.url('navet'), work);
  } finally {
    await server.stop();
  }
}

async function using(url: string, work: () => Promise<void>): Promise<void> {
  await upgrade(url, (name) => process.stdout.write(`Applying ${name}\n`));
  await connect(url, 4);
  try {
    await work();
  } finally {
    await disconnect();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await connectOrRefuse(url)).end();
    return true;
  } catch {
    return false;
  }
}
