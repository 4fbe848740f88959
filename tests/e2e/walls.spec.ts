import { type Role, reach } from '#lib/platform/policy.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { type Player, type Stage, setStage } from '#tests/support/players.ts';
import { type Route, routes } from '#tests/support/routes.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage('vagg');
});
test.afterAll(() => stage.end());

const guarded = Object.entries(routes).filter(([, { door }]) => door !== 'open');

/** An address of this route at a hub, for an organisation, naming someone's things. */
function addressOf(
  path: string,
  hub: string,
  org: string,
  thingsOf: string,
  own: Partial<Player['own']> = {},
): string {
  const things = { ...stage.things(thingsOf), ...own };
  const route = routes[path] as Route;
  const names = new Map(Object.keys(route.of ?? {}).map((name) => [parameterOf(name), name]));
  return path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'locale') return 'sv';
    if (name === 'hub') return hub;
    if (name === 'org') return org;
    if (name === 'which') return 'staff';
    return things[(names.get(name) ?? name) as keyof typeof things] ?? 'finns-inte';
  });
}

const standsFor: Record<string, string> = {
  draft: 'proposal',
  sentDemo: 'demo',
  openProposal: 'proposal',
  openNeed: 'need',
  ledProject: 'project',
  charter: 'version',
  review: 'proposal',
  colleague: 'person',
  staffInvitation: 'invitation',
  body: 'organisation',
};

/** `draft` and `review` stand where the address says `:proposal`. */
function parameterOf(thing: string): string {
  return standsFor[thing] ?? thing;
}

function mayPass(player: Player, { door, needs }: Route): boolean {
  if (door === 'own') {
    const self: Role[] = player.role === 'operator' ? ['person', 'operator'] : ['person'];
    return needs === null || reach(self, needs) !== null;
  }
  const held = door === 'organisation' ? player.organisation !== null : isHubStaff(player);
  return held && (needs === null || reach([player.role], needs) !== null);
}

const isHubStaff = ({ role }: Player) =>
  ['host', 'assessor', 'finance', 'auditor', 'hubAdmin'].includes(role);

async function knock(path: string, cookie: string): Promise<'in' | 'missing' | 'signIn' | string> {
  const answer = await fetch(new URL(path, process.env.NAVET_E2E_URL), {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html' },
  });
  const to = answer.headers.get('location') ?? '';
  if (to.includes('/sign-in')) return 'signIn';
  if (answer.status === 404) return 'missing';
  return answer.status < 400 ? 'in' : `${answer.status}`;
}

test('every address opens to those the table names, and to nobody else', async () => {
  test.setTimeout(600_000);
  const wrong: string[] = [];
  for (const player of stage.players) {
    for (const [path, route] of guarded) {
      const own = player.organisation ?? stage.neighbour;
      const doors: [string, string, string, string, boolean][] = [
        ['own', stage.hub, own, own, mayPass(player, route)],
      ];
      if (route.door !== 'own') {
        doors.push(
          ['another organisation', stage.hub, stage.neighbour, stage.neighbour, false],
          ['another hub', stage.otherHub, stage.stranger, stage.stranger, false],
          ['another hub, own organisation', stage.otherHub, own, own, false],
        );
      }
      const foreign = Object.values(route.of ?? {}).includes('organisation');
      if (foreign) doors.push(["a neighbour's thing", stage.hub, own, stage.neighbour, false]);
      if (route.of && route.door !== 'own')
        doors.push(["a stranger's thing", stage.hub, own, stage.stranger, false]);
      const [neighbour] = stage.players.filter(({ person }) => person !== player.person);
      if (Object.values(route.of ?? {}).includes('person')) {
        const said = await knock(addressOf(path, '', '', '', neighbour?.own), player.cookie);
        if (said !== 'missing') wrong.push(`${player.role} at someone else's ${path}: ${said}`);
      }
      for (const [name, hub, org, things, allowed] of doors) {
        // The house has no organisation in its address: at one's own hub it is one's own.
        if (route.door === 'house' && name === 'another organisation') continue;
        const said = await knock(addressOf(path, hub, org, things, player.own), player.cookie);
        if (said !== (allowed ? 'in' : 'missing')) {
          wrong.push(`${player.role} at ${path} (${name}): ${said}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('signed out, or with a session that has ended, every guarded address asks to sign in', async () => {
  const [player] = stage.players;
  if (!player) throw new Error('Nobody plays.');
  await stage.sql('update session set ended_at = now() where id = $1', [player.session]);
  const wrong: string[] = [];
  for (const [path] of guarded) {
    for (const cookie of ['', player.cookie, 'next-auth.session-token=forged']) {
      const address = addressOf(path, stage.hub, stage.neighbour, stage.neighbour);
      const said = await knock(address, cookie);
      if (said !== 'signIn')
        wrong.push(`${path} with ${cookie.slice(0, 30) || 'no cookie'}: ${said}`);
    }
  }
  await stage.sql('update session set ended_at = null where id = $1', [player.session]);
  expect(wrong).toEqual([]);
});

test('a session that has lain idle for two hours is over', async () => {
  const player = stage.players.find(({ role }) => role === 'companyStaff');
  const path = `/sv/${stage.hub}/${player?.organisation}/bookings`;
  const seen = (ago: string) =>
    stage.sql(`update session set last_seen_at = now() - $1::interval where id = $2`, [
      ago,
      player?.session,
    ]);
  await seen('119 minutes');
  expect(await knock(path, player?.cookie ?? '')).toBe('in');
  await seen('121 minutes');
  expect(await knock(path, player?.cookie ?? '')).toBe('signIn');
  await seen('0 minutes');
});
