import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { weekWords } from '#components/workspace/hours-words.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { comingClosures } from '#lib/workspace/coming.ts';
import { type Country, type HolidayKey, holidayName, holidaysOf } from '#lib/workspace/holidays.ts';
import {
  type Closing,
  type House,
  hoursOn,
  reasonOn,
  seenBy,
  type Who,
} from '#lib/workspace/hours.ts';
import { houseOf } from '#lib/workspace/opening.ts';
import { windowOf } from '#lib/workspace/rules.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import { timeOf } from '#lib/workspace/times.ts';

describe('a week in words', () => {
  it('writes days as the language does, and what is closed within a line', () => {
    const hours = [1, 2, 3, 4].map((weekday) => ({ weekday, opens: 480, closes: 1020 }));
    const said = (locale: 'sv' | 'nb' | 'en') =>
      weekWords(locale, hours).map(({ days, time }) => `${days} ${time}`);
    expect(said('en')).toEqual(['Monday–Thursday 08:00–17:00', 'Friday–Sunday closed']);
    expect(said('sv')).toEqual(['Måndag–torsdag 08:00–17:00', 'Fredag–söndag stängt']);
    expect(said('nb')).toEqual(['Mandag–torsdag 08:00–17:00', 'Fredag–søndag stengt']);
  });
});

const text = (word: string) => ({ sv: word, nb: word, en: word });
const week = (opens: number, closes: number, days = [1, 2, 3, 4, 5]) =>
  days.map((weekday) => ({ weekday, opens: opens * 60, closes: closes * 60 }));
const house: House = { zone: 'Europe/Stockholm', hours: week(8, 17), halfDayAt: 12 * 60 };
const any = { kind: null, actor: null, from: null, to: null };
const day = (date: string) => Temporal.PlainDate.from(date);
const told = (where: House, date: string, who: Who = {}) => {
  const hours = hoursOn(seenBy(where, who), day(date));
  return hours ? `${timeOf(hours.opens)}-${timeOf(hours.closes)}` : 'closed';
};

describe('the hours of a day', () => {
  const varied: House = {
    ...house,
    schedules: [
      { ...any, actor: 'COMPANY', hours: week(6, 22, [1, 2, 3, 4, 5, 6]) },
      { ...any, kind: 'LAB', hours: week(9, 15, [1, 2, 3]) },
      { ...any, from: '2027-06-28', to: '2027-08-06', hours: week(9, 14) },
      { ...any, actor: 'COMPANY', from: '2027-06-28', to: '2027-08-06', hours: week(7, 18) },
    ],
  };

  it.each([
    ['2027-03-02', {}, '08:00-17:00'],
    ['2027-03-06', {}, 'closed'],
    ['2027-03-06', { actor: 'COMPANY' }, '06:00-22:00'],
    ['2027-03-02', { actor: 'PUBLIC' }, '08:00-17:00'],
    ['2027-03-02', { kind: 'LAB' }, '09:00-15:00'],
    ['2027-03-04', { kind: 'LAB' }, 'closed'],
    ['2027-03-02', { kind: 'LAB', actor: 'COMPANY' }, '09:00-15:00'],
    ['2027-06-27', {}, 'closed'],
    ['2027-06-28', {}, '09:00-14:00'],
    ['2027-08-06', {}, '09:00-14:00'],
    ['2027-08-09', {}, '08:00-17:00'],
    ['2027-07-06', { kind: 'LAB' }, '09:00-14:00'],
    ['2027-07-06', { actor: 'COMPANY' }, '07:00-18:00'],
  ] as [string, Who, string][])('%s %o: %s', (date, who, expected) => {
    expect(told(varied, date, who)).toBe(expected);
  });
});

describe('a closure', () => {
  const closing = (from: string, to: string, own: Partial<Closing> = {}): Closing => ({
    ...{ kind: null, placeId: null, from, to, yearly: false, exempt: [], message: text('Städdag') },
    ...own,
  });
  const closed = (...closures: Closing[]): House => ({ ...house, closures });

  it('shuts a day, a part of it, or more days', () => {
    const all = closed(closing('2027-03-02T00:00', '2027-03-03T12:00'));
    expect([told(all, '2027-03-01'), told(all, '2027-03-02')]).toEqual(['08:00-17:00', 'closed']);
    expect(told(all, '2027-03-03')).toBe('12:00-17:00');
    expect(told(closed(closing('2027-03-02T15:10', '2027-03-02T20:00')), '2027-03-02')).toBe(
      '08:00-15:00',
    );
  });

  it('in the middle of a day stops what meets it, and nothing else', () => {
    const lunch = closed(closing('2027-03-02T11:00', '2027-03-02T13:00'));
    const rule = usualRules.MEETING_ROOM;
    const at = Temporal.Instant.from('2027-03-01T08:00:00Z');
    const wish = (from: string, to: string) => () =>
      windowOf({ date: '2027-03-02', from, to }, lunch, rule, at);
    expect(told(lunch, '2027-03-02')).toBe('08:00-17:00');
    expect(wish('09:00', '11:00')).not.toThrow();
    expect(wish('13:00', '14:00')).not.toThrow();
    for (const [from, to] of [
      ['10:00', '11:15'],
      ['12:00', '12:30'],
      ['08:00', '17:00'],
    ] as const) {
      expect(wish(from, to)).toThrow(Refusal);
    }
    try {
      wish('12:00', '14:00')();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'workspace.refusals.closedBecause',
        values: { because: text('Städdag') },
      });
    }
  });

  it('is of a kind or a place, and lets some in', () => {
    const span = ['2027-03-02T00:00', '2027-03-03T00:00'] as const;
    const lab = closed(closing(...span, { kind: 'LAB' }));
    expect([told(lab, '2027-03-02'), told(lab, '2027-03-02', { kind: 'LAB' })]).toEqual([
      '08:00-17:00',
      'closed',
    ]);
    const one = closed(closing(...span, { placeId: 'a' }));
    expect([
      told(one, '2027-03-02', { placeId: 'b' }),
      told(one, '2027-03-02', { placeId: 'a' }),
    ]).toEqual(['08:00-17:00', 'closed']);
    const keys = closed(closing(...span, { exempt: ['COMPANY'] }));
    expect([
      told(keys, '2027-03-02', { actor: 'COMPANY' }),
      told(keys, '2027-03-02', { actor: 'PUBLIC' }),
    ]).toEqual(['08:00-17:00', 'closed']);
  });

  it('comes again each year, over New Year and from 29 February, too', () => {
    const turn = closed(closing('2026-12-28T00:00', '2027-01-05T00:00', { yearly: true }));
    expect(
      ['2025-12-29', '2026-12-29', '2027-01-04', '2029-12-28', '2030-01-04', '2030-01-07'].map(
        (date) => told(turn, date),
      ),
    ).toEqual(['08:00-17:00', 'closed', 'closed', 'closed', 'closed', '08:00-17:00']);
    const leap = closed(closing('2028-02-29T00:00', '2028-03-01T00:00', { yearly: true }));
    expect([told(leap, '2028-02-29'), told(leap, '2028-03-01')]).toEqual(['closed', '08:00-17:00']);
  });

  it('says why', () => {
    const all = closed(closing('2027-03-02T00:00', '2027-03-03T00:00'));
    expect(reasonOn(all, day('2027-03-02'))?.sv).toBe('Städdag');
    expect([reasonOn(all, day('2027-03-01')), reasonOn(all, day('2027-03-06'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

const daysOf = (country: Country, year: number) =>
  Object.fromEntries(holidaysOf(country, year).map(({ key, date }) => [key, date.slice(5)]));

describe('holidays', () => {
  it('of Sweden are those of the act of 1989, and three eves', () => {
    expect(daysOf('SE', 2027)).toEqual({
      ...{ newYear: '01-01', epiphany: '01-06', goodFriday: '03-26', easterSunday: '03-28' },
      ...{ easterMonday: '03-29', mayDay: '05-01', ascension: '05-06', whitSunday: '05-16' },
      ...{ nationalDay: '06-06', midsummerEve: '06-25', midsummerDay: '06-26', allSaints: '11-06' },
      ...{ christmasEve: '12-24', christmasDay: '12-25', boxingDay: '12-26', newYearsEve: '12-31' },
    });
  });

  it('of Norway have Maundy Thursday, 17 May and Whit Monday, which met in 2027', () => {
    const { maundyThursday, constitutionDay, whitMonday, nationalDay } = daysOf('NO', 2027);
    expect([maundyThursday, constitutionDay, whitMonday, nationalDay]).toEqual([
      '03-25',
      '05-17',
      '05-17',
      undefined,
    ]);
  });

  // Published almanacs.
  it.each([
    [2024, '03-29', '06-22', '11-02'],
    [2025, '04-18', '06-21', '11-01'],
    [2026, '04-03', '06-20', '10-31'],
    [2028, '04-14', '06-24', '11-04'],
    [2038, '04-23', '06-26', '11-06'],
  ])('%i: Good Friday %s, Midsummer Day %s, All Saints %s', (year, friday, midsummer, saints) => {
    const { goodFriday, midsummerDay, allSaints } = daysOf('SE', year);
    expect([goodFriday, midsummerDay, allSaints]).toEqual([friday, midsummer, saints]);
  });

  it('close the house unless it chose otherwise', () => {
    const site = (
      holidays: {
        holiday: HolidayKey;
        open: boolean;
        opens: number | null;
        closes: number | null;
      }[],
      country: Country = 'SE',
    ) =>
      houseOf({
        ...house,
        hub: { country },
        openingHours: week(8, 17),
        schedules: [],
        closures: [],
        holidays,
      });
    const year = new Date().getFullYear() + 1;
    const eve = `${year}-12-24`;
    const weekday = Temporal.PlainDate.from(eve).dayOfWeek;
    expect(told(site([]), eve)).toBe('closed');
    expect(
      told(site([{ holiday: 'christmasEve', open: true, opens: 540, closes: 720 }]), eve),
    ).toBe('09:00-12:00');
    const usual = told(
      site([{ holiday: 'christmasEve', open: true, opens: null, closes: null }]),
      eve,
    );
    expect(usual).toBe(weekday > 5 ? 'closed' : '08:00-17:00');
    expect(reasonOn(site([]), day(eve))).toEqual(holidayName('christmasEve'));
  });
});

describe('what is to come', () => {
  it('is told of the house and its kinds, the next first, holidays among it', () => {
    const none = { kind: null, placeId: null, yearly: false, exempt: [] };
    const closures = [
      { ...none, from: '2027-03-10T12:00', to: '2027-03-11T00:00', message: text('Städdag') },
      {
        ...none,
        kind: 'LAB' as const,
        from: '2027-03-05T00:00',
        to: '2027-03-06T00:00',
        message: text('Golv'),
      },
      {
        ...none,
        placeId: 'a',
        from: '2027-03-04T00:00',
        to: '2027-03-05T00:00',
        message: text('En plats'),
      },
      { ...none, from: '2027-02-28T00:00', to: '2027-03-01T00:00', message: text('I går') },
      { ...none, from: '2027-12-01T00:00', to: '2027-12-02T00:00', message: text('Länge dit') },
    ];
    const specialDays = new Map([
      ['2027-03-26', { name: text('Långfredagen'), hours: null }],
      ['2027-03-25', { name: text('Skärtorsdagen'), hours: { opens: 540, closes: 720 } }],
    ]);
    const coming = comingClosures({ ...house, closures, specialDays }, day('2027-03-01'));
    expect(coming.map(({ why, open }) => [why.sv, open?.to])).toEqual([
      ['Golv', undefined],
      ['Städdag', undefined],
      ['Skärtorsdagen', '12:00'],
      ['Långfredagen', undefined],
    ]);
  });
});
