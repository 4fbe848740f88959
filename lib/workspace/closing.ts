import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import { defaultLocale, inLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { KeptBooking } from './bookings.ts';
import { cancel } from './cancelling.ts';
import { change } from './changing.ts';
import { type ClosureInput, type Decisions, minutesToday } from './closing-forms.ts';
import { affectedBy, type Closure, lapseWaiting, readClosure } from './closures.ts';
import { keptBooking } from './kept.ts';
import { claimSite } from './occupying.ts';
import { isId, placeKinds } from './schema.ts';

/** Keeps a closure that nobody sees yet, new or changed. @throws Refusal once it is published */
export async function draftClosure(
  scope: Scope,
  id: string | null,
  input: ClosureInput,
): Promise<{ id: string }> {
  return scope.write('closure:publish', async (db, deed) => {
    const hubId = scope.hub.id;
    const data = await fieldsOf(db, hubId, input);
    if (id === null) {
      const made = await db.closure.create({ data: { hubId, ...data }, select: { id: true } });
      deed.record('closureDrafted', 'closure', made.id);
      return made;
    }
    if (!isId(id)) throw new NotFound('closure');
    const { count } = await db.closure.updateMany({ where: { hubId, id, state: 'DRAFT' }, data });
    if (count === 0) throw new Refusal('hours.refusals.notADraft');
    deed.record('closureDrafted', 'closure', id);
    return { id };
  });
}

async function fieldsOf(db: Handle, hubId: string, input: ClosureInput) {
  const site = await db.site.findFirst({
    where: { hubId, slug: input.site },
    include: { places: { select: { id: true } } },
  });
  if (!site) throw new NotFound('site');
  const placeId = input.of.startsWith('place:') ? input.of.slice('place:'.length) : null;
  if (placeId && !site.places.some((place) => place.id === placeId)) throw new NotFound('place');
  const { fromDay, fromTime, toDay, toTime, yearly, exempt, sv, nb, en } = input;
  const any = sv || nb || en;
  return {
    ...{ siteId: site.id, placeId, kind: placeKinds.find((kind) => kind === input.of) ?? null },
    ...{ fromDay: new Date(fromDay), fromMinute: minutesToday(fromTime, 0) },
    ...{ toDay: new Date(toDay), toMinute: minutesToday(toTime, 24 * 60) },
    ...{ yearly, exempt, message: { sv: sv || any, nb: nb || any, en: en || any } },
  };
}

/**
 * Publishes a closure and, in the same breath, moves or cancels every booking it meets, each as decided,
 * with notice to whoever has it. Nobody can book at the site meanwhile: whoever was first is among the
 * bookings, whoever comes after finds it closed.
 * @throws Refusal `undecided` when a booking has no decision, also one that has come since the page was shown
 */
export async function publishClosure(
  scope: Scope,
  id: string,
  decisions: Decisions,
): Promise<void> {
  try {
    await scope.write('closure:publish', (db, deed) => publish(scope, db, deed, id, decisions));
  } catch (error) {
    if (!refusedBy(error, 'no_two_in_one_unit')) throw error;
    throw new Refusal('hours.refusals.moveTaken');
  }
}

async function publish(scope: Scope, db: Handle, deed: Deed, id: string, decisions: Decisions) {
  const hubId = scope.hub.id;
  const closure = await readClosure(db, hubId, id);
  await claimSite(db, closure.site.id);
  const { count } = await db.closure.updateMany({
    where: { hubId, id, state: 'DRAFT' },
    data: { state: 'PUBLISHED', publishedAt: dateOf(now()) },
  });
  if (count === 0) throw new Refusal('hours.refusals.notADraft');
  const { bookings, guided } = await affectedBy(db, hubId, closure);
  if (guided > 0) throw new Refusal('hours.refusals.guidedThen', {}, null, { count: guided });
  refuseUndecided(bookings, decisions);
  const lapsed = await lapseWaiting(db, hubId, closure);
  for (const booking of bookings) await decide(scope, db, deed, booking, decisions, closure);
  deed.record('closurePublished', 'closure', id, { bookings: bookings.length, waiting: lapsed });
  deed.pagesChanged('workspace:read');
}

function refuseUndecided(bookings: readonly KeptBooking[], { byBooking, rest }: Decisions) {
  const open = rest ? [] : bookings.filter((booking) => !byBooking.has(booking.id));
  if (open.length === 0) return;
  const code = 'hours.refusals.undecided';
  throw new Refusal(
    code,
    Object.fromEntries(open.map((booking) => [`for-${booking.id}`, 'hours.refusals.decide'])),
    null,
    { count: open.length },
  );
}

async function decide(
  scope: Scope,
  db: Handle,
  deed: Deed,
  { id }: KeptBooking,
  { byBooking }: Decisions,
  { message }: Closure,
) {
  const to = byBooking.get(id) ?? 'cancel';
  const kept = await keptBooking(scope, db, id);
  const locale = kept.party.person?.locale ?? '';
  const why = inLocale(message, isLocale(locale) ? locale : defaultLocale);
  // A hold is told to nobody, and nobody has said yes to it.
  if (to === 'cancel' || kept.status === 'HELD') return cancel(scope, db, deed, kept, why);
  const { purpose, people, revision } = kept;
  await change(scope, db, deed, id, { ...to, purpose, people, revision }, why);
}

/** Takes a published closure back: what it closed can be booked again; what was moved or cancelled stays so. */
export async function withdrawClosure(scope: Scope, id: string): Promise<void> {
  await scope.write('closure:publish', async (db, deed) => {
    const hubId = scope.hub.id;
    const closure = await readClosure(db, hubId, id);
    await claimSite(db, closure.site.id);
    const { count } = await db.closure.updateMany({
      where: { hubId, id, state: 'PUBLISHED' },
      data: { state: 'WITHDRAWN' },
    });
    if (count === 0) throw new Refusal('hours.refusals.notPublished');
    deed.record('closureWithdrawn', 'closure', id);
    deed.pagesChanged('workspace:read');
  });
}

/** Throws a draft away. @throws Refusal once it is published */
export async function dropClosure(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('closure');
  await scope.write('closure:publish', async (db, deed) => {
    const { count } = await db.closure.deleteMany({
      where: { hubId: scope.hub.id, id, state: 'DRAFT' },
    });
    if (count === 0) throw new Refusal('hours.refusals.notADraft');
    deed.record('closureDropped', 'closure', id);
  });
}
