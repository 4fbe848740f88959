import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout, node24 } from '../database/place.ts';
import { eachLine } from '../terminal/lines.ts';
import { say } from '../terminal/progress.ts';
import { Refusal } from '../terminal/refusal.ts';
import { endGroup } from '../terminal/run.ts';

const minute = 60_000;
const deathsAllowed = 5;
const patience = 10_000;

/** A process that is started again when it dies. */
export type Kept = {
  /** Rejects with a Refusal when the process keeps dying; never settles otherwise. */
  gaveUp: Promise<never>;
  /** In place of the running one a new one, which reads code and build afresh. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Is told of every process that begins. */
export type OnStart = (child: ChildProcess) => void;

/** Keeps `lib/cli/<name>.ts` running. */
export function keepRunning(name: string, env: NodeJS.ProcessEnv, onStart: OnStart): Kept {
  const begin = () => {
    const begun = launch(name, env);
    onStart(begun);
    return begun;
  };
  let child = begin();
  let stopping = false;
  let pause: NodeJS.Timeout | undefined;
  const deaths: number[] = [];
  let watch = () => {};
  const gaveUp = new Promise<never>((_, reject) => {
    watch = () => child.once('exit', onDeath);
    const onDeath = (code: number | null, signal: NodeJS.Signals | null) => {
      if (stopping) return;
      deaths.push(Date.now());
      const recent = deaths.filter((time) => time > Date.now() - minute).length;
      if (recent >= deathsAllowed) return reject(new Refusal(tooOften(name)));
      say(`The ${name} process ended (${signal ?? `code ${code}`}) and is started again.`);
      pause = setTimeout(
        () => {
          child = begin();
          watch();
        },
        200 * 2 ** recent,
      );
    };
    watch();
  });
  gaveUp.catch(() => {});
  const stop = () => {
    stopping = true;
    clearTimeout(pause);
    return end(child);
  };
  const restart = async () => {
    if (stopping) return;
    clearTimeout(pause);
    // Its end is wished for.
    child.removeAllListeners('exit');
    await end(child);
    if (stopping) return;
    child = begin();
    watch();
  };
  return { gaveUp, restart, stop };
}

function tooOften(name: string): string {
  return `The ${name} process died ${deathsAllowed} times within a minute; its messages above say why.`;
}

/** A group of its own: the terminal's Ctrl-C reaches the supervisor alone, which ends things in order. */
function launch(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  const script = join(checkout, 'lib/cli', `${name}.ts`);
  const child = spawn(node24, ['--conditions=react-server', script], {
    cwd: checkout,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // JSON lines are for log readers and stay as they are.
  const pass = (line: string) => say(line.startsWith('{') ? line : `${name} | ${line}`);
  eachLine(child.stdout, pass);
  eachLine(child.stderr, pass);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const last = setTimeout(() => endGroup(child.pid, 'SIGKILL'), patience);
    await gone;
    clearTimeout(last);
  }
  endGroup(child.pid, 'SIGKILL');
}
