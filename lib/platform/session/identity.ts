import type { NextAuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import CredentialsProvider from 'next-auth/providers/credentials';
import EmailProvider from 'next-auth/providers/email';
import { settings } from '../env.ts';
import {
  endSession,
  findPersonByEmail,
  keepLinkToken,
  sendSignInLink,
  startSession,
  takeLinkToken,
} from './store.ts';

const linkMinutes = 15;
export const sessionHours = 12;

/** How one signs in; next-auth does the protocol, our tables keep people and sessions. */
export function identityOptions(device: () => Promise<string>): NextAuthOptions {
  const { secret, url } = settings();
  process.env.NEXTAUTH_URL = url;
  return {
    secret,
    adapter: linkAdapter,
    session: { strategy: 'jwt', maxAge: sessionHours * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in?sent=1' },
    providers: [emailLink(), ...demoSignIn()],
    callbacks: {
      // The same answer for known and unknown addresses; only known people come in.
      signIn: async ({ user, email }) =>
        email?.verificationRequest === true || (await findPersonByEmail(user.email ?? '')) !== null,
      jwt: async ({ token, user }) =>
        user
          ? { sub: user.id, sid: await startSession(user.id, await device(), sessionHours) }
          : token,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

function emailLink() {
  return EmailProvider({
    maxAge: linkMinutes * 60,
    from: settings().mailFrom,
    sendVerificationRequest: ({ identifier, url }) => sendSignInLink(identifier, url),
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

const asUser = (person: { id: string; email: string } | null): AdapterUser | null =>
  person && { id: person.id, email: person.email, emailVerified: null };

const linkAdapter: Adapter = {
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
    await keepLinkToken(token.identifier, token.token, token.expires);
    return token;
  },
  useVerificationToken: ({ identifier, token }) => takeLinkToken(identifier, token),
};
