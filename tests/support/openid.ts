import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

export type Persona = {
  email?: string;
  email_verified?: boolean;
  acr?: string;
  [claim: string]: unknown;
};
export type OpenId = {
  issuer: string;
  clientId: string;
  secret: string;
  close: () => Promise<void>;
};

const organisationClaims = ['https://id.oidc.se/claim/orgAffiliation', 'org'];

/**
 * A real OpenID provider on this machine. Whoever signs in chooses a persona on its page, and thereby
 * what the provider says of them. With `signing` it knows the portal by its key alone and takes nothing
 * through the browser, as HelseID does.
 */
export async function startOpenId(
  port: number,
  callbacks: string[],
  personas: Record<string, Persona>,
  signing?: 'RS256' | 'ES256',
): Promise<OpenId> {
  const issuer = `http://localhost:${port}`;
  const key = signing && ownKey(signing);
  const secret = key ? JSON.stringify(key) : 'a secret that only the two of them know';
  const client = { clientId: 'navet', secret };
  const configured = configuration(client, callbacks, personas);
  const provider = new Provider(issuer, signing ? strict(configured, signing) : configured);
  const answer = provider.callback();
  const server = createServer((req, res) => {
    const asked = /^\/interaction\/[\w-]+(?:\/(\w+))?$/.exec(req.url ?? '');
    if (asked) interact(provider, personas, asked[1], req, res).catch(() => res.end());
    else answer(req, res);
  });
  await new Promise<void>((up) => server.listen(port, up));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { issuer, ...client, close };
}

function configuration(
  { clientId, secret }: { clientId: string; secret: string },
  callbacks: string[],
  personas: Record<string, Persona>,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: callbacks }],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as never],
    },
    cookies: { keys: ['a key of the provider for its own cookies'] },
    acrValues: ['loa2', 'loa3'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      org: organisationClaims,
    },
    scopes: ['openid', 'email', 'org'],
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ ...personas[sub], sub }),
    }),
    // Consent is a page that employees never meet.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email org');
      await grant.save();
      return grant;
    },
  };
}

/** The portal's own key: its secret half, and what the provider is told. */
function ownKey(alg: 'RS256' | 'ES256') {
  const { privateKey } =
    alg === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg };
}

function strict(usual: Configuration, signing: 'RS256' | 'ES256'): Configuration {
  const [client] = usual.clients ?? [];
  if (!client) throw new Error('No client.');
  const { client_secret: key, ...rest } = client;
  const { kty, n, e, crv, x, y, alg } = JSON.parse(String(key));
  const known = {
    ...rest,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    token_endpoint_auth_signing_alg: signing,
    jwks: { keys: [{ kty, n, e, crv, x, y, alg }] },
  };
  const pushed = { enabled: true, requirePushedAuthorizationRequests: true };
  return {
    ...usual,
    clients: [known],
    features: { ...usual.features, pushedAuthorizationRequests: pushed },
  };
}

async function interact(
  provider: Provider,
  personas: Record<string, Persona>,
  chosen: string | undefined,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(req, res);
  if (chosen) {
    const login = {
      accountId: chosen,
      ...(personas[chosen]?.acr && { acr: personas[chosen].acr }),
    };
    return provider.interactionFinished(req, res, { login });
  }
  const links = Object.keys(personas).map(
    (name) => `<p><a href="/interaction/${uid}/${name}">${name}</a>`,
  );
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.end(
    `<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>${links.join('')}`,
  );
}
