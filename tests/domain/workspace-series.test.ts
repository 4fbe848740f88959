import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { cancelForAbsence, listForAbsence } from '#lib/workspace/absence.ts';
import { bookPlace } from '#lib/workspace/booking.ts';
import { findBooking, listBookings } from '#lib/workspace/booking-reads.ts';
import { changeBooking } from '#lib/workspace/changing.ts';
import { bookSeries, previewSeries } from '#lib/workspace/series.ts';
import { cancelSeries, changeSeries } from '#lib/workspace/series-changes.ts';
import type { SeriesInput } from '#lib/workspace/series-schema.ts';
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
let cleo: Scope;
let egil: Scope;

beforeAll(async () => {
  world = await makeWorld();
  house = await makeHouse(world);
  [cleo, egil] = await Promise.all([world.enter('cleo'), world.enter('egil')]);
});
beforeEach(() => stopClock(mondayMorning));
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.occupancy.deleteMany();
    await db.booking.deleteMany();
    await db.bookingSeries.deleteMany();
    await db.mail.deleteMany();
  });
});
afterAll(() => world.close());

const refused = (code: string) => ({ name: 'Refusal', code: `workspace.refusals.${code}` });

/** Tuesdays 09–12 from the day after `mondayMorning`, over the clock change of 28 March. */
function tuesdays(own: Partial<SeriesInput> & { count?: number } = {}): SeriesInput {
  const { count = 6, ...rest } = own;
  return {
    ...{ placeId: house.place('room'), date: '2027-03-02', from: '09:00', to: '12:00' },
    ...{ purpose: '', policy: 'ALL' as const, requestKey: crypto.randomUUID() },
    recurrence: {
      ...{ pattern: 'WEEK' as const, interval: 1, weekdays: [], dates: [] },
      ...{ starts: '2027-03-02', count },
    },
    ...rest,
  };
}
const daysOf = (id: string) =>
  world.asSystem((db) =>
    db.booking.findMany({ where: { seriesId: id }, orderBy: { originalDate: 'asc' } }),
  );
const taken = (key: string, date: string, time = { from: '09:00', to: '12:00' }) =>
  bookPlace(egil, wishFor(house.place(key), { date, ...time }));

describe('a series', () => {
  it('keeps the time on the wall when the clocks change', async () => {
    const { id } = await bookSeries(cleo, tuesdays());
    const starts = (await daysOf(id)).map(({ startsAt }) => startsAt.toISOString());
    expect(starts).toEqual([
      '2027-03-02T08:00:00.000Z',
      '2027-03-09T08:00:00.000Z',
      '2027-03-16T08:00:00.000Z',
      '2027-03-23T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-04-06T07:00:00.000Z',
    ]);
  });

  it('is shown whole before it is booked, each day with what stands in its way', async () => {
    await taken('room', '2027-03-16');
    const { days, free } = await previewSeries(cleo, tuesdays({ count: 20 }));
    expect(free).toBe(12);
    const why = (date: string) =>
      days
        .find((day) => day.date === date)
        ?.refusal?.code.split('.')
        .at(-1) ?? null;
    expect(why('2027-03-09')).toBe(null);
    expect(why('2027-03-16')).toBe('takenThen');
    expect(why('2027-06-01')).toBe('tooFarAhead');
    expect(days).toHaveLength(20);
  });

  it('is had all or none', async () => {
    await taken('room', '2027-03-16');
    const refusal = await bookSeries(cleo, tuesdays()).catch((error) => error);
    expect(refusal).toMatchObject(refused('seriesClash'));
    expect(refusal.detail.days).toHaveLength(6);
    expect((await listBookings(cleo)).bookings).toEqual([]);
    expect(await world.asSystem((db) => db.bookingSeries.count())).toBe(0);
  });

  it('or without the days that are taken, if that is what was chosen', async () => {
    await taken('room', '2027-03-16');
    const { id } = await bookSeries(cleo, tuesdays({ policy: 'SKIP' }));
    expect(await daysOf(id)).toHaveLength(5);
    const none = bookSeries(egil, tuesdays({ policy: 'SKIP', count: 2 }));
    await expect(none).rejects.toMatchObject(refused('seriesNothingFree'));
  });

  it('is told in one letter, with every day for the calendar', async () => {
    await bookSeries(cleo, tuesdays());
    const [letter, ...more] = await world.asSystem((db) => db.mail.findMany());
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Bokat 6 gånger: room');
    expect(letter?.text).toContain('tisdag 30 mars, 09:00–12:00, room');
    const calendar = new ICAL.Component(ICAL.parse(letter?.calendar ?? ''));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ startDate }) => startDate.hour)).toEqual([9, 9, 9, 9, 9, 9]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(6);
  });

  it('is made once however often the same form is sent', async () => {
    const wish = tuesdays();
    const sent = await Promise.all(Array.from({ length: 8 }, () => bookSeries(cleo, wish)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it('against single bookings, fifty at once: nothing is taken twice', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        n % 5 === 0
          ? bookSeries(cleo, tuesdays())
          : taken('room', `2027-03-${String(2 + 7 * (n % 4)).padStart(2, '0')}`),
      ),
    );
    expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await overlappingPairs(world)).toBe(0);
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    for (const code of new Set(codes)) {
      expect(['workspace.refusals.taken', 'workspace.refusals.seriesClash']).toContain(code);
    }
  });
});

describe('one day of a series', () => {
  const input = (own = {}) => ({
    ...{ placeId: house.place('room'), date: '2027-03-16', from: '13:00', to: '15:00' },
    ...{ purpose: 'Ny tid', revision: 0, ...own },
  });
  async function madeUpTo(day: number) {
    const { id } = await bookSeries(cleo, tuesdays());
    return { series: id, days: await daysOf(id), third: (await daysOf(id))[day] };
  }
  const hours = (rows: { startsAt: Date }[]) => rows.map(({ startsAt }) => startsAt.getUTCHours());

  it('may move alone', async () => {
    const { series, third } = await madeUpTo(2);
    await changeBooking(cleo, third?.id ?? '', input());
    expect(hours(await daysOf(series))).toEqual([8, 8, 12, 8, 7, 7]);
  });

  it('may move with those after it, which go on as a series of their own', async () => {
    const { series, third } = await madeUpTo(2);
    await changeSeries(cleo, third?.id ?? '', input(), 'FOLLOWING');
    expect(hours(await daysOf(series))).toEqual([8, 8]);
    const { seriesId = '' } = (await world.asSystem((db) =>
      db.booking.findFirst({ where: { id: third?.id ?? '' } }),
    )) ?? { seriesId: '' };
    expect(hours(await daysOf(seriesId ?? ''))).toEqual([12, 12, 11, 11]);
  });

  it('may move with all that are to come, each by as many days; what is past stays', async () => {
    const { series } = await madeUpTo(0);
    stopClock(mondayMorning.add({ hours: 24 * 8 }));
    const third = (await daysOf(series))[2];
    await changeSeries(cleo, third?.id ?? '', input({ date: '2027-03-18' }), 'ALL');
    const days = (await daysOf(series)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
    expect(days).toEqual([
      '2027-03-02',
      '2027-03-09',
      '2027-03-18',
      '2027-03-25',
      '2027-04-01',
      '2027-04-08',
    ]);
  });

  it('moves whole onto its own old times, a week later', async () => {
    const { series, days } = await madeUpTo(0);
    const [first] = days;
    const later = input({ date: '2027-03-09', from: '09:00', to: '12:00' });
    await changeSeries(cleo, first?.id ?? '', later, 'ALL');
    expect((await daysOf(series)).at(-1)?.startsAt.toISOString()).toBe('2027-04-13T07:00:00.000Z');
    await taken('room', '2027-03-02');
    expect(await overlappingPairs(world)).toBe(0);
  });

  it('changes nothing when one of the days is taken', async () => {
    const { series, third } = await madeUpTo(2);
    await taken('room', '2027-03-30', { from: '14:00', to: '15:00' });
    const move = changeSeries(cleo, third?.id ?? '', input(), 'FOLLOWING');
    await expect(move).rejects.toMatchObject(refused('seriesClash'));
    expect(hours(await daysOf(series))).toEqual([8, 8, 8, 8, 7, 7]);
    await expect(taken('room', '2027-03-16')).rejects.toMatchObject(refused('taken'));
  });

  it('may be given another purpose, without moving', async () => {
    const { series, third } = await madeUpTo(2);
    await changeSeries(cleo, third?.id ?? '', input({ from: '09:00', to: '12:00' }), 'ALL');
    expect((await daysOf(series)).map(({ purpose }) => purpose)).toEqual(Array(6).fill('Ny tid'));
    await expect(taken('room', '2027-03-16')).rejects.toMatchObject(refused('taken'));
  });

  it('may be cancelled with those after it; one letter takes them out of the calendar', async () => {
    const { series, third } = await madeUpTo(2);
    const done = await cancelSeries(cleo, third?.id ?? '', 'FOLLOWING', '');
    expect(done).toEqual({ cancelled: 4, left: 0 });
    const { days } = await findBooking(cleo, third?.id ?? '');
    expect(days.map(({ status }) => status === 'CANCELLED')).toEqual([
      ...[false, false, true, true, true, true],
    ]);
    const states = (await daysOf(series)).map(({ status }) => status);
    expect(states).toEqual([
      ...['CONFIRMED', 'CONFIRMED'],
      ...['CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
    ]);
    await taken('room', '2027-03-30');
    const letters = await world.asSystem((db) => db.mail.findMany());
    const gone = letters.find(({ subject }) => subject === 'Avbokat 4 gånger');
    expect(gone?.calendar).toContain('METHOD:CANCEL');
  });
});

describe('a series that has begun', () => {
  it('says how many days were cancelled and how many could not be', async () => {
    const { id } = await bookSeries(cleo, tuesdays());
    const days = await daysOf(id);
    stopClock(mondayMorning.add({ hours: 24 * 8 + 1 }));
    const done = await cancelSeries(cleo, days[2]?.id ?? '', 'ALL', '');
    expect(done).toEqual({ cancelled: 4, left: 2 });
  });
});

describe('being away', () => {
  it('lets go of one’s own in a range of days, in one breath', async () => {
    const { id } = await bookSeries(cleo, tuesdays());
    const disa = await world.enter('disa');
    const hers = await bookPlace(disa, wishFor(house.place('desk-1'), { date: '2027-03-16' }));
    const range = { from: '2027-03-09', to: '2027-03-23' };
    expect((await listForAbsence(cleo, range)).bookings).toHaveLength(3);
    expect(await cancelForAbsence(cleo, range)).toBe(3);
    const standing = (await daysOf(id)).filter(({ status }) => status === 'CONFIRMED');
    expect(standing.map(({ originalDate }) => originalDate?.toISOString().slice(0, 10))).toEqual([
      '2027-03-02',
      '2027-03-30',
      '2027-04-06',
    ]);
    expect((await findBooking(disa, hers.id)).status).toBe('CONFIRMED');
    await expect(cancelForAbsence(cleo, range)).rejects.toMatchObject(refused('nothingToCancel'));
  });
});
