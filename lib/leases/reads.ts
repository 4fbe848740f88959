import type { Temporal } from 'temporal-polyfill';
import { dateOf, today } from '#lib/platform/clock.ts';
import { type Handle, type Sql, sql } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Text } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { vatClassesOf } from '#lib/prices/reads.ts';
import type { VatClass } from '#lib/prices/rules.ts';
import { wholeDay } from '#lib/workspace/house.ts';
import { isId, type PlaceKind } from '#lib/workspace/schema.ts';
import { isHeard } from './administrators.ts';
import { firstToReclaim } from './giving-back.ts';
import { readLease } from './kept.ts';
import {
  dayOf,
  type LeaseStanding,
  type LeaseStatus,
  lastDayByNotice,
  lastDayOf,
  standingOn,
} from './rules.ts';
import { listSold } from './sold.ts';
import { inTheWayOf, type PlainObstacle, plain } from './taking.ts';

/** A lease as lists show it; days are YYYY-MM-DD, local to its site. */
export type LeaseRow = {
  id: string;
  number: number;
  organisation: { id: string; name: string; slug: string };
  places: { id: string; name: Text }[];
  standing: LeaseStanding;
  validFrom: string;
  /** Null while nobody has given notice of what goes on. */
  lastDay: string | null;
  monthlyOre: number;
};
type Found = Omit<LeaseRow, 'standing' | 'validFrom' | 'lastDay' | 'organisation' | 'places'> & {
  status: LeaseStatus;
  validFrom: Date;
  validTo: Date | null;
  endsOn: Date | null;
  renewalMonths: number;
  zone: string;
  organisationId: string;
  organisation: string | null;
  slug: string | null;
  places: { id: string; name: Text }[] | null;
};

/** Every lease of the hub, drafts and offers first, then the newest number on top. For the house. */
export async function listLeases(scope: Scope): Promise<LeaseRow[]> {
  return scope.read('lease:manage', (db) => findLeases(db, sql`l.hub_id = ${scope.hub.id}::uuid`));
}

/** The organisation's own leases from the offer on, offers first. */
export async function listOwnLeases(scope: Scope): Promise<LeaseRow[]> {
  const own = sql`l.hub_id = ${scope.hub.id}::uuid and l.organisation_id = ${scope.organisation.id}::uuid
    and l.offered_at is not null`;
  return scope.read('lease:read', (db) => findLeases(db, own));
}

async function findLeases(db: Handle, which: Sql): Promise<LeaseRow[]> {
  const rows = await db.$queryRaw<Found[]>(sql`
    select l.id, l.number, l.status::text, l.valid_from as "validFrom", l.valid_to as "validTo",
      l.ends_on as "endsOn", l.renewal_months as "renewalMonths", l.monthly_ore as "monthlyOre", s.zone,
      l.organisation_id as "organisationId", o.name as organisation, o.slug, (
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.reading_order, p.id)
        from lease_place lp join place p on p.hub_id = lp.hub_id and p.id = lp.place_id
        where lp.hub_id = l.hub_id and lp.lease_id = l.id) as places
    from lease l join site s on s.hub_id = l.hub_id and s.id = l.site_id
      left join organisation o on o.id = l.organisation_id
    where ${which}
    order by case l.status when 'DRAFT' then 0 when 'OFFERED' then 0 else 1 end, l.number desc limit 500`);
  return rows.map(({ organisationId, organisation, slug, places, ...row }) => {
    const term = termOf(row);
    const { id, number, monthlyOre, status, zone } = row;
    return {
      ...{ id, number, monthlyOre, places: places ?? [] },
      organisation: { id: organisationId, name: organisation ?? '', slug: slug ?? '' },
      standing: standingOn(status, term, today(zone)),
      validFrom: term.validFrom.toString(),
      lastDay: lastDayOf(term)?.toString() ?? null,
    };
  });
}

/** A place that somebody leases and has on a day. */
export type LeasedPlace = { id: string; number: number; place: Text; organisation: string | null };

/** What is let on a day (YYYY-MM-DD), without the days given back, in reading order. For the house. */
export async function listLeasedOn(scope: Scope, date: string): Promise<LeasedPlace[]> {
  const { startsAt, endsAt } = wholeDay(date, scope.hub.zone);
  return scope.read('house:today', (db) =>
    db.$queryRaw<LeasedPlace[]>(sql`
      select distinct l.id, l.number, p.name as place, p.reading_order, (
        select o.name from organisation o where o.id = l.organisation_id) as organisation
      from occupancy c
        join lease l on l.hub_id = c.hub_id and l.id = c.lease_id and l.status in ('SIGNED', 'NOTICE')
        join lease_place lp on lp.hub_id = l.hub_id and lp.lease_id = l.id
        join place p on p.hub_id = lp.hub_id and p.id = lp.place_id
        join place_unit u on u.hub_id = p.hub_id and u.place_id = p.id and u.unit_id = c.unit_id
      where c.hub_id = ${scope.hub.id}::uuid and c.released_at is null and c.kind = 'LEASE'
        and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(${dateOf(startsAt)}, ${dateOf(endsAt)}, '[)')
      order by p.reading_order, l.id limit 500`),
  );
}

function termOf(row: Pick<Found, 'validFrom' | 'validTo' | 'endsOn' | 'renewalMonths'>) {
  const { validFrom, validTo, endsOn, renewalMonths } = row;
  return {
    ...{ renewalMonths, validFrom: dayOf(validFrom) },
    validTo: validTo && dayOf(validTo),
    endsOn: endsOn && dayOf(endsOn),
  };
}

/** Another last day that one side proposed; days are YYYY-MM-DD. */
export type Proposal = {
  id: string;
  byHouse: boolean;
  /** An open one that nobody answered in time reads as lapsed. */
  state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'TAKEN_BACK' | 'LAPSED';
  from: string | null;
  to: string | null;
  why: string;
  answerBy: string;
  madeByName: string;
  madeAt: Date;
  answeredByName: string | null;
  answeredAt: Date | null;
  answer: string;
};

export type GivenDay = { placeId: string; day: string; sold: boolean; reclaimable: boolean };
/** Everything about one lease. */
export type LeaseDetail = Omit<LeaseRow, 'places'> & {
  places: { id: string; name: Text; kind: PlaceKind }[];
  validTo: string | null;
  renewalMonths: number;
  noticeMonths: number;
  depositOre: number;
  vatClass: string;
  vat: Pick<VatClass, 'category' | 'percent'>;
  vatNote: string;
  terms: string;
  document: string;
  reclaimDays: number;
  shown: 'ORGANISATION' | 'HIDDEN';
  offeredAt: Date | null;
  signedAt: Date | null;
  signedName: string | null;
  answeredAt: Date | null;
  noticeAt: Date | null;
  noticeByHouse: boolean | null;
  reason: string;
  zone: string;
  /** Which day it would end if notice were given now; null where it cannot. */
  endsByNotice: string | null;
  /** The first one first. */
  proposals: Proposal[];
  /** Whether anybody of the organisation could sign. */
  isHeard: boolean;
  users: { id: string; name: string }[];
  /** Whether whoever reads may give days back. */
  mayGiveBack: boolean;
  /** The organisation's people, for whoever names the users. */
  colleagues: { id: string; name: string }[];
  givenBack: GivenDay[];
  today: string;
  /** What an offer would run into; told to the house alone. */
  obstacles: PlainObstacle[];
};

/** One lease: the organisation's own, for the house any. @throws NotFound for anyone else's */
export async function findLease(scope: Scope, id: string): Promise<LeaseDetail> {
  if (!isId(id)) throw new NotFound('lease');
  const house = scope.may('lease:manage');
  return scope.read(house ? 'lease:manage' : 'lease:read', async (db) => {
    const kept = await readLease(scope, db, id);
    const hubId = scope.hub.id;
    const row = await db.lease.findUniqueOrThrow({
      where: { hubId_id: { hubId, id } },
      include: { proposals: { orderBy: { madeAt: 'asc' } }, vat: true },
    });
    const [listed] = await findLeases(db, sql`l.hub_id = ${hubId}::uuid and l.id = ${id}::uuid`);
    const users = await db.person.findMany({
      where: { id: { in: kept.userIds } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
    const stands = ['SIGNED', 'ACTIVE', 'NOTICE'].includes(kept.standing);
    const asUser = scope.may('lease:sign') || kept.userIds.includes(scope.person.id);
    const sold = await listSold(db, hubId, kept);
    const first = firstToReclaim(kept);
    const { validFrom: _from, validTo, endsOn: _ends, proposals, ...facts } = row;
    const byNotice = lastDayByNotice(kept.term, kept.noticeMonths, kept.today);
    return {
      ...facts,
      ...(listed as LeaseRow),
      places: kept.places.map(({ id: placeId, name, kind }) => ({ id: placeId, name, kind })),
      validTo: validTo && dayOf(validTo).toString(),
      zone: kept.zone,
      endsByNotice: byNotice?.toString() ?? null,
      proposals: proposals.map((one) => proposalOf(one, kept.today)),
      isHeard: await isHeard(db, kept.organisation.id),
      users,
      mayGiveBack: !house && stands && asUser,
      colleagues: scope.may('lease:sign') ? await colleaguesOf(db, scope) : [],
      givenBack: kept.givenBack
        .map(({ placeId, day }) => {
          const isSold = sold.has(`${placeId} ${day}`);
          const early = first.until(day).days >= 0;
          return { placeId, day: day.toString(), sold: isSold, reclaimable: early && !isSold };
        })
        .sort((one, other) => (one.day < other.day ? -1 : 1)),
      today: kept.today.toString(),
      obstacles:
        house && kept.status === 'DRAFT' ? (await inTheWayOf(db, hubId, kept)).map(plain) : [],
    };
  });
}

type ProposalRow = Omit<Proposal, 'from' | 'to' | 'answerBy'> & {
  fromDay: Date | null;
  toDay: Date | null;
  answerBy: Date;
};

function proposalOf(row: ProposalRow, day: Temporal.PlainDate): Proposal {
  const { fromDay, toDay, answerBy, state, ...rest } = row;
  const late = state === 'OPEN' && day.since(dayOf(answerBy)).days > 0;
  return {
    ...rest,
    state: late ? 'LAPSED' : state,
    from: fromDay && dayOf(fromDay).toString(),
    to: toDay && dayOf(toDay).toString(),
    answerBy: dayOf(answerBy).toString(),
  };
}

/** What waits for an administrator's signature: offers, and last days that the house proposes. */
export type ToSign = { id: string; number: number; places: { name: Text }[]; isOffer: boolean };

/** The acting organisation's, offers first. Its administrators may. */
export async function listToSign(scope: Scope): Promise<ToSign[]> {
  return scope.read('lease:sign', async (db) => {
    const own = sql`l.hub_id = ${scope.hub.id}::uuid and l.organisation_id = ${scope.organisation.id}::uuid
      and (l.status = 'OFFERED' or exists (select from lease_proposal p where p.hub_id = l.hub_id and p.lease_id = l.id
        and p.state = 'OPEN' and p.by_house and p.answer_by >= ${today(scope.hub.zone).toString()}::date))`;
    const found = await findLeases(db, own);
    return found
      .filter(({ standing }) => standing !== 'ENDED')
      .map(({ id, number, places, standing }) => ({
        ...{ id, number, places },
        isOffer: standing === 'OFFERED',
      }));
  });
}

async function colleaguesOf(db: Handle, scope: Scope) {
  const members = await db.membership.findMany({
    where: { organisationId: scope.organisation.id, person: { withdrawnAt: null } },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
    take: 200,
  });
  return members.map(({ person }) => person);
}

/** What a form of the house offers: organisations that take part, places that can be let, and VAT. */
export async function findDraftChoices(scope: Scope) {
  return scope.read('lease:manage', async (db) => {
    const hubId = scope.hub.id;
    const taking = await db.participation.findMany({
      where: { hubId, state: 'VERIFIED' },
      select: { organisation: { select: { id: true, name: true } } },
      orderBy: { organisation: { name: 'asc' } },
    });
    const places = await db.place.findMany({
      where: { hubId, state: { not: 'HIDDEN' }, claim: 'ALL', kind: { not: 'HOT_DESK' } },
      select: { id: true, name: true, kind: true, note: true },
      orderBy: [{ siteId: 'asc' }, { readingOrder: 'asc' }],
    });
    return {
      organisations: taking.map(({ organisation }) => organisation),
      places: places.map(({ id, name, kind }) => ({ id, name: name as Text, kind })),
      vatClasses: await vatClassesOf(db, scope),
      country: scope.hub.country,
    };
  });
}
