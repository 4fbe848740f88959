import { today } from '#lib/platform/clock.ts';
import { defaultLocale, isLocale } from '#lib/platform/i18n/locales.ts';
import { formatter } from '#lib/platform/i18n/translate.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { reviewLetter } from './letters.ts';
import { remindDays } from './moves.ts';
import { findShown, tellOwners } from './owners.ts';

/**
 * Reminds owners to look over what they show: a month before, and on the day. Each once for a publication,
 * however often it runs; who was away for the first gets only the second. For the hourly job.
 */
export async function remindOfReviews(scope: Scope): Promise<void> {
  const day = today(scope.hub.zone);
  const date = (of: typeof day) => new Date(`${of}T00:00:00Z`);
  const due = await scope.read('system:work', (db) =>
    db.showroomDemo.findMany({
      where: {
        ...{ hubId: scope.hub.id, status: 'PUBLISHED' },
        OR: [
          { reviewTold: 'NOTHING', reviewDueOn: { lte: date(day.add({ days: remindDays })) } },
          { reviewTold: 'AHEAD', reviewDueOn: { lte: date(day) } },
        ],
      },
      select: { id: true },
    }),
  );
  for (const { id } of due) await remind(scope, id, date(day));
}

async function remind(scope: Scope, id: string, day: Date): Promise<void> {
  await scope.write('system:work', async (db, deed) => {
    const demo = await findShown(db, scope.hub.id, id);
    const dueOn = demo?.reviewDueOn;
    const reviewTold = dueOn && dueOn > day ? 'AHEAD' : 'DUE';
    const { count } = await db.showroomDemo.updateMany({
      where: { hubId: scope.hub.id, id, status: 'PUBLISHED', reviewTold: demo?.reviewTold },
      data: { reviewTold },
    });
    deed.record('demoReviewDue', 'demo', id, {}, demo ? { concerns: demo.ownerId } : {});
    if (count === 0 || !demo || !dueOn) return;
    if (reviewTold === 'DUE') deed.pagesChanged('showroom:read');
    await tellOwners(scope, db, deed, demo, 'demoDue', (to, told) => {
      const locale = isLocale(to.locale) ? to.locale : defaultLocale;
      const words = formatter(locale, 'UTC').dateTime(dueOn, { dateStyle: 'long' });
      return reviewLetter(scope, to, { ...told, ahead: reviewTold === 'AHEAD', day: words });
    });
  });
}
