import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { askHost } from './answering.ts';
import { demandStart, openSession } from './booking.ts';
import { type SessionPerson, sessionPeople, type ToldGroup, toldGroup } from './groups.ts';
import { calledOffLetter, groupLetter, shownByLetter, unansweredLetter } from './letters.ts';
import { type Offer, readOffer } from './offers.ts';
import type { OpeningInput, PresentationInput, ResourceInput } from './schema.ts';

/** Adds a kit item, a guide or a company host, each a unit of its own. The house's hosts may. */
export async function addResource(scope: Scope, input: ResourceInput): Promise<void> {
  const [kind = '', person, organisation] = input.what.split(':');
  const things = kind === 'KIT';
  if (things && !input.name)
    throw new Refusal('refusals.invalid', { name: 'guided.refusals.name' });
  if (!things && input.languages.length === 0) {
    throw new Refusal('refusals.invalid', { languages: 'guided.refusals.noLanguage' });
  }
  if (!isId(input.siteId)) throw new NotFound('site');
  const id = crypto.randomUUID();
  try {
    await scope.write('guided:arrange', async (db, deed) => {
      await db.$queryRaw`select add_guided_resource(${id}::uuid, ${input.siteId}::uuid, ${kind}::"ResourceKind",
        ${things ? input.name : ''}, ${person ?? null}::uuid, ${organisation ?? null}::uuid,
        ${things ? [] : input.languages}::text[]) is null`;
      deed.record('guidedResourceAdded', 'resource', id, { kind });
    });
  } catch (error) {
    if (refusedBy(error, 'guided_resource_hub_id_person_id_key')) {
      throw new Refusal('refusals.invalid', { what: 'guided.refusals.there' });
    }
    throw error;
  }
}

/** Takes one out of use for what is booked from now on, or into use again. The house's hosts may. */
export async function retireResource(scope: Scope, id: string, retired: boolean): Promise<void> {
  if (!isId(id)) throw new NotFound('resource');
  await scope.write('guided:arrange', async (db, deed) => {
    const retiredAt = retired ? dateOf(now()) : null;
    const where = { hubId: scope.hub.id, id };
    const { count } = await db.guidedResource.updateMany({ where, data: { retiredAt } });
    if (count === 0) throw new NotFound('resource');
    deed.record('guidedResourceChanged', 'resource', id, { retired });
  });
}

/** Says how a demo is shown to groups. What is booked stands. The house's hosts may. */
export async function savePresentation(
  scope: Scope,
  demoId: string,
  { resources, ...input }: PresentationInput,
): Promise<void> {
  if (!isId(demoId)) throw new NotFound('demo');
  await scope.write('guided:arrange', async (db, deed) => {
    const hubId = scope.hub.id;
    const demo = await db.showroomDemo.count({ where: { hubId, id: demoId, status: 'PUBLISHED' } });
    const place = await db.place.count({
      where: { hubId, id: input.placeId, kind: 'SHOWROOM', state: { not: 'HIDDEN' } },
    });
    if (demo === 0 || place === 0) throw new NotFound('presentation');
    const known = await db.guidedResource.findMany({
      where: { hubId, id: { in: resources } },
      select: { id: true, kind: true },
    });
    const lacks = (kind: 'GUIDE' | 'HOST') => !known.some((one) => one.kind === kind);
    if (input.open && lacks('GUIDE')) refuse('noGuide');
    if (input.hostNeeded && lacks('HOST')) refuse('noHost');
    const key = { hubId_demoId: { hubId, demoId } };
    await db.presentation.upsert({
      where: key,
      create: { hubId, demoId, ...input },
      update: input,
    });
    await db.presentationResource.deleteMany({ where: { hubId, demoId } });
    await db.presentationResource.createMany({
      data: known.map(({ id }) => ({ hubId, demoId, resourceId: id })),
    });
    deed.record('presentationSaved', 'demo', demoId, { open: input.open });
    deed.pagesChanged('showroom:read');
  });
}

function refuse(code: string): never {
  throw new Refusal('refusals.invalid', { resources: `guided.refusals.${code}` });
}

/**
 * Opens times that groups may join, one a week. The house's hosts may. Each takes all it needs or none does.
 * @throws Refusal with what stands in the way; nothing is opened then
 */
export async function openTimes(scope: Scope, demoId: string, input: OpeningInput): Promise<void> {
  const first = Temporal.PlainDate.from(input.date);
  await scope.write('guided:arrange', async (db, deed) => {
    const offer = await readOffer(db, scope.hub.id, demoId);
    for (let week = 0; week < input.weeks; week += 1) {
      const date = first.add({ weeks: week }).toString();
      const id = await openOne(db, offer, input, date);
      await askHosts(scope, db, deed, id);
    }
    deed.record('guidedOpened', 'demo', demoId, { weeks: input.weeks });
  });
}

async function openOne(
  db: Handle,
  offer: Offer,
  { language, from, weeks }: OpeningInput,
  date: string,
): Promise<string> {
  const id = crypto.randomUUID();
  try {
    const startsAt = demandStart(offer, language, date, from, now());
    await openSession(db, id, offer.demoId, startsAt, language, true);
    return id;
  } catch (error) {
    throw asOpening(error, weeks > 1 ? date : null);
  }
}

/** A company's people are asked at once, not first by a reminder. */
async function askHosts(scope: Scope, db: Handle, deed: Deed, id: string): Promise<void> {
  const session = await db.guidedSession.findFirst({
    where: { hubId: scope.hub.id, id, hostAnswer: 'ASKED' },
    select: {
      startsAt: true,
      demo: { select: { title: true, owner: { select: { slug: true } } } },
      place: { select: { site: { select: { zone: true } } } },
    },
  });
  if (!session) return;
  for (const to of (await sessionPeople(db, id)).filter(({ part }) => part === 'HOST')) {
    deed.mail(unansweredLetter(scope.hub, to, session));
  }
}

const saysWeek = ['closed', 'nobody', 'taken'];

/** The form of the house names its field otherwise; of several weeks the refusal says which. */
function asOpening(error: unknown, date: string | null): unknown {
  const refuse = (code: string) =>
    date && saysWeek.includes(code)
      ? new Refusal('refusals.invalid', { from: `guided.refusals.week.${code}` }, null, { date })
      : new Refusal('refusals.invalid', { from: `guided.refusals.${code}` });
  if (refusedBy(error, 'somebody_shows_it')) return refuse('nobody');
  if (refusedBy(error, 'no_two_in_one_unit')) return refuse('taken');
  if (error instanceof Refusal && error.fields.time) {
    return refuse(error.fields.time.slice('guided.refusals.'.length));
  }
  return error;
}

/**
 * Calls a session off with a reason; its groups and who would have shown it to them are told. The house's hosts
 * may. Says whether there was anybody to tell.
 */
export async function callOff(scope: Scope, id: string, reason: string): Promise<boolean> {
  return scope.write('guided:arrange', async (db, deed) => {
    await demandAhead(db, scope, id);
    return endSession(scope, db, deed, id, reason);
  });
}

async function endSession(scope: Scope, db: Handle, deed: Deed, id: string, reason: string) {
  const hubId = scope.hub.id;
  const people = await sessionPeople(db, id);
  await db.guidedSession.updateMany({ where: { hubId, id }, data: { reason, state: 'CANCELLED' } });
  deed.record('guidedCalledOff', 'session', id);
  await tellOff(scope, db, deed, people);
  return people.some(({ part }) => part.startsWith('GROUP:'));
}

/** Groups read of their own visit; guides and hosts of the first group's, or of nothing where none comes. */
export async function tellOff(
  scope: Scope,
  db: Handle,
  deed: Deed,
  people: readonly SessionPerson[],
): Promise<void> {
  const groups = new Map<string, ToldGroup>();
  for (const { part } of people.filter((one) => one.part.startsWith('GROUP:'))) {
    const id = part.slice('GROUP:'.length);
    groups.set(id, await toldGroup(db, scope.hub.id, id));
  }
  const [first] = groups.values();
  for (const { part, ...to } of people) {
    const own = groups.get(part.slice('GROUP:'.length));
    if (own) deed.mail(groupLetter(scope.hub, to, own, 'off'));
    else if (first) deed.mail(shownByLetter(scope.hub, { ...to, part }, first, 'off'));
  }
}

/** A session that has not begun. @throws NotFound; Refusal when it is over or called off */
export async function demandAhead(db: Handle, scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('session');
  const session = await db.guidedSession.findFirst({ where: { hubId: scope.hub.id, id } });
  if (!session) throw new NotFound('session');
  const begun = Temporal.Instant.compare(instantOf(session.startsAt), now()) <= 0;
  if (begun || session.state === 'CANCELLED') throw new Refusal('guided.refusals.over');
  return session;
}

/**
 * Somebody cannot: another who can takes over, or the session is called off with that reason. The house's hosts
 * may. Says whether somebody took over.
 */
export async function replacePerson(
  scope: Scope,
  id: string,
  resourceId: string,
  reason: string,
): Promise<boolean> {
  if (!isId(resourceId)) throw new NotFound('resource');
  return scope.write('guided:arrange', (db, deed) =>
    replace(scope, db, deed, { id, resourceId, reason }),
  );
}

type Instead = { id: string; resourceId: string; reason: string };

async function kindOf(db: Handle, scope: Scope, id: string): Promise<string | undefined> {
  const found = await db.guidedResource.findFirst({ where: { hubId: scope.hub.id, id } });
  return found?.kind;
}

/** Another company host has not said yes: its groups read that, and their calendars say so. */
async function askAnew(scope: Scope, db: Handle, deed: Deed, id: string): Promise<void> {
  await askHost(db, id);
  const groups = { hubId: scope.hub.id, sessionId: id, state: 'OPEN' as const };
  await db.guidedGroup.updateMany({ where: groups, data: { revision: { increment: 1 } } });
  for (const { part, ...to } of await sessionPeople(db, id)) {
    if (!part.startsWith('GROUP:')) continue;
    const told = await toldGroup(db, scope.hub.id, part.slice('GROUP:'.length));
    deed.mail(groupLetter(scope.hub, to, told, 'changed'));
  }
}

/** For a step of a deed: another takes over, or it is called off and everyone told. Says whether somebody took over. */
export async function replace(
  scope: Scope,
  db: Handle,
  deed: Deed,
  instead: Instead,
): Promise<boolean> {
  const { id, resourceId, reason } = instead;
  await demandAhead(db, scope, id);
  const before = await sessionPeople(db, id);
  const kind = await kindOf(db, scope, resourceId);
  const [done] = await db.$queryRaw<[{ found: boolean }]>`
    select replace_in_session(${id}::uuid, ${resourceId}::uuid, ${reason}) as found`;
  deed.record('guidedReplaced', 'session', id, { found: done.found });
  if (!done.found) {
    await tellOff(scope, db, deed, before);
    deed.mailStaff(['HOST'], (to) => calledOffLetter(scope.hub, to, id, reason));
    return false;
  }
  // Whom the house put in has not been asked yet; an organisation's own people have, and send one of them.
  if (kind === 'HOST' && scope.may('guided:arrange')) await askAnew(scope, db, deed, id);
  const known = new Set(before.map((one) => one.id));
  const after = await sessionPeople(db, id);
  const group = after.find(({ part }) => part.startsWith('GROUP:'));
  if (!group) return true;
  const told = await toldGroup(db, scope.hub.id, group.part.slice('GROUP:'.length));
  for (const to of after.filter((one) => !known.has(one.id))) {
    deed.mail(shownByLetter(scope.hub, to, told, 'asked'));
  }
  return true;
}
