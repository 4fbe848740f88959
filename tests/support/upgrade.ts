import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { migrate } from '#lib/cli/database/migrations.ts';
import { checkout } from '#lib/cli/database/place.ts';
import { removeFolder, temporaryFolder } from './portal.ts';
import { onServer, within } from './server.ts';

/** A database as it stood before a migration, for this file's tests. */
export type Older = {
  /** As its owner, who is no superuser: the wall stands before it while it migrates. */
  url: string;
  /** As whoever runs the server. */
  server: string;
  /** Brings it to where it stood before the migration; nothing is in it. */
  begin: () => Promise<void>;
};

/** Makes such a database before the tests of a file and drops it after them. */
export function databaseBefore(migration: string): Older {
  const server = inject('databaseServer');
  const name = `navet_before_${randomBytes(4).toString('hex')}`;
  const url = new URL(within(server, name));
  const all = join(checkout, 'prisma/migrations');
  let folder: string;
  beforeAll(async () => {
    await onServer(server, `create role ${name} login createrole password 'x'`);
    await onServer(server, `grant navet_app, navet_system to ${name} with admin option`);
    await onServer(server, `create database ${name} owner ${name}`);
    folder = temporaryFolder();
    const earlier = readdirSync(all).filter((each) => each < migration);
    for (const each of earlier) cpSync(join(all, each), join(folder, each), { recursive: true });
  });
  afterAll(async () => {
    removeFolder(folder);
    await onServer(server, `drop database if exists ${name} with (force)`);
    await onServer(server, `drop owned by ${name}`);
    await onServer(server, `drop role ${name}`);
  });
  url.username = name;
  url.password = 'x';
  return {
    ...{ url: url.href, server: within(server, name) },
    begin: async () => {
      await migrate(url.href, () => {}, folder);
    },
  };
}
