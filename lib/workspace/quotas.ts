import type { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/errors.ts';
import { locales, type Text } from '#lib/platform/i18n/locales.ts';
import { formatter, translator } from '#lib/platform/i18n/translate.ts';
import type { QuotaInput } from './rule-forms.ts';
import type { Window } from './rules.ts';
import type { PlaceKind } from './schema.ts';
import type { ActorClass } from './terms.ts';

/** Whose account a booking goes on: the organisation's, and the person's whom it is for. */
export type Account = { organisationId: string; personId: string; actorClass: ActorClass };
type Wanted = Window & { kind: PlaceKind; zone: string };
type Span = { from: Date; to: Date | null };

/**
 * Whoever books holds the account to the end of the transaction, so that the last of what is allowed is had
 * once. Before any unit is claimed: two who hold one and wait for the other would wait for good.
 */
export async function lineUpAccounts(db: Handle, hubId: string, account: Account): Promise<void> {
  const keys = [account.organisationId, account.personId].map((id) => `quota ${hubId} ${id}`);
  await db.$queryRaw`select pg_advisory_xact_lock(account) is null from (
    select hashtextextended(key, 0) as account from unnest(${keys}::text[]) as key
    where exists (select from quota where hub_id = ${hubId}::uuid) order by 1) as line`;
}

/**
 * Part of the transaction that books or changes; `but` is a booking that is being changed.
 * @throws Refusal that says which limit, how much is used, and when it frees
 */
export async function refuseOverQuota(
  db: Handle,
  hubId: string,
  account: Account,
  wanted: Wanted,
  but: string | null = null,
): Promise<void> {
  await lineUpAccounts(db, hubId, account);
  const quotas = await db.quota.findMany({
    where: {
      hubId,
      AND: [
        { OR: [{ kind: null }, { kind: wanted.kind }] },
        { OR: [{ actorClass: null }, { actorClass: account.actorClass }] },
      ],
    },
    orderBy: { id: 'asc' },
  });
  for (const quota of quotas) await refuseOver(db, hubId, account, wanted, quota, but);
}

async function refuseOver(
  db: Handle,
  hubId: string,
  account: Account,
  wanted: Wanted,
  quota: QuotaInput,
  but: string | null,
) {
  const { scope, measure, period, kind, most } = quota;
  const span = spanOf(period, wanted);
  const who =
    scope === 'PERSON'
      ? sql`b.booked_for_id = ${account.personId}::uuid`
      : sql`b.organisation_id = ${account.organisationId}::uuid`;
  const [used] = await db.$queryRaw<{ count: number; minutes: number; frees: Date | null }[]>(sql`
    select count(*)::integer as count, min(b.ends_at) as frees,
      coalesce(sum(extract(epoch from (b.ends_at at time zone ${wanted.zone}) - (b.starts_at at time zone ${wanted.zone}))
        / 60), 0)::integer as minutes
    from booking b join place p on p.hub_id = b.hub_id and p.id = b.place_id
    where b.hub_id = ${hubId}::uuid and ${who}
      and b.status in ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'NO_SHOW')
      and (b.held_until is null or b.held_until > ${dateOf(now())})
      and (${kind}::text is null or p.kind::text = ${kind}::text)
      and (${but}::text is null or b.id <> ${but}::uuid)
      and ${period === 'AHEAD' ? sql`b.ends_at > ${span.from} and b.status <> 'NO_SHOW'` : sql`b.starts_at >= ${span.from} and b.starts_at < ${span.to}`}`);
  const before = measure === 'COUNT' ? (used?.count ?? 0) : (used?.minutes ?? 0);
  const more = measure === 'COUNT' ? 1 : wallMinutes(wanted);
  if (before + more <= most) return;
  const unit = measure === 'COUNT' ? 1 : 60;
  throw new Refusal('hours.refusals.overQuota', {}, null, {
    ...words(quota),
    most: most / unit,
    used: Math.round((before / unit) * 100) / 100,
    frees: freesAt(period, span, used?.frees ?? null, wanted.zone),
  });
}

/** The day, week, month or year in which a booking begins, by the clock of the house. */
function spanOf(period: QuotaInput['period'], { startsAt, zone }: Wanted): Span {
  if (period === 'AHEAD') return { from: dateOf(now()), to: null };
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const first = {
    DAY: day,
    WEEK: day.subtract({ days: day.dayOfWeek - 1 }),
    MONTH: day.with({ day: 1 }),
    YEAR: day.with({ month: 1, day: 1 }),
  }[period];
  const length = { DAY: { days: 1 }, WEEK: { weeks: 1 }, MONTH: { months: 1 }, YEAR: { years: 1 } };
  const midnight = (date: Temporal.PlainDate) => dateOf(date.toZonedDateTime(zone).toInstant());
  return { from: midnight(first), to: midnight(first.add(length[period])) };
}

/** As the clock on the wall counts: the day it changes is a day like any other. */
function wallMinutes({ startsAt, endsAt, zone }: Wanted): number {
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime();
  return local(startsAt).until(local(endsAt)).total('minutes');
}

function words({ scope, measure, period }: QuotaInput): Record<string, Text> {
  const text = (key: string) => everyLanguage((locale) => translator(locale, 'hours')(key));
  return {
    who: text(`quotas.whose.${scope}`),
    what: text(`quotas.units.${measure}`),
    when: text(`quotas.when.${period}`),
  };
}

/** The day from which there is room again; of what lies ahead, when the first of it is over. */
function freesAt(
  period: QuotaInput['period'],
  { to }: Span,
  over: Date | null,
  zone: string,
): Text {
  const at = period === 'AHEAD' ? over : to;
  return everyLanguage((locale) =>
    at ? formatter(locale, zone).dateTime(at, { dateStyle: 'long' }) : '',
  );
}

function everyLanguage(write: (locale: (typeof locales)[number]) => string): Text {
  return Object.fromEntries(locales.map((locale) => [locale, write(locale)])) as Text;
}
