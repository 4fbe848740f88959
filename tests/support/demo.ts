import { databaseAccount } from '#lib/cli/database/account.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { removeFolder, startPortal, temporaryFolder } from './portal.ts';

/** Playwright's global setup: the built portal with its demo hubs, on data of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = temporaryFolder();
  const server = await startEmbedded({ home, account: databaseAccount() });
  const secret = 'a secret for these tests and for nothing else';
  const portal = await startPortal({
    NAVET_MODE: 'demo',
    NAVET_DATA: home,
    DATABASE_URL: server.url('navet'),
    NAVET_SECRET: secret,
    // The tests play many clients at once, each with an address of its own.
    NAVET_PROXIES: '1',
  });
  process.env.NAVET_E2E_URL = portal.url;
  process.env.NAVET_E2E_DATABASE = server.url('navet');
  process.env.NAVET_E2E_SECRET = secret;
  return async () => {
    await portal.stop();
    await server.stop();
    removeFolder(home);
  };
}
