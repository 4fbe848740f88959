import { cookies, headers } from 'next/headers';
import { after } from 'next/server';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { readSessionId, sessionCookieName } from './cookie.ts';
import type { Visit } from './identity.ts';
import { arrivalCookie } from './kept.ts';
import { ownPath } from './paths.ts';
import { askProtocol, type Step } from './protocol.ts';

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
  const visit = { ...(await currentVisit()), ...given.visit };
  const { body } = await ask(['csrf'], 'GET', {}, visit);
  const { csrfToken } = body as { csrfToken: string };
  const fields = { ...given.fields, csrfToken };
  const { location } = await ask(step, 'POST', { ...given, fields }, visit);
  return { location, landing: visit.landing };
}

/** Takes the step that a provider sends the browser back for; what it says stands in the address. */
export async function takeArrival(provider: string, query: Record<string, string>): Promise<Taken> {
  const visit = { ...(await currentVisit()), arrival: null };
  const { location } = await ask(['callback', provider], 'GET', { query }, visit);
  return { location, landing: visit.landing };
}

async function ask(step: Step, method: 'GET' | 'POST', { fields, query }: Given, visit: Visit) {
  const jar = await cookies();
  const answer = await askProtocol(step, {
    method,
    jar,
    visit,
    headers: Object.fromEntries(await headers()),
    ...(fields && { body: fields }),
    ...(query && { query }),
  });
  for (const cookie of answer.cookies) jar.set(cookie);
  return answer;
}

/** What this request's browser brings along. */
export async function currentVisit(): Promise<Visit> {
  const jar = await cookies();
  const given = await headers();
  const callback = jar.getAll().find(({ name }) => name.endsWith('next-auth.callback-url'))?.value;
  const next = callback && URL.canParse(callback) ? new URL(callback) : null;
  const locale = next?.pathname.split('/')[1] ?? '';
  const known = isLocale(locale) ? locale : defaultLocale;
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
