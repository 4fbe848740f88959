import { type RunningSettings, readSettings, type Settings } from '#lib/platform/env.ts';
import { connectOrRefuse } from './database/connection.ts';
import { type EmbeddedServer, startEmbedded } from './database/embedded.ts';
import { requireUnoccupied } from './database/occupied.ts';
import { type Place, preparePlace } from './database/place.ts';
import { upgrade } from './database/upgrade.ts';
import { buildSite, generateClient } from './start/build.ts';
import { environmentFor } from './start/environment.ts';
import { greet } from './start/greeting.ts';
import { untilHealthy } from './start/health.ts';
import { Metrics } from './start/metrics.ts';
import { requireFreePort } from './start/port.ts';
import { type Kept, keepRunning } from './start/processes.ts';
import { noteRunning, restartWhenAsked } from './start/running.ts';
import { keptSecret } from './start/secret.ts';
import { Stopped, stopSignal, whenAborted } from './start/stop.ts';
import { keepWebs } from './start/webs.ts';
import { runCommand } from './terminal/command.ts';
import { say, step } from './terminal/progress.ts';
import { Refusal } from './terminal/refusal.ts';
import { runNode } from './terminal/run.ts';

/** `npm start`: from a fresh clone to a running portal, and back down in order. */
await runCommand(async () => {
  const signal = stopSignal();
  try {
    await start(readSettings(), signal);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
});

async function start(settings: Settings, signal: AbortSignal): Promise<void> {
  await requireFreePort(settings.host, settings.port, 'PORT');
  if (settings.metricsPort !== null) {
    await requireFreePort(settings.metricsHost, settings.metricsPort, 'NAVET_METRICS_PORT');
  }
  const place = preparePlace(settings.data);
  await (settings.databaseUrl ? tryOut(settings.databaseUrl) : requireUnoccupied(place.home));
  await generateClient(signal);
  await buildSite(signal);
  signal.throwIfAborted();
  const server = settings.databaseUrl ? null : await openDatabase(place);
  try {
    await serve(complete(settings, place, server), server, signal);
  } finally {
    await server?.stop();
  }
}

/** Everything that needs the database; whatever it started has ended when it returns. */
async function serve(
  settings: RunningSettings,
  server: EmbeddedServer | null,
  signal: AbortSignal,
) {
  await upgrade(settings.directUrl ?? settings.databaseUrl, (name) => say(`Applying ${name}`));
  const env = environmentFor(settings);
  await loadData(settings.mode, env, signal);
  signal.throwIfAborted();
  const metrics = new Metrics();
  const add = metrics.add.bind(metrics);
  const kept = [keepWebs(settings.webProcesses, env, add), keepRunning('worker', env, add)];
  const { metricsPort, metricsHost } = settings;
  const told = metricsPort === null ? null : metrics.listen(metricsPort, metricsHost);
  const note = noteRunning(settings);
  try {
    const failure = firstFailure(kept, server);
    await Promise.race([failure, untilHealthy(settings.host, settings.port, signal)]);
    restartWhenAsked(kept, note);
    await greet(settings, server !== null);
    await Promise.race([failure, whenAborted(signal)]);
    say('Stopping …');
  } finally {
    note.remove();
    told?.close();
    told?.closeAllConnections();
    await Promise.all(kept.map((one) => one.stop()));
  }
}

async function firstFailure(kept: Kept[], server: EmbeddedServer | null): Promise<never> {
  const lost = server?.ended.then(() => {
    throw new Refusal('The database ended unexpectedly, and so does the portal.');
  });
  const failures = [...kept.map((one) => one.gaveUp), ...(lost ? [lost] : [])];
  return Promise.race(failures);
}

async function tryOut(databaseUrl: string): Promise<void> {
  const client = await connectOrRefuse(databaseUrl);
  await client.end();
}

function openDatabase(place: Place): Promise<EmbeddedServer> {
  return step('Starting the database', () => startEmbedded(place));
}

function loadData(mode: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const name = mode === 'demo' ? 'Loading the demo hubs' : 'Loading the official tables';
  const script = ['--conditions=react-server', 'lib/cli/seed.ts'];
  // The demo's people do real things while it is loaded, and have no passkey at hand.
  const without = { ...env, NAVET_SECOND_FACTOR: '' };
  return step(name, () => runNode(script, { name, env: without, signal, onLine: say }));
}

function complete(
  settings: Settings,
  place: Place,
  server: EmbeddedServer | null,
): RunningSettings {
  return {
    ...settings,
    databaseUrl: server?.url('navet') ?? settings.databaseUrl ?? '',
    data: place.home,
    secret: settings.secret ?? keptSecret(place.home),
  };
}
