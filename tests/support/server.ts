import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '#lib/cli/database/connection.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { preparePlace } from '#lib/cli/database/place.ts';
import { upgrade } from '#lib/cli/database/upgrade.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the server's own database `postgres`. */
    databaseServer: string;
    /** The migrated database every test file gets a copy of. */
    databaseTemplate: string;
  }
}

/**
 * Vitest's global setup: the server of TEST_DATABASE_URL, or an embedded one for this run, and a
 * migrated template in it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? alreadyRunning(given) : await embeddedForThisRun();
  const template = `navet_template_${randomBytes(4).toString('hex')}`;
  const tearDown = async () => {
    await onServer(server.url('postgres'), `drop database if exists ${template} with (force)`);
    await server.stop();
  };
  try {
    await onServer(server.url('postgres'), `create database ${template}`);
    await upgrade(server.url(template));
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('databaseServer', server.url('postgres'));
  project.provide('databaseTemplate', template);
  return tearDown;
}

/** The address of another database of the same server. */
export function within(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement outside any transaction, such as `create database`. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

type Server = { url: (database: string) => string; stop: () => Promise<void> };

function alreadyRunning(url: string): Server {
  return { url: (name) => within(url, name), stop: async () => {} };
}

async function embeddedForThisRun(): Promise<Server> {
  const home = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'navet-test-'));
  // Root's database runs under another account, which must find its way in.
  chmodSync(home, 0o711);
  const server = await startEmbedded(preparePlace(home));
  const stop = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
