import { z } from 'zod';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { shownChoices } from './schema.ts';

/** The form in which an organisation says what others see of its bookings. */
export const shownSchema = z.object({
  shown: z.enum(shownChoices, 'refusals.invalid'),
  /** Also those that are made already and to come. */
  coming: z.preprocess((typed) => [typed ?? []].flat().includes('yes'), z.boolean()),
});
export type ShownInput = z.output<typeof shownSchema>;

/** The organisation's choice, and how many of its coming bookings are shown otherwise. Its administrators may. */
export async function findShown(
  scope: Scope,
): Promise<{ shown: ShownInput['shown']; others: number }> {
  return scope.read('organisation:edit', async (db) => {
    const shown = await chosen(db, scope);
    const others = await db.booking.count({ where: { ...coming(scope), shown: { not: shown } } });
    return { shown, others };
  });
}

/**
 * Chooses what others at the hub see of the organisation's bookings: from now on, and of those to come if so wished.
 * A single booking may still be shown otherwise. Its administrators may.
 */
export async function chooseShown(scope: Scope, input: ShownInput): Promise<void> {
  await scope.write('organisation:edit', async (db, deed) => {
    const [row] = await db.$queryRaw<{ done: boolean }[]>`
      select choose_shown(${input.shown}::"BookingShown") as done`;
    if (!row?.done) throw new NotFound('participation');
    if (input.coming) await showComing(db, scope, input.shown);
    const about = ['organisation', scope.organisation.id, { coming: input.coming }] as const;
    if (input.shown === 'HIDDEN') deed.record('bookingsHidden', ...about);
    else deed.record('bookingsShown', ...about);
  });
}

async function chosen(db: Handle, scope: Scope): Promise<ShownInput['shown']> {
  const participation = await db.participation.findFirst({
    where: { hubId: scope.hub.id, organisationId: scope.organisation.id, state: 'VERIFIED' },
    select: { bookingsShown: true },
  });
  if (!participation) throw new NotFound('participation');
  return participation.bookingsShown;
}

const coming = (scope: Scope) => ({
  ...{ hubId: scope.hub.id, organisationId: scope.organisation.id },
  endsAt: { gt: dateOf(now()) },
  status: {
    in: ['HELD' as const, 'PENDING' as const, 'CONFIRMED' as const, 'CHECKED_IN' as const],
  },
});

async function showComing(db: Handle, scope: Scope, shown: ShownInput['shown']): Promise<void> {
  const organisationId = shown === 'ORGANISATION' ? scope.organisation.id : null;
  await db.booking.updateMany({ where: coming(scope), data: { shown } });
  await db.occupancy.updateMany({
    where: { hubId: scope.hub.id, releasedAt: null, booking: coming(scope) },
    data: { shownOrganisationId: organisationId },
  });
}
