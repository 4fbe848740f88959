import { Temporal } from 'temporal-polyfill';
import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { defaultLocale, isLocale, type Locale } from '#lib/platform/i18n/locales.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type House, hoursOn } from '#lib/workspace/hours.ts';
import { listSites } from '#lib/workspace/house.ts';
import { houseOf, withOpening } from '#lib/workspace/opening.ts';
import { localInstant } from '#lib/workspace/rules.ts';
import { minutesOf } from '#lib/workspace/times.ts';
import { guestLetter, hereLetter } from './letters.ts';
import { stateOf, type VisitRow, visitByCode, visitWithin } from './reads.ts';
import { drawCode, type VisitInput } from './schema.ts';

/**
 * Announces a guest of the acting organisation; any member may. Whoever left the guest's address has the
 * code mailed to them, with the time for their calendar.
 * @throws Refusal for a day that has been, a booking that is not the organisation's, or a time when the house
 *   is closed and nobody has said that they meet the guest all the same
 */
export async function registerVisit(scope: Scope, input: VisitInput): Promise<{ id: string }> {
  return scope.write('visit:register', async (db, deed) => {
    const hubId = scope.hub.id;
    const site = await siteOf(db, scope, input);
    const startsAt = localInstant(input.date, input.from, site.zone, 'from');
    const endsAt = localInstant(input.date, input.to, site.zone, 'to');
    if (endsAt.epochMilliseconds <= now().epochMilliseconds) {
      const code = 'visits.refusals.past';
      throw new Refusal(code, { date: code });
    }
    refuseClosed(site, input);
    const { guest, company, email, note, greeting } = input;
    const locale = input.locale || (await hubLanguage(db, hubId));
    const { id } = await db.visit.create({
      data: {
        ...{ hubId, siteId: site.id, organisationId: scope.organisation.id },
        ...{ hostId: scope.person.id, bookingId: input.bookingId || null },
        ...{ guest, company, email, note, greeting, locale, code: drawCode() },
        ...{ startsAt: dateOf(startsAt), endsAt: dateOf(endsAt), createdAt: dateOf(now()) },
      },
      select: { id: true },
    });
    deed.record('visitRegistered', 'visit', id);
    if (email) writeToGuest(scope, deed, await visitWithin(db, scope, id), 'invited');
    return { id };
  });
}

/** The language the hub itself writes. */
async function hubLanguage(db: Handle, hubId: string): Promise<Locale> {
  const hub = await db.hub.findUnique({ where: { id: hubId }, select: { languages: true } });
  return hub?.languages.find(isLocale) ?? defaultLocale;
}

function refuseClosed(house: House, { date, from, to, outside }: VisitInput) {
  if (outside === 'yes') return;
  const hours = hoursOn(house, Temporal.PlainDate.from(date));
  const open = hours && minutesOf(from) >= hours.opens && minutesOf(to) <= hours.closes;
  if (open) return;
  const code = hours ? 'visits.refusals.closedThen' : 'visits.refusals.closedDay';
  throw new Refusal(code, { [hours ? 'from' : 'date']: code }, { closed: true });
}

/** Calls a visit off; the guest is told where they left an address. @throws Refusal once they have come */
export async function cancelVisit(scope: Scope, id: string): Promise<void> {
  await scope.write('visit:receive', async (db, deed) => {
    const visit = await visitWithin(db, scope, id);
    if (stateOf(visit) !== 'EXPECTED') throw new Refusal('visits.refusals.notExpected');
    await db.visit.update({
      where: { hubId_id: { hubId: scope.hub.id, id } },
      data: { cancelledAt: dateOf(now()) },
    });
    deed.record('visitCancelled', 'visit', id, {}, { concerns: visit.organisationId });
    if (visit.email) writeToGuest(scope, deed, visit, 'cancelled');
  });
}

/** Someone of the house or of the organisation lets the guest in, or says that they have gone. */
export async function receive(scope: Scope, id: string, step: 'in' | 'out'): Promise<void> {
  await scope.write('visit:receive', async (db, deed) => {
    await pass(scope, db, deed, await visitWithin(db, scope, id), step);
  });
}

export type Passed = Pick<VisitRow, 'guest' | 'host' | 'organisation' | 'place'> & {
  /** `ask`: the guest is in already, or has gone, and says which way they are going. */
  step: 'in' | 'out' | 'ask';
};

/**
 * A guest at the door, by the code alone: the first time they come in and whoever they visit is told. From
 * then on they are asked, so that nobody goes by typing the code twice; who has gone may come in again until
 * the visit ends.
 * @throws Refusal for a code that is none just now; which of the two, nobody learns
 */
export async function passByCode(
  hubSlug: string,
  code: string,
  chosen?: 'in' | 'out',
): Promise<Passed> {
  const system = await enterSystem(hubSlug, 'a guest arrives');
  const work = system.write('system:work', async (db, deed) => {
    const visit = await visitByCode(db, system.hub.id, code);
    const { guest, host, organisation, place } = visit;
    const told = { guest, host, organisation, place };
    const state = stateOf(visit);
    const over = visit.endsAt.getTime() <= now().epochMilliseconds;
    if (state === 'CANCELLED' || (state === 'LEFT' && over)) throw new NotFound('visit');
    const step = state === 'EXPECTED' ? 'in' : chosen;
    if (!step) {
      deed.record('visitAsked', 'visit', visit.id, {}, { concerns: visit.organisationId });
      return { ...told, step: 'ask' as const };
    }
    // Who is in and says so, or has gone and says so, is told the same; nothing changes.
    const known = (state === 'HERE' && step === 'in') || (state === 'LEFT' && step === 'out');
    if (known) deed.record('visitAsked', 'visit', visit.id, {}, { concerns: visit.organisationId });
    else await pass(system, db, deed, visit, step);
    return { ...told, step };
  });
  return work.catch((error) => {
    const refusal = 'visits.refusals.noSuchCode';
    throw error instanceof NotFound ? new Refusal(refusal, { code: refusal }) : error;
  });
}

async function pass(scope: Scope, db: Handle, deed: Deed, visit: VisitRow, step: 'in' | 'out') {
  const at = dateOf(now());
  const again = visit.leftAt !== null;
  // Held against what was read: of two at once one comes in, one goes.
  const { count } = await db.visit.updateMany({
    where: {
      ...{ hubId: scope.hub.id, id: visit.id, cancelledAt: null, leftAt: visit.leftAt },
      arrivedAt: step === 'out' || again ? { not: null } : null,
    },
    data: step === 'out' ? { leftAt: at } : again ? { leftAt: null } : { arrivedAt: at },
  });
  if (count === 0) throw new Refusal('visits.refusals.alreadyDone');
  const about = { concerns: visit.organisationId };
  if (step === 'out') return deed.record('visitLeft', 'visit', visit.id, {}, about);
  deed.record('visitArrived', 'visit', visit.id, {}, about);
  await tellHost(scope, db, deed, visit);
}

async function tellHost(scope: Scope, db: Handle, deed: Deed, visit: VisitRow) {
  const host = await db.person.findFirst({
    where: { id: visit.hostId, withdrawnAt: null },
    select: { id: true, email: true, locale: true },
  });
  const body = await db.organisation.findFirst({
    where: { id: visit.organisationId },
    select: { slug: true },
  });
  if (!host || !body) return;
  deed.mail(hereLetter(scope.hub, host, visit));
  const detail = { title: visit.guest, organisation: scope.hub.name };
  const path = `/${scope.hub.slug}/${body.slug}/visits`;
  await tell(scope, db, [host.id], { kind: 'visitArrived', detail, path });
}

function writeToGuest(scope: Scope, deed: Deed, visit: VisitRow, kind: 'invited' | 'cancelled') {
  const locale = isLocale(visit.locale) ? visit.locale : defaultLocale;
  deed.mail(guestLetter(scope.hub, locale, visit, kind));
}

/** Where the guest comes: the site of the booking, the one that was chosen, or the one shown first. */
async function siteOf(db: Handle, scope: Scope, { bookingId, siteId }: VisitInput) {
  const hubId = scope.hub.id;
  if (bookingId) {
    const booking = await db.booking.findFirst({
      where: { hubId, id: bookingId, organisationId: scope.organisation.id },
      select: { place: { select: { siteId: true } } },
    });
    if (!booking) throw new NotFound('booking');
    return siteWithHours(db, hubId, booking.place.siteId);
  }
  const sites = await listSites(db, hubId);
  const shown = siteId ? sites.find(({ id }) => id === siteId) : sites[0];
  if (!shown) throw new NotFound('site');
  return siteWithHours(db, hubId, shown.id);
}

async function siteWithHours(db: Handle, hubId: string, id: string) {
  const where = { hubId_id: { hubId, id } };
  const site = await db.site.findUniqueOrThrow({ where, include: withOpening });
  return { ...houseOf(site), id };
}
