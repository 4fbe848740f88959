import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailOf, noticeKinds, sentenceOf } from '#lib/notices/rules.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { policy } from '#lib/platform/policy.ts';
import {
  differences,
  missing,
  moves,
  movesFrom,
  proposalStates,
  refusalToMove,
  requiredFields,
  storyKinds,
  storyOf,
} from '#lib/proposals/rules.ts';
import { limits } from '#lib/proposals/schema.ts';

const whole = {
  title: 'a',
  summary: 'a',
  problem: 'a',
  solution: 'a',
  benefit: 'a',
  firstStep: 'a',
  needs: ['n'],
  areas: ['MEDICINES'],
};

describe('The table of moves', () => {
  it('has each way once, and its ends are states', () => {
    const ways = moves.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(ways).size).toBe(ways.length);
    for (const { from, to } of moves) {
      expect(proposalStates).toContain(from);
      expect(proposalStates).toContain(to);
    }
  });

  it('leads from a decision nowhere, and to every state', () => {
    for (const by of ['member', 'assessor'] as const) {
      expect(movesFrom('ACCEPTED', by)).toEqual([]);
      expect(movesFrom('DECLINED', by)).toEqual([]);
    }
    expect(new Set(moves.map(({ to }) => to))).toEqual(new Set(proposalStates));
  });

  it('asks a permission that the same side holds', () => {
    for (const { by, permission } of moves) {
      const holders = Object.keys(policy[permission]);
      expect(holders.includes('assessor')).toBe(by === 'assessor');
      expect(holders.includes('publicStaff')).toBe(by === 'member');
    }
  });

  it('refuses with words that exist in every language', () => {
    const facts = { text: { ...whole, title: '' }, ownBody: true, reason: '', nextStep: '' };
    for (const locale of locales) {
      for (const state of proposalStates) {
        for (const move of moves) {
          const refusal = refusalToMove(move, { ...facts, state });
          const codes = [refusal?.code ?? '', ...Object.values(refusal?.fields ?? {})];
          for (const code of codes.filter((each) => each.startsWith('innovation.'))) {
            const key = code.slice('innovation.'.length);
            expect(translator(locale, 'innovation')(key)).toMatch(/[.:]$/);
          }
        }
      }
    }
  });
});

describe('What is missing', () => {
  it('is nothing in a whole proposal, and exactly what is empty in any other', () => {
    expect(missing(whole)).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...requiredFields]), (gone) => {
        const empty = (field: string) => (field === 'needs' || field === 'areas' ? [] : ' \n');
        const holes = Object.fromEntries(gone.map((field) => [field, empty(field)]));
        expect(missing({ ...whole, ...holes })).toEqual(gone);
      }),
    );
  });

  it('has a sentence and a short name in every language', () => {
    for (const locale of locales) {
      const t = translator(locale, 'innovation');
      for (const field of requiredFields) {
        expect(t(`missing.${field}`)).toMatch(/\.$/);
        expect(t(`parts.${field}`)).not.toMatch(/\.$/);
      }
    }
  });
});

describe('The story', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const proposal = {
    state: 'ACCEPTED' as const,
    createdAt: at(1),
    submittedAt: at(2),
    decidedAt: at(5),
  };

  it('is told by the dates when there are no events', () => {
    const kinds = storyOf(proposal, []).map(({ kind }) => kind);
    expect(kinds).toEqual(['proposalDrafted', 'proposalSubmitted', 'proposalAccepted']);
  });

  it('is told by events where there are any, in the order of time', () => {
    const step = (kind: string, day: number) => ({
      ...{ kind, at: at(day) },
      person: 'A',
      organisation: 'B',
    });
    const events = [step('reviewBegun', 4), step('proposalSubmitted', 3)];
    expect(storyOf(proposal, events).map(({ kind, person }) => [kind, person])).toEqual([
      ['proposalDrafted', null],
      ['proposalSubmitted', 'A'],
      ['reviewBegun', 'A'],
      ['proposalAccepted', null],
    ]);
  });

  it('has words for each step', () => {
    for (const locale of locales) {
      for (const kind of storyKinds) {
        expect(translator(locale, 'innovation')(`story.${kind}`)).not.toBe('');
      }
    }
  });
});

describe('Differences', () => {
  it('are the kept values of the fields that differ; the order of choices is none', () => {
    const kept = { title: 'a', needs: ['1', '2'], areas: ['x'] };
    expect(differences(kept, { title: 'a', needs: ['2', '1'], areas: ['x'] })).toEqual({});
    expect(differences(kept, { title: 'b', needs: ['1'], areas: ['x'] })).toEqual({
      title: 'a',
      needs: ['1', '2'],
    });
  });
});

describe('Notices', () => {
  it('of each kind are a sentence with its facts; unknown ones a general one', () => {
    const detail = { title: 'Lugna nätter', organisation: 'Bergs kommun' };
    for (const locale of locales) {
      const t = translator(locale, 'innovation');
      for (const kind of noticeKinds) {
        const said = t(sentenceOf(kind), detail);
        if (kind === 'hubRolesChanged') expect(said).not.toBe(t('notices.other'));
        else expect(said).toMatch(kind.startsWith('proposal') ? /Lugna nätter/ : /Bergs kommun/);
      }
      expect(t(sentenceOf('fromTheFuture'), detailOf(null))).toMatch(/\.$/);
    }
  });

  it('read odd kept facts as empty', () => {
    expect(detailOf({ title: 7, organisation: null })).toEqual({ title: '', organisation: '' });
  });
});

describe('The limits', () => {
  it('stand in the sentences that speak of them', () => {
    for (const locale of locales) {
      for (const [field, most] of Object.entries(limits)) {
        const said = translator(
          locale,
          'innovation',
        )(`tooLong.${field}`).replace(/[\s,\u00a0]/g, '');
        expect(said, `${locale} ${field}`).toContain(String(most));
      }
    }
  });
});
