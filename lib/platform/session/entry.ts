import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { NotFound } from '../errors.ts';
import { isLocale } from '../i18n/locales.ts';
import type { Permission } from '../policy.ts';
import { notePersonal } from '../rendering.ts';
import {
  type Door,
  enterHouse,
  enterOrganisation,
  enterPerson,
  enterPublic,
  findSessionPerson,
  listAnswers,
  listDoors,
  type Scope,
} from '../scope.ts';
import { readSessionId, sessionCookieName } from './cookie.ts';

/** The session id of this request; null when signed out. */
export const currentSession = cache(async (): Promise<string | null> => {
  notePersonal('the session');
  return readSessionId((await cookies()).get(sessionCookieName())?.value);
});

/**
 * A page or action under [hub]/[org]: signed out → sign-in and back; not a member → not found; a member
 * of one that the hub has said no to, or that has left → to what it answered.
 */
export const enter = cache((locale: string, hub: string, org: string): Promise<Scope> => {
  return signedIn(locale, async (session) => {
    try {
      return await enterOrganisation(session, hub, org);
    } catch (error) {
      const isOver = error instanceof NotFound && (await isAnswered(session, hub, org));
      if (isOver) redirect(`/${locale}/account/answers/${hub}/${org}`);
      throw error;
    }
  });
});

async function isAnswered(session: string, hub: string, org: string): Promise<boolean> {
  const answers = await listAnswers(session);
  return answers.some((each) => each.hub === hub && each.organisation === org);
}

/** A page or action under [hub]/house, for the hub's own staff. */
export const enterHouseOf = cache((locale: string, hub: string): Promise<Scope> => {
  return signedIn(locale, (session) => enterHouse(session, hub));
});

/** One's own pages, whoever one acts for. */
export const enterOwn = cache(
  (locale: string): Promise<Scope> =>
    signedIn(locale, async (session) => {
      try {
        return await enterPerson(session);
      } catch (error) {
        // A hub's own provider vouches at that hub; the account is more than that.
        if (error instanceof NotFound && (await findSessionPerson(session))) {
          return askToSignIn(locale, '&whole=1');
        }
        throw error;
      }
    }),
);

/** A public page of a hub, or (null) of the whole site. Reads no session, so it may be cached. */
export const visit = cache(
  (hub: string | null): Promise<Scope> => orNotFound(() => enterPublic(hub)),
);

/**
 * A page that would be of no use without a permission is not there without it; where the permission
 * takes a second factor, that comes before anything is typed.
 */
export function demand(scope: Scope, permission: Permission): void {
  if (!scope.may(permission)) notFound();
  scope.demandStrength(permission);
}

/** Runs a page's read; what is not there, or not for this reader, becomes the 404 page. */
export async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** Like orNotFound, for what a page can do without: then null. */
export async function orNone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Every organisation and house this session may enter; signed out → sign-in and back. */
export async function doorsOf(locale: string): Promise<Door[]> {
  const session = await currentSession();
  if (!session || !(await findSessionPerson(session))) return askToSignIn(locale);
  return listDoors(session);
}

/** Somebody at a hub, by whichever door of theirs leads there; null where none does. Signed out → sign-in. */
export const enterAt = cache(async (locale: string, hub: string): Promise<Scope | null> => {
  const doors = (await doorsOf(locale)).filter((door) => door.hub === hub && !door.waiting);
  const door = doors.find(({ organisation }) => organisation !== null) ?? doors[0];
  if (!door) return null;
  return door.organisation ? enter(locale, hub, door.organisation) : enterHouseOf(locale, hub);
});

/** Sends to sign-in, and back to this page afterwards. */
export async function askToSignIn(locale: string, why = ''): Promise<never> {
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(await pathHere(locale))}${why}`);
}

async function pathHere(locale: string): Promise<string> {
  return (await headers()).get('x-navet-path') ?? `/${locale}/account?enter=1`;
}

async function signedIn(locale: string, door: (session: string) => Promise<Scope>): Promise<Scope> {
  if (!isLocale(locale)) notFound();
  const session = await currentSession();
  if (!session) return askToSignIn(locale);
  try {
    const back = encodeURIComponent(await pathHere(locale));
    const scope = await door(session);
    return scope.whenWeak(() => redirect(`/${locale}/account/second-factor?next=${back}`));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    // The door gives one answer for "no member" and "session ended"; only the latter may sign in anew.
    if (await findSessionPerson(session)) notFound();
    return askToSignIn(locale, '&came=ended');
  }
}
