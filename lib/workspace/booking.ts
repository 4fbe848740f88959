import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { freezePrice, netOreOf, refuseUnagreed } from '#lib/prices/freezing.ts';
import { listAlternatives } from './alternatives.ts';
import type { TypedNeeds } from './attributes.ts';
import { awaitsAnswer, type Bookable, readBookables, refuseUnfit } from './bookable.ts';
import { asItStands } from './facts.ts';
import { holdUntil, refuseTooManyHolds } from './holding.ts';
import { seenBy } from './hours.ts';
import { bookingEvents } from './moves.ts';
import { lineUp, occupy, shareSites } from './occupying.ts';
import { concerning, type Party, partyOf } from './parties.ts';
import { meetTerms } from './place-terms.ts';
import { type Account, lineUpAccounts, refuseOverQuota } from './quotas.ts';
import { claimed, fitted, type Window, windowOf } from './rules.ts';
import { findBySameForm } from './same-form.ts';
import { type BookingInput, type BookingRequest, isId } from './schema.ts';
import { tellBooked } from './telling.ts';
import { tellSeries } from './telling-series.ts';
import { type Rule, type Rules, readRules } from './terms.ts';

/**
 * Books a place, or several at once (all or none), for the acting organisation; the house may book for
 * any that takes part. Any member may. The same form (request key) sent again gives the booking it made.
 * Where the rules ask for it, the booking awaits the house's answer and takes the place meanwhile.
 * Mail with a calendar file goes to whom it is for. What was searched for (`needs`) ranks alternatives.
 * @throws NotFound for a place that is not there, hidden or another hub's
 * @throws Refusal for what the rules do not allow; `taken` carries `{ alternatives }`
 */
export async function bookPlace(
  scope: Scope,
  asked: BookingInput,
  needs?: TypedNeeds,
): Promise<{ id: string }> {
  if (!isId(asked.placeId) || !isId(asked.requestKey)) throw new NotFound('place');
  const input: BookingRequest = { also: [], way: 'book', termsAccepted: [], ...asked };
  const earlier = await findBySameForm(scope, input);
  if (earlier) return earlier;
  const permission = input.organisationId ? 'booking:behalf' : 'booking:create';
  try {
    return await scope.write(permission, (db, deed) => book(scope, db, deed, input));
  } catch (error) {
    if (refusedBy(error, 'booking_hub_id_booked_by_id_request_key_key')) {
      const twin = await findBySameForm(scope, input);
      if (twin) return twin;
      throw new Refusal('workspace.refusals.formUsed');
    }
    if (refusedBy(error, 'terms_before_booking')) {
      throw new Refusal('workspace.refusals.termsFirst');
    }
    if (refusedBy(error, 'hidden_places_take_nothing')) throw new NotFound('place');
    if (!refusedBy(error, 'no_two_in_one_unit')) throw error;
    const { placeId, date, from, to } = input;
    const alternatives = await listAlternatives(scope, placeId, { date, from, to }, needs);
    throw new Refusal('workspace.refusals.taken', {}, { alternatives });
  }
}

async function book(scope: Scope, db: Handle, deed: Deed, input: BookingRequest) {
  const hubId = scope.hub.id;
  const rules = await readRules(db, hubId);
  const party = await partyOf(db, scope, input);
  await shareSites(db, hubId, [input.placeId, ...input.also]);
  const places = await readBookables(db, hubId, [...new Set([input.placeId, ...input.also])]);
  await lineUpAccounts(db, hubId, accountOf(party));
  const togetherId = places.length > 1 ? crypto.randomUUID() : null;
  await lineUp(
    db,
    places.flatMap(({ unitIds }) => unitIds),
  );
  if (input.way === 'hold') await refuseTooManyHolds(db, hubId, scope.person.id);
  const ids: string[] = [];
  for (const [n, place] of places.entries()) {
    const requestKey = n === 0 ? input.requestKey : crypto.randomUUID();
    const house = seenBy(place.site, { actor: party.actorClass });
    const slot = n === 0 ? input : fitted(input, house, rules[place.kind]);
    const own = { ...input, ...slot, requestKey, togetherId };
    ids.push(await makeBooking(scope, db, deed, own, place, rules, party));
  }
  if (input.way === 'book') {
    const what = party.house ? 'costs' : 'dearer';
    refuseUnagreed(what, await netOreOf(db, hubId, ids), input.agreedOre);
    if (togetherId) await tellSeries(scope, db, deed, ids, party, 'togetherBooked');
  }
  return { id: ids[0] as string };
}

export type Wanted = Pick<BookingRequest, 'date' | 'from' | 'to' | 'purpose' | 'people' | 'way'> & {
  requestKey: string;
  togetherId: string | null;
  /** Versions of terms that are agreed to with it. */
  termsAccepted?: readonly string[];
  /** The series it belongs to, and for which of its days; like those together it has one letter for all. */
  series?: { id: string; date: string };
};

/** One booking of one place, with everything it must pass. Part of a write; the event is recorded. */
export async function makeBooking(
  scope: Scope,
  db: Handle,
  deed: Deed,
  wanted: Wanted,
  place: Bookable,
  rules: Rules,
  party: Party,
): Promise<string> {
  const rule = rules[place.kind];
  const people = wanted.people ?? 1;
  refuseUnfit(place, rule, party.actorClass, party.organisation.id, people);
  await meetTerms(scope, db, deed, place, party, wanted.termsAccepted);
  const house = seenBy(place.site, { actor: party.actorClass });
  const window = windowOf(wanted, house, rule, now());
  const { zone } = place.site;
  const account = accountOf(party);
  await refuseOverQuota(db, scope.hub.id, account, { ...window, kind: place.kind, zone });
  const status = statusOf(wanted.way, place, rule, party);
  const heldUntil = status === 'HELD' ? dateOf(holdUntil(now(), window.startsAt)) : null;
  const booking = await db.booking.create({
    data: {
      ...{ hubId: scope.hub.id, placeId: place.id, organisationId: party.organisation.id },
      ...{ bookedById: scope.person.id, bookedForId: party.person.id },
      ...{ startsAt: dateOf(window.startsAt), endsAt: dateOf(window.endsAt), people, status },
      ...{ purpose: wanted.purpose, requestKey: wanted.requestKey, togetherId: wanted.togetherId },
      ...{ shown: party.shown, actorClass: party.actorClass, heldUntil },
      createdAt: dateOf(now()),
      ...(wanted.series && {
        seriesId: wanted.series.id,
        originalDate: new Date(wanted.series.date),
      }),
    },
  });
  await takePlace(scope, db, place, claimed(window, rule), { ...booking, heldUntil });
  await freezePrice(db, scope.hub.id, booking, place, status === 'HELD');
  const detail = asItStands(booking, place);
  deed.record(bookingEvents[status], 'booking', booking.id, detail, concerning(party));
  const told = { ...booking, place, site: place.site };
  if (!wanted.series && !wanted.togetherId) await tellBooked(scope, db, deed, told, party);
  return booking.id;
}

/** The account that limits are counted on. */
export function accountOf({ organisation, person, actorClass }: Party): Account {
  return { organisationId: organisation.id, personId: person.id, actorClass };
}

function statusOf(way: 'book' | 'hold', place: Bookable, rule: Rule, { actorClass, house }: Party) {
  if (way === 'hold') return 'HELD' as const;
  // Whoever would answer has no need to ask.
  const awaits = awaitsAnswer(place, rule, actorClass) && !house;
  return awaits ? ('PENDING' as const) : ('CONFIRMED' as const);
}

/** Takes the units for a booking; others see for whom where its organisation lets them. */
export async function takePlace(
  scope: Scope,
  db: Handle,
  place: Bookable,
  window: Window,
  booking: {
    id: string;
    organisationId: string;
    shown: 'ORGANISATION' | 'HIDDEN';
    heldUntil: Date | null;
  },
): Promise<string[]> {
  return occupy(db, scope.hub.id, place, window, {
    kind: booking.heldUntil ? 'HOLD' : 'BOOKING',
    bookingId: booking.id,
    heldUntil: booking.heldUntil,
    shownOrganisationId: booking.shown === 'ORGANISATION' ? booking.organisationId : null,
  });
}
