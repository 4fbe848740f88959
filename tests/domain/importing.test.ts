import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { runRetention } from '#lib/rights/retention.ts';
import { findImport, readImport, saveImport } from '#lib/showroom/importing.ts';
import { findOwnDemo } from '#lib/showroom/version-reads.ts';
import { beginDemo } from '#lib/showroom/versions.ts';
import { uploaded } from '#tests/support/media.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let cleo: Scope;
let disa: Scope;
let egil: Scope;
let alva: Scope;
beforeAll(async () => {
  world = await makeWorld(30);
  [cleo, disa, egil, alva] = await Promise.all([
    world.enter('cleo'),
    world.enter('disa'),
    world.enter('egil'),
    world.enter('alva'),
  ]);
});
afterEach(() => stopClock(null));
afterAll(() => world.close());

const file = (...rows: string[]) =>
  uploaded(
    Buffer.from(['Eget nummer;Namn (svenska);Vad det löser', ...rows].join('\r\n')),
    'v.csv',
  );
const draftsOf = (owner: string) =>
  world.asSystem((db) =>
    db.demoVersion.findMany({
      where: { demo: { ownerId: world.organisation(owner) } },
      orderBy: { demoId: 'asc' },
    }),
  );
const refused = (code: string) => ({ fields: { file: `demoImport.refusals.${code}` } });

describe('A file of many demos', () => {
  it('is read without saving any, then the good ones become drafts', async () => {
    const id = await readImport(
      cleo,
      file('1;Lås;Trygghet hemma', '2;;Läkemedel', '3;Larm;Rymden', '4;Dosa;Läkemedel;'),
    );
    const { report, savedAt } = await findImport(disa, id);
    expect(savedAt).toBeNull();
    expect(report.good.map(({ title }) => title)).toEqual(['Lås', 'Dosa']);
    expect(report.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'title.sv'],
      [4, 'areas'],
    ]);
    expect(await draftsOf('fjallvard')).toHaveLength(0);
    expect(await saveImport(disa, id)).toBe(2);
    const { drafts, saved } = await findImport(cleo, id);
    expect(saved).toBe(2);
    expect(drafts.map(({ title }) => (title as { sv: string }).sv).sort()).toEqual(['Dosa', 'Lås']);
    const lock = drafts.find(({ title }) => (title as { sv: string }).sv === 'Lås');
    const { last } = await findOwnDemo(cleo, String(lock?.id));
    expect(last).toMatchObject({
      ...{ state: 'DRAFT', number: 1, revision: 1, authorId: world.person('disa') },
      content: { title: { sv: 'Lås' }, areas: ['SAFETY_AT_HOME'] },
      // Whoever reads in a file has written it: they never decide on it.
      writers: [world.person('disa')],
    });
  });

  it('read twice makes nothing twice, not even at the same moment', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => (n % 2 ? `N${n};Sak ${n};` : `;Ting ${n};`));
    const ids = await Promise.all([1, 2, 3, 4].map(() => readImport(alva, file(...rows))));
    const saved = await Promise.all(
      ids.flatMap((id) => [saveImport(alva, id), saveImport(alva, id)]),
    );
    expect(Math.max(...saved)).toBe(40);
    expect(await draftsOf('bergs-kommun')).toHaveLength(40);
    const again = await readImport(alva, file(...rows, 'N1;Annat namn;', ';TING  2;', ';Ny;'));
    const { report } = await findImport(alva, again);
    expect(report.good.map(({ title }) => title)).toEqual(['Ny']);
    expect(report.there).toHaveLength(40);
    expect(report.problems).toHaveLength(2);
    expect(await saveImport(alva, again)).toBe(1);
    expect(await draftsOf('bergs-kommun')).toHaveLength(41);
  });

  it('knows what was written by hand by its name, and leaves others’ alone', async () => {
    await beginDemo(egil, crypto.randomUUID(), { title: { nb: 'Nøkkel' } });
    const own = await findImport(egil, await readImport(egil, file(';Nokkel;', ';Lås;')));
    expect(own.report.there.map(({ title }) => title)).toEqual(['Nokkel']);
    expect(own.report.good.map(({ title }) => title)).toEqual(['Lås']);
  });

  it('is nobody else’s, and gone after an hour', async () => {
    stopClock(Temporal.Instant.from('2026-11-16T08:00:00Z'));
    const id = await readImport(cleo, file('9;Sen;'));
    await expect(findImport(egil, id)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(saveImport(alva, id)).rejects.toMatchObject({ name: 'NotFound' });
    stopClock(Temporal.Instant.from('2026-11-16T09:00:01Z'));
    const late = { name: 'Refusal', code: 'demoImport.refusals.gone' };
    await expect(findImport(cleo, id)).rejects.toMatchObject(late);
    await expect(saveImport(cleo, id)).rejects.toMatchObject(late);
    stopClock(Temporal.Instant.from('2026-11-18T09:00:01Z'));
    await runRetention(await enterSystem(null, 'test'));
    const left = await world.asSystem((db) => db.demoImport.count({ where: { id } }));
    expect(left).toBe(0);
  });

  it('takes 500 at once, all or none, and refuses in words what it cannot take', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => `Z${n};Många ${n};`);
    const id = await readImport(egil, file(...rows));
    expect(await saveImport(egil, id)).toBe(500);
    await expect(readImport(egil, file(...rows, 'Z500;En till;'))).rejects.toMatchObject(
      refused('tooManyRows'),
    );
    const send = (bytes: Buffer) => readImport(egil, uploaded(bytes, 'fil.csv'));
    await expect(send(Buffer.alloc(2 * 2 ** 20 + 1, 'a'))).rejects.toMatchObject(
      refused('tooLarge'),
    );
    await expect(send(Buffer.from([0, 1, 2]))).rejects.toMatchObject(refused('noTable'));
    await expect(send(Buffer.from('Pris\n1'))).rejects.toMatchObject(refused('noTitleColumn'));
    await expect(send(Buffer.from('Namn (svenska)\n\n'))).rejects.toMatchObject(refused('noRows'));
  });
});
