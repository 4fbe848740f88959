import type { NextAuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import CredentialsProvider from 'next-auth/providers/credentials';
import EmailProvider from 'next-auth/providers/email';
import { settings } from '../env.ts';
import { judgeArrival, landingOf, type Outcome } from './arrivals.ts';
import { keepLinkToken, linkMinutes, sendSignInLink, takeLinkToken } from './link.ts';
import { type Arrival, findProvider, protocolOf } from './providers.ts';
import { endSession, findPersonByEmail, type Known, sessionHours, startSession } from './store.ts';

/** One browser's step in signing in: what it brings, and what is left for it. */
export type Visit = {
  device: string;
  locale: string;
  /** Where one wanted to go. */
  next: string;
  /** The session of this browser until now. */
  before: string | null;
  /** Which asking for a link this is. */
  ask: string;
  /** What a provider said of this browser's person a moment ago. */
  arrival: Arrival | null;
  /** Keeps an arrival that needs a word from the person first. */
  keep: (arrival: Arrival) => Promise<void>;
  /** Done after the answer, so that its time tells nothing. */
  later: (work: () => Promise<void>) => void;
  /** Where the session that was begun leads, null when none was; set here. */
  landing: string | null;
};

type Said = { arrival: Arrival; outcome: Outcome };

/**
 * How one signs in; next-auth does the protocol, our tables keep people and sessions.
 * @param provider the id of the OpenID provider that is asked, where one is
 */
export async function identityOptions(visit: Visit, provider?: string): Promise<NextAuthOptions> {
  const { secret, url } = settings();
  process.env.NEXTAUTH_URL = url;
  const asked = provider === undefined ? null : await findProvider(provider);
  let said: Said | null = null;
  let heard: Arrival | null = null;
  /** Judged once a step, whoever of next-auth's callbacks asks first. */
  const judged = async (chosen?: string): Promise<Said | null> => {
    const arrival = heard ?? visit.arrival;
    if (!said && arrival) said = { arrival, outcome: await judgeArrival(arrival, chosen) };
    return said;
  };
  const adapter: Adapter = {
    ...linkAdapter(visit),
    getUserByAccount: async () => asUser(personOf((await judged())?.outcome)),
  };
  return {
    secret,
    adapter,
    session: { strategy: 'jwt', maxAge: sessionHours * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in?sent=1' },
    providers: [
      emailLink(visit),
      ...demoSignIn(),
      CredentialsProvider({
        id: 'arrival',
        credentials: { affiliation: { type: 'text' } },
        authorize: async (given) =>
          asUser(personOf((await judged(given?.affiliation))?.outcome)) as never,
      }),
      ...(asked
        ? [
            protocolOf(asked, (arrival) => {
              heard = { ...arrival, next: visit.next };
            }),
          ]
        : []),
    ],
    callbacks: {
      // The same answer for known and unknown addresses; only known people come in.
      signIn: async ({ user, email, account }) => {
        if (email?.verificationRequest === true) return true;
        if (account?.type !== 'oauth') return (await findPersonByEmail(user.email ?? '')) !== null;
        const told = await judged();
        if (told?.outcome.kind === 'known') return true;
        if (told) await visit.keep(told.arrival);
        return `/${visit.locale}/sign-in/arrived`;
      },
      jwt: async ({ token, user, account }) =>
        user ? { sub: user.id, sid: await begin(visit, user.id, account?.provider, said) } : token,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Begins the session that the way of signing in allows. */
async function begin(visit: Visit, person: string, way: string | undefined, said: Said | null) {
  const { device, before } = visit;
  const outcome = said?.outcome;
  if (outcome?.kind !== 'known' || way === 'email' || way === 'demo') {
    const method = way === 'demo' ? 'demo' : 'link';
    const plain = { method, acr: null, strong: false, boundHub: null };
    visit.landing = visit.next;
    return startSession({ person, device, before, ...plain });
  }
  const { provider, affiliation } = outcome;
  const acr = said?.arrival.acr ?? null;
  const session = await startSession({
    person,
    device,
    before,
    method: provider.id,
    acr,
    strong: acr !== null && provider.strongAcr.includes(acr),
    boundHub: provider.boundHub,
  });
  const next = said?.arrival.next ?? visit.next;
  visit.landing = await landingOf(session, visit.locale, next, affiliation);
  return session;
}

function emailLink(visit: Visit) {
  return EmailProvider({
    maxAge: linkMinutes * 60,
    from: settings().mailFrom,
    sendVerificationRequest: async ({ identifier, token }) =>
      visit.later(() => sendSignInLink(identifier, token, visit.next)),
  });
}

// One click as a demo person; the provider does not exist outside demo mode.
function demoSignIn() {
  if (settings().mode !== 'demo') return [];
  return [
    CredentialsProvider({
      id: 'demo',
      credentials: { email: { type: 'email' } },
      authorize: async (given) => {
        const person = await findPersonByEmail(given?.email ?? '');
        return person?.demo ? { id: person.id, email: person.email } : null;
      },
    }),
  ];
}

const personOf = (outcome: Outcome | undefined): Known | null =>
  outcome?.kind === 'known' ? outcome.person : null;
const asUser = (person: { id: string; email: string } | null): AdapterUser | null =>
  person && { id: person.id, email: person.email, emailVerified: null };

const linkAdapter = (visit: Visit): Adapter => ({
  createUser: () => {
    throw new Error('People are invited; signing in makes nobody.');
  },
  getUser: async () => null,
  getUserByAccount: async () => null,
  getUserByEmail: async (email) => asUser(await findPersonByEmail(email)),
  updateUser: async (user) => ({ emailVerified: null, email: '', ...user }),
  linkAccount: async () => undefined,
  createSession: async (session) => session,
  getSessionAndUser: async () => null,
  updateSession: async () => null,
  deleteSession: async () => undefined,
  createVerificationToken: async (token) => {
    await keepLinkToken(token.identifier, token.token, token.expires, visit.ask);
    return token;
  },
  useVerificationToken: ({ identifier, token }) => takeLinkToken(identifier, token),
});
