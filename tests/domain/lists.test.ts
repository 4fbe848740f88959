import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listText } from '#components/lists/list-file.ts';
import { listPdf } from '#components/lists/list-pdf.ts';
import { recordOf } from '#components/lists/record.ts';
import { decideList } from '#lib/lists/choosing.ts';
import { findList, findListChoices, findLockedList, listLists } from '#lib/lists/reads.ts';
import { type DecisionInput, decisionForm, plainQuery } from '#lib/lists/schema.ts';
import {
  dropSearch,
  findSearch,
  keepSearch,
  listSearches,
  markSearchSeen,
} from '#lib/lists/searches.ts';
import {
  addToList,
  dropList,
  editList,
  lockList,
  makeList,
  takeOffList,
} from '#lib/lists/writes.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { databaseFault, NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { archiveDemo } from '#lib/showroom/archiving.ts';
import { decideDemo, sendDemo } from '#lib/showroom/deciding.ts';
import { beginDemo, openDraft, saveDraft } from '#lib/showroom/versions.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let alva: Scope;
let bror: Scope;
let cleo: Scope;
let egil: Scope;
let kari: Scope;
let ivar: Scope;

beforeAll(async () => {
  world = await makeWorld(40);
  [alva, bror, cleo, egil, kari, ivar] = await Promise.all([
    world.enter('alva'),
    world.enter('bror'),
    world.enter('cleo'),
    world.enter('egil'),
    world.enter('kari'),
    world.enter('ivar'),
  ]);
});
beforeEach(() => stopClock(Temporal.Instant.from('2026-11-16T08:00:00Z')));
afterEach(() => stopClock(null));
afterAll(() => world.close());

const claim = {
  ...{ key: 'FHIR' as const, level: 'TESTED' as const, source: '=Rapport', checkedBy: 'Labbet' },
  ...{ checkedOn: '2026-01-10', expiresOn: '2027-01-10' },
};

async function shown(title: string, area: 'MEDICINES' | 'DISTANCE' = 'MEDICINES') {
  const { id } = await beginDemo(cleo, crypto.randomUUID(), {
    ...{ title: { sv: title }, summary: { sv: `Kort om ${title}` }, body: { sv: 'Lång' } },
    ...{ areas: [area], settings: ['HOME_CARE'], audience: ['STAFF'], claims: [claim] },
    picture: { src: '/demos/las.svg', alt: { sv: 'En bild' } },
  });
  await publish(id);
  return id;
}

async function publish(id: string) {
  await sendDemo(cleo, id);
  await decideDemo(ivar, id, { decision: 'publish', reason: '' });
}

async function rename(id: string, title: string) {
  const { revision } = await openDraft(cleo, id);
  await saveDraft(cleo, id, revision, { title: { sv: title, nb: '', en: '' } });
  await publish(id);
}

async function listOf(...demos: string[]) {
  const id = crypto.randomUUID();
  const facts = { name: 'Läkemedel', purpose: 'Upphandling', caseNumber: 'VON 2026/17', query: '' };
  await makeList(alva, { id, ...facts }, false);
  for (const demo of demos) await addToList(alva, id, demo);
  return id;
}

const said = (own: Record<string, string>): DecisionInput =>
  decisionForm.parse({ last: '0', fits: 'some', ...own });
const refused = (code: string) => ({ code: `lists.refusals.${code}` });
const reading = {
  ...{ locale: 'sv' as const, hub: { name: 'Navet Nord', zone: 'Europe/Stockholm' } },
  organisation: 'Bergs kommun',
};

describe('A saved search', () => {
  it('is the organisation’s: how much it finds now, and what is new since somebody looked', async () => {
    const first = await shown('Dosrobot', 'DISTANCE');
    const query = plainQuery('kind=PRODUCT&utm=7&area=DISTANCE');
    expect(query).toBe('area=DISTANCE&kind=PRODUCT');
    const id = await keepSearch(alva, { name: 'På avstånd', query });
    expect(await listSearches(bror)).toMatchObject([{ id, count: 1, fresh: 0 }]);
    stopClock(Temporal.Instant.from('2026-11-17T08:00:00Z'));
    const second = await shown('Videobesök', 'DISTANCE');
    await shown('Larm', 'MEDICINES');
    expect(await findSearch(bror, id)).toMatchObject({ count: 2, fresh: [{ id: second }] });
    await markSearchSeen(bror, id);
    stopClock(Temporal.Instant.from('2026-11-18T08:00:00Z'));
    await rename(first, 'Dosrobot två');
    expect(await findSearch(alva, id)).toMatchObject({ count: 2, fresh: [{ id: first }] });
    await expect(keepSearch(bror, { name: 'På avstånd', query: '' })).rejects.toMatchObject({
      fields: { name: 'lists.refusals.nameTaken' },
    });
    for (const other of [egil, kari, cleo]) {
      await expect(findSearch(other, id)).rejects.toBeInstanceOf(NotFound);
      await expect(dropSearch(other, id)).rejects.toBeInstanceOf(NotFound);
      expect(await listSearches(other)).toEqual([]);
    }
    await dropSearch(bror, id);
    expect(await listSearches(alva)).toEqual([]);
  });

  it('counts all that answers, not what one page of the showroom holds', async () => {
    for (let n = 0; n < 26; n += 1) await shown(`Armband ${n}`);
    const id = await keepSearch(alva, { name: 'Armband', query: 'q=Armband' });
    expect((await findSearch(alva, id)).count).toBe(26);
    const input = { id: crypto.randomUUID(), name: 'Armband', purpose: '', caseNumber: '' };
    await makeList(alva, { ...input, query: 'q=Armband' }, true);
    expect((await findList(alva, input.id)).items).toHaveLength(26);
  });

  it('becomes a list of what it finds', async () => {
    const demo = await shown('Nattkamera');
    const input = { id: crypto.randomUUID(), name: 'Natt', purpose: '', caseNumber: '' };
    const made = () => makeList(alva, { ...input, query: 'q=Nattkamera' }, true);
    // The same form sent twice makes one list.
    await Promise.all([made(), made()]);
    const list = await findList(bror, input.id);
    expect(list).toMatchObject({ query: 'q=Nattkamera', items: [{ demoId: demo, kept: null }] });
    const all = await listLists(bror);
    expect(all.filter(({ name }) => name === 'Natt')).toHaveLength(1);
  });
});

describe('A list', () => {
  it('takes what is shown until it is locked, and then keeps all that was said', async () => {
    const [one, two, three] = [await shown('Lås A'), await shown('Lås B'), await shown('Lås C')];
    const id = await listOf(one, two, two, three);
    await takeOffList(bror, id, three);
    await editList(bror, id, { name: 'Lås', purpose: 'Inköp', caseNumber: 'VON 2026/18' });
    expect((await findListChoices(bror, one)).lists.find((list) => list.id === id)?.has).toBe(true);
    await expect(findLockedList(bror, id)).rejects.toBeInstanceOf(NotFound);
    await lockList(bror, id);
    await rename(one, 'Lås A med nytt namn');
    await archiveDemo(cleo, two);
    const list = await findList(alva, id);
    expect(list).toMatchObject({ name: 'Lås', lockedBy: 'Bror Näs', madeBy: 'Alva Lind' });
    expect(list.items.find(({ demoId }) => demoId === one)).toMatchObject({
      now: { title: { sv: 'Lås A med nytt namn' }, version: 2, changed: ['text'] },
      kept: {
        ...{ version: 1, owner: 'Fjällvård AB', ownerKind: 'COMPANY' },
        content: { title: { sv: 'Lås A' }, claims: [{ ...claim }] },
      },
    });
    expect(list.items.find(({ demoId }) => demoId === two)).toMatchObject({
      now: { status: 'ARCHIVED' },
      kept: { content: { title: { sv: 'Lås B' } } },
    });
    for (const change of [
      () => addToList(alva, id, three),
      () => takeOffList(alva, id, one),
      () => editList(alva, id, { name: 'x', purpose: '', caseNumber: '' }),
      () => dropList(alva, id),
      () => lockList(alva, id),
    ]) {
      await expect(change()).rejects.toMatchObject(refused('locked'));
    }
  });

  it('that is locked is changed by nobody, past the wall neither', async () => {
    const id = await listOf(await shown('Sensor'));
    await lockList(alva, id);
    const where = { listId: id };
    const changes = [
      () => world.asSystem((db) => db.demoList.updateMany({ where: { id }, data: { name: 'x' } })),
      () => world.asSystem((db) => db.demoListItem.updateMany({ where, data: { version: 9 } })),
      () => world.asSystem((db) => db.demoListItem.deleteMany({ where })),
      () => world.asSystem((db) => db.demoList.deleteMany({ where: { id } })),
    ];
    for (const change of changes) {
      const fault = await change().catch((error) => databaseFault(error));
      expect(fault).toMatchObject({ constraint: 'locked_lists_stand' });
    }
  });

  it('is not locked empty, nor with what is shown no longer', async () => {
    const demo = await shown('Fallmatta');
    const id = await listOf();
    await expect(lockList(alva, id)).rejects.toMatchObject(refused('empty'));
    await addToList(alva, id, demo);
    await archiveDemo(cleo, demo);
    await expect(lockList(alva, id)).rejects.toMatchObject(refused('gone'));
    await expect(addToList(alva, id, demo)).rejects.toBeInstanceOf(NotFound);
    await dropList(alva, id);
    await expect(findList(alva, id)).rejects.toBeInstanceOf(NotFound);
  });

  it('is locked once, however many press at once, and takes nothing while that happens', async () => {
    const [one, two] = [await shown('Bricka'), await shown('Klocka')];
    const id = await listOf(one);
    const tries = Array.from({ length: 12 }, (_, n) =>
      n % 3 === 0 ? addToList(bror, id, two) : lockList(n % 3 === 1 ? alva : bror, id),
    );
    const done = await Promise.allSettled(tries);
    const locks = done.filter(({ status }, n) => n % 3 !== 0 && status === 'fulfilled');
    expect(locks).toHaveLength(1);
    const list = await findList(alva, id);
    expect(list.items.every(({ kept }) => kept !== null)).toBe(true);
    for (const each of done) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject(refused('locked'));
    }
  });

  it('is nobody else’s to read, change, lock or choose from', async () => {
    const demo = await shown('Skärm');
    const id = await listOf(demo);
    const locked = await listOf(demo);
    await lockList(alva, locked);
    for (const other of [egil, kari, cleo]) {
      for (const look of [
        () => findList(other, id),
        () => lockList(other, id),
        () => addToList(other, id, demo),
        () => dropList(other, id),
        () => decideList(other, locked, said({ fits: 'none', reason: 'Nej' })),
      ]) {
        await expect(look()).rejects.toBeInstanceOf(NotFound);
      }
      expect(await listLists(other)).toEqual([]);
      const seen = await other.read('list:keep', async (db) => [
        await db.demoListItem.count(),
        await db.listDecision.count(),
        await db.$queryRaw`select * from list_people(${locked}::uuid)`,
      ]);
      expect(seen).toEqual([0, 0, []]);
    }
    await expect(listLists(ivar)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('What was chosen from a locked list', () => {
  it('says of each why; a correction is a new entry that says why it is made', async () => {
    const [one, two] = [await shown('Robot A'), await shown('Robot B')];
    const id = await listOf(one, two);
    const whole = (last: string, own: Record<string, string> = {}) =>
      said({
        ...{ last, [`chosen.${one}`]: 'yes', [`reason.${one}`]: 'Billigast' },
        ...{ [`chosen.${two}`]: 'no', [`reason.${two}`]: 'Saknar FHIR', ...own },
      });
    await expect(decideList(alva, id, whole('0'))).rejects.toMatchObject(refused('open'));
    await lockList(alva, id);
    await expect(
      decideList(alva, id, whole('0', { [`reason.${two}`]: ' ' })),
    ).rejects.toMatchObject({ fields: { [`reason.${two}`]: 'lists.refusals.missing.reason' } });
    await expect(
      decideList(alva, id, whole('0', { [`chosen.${one}`]: 'no' })),
    ).rejects.toMatchObject({ fields: { fits: 'lists.refusals.noneChosen' } });
    await decideList(alva, id, whole('0'));
    await expect(decideList(bror, id, whole('0'))).rejects.toMatchObject(refused('meanwhile'));
    await expect(decideList(bror, id, whole('1'))).rejects.toMatchObject({
      fields: { reason: 'lists.refusals.correctionWhy' },
    });
    await decideList(bror, id, said({ last: '1', fits: 'none', reason: 'Avtalet gick inte' }));
    const { decisions } = await findList(alva, id);
    expect(decisions).toMatchObject([
      { number: 2, noneFits: true, by: 'Bror Näs', reason: 'Avtalet gick inte', choices: [] },
      { number: 1, noneFits: false, by: 'Alva Lind' },
    ]);
    expect(decisions[1]?.choices).toHaveLength(2);
    const overwritten = await world
      .asSystem((db) => db.listChoice.updateMany({ where: { listId: id }, data: { reason: 'x' } }))
      .catch((error) => databaseFault(error));
    expect(overwritten).toMatchObject({ constraint: 'decisions_stand' });
  });

  it('is written by one of several at once; the others are told', async () => {
    const id = await listOf(await shown('Tält'));
    await lockList(alva, id);
    const none = said({ fits: 'none', reason: 'För dyrt' });
    const tries = [alva, bror, alva, bror, alva].map((who) => decideList(who, id, none));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of done) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject(refused('meanwhile'));
    }
    expect((await findList(alva, id)).decisions).toHaveLength(1);
  });

  it('speaks of every demo, also past the forms', async () => {
    const [one, two] = [await shown('Dörr A'), await shown('Dörr B')];
    const id = await listOf(one, two);
    await lockList(alva, id);
    const key = { hubId: world.hub('nord'), listId: id, number: 1 };
    const half = alva.write('list:keep', async (db, deed) => {
      const by = { decidedById: alva.person.id, noneFits: false };
      await db.listDecision.createMany({ data: [{ ...key, ...by }] });
      const choice = { demoId: one, chosen: true, reason: 'Bra' };
      await db.listChoice.createMany({ data: [{ ...key, ...choice }] });
      deed.record('listDecided', 'demoList', id);
    });
    const fault = await half.catch((error) => databaseFault(error) ?? String(error));
    expect(JSON.stringify(fault)).toContain('decisions_are_whole');
  });
});

describe('On file', () => {
  it('the CSV and the PDF say all that was locked and chosen, and the hub approves nothing', async () => {
    const title = '=Sjö & Ängens åäö-lås – ŋ';
    const one = await shown(title);
    const id = await listOf(one, await shown('Bredvid'));
    await lockList(alva, id);
    const { items } = await findList(alva, id);
    const answers = items.flatMap(({ demoId }) => [
      [`chosen.${demoId}`, demoId === one ? 'yes' : 'no'],
      [`reason.${demoId}`, demoId === one ? 'Fungerar utan täckning' : '@Dyrare'],
    ]);
    await decideList(bror, id, said(Object.fromEntries(answers)));
    await rename(one, 'Annat namn');
    const list = await findLockedList(alva, id);
    const rows = parse(listText(reading, list), { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => (row as Record<string, string>).Val === 'Vald')).toMatchObject({
      ...{ Hubb: 'Navet Nord', Organisation: 'Bergs kommun', Diarienummer: 'VON 2026/17' },
      ...{ Visning: `'${title}`, Version: '1', Påstående: 'HL7 FHIR', Källa: "'=Rapport" },
      ...{ 'Kontrollerat av': 'Labbet', 'Gäller till och med': '2027-01-10' },
      ...{ Skäl: 'Fungerar utan täckning', 'Valt av': 'Bror Näs' },
      Låst: '2026-11-16T09:00:00+01:00',
    });
    const bytes = await listPdf('sv', recordOf(reading, list), new Date('2026-11-16T08:00:00Z'));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(pdf, { mergePages: true });
    for (const wanted of [
      ...['Läkemedel', 'Hubb: Navet Nord', 'Organisation: Bergs kommun', 'VON 2026/17', title],
      ...[
        `Kort om ${title}`,
        'Kontrollerat av Labbet',
        '10 januari 2027',
        'Vald: Fungerar utan täckning',
      ],
      ...['Inte vald: @Dyrare', 'Bror Näs', 'Hubben godkänner inget av det som visas'],
    ]) {
      expect(text).toContain(wanted);
    }
    expect(text).not.toContain('Annat namn');
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const { info } = await getMeta(pdf);
    expect(info).toMatchObject({ Title: 'Läkemedel', Language: 'sv-SE' });
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'H3', 'P', 'LI']) expect(tree).toContain(`"role":"${role}"`);
  });
});
