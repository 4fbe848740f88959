import { instantOf } from '#lib/platform/clock.ts';
import { Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { BookingRequest } from './schema.ts';

/**
 * The booking that the same form has made already, if it has.
 * @throws Refusal when the form was used for another booking: going back and changing it
 */
export async function findBySameForm(
  scope: Scope,
  input: BookingRequest,
): Promise<{ id: string } | null> {
  return scope.read(input.organisationId ? 'booking:behalf' : 'booking:create', async (db) => {
    const earlier = await db.booking.findFirst({
      where: {
        hubId: scope.hub.id,
        bookedById: scope.person.id,
        requestKey: input.requestKey,
        organisationId: input.organisationId ?? scope.organisation.id,
      },
      include: { place: { select: { site: { select: { zone: true } } } } },
    });
    if (!earlier) return null;
    const starts = instantOf(earlier.startsAt).toZonedDateTimeISO(earlier.place.site.zone);
    const ends = instantOf(earlier.endsAt).toZonedDateTimeISO(earlier.place.site.zone);
    const same =
      earlier.placeId === input.placeId &&
      starts.toPlainDateTime().equals(`${input.date}T${input.from}`) &&
      ends.toPlainTime().equals(input.to);
    if (!same) throw new Refusal('workspace.refusals.formUsed');
    return { id: earlier.id };
  });
}
