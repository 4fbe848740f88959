import type { Temporal } from 'temporal-polyfill';
import type { Handle } from '#lib/platform/db.ts';
import { demoTerms, demoWishes } from '#prisma/seed/house-terms.ts';
import { idOf } from './ids.ts';

/** What is agreed to before labs are booked, and who shows that they are in. */
export async function loadHouseTerms(db: Handle, today: Temporal.PlainDate): Promise<void> {
  await db.houseTerms.createMany({
    data: demoTerms.map(({ hub, by, daysAgo, ...terms }) => ({
      ...{ ...terms, hubId: idOf('hub', hub), version: 1, demanded: true },
      ...{ madeById: idOf('person', by), validFrom: dayBefore(today, daysAgo) },
      madeAt: dayBefore(today, daysAgo + 3),
    })),
  });
  await db.presenceWish.createMany({
    data: demoWishes.map(({ hub, person, org, circle }) => ({
      ...{ hubId: idOf('hub', hub), personId: idOf('person', person), circle },
      organisationId: idOf('organisation', org),
    })),
  });
}

const dayBefore = (today: Temporal.PlainDate, days: number) =>
  new Date(today.subtract({ days }).toString());

type Row = { hubId: string; placeId: string; organisationId: string; bookedById: string };

/** Whoever books in the demo has agreed to what is asked, whatever has been written since. */
export async function agreeToTerms(
  db: Handle,
  bookings: readonly Row[],
  today: Temporal.PlainDate,
): Promise<void> {
  const [terms, places] = [
    await db.houseTerms.findMany({ select: { id: true, hubId: true, kind: true, placeId: true } }),
    await db.place.findMany({ select: { id: true, kind: true } }),
  ];
  const kinds = new Map(places.map(({ id, kind }) => [id, kind]));
  await db.termsAcceptance.createMany({
    data: bookings.flatMap(({ hubId, placeId, organisationId, bookedById: personId }) =>
      terms
        .filter((one) => one.hubId === hubId)
        .filter((one) => one.placeId === placeId || one.kind === kinds.get(placeId))
        .map(({ id: termsId }) => ({
          ...{ hubId, termsId, organisationId, personId },
          acceptedAt: new Date(`${today.subtract({ days: 60 })}T08:20:00Z`),
        })),
    ),
    skipDuplicates: true,
  });
}
