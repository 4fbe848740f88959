import { follow } from '#lib/following/following.ts';
import { decideList } from '#lib/lists/choosing.ts';
import { decisionForm } from '#lib/lists/schema.ts';
import { keepSearch } from '#lib/lists/searches.ts';
import { addToList, lockList, makeList } from '#lib/lists/writes.ts';
import { enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { demoLists } from '#prisma/seed/lists.ts';
import { idOf } from './ids.ts';
import { inSession } from './sessions.ts';

type SeedList = (typeof demoLists)[number]['lists'][number];
type Find = (slug: string) => string;

/** What people of the demo world keep of the showroom and follow there. */
export async function keepLists(system: Scope): Promise<void> {
  for (const { hub, org, person, searches, lists, follows } of demoLists) {
    await inSession(system, idOf('person', person), async (session) => {
      const scope = await enterOrganisation(session, hub, org);
      const shown = await scope.read('showroom:read', (db) =>
        db.showroomDemo.findMany({
          where: { hubId: scope.hub.id, status: 'PUBLISHED' },
          select: { id: true, slug: true },
        }),
      );
      const find: Find = (slug) => shown.find((demo) => demo.slug === slug)?.id ?? slug;
      for (const search of searches) await keepSearch(scope, search);
      for (const list of lists) await keepList(scope, list, find);
      for (const { kind, key } of follows) {
        await follow(scope, { kind, key: kind === 'demo' ? find(key) : key });
      }
    });
  }
}

async function keepList(scope: Scope, { demos, ...facts }: SeedList, find: Find): Promise<void> {
  const id = await makeList(scope, { id: crypto.randomUUID(), query: '', ...facts }, false);
  for (const { slug } of demos) await addToList(scope, id, find(slug));
  const said = demos.flatMap(({ slug, chosen, reason = '' }) =>
    chosen === undefined
      ? []
      : [
          [`chosen.${find(slug)}`, chosen ? 'yes' : 'no'],
          [`reason.${find(slug)}`, reason],
        ],
  );
  if (said.length === 0) return;
  await lockList(scope, id);
  const form = { last: '0', fits: 'some', ...Object.fromEntries(said) };
  await decideList(scope, id, decisionForm.parse(form));
}
