import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#lib/cli/database/listening.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterHouse, enterOrganisation, enterPerson, listDoors } from '#lib/platform/scope.ts';
import { judgeArrival } from '#lib/platform/session/arrivals.ts';
import { removeHubProvider, saveHubProvider } from '#lib/platform/session/hub-providers.ts';
import { connectIdentity, disconnectIdentity, findSecurity } from '#lib/platform/session/own.ts';
import { beginAdding, hasSecondFactor } from '#lib/platform/session/passkeys.ts';
import { startSession } from '#lib/platform/session/store.ts';
import { lettersTo } from '#tests/support/mail.ts';
import { type OpenId, startOpenId } from '#tests/support/openid.ts';
import { atProvider, TestBrowser } from '#tests/support/sign-in.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const berg = '2120000001';
const fjall = '5590000005';
const affiliation = 'https://id.oidc.se/claim/orgAffiliation';
const personas = {
  alva: { email: 'alva@nord.example', email_verified: true },
  unsure: { email: 'bror@nord.example', email_verified: false },
  stranger: { email: 'nobody@nord.example', email_verified: true },
  egil: { acr: 'loa2' },
  judit: { acr: 'loa3' },
  anna: { [affiliation]: `a1@${berg}` },
  twice: { [affiliation]: [`t1@${berg}`, `t@2@${fjall}`] },
  elsewhere: { [affiliation]: 'x@5590000013' },
  party: { org: [{ orgno: { ID: `0007:${fjall}` }, name: 'Fjällvård AB' }] },
};

let world: World;
let municipal: OpenId;
let national: OpenId;
const signed = {} as Record<'signed' | 'curved', OpenId>;
const closing: (() => Promise<void>)[] = [];
const backTo = (id: string) => `http://localhost:3000/api/auth/callback/${id}`;

beforeAll(async () => {
  world = await makeWorld();
  const start = async (...ids: string[]) => {
    const provider = await startOpenId(await freePort(), ids.map(backTo), personas);
    closing.push(provider.close);
    return provider;
  };
  municipal = await start('municipal', 'other');
  national = await start('national', 'lenient');
  const own = await start('nord.own');
  for (const [key, alg] of [
    ['signed', 'RS256'],
    ['curved', 'ES256'],
  ] as const) {
    const helse = await startOpenId(await freePort(), [backTo(key)], personas, alg);
    closing.push(helse.close);
    signed[key] = helse;
  }
  const of = ({ issuer, clientId, secret }: OpenId) => ({ issuer, clientId, clientSecret: secret });
  const given = { scope: 'openid email org', name: 'Provider' };
  process.env.NAVET_OIDC = JSON.stringify([
    { key: 'municipal', ...given, ...of(municipal), trustedForAddresses: true },
    {
      key: 'national',
      ...given,
      ...of(national),
      acrValues: 'loa3 loa2',
      acceptedAcr: ['loa3'],
      strongAcr: ['loa3'],
      numberClaims: ['org.orgno.ID'],
    },
    // The same place under another name than it calls itself.
    {
      key: 'other',
      ...given,
      ...of(municipal),
      issuer: municipal.issuer.replace('localhost', '127.0.0.1'),
    },
    { key: 'signed', ...given, ...of(signed.signed) },
    {
      key: 'curved',
      ...given,
      ...of(signed.curved),
      clientSecret: JSON.parse(signed.curved.secret),
    },
    { key: 'impostor', ...given, ...of(signed.signed), clientSecret: signed.curved.secret },
    { key: 'lenient', ...given, ...of(national), numberClaims: ['org.orgno.ID'] },
  ]);
  await world.asSystem(async (db) => {
    const number = (slug: string, organisationNumber: string) =>
      db.organisation.update({ where: { slug }, data: { organisationNumber } });
    await number('bergs-kommun', berg);
    await number('fjallvard', fjall);
  });
  ownInput = {
    name: 'Nords egen',
    key: 'own',
    issuer: own.issuer,
    clientId: own.clientId,
    clientSecret: own.secret,
    scope: 'openid email org',
    acrValues: '',
    acceptedAcr: [],
    strongAcr: [],
    affiliationClaims: [],
    numberClaims: [],
  };
});
afterAll(async () => {
  for (const close of closing) await close();
  await world.close();
});
let ownInput: Parameters<typeof saveHubProvider>[2];

const know = (
  who: Parameters<World['person']>[0],
  key: { issuer: string; subject: string; affiliation?: string },
) =>
  world.asSystem((db) =>
    db.identity.create({ data: { ...key, personId: world.person(who), provider: 'municipal' } }),
  );
const personIn = async (browser: TestBrowser) => {
  const id = await browser.session();
  const row = id && (await world.asSystem((db) => db.session.findUnique({ where: { id } })));
  return row ? row.personId : null;
};
const outcome = async (browser: TestBrowser, chosen?: string) => {
  if (!browser.arrival) throw new Error('Nothing was kept.');
  return judgeArrival(browser.arrival, chosen);
};

describe('An OpenID provider', () => {
  it('signs in whom it is connected with, beside another provider', async () => {
    await know('egil', { issuer: municipal.issuer, subject: 'egil' });
    await know('judit', { issuer: national.issuer, subject: 'judit' });
    const [one, two] = [new TestBrowser(), new TestBrowser()];
    await one.signIn('municipal', 'egil', '/sv/nord/rivalen');
    await two.signIn('national', 'judit');
    expect(await personIn(one)).toBe(world.person('egil'));
    expect(one.landing).toBe('/sv/nord/rivalen');
    expect(await personIn(two)).toBe(world.person('judit'));
  });

  it.each(['signed', 'curved'] as const)(
    'that knows the portal by its key alone: %s',
    async (id) => {
      await know('egil', { issuer: signed[id].issuer, subject: 'egil' });
      const browser = new TestBrowser();
      const away = new URL(await browser.leave(id));
      expect([...away.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
      await browser.arrive(id, await atProvider(away.href, 'egil'));
      expect(await personIn(browser)).toBe(world.person('egil'));
    },
  );

  it('that does not know the key lets nobody leave for it', async () => {
    expect(await new TestBrowser().leave('impostor')).toBe('');
  });

  it('knows a subject at its own issuer alone', async () => {
    const browser = new TestBrowser();
    await browser.signIn('lenient', 'egil');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({ kind: 'unknownPerson' });
  });

  it('tells by a verified address where it is trusted, and connects it once and for all', async () => {
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'alva');
    expect(await personIn(browser)).toBe(world.person('alva'));
    const kept = await world.asSystem((db) =>
      db.identity.findMany({ where: { personId: world.person('alva') } }),
    );
    expect(kept).toMatchObject([{ issuer: municipal.issuer, subject: 'alva', affiliation: '' }]);
  });

  it.each([
    ['municipal', 'unsure', 'an address it does not call verified'],
    ['lenient', 'alva', 'a verified address of a provider that is not trusted with them'],
    ['municipal', 'stranger', 'an address that nobody here has'],
  ])('%s, %s: connects nobody by %s', async (provider, persona) => {
    const before = await world.asSystem((db) => db.identity.count());
    const browser = new TestBrowser();
    expect(await browser.signIn(provider, persona)).toBe('/sv/sign-in/arrived');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({ kind: 'unknownPerson' });
    expect(await world.asSystem((db) => db.identity.count())).toBe(before);
  });

  it('lets in nobody who signed in too weakly, and says so', async () => {
    await know('egil', { issuer: national.issuer, subject: 'egil' });
    const browser = new TestBrowser();
    await browser.signIn('national', 'egil');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({ kind: 'tooWeak' });
  });

  it('counts a strong level as a second factor, and a weak one not', async () => {
    await know('judit', { issuer: municipal.issuer, subject: 'judit' });
    const strongIn = async (provider: string) => {
      const browser = new TestBrowser();
      await browser.signIn(provider, 'judit');
      return (await enterPerson((await browser.session()) ?? '')).strong;
    };
    expect(await strongIn('national')).toBe(true);
    expect(await strongIn('municipal')).toBe(false);
  });

  it('speaks in its own name alone', async () => {
    const browser = new TestBrowser();
    await browser.signIn('other', 'alva');
    expect(await personIn(browser)).toBe(null);
    expect(browser.arrival).toBe(null);
  });

  it('does not bring back whoever was withdrawn', async () => {
    await know('greta', { issuer: municipal.issuer, subject: 'greta' });
    Object.assign(personas, { greta: {} });
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('greta') }, data: { withdrawnAt: new Date() } }),
    );
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'greta');
    expect(await personIn(browser)).toBe(null);
  });
});

describe('The way back from a provider', () => {
  it('asks with PKCE, state and nonce', async () => {
    const asked = new URL(await new TestBrowser().leave('municipal')).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
    }
  });

  it('works once', async () => {
    const browser = new TestBrowser();
    const cookies = new Map<string, string>();
    const back = await atProvider(await browser.leave('municipal'), 'alva');
    for (const [name, value] of browser.jar) cookies.set(name, value);
    await browser.arrive('municipal', back);
    expect(await personIn(browser)).toBe(world.person('alva'));
    const again = new TestBrowser();
    for (const [name, value] of cookies) again.jar.set(name, value);
    await again.arrive('municipal', back);
    expect(await personIn(again)).toBe(null);
    expect(again.arrival).toBe(null);
  });

  it('works in the browser that left alone', async () => {
    const back = await atProvider(await new TestBrowser().leave('municipal'), 'alva');
    const other = new TestBrowser();
    await other.leave('municipal');
    await other.arrive('municipal', back);
    expect(await personIn(other)).toBe(null);
  });

  it.each(['state', 'nonce', 'pkce.code_verifier'])(
    'refuses the %s of another leaving',
    async (name) => {
      const [browser, other] = [new TestBrowser(), new TestBrowser()];
      const start = await browser.leave('municipal');
      await other.leave('municipal');
      const cookie = `next-auth.${name}`;
      browser.jar.set(cookie, other.jar.get(cookie) ?? '');
      await browser.arrive('municipal', await atProvider(start, 'alva'));
      expect(await personIn(browser)).toBe(null);
      expect(browser.arrival).toBe(null);
    },
  );

  it('refuses what one provider says at the address of another', async () => {
    const browser = new TestBrowser();
    const back = await atProvider(await browser.leave('municipal'), 'alva');
    await browser.arrive('national', back);
    expect(await personIn(browser)).toBe(null);
  });

  it('goes nowhere when the provider says no', async () => {
    const browser = new TestBrowser();
    const state = new URL(await browser.leave('municipal')).searchParams.get('state');
    await browser.arrive('municipal', `${backTo('municipal')}?error=access_denied&state=${state}`);
    expect(await personIn(browser)).toBe(null);
  });

  it('ends the session that the browser had before', async () => {
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'alva');
    const first = (await browser.session()) ?? '';
    await browser.signIn('municipal', 'alva');
    expect(await browser.session()).not.toBe(first);
    await expect(enterPerson(first)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('An affiliation', () => {
  it('picks the organisation', async () => {
    await know('alva', { issuer: municipal.issuer, subject: 'anna', affiliation: `a1@${berg}` });
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'anna');
    expect(await personIn(browser)).toBe(world.person('alva'));
    expect(browser.landing).toBe('/sv/nord/bergs-kommun');
  });

  it('makes the same subject another identity at another organisation', async () => {
    Object.assign(personas, { anna: { [affiliation]: `a1@${fjall}` } });
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'anna');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({
      kind: 'unknownPerson',
      affiliation: { number: fjall },
    });
  });

  it('of several is chosen, and nobody is in before', async () => {
    await know('cleo', { issuer: municipal.issuer, subject: 'twice', affiliation: `t@2@${fjall}` });
    const browser = new TestBrowser();
    expect(await browser.signIn('municipal', 'twice')).toBe('/sv/sign-in/arrived');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({
      kind: 'choose',
      affiliations: [
        { number: berg, organisation: { slug: 'bergs-kommun' } },
        { number: fjall, organisation: { slug: 'fjallvard' } },
      ],
    });
    const choose = (key: string) =>
      browser.step(['callback', 'arrival'], 'POST', { fields: { affiliation: key } });
    await choose(`t1@${fjall}`);
    expect(await personIn(browser), 'what was not said').toBe(null);
    await choose(`t1@${berg}`);
    expect(await personIn(browser), 'nobody is connected with that one').toBe(null);
    await choose(`t@2@${fjall}`);
    expect(await personIn(browser)).toBe(world.person('cleo'));
    expect(browser.landing).toBe('/sv/nord/fjallvard');
  });

  it('with a number that nobody here has leads to the waiting room', async () => {
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'elsewhere');
    expect(await personIn(browser)).toBe(null);
    expect(await outcome(browser)).toMatchObject({
      kind: 'unknownOrganisation',
      number: '5590000013',
    });
  });

  it('may be a bare number inside another claim', async () => {
    const browser = new TestBrowser();
    await browser.signIn('lenient', 'party');
    expect(await outcome(browser)).toMatchObject({
      affiliation: { number: fjall, organisation: { slug: 'fjallvard' } },
    });
  });
});

describe('Connecting', () => {
  it('is done by whoever is signed in, once, and undone by them alone', async () => {
    const browser = new TestBrowser();
    await browser.signIn('municipal', 'unsure');
    if (!browser.arrival) throw new Error('Nothing was kept.');
    const arrival = browser.arrival;
    const [bror, nils] = [await enterPerson(world.session('bror')), await world.enter('nils')];
    await connectIdentity(bror, arrival, '');
    await expect(connectIdentity(nils, arrival, '')).rejects.toBeInstanceOf(Refusal);
    await browser.signIn('municipal', 'unsure');
    expect(await personIn(browser)).toBe(world.person('bror'));
    const [identity] = (await findSecurity(bror)).identities;
    await expect(disconnectIdentity(nils, identity?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    await disconnectIdentity(bror, identity?.id ?? '');
    const again = new TestBrowser();
    await again.signIn('municipal', 'unsure');
    expect(await personIn(again)).toBe(null);
  });
});

describe('Whoever has a second factor', () => {
  const begin = (who: 'pia' | 'frej', strong: boolean) =>
    startSession({
      person: world.person(who),
      device: '',
      method: 'national',
      acr: null,
      strong,
      boundHub: null,
      before: null,
    });
  const arrived = async (persona: string) => {
    const browser = new TestBrowser();
    await browser.signIn('municipal', persona);
    if (!browser.arrival) throw new Error('Nothing was kept.');
    return browser.arrival;
  };

  it('shows it before another way to sign in is connected, and is told by mail', async () => {
    await world.asSystem((db) =>
      db.passkey.create({
        data: {
          personId: world.person('pia'),
          credentialId: 'pia',
          publicKey: new Uint8Array([1]),
          counter: 0n,
          name: 'Nyckel',
        },
      }),
    );
    const arrival = await arrived('stranger');
    const weak = await enterPerson(await begin('pia', false));
    await expect(connectIdentity(weak, arrival, '')).rejects.toEqual(
      expect.objectContaining({ code: 'identity.refusals.secondFactor' }),
    );
    await connectIdentity(await enterPerson(await begin('pia', true)), arrival, '');
    const [letter] = await lettersTo(world, 'pia@nord.example');
    expect(letter?.subject).toBe('Nytt sätt att logga in på Navet');
  });

  it('has one, too, who once came in strongly by a provider', async () => {
    await know('frej', { issuer: national.issuer, subject: 'frej' });
    await world.asSystem((db) =>
      db.identity.updateMany({
        where: { personId: world.person('frej') },
        data: { provider: 'national' },
      }),
    );
    const weak = await enterPerson(await begin('frej', false));
    expect(await hasSecondFactor(weak)).toBe(false);
    await begin('frej', true);
    expect(await hasSecondFactor(weak)).toBe(true);
    await expect(beginAdding(weak)).rejects.toBeInstanceOf(Refusal);
  });
});

describe('A hub’s own provider', () => {
  it('is set by the hub’s administrators alone, after it has answered', async () => {
    for (const who of ['alva', 'hedda', 'ivar', 'lars'] as const) {
      const scope = await world.enter(who);
      await expect(saveHubProvider(scope, null, ownInput), who).rejects.toBeInstanceOf(NotFound);
    }
    const judit = await world.enter('judit');
    const save = (changed: object) => saveHubProvider(judit, null, { ...ownInput, ...changed });
    const silent = `http://localhost:${await freePort()}`;
    await expect(save({ issuer: silent })).rejects.toMatchObject({
      fields: { issuer: 'identity.refusals.noAnswer' },
    });
    const renamed = ownInput.issuer.replace('localhost', '127.0.0.1');
    await expect(save({ issuer: renamed })).rejects.toMatchObject({
      fields: { issuer: 'identity.refusals.otherIssuer' },
    });
    await save({});
    await expect(save({})).rejects.toMatchObject({
      fields: { key: 'identity.refusals.providerKeyTaken' },
    });
  });

  it('keeps its secret encrypted', async () => {
    const rows = await world.asSystem((db) => db.identityProvider.findMany());
    expect(rows).toHaveLength(1);
    expect(rows[0]?.clientSecret).toMatch(/^ey/);
    expect(JSON.stringify(rows)).not.toContain(ownInput.clientSecret);
  });

  it('vouches at its hub and nowhere else', async () => {
    // Lars stands at the other hub; let him stand at this one, too.
    await world.asSystem((db) =>
      db.membership.create({
        data: {
          personId: world.person('lars'),
          organisationId: world.organisation('bergs-kommun'),
          role: 'STAFF',
        },
      }),
    );
    Object.assign(personas, { lars: {} });
    await know('lars', { issuer: ownInput.issuer, subject: 'lars' });
    const browser = new TestBrowser();
    await browser.signIn('nord.own', 'lars');
    const session = (await browser.session()) ?? '';
    expect(await personIn(browser)).toBe(world.person('lars'));
    const scope = await enterOrganisation(session, 'nord', 'bergs-kommun');
    expect(scope.person.id).toBe(world.person('lars'));
    await expect(enterHouse(session, 'innland')).rejects.toBeInstanceOf(NotFound);
    await expect(enterPerson(session)).rejects.toBeInstanceOf(NotFound);
    expect((await listDoors(session)).map(({ hub }) => hub)).toEqual(['nord']);
    expect(scope.otherDoors.filter(({ hub }) => hub !== 'nord')).toEqual([]);
    const whole = await listDoors(world.session('lars'));
    expect(new Set(whole.map(({ hub }) => hub))).toEqual(new Set(['nord', 'innland']));
    const unbound = await enterOrganisation(world.session('lars'), 'nord', 'bergs-kommun');
    expect(unbound.otherDoors).toEqual(
      whole.filter((door) => door.hub !== 'nord' || door.organisation !== 'bergs-kommun'),
    );
    expect(unbound.otherDoors.length).toBe(whole.length - 1);
  });

  it('is trusted with no address', async () => {
    const browser = new TestBrowser();
    await browser.signIn('nord.own', 'alva');
    expect(await personIn(browser)).toBe(null);
  });

  it('takes everyone along who is signed in with it when it goes', async () => {
    const browser = new TestBrowser();
    await browser.signIn('nord.own', 'lars');
    const session = (await browser.session()) ?? '';
    await enterOrganisation(session, 'nord', 'bergs-kommun');
    const rows = await world.asSystem((db) => db.identityProvider.findMany());
    await removeHubProvider(await world.enter('judit'), rows[0]?.id ?? '');
    await expect(enterOrganisation(session, 'nord', 'bergs-kommun')).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(browser.leave('nord.own')).resolves.not.toContain(ownInput.issuer);
  });
});
