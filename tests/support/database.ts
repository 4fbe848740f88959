import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onServer, within } from './server.ts';

export type FreshDatabase = {
  url: string;
  /** Drops the database; end your own connections first. */
  close: () => Promise<void>;
};

/**
 * A migrated, empty database for one test file, and DATABASE_URL pointing at it. It is owned by
 * the server's superuser; the wall stands as soon as a scope takes its role.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('databaseServer');
  const name = `navet_test_${randomBytes(6).toString('hex')}`;
  await copyTemplate(server, name);
  const url = within(server, name);
  process.env.DATABASE_URL = url;
  return { url, close: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

/** Two files that copy the template at one instant stand in each other's way; then try again. */
async function copyTemplate(server: string, name: string, attempts = 100): Promise<void> {
  try {
    await onServer(server, `create database ${name} template ${inject('databaseTemplate')}`);
  } catch (error) {
    const busy = (error as { code?: string }).code === '55006';
    if (!busy || attempts === 0) throw error;
    await new Promise((done) => setTimeout(done, 50));
    await copyTemplate(server, name, attempts - 1);
  }
}
