import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { claimSite } from './occupying.ts';
import type { HolidayInput, HoursInput, QuotaInput } from './rule-forms.ts';
import { isId, type PlaceKind } from './schema.ts';
import type { Rule } from './terms.ts';

/** What a kind of place asks of bookings from now on; those that are made stay as they are. For hub admins. */
export async function saveRule(scope: Scope, kind: PlaceKind, rule: Rule): Promise<void> {
  await scope.write('rule:edit', async (db, deed) => {
    const { approvalFor, bookableBy, ...rest } = rule;
    const data = { ...rest, approvalFor: [...approvalFor], bookableBy: [...bookableBy] };
    const hubId = scope.hub.id;
    await db.bookingRule.upsert({
      where: { hubId_kind: { hubId, kind } },
      create: { hubId, kind, ...data },
      update: data,
    });
    deed.record('ruleChanged', 'hub', hubId, { kind });
  });
}

/**
 * A week of hours: the site's usual ones (`usual`), new differing ones (null), or those with this id.
 * @throws Refusal for two that would hold for the same at once
 */
export async function saveHours(
  scope: Scope,
  site: string,
  which: 'usual' | string | null,
  input: HoursInput,
): Promise<void> {
  if (which !== 'usual') refuseEmptyScope(input);
  try {
    await scope.write('rule:edit', async (db, deed) => {
      const { id: siteId } = await siteOf(db, scope.hub.id, site);
      await claimSite(db, siteId);
      const hubId = scope.hub.id;
      const scheduleId =
        which === 'usual' ? null : await keepSchedule(db, hubId, siteId, which, input);
      await db.openingHours.deleteMany({ where: { hubId, siteId, scheduleId } });
      const data = input.hours.map((hours) => ({ hubId, siteId, scheduleId, ...hours }));
      await db.openingHours.createMany({ data });
      deed.record('hoursChanged', 'site', siteId);
      deed.pagesChanged('workspace:read');
    });
  } catch (error) {
    if (!refusedBy(error, 'no_two_schedules_at_once')) throw error;
    throw new Refusal('hours.refusals.overlap');
  }
}

function refuseEmptyScope({ kind, actorClass, validFrom, validTo }: HoursInput) {
  const forSomething = 'hours.refusals.forSomething';
  if (!(kind ?? actorClass ?? validFrom ?? validTo)) {
    throw new Refusal(forSomething, { kind: forSomething });
  }
  if (!validFrom || !validTo || validFrom <= validTo) return;
  throw new Refusal('hours.refusals.range', { validTo: 'hours.refusals.range' });
}

async function keepSchedule(
  db: Handle,
  hubId: string,
  siteId: string,
  id: string | null,
  { kind, actorClass, validFrom, validTo }: HoursInput,
): Promise<string> {
  const day = (date: string | null) => (date === null ? null : new Date(date));
  const data = { kind, actorClass, validFrom: day(validFrom), validTo: day(validTo) };
  if (id === null) {
    const made = await db.openingSchedule.create({ data: { hubId, siteId, ...data } });
    return made.id;
  }
  if (!isId(id)) throw new NotFound('schedule');
  const { count } = await db.openingSchedule.updateMany({ where: { hubId, siteId, id }, data });
  if (count === 0) throw new NotFound('schedule');
  return id;
}

/** The usual hours hold again where these did. @throws NotFound */
export async function dropHours(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('schedule');
  await scope.write('rule:edit', async (db, deed) => {
    const row = await db.openingSchedule.findFirst({ where: { hubId: scope.hub.id, id } });
    if (!row) throw new NotFound('schedule');
    await claimSite(db, row.siteId);
    await db.openingSchedule.deleteMany({ where: { hubId: scope.hub.id, id } });
    deed.record('hoursChanged', 'site', row.siteId);
    deed.pagesChanged('workspace:read');
  });
}

/** What a site does on holidays; those left out are closed. */
export async function saveHolidays(
  scope: Scope,
  site: string,
  choices: HolidayInput[],
): Promise<void> {
  await scope.write('rule:edit', async (db, deed) => {
    const hubId = scope.hub.id;
    const { id: siteId } = await siteOf(db, hubId, site);
    await claimSite(db, siteId);
    await db.holidayChoice.deleteMany({ where: { hubId, siteId } });
    const data = choices.map((choice) => ({ hubId, siteId, ...choice }));
    await db.holidayChoice.createMany({ data });
    deed.record('holidaysChanged', 'site', siteId);
    deed.pagesChanged('workspace:read');
  });
}

async function siteOf(db: Handle, hubId: string, slug: string): Promise<{ id: string }> {
  const site = await db.site.findFirst({ where: { hubId, slug }, select: { id: true } });
  if (!site) throw new NotFound('site');
  return site;
}

/** A limit, new (null) or changed. @throws Refusal when the same is there already */
export async function saveQuota(scope: Scope, id: string | null, input: QuotaInput): Promise<void> {
  try {
    await scope.write('rule:edit', async (db, deed) => {
      const hubId = scope.hub.id;
      if (id !== null) {
        if (!isId(id)) throw new NotFound('quota');
        const { count } = await db.quota.updateMany({ where: { hubId, id }, data: input });
        if (count === 0) throw new NotFound('quota');
        return deed.record('quotaSaved', 'quota', id);
      }
      const made = await db.quota.create({ data: { hubId, ...input }, select: { id: true } });
      deed.record('quotaSaved', 'quota', made.id);
    });
  } catch (error) {
    if (!refusedBy(error, 'quota_hub_id_kind_actor_class_scope_measure_period_key')) throw error;
    throw new Refusal('hours.refusals.sameQuota');
  }
}

/** @throws NotFound */
export async function dropQuota(scope: Scope, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound('quota');
  await scope.write('rule:edit', async (db, deed) => {
    const { count } = await db.quota.deleteMany({ where: { hubId: scope.hub.id, id } });
    if (count === 0) throw new NotFound('quota');
    deed.record('quotaRemoved', 'quota', id);
  });
}
