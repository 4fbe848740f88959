import type { Temporal } from 'temporal-polyfill';
import { keptDay } from '#lib/leases/rules.ts';
import { takeDays } from '#lib/leases/taking.ts';
import { dateOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { readBookables } from '#lib/workspace/bookable.ts';
import { occupy } from '#lib/workspace/occupying.ts';
import { demoBlocks, demoLeases, type SeedLease } from '#prisma/seed/leases.ts';
import { idOf } from './ids.ts';

/** Leases of the demo world with the days they take, and a place out of service. */
export async function loadLeases(db: Handle, today: Temporal.PlainDate): Promise<void> {
  for (const lease of demoLeases(today)) await loadLease(db, lease);
  for (const { hub, place, madeBy, from, until, reason } of demoBlocks(today)) {
    const hubId = idOf('hub', hub);
    const [blocked] = await readBookables(db, hubId, [idOf('place', `${hub}/${place}`)]);
    if (!blocked) continue;
    const midnight = (day: Temporal.PlainDate) =>
      day.toZonedDateTime(blocked.site.zone).toInstant();
    const [startsAt, endsAt] = [midnight(from), midnight(until)];
    const { id: blockId } = await db.placeBlock.create({
      data: {
        ...{ hubId, placeId: blocked.id, reason, madeById: idOf('person', madeBy) },
        ...{ startsAt: dateOf(startsAt), endsAt: dateOf(endsAt) },
      },
    });
    const units = { claim: 'ALL' as const, unitIds: blocked.unitIds };
    const occupant = { kind: 'BLOCK' as const, blockId, shownOrganisationId: null };
    await occupy(db, hubId, units, { startsAt, endsAt }, occupant);
  }
}

async function loadLease(db: Handle, seed: SeedLease): Promise<void> {
  const hubId = idOf('hub', seed.hub);
  const organisation = { id: idOf('organisation', seed.org) };
  const placeIds = seed.places.map((key) => idOf('place', `${seed.hub}/${key}`));
  const places = await readBookables(db, hubId, placeIds);
  const [first] = places;
  if (!first) throw new Error(`No places of lease ${seed.number}`);
  const before = (days: number) => {
    const day = seed.signedBy ? seed.from : seed.from.subtract({ months: 1 });
    return dateOf(day.subtract({ days }).toZonedDateTime(first.site.zone).toInstant());
  };
  const { number, renewalMonths, noticeMonths, monthlyOre, depositOre, terms } = seed;
  const status = seed.signedBy ? ('SIGNED' as const) : ('OFFERED' as const);
  const person = seed.signedBy ? idOf('person', seed.signedBy) : null;
  const signer = person && (await db.person.findUniqueOrThrow({ where: { id: person } }));
  const { id } = await db.lease.create({
    data: {
      ...{ hubId, number, renewalMonths, noticeMonths, monthlyOre, depositOre, terms, status },
      ...{ organisationId: organisation.id, siteId: first.site.id, vatClass: seed.vatClass },
      ...{ validFrom: keptDay(seed.from), validTo: seed.to && keptDay(seed.to) },
      ...{ madeById: idOf('person', seed.madeBy), madeAt: before(16), offeredAt: before(15) },
      ...(signer && { signedAt: before(12), signedById: signer.id, signedName: signer.name }),
    },
  });
  const data = places.map((place) => ({ hubId, leaseId: id, placeId: place.id }));
  await db.leasePlace.createMany({ data });
  await db.leaseUser.createMany({
    data: seed.users.map((key) => ({ hubId, leaseId: id, personId: idOf('person', key) })),
  });
  const givenBack = seed.givenBack.map((day) => ({ placeId: first.id, day }));
  await db.leaseGiveBack.createMany({
    data: givenBack.map(({ placeId, day }) => ({
      ...{ hubId, leaseId: id, placeId, day: keptDay(day) },
      givenById: person ?? idOf('person', seed.madeBy),
    })),
  });
  const term = { renewalMonths, validFrom: seed.from, validTo: seed.to, endsOn: null };
  const { zone } = first.site;
  await takeDays(db, hubId, { id, status, term, zone, places, givenBack });
}
