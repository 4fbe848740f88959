import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './support/browser.ts';

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: resolve(import.meta.dirname, 'support/demo.ts'),
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 150_000,
  reporter: 'list',
  use: {
    // Set by the global setup, before any worker reads this file.
    baseURL: process.env.NAVET_E2E_URL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserFlags },
  },
});
