import { removeFolder, startPortal, temporaryFolder } from './portal.ts';

/** Playwright's global setup: the built portal with its demo hubs, on data of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = temporaryFolder();
  const portal = await startPortal({ NAVET_MODE: 'demo', NAVET_DATA: home });
  process.env.NAVET_E2E_URL = portal.url;
  return async () => {
    await portal.stop();
    removeFolder(home);
  };
}
