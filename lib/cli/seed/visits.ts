import { today } from '#lib/platform/clock.ts';
import { enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { registerVisit } from '#lib/visits/writes.ts';
import { demoVisits } from '#prisma/seed/visits.ts';
import { idOf } from './ids.ts';
import { inSession } from './sessions.ts';

/** Guests whom people of the demo world expect on the coming workdays. */
export async function expectGuests(system: Scope): Promise<void> {
  for (const { hub, org, person, workday, ...visit } of demoVisits) {
    await inSession(system, idOf('person', person), async (session) => {
      const scope = await enterOrganisation(session, hub, org);
      const date = workdayAfter(today(scope.hub.zone), workday).toString();
      const usual = { greeting: '', locale: '', outside: 'yes', bookingId: '' } as const;
      await registerVisit(scope, { ...usual, ...visit, date });
    });
  }
}

type Day = ReturnType<typeof today>;

function workdayAfter(day: Day, left: number): Day {
  if (left === 0) return day;
  const next = day.add({ days: 1 });
  return workdayAfter(next, next.dayOfWeek > 5 ? left : left - 1);
}
