// The door for `npm start` and `npm test`: plain JavaScript that any Node from 20.19 on can read,
// with nothing installed. It installs what the lock file says and hands over to the Node 24 that
// comes with it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname ?? '.', '../..');
const modules = join(checkout, 'node_modules');
const windows = process.platform === 'win32';
const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
const stamp = join(modules, '.navet-lock');

function refuse(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(`Navet needs Node 20.19 or newer, and this is Node ${process.versions.node}.`);
}

function requireCommand() {
  const commands = readdirSync(join(checkout, 'lib/cli'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length));
  const command = process.argv[2];
  if (command && commands.includes(command)) return command;
  const named = command ? `There is no command "${command}". ` : '';
  return refuse(`${named}Commands: ${commands.sort().join(', ')}.`, 2);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** True when npm's own record of what it installed agrees with the lock file. */
function installedByHand(lock) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = JSON.parse(lock).packages;
  const same = ([path, entry]) => wanted[path]?.version === entry.version;
  const present = ([path, entry]) => path === '' || entry.optional || path in installed;
  return Object.entries(installed).every(same) && Object.entries(wanted).every(present);
}

/** The Node that npm runs on must not be the one inside node_modules: `npm ci` deletes that. */
function outerPath() {
  const path = (process.env.PATH ?? '').split(delimiter);
  return path.filter((folder) => !resolve(folder).startsWith(modules));
}

function npm() {
  const names = outerPath().map((folder) => join(folder, windows ? 'node.exe' : 'node'));
  const node = names.find((name) => existsSync(name)) ?? process.execPath;
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return [node, [cli]];
  return [windows ? 'npm.cmd' : 'npm', []];
}

/** @param command what is to be run; a portal that runs must not lose its packages meanwhile */
async function install(command) {
  const lock = readFileSync(join(checkout, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!existsSync(node24) || !installedByHand(lock.toString())) {
    if (command === 'restart') {
      refuse('This version brings other packages: stop the portal, and start it again.');
    }
    await cleanInstall();
  }
  if (!existsSync(node24)) {
    refuse(
      'The install left no Node 24 behind; are install scripts switched off (ignore-scripts)?',
    );
  }
  writeFileSync(stamp, hash);
}

async function cleanInstall() {
  process.stdout.write('Installing what package-lock.json says …\n');
  const begun = Date.now();
  const [command, leading] = npm();
  const args = [...leading, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, PATH: outerPath().join(delimiter) };
  const code = await run(command, args, { env, shell: command.endsWith('.cmd') });
  if (code !== 0) refuse('The install failed; what npm says above tells why.', code);
  process.stdout.write(`Installed: ${Math.round((Date.now() - begun) / 1000)} s\n`);
}

/** Runs a child on this terminal, passes signals on and gives its exit code. */
function run(command, args, options) {
  const child = spawn(command, args, { cwd: checkout, stdio: 'inherit', ...options });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  whenAbandoned(() => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.on('error', (error) => refuse(`${command} cannot be started: ${error.message}.`));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** A killed parent sends no signal: npm is missed, a test that holds a channel hangs up. */
function whenAbandoned(stop) {
  process.once('disconnect', stop);
  process.channel?.unref();
  const parent = process.ppid;
  const look = () => process.ppid !== parent && stop();
  if (process.env.npm_lifecycle_event) setInterval(look, 500).unref();
}

requireNode();
const command = requireCommand();
await install(command);
const script = join(checkout, 'lib/cli', `${command}.ts`);
const args = ['--conditions=react-server', script, ...process.argv.slice(3)];
// The channel says nothing; its end tells the command that this process was killed.
process.exitCode = await run(node24, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
