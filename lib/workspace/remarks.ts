import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';

export type RemarkKind = 'ASKED' | 'ANSWERED' | 'APPROVED' | 'DECLINED' | 'CANCELLED' | 'NO_SHOW';
export type Remark = { at: Date; kind: RemarkKind; text: string; by: string | null };

/** Part of another write: what was said about a booking stays with it. */
export async function remark(
  scope: Scope,
  db: Handle,
  bookingId: string,
  kind: RemarkKind,
  text: string,
): Promise<void> {
  const said = { bookingId, kind, text, personId: scope.person.id, at: dateOf(now()) };
  await db.bookingRemark.create({ data: { hubId: scope.hub.id, ...said }, select: { id: true } });
}

/** Everything said about a booking, oldest first; whoever has left has no name any more. */
export async function listRemarks(db: Handle, hubId: string, bookingId: string): Promise<Remark[]> {
  const rows = await db.$queryRaw<Remark[]>`
    select r.at, r.kind::text, r.text, p.name as by from booking_remark r
    left join person p on p.id = r.person_id
    where r.hub_id = ${hubId}::uuid and r.booking_id = ${bookingId}::uuid order by r.at, r.id`;
  return rows;
}
