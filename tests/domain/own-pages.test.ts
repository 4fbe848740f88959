import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notePersonal, noteRead, noting } from '#lib/platform/rendering.ts';
import { enterHouse, enterOrganisation, enterSystem, stillAnswers } from '#lib/platform/scope.ts';
import { OwnPages } from '#lib/platform/web/own-pages.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const list = '/sv/nord/bergs-kommun/bookings?show=past';
const answer = (given: object = {}) => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<script nonce="drawn">1</script>Våra bokningar'),
  ...given,
});
const enter = async () => {
  notePersonal('the session');
  return enterOrganisation(world.session('alva'), 'nord', 'bergs-kommun');
};

/** Renders as a page does, and keeps it. */
async function kept(
  pages: OwnPages,
  render: () => Promise<unknown> = enter,
  at = list,
  given = {},
) {
  const { rendering } = await noting(false, render);
  pages.keep(world.session('alva'), at, answer(given), 'drawn', rendering);
  return pages.find(world.session('alva'), at);
}
const fresh = () => new OwnPages(1e6, stillAnswers);
const act = async (who: 'bror' | 'kari') =>
  (await world.enter(who)).write('proposal:draft', async (_db, deed) => {
    deed.record('tried', 'proposal', crypto.randomUUID());
  });

describe('A reader’s own list', () => {
  it('is given again while nothing has happened at the hub', async () => {
    const pages = fresh();
    const page = await kept(pages);
    expect(page?.plain.toString()).toBe('<script>1</script>Våra bokningar');
    expect(page?.scripts).toMatch(/^'self' 'sha256-/);
    await act('kari');
    expect(await pages.find(world.session('alva'), list), 'another hub').not.toBe(null);
    await act('bror');
    expect(await pages.find(world.session('alva'), list), 'this hub').toBe(null);
  });

  it.each<[string, () => Promise<boolean>]>([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['does not answer', () => new Promise(() => {})],
  ])('is not given while the door %s, and is there afterwards', async (_, trouble) => {
    let door: ConstructorParameters<typeof OwnPages>[1] = stillAnswers;
    const pages = new OwnPages(1e6, (asked) => door(asked));
    await kept(pages);
    door = trouble;
    expect(await pages.find(world.session('alva'), list)).toBe(null);
    door = stillAnswers;
    expect(await pages.find(world.session('alva'), list)).not.toBe(null);
  });

  it('is nobody else’s, and no other page', async () => {
    const pages = fresh();
    await kept(pages);
    expect(await pages.find(world.session('bror'), list)).toBe(null);
    expect(await pages.find(world.session('alva'), `${list}&page=2`)).toBe(null);
  });

  it('is gone with the session, a notice, a role', async () => {
    const change: [string, () => Promise<unknown>][] = [
      ['told', () => tell()],
      ['promoted', () => setRole('ADMIN')],
      ['signed out', () => endSession()],
    ];
    for (const [what, happens] of change) {
      const pages = fresh();
      expect(await kept(pages), what).not.toBe(null);
      await happens();
      expect(await pages.find(world.session('alva'), list), what).toBe(null);
      await world.asSystem((db) =>
        db.session.update({ where: { id: world.session('alva') }, data: { endedAt: null } }),
      );
    }
  });

  it.each<[string, () => Promise<unknown>, string, object]>([
    [
      'goes through two doors',
      () => enter().then(() => enterHouse(world.session('judit'), 'nord')),
      list,
      {},
    ],
    [
      'reads as the system',
      async () => {
        await enter();
        await (await enterSystem(null, 'test')).read('system:work', async () => 1);
      },
      list,
      {},
    ],
    [
      'asks for something else of the reader',
      async () => {
        await enter();
        notePersonal('the cookie navet-link');
      },
      list,
      {},
    ],
    ['is a form', enter, '/sv/nord/bergs-kommun/proposals/new', {}],
    ['sets a cookie', enter, list, { headers: { 'set-cookie': ['a=1'] } }],
    ['is no success', enter, list, { status: 404 }],
  ])('is not kept when it %s', async (_, render, at, given) => {
    expect(await kept(fresh(), render, at, given)).toBe(null);
  });

  it('is not kept when somebody else’s session went through the door', async () => {
    const other = async () => {
      notePersonal('the session');
      noteRead('nord', 'booking:list');
      return enterOrganisation(world.session('bror'), 'nord', 'bergs-kommun');
    };
    expect(await kept(fresh(), other)).toBe(null);
  });
});

const tell = () =>
  world.asSystem((db) =>
    db.notice.create({
      data: {
        hubId: world.hub('nord'),
        personId: world.person('alva'),
        kind: 'roleChanged',
        detail: {},
        path: '/',
      },
    }),
  );
const setRole = (role: 'ADMIN' | 'STAFF') =>
  world.asSystem((db) =>
    db.membership.updateMany({ where: { personId: world.person('alva') }, data: { role } }),
  );
const endSession = () =>
  world.asSystem((db) =>
    db.session.update({ where: { id: world.session('alva') }, data: { endedAt: new Date() } }),
  );
