import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHouseWaits } from '#lib/hubs/waiting.ts';
import { declineLease, offerLease, signLease, withdrawLease } from '#lib/leases/answering.ts';
import { changeDraft, draftLease } from '#lib/leases/drafting.ts';
import { giveNotice } from '#lib/leases/ending.ts';
import { giveBack, reclaim } from '#lib/leases/giving-back.ts';
import {
  acceptLastDay,
  declineLastDay,
  proposeLastDay,
  takeBackLastDay,
} from '#lib/leases/proposing.ts';
import {
  findDraftChoices,
  findLease,
  listLeasedOn,
  listLeases,
  listOwnLeases,
  listToSign,
} from '#lib/leases/reads.ts';
import type { DraftInput } from '#lib/leases/schema.ts';
import { nameUsers } from '#lib/leases/users.ts';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { findGrid } from '#lib/workspace/grid.ts';
import { findFreePlaces } from '#lib/workspace/reads.ts';
import { chooseShown } from '#lib/workspace/shown.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import {
  type House,
  makeHouse,
  mondayMorning,
  overlappingPairs,
  wishFor,
} from './workspace-house.ts';

let world: World;
let house: House;
// Fjällvård: Cleo works there, Disa administers it. Egil is of another company; Ivar is the host.
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let host: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, disa, egil, host] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('ivar'),
  ]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  expect(await overlappingPairs(world)).toBe(0);
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
    await db.leaseGiveBack.deleteMany();
    await db.leaseUser.deleteMany();
    await db.leaseProposal.deleteMany();
    await db.leasePlace.deleteMany();
    await db.lease.deleteMany();
    await db.mail.deleteMany();
    await db.notice.deleteMany();
  });
});
afterAll(() => world.close());

const refused = (name: string) => ({ name: 'Refusal', code: `leases.refusals.${name}` });
const taken = { name: 'Refusal', code: 'workspace.refusals.taken' };
const book = (scope: Scope, key: string, date: string, own = {}) =>
  bookPlace(scope, wishFor(house.place(key), { date, ...own }));
const wording = (own: Partial<DraftInput> = {}): DraftInput => ({
  organisationId: world.organisation('fjallvard'),
  placeIds: [house.place('fixed-1')],
  validFrom: '2027-03-08',
  validTo: undefined,
  renewalMonths: 0,
  noticeMonths: 2,
  monthly: 250_000,
  deposit: 0,
  vatClass: 'SE_RENT',
  vatNote: '',
  terms: 'Som vi sade',
  document: '',
  reclaimDays: 1,
  shown: 'ORGANISATION',
  ...own,
});

async function offered(own: Partial<DraftInput> = {}): Promise<string> {
  const { id } = await draftLease(host, wording(own));
  await offerLease(host, id);
  return id;
}
async function signed(own: Partial<DraftInput> = {}): Promise<string> {
  const id = await offered(own);
  await signLease(disa, id);
  return id;
}
/** One side proposes another last day, and the other signs. */
async function agree(one: Scope, other: Scope, id: string, lastDay?: string): Promise<void> {
  await proposeLastDay(one, id, { lastDay, why: 'Vi är överens' });
  await acceptLastDay(other, id, await openOf(id));
}
async function openOf(id: string): Promise<string> {
  const { proposals } = await findLease(host, id);
  return proposals.find(({ state }) => state === 'OPEN')?.id ?? '';
}
const at = (day: string) => stopClock(Temporal.Instant.from(`${day}T08:05:00Z`));
const lettersTo = (who: string) =>
  world.asSystem((db) => db.mail.findMany({ where: { recipient: `${who}@nord.example` } }));
const noticesOf = async (who: 'cleo' | 'disa' | 'ivar') =>
  (
    await world.asSystem((db) => db.notice.findMany({ where: { personId: world.person(who) } }))
  ).map(({ kind }) => kind);
const daysTaken = (id: string) =>
  world.asSystem((db) =>
    db.occupancy.findMany({
      where: { leaseId: id, releasedAt: null },
      orderBy: { startsAt: 'asc' },
    }),
  );

describe('the life of a lease', () => {
  it('is a draft that nobody but the house sees, and that takes nothing', async () => {
    const { id } = await draftLease(host, wording());
    expect((await findLease(host, id)).standing).toBe('DRAFT');
    await expect(findLease(disa, id)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await listOwnLeases(disa)).toEqual([]);
    await book(egil, 'fixed-1', '2027-03-09');
    await changeDraft(host, id, wording({ terms: 'Något annat' }));
    expect((await findLease(host, id)).terms).toBe('Något annat');
  });

  it('takes its places from the offer on, and tells the administrators', async () => {
    const id = await offered();
    await expect(book(egil, 'fixed-1', '2027-03-08')).rejects.toMatchObject(taken);
    await book(egil, 'fixed-1', '2027-03-05');
    const [letter] = await lettersTo('disa');
    expect(letter?.text).toContain(`/nord/fjallvard/leases/${id}`);
    expect(await lettersTo('cleo')).toEqual([]);
    expect(await noticesOf('disa')).toEqual(['leaseOffered']);
    await expect(changeDraft(host, id, wording())).rejects.toMatchObject(refused('isOffered'));
  });

  it('is signed by an administrator, once, and is active on its first day', async () => {
    const id = await offered();
    await expect(signLease(cleo, id)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(signLease(egil, id)).rejects.toMatchObject({ name: 'NotFound' });
    const both = await Promise.allSettled(Array.from({ length: 4 }, () => signLease(disa, id)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lease = await findLease(disa, id);
    expect(lease).toMatchObject({ standing: 'SIGNED', signedName: 'Disa Holm' });
    expect(lease.signedAt?.toISOString()).toBe('2027-03-01T08:05:00.000Z');
    expect(await lettersTo('ivar')).toHaveLength(1);
    at('2027-03-08');
    expect((await findLease(disa, id)).standing).toBe('ACTIVE');
  });

  it.each([
    ['declined', () => disa, declineLease],
    ['withdrawn', () => host, withdrawLease],
  ] as const)('lets go of its places when it is %s', async (_name, who, answer) => {
    const id = await offered();
    await answer(who(), id, 'Inte nu');
    expect((await findLease(disa, id)).reason).toBe('Inte nu');
    await book(egil, 'fixed-1', '2027-03-08');
    await expect(signLease(disa, id)).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('keeps the terms that were offered, whoever writes to the table', async () => {
    const id = await signed();
    const cheaper = world.asSystem((db) =>
      db.lease.updateMany({ where: { id }, data: { monthlyOre: 1 } }),
    );
    await expect(cheaper).rejects.toThrow(/lease_terms_stand/);
  });

  it('has a number of its own, however many are written at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => draftLease(host, wording())));
    const numbers = (await listLeases(host)).map(({ number }) => number);
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a lease and a booking', () => {
  it('never overlap, whichever of many comes first', async () => {
    const { id } = await draftLease(host, wording());
    const tries = await Promise.allSettled([
      ...Array.from({ length: 12 }, () => book(egil, 'fixed-1', '2027-03-10')),
      offerLease(host, id),
      ...Array.from({ length: 12 }, () => book(cleo, 'fixed-1', '2027-03-10')),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await overlappingPairs(world)).toBe(0);
  });

  it('an office takes its desks, and the other way round', async () => {
    await offered({ placeIds: [house.place('office')] });
    await expect(book(egil, 'in-2', '2027-03-08')).rejects.toMatchObject(taken);
    const { id } = await draftLease(host, wording({ placeIds: [house.place('in-1')] }));
    await expect(offerLease(host, id)).rejects.toMatchObject(refused('inTheWay'));
  });

  it('an offer that runs into others names them to the house', async () => {
    await book(egil, 'fixed-1', '2027-03-09');
    const { id } = await draftLease(host, wording());
    const [seen] = (await findLease(host, id)).obstacles;
    expect(seen).toMatchObject({ kind: 'BOOKING', organisation: 'Rivalen AB' });
    const offer = offerLease(host, id);
    await expect(offer).rejects.toMatchObject({
      ...refused('inTheWay'),
      detail: { obstacles: [{ kind: 'BOOKING', organisation: 'Rivalen AB' }] },
    });
    expect((await findLease(host, id)).standing).toBe('DRAFT');
  });

  it('begin and end at local midnight, also when the clocks change', async () => {
    const id = await signed({ validFrom: '2027-03-28', validTo: '2027-03-28' });
    const [row] = await daysTaken(id);
    expect(row?.startsAt.toISOString()).toBe('2027-03-27T23:00:00.000Z');
    expect(row?.endsAt?.toISOString()).toBe('2027-03-28T22:00:00.000Z');
  });

  it('the leased desk is offered to its organisation, then “mine”, and shows who has it to others', async () => {
    const id = await offered();
    const wish = { date: '2027-03-09', from: '09:00', to: '12:00' };
    const seenBy = async (scope: Scope) =>
      (await findFreePlaces(scope, wish)).places.find(({ code }) => code === 'fixed-1');
    const gridOf = async (scope: Scope) =>
      (await findGrid(scope, { date: '2027-03-09', days: 1 })).rows
        .find(({ place }) => place.code === 'fixed-1')
        ?.days.flatMap(({ stretches }) => stretches.map(({ state }) => state));
    expect(await seenBy(cleo)).toMatchObject({ state: 'offered' });
    expect(new Set(await gridOf(cleo))).toEqual(new Set(['offered']));
    await signLease(disa, id);
    expect(new Set(await gridOf(cleo))).toEqual(new Set(['mine']));
    expect(await seenBy(cleo)).toMatchObject({ state: 'mine' });
    expect(await seenBy(egil)).toMatchObject({ state: 'taken', by: 'Fjällvård AB' });
  });
  it('and not who has it, where its organisation wants that', async () => {
    await signed({ shown: 'HIDDEN' });
    const { places } = await findFreePlaces(egil, {
      date: '2027-03-09',
      from: '09:00',
      to: '12:00',
    });
    const desk = places.find(({ code }) => code === 'fixed-1');
    expect(desk).toMatchObject({ state: 'taken', by: null });
  });
});

describe('the end of a lease', () => {
  it('comes after the notice period, and the days after it are free at once', async () => {
    const id = await signed();
    at('2027-03-31');
    await giveNotice(disa, id, 'Vi flyttar');
    const lease = await findLease(host, id);
    expect(lease).toMatchObject({ standing: 'NOTICE', lastDay: '2027-05-31' });
    await expect(book(egil, 'fixed-1', '2027-05-31')).rejects.toMatchObject(taken);
    await book(egil, 'fixed-1', '2027-06-01');
    expect(await noticesOf('ivar')).toContain('leaseNoticeGiven');
    at('2027-06-01');
    expect((await findLease(disa, id)).standing).toBe('ENDED');
  });

  it('cannot be brought about by notice where a term simply ends', async () => {
    const id = await signed({ validTo: '2027-12-31' });
    await expect(giveNotice(disa, id, '')).rejects.toMatchObject(refused('fixedTerm'));
  });

  it('moves out only where nobody else has booked, who is then named', async () => {
    const id = await signed({ validTo: '2027-03-31' });
    const { id: booking } = await book(egil, 'fixed-1', '2027-04-06');
    const longer = proposeLastDay(host, id, { lastDay: '2027-04-30', why: 'Längre' });
    await expect(longer).rejects.toMatchObject({
      ...refused('inTheWay'),
      detail: { obstacles: [{ id: booking, organisation: 'Rivalen AB' }] },
    });
    expect((await findLease(host, id)).lastDay).toBe('2027-03-31');
    await cancelBooking(egil, booking);
    await agree(host, disa, id, '2027-04-30');
    await expect(book(egil, 'fixed-1', '2027-04-06')).rejects.toMatchObject(taken);
    await agree(disa, host, id, '2027-04-05');
    await book(egil, 'fixed-1', '2027-04-06');
  });

  it('a longer lease and a booking that come at once: one of them gets the day', async () => {
    const id = await signed({ validTo: '2027-03-31' });
    await proposeLastDay(host, id, { lastDay: '2027-04-30', why: 'Längre' });
    const proposal = await openOf(id);
    const tries = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => book(egil, 'fixed-1', '2027-04-06')),
      acceptLastDay(disa, id, proposal),
      ...Array.from({ length: 6 }, () => book(cleo, 'fixed-1', '2027-04-06')),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('under notice can be taken back, if nobody has booked since', async () => {
    const id = await signed({ noticeMonths: 0 });
    at('2027-03-10');
    await giveNotice(host, id, 'Ombyggnad');
    expect((await findLease(disa, id)).lastDay).toBe('2027-03-31');
    await book(egil, 'fixed-1', '2027-04-06');
    const goOn = proposeLastDay(host, id, { why: 'Ni får stanna' });
    await expect(goOn).rejects.toMatchObject(refused('inTheWay'));
    await agree(host, disa, id, '2027-04-05');
    expect((await findLease(disa, id)).standing).toBe('NOTICE');
  });
});

describe('another last day of what is signed', () => {
  const why = 'Vi bygger om';
  const lastDay = '2027-05-31';

  it('is a proposal that changes nothing until the other side signs', async () => {
    const id = await signed({ validTo: '2027-12-31' });
    const lastDay = '2027-04-30';
    await proposeLastDay(host, id, { lastDay, why });
    const lease = await findLease(disa, id);
    expect(lease.lastDay).toBe('2027-12-31');
    expect(lease.proposals).toMatchObject([
      { ...{ state: 'OPEN', byHouse: true, from: '2027-12-31', to: lastDay, why } },
    ]);
    expect(lease.proposals[0]).toMatchObject({
      madeByName: host.person.name,
      answerBy: '2027-03-15',
    });
    await expect(book(egil, 'fixed-1', '2027-05-03')).rejects.toMatchObject(taken);
    expect(await noticesOf('disa')).toContain('leaseChangeProposed');
    expect((await lettersTo('disa')).some(({ text }) => text.includes(why))).toBe(true);
    expect(await listToSign(disa)).toMatchObject([{ id, isOffer: false }]);

    await acceptLastDay(disa, id, await openOf(id));
    expect(await findLease(disa, id)).toMatchObject({ lastDay, standing: 'SIGNED' });
    await book(egil, 'fixed-1', '2027-05-03');
    expect(await noticesOf('ivar')).toContain('leaseLastDayChanged');
    expect(await listToSign(disa)).toEqual([]);
  });

  it('is proposed by the organisation as well, declined, and taken back', async () => {
    const id = await signed();
    await proposeLastDay(disa, id, { lastDay, why });
    expect(await noticesOf('ivar')).toContain('leaseChangeProposed');
    expect(await listToSign(disa)).toEqual([]);
    expect((await findHouseWaits(host)).leases).toBe(1);
    const first = await openOf(id);
    await expect(acceptLastDay(disa, id, first)).rejects.toMatchObject(refused('notYours'));
    await expect(takeBackLastDay(host, id, first)).rejects.toMatchObject(refused('notYours'));
    await declineLastDay(host, id, first, 'För kort');
    await proposeLastDay(disa, id, { lastDay, why });
    await takeBackLastDay(disa, id, await openOf(id));
    const { proposals, lastDay: kept } = await findLease(disa, id);
    expect(kept).toBeNull();
    expect(proposals.map(({ state, answer }) => [state, answer])).toEqual([
      ['DECLINED', 'För kort'],
      ['TAKEN_BACK', ''],
    ]);
    expect((await findHouseWaits(host)).leases).toBe(0);
    await expect(acceptLastDay(host, id, first)).rejects.toMatchObject(refused('notProposed'));
    const subjects = (await lettersTo('disa')).map(({ subject }) => subject).join();
    expect(subjects).toContain('har tackat nej till ny sista dag');
  });

  it('is nobody else’s: not a member’s, not another company’s', async () => {
    const id = await signed();
    const wish = { lastDay, why };
    await expect(proposeLastDay(cleo, id, wish)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(proposeLastDay(egil, id, wish)).rejects.toMatchObject({ name: 'NotFound' });
    await proposeLastDay(host, id, wish);
    const proposal = await openOf(id);
    await expect(acceptLastDay(cleo, id, proposal)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(acceptLastDay(host, id, proposal)).rejects.toMatchObject(refused('notYours'));
    await expect(proposeLastDay(disa, id, wish)).rejects.toMatchObject(refused('isProposed'));
  });

  it('is signed in time or not at all; then another can be proposed', async () => {
    const id = await signed();
    await proposeLastDay(host, id, { lastDay, why });
    const proposal = await openOf(id);
    at('2027-03-16');
    await expect(acceptLastDay(disa, id, proposal)).rejects.toMatchObject(
      refused('tooLateToAnswer'),
    );
    expect((await findLease(disa, id)).proposals).toMatchObject([{ state: 'LAPSED' }]);
    expect(await listToSign(disa)).toEqual([]);
    await agree(host, disa, id, lastDay);
    expect((await findLease(disa, id)).lastDay).toBe(lastDay);
  });

  it('falls with notice, which needs nobody’s consent', async () => {
    const id = await signed();
    await proposeLastDay(host, id, { lastDay: '2027-03-20', why });
    await giveNotice(host, id, why);
    expect(await findLease(disa, id)).toMatchObject({
      ...{ standing: 'NOTICE', lastDay: lastDay, proposals: [{ state: 'LAPSED' }] },
    });
  });

  it('that grew meanwhile over somebody’s booking tells the company no names', async () => {
    const id = await signed({ validTo: '2027-03-31' });
    await proposeLastDay(host, id, { lastDay: '2027-04-30', why });
    await book(egil, 'fixed-1', '2027-04-06');
    const sign = acceptLastDay(disa, id, await openOf(id));
    await expect(sign).rejects.toMatchObject({ ...refused('taken'), detail: null });
    expect((await findLease(disa, id)).lastDay).toBe('2027-03-31');
    await takeBackLastDay(host, id, await openOf(id));
    const ask = proposeLastDay(disa, id, { lastDay: '2027-04-30', why });
    await expect(ask).rejects.toMatchObject(refused('taken'));
  });

  it('is held by the database, whoever writes to it', async () => {
    const id = await signed();
    const end = (data: object) =>
      world.asSystem((db) => db.lease.updateMany({ where: { id }, data }));
    const agreed = /lease_end_is_agreed/;
    const validTo = new Date('2027-03-31');
    await expect(end({ validTo })).rejects.toThrow(agreed);
    await expect(end({ status: 'WITHDRAWN' })).rejects.toThrow(agreed);
    await expect(end({ signedName: 'Någon annan' })).rejects.toThrow(agreed);
    const early = { status: 'NOTICE', endsOn: validTo, noticeAt: new Date('2027-03-01T08:00:00Z') };
    await expect(end(early)).rejects.toThrow(agreed);
    await agree(host, disa, id, lastDay);
    await agree(host, disa, id);
    // What was agreed once is no leave to do it again.
    await expect(end({ validTo: new Date(lastDay) })).rejects.toThrow(agreed);
  });

  it('is not answered by whoever proposed it, also past the portal', async () => {
    const id = await signed();
    await proposeLastDay(host, id, { lastDay, why });
    const { id: answeredById, name: answeredByName } = host.person;
    const by = { answeredById, answeredByName, answeredAt: new Date('2027-03-01T08:10:00Z') };
    const forge = (data: object) =>
      host.write('lease:manage', (db) => db.leaseProposal.updateMany({ data }).then(() => {}));
    await expect(forge({ state: 'ACCEPTED', ...by })).rejects.toThrow(/proposals_are_answered/);
    await expect(forge({ why: 'Något annat' })).rejects.toThrow(/proposals_stay/);
    await expect(forge({ state: 'LAPSED', answeredAt: by.answeredAt })).rejects.toThrow(
      /proposals_are_answered/,
    );
  });

  it('takes days that were given back after it along', async () => {
    const id = await signed();
    const placeId = house.place('fixed-1');
    await giveBack(disa, id, { placeId, from: '2027-05-31', to: '2027-06-02' });
    await agree(host, disa, id, lastDay);
    expect((await findLease(disa, id)).givenBack.map(({ day }) => day)).toEqual([lastDay]);
    const beyond = reclaim(disa, id, { days: [[placeId, '2027-06-01']] });
    await expect(beyond).rejects.toMatchObject(refused('notItsDay'));
  });
});

describe('who signs', () => {
  it('is the account that does, and nobody else by its hand', async () => {
    const id = await offered();
    const signedAt = new Date('2027-03-01T08:10:00Z');
    const forge = disa.write('lease:sign', (db) =>
      db.lease
        .updateMany({
          where: { id },
          data: { status: 'SIGNED', signedAt, signedById: disa.person.id, signedName: 'En Annan' },
        })
        .then(() => {}),
    );
    await expect(forge).rejects.toThrow(/signed_as_oneself/);
    expect(await listToSign(disa)).toMatchObject([{ id, isOffer: true }]);
    await expect(listToSign(cleo)).rejects.toMatchObject({ name: 'NotFound' });
    await signLease(disa, id);
    expect((await findLease(host, id)).signedName).toBe(disa.person.name);
  });

  it('must be there before anything is offered', async () => {
    const { id } = await draftLease(host, wording());
    const organisationId = world.organisation('fjallvard');
    const as = (role: 'ADMIN' | 'STAFF') =>
      world.asSystem(async (db) => {
        // As one that had left and is back can be: while it takes part, the last one stays.
        await db.participation.updateMany({ where: { organisationId }, data: { state: 'LEFT' } });
        const where = { organisationId, personId: disa.person.id };
        await db.membership.updateMany({ where, data: { role } });
        await db.participation.updateMany({
          where: { organisationId },
          data: { state: 'VERIFIED' },
        });
      });
    await as('STAFF');
    try {
      expect((await findLease(host, id)).isHeard).toBe(false);
      await expect(offerLease(host, id)).rejects.toMatchObject(refused('noAdministrator'));
      expect((await findLease(host, id)).standing).toBe('DRAFT');
    } finally {
      await as('ADMIN');
    }
    await offerLease(host, id);
  });
});

describe('what is let', () => {
  it('is no hot desk, which is for whoever comes', async () => {
    const desk = draftLease(host, wording({ placeIds: [house.place('desk-1')] }));
    await expect(desk).rejects.toMatchObject(refused('noDropIn'));
    const before = await draftLease(host, wording());
    const id = house.place('fixed-1');
    const as = (kind: 'HOT_DESK' | 'FIXED_DESK') =>
      world.asSystem((db) => db.place.updateMany({ where: { id }, data: { kind } }));
    await as('HOT_DESK');
    await expect(offerLease(host, before.id)).rejects.toMatchObject(refused('noDropIn'));
    await as('FIXED_DESK');
    const { places } = await findDraftChoices(host);
    expect(places.map(({ kind }) => kind)).not.toContain('HOT_DESK');
  });

  it('is taxed as its house says, by a class of its own country', async () => {
    const foreign = draftLease(host, wording({ vatClass: 'NO_RENT' }));
    await expect(foreign).rejects.toMatchObject(refused('noSuchVat'));
    const id = await offered({ vatClass: 'SE_STANDARD' });
    expect((await findLease(disa, id)).vat).toMatchObject({ category: 'S', percent: 2500 });
  });
});

describe('what others see of a lease', () => {
  const seen = async () => {
    const { places } = await findFreePlaces(egil, {
      date: '2027-03-09',
      ...{ from: '09:00', to: '12:00' },
    });
    return places.find(({ code }) => code === 'fixed-1')?.by;
  };
  const choose = (shown: 'ORGANISATION' | 'HIDDEN') => chooseShown(disa, { shown, coming: false });

  it('is its organisation’s choice, also of those it has', async () => {
    await signed();
    expect(await seen()).toBe('Fjällvård AB');
    await choose('HIDDEN');
    try {
      expect(await seen()).toBeNull();
      await choose('ORGANISATION');
      expect(await seen()).toBe('Fjällvård AB');
      await choose('HIDDEN');
      await signed({ placeIds: [house.place('office')] });
      const { places } = await findFreePlaces(egil, {
        date: '2027-03-09',
        ...{ from: '09:00', to: '12:00' },
      });
      expect(places.find(({ code }) => code === 'office')?.by).toBeNull();
    } finally {
      await choose('ORGANISATION');
    }
  });

  it('is never more than the house says on the lease', async () => {
    await signed({ shown: 'HIDDEN' });
    await choose('HIDDEN');
    await choose('ORGANISATION');
    expect(await seen()).toBeNull();
  });
});

describe('the day of the house', () => {
  it('tells what is let, and leaves out days given back', async () => {
    const id = await signed();
    expect(await listLeasedOn(host, '2027-03-05')).toEqual([]);
    expect(await listLeasedOn(host, '2027-03-09')).toMatchObject([
      { id, organisation: 'Fjällvård AB' },
    ]);
    const days = { from: '2027-03-09', to: '2027-03-09' };
    await giveBack(disa, id, { placeId: house.place('fixed-1'), ...days });
    expect(await listLeasedOn(host, '2027-03-09')).toEqual([]);
    expect(await listLeasedOn(host, '2027-03-10')).toHaveLength(1);
  });
});

describe('days given back', () => {
  const week = { from: '2027-03-08', to: '2027-03-12' };
  const given = async (id: string) => (await findLease(disa, id)).givenBack;

  it('are to be had by others at once; the days around stay taken', async () => {
    const id = await signed();
    await giveBack(disa, id, {
      placeId: house.place('fixed-1'),
      from: '2027-03-09',
      to: '2027-03-10',
    });
    await book(egil, 'fixed-1', '2027-03-10');
    await expect(book(egil, 'fixed-1', '2027-03-08')).rejects.toMatchObject(taken);
    await expect(book(egil, 'fixed-1', '2027-03-11')).rejects.toMatchObject(taken);
    expect(await daysTaken(id)).toHaveLength(2);
    expect((await given(id)).map(({ day, sold }) => [day, sold])).toEqual([
      ['2027-03-09', false],
      ['2027-03-10', true],
    ]);
  });

  it('are given by those it is for, and by nobody else', async () => {
    const id = await signed();
    const days = { placeId: house.place('fixed-1'), ...week };
    await expect(giveBack(cleo, id, days)).rejects.toMatchObject(refused('notItsUser'));
    await expect(giveBack(egil, id, days)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(nameUsers(disa, id, [world.person('egil')])).rejects.toMatchObject(
      refused('notOfTheOrganisation'),
    );
    await nameUsers(disa, id, [world.person('cleo')]);
    expect(await noticesOf('cleo')).toEqual(['leaseForYou']);
    expect(await giveBack(cleo, id, days)).toBe(5);
    await book(egil, 'fixed-1', '2027-03-12');
  });

  it('are taken back until the day before, unless somebody has booked them', async () => {
    const id = await signed();
    const placeId = house.place('fixed-1');
    await giveBack(disa, id, { placeId, ...week });
    await book(egil, 'fixed-1', '2027-03-10');
    const sold = reclaim(disa, id, {
      days: [
        [placeId, '2027-03-09'],
        [placeId, '2027-03-10'],
      ],
    });
    await expect(sold).rejects.toMatchObject(refused('daySold'));
    expect(await given(id)).toHaveLength(5);
    at('2027-03-08');
    await reclaim(disa, id, { days: [[placeId, '2027-03-09']] });
    await expect(book(egil, 'fixed-1', '2027-03-09')).rejects.toMatchObject(taken);
    at('2027-03-11');
    const late = reclaim(disa, id, { days: [[placeId, '2027-03-11']] });
    await expect(late).rejects.toMatchObject(refused('tooLateToReclaim'));
  });

  it('a day that is booked and taken back at once is one or the other', async () => {
    const id = await signed();
    const placeId = house.place('fixed-1');
    await giveBack(disa, id, { placeId, ...week });
    const tries = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => book(egil, 'fixed-1', '2027-03-10')),
      reclaim(disa, id, { days: [[placeId, '2027-03-10']] }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('lie within the lease and not behind it', async () => {
    const id = await signed({ validTo: '2027-03-31' });
    const placeId = house.place('fixed-1');
    const early = giveBack(disa, id, { placeId, from: '2027-03-05', to: '2027-03-08' });
    await expect(early).rejects.toMatchObject(refused('notItsDay'));
    const late = giveBack(disa, id, { placeId, from: '2027-03-30', to: '2027-04-01' });
    await expect(late).rejects.toMatchObject(refused('notItsDay'));
  });
});

describe('letters', () => {
  const said = async (who: string) =>
    (await lettersTo(who)).map(({ subject }) => subject).toSorted();

  it('go to the organisation and to the house at each move, with what was said', async () => {
    await withdrawLease(host, await offered(), 'Vi bygger om');
    expect((await lettersTo('disa')).some(({ text }) => text.includes('Vi bygger om'))).toBe(true);
    await declineLease(disa, await offered(), 'För dyrt');
    expect((await lettersTo('ivar')).some(({ text }) => text.includes('För dyrt'))).toBe(true);
    const id = await signed();
    await agree(host, disa, id, '2027-12-31');
    await agree(disa, host, id);
    await giveNotice(disa, id, '');
    expect(await said('disa')).toEqual(
      [
        ...Array(3).fill('Erbjudande om att hyra fixed-1'),
        'Erbjudandet om fixed-1 är återtaget',
        'Hyresavtal 3 är undertecknat',
        'Hyresavtal 3 är uppsagt',
        ...Array(2).fill('Ny sista dag i hyresavtal 3'),
        'Förslag om ny sista dag i hyresavtal 3',
      ].toSorted(),
    );
    expect(await said('ivar')).toEqual([
      'Fjällvård AB föreslår en ny sista dag i hyresavtal 3',
      'Fjällvård AB har sagt upp hyresavtal 3',
      'Fjällvård AB har skrivit under hyresavtal 3',
      'Fjällvård AB har tackat nej till hyresavtal 2',
      ...Array(2).fill('Ny sista dag i hyresavtal 3 med Fjällvård AB'),
    ]);
  });

  it('are in the reader’s own language', async () => {
    const id = world.person('disa');
    const reads = (locale: string) =>
      world.asSystem((db) => db.person.update({ where: { id }, data: { locale } }));
    await reads('nb');
    await signed({ validTo: '2027-12-31', renewalMonths: 12 });
    await reads('sv');
    const texts = (await lettersTo('disa')).map(({ text }) => text).join();
    expect(texts).toContain('å leie fixed-1, 8. mars 2027 og inntil videre');
  });
});
