import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { alikeTo, findNeedStart } from '#lib/needs/alike.ts';
import { backNeed, unbackNeed } from '#lib/needs/backing.ts';
import { movesFrom, needMoves, workMoves } from '#lib/needs/moves.ts';
import { discardNeed, moveNeed } from '#lib/needs/moving.ts';
import { findNeed, listNeedsAtHub, listOwnNeeds, listSaidAt } from '#lib/needs/own.ts';
import { saveNeed } from '#lib/needs/saying.ts';
import { type NeedInput, needForm } from '#lib/needs/schema.ts';
import { readableCode } from '#lib/platform/codes.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { projectsFor } from '#lib/projects/reads.ts';
import { listOthers } from '#lib/proposals/others.ts';
import { readOthersQuery } from '#lib/proposals/schema.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { assessEveryRound } from './innovation-bodies.ts';

let world: World;
let demoId: string;
const as = {} as Record<CastName, Scope>;
beforeAll(async () => {
  world = await makeWorld(60);
  const who = 'alva bror cleo egil frej pia greta ivar judit kari hedda'.split(' ') as CastName[];
  for (const name of who) as[name] = await world.enter(name);
  demoId = await makeDemo('fjallvard', 'nord', 'PUBLISHED');
});
afterAll(() => world.close());

async function makeDemo(owner: string, hub: 'nord' | 'innland', status: 'PUBLISHED' | 'DRAFT') {
  const id = crypto.randomUUID();
  const hubId = world.hub(hub);
  await world.asSystem(async (db) => {
    await db.showroomDemo.createMany({
      data: {
        ...{ hubId, id, ownerId: world.organisation(owner), status, publishedVersion: 1 },
        ...{ publishedAt: new Date(), reviewDueOn: new Date('2027-01-01') },
        ...{
          publicId: `D-${readableCode(5)}`,
          slug: id,
          title: { sv: 'Lås' },
          summary: {},
          body: {},
        },
        ...{ kind: 'PRODUCT', stage: 'PILOT', settings: [], audience: [], areas: ['MEDICINES'] },
        ...{ picture: '', pictureAlt: {} },
      },
    });
    const dates = { sentAt: new Date(), decidedAt: new Date() };
    await db.demoVersion.createMany({
      data: { hubId, demoId: id, number: 1, content: {}, state: 'PUBLISHED', ...dates },
    });
  });
  return id;
}

const input = (change: Partial<NeedInput> = {}): NeedInput =>
  needForm.parse({
    ...{ id: crypto.randomUUID(), revision: 0, language: 'sv', seen: '1', demo: demoId },
    ...{ title: 'Läkare når inte fram', problem: 'Vägen är stängd.', areas: ['MEDICINES'] },
    ...change,
  });

/** A need that bergs-kommun has opened. */
async function opened(change: Partial<NeedInput> = {}): Promise<string> {
  const { id } = await saveNeed(as.alva, input(change));
  await moveNeed(as.bror, id, 'open');
  return id;
}

const noticesOf = async (who: CastName, kind: string) =>
  world.asSystem((db) => db.notice.count({ where: { personId: world.person(who), kind } }));
const refused = (code: string) => expect.objectContaining({ code });

describe('Who says a need', () => {
  it('a member writes a draft of two fields, its administrators are told, the hosts when it is open', async () => {
    const { id } = await saveNeed(as.alva, input());
    expect(await noticesOf('bror', 'needToOpen')).toBe(1);
    expect(await noticesOf('ivar', 'needSaid')).toBe(0);
    const draft = await findNeed(as.alva, id);
    expect(draft).toMatchObject({ state: 'DRAFT', visibility: 'PUBLIC_SIDE', urgency: 2 });
    expect(draft.fromDemo?.slug).toBe(demoId);
    await expect(moveNeed(as.alva, id, 'open')).rejects.toBeInstanceOf(NotFound);
    await moveNeed(as.bror, id, 'open');
    expect((await findNeed(as.frej, id)).state).toBe('OPEN');
    expect(await noticesOf('ivar', 'needSaid')).toBe(1);
    expect(await noticesOf('judit', 'needSaid')).toBe(1);
  });

  it('no company, no staff of the hub, and nobody for another', async () => {
    for (const who of ['cleo', 'egil', 'ivar', 'judit', 'hedda'] as const) {
      await expect(saveNeed(as[who], input()), who).rejects.toBeInstanceOf(NotFound);
    }
    const { id } = await saveNeed(as.alva, input());
    const open = await opened();
    for (const who of ['frej', 'greta', 'kari', 'pia'] as const) {
      // An id is a hub's own: at another hub it is another need.
      if (who !== 'kari') {
        await expect(saveNeed(as[who], input({ id }))).rejects.toBeInstanceOf(NotFound);
      }
      await expect(discardNeed(as[who], id)).rejects.toBeInstanceOf(NotFound);
      await expect(moveNeed(as[who], open, 'close', 'x')).rejects.toBeInstanceOf(NotFound);
    }
    expect((await findNeed(as.alva, open)).state).toBe('OPEN');
  });

  it('the wall says the same where the code would not ask', async () => {
    const open = await opened();
    const hubId = world.hub('nord');
    const write = (who: CastName, data: object) =>
      as[who].read('need:read', (db) =>
        db.need.createMany({ data: { ...base, ...data } as never }),
      );
    const base = {
      ...{ hubId, language: 'sv', title: 'x', problem: 'x', areas: [], urgency: 1 },
      ...{ visibility: 'PUBLIC_SIDE', state: 'DRAFT' },
    };
    const berg = world.organisation('bergs-kommun');
    const mine = { organisationId: berg, saidById: world.person('alva') };
    await expect(write('frej', mine)).rejects.toThrow('row-level security');
    await expect(write('alva', { ...mine, state: 'OPEN' })).rejects.toThrow('row-level security');
    await expect(write('alva', { ...mine, saidById: world.person('bror') })).rejects.toThrow(
      'row-level security',
    );
    const region = world.organisation('region-norr');
    const forHub = { organisationId: region, saidById: world.person('judit') };
    await expect(write('judit', forHub)).rejects.toThrow('row-level security');
    const back = (who: CastName, organisationId: string) =>
      as[who].read('need:read', (db) =>
        db.needSupport.createMany({
          data: { hubId, needId: open, organisationId, byId: world.person(who) },
        }),
      );
    await expect(back('judit', region)).rejects.toThrow('row-level security');
    await expect(back('frej', region)).rejects.toThrow('row-level security');
    await expect(back('egil', world.organisation('rivalen'))).rejects.toThrow('row-level security');
    await expect(back('alva', berg)).rejects.toThrow('row-level security');
  });

  it('the same form sent twice, or at one instant, makes one need', async () => {
    const form = input({ title: 'Sänt två gånger' });
    await Promise.all([1, 2, 3].map(() => saveNeed(as.alva, form)));
    const { own } = await listOwnNeeds(as.alva);
    expect(own.filter(({ title }) => title === 'Sänt två gånger')).toHaveLength(1);
  });

  it('a colleague’s newer words are not written over, nor an open need by others than administrators', async () => {
    const form = input();
    await saveNeed(as.alva, form);
    await saveNeed(as.bror, { ...form, revision: 1, title: 'Nyare' });
    const stale = saveNeed(as.alva, { ...form, revision: 1, title: 'Äldre' });
    // What the other wrote, where it differs, and the number to go on from.
    await expect(stale).rejects.toMatchObject({
      code: 'needs.refusals.stale',
      detail: { revision: 2, newer: { title: 'Nyare' } },
    });
    await moveNeed(as.bror, form.id, 'open');
    const staff = saveNeed(as.alva, { ...form, revision: 3, visibility: 'OPEN' });
    await expect(staff).rejects.toEqual(refused('needs.refusals.onlyAdmins'));
    await saveNeed(as.bror, { ...form, revision: 3, title: 'Tredje' });
    expect((await findNeed(as.alva, form.id)).title).toBe('Tredje');
  });

  it('a demo that is not shown, or at another hub, is not named by a need', async () => {
    const draft = await makeDemo('fjallvard', 'nord', 'DRAFT');
    const away = await makeDemo('folldal', 'innland', 'PUBLISHED');
    for (const demo of [draft, away]) {
      const { id } = await saveNeed(as.alva, input({ demo }));
      expect((await findNeed(as.alva, id)).fromDemoId).toBeNull();
      await expect(findNeedStart(as.alva, demo)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('The ways of a need', () => {
  it('are those of the table, in code and in the database', async () => {
    const states = ['DRAFT', 'OPEN', 'LINKED', 'MET', 'CLOSED'] as const;
    const byWork = ['OPEN>LINKED', 'LINKED>OPEN', 'LINKED>MET'];
    const table = needMoves.flatMap(({ from, to }) => from.map((state) => `${state}>${to}`));
    for (const from of states) {
      for (const to of states.filter((state) => state !== from)) {
        const id = crypto.randomUUID();
        const data = {
          ...{ hubId: world.hub('nord'), id, organisationId: world.organisation('bergs-kommun') },
          ...{ language: 'sv', title: from, problem: 'x', areas: [], urgency: 1, state: from },
          ...{ visibility: 'PUBLIC_SIDE' as const },
        };
        await world.asSystem((db) => db.need.createMany({ data }));
        const where = { hubId: data.hubId, id };
        const moved = world.asSystem((db) =>
          db.need.updateMany({ where, data: { state: to, closedReason: 'x' } }),
        );
        const name = `${from}>${to}`;
        if ([...table, ...byWork].includes(name)) expect(await moved, name).toEqual({ count: 1 });
        else await expect(moved, name).rejects.toThrow('a need does not go');
      }
    }
    expect(movesFrom('MET')).toEqual([]);
    expect(movesFrom('LINKED')).toEqual(['close']);
  });

  it('it is closed with a reason, keeps its words, and can be opened again', async () => {
    const id = await opened();
    await backNeed(as.frej, id);
    await expect(moveNeed(as.bror, id, 'close')).rejects.toEqual(refused('refusals.invalid'));
    await moveNeed(as.bror, id, 'close', 'Vi har hittat ett svar.');
    expect(await noticesOf('frej', 'needChanged')).toBe(1);
    expect((await findNeed(as.frej, id)).closedReason).toBe('Vi har hittat ett svar.');
    const late = saveNeed(as.bror, input({ id, revision: 3, title: 'Andra ord' }));
    await expect(late).rejects.toEqual(refused('needs.refusals.inState.CLOSED'));
    await expect(backNeed(as.greta, id)).rejects.toEqual(refused('needs.refusals.inState.CLOSED'));
    await expect(moveNeed(as.bror, id, 'open')).rejects.toEqual(
      refused('needs.refusals.inState.CLOSED'),
    );
    await moveNeed(as.bror, id, 'reopen');
    await backNeed(as.greta, id);
    expect((await findNeed(as.alva, id)).backers).toHaveLength(2);
  });

  it('a draft can be thrown away, an open need not', async () => {
    const { id } = await saveNeed(as.alva, input());
    await discardNeed(as.alva, id);
    await expect(findNeed(as.alva, id)).rejects.toBeInstanceOf(NotFound);
    await expect(discardNeed(as.alva, await opened())).rejects.toBeInstanceOf(Refusal);
  });

  it('of many who open and close at once each move is made once', async () => {
    const { id } = await saveNeed(as.alva, input());
    const done = await Promise.allSettled(
      Array.from({ length: 10 }, () => moveNeed(as.bror, id, 'open')),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('We have this need, too', () => {
  it('fifty at once from three organisations count three, each signed, and can be taken back', async () => {
    const id = await opened();
    const people = [as.frej, as.pia, as.greta];
    const before = await noticesOf('alva', 'needBacked');
    const all = Array.from({ length: 51 }, (_, n) => backNeed(people[n % 3] as Scope, id));
    await Promise.all(all);
    const need = await findNeed(as.alva, id);
    // Frej and Pia act for the same organisation.
    expect(need.backers.map(({ name }) => name).sort()).toEqual(['Anhöriga i Norr', 'Region Norr']);
    const rows = await world.asSystem((db) => db.needSupport.findMany({ where: { needId: id } }));
    expect(rows.every(({ byId, since }) => byId !== null && since !== null)).toBe(true);
    expect((await noticesOf('alva', 'needBacked')) - before).toBe(2);
    await unbackNeed(as.pia, id);
    await expect(unbackNeed(as.frej, id)).rejects.toBeInstanceOf(NotFound);
    expect((await findNeed(as.greta, id)).backers).toHaveLength(1);
    const { backed } = await listOwnNeeds(as.greta);
    expect(backed.find((each) => each.id === id)).toMatchObject({ supports: 1, backed: true });
  });

  it('not by a company, not for one’s own, and not at another hub', async () => {
    const id = await opened({ visibility: 'OPEN' });
    for (const who of ['egil', 'cleo', 'kari', 'ivar', 'judit'] as const) {
      await expect(backNeed(as[who], id), who).rejects.toBeInstanceOf(NotFound);
    }
    await expect(backNeed(as.alva, id)).rejects.toEqual(refused('needs.refusals.own'));
    expect((await findNeed(as.alva, id)).backers).toEqual([]);
  });

  it('needs alike are met before another is made, by words in any form and by demo and area', async () => {
    const id = await opened({
      title: 'Nycklarna försvinner i hemtjänsten',
      problem: 'Vi letar efter nycklar varje morgon.',
      areas: ['MOBILE_WORK'],
    });
    const form = input({ title: 'Hemtjänsten letar nyckel', seen: '', areas: [] });
    const met = saveNeed(as.frej, form).catch((error: Refusal) => error);
    const { code, detail } = (await met) as Refusal;
    expect(code).toBe('needs.refusals.alike');
    expect((detail as { alike: { id: string }[] }).alike.map((each) => each.id)).toEqual([id]);
    await saveNeed(as.frej, { ...form, seen: '1' });
    const other = input({ title: 'Helt andra ord', seen: '' });
    expect((await saveNeed(as.frej, other)).revision).toBe(1);

    const ask = (words: string, areas: string[]) =>
      as.greta.read('need:read', (db) => alikeTo(db, as.greta, { words, areas, demo: null }));
    expect((await ask('', ['MOBILE_WORK'])).map((each) => each.id)).toEqual([id]);
    for (const odd of ["'", '\\', "a'b & | ! ( ) : *", '%', 'x/\\y\\z']) await ask(odd, []);
    const start = await findNeedStart(as.greta, demoId);
    expect(start.alike).toHaveLength(5);
    expect(start.demo.areas).toEqual(['MEDICINES']);
  });
});

describe('What others see', () => {
  it('drafts and needs of the public side are nowhere for a company or another hub', async () => {
    const word = 'Hemlighetsord';
    const title = `${word} om vägar`;
    const { id: draft } = await saveNeed(as.alva, input({ title, areas: ['DIAGNOSTICS'] }));
    const publicSide = await opened({ title, areas: ['DIAGNOSTICS'] });
    const parties = crypto.randomUUID();
    await world.asSystem((db) =>
      db.need.createMany({
        data: {
          ...{ hubId: world.hub('nord'), id: parties, language: 'sv', title, problem: 'x' },
          ...{ organisationId: world.organisation('bergs-kommun'), fromDemoId: demoId },
          ...{ areas: ['DIAGNOSTICS'], urgency: 1, state: 'OPEN', visibility: 'PARTIES' },
        },
      }),
    );
    const seenBy = async (who: CastName) => {
      const scope = as[who];
      const found = new Set<string>();
      for (const id of [draft, publicSide, parties]) {
        await findNeed(scope, id).then(
          () => found.add(id),
          () => null,
        );
      }
      const query = readOthersQuery({ show: 'needs', q: word });
      const listed = await listOthers(scope, query, projectsFor);
      for (const { id } of listed.needs) found.add(id);
      expect(listed.counts.needs).toBe(listed.needs.length);
      const alike = await scope.read('need:read', (db) =>
        alikeTo(db, scope, { words: title, areas: ['DIAGNOSTICS'], demo: demoId }),
      );
      for (const { id } of alike) found.add(id);
      for (const { id } of await listNeedsAtHub(scope)) found.add(id);
      for (const { id } of (await listSaidAt(scope, demoId)).needs) found.add(id);
      const raw = await scope.read(
        'need:read',
        (db) =>
          db.$queryRaw<
            { id: string }[]
          >`select id::text from needs_alike(${word}, '{}', ${demoId}::uuid)`,
      );
      for (const { id } of raw) found.add(id);
      return [draft, publicSide, parties].filter((id) => found.has(id));
    };
    expect(await seenBy('egil')).toEqual([]);
    expect(await seenBy('cleo')).toEqual([]);
    expect(await seenBy('kari')).toEqual([]);
    expect(await seenBy('frej')).toEqual([publicSide]);
    expect(await seenBy('alva')).toContain(draft);
  });

  it('a demo’s owner counts the organisations whose needs it may read, once each', async () => {
    const before = await listSaidAt(as.cleo, demoId);
    await opened();
    expect((await listSaidAt(as.cleo, demoId)).organisations).toBe(before.organisations);
    const at = await makeDemo('fjallvard', 'nord', 'PUBLISHED');
    await opened({ demo: at, visibility: 'OPEN', title: 'Ett' });
    await opened({ demo: at, visibility: 'OPEN', title: 'Två' });
    const ours = await makeDemo('bergs-kommun', 'nord', 'PUBLISHED');
    await saveNeed(as.alva, input({ demo: ours, title: 'Utkast vid den egna visningen' }));
    expect(await listSaidAt(as.alva, ours)).toEqual({ organisations: 0, needs: [] });
    const said = await listSaidAt(as.cleo, at);
    expect(said).toMatchObject({ organisations: 1 });
    expect(said.needs.map((each) => each.organisation)).toEqual(['Bergs kommun', 'Bergs kommun']);
  });

  it('nobody hears by name who answers for a need they have nothing to do with', async () => {
    const id = await opened();
    const heard = (who: CastName) =>
      as[who].read('need:read', (db) => db.$queryRaw<object[]>`select need_hearers(${id}::uuid)`);
    for (const who of ['egil', 'frej', 'kari', 'judit'] as const) {
      expect(await heard(who), who).toEqual([]);
    }
    await backNeed(as.frej, id);
    expect(await heard('frej')).toHaveLength(2);
  });
});

describe('The weight of a need', () => {
  const weightOf = async (id: string) => {
    const { needs } = await listOthers(
      as.greta,
      readOthersQuery({ show: 'needs', q: 'Vikarier' }),
      projectsFor,
    );
    const found = needs.find((need) => need.id === id);
    return found && [found.supports, found.inhabitants];
  };

  it('is how many bodies have it and how many live there, each municipality once', async () => {
    await world.asSystem(loadReference);
    await world.asSystem(async (db) => {
      const SE = { country: 'SE' as const };
      const [berg, norr] = ['bergs-kommun', 'region-norr'].map((one) => world.organisation(one));
      await db.municipality.createMany({
        data: { ...SE, organisationId: berg ?? '', code: '2326' },
      });
      await db.region.createMany({ data: { ...SE, organisationId: norr ?? '', code: '23' } });
    });
    const id = await opened({ title: 'Vikarier hittar inte' });
    // Bergs kommun alone: 7 100.
    expect(await weightOf(id)).toEqual([0, 7100]);
    await backNeed(as.greta, id);
    const [supports, inhabitants = 0] = (await weightOf(id)) ?? [];
    expect(supports).toBe(1);
    // The region has the people of all its municipalities, Berg among them.
    expect(inhabitants).toBe(131_200);
    await unbackNeed(as.greta, id);
    expect(await weightOf(id)).toEqual([0, 7100]);
  });
});

describe('Work that answers a need', () => {
  const stateOf = async (id: string) => (await findNeed(as.alva, id)).state;
  const decided = () => ({
    ...{ decidedAt: new Date(), decisionReason: 'Nej', assessorId: world.person('judit') },
  });
  const proposal = (state: 'DRAFT' | 'SUBMITTED' | 'DECLINED') => ({
    ...{ hubId: world.hub('nord'), organisationId: world.organisation('bergs-kommun') },
    ...{ authorId: world.person('alva'), language: 'sv', title: 'Svar', state, areas: [] },
  });

  it('puts it under way once it is sent, and it looks for an answer again when all have ended', async () => {
    const needId = await opened();
    const hubId = world.hub('nord');
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    await world.asSystem(async (db) => {
      for (const id of ids) {
        await db.proposal.createMany({ data: { ...proposal('DRAFT'), id } });
        await db.proposalNeed.createMany({ data: { hubId, proposalId: id, needId } });
      }
    });
    for (const id of ids) await assessEveryRound(world, id);
    expect(await stateOf(needId)).toBe('OPEN');
    const move = (id: string | undefined, state: 'SUBMITTED' | 'IN_REVIEW' | 'DECLINED') =>
      world.asSystem((db) =>
        db.proposal.updateMany({
          where: { id: id ?? '' },
          data: {
            ...{ state, submittedAt: new Date() },
            clockFrom: state === 'IN_REVIEW' ? new Date() : null,
            ...(state === 'DECLINED' && decided()),
          },
        }),
      );
    await move(ids[0], 'SUBMITTED');
    expect(await stateOf(needId)).toBe('LINKED');
    await move(ids[1], 'SUBMITTED');
    await move(ids[0], 'IN_REVIEW');
    await move(ids[0], 'DECLINED');
    expect(await stateOf(needId)).toBe('LINKED');
    await move(ids[1], 'IN_REVIEW');
    await move(ids[1], 'DECLINED');
    expect(await stateOf(needId)).toBe('OPEN');
  });
});

describe('The database', () => {
  const states = ['DRAFT', 'OPEN', 'LINKED', 'MET', 'CLOSED'] as const;
  const rows = [...needMoves, ...workMoves];
  const pairs = states.flatMap((from) => states.map((to) => ({ from, to })));
  it.each(pairs.filter(({ from, to }) => from !== to))(
    'lets a need go from $from to $to exactly if a row of the tables does',
    async ({ from, to }) => {
      const id = crypto.randomUUID();
      const where = { hubId: world.hub('nord'), id };
      const moved = await world
        .asSystem(async (db) => {
          const data = {
            ...{ ...where, organisationId: world.organisation('bergs-kommun'), language: 'sv' },
            ...{ title: 'Kvarlämnat', problem: 'x', areas: [], urgency: 2, state: from },
          };
          await db.need.createMany({ data });
          const after = { state: to, closedReason: 'ja' };
          return (await db.need.updateMany({ where, data: after })).count;
        })
        .catch(() => 0);
      const inTable = rows.some(
        (row) => row.to === to && (row.from as readonly string[]).includes(from),
      );
      expect(moved).toBe(inTable ? 1 : 0);
    },
  );
});
