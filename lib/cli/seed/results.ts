import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { demoResults } from '#prisma/seed/results.ts';
import { idOf } from './ids.ts';

/** The demo projects' results, and where each body stands; days are counted from the day they are loaded. */
export async function loadResults(db: Handle): Promise<void> {
  for (const one of demoResults) await loadResult(db, one);
}

const ago = (days: number) => dateOf(now().subtract({ hours: 24 * days }));

async function loadResult(db: Handle, one: (typeof demoResults)[number]): Promise<void> {
  const hubId = idOf('hub', one.hub);
  const id = idOf('result', one.slug);
  const reviewBy = today('UTC').add({ months: 18 }).toString();
  const draft = { ...one.content, reviewBy };
  const said = { language: 'sv', title: one.title };
  const at = ago(30);
  await db.result.createMany({
    data: {
      ...{ hubId, id, projectId: idOf('project', one.project), slug: one.slug, ...said, draft },
      ...{ state: 'PUBLISHED', version: 1, publishedAt: at, reviewBy: new Date(reviewBy) },
      byId: idOf('person', one.by),
    },
  });
  const by = idOf('person', one.publishedBy);
  await db.resultVersion.createMany({
    data: { hubId, resultId: id, version: 1, ...said, content: draft, byId: by, at },
  });
  await db.adoption.createMany({
    data: one.adoptions.map(({ org, by: person, state, days }) => ({
      ...{ hubId, resultId: id, organisationId: idOf('organisation', org), state },
      ...{ byId: idOf('person', person), at: ago(days) },
      ...(state === 'IN_USE' && { startedOn: ago(days) }),
    })),
  });
}
