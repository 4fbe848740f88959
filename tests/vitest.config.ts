import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const checkout = resolve(import.meta.dirname, '..');

// Modules that import `server-only` load under this condition alone, inside and outside Vite.
const conditions = ['react-server', 'node'];
const asServer = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
};

// What the supervisor would hand to a process; DATABASE_URL comes from freshDatabase().
const settings = {
  NAVET_MODE: 'demo',
  NAVET_URL: 'http://localhost:3000',
  NAVET_DATA: resolve(checkout, 'test-results/data'),
  NAVET_SECRET: 'a secret for tests and for nothing else',
};

const project = (name: string, options: { setup?: string[]; TZ?: string; timeout?: number }) => ({
  ...asServer,
  test: {
    name,
    root: checkout,
    include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`],
    pool: 'forks' as const,
    maxWorkers: 2,
    env: { ...settings, ...(options.TZ ? { TZ: options.TZ } : {}) },
    globalSetup: options.setup ?? [],
    testTimeout: options.timeout ?? 10_000,
    hookTimeout: options.timeout ?? 30_000,
  },
});

const database = [resolve(import.meta.dirname, 'support/server.ts')];

export default defineConfig({
  root: checkout,
  test: {
    root: checkout,
    passWithNoTests: true,
    projects: [
      // A zone that nobody here lives in, with odd minutes: code that forgets a zone fails.
      project('unit', { TZ: 'Asia/Kathmandu' }),
      project('architecture', { setup: database }),
      project('domain', { setup: database }),
      project('start', { timeout: 180_000 }),
    ],
  },
});
