import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailOf, noticeKinds, sentenceOf } from '#lib/notices/rules.ts';
import { differences } from '#lib/platform/differences.ts';
import { locales } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { policy } from '#lib/platform/policy.ts';
import { growth, moves, type ProposalState, proposalStates } from '#lib/proposals/moves.ts';
import {
  missing,
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
  it('has each move once, and its ends are states', () => {
    expect(new Set(moves.map(({ name }) => name)).size).toBe(moves.length);
    expect(new Set(moves.map(({ event }) => event)).size).toBe(moves.length);
    for (const { from, to } of moves) {
      expect(from.length).toBeGreaterThan(0);
      for (const state of [...from, to]) expect(proposalStates).toContain(state);
    }
  });

  it('leads from a decision only by an appeal or its undoing, from what is called off nowhere', () => {
    const onward = (state: ProposalState) =>
      moves.filter(({ from }) => from.includes(state)).map(({ name }) => name);
    expect(onward('ACCEPTED')).toEqual(['undo']);
    expect(onward('DECLINED')).toEqual(['appeal', 'reopen', 'undo']);
    expect(onward('WITHDRAWN')).toEqual([]);
    expect(new Set([...moves, ...growth].map(({ to }) => to))).toEqual(new Set(proposalStates));
  });

  it('asks a permission that the same side holds', () => {
    for (const { by, permission } of moves) {
      const holders = Object.keys(policy[permission]);
      const hubs = by === 'assessor' || by === 'decider';
      expect(holders.includes('assessor')).toBe(hubs);
      expect(holders.includes('hubAdmin')).toBe(by === 'decider');
      expect(holders.includes('publicStaff')).toBe(by === 'member');
      expect(holders.includes('publicAdmin')).toBe(by === 'member' || by === 'admin');
    }
  });

  it('refuses with words that exist in every language', () => {
    const never = { decider: false, appealedAt: new Date(), appealOpen: false, reviewOn: null };
    const asked = { ...never, today: '2026-11-01', given: {}, endorsements: 2, assessed: false };
    const facts = { ...asked, text: { ...whole, title: '' } };
    for (const locale of locales) {
      for (const state of proposalStates) {
        for (const move of moves) {
          const refusals = [true, false].map((ownBody) =>
            refusalToMove(move, { ...facts, state, ownBody }),
          );
          const codes = refusals.flatMap((refusal) => [
            ...[refusal?.code ?? '', ...Object.values(refusal?.fields ?? {})],
          ]);
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
