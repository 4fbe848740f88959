import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometryOf } from '#lib/cli/seed/plans.ts';
import { planSchema } from '#lib/workspace/plan-schema.ts';
import { bookingSchema, isId, readDate, readPage, readWish } from '#lib/workspace/schema.ts';
import { demoSites } from '#prisma/seed/workspace.ts';

const form = {
  placeId: '019b0000-0000-7000-8000-000000000001',
  date: '2027-03-02',
  from: '09:00',
  to: '12:00',
  purpose: '  Möte  ',
  requestKey: '019b0000-0000-4000-8000-000000000002',
};

describe('bookingSchema', () => {
  it('takes a whole form and trims the purpose, which may be left out', () => {
    expect(bookingSchema.parse(form)).toEqual({
      ...form,
      purpose: 'Möte',
      also: [],
      way: 'book',
      termsAccepted: [],
    });
    const { purpose: _, ...bare } = form;
    expect(bookingSchema.parse(bare).purpose).toBe('');
  });

  it.each([
    ['date', '2027-02-29', 'workspace.refusals.badDate'],
    ['date', '28/3', 'workspace.refusals.badDate'],
    ['from', '24:00', 'workspace.refusals.badTime'],
    ['from', '9', 'workspace.refusals.badTime'],
    ['to', '09:07', 'workspace.refusals.notOnTheQuarter'],
    ['purpose', 'x'.repeat(201), 'refusals.tooLong'],
  ])('refuses %s %s with %s', (field, value, code) => {
    const { error } = bookingSchema.safeParse({ ...form, [field]: value });
    expect(error?.issues[0]).toMatchObject({ path: [field], message: code });
  });

  it.each(['placeId', 'requestKey'])('refuses a %s that is no id', (field) => {
    expect(bookingSchema.safeParse({ ...form, [field]: '1' }).success).toBe(false);
  });
});

describe('readWish', () => {
  it('reads what is there and leaves the rest out', () => {
    const query = { date: '2027-03-02', seats: '4', kind: 'MEETING_ROOM', from: '', view: 'plan' };
    expect(readWish(query)).toEqual({
      wish: { date: '2027-03-02', seats: 4, kind: 'MEETING_ROOM' },
      errors: {},
    });
  });

  it('says what is wrong field by field', () => {
    expect(
      readWish({ date: 'i morgon', from: '9', seats: '0', kind: 'BATH', to: '10:00' }),
    ).toEqual({
      wish: { to: '10:00' },
      errors: {
        date: 'workspace.refusals.badDate',
        from: 'workspace.refusals.badTime',
        seats: 'workspace.refusals.badSeats',
        kind: 'workspace.refusals.badKind',
      },
    });
  });

  it('never throws, whatever stands in an address', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = fc.constantFrom('date', 'from', 'to', 'seats', 'kind', 'site', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, value), (query) => {
        const { wish, errors } = readWish(query);
        for (const name of Object.keys(wish)) expect(errors).not.toHaveProperty(name);
        readDate(query.date);
        expect(readPage(query.from)).toBeGreaterThan(0);
      }),
    );
  });
});

it('isId knows ids from anything else', () => {
  expect(isId(form.placeId)).toBe(true);
  for (const no of ['', '1', form.placeId.slice(1), `${form.placeId}0`, `{${form.placeId}}`]) {
    expect(isId(no)).toBe(false);
  }
});

it('pages and days from an address fall back', () => {
  expect(['0', '-1', '1.5', 'x', '', undefined, '1e9'].map(readPage)).toEqual([
    1, 1, 1, 1, 1, 1, 1,
  ]);
  expect(readPage('3')).toBe(3);
  expect(readPage(['3', '4'])).toBe(4);
  expect(['2027-03-02', '2027-13-02', '9999-12-31', '', undefined].map(readDate)).toEqual([
    '2027-03-02',
    null,
    null,
    null,
    null,
  ]);
});

it('every demo house has a plan of the kept shape', () => {
  for (const { plan } of demoSites) expect(() => planSchema.parse(geometryOf(plan))).not.toThrow();
});
