import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '#components/documents/pdf.ts';
import { statementBlocks, statementText } from '#components/sharing/statement.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkProject, stopProject } from '#lib/projects/closing.ts';
import { moveParty } from '#lib/projects/parties.ts';
import { projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { findCostPlan } from '#lib/sharing/planned.ts';
import { savePlan } from '#lib/sharing/planning.ts';
import { makePromise, movePledge, proposePledge, takePromiseBack } from '#lib/sharing/pledging.ts';
import { findMoney, findSums } from '#lib/sharing/reads.ts';
import { planForm, pledgeForm, promiseForm } from '#lib/sharing/schema.ts';
import { leftToPay, statementRows } from '#lib/sharing/statement.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed } from './innovation-bodies.ts';

let world: World;
let slug: string;
const names = [
  ...(['alva', 'bror', 'cleo', 'disa', 'egil', 'frej', 'greta', 'pia'] as const),
  ...(['hedda', 'judit', 'kari'] as const),
];
const as = {} as Record<(typeof names)[number], Scope>;
const body = (org: string) => world.organisation(org) as string;

/** Bergs kommun leads, Anhöriga tries it out, Fjällvård supplies: all have said yes. */
beforeAll(async () => {
  world = await makeWorld();
  for (const who of names) as[who] = await world.enter(who as CastName);
  slug = await makeProject();
});
afterAll(() => world.close());

async function makeProject(): Promise<string> {
  const need = await makeNeed(world);
  const project = await saveProject(
    as.bror,
    projectForm.parse({
      ...{ id: crypto.randomUUID(), revision: 0, language: 'sv', title: 'Dela', summary: 'Dela.' },
      ...{ needs: [need], startsOn: '2027-01-01', endsOn: '2028-12-31', wished: 'OPEN' },
    }),
  );
  const joins = [
    ['anhoriga', 'PILOT_SITE', as.pia],
    ['fjallvard', 'SUPPLIER', as.disa],
  ] as const;
  for (const [org, role, who] of joins) {
    await moveParty(as.bror, project.slug, body(org), 'invite', { role, words: '' });
    await moveParty(who, project.slug, body(org), 'confirm', { words: '' });
  }
  await checkProject(as.judit, project.slug, { answer: 'show', words: '' });
  return project.slug;
}

const plan = (change: object = {}) =>
  planForm.parse({ version: 0, kind: 'EQUAL', 'cost.2027': '1000,01', ...change });
const pledge = (change: object = {}) =>
  pledgeForm.parse({
    ...{ id: crypto.randomUUID(), year: 2027, kind: 'MONEY', amount: '250 000' },
    ...change,
  });
const given = (change: object = {}) => ({ caseNumber: '', words: '', ...change });
const caseNumber = { caseNumber: 'KS 2026-114' };
const pledgesSeen = async (who: Scope, at = slug) => (await findMoney(who, at)).pledges;
const last = async (who: Scope, at = slug) => (await pledgesSeen(who, at)).at(-1)?.id ?? '';

describe('A cost plan', () => {
  it('is written by whoever leads, shared out to the öre, and read by the bodies of care in it', async () => {
    await expect(savePlan(as.pia, slug, plan())).rejects.toBeInstanceOf(NotFound);
    await savePlan(as.bror, slug, plan());
    const { table } = await findMoney(as.frej, slug);
    expect(table?.rows.map(({ name }) => name).sort()).toEqual(['Anhöriga i Norr', 'Bergs kommun']);
    const parts = [...(table?.shares?.get(2027)?.values() ?? [])].sort();
    expect(parts).toEqual([50_000n, 50_001n]);
    const company = await findMoney(as.cleo, slug);
    expect([company.table, company.sums, company.promises]).toEqual([null, null, []]);
    for (const who of ['egil', 'greta', 'kari', 'hedda'] as const) {
      await expect(findMoney(as[who], slug), who).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('keeps every version, and tells the second of two', async () => {
    const at = await makeProject();
    const both = await Promise.allSettled([
      savePlan(as.bror, at, plan()),
      savePlan(as.bror, at, plan({ 'cost.2028': '5' })),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({
      code: 'sharing.refusals.stale',
      detail: { revision: 1 },
    });
    await savePlan(as.bror, at, plan({ version: 1, kind: 'MIX', equalPercent: '30' }));
    const seen = await findCostPlan(as.bror, at);
    expect([seen.version, seen.key]).toEqual([2, { kind: 'MIX', equalPercent: 30 }]);
    const raw = as.bror.write('notice:read', async (db, deed) => {
      deed.record('tried', 'project', crypto.randomUUID());
      return db.costPlanYear.updateMany({ data: { ore: 1n } });
    });
    await expect(raw).rejects.toThrow(/permission denied/);
    const later = as.bror.write('notice:read', async (db, deed) => {
      deed.record('tried', 'project', crypto.randomUUID());
      const kept = await db.costPlan.findFirstOrThrow({ where: { version: 1 } });
      const { hubId, projectId } = kept;
      await db.costPlanYear.createMany({
        data: { hubId, projectId, version: 1, year: 2099, ore: 1n },
      });
    });
    await expect(later).rejects.toThrow(/row-level security/);
  });

  it('says of a year that cannot be shared so why, and takes what was agreed with each', async () => {
    const at = await makeProject();
    const fixed = (org: string) => `fixed.2027.${body(org)}`;
    const agreed = { [fixed('bergs-kommun')]: '600', [fixed('anhoriga')]: '400,01' };
    await savePlan(as.bror, at, plan({ kind: 'FIXED', ...agreed }));
    const right = (await findMoney(as.bror, at)).table;
    expect(right?.shares?.get(2027)?.get(body('anhoriga'))).toBe(40_001n);
    const short = { ...agreed, [fixed('anhoriga')]: '400' };
    await savePlan(as.bror, at, plan({ version: 1, kind: 'FIXED', ...short }));
    const wrong = (await findMoney(as.bror, at)).table;
    expect(wrong?.whyNot).toEqual({ year: 2027, reason: 'fixedSum' });
    const outside = { [fixed('rivalen')]: '1' };
    await expect(
      savePlan(as.bror, at, plan({ version: 2, kind: 'FIXED', ...outside })),
    ).rejects.toMatchObject({ code: 'sharing.refusals.noParty' });
  });

  it('says since when each shares, settles the years before, and spares those who were early', async () => {
    const at = await makeProject();
    const [berg, kin] = [body('bergs-kommun'), body('anhoriga')];
    const costs = { 'cost.2027': '1000', 'cost.2028': '1000' };
    const since = (said: string) => ({ ...costs, [`since.${kin}`]: said });
    const seen = async () => {
      const { table } = await findMoney(as.frej, at);
      const of = (year: number) => [berg, kin].map((id) => table?.shares?.get(year)?.get(id));
      return { table, first: of(2027), second: of(2028) };
    };
    await savePlan(as.bror, at, plan(since('2028')));
    const late = await seen();
    expect([late.first, late.second]).toEqual([
      [100_000n, undefined],
      [50_000n, 50_000n],
    ]);
    expect(late.table?.settlement).toBe(null);
    await savePlan(as.bror, at, plan({ ...since('2028+'), version: 1, earlyPercent: '20' }));
    const bought = await seen();
    expect(bought.second).toEqual([44_444n, 55_556n]);
    expect(bought.table?.settlement?.get(2027)).toEqual(
      new Map([
        [berg, -55_556n],
        [kin, 55_556n],
      ]),
    );
    const statement = statementRows(await findMoney(as.frej, at), kin);
    expect(statement.map(({ row, year, amount }) => [row, year, amount])).toEqual([
      ['SETTLEMENT', 2027, 55_556n],
      ['SHARE', 2028, 55_556n],
    ]);
    const form = await findCostPlan(as.bror, at);
    expect(form.payers.find(({ id }) => id === kin)).toMatchObject({
      since: 2028,
      fromStart: true,
    });
    const outside = { ...costs, [`since.${body('rivalen')}`]: '2027' };
    await expect(savePlan(as.bror, at, plan({ ...outside, version: 2 }))).rejects.toMatchObject({
      code: 'sharing.refusals.noParty',
    });
  });

  it('refuses bad sums, bands and percentages at their fields', () => {
    const at = (change: object) => {
      const read = planForm.safeParse({ version: 0, kind: 'EQUAL', ...change });
      return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
    };
    expect(at({ 'cost.2027': '' })).toEqual(['cost.2027']);
    expect(at({ 'cost.2027': '-5' })).toContain('cost.2027');
    expect(at({ 'cost.2027': '5', kind: 'MIX' })).toEqual(['equalPercent']);
    const bands = { 'cost.2027': '5', kind: 'BANDS', 'band.0.upTo': '4999', 'band.0.weight': '25' };
    expect(at(bands)).toEqual(['band.0.upTo']);
    expect(at({ ...bands, 'band.1.upTo': '', 'band.1.weight': '40' })).toEqual([]);
  });
});

describe('A pledge', () => {
  it('is proposed by any of a body, and binds it once its own administrator confirms, nobody else', async () => {
    const at = await makeProject();
    const input = pledge();
    await proposePledge(as.frej, at, input);
    await proposePledge(as.frej, at, input);
    const [one] = await pledgesSeen(as.pia, at);
    expect((await pledgesSeen(as.pia, at)).length).toBe(1);
    expect((await findSums(as.egil, at))?.confirmed).toBe(0n);
    const confirm = (who: Scope, more = caseNumber as object) =>
      movePledge(who, at, one?.id ?? '', 'confirm', given(more));
    for (const who of ['frej', 'bror', 'alva', 'judit', 'hedda', 'greta', 'disa'] as const) {
      await expect(confirm(as[who]), who).rejects.toBeInstanceOf(NotFound);
    }
    await expect(confirm(as.pia, {})).rejects.toMatchObject({
      fields: { caseNumber: 'sharing.refusals.caseNumber' },
    });
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => confirm(as.pia)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findSums(as.egil, at)).toMatchObject({ confirmed: 25_000_000n, bodies: 1 });
  });

  it('raw writes by anyone but its own administrator bind nobody', async () => {
    const at = await makeProject();
    await proposePledge(as.frej, at, pledge());
    const id = await last(as.pia, at);
    const raw = (who: Scope) =>
      who
        .write('notice:read', async (db, deed) => {
          deed.record('tried', 'project', crypto.randomUUID());
          const data = {
            ...{ state: 'CONFIRMED' as const, caseNumber: 'x', confirmedAt: new Date() },
            confirmedById: who.person.id,
          };
          return (await db.pledge.updateMany({ where: { id }, data })).count;
        })
        .catch(() => 0);
    for (const who of ['alva', 'bror', 'frej', 'judit', 'hedda', 'disa', 'kari'] as const) {
      expect(await raw(as[who]), who).toBe(0);
    }
    expect(await raw(as.pia)).toBe(1);
  });

  it('is withdrawn with a reason once confirmed, received by who leads, and once a year and kind', async () => {
    const at = await makeProject();
    await proposePledge(as.pia, at, pledge());
    await expect(proposePledge(as.frej, at, pledge())).rejects.toMatchObject({
      fields: { year: 'sharing.refusals.onceAYear' },
    });
    await proposePledge(as.frej, at, pledge({ kind: 'WORK', amount: '0,5' }));
    const [money, work] = (await pledgesSeen(as.pia, at)).map(({ id }) => id) as [string, string];
    await movePledge(as.pia, at, money, 'confirm', given(caseNumber));
    await movePledge(as.pia, at, work, 'confirm', given(caseNumber));
    await expect(movePledge(as.pia, at, money, 'withdraw', given())).rejects.toBeInstanceOf(
      Refusal,
    );
    await expect(movePledge(as.pia, at, work, 'receive', given())).rejects.toBeInstanceOf(NotFound);
    await movePledge(as.bror, at, work, 'receive', given());
    await movePledge(as.pia, at, money, 'withdraw', given({ words: 'Nämnden sade nej.' }));
    await expect(movePledge(as.bror, at, work, 'receive', given())).rejects.toMatchObject({
      code: 'sharing.refusals.inState.FULFILLED',
    });
    await proposePledge(as.pia, at, pledge({ amount: '100' }));
  });

  it('of a company is work alone, and rivals and companies see nobody else’s', async () => {
    const at = await makeProject();
    await expect(proposePledge(as.cleo, at, pledge())).rejects.toMatchObject({
      fields: { kind: 'sharing.refusals.companyMoney' },
    });
    await proposePledge(as.cleo, at, pledge({ kind: 'WORK', amount: '1' }));
    await proposePledge(as.pia, at, pledge());
    expect((await pledgesSeen(as.cleo, at)).map(({ name }) => name)).toEqual(['Fjällvård AB']);
    expect((await pledgesSeen(as.alva, at)).length).toBe(2);
    await expect(proposePledge(as.egil, at, pledge({ kind: 'WORK' }))).rejects.toBeInstanceOf(
      NotFound,
    );
    const raw = await as.egil.read('project:read', (db) => db.pledge.count());
    expect(raw).toBe(0);
  });

  it('is released when the project stops', async () => {
    const at = await makeProject();
    await proposePledge(as.pia, at, pledge());
    await stopProject(as.bror, at, 'Vi lärde oss mycket av det här. '.repeat(8).trim());
    expect((await pledgesSeen(as.pia, at)).map(({ state }) => state)).toEqual(['RELEASED']);
  });
});

describe('A statement', () => {
  it('has one body’s shares, pledges and promises, to the öre, and nobody else’s', async () => {
    const at = await makeProject();
    await savePlan(as.bror, at, plan({ 'cost.2028': '300' }));
    await proposePledge(as.pia, at, pledge({ amount: '200,5', note: '=1+1' }));
    await movePledge(as.pia, at, await last(as.pia, at), 'confirm', given({ caseNumber: '=A1' }));
    await proposePledge(as.bror, at, pledge());
    const money = await findMoney(as.pia, at);
    const rows = statementRows(money, body('anhoriga'));
    expect(rows.map(({ row, year, amount }) => [row, year, amount])).toEqual([
      ['SHARE', 2027, money.table?.shares?.get(2027)?.get(body('anhoriga'))],
      ['PLEDGE', 2027, 20_050n],
      ['SHARE', 2028, 15_000n],
    ]);
    expect(leftToPay(rows).map(({ confirmed, left }) => [confirmed, left])).toEqual([
      [20_050n, (rows[0]?.amount ?? 0n) - 20_050n],
      [0n, 15_000n],
    ]);
    const organisation = { id: body('anhoriga'), name: 'Anhöriga i Norr' };
    const all = { locale: 'sv' as const, country: 'SE' as const, zone: 'Europe/Stockholm' };
    const text = statementText({ ...all, organisation, money, made: new Date() });
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toContain(';200,50;kr;Bekräftat;');
    expect(text).toContain("'=A1");
    expect(text).not.toContain('Bergs');
    const blocks = statementBlocks({ ...all, organisation, money, made: new Date() });
    const pdf = await pdfOf('sv', 'Underlag', new Date(), blocks);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.stringify(blocks)).toContain('kvar');
    const company = await findMoney(as.cleo, at);
    expect(statementRows(company, body('fjallvard'))).toEqual([]);
  });
});

describe('A matching promise', () => {
  const promise = (change: object = {}) =>
    promiseForm.parse({
      ...{ id: crypto.randomUUID(), amount: '500000', byDay: '2099-12-31', leastBodies: '1' },
      ...{ leastMoney: '', ...caseNumber, ...change },
    });

  it('holds by itself once so many others have confirmed, and is its own body’s alone', async () => {
    const at = await makeProject();
    for (const who of ['alva', 'frej', 'judit', 'disa', 'greta'] as const) {
      await expect(makePromise(as[who], at, promise()), who).rejects.toBeInstanceOf(NotFound);
    }
    await makePromise(as.bror, at, promise());
    await makePromise(as.bror, at, promise({ leastBodies: '', leastMoney: '250001' }));
    await proposePledge(as.bror, at, pledge());
    await movePledge(as.bror, at, await last(as.bror, at), 'confirm', given(caseNumber));
    const states = async () =>
      (await findMoney(as.frej, at)).promises.map(({ standing }) => standing.state).sort();
    // One's own pledge brings one's own promise about for nobody.
    expect(await states()).toEqual(['WAITING', 'WAITING']);
    await proposePledge(as.pia, at, pledge());
    await movePledge(as.pia, at, await last(as.pia, at), 'confirm', given(caseNumber));
    expect(await states()).toEqual(['MET', 'WAITING']);
    const [one] = (await findMoney(as.pia, at)).promises;
    await expect(takePromiseBack(as.pia, at, one?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    await takePromiseBack(as.bror, at, one?.id ?? '');
    expect((await states()).length).toBe(1);
  });

  it('hangs on one thing', () => {
    expect(promiseForm.safeParse({ ...promise(), leastMoney: '5', amount: '1' }).success).toBe(
      false,
    );
  });
});
