import type { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { usualRules } from '#lib/workspace/terms.ts';
import {
  demoClosures,
  demoQuotas,
  demoRules,
  demoSchedules,
  demoWaits,
  type SeedClosure,
} from '#prisma/seed/house-rules.ts';
import { idOf } from './ids.ts';

/** When demo houses are open and closed, and what they ask: hours, closures, rules, limits, a line. */
export async function loadHouseRules(db: Handle, today: Temporal.PlainDate): Promise<void> {
  for (const { hub, kind, days, opens, closes } of demoSchedules) {
    const keys = { hubId: idOf('hub', hub), siteId: idOf('site', hub) };
    const { id } = await db.openingSchedule.create({ data: { ...keys, kind } });
    await db.openingHours.createMany({
      data: days.map((weekday) => ({ ...keys, scheduleId: id, weekday, opens, closes })),
    });
  }
  for (const { hub, kind, ...own } of demoRules) {
    const { approvalFor, bookableBy, ...usual } = usualRules[kind];
    const lists = { approvalFor: [...approvalFor], bookableBy: [...bookableBy] };
    const data = { ...usual, ...lists, ...own, hubId: idOf('hub', hub), kind };
    await db.bookingRule.createMany({ data: [data], skipDuplicates: true });
  }
  await db.quota.createMany({
    data: demoQuotas.map(({ hub, ...quota }) => ({ hubId: idOf('hub', hub), ...quota })),
  });
  for (const closure of demoClosures) await loadClosure(db, closure, today);
  await loadWaits(db, today);
}

async function loadClosure(db: Handle, closure: SeedClosure, today: Temporal.PlainDate) {
  const { hub, place, kind, inDays, draft, message } = closure;
  const placeId = place && idOf('place', `${hub}/${place}`);
  const ahead = today.add({ days: inDays });
  const booked = placeId ? await nextBooked(db, hub, placeId, today) : null;
  const day = booked?.startsAt;
  const on = new Date(
    `${(day ?? dateOf(ahead.toZonedDateTime('UTC').toInstant())).toISOString().slice(0, 10)}T00:00:00Z`,
  );
  await db.closure.create({
    data: {
      ...{ hubId: idOf('hub', hub), siteId: idOf('site', hub), placeId, kind, message },
      ...{ fromDay: on, fromMinute: 0, toDay: on, toMinute: 24 * 60, yearly: false, exempt: [] },
      ...{ state: draft ? 'DRAFT' : 'PUBLISHED', publishedAt: draft ? null : new Date() },
    },
  });
}

/** The first booking of a place that begins after tomorrow. */
async function nextBooked(db: Handle, hub: string, placeId: string, today: Temporal.PlainDate) {
  const after = dateOf(today.add({ days: 2 }).toZonedDateTime('UTC').toInstant());
  return db.booking.findFirst({
    where: { hubId: idOf('hub', hub), placeId, status: 'CONFIRMED', startsAt: { gt: after } },
    orderBy: { startsAt: 'asc' },
  });
}

async function loadWaits(db: Handle, today: Temporal.PlainDate) {
  for (const { hub, place, org, person } of demoWaits) {
    const placeId = idOf('place', `${hub}/${place}`);
    const booked = await nextBooked(db, hub, placeId, today);
    if (!booked) continue;
    const { startsAt, endsAt } = booked;
    await db.waiting.create({
      data: {
        ...{ hubId: idOf('hub', hub), siteId: idOf('site', hub), placeIds: [placeId] },
        ...{ organisationId: idOf('organisation', org), personId: idOf('person', person) },
        ...{ startsAt, endsAt, claimsFrom: startsAt, claimsTo: endsAt, shown: 'ORGANISATION' },
        createdAt: dateOf(instantOf(startsAt).subtract({ hours: 72 })),
      },
    });
  }
}
