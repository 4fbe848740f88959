import { findSessionPerson } from '../scope.ts';
import { readSessionId, sessionCookieName } from './cookie.ts';

/** The name of whoever is signed in with these cookies; null for nobody. For the web server itself. */
export async function readerOf(cookies: string): Promise<string | null> {
  const session = await sessionIn(cookies);
  const person = session && (await findSessionPerson(session));
  return person ? person.name : null;
}

/** The session that these cookies carry, whether or not it lives; null for none. */
export async function sessionIn(cookies: string): Promise<string | null> {
  const mine = `${sessionCookieName()}=`;
  const found = cookies.split(/; */).find((each) => each.startsWith(mine));
  return readSessionId(found?.slice(mine.length));
}
