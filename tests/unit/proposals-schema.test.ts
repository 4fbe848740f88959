import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decisionForm,
  isId,
  othersAddress,
  othersKinds,
  proposalForm,
  proposalFormSent,
  readOthersQuery,
  statesOf,
} from '#lib/proposals/schema.ts';

const id = '0193a1c2-0000-7000-8000-000000000001';
const least = { id, revision: '0', language: 'sv', visibility: 'OPEN' };

describe('The form of a proposal', () => {
  it('takes nothing but its hidden parts', () => {
    const input = proposalFormSent.parse(least);
    expect(input).toMatchObject({ title: '', needs: [], areas: [], revision: 0, intent: 'save' });
  });

  it('keeps lines, mends line breaks, takes out what PostgreSQL cannot keep', () => {
    const typed = { title: '  En\u0000\n  rad ', problem: 'ett\r\ntvå\rtre\u0007\tfyra\n' };
    expect(proposalForm.parse({ ...least, ...typed })).toMatchObject({
      title: 'En rad',
      problem: 'ett\ntvå\ntre\tfyra',
    });
  });

  it('counts characters as they are kept', () => {
    const title = `${'å'.repeat(120)}   `;
    expect(proposalForm.safeParse({ ...least, title }).success).toBe(true);
    const long = proposalForm.safeParse({ ...least, title: 'å'.repeat(121) });
    expect(long.error?.issues[0]).toMatchObject({
      path: ['title'],
      message: 'innovation.tooLong.title',
    });
    const huge = proposalForm.safeParse({ ...least, problem: 'x'.repeat(100_000) });
    expect(huge.error?.issues[0]?.message).toBe('innovation.tooLong.problem');
  });

  it.each([
    ['id', 'x'],
    ['revision', '-1'],
    ['revision', 'ett'],
    ['revision', '1e300'],
    ['language', 'fr'],
    ['visibility', 'DRAFT'],
    ['visibility', 'PARTIES'],
    ['areas', ['NO_SUCH']],
    ['needs', ['x']],
    ['needs', Array.from({ length: 51 }, () => id)],
  ])('refuses %s = %j', (name, value) => {
    expect(proposalForm.safeParse({ ...least, [name]: value }).success).toBe(false);
  });
});

describe('The form of a decision', () => {
  it('wants a choice', () => {
    expect(decisionForm.safeParse({ reason: 'x' }).error?.issues[0]?.message).toBe(
      'innovation.refusals.decisionMissing',
    );
    expect(decisionForm.safeParse({ decision: 'maybe' }).success).toBe(false);
  });
});

describe('The address of what others do', () => {
  it('leads back to the query it was made from', () => {
    const query = fc.record({
      show: fc.constantFrom(...othersKinds),
      words: fc.stringMatching(/^[a-zåäö]{0,8}$/),
      page: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(query, fc.nat(3), ({ show, ...rest }, n) => {
        const states = statesOf(show).slice(0, n);
        const order = show === 'needs' ? ('people' as const) : ('shared' as const);
        const made = { show, ...rest, order, states, areas: ['MEDICINES'] };
        const params = new URLSearchParams(othersAddress(made));
        const search: Record<string, string[]> = {};
        for (const key of params.keys()) search[key] = params.getAll(key);
        expect(readOthersQuery(search)).toEqual(made);
      }),
    );
  });

  it('makes sense of anything', () => {
    const odd = { show: 'x', q: ['a', 'b\u0000'], area: ['', 'X'], state: 'DRAFT', page: '-3' };
    expect(readOthersQuery(odd)).toEqual({
      show: 'projects',
      words: 'b',
      order: 'shared',
      areas: [],
      states: [],
      page: 1,
    });
    expect(othersAddress(readOthersQuery({}))).toBe('');
  });
});

describe('An id', () => {
  it('is a UUID or nothing', () => {
    expect(isId(id)).toBe(true);
    for (const wrong of ['', 'new', `${id}x`, "' or true --"]) expect(isId(wrong)).toBe(false);
  });
});
