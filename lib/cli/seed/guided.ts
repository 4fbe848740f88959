import { addResource, savePresentation } from '#lib/guided/arranging.ts';
import { bookGroup } from '#lib/guided/booking.ts';
import { listResources } from '#lib/guided/house.ts';
import { findTimes } from '#lib/guided/offers.ts';
import { today } from '#lib/platform/clock.ts';
import { enterHouse, enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { demoGuided } from '#prisma/seed/guided.ts';
import { idOf } from './ids.ts';
import { inSession } from './sessions.ts';

const { hub, by, guides, hosts, kit, demos, group } = demoGuided;
type Locales = ('sv' | 'nb' | 'en')[];

/** Guides, hosts and kit of a house, how some demos are shown, and a group that has booked one. */
export async function showGroups(system: Scope): Promise<void> {
  await inSession(system, idOf('person', by), async (session) => {
    const scope = await enterHouse(session, hub);
    await addResources(scope);
    await presentDemos(scope);
  });
  await inSession(system, idOf('person', group.person), async (session) => {
    const scope = await enterOrganisation(session, hub, group.org);
    await bookFirst(scope);
  });
}

async function addResources(scope: Scope): Promise<void> {
  const siteId = idOf('site', hub);
  const add = (what: string, name: string, languages: readonly string[]) =>
    addResource(scope, { siteId, what, name, languages: [...languages] as Locales });
  for (const { person, languages } of guides) {
    await add(`GUIDE:${idOf('person', person)}`, '', languages);
  }
  for (const { person, organisation, languages } of hosts) {
    const who = `${idOf('person', person)}:${idOf('organisation', organisation)}`;
    await add(`HOST:${who}`, '', languages);
  }
  for (const name of kit) await add('KIT', name, []);
}

async function presentDemos(scope: Scope): Promise<void> {
  const all = await listResources(scope);
  for (const { number, kit: needed, minutes, groupTo, hosts: hostNeeded } of demos) {
    const used = all.filter(
      ({ kind, name }) =>
        kind === 'GUIDE' ||
        (kind === 'HOST' && hostNeeded) ||
        (needed as readonly string[]).includes(name),
    );
    await savePresentation(scope, idOf('demo', number), {
      ...{ placeId: idOf('place', `${hub}/showroom`), minutes, groupFrom: 2, groupTo },
      ...{ noticeHours: 24, languages: ['sv', 'nb', 'en'], hostNeeded, open: true },
      resources: used.map(({ id }) => id),
    });
  }
}

/** Some days ahead, at the first time that is free. */
async function bookFirst(scope: Scope): Promise<void> {
  const demoId = idOf('demo', group.number);
  const from = today(scope.hub.zone).add({ days: 3 }).toString();
  const wish = { demoId, language: 'sv', size: group.size, from };
  const [day] = (await findTimes(scope, wish)).starts;
  if (!day) return;
  const { size, roles, hopes, needs } = group;
  await bookGroup(scope, demoId, {
    ...{ key: crypto.randomUUID(), language: 'sv', size, roles, hopes, needs },
    time: `start:${day.date}T${day.times.at(-1)}`,
  });
}
