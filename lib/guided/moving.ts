import { dateOf, instantOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { shareSites } from '#lib/workspace/occupying.ts';
import { askHost } from './answering.ts';
import { concerning, demandGroup, demandStart, inWords, joined } from './booking.ts';
import {
  bookerOf,
  type SessionPerson,
  sessionPeople,
  showsIt,
  type ToldGroup,
  toldGroup,
} from './groups.ts';
import { groupLetter, houseLetter, shownByLetter } from './letters.ts';
import { bookingPermission, earliestFor, readOffer, timesFor } from './offers.ts';
import type { MoveInput } from './schema.ts';

type Wish = { language: string; from: string | null };

/**
 * When a group could come instead: as when it was booked, and what only it holds now counts as free. Members of
 * its organisation and the house's hosts may. @throws NotFound; Refusal when it is over or cancelled
 */
export async function findMoveTimes(scope: Scope, id: string, { language, from }: Wish) {
  return scope.read(bookingPermission(scope), async (db) => {
    const group = await demandGroup(db, scope, id);
    const { session, size } = group;
    const alone = session.taken === size && !session.byHouse;
    const wish = { demoId: session.demoId, language: language || session.language, size, from };
    const found = await timesFor(db, scope, wish, { id: session.id, alone });
    return { ...found, group: await toldGroup(db, scope.hub.id, id) };
  });
}

/**
 * Moves a group to another time: seats, zone, kit, guide and host of the new one are taken and those of the old
 * given back together, or nothing changes. Answers with the session. Members of its organisation and the house's hosts may.
 * @throws Refusal in words at `time`; the group then keeps its old time
 */
export async function moveGroup(scope: Scope, id: string, input: MoveInput): Promise<string> {
  try {
    return await scope.write(bookingPermission(scope), async (db, deed) => {
      const { session } = await demandGroup(db, scope, id);
      const { place } = await readOffer(db, scope.hub.id, session.demoId);
      await shareSites(db, scope.hub.id, [place.id]);
      const was = await toldGroup(db, scope.hub.id, id);
      const before = await sessionPeople(db, session.id);
      await move(db, scope, id, session, input);
      const told = { ...(await toldGroup(db, scope.hub.id, id)), was };
      const after = await sessionPeople(db, told.sessionId);
      const stands = (await sessionPeople(db, session.id)).some(showsIt);
      deed.record('guidedMoved', 'guided', id, {}, concerning(scope, told.organisation.id));
      for (const letter of lettersOf(scope, was, told, { before, stands }, after))
        deed.mail(letter);
      deed.mailStaff(['HOST'], (to) => houseLetter(scope.hub, to, told, 'moved'));
      return told.sessionId;
    });
  } catch (error) {
    throw atTime(inWords(error));
  }
}

type Session = { id: string; demoId: string; startsAt: Date; language: string };

async function move(
  db: Handle,
  scope: Scope,
  id: string,
  session: Session,
  { time, language }: MoveInput,
) {
  const hubId = scope.hub.id;
  const refuse = () => new Refusal('refusals.invalid', { time: 'guided.refusals.sameTime' });
  if (time.startsWith('session:')) {
    const target = await joined(db, hubId, session.demoId, time);
    if (target === session.id) throw refuse();
    await db.$queryRaw`select move_guided_group(${id}::uuid, ${target}::uuid, null, null) is null`;
    return;
  }
  const offer = await readOffer(db, hubId, session.demoId);
  const [date = '', clock = ''] = time.slice('start:'.length).split('T');
  const startsAt = demandStart(offer, language, date, clock, earliestFor(scope, offer));
  if (startsAt.equals(instantOf(session.startsAt)) && language === session.language) throw refuse();
  const target = crypto.randomUUID();
  await db.$queryRaw`select move_guided_group(${id}::uuid, ${target}::uuid,
    ${dateOf(startsAt)}::timestamptz, ${language}) is null`;
  await askHost(db, target);
}

/** To who booked; to whoever shows it then; and to whoever would have shown it before. */
function* lettersOf(
  { hub }: Scope,
  was: ToldGroup,
  told: ToldGroup,
  { before, stands }: { before: readonly SessionPerson[]; stands: boolean },
  after: readonly SessionPerson[],
) {
  const booker = bookerOf(after, told.id);
  if (booker) yield groupLetter(hub, booker, told, 'moved');
  const shown = after.filter(showsIt);
  for (const to of shown) {
    const kind = before.some((one) => one.id === to.id) ? 'moved' : 'asked';
    yield shownByLetter(hub, to, told, kind);
  }
  const free = before.filter((one) => showsIt(one) && !shown.some(({ id }) => id === one.id));
  for (const to of free) yield shownByLetter(hub, to, was, stands ? 'left' : 'off');
}

/** The form asks for nothing but the time. */
function atTime(error: unknown): unknown {
  if (!(error instanceof Refusal) || !error.fields.size) return error;
  return new Refusal(error.code, { time: error.fields.size }, null, error.values);
}
