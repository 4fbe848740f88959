import { cookies, headers } from 'next/headers';
import { after, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { isLocale } from '../i18n/locales.ts';
import { readSessionId, sessionCookieName } from './cookie.ts';
import { identityOptions, type Visit } from './identity.ts';
import { arrivalCookie } from './kept.ts';
import { ownPath } from './paths.ts';

type Jar = Awaited<ReturnType<typeof cookies>>;
type Answer = { body: unknown; location: string };
type Step = readonly ['signin' | 'callback', string] | readonly ['signout'];
type Given = {
  fields?: Record<string, string>;
  /** What next-auth expects in the address. */
  query?: Record<string, string>;
  visit?: Partial<Visit>;
};
/** Where next-auth would send the browser; where the session leads that was begun, if one was. */
type Taken = { location: string; landing: string | null };

/**
 * Takes one of next-auth's steps from a server action, so that signing in works as a plain form in
 * every language and without JavaScript: fetches its CSRF token, posts the step, hands its cookies
 * on. The action's own origin check stands in front of it.
 */
export async function takeAuthStep(step: Step, given: Given = {}): Promise<Taken> {
  const jar = await cookies();
  const visit = { ...(await currentVisit()), ...given.visit };
  const { body } = await ask(['csrf'], 'GET', {}, {}, jar, visit);
  const { csrfToken } = body as { csrfToken: string };
  const fields = { ...given.fields, csrfToken };
  const answer = await ask(step, 'POST', fields, given.query ?? {}, jar, visit);
  return { location: answer.location, landing: visit.landing };
}

/** What this request's browser brings along. */
export async function currentVisit(): Promise<Visit> {
  const jar = await cookies();
  const given = await headers();
  const callback = jar.getAll().find(({ name }) => name.endsWith('next-auth.callback-url'))?.value;
  const next = callback && URL.canParse(callback) ? new URL(callback) : null;
  const locale = next?.pathname.split('/')[1] ?? '';
  const known = isLocale(locale) ? locale : 'sv';
  return {
    device: given.get('user-agent')?.slice(0, 200) ?? '',
    locale: known,
    next: ownPath(next ? next.pathname + next.search : '', known),
    before: await readSessionId(jar.get(sessionCookieName())?.value),
    ask: crypto.randomUUID(),
    arrival: await arrivalCookie.read(),
    keep: (arrival) => arrivalCookie.keep(arrival),
    later: after,
    landing: null,
  };
}

async function ask(
  step: readonly string[],
  method: string,
  body: Record<string, string>,
  query: Record<string, string>,
  jar: Jar,
  visit: Visit,
): Promise<Answer> {
  const given = Object.fromEntries(jar.getAll().map((cookie) => [cookie.name, cookie.value]));
  const request = {
    query: { ...query, nextauth: step },
    method,
    body,
    cookies: given,
    headers: Object.fromEntries(await headers()),
  };
  const response = collecting();
  const options = await identityOptions(visit, step[1]);
  await NextAuth(request as never, response as never, options);
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
