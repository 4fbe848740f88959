import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFile } from '#components/house/log-file.ts';
import { circumstancesOf, sentenceOf } from '#components/house/log-words.ts';
import { textsForm } from '#lib/hubs/schema.ts';
import { editHub } from '#lib/hubs/writes.ts';
import { exportLog, type LogEntry, listLog, listOwnLog } from '#lib/log/reads.ts';
import { type LogQuery, readLogQuery } from '#lib/log/schema.ts';
import { database } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { beginReview, submitProposal } from '#lib/proposals/writes.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
let proposal: string;
let judit: Scope;
let disa: Scope;
beforeAll(async () => {
  world = await makeWorld();
  [judit, disa] = [await world.enter('judit'), await world.enter('disa')];
  const cleo = await world.enter('cleo');
  const need = crypto.randomUUID();
  await world.asSystem((db) =>
    db.need.create({
      data: {
        id: need,
        hubId: cleo.hub.id,
        organisationId: world.organisation('bergs-kommun'),
        language: 'sv',
        title: 'Behov',
        problem: 'p',
        affected: 'a',
        effortToday: 'e',
        areas: ['DISTANCE'],
        urgency: 2,
        visibility: 'OPEN',
        state: 'OPEN',
      },
    }),
  );
  proposal = crypto.randomUUID();
  const text = { summary: 's', problem: 'p', solution: 's', benefit: 'b', firstStep: 'f' };
  await saveProposal(cleo, {
    ...text,
    id: proposal,
    revision: 0,
    language: 'sv',
    title: '=HYPERLINK("http://x")',
    partnersWanted: '',
    areas: ['DISTANCE'],
    needs: [need],
    visibility: 'OPEN',
  });
  await submitProposal(cleo, proposal);
  await beginReview(await world.enter('hedda'), proposal);
  await editHub(
    judit,
    textsForm.parse({
      name: 'Navet i norr',
      own: 'sv',
      welcome_sv: 'Välkommen',
      mission_sv: 'Därför finns vi',
      contactRole_sv: 'Värd',
      contactEmail: 'hubb@nord.example',
      address: 'Gatan 1',
    }),
  );
});
afterAll(() => world.close());

const all = readLogQuery({});
const query = (changes: Partial<LogQuery>): LogQuery => ({ ...all, ...changes });
const kinds = (entries: LogEntry[]) => entries.map(({ kind }) => kind);
const told = (own: boolean, entries: LogEntry[]) =>
  entries.map((entry) => sentenceOf({ locale: 'sv', hub: 'Navet Nord', own }, entry));

describe('The log of a hub', () => {
  it('is told in sentences, the latest first, with old and new', async () => {
    const { entries } = await listLog(judit, all, 'sv');
    expect(told(false, entries)).toEqual([
      'Judit Ek ändrade hubbens texter',
      'Hedda Berg började granska förslaget ”=HYPERLINK("http://x")”',
      'Cleo Ask skickade in förslaget ”=HYPERLINK("http://x")”',
      'Cleo Ask började skriva förslaget ”=HYPERLINK("http://x")”',
    ]);
    expect(entries[0]?.changes).toEqual([
      { field: 'name', from: 'Navet Nord', to: 'Navet i norr' },
    ]);
    const words = circumstancesOf({ locale: 'sv', hub: 'x', own: false }, entries[1] as LogEntry);
    expect(words).toEqual(['hubbens personal', 'gäller Fjällvård AB']);
  });

  it('can be narrowed by what, whom, which body, which thing and when', async () => {
    const found = async (changes: Partial<LogQuery>) =>
      kinds((await listLog(judit, query(changes), 'sv')).entries);
    expect(await found({ group: 'hub' })).toEqual(['hubEdited']);
    expect(await found({ person: world.person('hedda') })).toEqual(['reviewBegun']);
    const body = world.organisation('fjallvard');
    expect(await found({ organisation: body })).toEqual([
      'reviewBegun',
      'proposalSubmitted',
      'proposalDrafted',
    ]);
    expect(await found({ object: proposal })).toHaveLength(3);
    expect(await found({ from: '2100-01-01' })).toEqual([]);
    expect(await found({ to: '2000-01-01' })).toEqual([]);
    expect(await found({ from: '2000-01-01', to: '2100-01-01' })).toHaveLength(4);
    const { choices } = await listLog(judit, all, 'sv');
    expect(choices.people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Hedda Berg', 'Cleo Ask']),
    );
    expect(choices.people.map(({ name }) => name)).not.toContain('Kari Haug');
  });

  it('takes an address as it comes and keeps what makes sense', () => {
    const odd = readLogQuery({
      group: "x'",
      person: '1',
      from: '2026-13-40',
      before: '-1',
      object: ['a', proposal],
    });
    expect(odd).toEqual({ ...all, object: proposal });
  });

  it('is for its administrators: nobody else, no other hub', async () => {
    for (const who of ['ivar', 'hedda', 'bror', 'cleo', 'kari', 'lars', 'olga', 'maja'] as const) {
      await expect(listLog(await world.enter(who), all, 'sv'), who).rejects.toBeInstanceOf(
        NotFound,
      );
    }
    for (const who of ['lars', 'kari'] as const) {
      const scope = await world.enter(who);
      expect(await scope.read('hub:read', (db) => db.auditEvent.count()), who).toBe(0);
    }
  });
});

describe('The log of an organisation', () => {
  it('shows what was done for it, and what the hub’s staff did with what is its own', async () => {
    const { entries } = await listOwnLog(disa, all, 'sv');
    expect(told(true, entries)).toEqual([
      'Navet Nord (hubbens personal) började granska förslaget ”=HYPERLINK("http://x")”',
      'Cleo Ask skickade in förslaget ”=HYPERLINK("http://x")”',
      'Cleo Ask började skriva förslaget ”=HYPERLINK("http://x")”',
    ]);
    expect(entries[0]).toMatchObject({ actedAs: 'house', person: null });
  });

  it('shows nothing of anyone else’s, whatever is asked for', async () => {
    const pia = await world.enter('pia');
    expect((await listOwnLog(pia, all, 'sv')).entries).toEqual([]);
    for (const asked of [
      { organisation: world.organisation('fjallvard') },
      { object: proposal },
      { person: world.person('cleo') },
    ]) {
      expect((await listOwnLog(pia, query(asked), 'sv')).entries).toEqual([]);
    }
    for (const who of ['cleo', 'alva', 'maja', 'judit', 'ivar'] as const) {
      await expect(listOwnLog(await world.enter(who), all, 'sv'), who).rejects.toBeInstanceOf(
        NotFound,
      );
    }
  });
});

describe('The log as a file', () => {
  it('leaves no cell as a formula, and says that it was taken out', async () => {
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('cleo') }, data: { name: '@SUM(1+1)' } }),
    );
    const reader = { locale: 'sv', hub: 'Navet Nord', own: false } as const;
    const answer = await logFile(reader, 'Europe/Stockholm', exportLog(judit, all, 'sv', false));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const text = await answer.text();
    const cells = text.replace(/^\uFEFF/, '').split(/[;\n]/);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    expect(text).toContain("'@SUM(1+1)");
    expect(text).toContain('Namn: Navet Nord → Navet i norr');
    const [newest] = (await listLog(judit, all, 'sv')).entries;
    expect(newest?.kind).toBe('logExported');
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('cleo') }, data: { name: 'Cleo Ask' } }),
    );
  });
});

describe('A long log', () => {
  it('turns its pages by place and misses nothing, on the page and in the file', async () => {
    for (let n = 0; n < 130; n += 1) {
      await judit.write('log:read', async (_db, deed) =>
        deed.record('bookingMade', 'booking', crypto.randomUUID()),
      );
    }
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page = await listLog(judit, query({ before, group: 'booking' }), 'sv');
      seen.push(...page.entries.map(({ seq }) => seq));
      before = page.older;
    } while (before !== null);
    expect(seen).toHaveLength(130);
    expect([...seen].sort((a, b) => b - a)).toEqual(seen);
    let taken = 0;
    for await (const _ of exportLog(judit, query({ group: 'booking' }), 'sv', false)) taken += 1;
    expect(taken).toBe(130);
  });

  it('is read by an index', async () => {
    const plan = await database().$transaction(async (db) => {
      await db.$executeRaw`set local enable_seqscan = off`;
      return db.$queryRawUnsafe<Record<string, string>[]>(
        `explain select * from audit_event where hub_id = '${judit.hub.id}' and seq < 100 order by seq desc limit 51`,
      );
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Scan Backward using audit_event_hub_id_seq_key/);
    expect(text).not.toMatch(/Sort/);
  });
});
