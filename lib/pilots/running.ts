import { dateOf, now, todayDate } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, pagesOf } from '#lib/projects/leading.ts';
import { tellProject } from '#lib/projects/telling.ts';
import { refusingPilot } from './doors.ts';
import { type PilotMove, type PilotMover, pilotMoves } from './moves.ts';
import { isSite, pilotAt } from './planning.ts';
import type { ValueInput } from './schema.ts';

type Found = Awaited<ReturnType<typeof pilotAt>>;

/** The sides one has in a pilot. */
export function sidesAt(scope: Scope, { project, pilot }: Found): PilotMover[] {
  const site = isSite(scope, pilot);
  return [
    ...(site && scope.may('party:answer') ? (['siteAdmin'] as const) : []),
    ...(site ? (['site'] as const) : []),
    ...(leads(scope, project) ? (['leader'] as const) : []),
    ...(scope.may('project:hold') ? (['hub'] as const) : []),
  ];
}

/**
 * Makes one move of a pilot: the site's own administrator approves it; it starts and ends by the site or whoever leads;
 * the site or who runs the hub pauses it at once, with the reason. All parties hear. @throws Refusal when the table says
 * no, something lacks, or the reason does; NotFound
 */
export async function movePilot(
  scope: Scope,
  slug: string,
  id: string,
  name: PilotMove,
  words = '',
): Promise<void> {
  const move = pilotMoves.find((each) => each.name === name);
  if (!move) throw new NotFound('pilot');
  if (name === 'pause' && words === '') {
    throw new Refusal('refusals.invalid', { words: 'pilots.refusals.words' });
  }
  const permission = scope.may('project:hold') ? 'project:hold' : 'project:start';
  await refusingPilot(() =>
    scope.write(permission, async (db, deed) => {
      const found = await pilotAt(scope, db, slug, id);
      const { pilot, project } = found;
      const sides = sidesAt(scope, found);
      if (!move.by.some((side) => sides.includes(side))) throw new NotFound('pilot');
      if (pilot.state !== move.from) throw new Refusal('pilots.refusals.moved');
      const { count } = await db.pilot.updateMany({
        where: { hubId: scope.hub.id, id, state: move.from, revision: pilot.revision },
        data: {
          ...{ state: move.to, revision: pilot.revision + 1 },
          ...signed(scope, name, words),
        },
      });
      if (count === 0) throw new Refusal('refusals.stale');
      pagesOf(deed, project);
      const told = { organisation: scope.organisation.name, words: words || pilot.place };
      await tellProject(scope, db, deed, project, null, move.event, told);
      const about = { concerns: pilot.organisationId };
      deed.record(move.event, 'project', project.id, { place: pilot.place }, about);
    }),
  );
}

function signed(scope: Scope, name: PilotMove, words: string) {
  const at = dateOf(now());
  if (name === 'approve') return { approvedAt: at, approvedById: scope.person.id };
  if (name === 'start') return { startedAt: at };
  if (name === 'end') return { endedAt: at };
  return { words, pausedAt: at, pausedById: scope.person.id };
}

/** Adds what was measured on a day, once the pilot has started. The site's own may, and whoever leads. @throws Refusal, NotFound */
export async function addValue(
  scope: Scope,
  slug: string,
  pilotId: string,
  { id, indicator, onDay, value, note }: ValueInput,
): Promise<void> {
  await refusingPilot(() =>
    scope.write('project:start', async (db, deed) => {
      const found = await pilotAt(scope, db, slug, pilotId);
      const { pilot, project } = found;
      if (!leads(scope, project) && !isSite(scope, pilot)) throw new NotFound('pilot');
      if (!pilot.startedAt) throw new Refusal('pilots.refusals.notStarted');
      if (new Date(onDay) > todayDate(scope.hub.zone)) {
        throw new Refusal('refusals.invalid', { onDay: 'pilots.refusals.ahead' });
      }
      const key = { hubId: scope.hub.id, pilotId, indicatorId: indicator };
      if ((await db.pilotBenefit.count({ where: key })) === 0) {
        throw new Refusal('refusals.invalid', { indicator: 'pilots.refusals.indicator' });
      }
      const data = { ...key, id, onDay: new Date(onDay), value, note, byId: scope.person.id };
      await db.pilotValue.createMany({ data, skipDuplicates: true });
      pagesOf(deed, project);
      deed.record('pilotMeasured', 'project', project.id, { place: pilot.place });
    }),
  );
}
