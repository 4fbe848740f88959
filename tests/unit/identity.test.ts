import type { IncomingMessage } from 'node:http';
import { describe, expect, it, test } from 'vitest';
import { readSettings, SettingsError } from '#lib/platform/env.ts';
import { affiliationsIn } from '#lib/platform/session/affiliations.ts';
import { isInside, mayAsk } from '#lib/platform/session/outward.ts';
import { hubOf, ownPath } from '#lib/platform/session/paths.ts';
import { seal, unseal } from '#lib/platform/session/seal.ts';
import { clientOf } from '#lib/platform/web/client.ts';

process.env.DATABASE_URL ??= 'postgres://nowhere/navet';

describe('An affiliation', () => {
  const claim = 'https://id.oidc.se/claim/orgAffiliation';
  const read = (claims: object, numberClaims: string[] = []) =>
    affiliationsIn(claims as Record<string, unknown>, { affiliationClaims: [claim], numberClaims });

  it('is an id and an organisation number, and the id is never looked into', () => {
    expect(read({ [claim]: 'a@b@212000-0001' })).toEqual([
      { key: 'a@b@212000-0001', number: '2120000001' },
    ]);
    expect(read({ [claim]: ['5590000005@2120000001', 'x@991825827'] })).toEqual([
      { key: '5590000005@2120000001', number: '2120000001' },
      { key: 'x@991825827', number: '991825827' },
    ]);
  });

  it.each([[{}], ['x'], [[1, null]], ['@2120000001'], ['x@212000'], ['x@2120000001x'], ['x@']])(
    '%j is none',
    (value) => {
      expect(read({ [claim]: value })).toEqual([]);
    },
  );

  it('may be a number along a path, with its ISO 6523 prefix (Ansattporten, HelseID)', () => {
    const claims = {
      'helseid://claims/client/claims/orgnr_parent': '991825827',
      authorization_details: [
        { type: 'x', authorized_parties: [{ orgno: { ID: '0192:314178741' } }] },
        { type: 'y' },
      ],
    };
    const paths = [
      'helseid://claims/client/claims/orgnr_parent',
      'authorization_details.authorized_parties.orgno.ID',
    ];
    expect(read(claims, paths).map(({ number }) => number)).toEqual(['991825827', '314178741']);
    expect(read(claims, ['constructor.name', '__proto__', 'authorization_details.type'])).toEqual(
      [],
    );
  });
});

describe('Providers in the environment', () => {
  const good = {
    key: 'kommun',
    name: 'Kommunens konto',
    issuer: 'https://login.kommun.example',
    clientId: 'navet',
    clientSecret: 'geheim',
  };
  const problems = (value: unknown) => {
    try {
      readSettings({ NAVET_OIDC: typeof value === 'string' ? value : JSON.stringify(value) });
      return [];
    } catch (error) {
      if (error instanceof SettingsError) return error.problems;
      throw error;
    }
  };

  it('are several, each trusted with as little as was said', () => {
    const { providers } = readSettings({
      NAVET_OIDC: JSON.stringify([good, { ...good, key: 'andra' }]),
    });
    expect(providers.map(({ key }) => key)).toEqual(['kommun', 'andra']);
    expect(providers[0]).toMatchObject({
      scope: 'openid',
      trustedForAddresses: false,
      strongAcr: [],
      affiliationClaims: ['https://id.oidc.se/claim/orgAffiliation'],
    });
  });

  it.each([
    ['geheim', /not such a list/],
    [[{ ...good, issuer: 'geheim' }], /look at 0\.issuer/],
    [[{ ...good, clientSecret: '' }], /look at 0\.clientSecret/],
    [[{ ...good, geheim: 'geheim', key: 'Å' }], /look at 0\.key/],
    [[{ ...good, scope: 'profile' }], /look at 0\.scope/],
    [[{ ...good, key: 'email' }], /look at 0\.key/],
    [[good, good], /two have the same key/],
  ])('%j is refused in one sentence that repeats no value', (value, sentence) => {
    const found = problems(value);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
    expect(found[0]).not.toContain('geheim');
  });
});

describe('Who asks', () => {
  const from = (forwarded: string | undefined, proxies: number) =>
    clientOf(
      {
        headers: { 'x-forwarded-for': forwarded },
        socket: { remoteAddress: '10.0.0.1' },
      } as unknown as IncomingMessage,
      proxies,
    );

  it.each([
    ['1.2.3.4', 0, '10.0.0.1'],
    ['1.2.3.4', 1, '1.2.3.4'],
    ['9.9.9.9, 1.2.3.4', 1, '1.2.3.4'],
    ['9.9.9.9, 1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
    ['1.2.3.4', 2, '10.0.0.1'],
    [undefined, 1, '10.0.0.1'],
  ])('%s behind %i proxies is %s', (forwarded, proxies, client) => {
    expect(from(forwarded, proxies)).toBe(client);
  });
});

describe('Where a hub may send the portal', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ])('%s is inside', (address) => {
    expect(isInside(address)).toBe(true);
  });
  test.each(['172.32.0.1', '8.8.8.8', '2001:db8::1', '100.128.0.1'])('%s is outside', (address) => {
    expect(isInside(address)).toBe(false);
  });
  test.each([
    ['https://login.example.se', true],
    ['https://login.example.se/tenant/v2.0', true],
    ['http://localhost:4000', true],
    ['http://login.example.se', false],
    ['https://10.0.0.1', false],
    ['https://[::1]', false],
    ['https://intern', false],
    ['https://a:b@login.example.se', false],
    ['https://login.example.se/?x=1', false],
    ['ftp://login.example.se', false],
    ['login.example.se', false],
  ])('%s: %s', (address, may) => {
    expect(mayAsk(address)).toBe(may);
  });
});

describe('Paths', () => {
  it.each([
    ['/sv/nord/bergs-kommun?x=1', '/sv/nord/bergs-kommun?x=1'],
    ['https://elsewhere.example/sv', '/sv/account?enter=1'],
    ['//elsewhere.example/sv', '/sv/account?enter=1'],
    ['/sv/..//elsewhere.example', '/sv/account?enter=1'],
    ['/\\elsewhere.example', '/sv/account?enter=1'],
    ['javascript:alert(1)', '/sv/account?enter=1'],
    ['', '/sv/account?enter=1'],
  ])('%s leads to %s', (next, path) => {
    expect(ownPath(next, 'sv')).toBe(path);
  });
  it.each([
    ['/sv/nord/house?x', 'nord'],
    ['/sv/account', null],
    ['/sv/sign-in/arrived', null],
    ['', null],
  ])('%s is at the hub %s', (path, hub) => {
    expect(hubOf(path)).toBe(hub);
  });
});

describe('A sealed value', () => {
  it('opens for its own purpose, unchanged and in time', async () => {
    const sealed = await seal('link', { ask: 'x' }, 60);
    expect(await unseal('link', sealed)).toEqual({ ask: 'x' });
    expect(await unseal('arrival', sealed)).toBe(null);
    expect(await unseal('link', `${sealed.slice(0, -2)}AA`)).toBe(null);
    expect(await unseal('link', await seal('link', { ask: 'x' }, -60))).toBe(null);
    expect(await unseal('link', undefined)).toBe(null);
  });
});
