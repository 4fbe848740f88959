import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { basisText } from '#components/billing/basis-file.ts';
import { draftMonth } from '#lib/billing/drafting.ts';
import { lockBasis, markExported } from '#lib/billing/locking.ts';
import { draftEverywhere } from '#lib/billing/nightly.ts';
import { missingFor } from '#lib/billing/parties.ts';
import { peppolInvoice } from '#lib/billing/peppol.ts';
import {
  type BasisDetail,
  findBasis,
  findCost,
  findLockedCost,
  listBases,
  listCosts,
} from '#lib/billing/reads.ts';
import { partOfMonth } from '#lib/billing/rules.ts';
import {
  referBooking,
  saveBillingSetting,
  saveReferences,
  usualSetting,
} from '#lib/billing/settings.ts';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { joinPlan, makePlan, sellPass } from '#lib/prices/plans.ts';
import { listPrices } from '#lib/prices/reads.ts';
import type { PriceInput } from '#lib/prices/schema.ts';
import { setPrice } from '#lib/prices/writes.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { cancelBooking } from '#lib/workspace/cancelling.ts';
import { type BookingInput, placeKinds } from '#lib/workspace/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { brokenRules, readInvoice } from './billing-peppol.ts';
import { syntaxFaults } from './billing-schema.ts';
import { type House, makeHouse, mondayMorning, wishFor } from './workspace-house.ts';

let world: World;
let house: House;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let judit: Scope;
const [march, april] = ['2027-03-01', '2027-04-01'];

beforeAll(async () => {
  world = await makeWorld(20);
  house = await makeHouse(world);
  const all = await Promise.all((['cleo', 'disa', 'egil', 'judit'] as const).map(world.enter));
  [cleo, disa, egil, judit] = all as [Scope, Scope, Scope, Scope];
  stopClock(mondayMorning);
  await price('MEETING_ROOM', { ore: 33_333 });
  await price('FIXED_DESK', { unit: 'DAY', ore: 20_000, vatClass: 'SE_RENT' });
  await price('HOT_DESK', { unit: 'PASS', ore: 150_000, passHours: 10, passMonths: 6 });
  await world.asSystem(async (db) => {
    const number = { organisationNumber: '5560360793' };
    await db.organisation.update({ where: { id: world.organisation('fjallvard') }, data: number });
  });
});
beforeEach(() => stopClock(mondayMorning));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const price = (kind: PriceInput['kind'], own: Partial<PriceInput> = {}) =>
  setPrice(judit, {
    ...{ kind, actorClass: 'COMPANY', unit: 'HOUR', ore: 10_000, vatClass: 'SE_STANDARD' },
    ...{ from: march, passHours: 0, passMonths: 0 },
    ...own,
  });
const book = (key: string, own: Partial<BookingInput> = {}, scope = cleo) =>
  bookPlace(scope, wishFor(house.place(key), own));
const later = (instant: string) => stopClock(Temporal.Instant.from(instant));
const refused = (code: string) => ({ name: 'Refusal', code: `billing.refusals.${code}` });

async function basisOf(month: string, organisation = 'Fjällvård AB'): Promise<BasisDetail> {
  const found = (await listBases(judit, month)).find((each) => each.organisation === organisation);
  return findBasis(judit, found?.id ?? '');
}
/** Everything of every line, to see that a run changed nothing. */
const everything = () =>
  world.asSystem((db) => db.invoiceLine.findMany({ orderBy: { id: 'asc' } }));
const told = ({ lines }: BasisDetail) =>
  lines.map(({ source, quantity, netOre, version }) => [source, quantity, netOre, version]);

let roomId: string;
let deskId: string;

describe('A month’s basis', () => {
  it('has every booking, plan and pass of each organisation, and says where each comes from', async () => {
    roomId = (await book('room', { from: '09:00', to: '11:15' })).id;
    deskId = (await book('fixed-1', { date: '2027-03-03', from: '07:00', to: '19:00' })).id;
    await book('room', { date: '2027-03-04' }, egil);
    const plan = { nameSv: 'Lilla', monthOre: 99_999, creditOre: 0, vatClass: 'SE_STANDARD' };
    await makePlan(judit, plan, placeKinds);
    const planId = (await world.asSystem((db) => db.plan.findFirstOrThrow())).id;
    const organisationId = world.organisation('fjallvard');
    await joinPlan(judit, { planId, organisationId, month: '2027-03' });
    const itemId = (await listPrices(judit)).prices.find(({ unit }) => unit === 'PASS')?.id ?? '';
    await sellPass(judit, { buyerId: organisationId, itemId });
    await draftMonth(judit, march);
    const basis = await basisOf(march);
    expect(told(basis)).toEqual(
      expect.arrayContaining([
        ['BOOKING', 225, 74_999, 0],
        ['BOOKING', 100, 20_000, 0],
        ['PLAN', 100, 99_999, 0],
        ['PASS', 100, 150_000, 0],
      ]),
    );
    expect(basis.lines).toHaveLength(4);
    const room = basis.lines.find(({ sourceId }) => sourceId === roomId);
    expect(room?.what).toMatchObject({ sv: 'room, 2 mars 2027', en: 'room, 2 March 2027' });
    // 25 % of 3 249,98 is 812,495: half an öre goes upwards, once, on the sum.
    expect(basis.sums).toMatchObject({ netOre: 344_998, vatOre: 81_250, totalOre: 426_248 });
    expect((await basisOf(march, 'Rivalen AB')).lines).toHaveLength(1);
  });

  it('is not touched by being worked out again, and follows what changes while it is a draft', async () => {
    const before = await everything();
    await draftMonth(judit, march);
    expect(await everything()).toEqual(before);
    await referBooking(cleo, roomId, { costCentre: 'K42', reference: 'Projekt Lås' });
    await draftMonth(judit, march);
    const after = await everything();
    expect(after).toHaveLength(before.length);
    expect(after.find(({ sourceId }) => sourceId === roomId)).toMatchObject({ costCentre: 'K42' });
  });

  it('is worked out every night, for hubs that have prices', async () => {
    await book('room', { date: '2027-03-05', from: '15:00', to: '16:00' }, egil);
    expect((await basisOf(march, 'Rivalen AB')).lines).toHaveLength(1);
    expect(await draftEverywhere()).toEqual(['nord']);
    expect((await basisOf(march, 'Rivalen AB')).lines).toHaveLength(2);
  });

  it('is worked out by two at once as by one', async () => {
    const before = (await everything()).length;
    await Promise.all(Array.from({ length: 8 }, () => draftMonth(judit, march)));
    expect(await everything()).toHaveLength(before);
  });

  it('is seen by its own organisation alone, and by the house', async () => {
    const own = await listCosts(cleo);
    expect(own).toHaveLength(1);
    expect((await findCost(cleo, own[0]?.id ?? '')).lines).toHaveLength(4);
    const other = findCost(egil, own[0]?.id ?? '');
    await expect(other).rejects.toMatchObject({ name: 'NotFound' });
    expect(await listCosts(await world.enter('alva'))).toEqual([]);
    const host = await world.enter('ivar');
    await expect(listBases(host, march)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('A locked basis', () => {
  it('is locked when the month is over, once, by one of two', async () => {
    const { id } = await basisOf(march);
    await expect(lockBasis(judit, id)).rejects.toMatchObject(refused('monthNotOver'));
    await expect(markExported(judit, id)).rejects.toMatchObject(refused('notLocked'));
    later('2027-04-02T08:00:00Z');
    const tries = await Promise.allSettled([lockBasis(judit, id), lockBasis(judit, id)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await basisOf(march)).toMatchObject({ status: 'LOCKED', number: 1 });
  });

  it('cannot be changed by anybody, in no way', async () => {
    const { id, lines } = await basisOf(march);
    const [line] = lines;
    const stays = /locked_(lines|basis)_stays?|locked_lines_stay/;
    await expect(
      world.asSystem((db) => db.invoiceLine.deleteMany({ where: { basisId: id } })),
    ).rejects.toThrow(stays);
    await expect(
      world.asSystem((db) => db.invoiceLine.updateMany({ data: { costCentre: 'X' } })),
    ).rejects.toThrow(stays);
    await expect(
      world.asSystem((db) => db.invoiceBasis.updateMany({ where: { id }, data: { number: 7 } })),
    ).rejects.toThrow(stays);
    const more = { ...(line as (typeof lines)[0]), id: crypto.randomUUID(), version: 9 };
    await expect(
      world.asSystem((db) => db.invoiceLine.create({ data: { ...more, what: {} } })),
    ).rejects.toThrow(stays);
  });

  it('is credited in the next one when something has changed, once, and charged anew', async () => {
    await world.asSystem((db) =>
      db.bookingPrice.update({
        where: { hubId_bookingId: { hubId: world.hub('nord'), bookingId: roomId } },
        data: { quantity: 100, netOre: 33_333 },
      }),
    );
    await world.asSystem((db) =>
      db.booking.updateMany({ where: { id: deskId }, data: { status: 'CANCELLED' } }),
    );
    later('2027-04-05T08:00:00Z');
    await draftMonth(judit, april);
    const first = await everything();
    await draftMonth(judit, april);
    expect(await everything()).toEqual(first);
    const basis = await basisOf(april);
    expect(told(basis)).toEqual(
      expect.arrayContaining([
        ['BOOKING', -225, -74_999, 0],
        ['BOOKING', 100, 33_333, 1],
        ['BOOKING', -100, -20_000, 0],
        ['PLAN', 100, 99_999, 0],
      ]),
    );
    expect(basis.lines).toHaveLength(4);
    expect(basis.takesBack).toEqual([1]);
    later('2027-05-03T08:00:00Z');
    await lockBasis(judit, basis.id);
    await draftMonth(judit, '2027-05-01');
    expect(told(await basisOf('2027-05-01'))).toEqual([['PLAN', 100, 99_999, 0]]);
  });

  it('comes after the earlier months of its organisation', async () => {
    later('2027-03-10T08:00:00Z');
    await book('room', { date: '2027-04-06' }, egil);
    later('2027-05-03T08:00:00Z');
    await draftMonth(judit, april);
    const { id } = await basisOf(april, 'Rivalen AB');
    await expect(lockBasis(judit, id)).rejects.toMatchObject(refused('earlierFirst'));
    await lockBasis(judit, (await basisOf(march, 'Rivalen AB')).id);
    await lockBasis(judit, id);
    expect((await basisOf(april, 'Rivalen AB')).number).toBe(4);
  });
});

describe('A late cancellation', () => {
  it('is a line of its own; one in time is none', async () => {
    later('2027-06-01T08:00:00Z');
    const rooms = { hubId: world.hub('nord'), kind: 'MEETING_ROOM' as const };
    await world.asSystem((db) =>
      db.bookingRule.updateMany({
        where: rooms,
        data: { cancelNoticeMinutes: 1440, lateFeePercent: 100 },
      }),
    );
    const late = await book('room', { date: '2027-06-01', from: '15:00', to: '16:00' }, egil);
    const early = await book('room', { date: '2027-06-10', from: '15:00', to: '16:00' }, egil);
    await cancelBooking(egil, late.id);
    await cancelBooking(egil, early.id);
    await draftMonth(judit, '2027-06-01');
    const { lines } = await basisOf('2027-06-01', 'Rivalen AB');
    expect(lines).toMatchObject([{ source: 'LATE_FEE', sourceId: late.id, netOre: 33_333 }]);
  });
});

describe('A lease', () => {
  const drawnUp = async (month: string) => {
    await draftMonth(judit, month);
    const bases = await listBases(judit, month);
    const own = bases.find(({ organisation }) => organisation === 'Anhöriga i Norr');
    return own ? findBasis(judit, own.id) : null;
  };
  const monthsOf = async (month: string) => (await drawnUp(month))?.lines ?? [];

  it('is a line a month, by days where it begins or ends within one, until it ends', async () => {
    later('2027-06-01T08:00:00Z');
    const hubId = world.hub('nord');
    const leaseId = crypto.randomUUID();
    await world.asSystem(async (db) => {
      const { siteId } = await db.place.findFirstOrThrow({ where: { id: house.place('office') } });
      const signed = { signedAt: new Date(), signedById: world.person('pia'), signedName: 'Pia' };
      await db.lease.create({
        data: {
          ...{
            hubId,
            siteId,
            id: leaseId,
            number: 1,
            status: 'SIGNED',
            noticeMonths: 0,
            vatClass: 'SE_RENT',
            ...signed,
          },
          ...{ organisationId: world.organisation('anhoriga'), monthlyOre: 300_000 },
          ...{ madeById: world.person('judit'), validFrom: new Date('2027-06-21') },
        },
      });
      const placeId = house.place('office');
      await db.leasePlace.create({ data: { hubId, leaseId, placeId } });
    });
    expect(await monthsOf('2027-06-01')).toMatchObject([
      { source: 'LEASE', sourceId: leaseId, netOre: 100_000, vatCategory: 'E', unit: 'MONTH' },
    ]);
    const june = (await drawnUp('2027-06-01')) as BasisDetail;
    expect(june.countedAt?.toISOString()).toBe('2027-06-01T08:00:00.000Z');
    expect(june.lines.map(partOfMonth)).toEqual([{ days: 10, of: 30 }]);
    expect(june.lines).toMatchObject([
      { what: { sv: expect.stringMatching(/juni 2027 \(10 av 30 dagar\)$/) } },
    ]);
    expect(basisText('sv', june)).toContain(';1,00;10 av 30 dagar;1000,00;');
    const pia = await world.enter('pia');
    expect((await findCost(pia, june.id)).lines).toHaveLength(1);
    await expect(findLockedCost(pia, june.id)).rejects.toMatchObject({ name: 'NotFound' });
    later('2027-09-01T08:00:00Z');
    expect(await monthsOf('2027-08-01')).toMatchObject([{ netOre: 300_000, version: 0 }]);
    expect(await monthsOf('2027-07-01')).toMatchObject([{ netOre: 300_000, version: 0 }]);
    const noticed = {
      ...{ status: 'NOTICE' as const, endsOn: new Date('2027-07-31') },
      ...{ noticeAt: new Date('2027-07-15'), noticeByHouse: true },
    };
    await world.asSystem((db) =>
      db.lease.update({ where: { hubId_id: { hubId, id: leaseId } }, data: noticed }),
    );
    expect(await monthsOf('2027-08-01')).toEqual([]);
    expect(await monthsOf('2027-07-01')).toHaveLength(1);
    await lockBasis(judit, june.id);
    expect((await findLockedCost(pia, june.id)).number).toBeGreaterThan(0);
    const others = findLockedCost(egil, june.id);
    await expect(others).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is taxed as it says, whatever such places cost otherwise', async () => {
    await price('OFFICE', { unit: 'MONTH', ore: 500_000, vatClass: 'SE_RENT' });
    const hubId = world.hub('nord');
    const taxed = await world.asSystem(async (db) => {
      const { siteId } = await db.place.findFirstOrThrow({ where: { id: house.place('office') } });
      const signed = { signedAt: new Date(), signedById: world.person('disa'), signedName: 'Disa' };
      const lease = await db.lease.create({
        data: {
          ...{ hubId, siteId, number: 2, status: 'SIGNED', noticeMonths: 3, ...signed },
          ...{ organisationId: world.organisation('fjallvard'), monthlyOre: 300_000 },
          ...{ vatClass: 'SE_STANDARD', madeById: world.person('judit') },
          validFrom: new Date('2028-01-01'),
        },
      });
      const placeId = house.place('office');
      await db.leasePlace.create({ data: { hubId, leaseId: lease.id, placeId } });
      return lease.id;
    });
    later('2028-01-15T08:00:00Z');
    await draftMonth(judit, '2028-01-01');
    const bases = await listBases(judit, '2028-01-01');
    const lines = await Promise.all(
      bases.map(async ({ id }) => (await findBasis(judit, id)).lines),
    );
    const own = lines.flat().filter(({ sourceId }) => sourceId === taxed);
    expect(own).toMatchObject([{ vatCategory: 'S', vatPercent: 2500, netOre: 300_000 }]);
  });
});

describe('The Peppol invoice', () => {
  it('waits for what it needs, and keeps to the published rules', async () => {
    later('2027-07-01T08:00:00Z');
    const draft = await basisOf('2027-05-01');
    expect(missingFor(draft.parties, draft.lines)).toEqual([
      'sellerNumber',
      'sellerAddress',
      'sellerVat',
      'reference',
    ]);
    const address = { street: 'Gatan 1', postalCode: '831 30', town: 'Östersund' };
    const numbers = { number: '556036-0793', vatNumber: 'se 556036079301', account: '5050-1055' };
    await expect(
      saveBillingSetting(judit, { ...usualSetting, vatNumber: 'SE556036079401' }),
    ).rejects.toMatchObject(refused('badVatNumber'));
    await saveBillingSetting(judit, {
      ...usualSetting,
      ...address,
      ...numbers,
      vatNumber: 'SE556036079301',
    });
    const asked = { buyerReference: 'Ref 77', orderReference: '', costCentre: 'K1', endpoint: '' };
    await expect(
      saveReferences(disa, { ...asked, endpoint: '0007:5560360794' }),
    ).rejects.toMatchObject(refused('badEndpoint'));
    await saveReferences(disa, asked);
    const march2027 = await findBasis(judit, (await basisOf(march)).id);
    expect(() => peppolInvoice(march2027, 'nord', 'sv')).toThrow('billing.refusals.incomplete');
    await lockBasis(judit, draft.id);
    const basis = await basisOf('2027-05-01');
    expect(brokenRules(peppolInvoice(basis, 'nord', 'sv'))).toEqual([]);
  });

  it('says credits, exempt and taxed lines together, in sums that are exact', async () => {
    later('2027-03-20T08:00:00Z');
    const seen = { ...(await basisOf(april)), parties: (await basisOf('2027-05-01')).parties };
    const xml = peppolInvoice(seen, 'nord', 'sv');
    expect(syntaxFaults(xml)).toEqual([]);
    expect(brokenRules(xml)).toEqual([]);
    const invoice = readInvoice(xml);
    expect(invoice.lines.map(({ net }) => net).sort()).toEqual(
      seen.lines.map(({ netOre }) => netOre).sort(),
    );
    expect(invoice.payable).toBe(seen.sums.totalOre);
    expect(xml).toContain('<cbc:TaxExemptionReason>Undantag');
    expect(invoice.billingReferences).toEqual(['NORD-1']);
  });

  it('is known to break the rules where it does', async () => {
    const xml = peppolInvoice(await basisOf('2027-05-01'), 'nord', 'sv');
    const broken = (from: string | RegExp, to: string) => brokenRules(xml.replace(from, to));
    expect(broken(/<cbc:BuyerReference>.*?<\/cbc:BuyerReference>/, '')).toEqual(['R003']);
    expect(broken('>5560360793<', '>5560360794<')).toContain('R049');
    expect(broken(/(<cbc:PayableAmount currencyID="SEK">)\d+/, '$11')).toEqual(['BR-CO-16']);
    expect(broken(/(<cbc:TaxAmount currencyID="SEK">)\d+/, '$19')).toContain('BR-CO-14');
    expect(broken(/(<cbc:EndDate>)2027-05-31/, '$12027-05-30')).toContain('R111');
    expect(broken(/<cbc:DueDate>.*?<\/cbc:DueDate>/, '')).toContain('BR-CO-25');
    expect(
      broken(/<cac:AccountingSupplierParty>/, '<cbc:Note/><cac:AccountingSupplierParty>'),
    ).toContain('syntax');
    expect(broken(/unitCode="\w+"/, 'unitCode="STUND"')).toContain('syntax');
    const swapped = /(<cbc:ID>.*?<\/cbc:ID>)(\s*)(<cbc:IssueDate>.*?<\/cbc:IssueDate>)/s;
    expect(broken(swapped, '$3$2$1')).toEqual(['syntax']);
    expect(broken(/<cac:TaxTotal>.*?<\/cac:TaxTotal>/s, '')).toContain('syntax');
  });
});
