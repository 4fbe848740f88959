import { type Handle, sql } from '#lib/platform/db.ts';
import type { Country, ParticipationState } from './rules.ts';

export type Similar = {
  slug: string;
  name: string;
  state: ParticipationState;
  number: string | null;
};

/** Others at this hub whose name is nearly the same, the words that bodies share left out, most alike first. */
export async function findSimilar(
  db: Handle,
  hubId: string,
  { id, name }: { id: string; name: string },
) {
  return db.$queryRaw<Similar[]>(sql`
    select o.slug, o.name, p.state::text as state, o.organisation_number as number
    from organisation o join participation p on p.organisation_id = o.id and p.hub_id = ${hubId}::uuid
    where o.id <> ${id}::uuid and similarity(telling_name(o.name), telling_name(${name})) >= 0.5
    order by similarity(telling_name(o.name), telling_name(${name})) desc, o.name limit 5`);
}

type Asked = {
  id: string;
  email: string;
  organisationNumber: string | null;
  officialCode: string | null;
  country: Country;
  confirmedAt: Date | null;
};
export type Related = {
  id: string;
  name: string;
  slug: string;
  applicant: string;
  email: string;
  asked: Date;
  outcome: 'VERIFIED' | 'REJECTED' | 'WITHDRAWN' | null;
  reason: string;
  answered: Date | null;
  same: 'number' | 'address';
  /** True when it came after the application that is judged. */
  later: boolean;
};

/**
 * Other applications to this hub for the same organisation, with its number or code, or from the same
 * address, the latest first: an answer that was given before is not forgotten by asking again.
 */
export async function findRelated(
  db: Handle,
  hubId: string,
  organisationId: string,
  latest: Asked | null,
): Promise<Related[]> {
  const { organisationNumber, officialCode, country, email, id, confirmedAt } = latest ?? {};
  const same = [
    { organisationId },
    ...(organisationNumber ? [{ organisationNumber, country }] : []),
    ...(officialCode ? [{ officialCode, country }] : []),
  ];
  const rows = await db.application.findMany({
    where: {
      hubId,
      confirmedAt: { not: null },
      ...(id && { id: { not: id } }),
      OR: [...same, ...(email ? [{ email }] : [])],
    },
    include: { organisation: { select: { id: true, slug: true } } },
    orderBy: { confirmedAt: 'desc' },
    take: 20,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    slug: row.organisation?.slug ?? '',
    applicant: row.applicantName,
    email: row.email,
    asked: row.confirmedAt ?? row.createdAt,
    outcome: row.outcome as Related['outcome'],
    reason: row.outcomeReason,
    answered: row.answeredAt,
    same:
      row.organisationId === organisationId ||
      (organisationNumber && row.organisationNumber === organisationNumber) ||
      (officialCode && row.officialCode === officialCode)
        ? 'number'
        : 'address',
    later: Boolean(confirmedAt && row.confirmedAt && row.confirmedAt > confirmedAt),
  }));
}
