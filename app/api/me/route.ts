import { findSessionPerson } from '#lib/platform/scope.ts';
import { currentSession } from '#lib/platform/session/entry.ts';

/** The reader's own name, for the account menu of pages that are the same for everyone. */
export async function GET(): Promise<Response> {
  const session = await currentSession();
  const person = session && (await findSessionPerson(session));
  const headers = { 'Cache-Control': 'no-store' };
  if (!person) return Response.json(null, { status: 401, headers });
  return Response.json({ name: person.name }, { headers });
}
