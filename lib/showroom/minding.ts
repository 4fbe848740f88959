import { todayDate } from '#lib/platform/clock.ts';
import { sql } from '#lib/platform/db.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { translator } from '#lib/platform/i18n/translate.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { contentOf } from './content.ts';
import { checksEndedLetter } from './letters.ts';
import { noteNews } from './news.ts';
import { findShown, tellOwners } from './owners.ts';
import { facetsOf } from './publishing.ts';
import { remindOfReviews } from './reviewing.ts';

type Told = { title: string; organisation: string; path: string };

/**
 * Takes what somebody's check no longer holds for out of what a demo is found by as checked, and tells its
 * owner; reminds owners of what is to be looked over. Run every hour, since each hub has midnight in its own zone; running twice does each thing once.
 */
export async function mindShowrooms(): Promise<void> {
  const system = await enterSystem(null, 'showroom');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      await mindShowroom(await enterSystem(slug, 'showroom'));
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'showroom');
    }
  }
}

async function mindShowroom(scope: Scope): Promise<void> {
  const day = todayDate(scope.hub.zone);
  const due = await scope.read('system:work', (db) =>
    db.$queryRaw<{ id: string }[]>(sql`
      select distinct d.id from demo_claim c
        join showroom_demo d on d.hub_id = c.hub_id and d.id = c.demo_id
      where c.hub_id = ${scope.hub.id}::uuid and c.expires_on < ${day}::date and d.status = 'PUBLISHED'
        and ('checked:' || c.key = any (d.facets)
          or c.key = 'FRAMEWORK' and ('framework:ON' = any (d.facets)
            or 'framework:' || concat_ws(': ', nullif(c.detail ->> 'owner', ''), nullif(c.value, '')) = any (d.facets))
          or c.key = 'NO_FRAMEWORK' and 'framework:NONE' = any (d.facets))`),
  );
  for (const { id } of due) await renew(scope, id, day.toISOString().slice(0, 10));
  await remindOfReviews(scope);
}

/** One demo's facets as they are today; its owner hears which checks have run out. */
async function renew(scope: Scope, id: string, day: string): Promise<void> {
  const demo = await scope.read('system:work', (db) => findShown(db, scope.hub.id, id));
  if (!demo?.shown) return;
  const facets = facetsOf(contentOf(demo.shown.content), demo.owner.kind, day);
  const ended = demo.facets.filter(
    (facet) => /^(checked|framework):/.test(facet) && !facets.includes(facet),
  );
  // Of two checks of the same thing one still holds: it is checked as before.
  if (ended.length === 0) return;
  await scope.write('system:work', async (db, deed) => {
    const where = { hubId: scope.hub.id, id, facets: { equals: demo.facets } };
    const { count } = await db.showroomDemo.updateMany({ where, data: { facets } });
    deed.record('demoChecksEnded', 'demo', id, { ended }, { concerns: demo.ownerId });
    if (count === 0) return;
    deed.pagesChanged('showroom:read');
    const what = [...new Set(ended.map(endedKey))];
    await noteNews(db, scope, id, { kind: 'CHECKS', what }, null);
    await tellOwners(scope, db, deed, demo, 'demoDue', checksEnded(scope, ended));
  });
}

/** The claim whose check a facet stood for; an agreement may have any name. */
function endedKey(facet: string): string {
  if (facet === 'framework:NONE') return 'NO_FRAMEWORK';
  return facet.startsWith('framework:') ? 'FRAMEWORK' : (facet.split(':')[1] ?? '');
}

function checksEnded(scope: Scope, ended: readonly string[]) {
  return (to: { email: string; locale: string }, told: Told) => {
    const words = translator(isLocale(to.locale) ? to.locale : defaultLocale, 'showroom');
    const keys = new Set(ended.map(endedKey));
    const claims = [...keys].map((key) => `– ${words(`claimKeys.${key}`)}`);
    return checksEndedLetter(scope, to, { ...told, claims: claims.join('\n') });
  };
}
