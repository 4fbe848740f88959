import { NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { settings } from '../env.ts';
import { pushed } from './clients.ts';
import { identityOptions, type Visit } from './identity.ts';
import { findProvider } from './providers.ts';

export type Step =
  | readonly ['signin' | 'callback', string]
  | readonly ['signout']
  | readonly ['csrf'];
type Cookies = { getAll: () => { name: string; value: string }[] };
type Asked = {
  method: 'GET' | 'POST';
  body?: Record<string, string>;
  query?: Record<string, string>;
  headers: Record<string, string>;
  jar: Cookies;
  visit: Visit;
};
type SetCookie = ReturnType<NextResponse['cookies']['getAll']>[number];
type Answer = { body: unknown; location: string; cookies: SetCookie[] };

/** Asks next-auth to take one step, outside any route of its own. */
export async function askProtocol(step: Step, asked: Asked): Promise<Answer> {
  const { method, body = {}, query = {}, headers, jar, visit } = asked;
  const cookies = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  const request = { query: { ...query, nextauth: step }, method, body, cookies, headers };
  const response = collecting();
  await NextAuth(request as never, response as never, await identityOptions(visit, step[1]));
  const carrier = new NextResponse(null, { headers: response.headers });
  const location = await leading(step, response.headers.get('location') ?? '');
  return { body: response.body, location, cookies: carrier.cookies.getAll() };
}

/** Where to, and for those who leave for a provider: by the way that it wants. */
async function leading([what, id]: Step, location: string): Promise<string> {
  if (what !== 'signin' || !id || !URL.canParse(location)) return location;
  const provider = await findProvider(id);
  const away = new URL(location).origin !== new URL(settings().url).origin;
  return provider && away ? pushed(provider, location) : location;
}

/** The few methods of a Node response that next-auth calls, kept instead of sent. */
function collecting() {
  const kept = new Headers();
  const response = {
    headers: kept,
    body: null as unknown,
    status: () => response,
    getHeader: () => kept.getSetCookie(),
    setHeader(name: string, value: string | string[]) {
      kept.delete(name);
      for (const each of [value].flat()) kept.append(name, each);
      return response;
    },
    send(body: unknown) {
      response.body = body;
    },
    json(body: unknown) {
      response.body = body;
    },
    end() {},
  };
  return response;
}
