import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNeed } from '#lib/needs/own.ts';
import { listNeedsToLink } from '#lib/needs/reads.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterHouse, enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findChain } from '#lib/projects/chain.ts';
import { projectsFor } from '#lib/projects/reads.ts';
import { listOthers } from '#lib/proposals/others.ts';
import { findOverview, findShownProposal } from '#lib/proposals/reads.ts';
import { findReview, listReviews } from '#lib/proposals/reviews.ts';
import { type OthersQuery, othersKinds, readOthersQuery } from '#lib/proposals/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed, makeProposal } from './innovation-bodies.ts';

/** A word that stands in everything made here, so that a search finds whatever may be found. */
const word = 'Tjäderspår';
let world: World;
const made: Record<string, string> = {};
beforeAll(async () => {
  world = await makeWorld();
  made.need = await makeNeed(world, { title: `${word} öppet behov` });
  made.publicNeed = await makeNeed(world, { title: `${word} behov`, visibility: 'PUBLIC_SIDE' });
  made.draftNeed = await makeNeed(world, { title: `${word} utkast`, state: 'DRAFT' });
  const titled = (title: string) => ({ need: made.need ?? '', title: `${word} ${title}` });
  made.draft = await makeProposal(world, 'DRAFT', titled('utkast'));
  made.publicSide = await makeProposal(world, 'SUBMITTED', titled('offentligt'));
  made.open = await makeProposal(world, 'SUBMITTED', { ...titled('öppet'), visibility: 'OPEN' });
  made.company = await makeProposal(world, 'IN_REVIEW', { ...titled('bolag'), by: 'cleo' });
  made.operator = await makeProposal(world, 'DRAFT', { ...titled('regionens'), by: 'greta' });
  await makeProjects();
});
afterAll(() => world.close());

async function makeProjects() {
  const text = (title: string) => ({ sv: `${word} ${title}`, nb: '', en: '' });
  const hubId = world.hub('nord');
  await world.asSystem((db) =>
    db.innovationProject.createMany({
      data: (['DRAFT', 'PARTIES', 'PUBLIC_SIDE', 'OPEN'] as const).map((visibility) => ({
        hubId,
        slug: `p-${visibility.toLowerCase().replace('_', '-')}`,
        leadId: world.organisation('bergs-kommun'),
        title: text(visibility.replace('_', ' ')),
        summary: text('x'),
        areas: ['MOBILE_WORK'],
        startsOn: new Date('2026-01-01'),
        state: 'ACTIVE' as const,
        checkedAt: new Date('2026-01-01'),
        visibility,
      })),
    }),
  );
}

const everything = (show: OthersQuery['show'], q = word) => readOthersQuery({ show, q });

/** Everything an organisation comes across: lists, counts and search agree. */
async function seenBy(scope: Scope, q = word) {
  const seen: Record<string, string[]> = {};
  for (const show of othersKinds) {
    const found = await listOthers(scope, everything(show, q), projectsFor);
    const keys = {
      projects: found.projects.map(({ slug }) => slug),
      proposals: found.proposals.map(({ id }) => id),
      needs: found.needs.map(({ id }) => id),
    };
    expect(found.counts[show], `${show} counted and listed`).toBe(keys[show].length);
    seen[show] = keys[show].sort();
  }
  return seen;
}

const madeIds = (...names: string[]) => names.map((name) => made[name] ?? '').sort();

describe('What others do shows', () => {
  it.each(['', word, 'tjader', 'TJADERSPAR'])(
    'a company what is open, searched as "%s"',
    async (q) => {
      expect(await seenBy(await world.enter('egil'), q)).toEqual({
        projects: ['p-open'],
        proposals: madeIds('open'),
        needs: madeIds('need'),
      });
    },
  );

  it('a civic body also what is for the public side, and the company’s', async () => {
    expect(await seenBy(await world.enter('frej'))).toEqual({
      projects: ['p-open', 'p-public-side'],
      proposals: madeIds('open', 'publicSide', 'company'),
      needs: madeIds('need', 'publicNeed'),
    });
  });

  it('the owner others’ proposals, and never a draft of anyone', async () => {
    const seen = await seenBy(await world.enter('alva'));
    expect(seen.proposals).toEqual(madeIds('company'));
    expect(seen.needs).toEqual(madeIds('need', 'publicNeed'));
    expect(seen.projects).toContain('p-draft');
  });

  it('another hub nothing at all', async () => {
    const kari = await world.enter('kari');
    expect(await seenBy(kari)).toEqual({ projects: [], proposals: [], needs: [] });
  });

  it('nothing to visitors and to the hub’s staff through the members’ list', async () => {
    const visitor = await enterPublic('nord');
    const asked = listOthers(visitor, everything('proposals'), projectsFor);
    await expect(asked).rejects.toBeInstanceOf(NotFound);
    for (const id of madeIds('open', 'publicSide', 'draft')) {
      await expect(findShownProposal(visitor, id)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('takes % and _ as they stand, and a search without hits is empty', async () => {
    const frej = await world.enter('frej');
    for (const q of ['%', '_', '\\', "' or true --", 'finnsinte']) {
      expect(await seenBy(frej, q)).toEqual({ projects: [], proposals: [], needs: [] });
    }
  });

  it('narrows by area and state, and counts the same', async () => {
    const frej = await world.enter('frej');
    const query = { show: 'proposals', q: word, state: ['IN_REVIEW'], area: ['MOBILE_WORK'] };
    const found = await listOthers(frej, readOthersQuery(query), projectsFor);
    expect(found.proposals.map(({ id }) => id)).toEqual(madeIds('company'));
    expect(found.counts).toEqual({ projects: 2, proposals: 1, needs: 2 });
    const none = readOthersQuery({ show: 'proposals', area: 'MEDICINES' });
    expect((await listOthers(frej, none, projectsFor)).counts.proposals).toBe(0);
  });
});

describe('One need', () => {
  const shown: [string, string[], string[]][] = [
    ['need', ['egil', 'cleo', 'frej', 'greta', 'ivar'], ['kari']],
    ['publicNeed', ['frej', 'greta', 'ivar', 'judit'], ['egil', 'cleo', 'kari']],
    ['draftNeed', ['alva', 'bror'], ['egil', 'cleo', 'frej', 'greta', 'kari', 'ivar', 'judit']],
  ];
  it.each(shown)('%s is shown to %j and not to %j', async (name, may, mayNot) => {
    const id = made[name] ?? '';
    for (const who of may) {
      expect((await findNeed(await world.enter(who as 'alva'), id)).id, who).toBe(id);
    }
    for (const who of mayNot) {
      const asked = findNeed(await world.enter(who as 'alva'), id);
      await expect(asked, who).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('The chain', () => {
  const titles = async (who: string, from: Parameters<typeof findChain>[1]) => {
    const scope = await world.enter(who as 'alva');
    const { needs, proposals, projects } = await findChain(scope, from);
    return [needs, proposals, projects].map((links) => links.length);
  };

  it('leads from a need to what answers it and back, and skips what one may not see', async () => {
    const need = made.need ?? '';
    const hubId = world.hub('nord');
    const [project] = await world.asSystem((db) =>
      db.innovationProject.findMany({ where: { hubId, slug: 'p-public-side' } }),
    );
    await world.asSystem((db) =>
      db.innovationProject.updateMany({
        where: { hubId, id: project?.id ?? '' },
        data: { proposalId: made.open ?? '' },
      }),
    );
    // Sent: open, public side, a company's; never the drafts.
    expect(await titles('frej', { need })).toEqual([1, 3, 1]);
    expect(await titles('egil', { need })).toEqual([1, 1, 0]);
    expect(await titles('frej', { project: 'p-public-side' })).toEqual([1, 1, 1]);
    expect(await titles('frej', { proposal: made.open ?? '' })).toEqual([1, 1, 1]);
    expect(await titles('egil', { proposal: made.open ?? '' })).toEqual([1, 1, 0]);
    expect(await titles('egil', { proposal: made.publicSide ?? '' })).toEqual([0, 0, 0]);
    await expect(titles('egil', { project: 'p-public-side' })).rejects.toBeInstanceOf(NotFound);
    expect(await titles('kari', { need })).toEqual([0, 0, 0]);
  });
});

describe('One proposal', () => {
  const shown: [string, string[], string[]][] = [
    ['open', ['egil', 'cleo', 'frej', 'greta'], ['kari']],
    ['publicSide', ['frej', 'greta'], ['egil', 'cleo', 'kari']],
    ['company', ['frej', 'alva'], ['egil', 'kari']],
    ['draft', [], ['egil', 'frej', 'greta', 'bror', 'kari', 'hedda', 'ivar', 'judit']],
  ];
  it.each(shown)('%s is shown to %j and not to %j', async (name, may, mayNot) => {
    const id = made[name] ?? '';
    for (const who of may) {
      expect((await findShownProposal(await world.enter(who as 'alva'), id)).id).toBe(id);
    }
    for (const who of mayNot) {
      const asked = findShownProposal(await world.enter(who as 'alva'), id);
      await expect(asked, who).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('tells names of people only to those who know them, and its story to every reader', async () => {
    const id = made.company ?? '';
    const kinds = ['proposalSubmitted', 'reviewBegun'];
    const toFrej = await findShownProposal(await world.enter('frej'), id);
    expect(toFrej.author).toBe(null);
    expect(toFrej.story.map(({ kind }) => kind)).toEqual(['proposalDrafted', ...kinds]);
    expect(toFrej.story.map(({ person }) => person)).toEqual([null, null, null]);
    const toDisa = await findShownProposal(await world.enter('disa'), id);
    expect(toDisa.author).toBe('Cleo Ask');
    expect(toDisa.story.map(({ person }) => person)).toEqual(['Cleo Ask', 'Cleo Ask', null]);
    expect(toDisa.story.at(-1)?.organisation).toBe('Navet Nord');
    const toHedda = (await findReview(await world.enter('hedda'), id)).proposal;
    expect(toHedda.story.map(({ person }) => person)).toEqual([null, 'Cleo Ask', 'Hedda Berg']);
  });

  // In the house one signs for the body that runs it, so that its events are seen: ids, no words.
  it('tells nobody else how a draft has moved', async () => {
    for (const who of ['egil', 'frej', 'hedda'] as const) {
      const scope = await world.enter(who);
      const events = await scope.read('notice:read', (db) =>
        db.auditEvent.count({ where: { objectId: { in: madeIds('draft', 'operator') } } }),
      );
      expect(events, who).toBe(who === 'hedda' ? 1 : 0);
    }
  });
});

describe('The house', () => {
  it('queues what is sent, and shows no draft, not even of the body that runs the hub', async () => {
    const { waiting } = await listReviews(await world.enter('hedda'));
    expect(waiting.map(({ id }) => id).sort()).toEqual(madeIds('open', 'publicSide', 'company'));
    const [first] = waiting;
    expect(first?.id).toBe(made.publicSide);
    for (const who of ['hedda', 'ivar', 'judit'] as const) {
      const scope = await world.enter(who);
      const drafts = await scope.read('notice:read', (db) =>
        db.proposal.count({ where: { state: 'DRAFT' } }),
      );
      expect(drafts, who).toBe(0);
    }
  });

  it('opens its queue to assessors and to who runs the hub', async () => {
    const { waiting } = await listReviews(await world.enter('judit'));
    expect(waiting.map(({ id }) => id).sort()).toEqual(madeIds('open', 'publicSide', 'company'));
    for (const who of ['ivar', 'siri', 'tore', 'alva', 'cleo'] as const) {
      const scope = await world.enter(who);
      await expect(listReviews(scope), who).rejects.toBeInstanceOf(NotFound);
      await expect(findReview(scope, made.open ?? '')).rejects.toBeInstanceOf(NotFound);
    }
    await expect(enterHouse(world.session('alva'), 'nord')).rejects.toBeInstanceOf(NotFound);
    const elsewhere = await world.enter('lars');
    expect(await listReviews(elsewhere)).toEqual({ waiting: [], resting: [], decided: [] });
    await expect(findReview(elsewhere, made.open ?? '')).rejects.toBeInstanceOf(NotFound);
  });

  it('shows other proposals for the same needs', async () => {
    const { similar } = await findReview(await world.enter('hedda'), made.open ?? '');
    expect(similar.map(({ id }) => id).sort()).toEqual(madeIds('publicSide', 'company'));
  });
});

describe('The overview and the form', () => {
  it('show a company nothing beyond its reach', async () => {
    const egil = await world.enter('egil');
    const overview = await findOverview(egil, projectsFor, async () => []);
    expect(overview.newest.map(({ id }) => id)).toEqual(madeIds('open'));
    expect(overview.proposals).toEqual([]);
    expect((await listNeedsToLink(egil)).map(({ id }) => id)).toEqual(madeIds('need'));
  });

  it('show an organisation its own', async () => {
    const overview = await findOverview(await world.enter('bror'), projectsFor, async () => []);
    expect(overview.proposals.map(({ id }) => id).sort()).toEqual(
      madeIds('draft', 'publicSide', 'open'),
    );
    expect(overview.newest.map(({ id }) => id)).toEqual(madeIds('company'));
  });

  it('keep the name of a body that has left', async () => {
    const where = { organisationId: world.organisation('fjallvard') };
    const set = (state: 'LEFT' | 'VERIFIED') =>
      world.asSystem((db) => db.participation.updateMany({ where, data: { state } }));
    await set('LEFT');
    const found = await listOthers(await world.enter('frej'), everything('proposals'), projectsFor);
    const card = found.proposals.find(({ id }) => id === made.company);
    expect(card?.organisation).toBe('Fjällvård AB');
    await set('VERIFIED');
  });
});
