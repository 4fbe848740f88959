import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { demandAhead, replace, tellOff } from './arranging.ts';
import { sessionPeople, toldGroup } from './groups.ts';
import { calledOffLetter, groupLetter, hostAnsweredLetter } from './letters.ts';
import type { AnswerShowingInput } from './schema.ts';

/**
 * Says for one's own organisation whether it comes to show a session: yes, a colleague who is free does, or not
 * at all, with a reason; then it is called off. Groups and house are told. Members may.
 * @throws NotFound where it has no host in the session; Refusal where it is over, answered, or no colleague is free
 */
export async function answerShowing(
  scope: Scope,
  id: string,
  { answer, reason }: Pick<AnswerShowingInput, 'answer' | 'reason'>,
): Promise<void> {
  if (!isId(id)) throw new NotFound('session');
  await scope.write('guided:book', async (db, deed) => {
    const host = await ownHost(db, scope, id);
    const session = await demandAhead(db, scope, id);
    if (answer === 'decline') return decline(scope, db, deed, id, reason);
    if (answer === 'accept' && session.hostAnswer !== 'ASKED') {
      throw new Refusal('refusals.invalid', { showing: 'guided.refusals.answered' });
    }
    if (answer === 'colleague') await putColleague(scope, db, deed, { id, host, reason });
    if (session.hostAnswer === 'ASKED') await accept(scope, db, deed, id);
  });
}

async function ownHost(db: Handle, scope: Scope, id: string): Promise<string> {
  const host = await db.guidedResource.findFirst({
    where: {
      ...{ hubId: scope.hub.id, kind: 'HOST', organisationId: scope.organisation.id },
      unit: { occupancies: { some: { sessionId: id, releasedAt: null } } },
    },
    select: { id: true },
  });
  if (!host) throw new NotFound('session');
  return host.id;
}

type Instead = { id: string; host: string; reason: string };

async function putColleague(scope: Scope, db: Handle, deed: Deed, { id, host, reason }: Instead) {
  const found = await replace(scope, db, deed, { id, resourceId: host, reason });
  // What was called off for want of a colleague is taken back with the whole step: they may still come themselves.
  if (!found) throw new Refusal('refusals.invalid', { answer: 'guided.refusals.noColleague' });
}

async function accept(scope: Scope, db: Handle, deed: Deed, id: string): Promise<void> {
  await db.$queryRaw`select accept_showing(${id}::uuid) is null`;
  deed.record('guidedAccepted', 'session', id);
  for (const { part, ...to } of await sessionPeople(db, id)) {
    if (!part.startsWith('GROUP:')) continue;
    const told = await toldGroup(db, scope.hub.id, part.slice('GROUP:'.length));
    deed.mail(groupLetter(scope.hub, to, told, 'confirmed'));
  }
  const by = scope.organisation.name;
  deed.mailStaff(['HOST'], (to) => hostAnsweredLetter(scope.hub, to, id, by));
}

async function decline(scope: Scope, db: Handle, deed: Deed, id: string, reason: string) {
  const before = await sessionPeople(db, id);
  await db.$queryRaw`select decline_showing(${id}::uuid, ${reason}) is null`;
  deed.record('guidedCalledOff', 'session', id);
  await tellOff(scope, db, deed, before);
  deed.mailStaff(['HOST'], (to) => calledOffLetter(scope.hub, to, id, reason));
}

/** Asks the host's own people, where one stands in a session that has just been made or got another. */
export async function askHost(db: Handle, id: string): Promise<void> {
  await db.$queryRaw`select ask_host(${id}::uuid, ${dateOf(now())}::timestamptz) is null`;
}
