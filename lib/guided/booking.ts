import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import { readableCode } from '#lib/platform/codes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { databaseFault, NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { openStretches } from '#lib/workspace/hours.ts';
import { shareSites } from '#lib/workspace/occupying.ts';
import { partyOf } from '#lib/workspace/parties.ts';
import { isId } from '#lib/workspace/schema.ts';
import { minutesOf } from '#lib/workspace/times.ts';
import { askHost } from './answering.ts';
import { bookerOf, type SessionPerson, sessionPeople, showsIt, toldGroup } from './groups.ts';
import { groupLetter, houseLetter, type ShownByKind, shownByLetter } from './letters.ts';
import {
  bookingPermission,
  earliestFor,
  earliestOf,
  languagesOf,
  type Offer,
  readOffer,
} from './offers.ts';
import type { BehalfInput, BookingInput, GroupInput } from './schema.ts';
import { startOf } from './starts.ts';

/**
 * Books a guided demo for a group of one's organisation: seats in a session that is open, or a time of its own,
 * for which zone, kit, guide and company host are taken together or not at all. Members may, and the
 * house's hosts on behalf of others. The same form sent twice books once. @throws Refusal in words: full, taken, closed, too soon, too small or too large a group
 */
export async function bookGroup(
  scope: Scope,
  demoId: string,
  input: BookingInput,
  behalf?: BehalfInput,
): Promise<string> {
  const { key: id } = input;
  try {
    await scope.write(bookingPermission(scope), async (db, deed) => {
      const hubId = scope.hub.id;
      const kept = await db.guidedGroup.count({ where: { hubId, id } });
      const whose = await whoseGroup(db, scope, behalf);
      const about = concerning(scope, whose.organisationId);
      deed.record('guidedBooked', 'guided', id, { size: input.size }, about);
      if (kept > 0) return;
      const { place } = await readOffer(db, hubId, demoId);
      // Before the hours are read: a closure that is published meanwhile sees this, or is seen.
      await shareSites(db, hubId, [place.id]);
      const offer = await readOffer(db, hubId, demoId);
      if (!offer.open && !scope.may('guided:arrange')) throw new NotFound('presentation');
      demandSize(offer, input.size);
      const sessionId = input.time.startsWith('session:')
        ? await joined(db, hubId, demoId, input.time)
        : await opened(db, scope, offer, input);
      await db.guidedGroup.createMany({
        data: { ...rowOf(scope, id, sessionId, input), ...whose },
      });
      await keepNeeds(db, hubId, id, input.needs);
      const people = await sessionPeople(db, sessionId);
      await tellOfGroup(scope, db, deed, id, 'booked', people);
    });
  } catch (error) {
    throw inWords(error);
  }
  return id;
}

function rowOf(scope: Scope, id: string, sessionId: string, { size, roles, hopes }: GroupInput) {
  return {
    ...{ hubId: scope.hub.id, id, sessionId, size, roles, hopes, madeAt: dateOf(now()) },
    surveyCode: readableCode(8),
  };
}

/** For whom: one's own organisation; for the house one that takes part, or somebody from outside. */
async function whoseGroup(db: Handle, scope: Scope, behalf?: BehalfInput) {
  const house = scope.may('guided:arrange');
  if (house && !behalf?.organisationId) {
    if (!behalf?.guestName || !behalf.guestEmail) throw new NotFound('guided');
    const { guestName, guestEmail } = behalf;
    return { organisationId: null, bookedById: scope.person.id, guestName, guestEmail };
  }
  const asked = house ? { organisationId: behalf?.organisationId, forId: behalf?.forId } : {};
  const { organisation, person } = await partyOf(db, scope, asked);
  return { organisationId: organisation.id, bookedById: person.id };
}

/** What the house does with an organisation's visit stands in that organisation's log, too. */
export const concerning = (scope: Scope, organisationId: string | null) =>
  scope.may('guided:arrange') && organisationId ? { concerns: organisationId } : {};

/** A session of this demo that has not begun. */
export async function joined(db: Handle, hubId: string, demoId: string, time: string) {
  const id = time.slice('session:'.length);
  const session = await db.guidedSession.findFirst({
    where: { hubId, id, demoId, state: 'OPEN', startsAt: { gt: dateOf(now()) } },
    select: { id: true },
  });
  if (!session) throw new Refusal('refusals.invalid', { time: 'guided.refusals.gone' });
  return session.id;
}

/** A session of its own, with everything it takes. */
async function opened(db: Handle, scope: Scope, offer: Offer, { time, language }: BookingInput) {
  const [date = '', clock = ''] = time.slice('start:'.length).split('T');
  const startsAt = demandStart(offer, language, date, clock, earliestFor(scope, offer));
  const id = crypto.randomUUID();
  await openSession(db, id, offer.demoId, startsAt, language, false);
  return id;
}

/** Takes everything a presentation needs, or raises; the wall and the constraint decide. */
export async function openSession(
  db: Handle,
  id: string,
  demoId: string,
  startsAt: Temporal.Instant,
  language: string,
  byHouse: boolean,
): Promise<void> {
  await db.$queryRaw`select open_guided_session(${id}::uuid, ${demoId}::uuid,
    ${dateOf(startsAt)}::timestamptz, ${language}, ${byHouse}) is null`;
  await askHost(db, id);
}

// As far as the page offers days.
const furthestDays = 379;

/** The instant of a start that the house's hours and notice allow. @throws Refusal on `time` */
export function demandStart(
  offer: Offer,
  language: string,
  date: string,
  clock: string,
  earliest = earliestOf(offer),
): Temporal.Instant {
  const refuse = (code: string): never => {
    throw new Refusal('refusals.invalid', { time: `guided.refusals.${code}` });
  };
  if (!languagesOf(offer).some((one) => one === language)) refuse('noLanguage');
  const startsAt = startOf(offer.site.zone, date, clock) ?? refuse('noTime');
  if (Temporal.Instant.compare(startsAt, earliest) < 0) refuse('tooSoon');
  if (Temporal.Instant.compare(startsAt, now().add({ hours: 24 * furthestDays })) > 0)
    refuse('tooFar');
  const from = minutesOf(clock);
  const open = openStretches(offer.house, Temporal.PlainDate.from(date), {
    ...{ kind: 'SHOWROOM' as const, placeId: offer.place.id },
  });
  if (!open.some((one) => one.from <= from && from + offer.minutes <= one.to)) refuse('closed');
  return startsAt;
}

function demandSize({ groupFrom, groupTo }: Offer, size: number): void {
  if (size >= groupFrom && size <= groupTo) return;
  const code = size < groupFrom ? 'tooFew' : 'tooMany';
  const values = { from: groupFrom, to: groupTo };
  throw new Refusal('refusals.invalid', { size: `guided.refusals.${code}` }, null, values);
}

async function keepNeeds(db: Handle, hubId: string, groupId: string, needs: string) {
  await db.guidedAccess.deleteMany({ where: { hubId, groupId } });
  if (needs) await db.guidedAccess.createMany({ data: { hubId, groupId, needs } });
}

/** Changes how many come, who, why and what they need, until it begins. Members of the organisation and the house's hosts may. */
export async function changeGroup(scope: Scope, id: string, input: GroupInput): Promise<void> {
  try {
    await scope.write(bookingPermission(scope), async (db, deed) => {
      const hubId = scope.hub.id;
      const { session, organisationId } = await demandGroup(db, scope, id);
      demandSize(await readOffer(db, hubId, session.demoId), input.size);
      const { size, roles, hopes } = input;
      await db.guidedGroup.updateMany({
        where: { hubId, id },
        data: { size, roles, hopes, revision: { increment: 1 } },
      });
      await keepNeeds(db, hubId, id, input.needs);
      deed.record('guidedChanged', 'guided', id, { size }, concerning(scope, organisationId));
      const people = await sessionPeople(db, session.id);
      const told = people.filter((one) => one === bookerOf(people, id) || showsIt(one));
      await tellOfGroup(scope, db, deed, id, 'changed', told);
    });
  } catch (error) {
    throw inWords(error);
  }
}

/** Gives the seats back; with the last group everything else is let go, too. Members of the organisation and the house's hosts may. */
export async function cancelGroup(scope: Scope, id: string): Promise<void> {
  await scope.write(bookingPermission(scope), async (db, deed) => {
    const { sessionId, organisationId } = await demandGroup(db, scope, id);
    const before = await sessionPeople(db, sessionId);
    await db.guidedGroup.updateMany({
      where: { hubId: scope.hub.id, id },
      data: { state: 'CANCELLED', cancelledAt: dateOf(now()), revision: { increment: 1 } },
    });
    deed.record('guidedCancelled', 'guided', id, {}, concerning(scope, organisationId));
    // Who shows it hears that this one does not come; and that all is off where nothing is held any more.
    const goesOn = (await sessionPeople(db, sessionId)).some(showsIt);
    const told = before.filter((one) => one === bookerOf(before, id) || showsIt(one));
    await tellOfGroup(scope, db, deed, id, 'cancelled', told, goesOn ? 'left' : 'off');
  });
}

/** The house's hosts see to every group, everybody else to their organisation's. */
const ownOnly = (scope: Scope) =>
  scope.may('guided:arrange') ? {} : { organisationId: scope.organisation.id };

/** One's own group, for the house anybody's, that has not begun. @throws NotFound; Refusal when it is over or cancelled */
export async function demandGroup(db: Handle, scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('guided');
  const group = await db.guidedGroup.findFirst({
    where: { hubId: scope.hub.id, id, ...ownOnly(scope) },
    include: { session: true },
  });
  if (!group) throw new NotFound('guided');
  const begun = Temporal.Instant.compare(instantOf(group.session.startsAt), now()) <= 0;
  if (group.state === 'CANCELLED' || begun) throw new Refusal('guided.refusals.over');
  return group;
}

/** Tells who booked, with a file for the calendar; and the house and the company host that a group comes. */
async function tellOfGroup(
  scope: Scope,
  db: Handle,
  deed: Deed,
  id: string,
  kind: 'booked' | 'changed' | 'cancelled',
  people: readonly SessionPerson[],
  shownBy: ShownByKind = kind === 'booked' ? 'asked' : 'changed',
): Promise<void> {
  const told = await toldGroup(db, scope.hub.id, id);
  for (const { part, ...to } of people) {
    if (part === `GROUP:${id}`) deed.mail(groupLetter(scope.hub, to, told, kind));
    else if (part === 'GUIDE' || part === 'HOST') {
      deed.mail(shownByLetter(scope.hub, { ...to, part }, told, shownBy));
    }
  }
  deed.mailStaff(['HOST'], (to) => houseLetter(scope.hub, to, told, kind));
}

/** What the constraints said, as a sentence at its field. */
export function inWords(error: unknown): unknown {
  // A door that nobody without a right goes through: the same as if nothing were there.
  if (databaseFault(error)?.state === '42501') return new NotFound('guided');
  const refuse = (code: string, field: string) =>
    new Refusal('refusals.invalid', { [field]: `guided.refusals.${code}` });
  if (refusedBy(error, 'no_more_than_there_are_seats')) return refuse('full', 'size');
  if (refusedBy(error, 'sessions_stand')) return refuse('gone', 'time');
  if (refusedBy(error, 'groups_stand')) return new Refusal('guided.refusals.over');
  if (refusedBy(error, 'somebody_shows_it')) return refuse('nobody', 'time');
  if (refusedBy(error, 'no_two_in_one_unit')) return refuse('taken', 'time');
  return error;
}
