import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationNumber, writtenNumber } from '#lib/organisations/numbers.ts';
import {
  domainOf,
  isAtDomain,
  isFreeMail,
  moves,
  movesFrom,
  participationStates,
  slugOf,
} from '#lib/organisations/rules.ts';
import { applicationForm, domainForm } from '#lib/organisations/schema.ts';

describe('An organisation number', () => {
  it('is taken in any writing when its check digit is right', () => {
    expect(organisationNumber('SE', '556036-0793')).toBe('5560360793');
    expect(organisationNumber('SE', ' 5560360793 ')).toBe('5560360793');
    expect(organisationNumber('NO', '974 760 673')).toBe('974760673');
    expect(writtenNumber('SE', '5560360793')).toBe('556036-0793');
    expect(writtenNumber('NO', '974760673')).toBe('974 760 673');
  });

  it('is refused with any one digit changed (Luhn, modulus 11)', () => {
    for (const [country, right] of [
      ['SE', '5560360793'],
      ['NO', '974760673'],
    ] as const) {
      for (let at = 0; at < right.length; at++) {
        for (let digit = 0; digit < 10; digit++) {
          const wrong = right.slice(0, at) + digit + right.slice(at + 1);
          expect(organisationNumber(country, wrong), wrong).toBe(wrong === right ? right : null);
        }
      }
    }
  });

  it('is not of the other country, not somebody’s own number, not text', () => {
    expect(organisationNumber('NO', '5560360793')).toBe(null);
    expect(organisationNumber('SE', '974760673')).toBe(null);
    // The Swedish tax agency's own example of a person's number: right by Luhn.
    expect(organisationNumber('SE', '811218-9876')).toBe(null);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, text.replace(/\D/g, '')]).toContain(organisationNumber('SE', text));
      }),
    );
  });
});

describe('An application', () => {
  const typed = {
    kind: 'COMPANY',
    country: 'SE',
    code: '',
    name: ' Ljusälv   AB ',
    number: '556036-0793',
    town: 'Åre',
    person: 'Ida Ek',
    email: ' Ida@LJUSALV.example ',
    role: 'Chef',
    why: 'Vi vill vara med.',
  };
  const issues = (given: object) =>
    applicationForm.safeParse({ ...typed, ...given }).error?.issues.map((i) => i.path[0]) ?? [];

  it('is kept as it is meant', () => {
    const kept = applicationForm.parse(typed);
    expect(kept).toMatchObject({ name: 'Ljusälv AB', number: '5560360793' });
    expect(kept.email).toBe('ida@ljusalv.example');
  });

  it('says at which field something is wrong', () => {
    expect(issues({ number: '556036-0794' })).toEqual(['number']);
    expect(issues({ number: '' })).toEqual(['number']);
    expect(issues({ number: '', kind: 'VOLUNTARY' })).toEqual([]);
    expect(issues({ number: '556036-0794', kind: 'VOLUNTARY' })).toEqual(['number']);
    expect(issues({ name: ' ' })).toEqual(['name']);
    expect(issues({ email: 'ida' })).toEqual(['email']);
    expect(issues({ person: '', role: '', why: '' })).toEqual(['person', 'role', 'why']);
    expect(issues({ kind: 'HUB' })).toEqual(['kind']);
  });

  it('carries no link into the mail that goes to an address nobody has proved', () => {
    expect(issues({ name: 'Vinn på https://a.example' })).toEqual(['name']);
    expect(issues({ person: 'Se WWW.a.example' })).toEqual(['person']);
  });

  it('never takes the name or number of a municipality or region from what was typed', () => {
    const kept = applicationForm.parse({ ...typed, kind: 'MUNICIPALITY', code: '2380' });
    expect(kept).toMatchObject({ code: '2380', name: '', number: null });
    expect(issues({ kind: 'MUNICIPALITY', code: '' })).toEqual(['code']);
    expect(issues({ kind: 'REGION', code: "1' or" })).toContain('code');
    expect(applicationForm.parse({ ...typed, code: '2380' }).code).toBe('');
  });
});

describe('A mail domain', () => {
  it('covers itself and what lies under it, and nothing that only ends alike', () => {
    expect(isAtDomain('a@kommun.se', ['kommun.se'])).toBe(true);
    expect(isAtDomain('a@vard.kommun.se', ['kommun.se'])).toBe(true);
    expect(isAtDomain('a@inte-kommun.se', ['kommun.se'])).toBe(false);
    expect(isAtDomain('a@kommun.se.evil.example', ['kommun.se'])).toBe(false);
    expect(domainOf('"a@b"@Kommun.SE')).toBe('kommun.se');
  });

  it('is refused when anyone can have an address there', () => {
    expect(isFreeMail('gmail.com')).toBe(true);
    expect(domainForm.safeParse({ domain: 'Namn@Gmail.com' }).success).toBe(false);
    expect(domainForm.parse({ domain: ' Namn@Foretaget.se ' })).toEqual({ domain: 'foretaget.se' });
    for (const domain of ['foretaget', '.se', 'a b.se', 'http://a.se/', '']) {
      expect(domainForm.safeParse({ domain }).success, domain).toBe(false);
    }
  });
});

describe('An address of its own', () => {
  it('is plain, and never that of a page', () => {
    expect(slugOf('Ljusälv Teknik AB')).toBe('ljusalv-teknik-ab');
    expect(slugOf('Ærlig Øst', 2)).toBe('aerlig-ost-2');
    expect(slugOf('House')).toBe('organisation-house');
    expect(slugOf('Apply')).toBe('organisation-apply');
    expect(slugOf('漢字')).toBe('organisation');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (name, n) => {
        expect(slugOf(name, n)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('The moves of an organisation at a hub', () => {
  it('leave every state some way, and never the body that runs the hub', () => {
    // Whoever took the application back asks again; that is no move of the hub's.
    for (const state of participationStates.filter((each) => each !== 'WITHDRAWN')) {
      expect(movesFrom(state, false).length, state).toBeGreaterThan(0);
    }
    expect(movesFrom('VERIFIED', true)).toEqual([]);
    expect(movesFrom('PENDING', false)).toEqual(['verify', 'reject']);
    expect(new Set(moves.map(({ event }) => event)).size).toBe(moves.length);
  });
});
