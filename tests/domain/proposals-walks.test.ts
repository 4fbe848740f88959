import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { type MoveName, moveNamed, moves, type ProposalState } from '#lib/proposals/moves.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

let world: World;
let need: string;
const scopes = new Map<string, Scope>();
const walkers = ['alva', 'bror', 'cleo', 'frej', 'hedda', 'judit', 'ivar', 'kari'] as const;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeNeed(world);
  for (const who of walkers) scopes.set(who, await world.enter(who as CastName));
  scopes.set('job', await enterSystem('nord', 'test'));
});
afterAll(() => world.close());

/** Where a proposal stands with all that hangs on it. */
async function standing(id: string) {
  const events = moves.map(({ event }) => event as string);
  return {
    state: (await stateOf(world, id)) as ProposalState,
    ...(await world.asSystem(async (db) => ({
      links: await db.proposalNeed.count({ where: { proposalId: id, needId: need } }),
      words: await db.proposalWord.count({ where: { proposalId: id } }),
      events: await db.auditEvent.count({ where: { objectId: id, kind: { in: events } } }),
      need: (await db.need.findFirstOrThrow({ where: { id: need } })).state,
    }))),
  };
}

const step = fc.record({
  name: fc.constantFrom(...moves.map(({ name }) => name as MoveName)),
  who: fc.constantFrom(...walkers, 'job'),
});
// Most random steps are refused; these lead on, so that walks come far.
const onward = fc.constantFrom(
  ...(
    [
      ['submit', 'alva'],
      ['begin', 'hedda'],
      ['ask', 'hedda'],
      ['answer', 'bror'],
      ['park', 'hedda'],
      ['resume', 'hedda'],
      ['accept', 'hedda'],
      ['decline', 'hedda'],
      ['appeal', 'bror'],
      ['reopen', 'hedda'],
      ['undo', 'judit'],
      ['undo', 'hedda'],
    ] as const
  ).map(([name, who]) => ({ name, who })),
);

// The walk that goes furthest is always among them, whatever chance brings.
const far = (
  [
    ...([
      ['submit', 'alva'],
      ['begin', 'hedda'],
      ['ask', 'hedda'],
      ['answer', 'bror'],
    ] as const),
    ...([
      ['park', 'hedda'],
      ['resume', 'hedda'],
      ['decline', 'hedda'],
      ['appeal', 'bror'],
    ] as const),
    ...([
      ['reopen', 'hedda'],
      ['accept', 'hedda'],
      ['undo', 'hedda'],
    ] as const),
  ] as const
).map(([name, who]) => ({ name: name as MoveName, who }));

it('no walk of any roles leaves the table, loses a need or forgets what was said', async () => {
  const reached = new Set<string>();
  const walk = fc.array(
    fc.oneof({ weight: 1, arbitrary: step }, { weight: 3, arbitrary: onward }),
    {
      minLength: 20,
      maxLength: 30,
    },
  );
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const id = await makeProposal(world, 'DRAFT', { need });
      let before = await standing(id);
      for (const { name, who } of steps) {
        const scope = scopes.get(who) as Scope;
        const error = await carryOut[name](scope, id).catch((caught) => caught);
        const after = await standing(id);
        expect(after.links).toBe(1);
        if (error === undefined) {
          const row = moveNamed(name);
          expect(row.from).toContain(before.state);
          expect(after.state).toBe(row.to);
          expect(after.events).toBe(before.events + 1);
        } else {
          expect(
            [NotFound, Refusal].some((kind) => error instanceof kind),
            String(error),
          ).toBe(true);
          expect(after).toEqual(before);
        }
        expect(after.words).toBeGreaterThanOrEqual(before.words);
        const live = !['DRAFT', 'DECLINED', 'WITHDRAWN'].includes(after.state);
        expect(after.need === 'LINKED').toBe(live);
        reached.add(after.state);
        before = after;
      }
      // The next walk's need hangs on its own proposal alone.
      await world.asSystem(async (db) => {
        await db.proposalNeed.deleteMany({ where: { proposalId: id } });
      });
    }),
    { numRuns: 12, examples: [[far]] },
  );
  expect(reached.size).toBeGreaterThanOrEqual(6);
}, 120_000);
