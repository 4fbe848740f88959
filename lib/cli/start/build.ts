import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../database/place.ts';
import { step } from '../terminal/progress.ts';
import { runNode } from '../terminal/run.ts';
import { finish, folderOf, isBuilt, use, workshop } from './builds.ts';
import { fingerprint, isNoted } from './fingerprint.ts';

const tools = ['package-lock.json', 'package.json'];
const clientSources = ['prisma/schema', 'prisma/config.ts', ...tools];
const clientNote = 'prisma/generated/navet-schema';
const siteSources = [
  ...['app', 'components', 'lib', 'prisma/schema', 'prisma/reference', 'public'],
  ...['next.config.js', 'tsconfig.json', ...tools],
];

// Forms are named after this: with the same on every machine and in every version, a form that one
// process sent out is taken by the others. What is secret in forms is sealed with another, at run time.
const namesOfForms = createHash('sha256').update('navet').digest('base64');

/** Generates Prisma's client when the schema has changed since the last time. */
export async function generateClient(signal: AbortSignal): Promise<void> {
  const program = ['node_modules/prisma/build/index.js', 'generate', '--config=prisma/config.ts'];
  await whenChanged('Generating the database client', clientSources, clientNote, () =>
    runNode(program, {
      name: 'Generating the database client',
      signal,
      // Prisma would fetch a native engine that generating does not need; the name of any existing
      // file stops it, so that closed networks work, too.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: join(checkout, 'package.json') },
    }),
  );
}

/**
 * Builds the site when its sources have changed since the last time: beside the build that running
 * processes use, which stays as it is. Every machine that builds the same gives it the same names.
 */
export async function buildSite(signal: AbortSignal): Promise<void> {
  const sources = fingerprint(siteSources);
  const folder = folderOf(sources);
  if (!isBuilt(folder)) await build(folder, sources, signal);
  use(folder);
}

async function build(folder: string, sources: string, signal: AbortSignal): Promise<void> {
  // Turbopack remembers a package it once did not find, also after that has been installed.
  rmSync(join(checkout, workshop), { recursive: true, force: true });
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NAVET_BUILD: workshop,
    NAVET_BUILD_ID: sources.slice(0, 16),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: namesOfForms,
  };
  const name = 'Building the site';
  const program = ['node_modules/next/dist/bin/next', 'build'];
  await step(name, () => runNode(program, { name, signal, env }));
  finish(folder);
}

async function whenChanged(
  name: string,
  sources: string[],
  note: string,
  work: () => Promise<void>,
): Promise<void> {
  const now = fingerprint(sources);
  if (isNoted(note, now)) return;
  // An interrupted build must not pass for a finished one.
  rmSync(join(checkout, note), { force: true });
  await step(name, work);
  writeFileSync(join(checkout, note), now);
}
