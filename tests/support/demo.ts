import { databaseAccount } from '#lib/cli/database/account.ts';
import { startEmbedded } from '#lib/cli/database/embedded.ts';
import { freePort } from '#lib/cli/database/listening.ts';
import { startOpenId } from './openid.ts';
import { personas } from './personas.ts';
import { removeFolder, startPortal, temporaryFolder } from './portal.ts';

const secret = 'a secret for these tests and for nothing else';

/** Playwright's global setup: the built portal with its demo hubs, on data of its own, and two providers. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = temporaryFolder();
  const server = await startEmbedded({ home, account: databaseAccount() });
  const port = await freePort();
  const { settings, close } = await twoProviders(port);
  const portal = await startPortal({
    NAVET_MODE: 'demo',
    NAVET_DATA: home,
    PORT: String(port),
    DATABASE_URL: server.url('navet'),
    NAVET_SECRET: secret,
    // The tests play many clients at once, each with an address of its own.
    NAVET_PROXIES: '1',
    ...settings,
  });
  process.env.NAVET_E2E_URL = portal.url;
  process.env.NAVET_E2E_DATABASE = server.url('navet');
  process.env.NAVET_E2E_SECRET = secret;
  return async () => {
    await portal.stop();
    await server.stop();
    await close();
    removeFolder(home);
  };
}

async function twoProviders(port: number) {
  const start = async (key: string) => {
    const back = `http://localhost:${port}/api/auth/callback/${key}`;
    return startOpenId(await freePort(), [back], personas);
  };
  const [municipal, national] = [await start('kommun'), await start('nasjonal')];
  const of = ({ issuer, clientId, secret: clientSecret }: typeof municipal) => ({
    issuer,
    clientId,
    clientSecret,
    scope: 'openid email org',
  });
  const NAVET_OIDC = JSON.stringify([
    { key: 'kommun', name: 'Kommunens konto', ...of(municipal), trustedForAddresses: true },
    {
      key: 'nasjonal',
      name: { sv: 'Norsk inloggning', nb: 'Norsk innlogging', en: 'Norwegian sign-in' },
      ...of(national),
      strongAcr: ['high'],
    },
  ]);
  const close = () => Promise.all([municipal.close(), national.close()]);
  return { settings: { NAVET_OIDC }, close };
}
