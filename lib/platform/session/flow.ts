import { cookies, headers } from 'next/headers';
import { NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { identityOptions } from './identity.ts';

type Jar = Awaited<ReturnType<typeof cookies>>;
type Answer = { body: unknown; location: string };

/**
 * Takes one of next-auth's steps from a server action, so that signing in works as a plain form in
 * every language and without JavaScript: fetches its CSRF token, posts the step, hands its cookies
 * on. The action's own origin check stands in front of it.
 * @returns where next-auth would send the browser
 */
export async function takeAuthStep(
  step: readonly ['signin' | 'callback', string] | readonly ['signout'],
  fields: Record<string, string>,
): Promise<string> {
  const jar = await cookies();
  const { body } = await ask(['csrf'], 'GET', {}, jar);
  const { csrfToken } = body as { csrfToken: string };
  const answer = await ask(step, 'POST', { ...fields, csrfToken }, jar);
  return answer.location;
}

export async function currentDevice(): Promise<string> {
  return (await headers()).get('user-agent')?.slice(0, 200) ?? '';
}

async function ask(
  step: readonly string[],
  method: string,
  body: Record<string, string>,
  jar: Jar,
): Promise<Answer> {
  const given = Object.fromEntries(jar.getAll().map((cookie) => [cookie.name, cookie.value]));
  const request = {
    query: { nextauth: step },
    method,
    body,
    cookies: given,
    headers: Object.fromEntries(await headers()),
  };
  const response = collecting();
  await NextAuth(request as never, response as never, identityOptions(currentDevice));
  const carrier = new NextResponse(null, { headers: response.headers });
  for (const cookie of carrier.cookies.getAll()) jar.set(cookie);
  return { body: response.body, location: response.headers.get('location') ?? '' };
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
