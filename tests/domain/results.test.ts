import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { NotFound, type Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkProject } from '#lib/projects/closing.ts';
import { projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { sayAdoption } from '#lib/results/adopting.ts';
import { mindResults } from '#lib/results/minding.ts';
import { adoptionMoves, adoptionStates } from '#lib/results/moves.ts';
import { findNeedResults, meetNeed } from '#lib/results/needs.ts';
import {
  findDraft,
  findOwnAdoption,
  findResult,
  listProjectResults,
  listSharedResults,
} from '#lib/results/reads.ts';
import { adoptionForm, resultForm } from '#lib/results/schema.ts';
import { findSpread, spreadFilterOf } from '#lib/results/spread.ts';
import { publishResult, replaceResult, retireResult, saveResult } from '#lib/results/writing.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed } from './innovation-bodies.ts';

let world: World;
let need: string;
const names = [
  ...(['alva', 'bror', 'cleo', 'disa', 'frej', 'greta', 'pia'] as const),
  ...(['hedda', 'judit', 'kari'] as const),
];
const as = {} as Record<(typeof names)[number], Scope>;
const id = () => crypto.randomUUID();
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeNeed(world);
  for (const who of names) as[who] = await world.enter(who);
  await world.asSystem((db) => loadReference(db));
  const organisationId = world.organisation('bergs-kommun');
  const berg = [{ organisationId, country: 'SE' as const, code: '2326' }];
  await world.asSystem((db) => db.municipality.createMany({ data: berg, skipDuplicates: true }));
});
afterAll(() => world.close());

async function project(wished: 'OPEN' | 'PARTIES' = 'OPEN') {
  const input = projectForm.parse({
    ...{ id: id(), revision: 0, language: 'sv', title: 'Lugna nätter', summary: 'Tillsammans.' },
    ...{ areas: ['MOBILE_WORK'], needs: [need], startsOn: '2027-01-01', wished },
  });
  const { slug } = await saveProject(as.alva, input);
  await checkProject(as.judit, slug, { answer: 'show', words: '' });
  return slug;
}
const nextYear = `${new Date().getUTCFullYear() + 1}-06-30`;
const whole = {
  ...{ title: 'Nattkamera', language: 'sv', what: 'Kamera i stället för besök.', revision: 0 },
  ...{ contact: 'nattpatrullen@berg.example', startOre: '120 000', yearOre: '35 000,50' },
  ...{ 'effect.0.what': 'Färre resor', 'effect.0.amount': '40 %', 'effect.0.how': 'MEASURED' },
  ...{ 'effect.0.source': 'Egen mätning', reviewBy: nextYear },
  guides: 'Så gjorde vi https://berg.example/natt',
};
const written = (change: object = {}) => resultForm.parse({ id: id(), ...whole, ...change });

/** Written by Alva, published by Bror. */
async function published(at?: string, change: object = {}) {
  const slug = at ?? (await project());
  const address = await saveResult(as.alva, slug, written(change));
  await publishResult(as.bror, address, 1);
  return { slug, address, id: (await findDraft(as.bror, address)).id };
}
const said = (state: string, change: object = {}) =>
  adoptionForm.parse({
    ...{ state, startedOn: state === 'IN_USE' ? '2026-02-01' : '' },
    ...{ reason: ['DECLINED', 'DISCONTINUED'].includes(state) ? 'För dyrt.' : '', ...change },
  });
const seen = (who: Scope, address: string) =>
  findResult(who, address).then(
    () => true,
    (error) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );

describe('A result', () => {
  it('is written by who leads and published by its administrator once it is whole', async () => {
    const slug = await project();
    const bare = written({ contact: '', 'effect.0.source': '', startOre: '', reviewBy: '' });
    const address = await saveResult(as.alva, slug, bare);
    expect((await findDraft(as.bror, address)).missing).toEqual([
      ...['contact', 'cost', 'sources', 'reviewBy'],
    ]);
    await expect(publishResult(as.bror, address, 1)).rejects.toEqual(
      refusal('results.refusals.incomplete'),
    );
    for (const who of [as.frej, as.judit]) expect(await seen(who, address)).toBe(false);
    await expect(saveResult(as.pia, slug, written())).rejects.toThrow(NotFound);
    await saveResult(as.alva, slug, { ...written(), id: bare.id, revision: 1 });
    await expect(publishResult(as.bror, address, 1)).rejects.toEqual(
      refusal('results.refusals.stale'),
    );
    await expect(publishResult(as.alva, address, 2)).rejects.toThrow();
    await publishResult(as.bror, address, 2);
    const result = await findResult(await world.enter('kari').then(() => as.frej), address);
    expect(result.content).toMatchObject({ startOre: '12000000', yearOre: '3500050' });
    expect(result.content.guides).toEqual([
      { label: 'Så gjorde vi', url: 'https://berg.example/natt' },
    ]);
    expect(await seen(as.kari, address)).toBe(false);
  });

  it('says what was published until it is published anew, and versions stay', async () => {
    const { slug, address, id: which } = await published();
    await saveResult(as.alva, slug, { ...written({ what: 'Nytt.' }), id: which, revision: 1 });
    expect((await findResult(as.frej, address)).content.what).toBe(whole.what);
    await publishResult(as.bror, address, 2);
    const now = await findResult(as.frej, address);
    expect([now.version, now.content.what]).toEqual([2, 'Nytt.']);
    const raw = as.bror.write('party:answer', async (db, deed) => {
      deed.record('tried', 'project', which);
      return db.resultVersion.updateMany({ where: { resultId: which }, data: { title: 'x' } });
    });
    await expect(raw).rejects.toThrow(/permission denied/);
  });

  it('is taken down by its body or the hub, or gives way to another, and goes no other way', async () => {
    const first = await published();
    const second = await published(first.slug, { title: 'Nattkamera 2' });
    await replaceResult(as.bror, first.address, second.id);
    expect((await findResult(as.frej, first.address)).replacedBy?.slug).toBe(second.address);
    await expect(retireResult(as.pia, second.address, 'x', 'owner')).rejects.toThrow(NotFound);
    await retireResult(as.judit, second.address, 'Felaktig siffra.', 'hub');
    const down = await findResult(as.frej, second.address);
    expect([down.state, down.words]).toEqual(['RETIRED', 'Felaktig siffra.']);
    await expect(publishResult(as.bror, second.address, 1)).rejects.toThrow();
    const raw = as.bror.write('party:answer', async (db, deed) => {
      deed.record('tried', 'project', second.id);
      await db.result.updateMany({
        where: { id: second.id },
        data: { state: 'PUBLISHED', words: '' },
      });
    });
    await expect(raw).rejects.toThrow(/a_results_way/);
  });

  it('of a project for its parties alone is in no list, count or page of others', async () => {
    const hidden = await published(await project('PARTIES'), { title: 'Dolt' });
    for (const who of [as.frej, as.greta, as.disa, as.cleo, as.kari]) {
      expect(await seen(who, hidden.address)).toBe(false);
      const { results } = await listSharedResults(who, '1');
      expect(results.map(({ slug }) => slug)).not.toContain(hidden.address);
      const board = await findSpread(who, spreadFilterOf({}));
      expect(board.results.map(({ slug }) => slug)).not.toContain(hidden.address);
      await expect(listProjectResults(who, hidden.slug)).rejects.toThrow(NotFound);
    }
    await expect(sayAdoption(as.pia, hidden.address, said('WATCHING'))).rejects.toThrow(NotFound);
    expect(await seen(as.alva, hidden.address)).toBe(true);
  });
});

describe('The clock', () => {
  it('tells who publishes a result that it is to be looked at, a month before and on the day, once each', async () => {
    const { id: which } = await published();
    const heard = () =>
      world.asSystem((db) =>
        db.mail.count({ where: { subject: { startsWith: 'Dags att se över' } } }),
      );
    const set = (days: number) =>
      world.asSystem((db) =>
        db.result.updateMany({
          where: { id: which },
          data: { reviewBy: new Date(Date.now() + days * 86_400_000) },
        }),
      );
    await set(60);
    await mindResults();
    expect(await heard()).toBe(0);
    await set(20);
    await Promise.all(Array.from({ length: 5 }, () => mindResults()));
    expect(await heard()).toBe(2);
    await world.asSystem((db) =>
      db.result.updateMany({
        where: { id: which },
        data: { reviewBy: new Date(), warnedOn: new Date(Date.now() - 5 * 86_400_000) },
      }),
    );
    await mindResults();
    await mindResults();
    expect(await heard()).toBe(4);
  });
});

describe('A need', () => {
  it('is met by a published result of the work that took it up, as its own body says', async () => {
    const first = await published();
    const own = await makeNeed(world);
    const other = await published(await project(), { title: 'Annat' });
    await world.asSystem(async (db) => {
      const where = { hubId: as.bror.hub.id, slug: first.slug };
      const { id: projectId } = await db.innovationProject.findFirstOrThrow({ where });
      await db.projectNeed.createMany({ data: { hubId: as.bror.hub.id, projectId, needId: own } });
    });
    const owner = await ownerOf(own);
    const { choices } = await findNeedResults(owner, own);
    expect(choices.map(({ slug }) => slug)).toEqual([first.address]);
    await expect(meetNeed(owner, own, other.id)).rejects.toEqual(refusal('refusals.invalid'));
    await expect(meetNeed(as.greta, own, first.id)).rejects.toThrow();
    await meetNeed(owner, own, first.id);
    const met = await findNeedResults(as.frej, own);
    expect([met.metBy?.slug, met.choices]).toEqual([first.address, []]);
  });
});

/** The administrator of the body whose need it is. */
async function ownerOf(need: string): Promise<Scope> {
  const { organisationId } = await world.asSystem((db) =>
    db.need.findFirstOrThrow({ where: { id: need } }),
  );
  const all = [as.bror, as.pia];
  return all.find(({ organisation }) => organisation.id === organisationId) as Scope;
}

describe('An adoption', () => {
  it('is its body’s own word: staff watch, its administrator says the rest, step by step', async () => {
    const { address } = await published();
    await expect(sayAdoption(as.frej, address, said('PLANNING'))).rejects.toThrow(NotFound);
    await sayAdoption(as.frej, address, said('WATCHING'));
    for (const state of ['PLANNING', 'INTRODUCING', 'IN_USE', 'DISCONTINUED']) {
      await sayAdoption(as.pia, address, said(state));
    }
    const own = await findOwnAdoption(as.frej, address);
    expect(own.steps.map(({ state }) => state)).toEqual([
      ...['WATCHING', 'PLANNING', 'INTRODUCING', 'IN_USE', 'DISCONTINUED'],
    ]);
    await expect(sayAdoption(as.pia, address, said('DECLINED'))).rejects.toEqual(
      refusal('results.refusals.moved'),
    );
    expect(adoptionForm.safeParse({ state: 'DECLINED' }).success).toBe(false);
    expect(adoptionForm.safeParse({ state: 'IN_USE' }).success).toBe(false);
    for (const who of [as.cleo, as.disa, as.judit, as.hedda]) {
      await expect(sayAdoption(who, address, said('WATCHING'))).rejects.toThrow();
    }
  });

  it('is named to the public and voluntary side and the hub, and counted for everyone', async () => {
    const { address } = await published();
    await sayAdoption(as.bror, address, said('IN_USE'));
    await sayAdoption(as.pia, address, said('PLANNING'));
    for (const who of [as.greta, as.frej, as.judit]) {
      expect((await findResult(who, address)).adopters).toHaveLength(2);
    }
    for (const who of [as.cleo, as.disa]) {
      const { adopters, totals } = await findResult(who, address);
      expect(adopters).toEqual([]);
      expect(totals).toMatchObject({ inUse: 1, planning: 1, municipalities: 1 });
      expect(totals.inhabitants).toBeGreaterThan(1000);
      const board = await findSpread(who, spreadFilterOf({}));
      expect([board.named, board.cells.size]).toEqual([false, 0]);
    }
    const board = await findSpread(as.greta, spreadFilterOf({}));
    const one = board.results.find(({ slug }) => slug === address);
    expect(board.cells.get(`${one?.id}/${world.organisation('bergs-kommun')}`)).toBe('IN_USE');
    expect(board.reach.get(one?.id ?? '')).toMatchObject({ municipalities: 1 });
    expect(board.whole.people).toBeGreaterThan(board.reach.get(one?.id ?? '')?.people ?? 0);
  });

  it('said fifty times at once counts its body once', async () => {
    const { address } = await published();
    const all = Array.from({ length: 50 }, () => sayAdoption(as.pia, address, said('IN_USE')));
    const settled = await Promise.allSettled(all);
    expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true);
    const { totals } = await findResult(as.pia, address);
    expect(totals.inUse).toBe(1);
    expect((await findOwnAdoption(as.pia, address)).steps).toHaveLength(1);
  });

  it('in the database goes the ways of the table alone, by its own body alone', async () => {
    for (const from of adoptionStates) {
      for (const to of adoptionStates.filter((each) => each !== from)) {
        const { address, id: which } = await published(await cached());
        await world.asSystem((db) =>
          db.adoption.createMany({
            data: {
              ...{ hubId: as.pia.hub.id, resultId: which, state: from, reason: 'x' },
              ...{ organisationId: as.pia.organisation.id, startedOn: new Date('2026-01-01') },
              ...{ byId: as.pia.person.id, at: new Date() },
            },
          }),
        );
        for (const who of [as.bror, as.judit, as.frej, as.pia]) {
          const raw = who.write('notice:read', async (db, deed) => {
            deed.record('tried', 'project', which);
            const data = { state: to, reason: 'x', byId: who.person.id, at: new Date() };
            const { count } = await db.adoption.updateMany({ where: { resultId: which }, data });
            return count;
          });
          const changed = await raw.catch(() => 0);
          const way = adoptionMoves.find((each) => each.to === to && each.from.includes(from));
          const may = way && (who === as.pia || (who === as.frej && way.by === 'staff'));
          expect([from, to, who.person.name, changed, address]).toEqual([
            ...[from, to, who.person.name, may ? 1 : 0, address],
          ]);
          if (changed) break;
        }
      }
    }
  });
});

let kept = '';
async function cached() {
  kept ||= await project();
  return kept;
}
