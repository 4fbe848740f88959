import type { NoticeKind } from '#lib/notices/rules.ts';
import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import type { Scope } from '#lib/platform/scope.ts';
import type { Kept } from './kept.ts';
import { type LeaseLetterKind, leaseLetter } from './letters.ts';

const notices: Record<LeaseLetterKind, NoticeKind> = {
  offered: 'leaseOffered',
  withdrawn: 'leaseWithdrawn',
  signed: 'leaseSigned',
  signedToHouse: 'leaseSigned',
  declinedToHouse: 'leaseDeclined',
  noticeGiven: 'leaseNoticeGiven',
  noticeToHouse: 'leaseNoticeGiven',
  lastDayChanged: 'leaseLastDayChanged',
  lastDayChangedToHouse: 'leaseLastDayChanged',
  changeProposed: 'leaseChangeProposed',
  changeProposedToHouse: 'leaseChangeProposed',
  changeDeclined: 'leaseChangeDeclined',
  changeDeclinedToHouse: 'leaseChangeDeclined',
  changeTakenBack: 'leaseChangeTakenBack',
  changeTakenBackToHouse: 'leaseChangeTakenBack',
};

/** Tells the organisation's administrators: by mail, and those who did not do it themselves in the portal. */
export async function tellOrganisation(
  scope: Scope,
  db: Handle,
  deed: Deed,
  lease: Kept,
  kind: LeaseLetterKind,
  text = '',
): Promise<void> {
  const admins = await db.membership.findMany({
    where: {
      organisationId: lease.organisation.id,
      role: 'ADMIN',
      person: { withdrawnAt: null },
    },
    select: { person: { select: { id: true, email: true, locale: true } } },
  });
  const path = `/${scope.hub.slug}/${lease.organisation.slug}/leases/${lease.id}`;
  for (const { person } of admins) deed.mail(leaseLetter(scope, person, lease, kind, path, text));
  await tellPeople(
    scope,
    db,
    lease,
    admins.map(({ person }) => person.id),
    notices[kind],
  );
}

/** Tells the house: by mail, and in the portal. */
export async function tellHouse(
  scope: Scope,
  db: Handle,
  deed: Deed,
  lease: Kept,
  kind: LeaseLetterKind,
  text = '',
): Promise<void> {
  const path = `/${scope.hub.slug}/house/leases/${lease.id}`;
  deed.mailStaff(['HOST', 'HUB_ADMIN'], (to) => leaseLetter(scope, to, lease, kind, path, text));
  const staff = await db.hubRole.findMany({
    where: { hubId: scope.hub.id, role: { in: ['HOST', 'HUB_ADMIN'] } },
    select: { personId: true },
  });
  const people = staff.map(({ personId }) => personId).filter((one) => one !== scope.person.id);
  await tell(scope, db, people, { kind: notices[kind], detail: detailOf(lease), path });
}

/** Tells the side that did not do it: the organisation what the house did, and the other way round. */
export async function tellOtherSide(
  scope: Scope,
  db: Handle,
  deed: Deed,
  lease: Kept,
  kind: 'changeProposed' | 'changeDeclined' | 'changeTakenBack',
  text: string,
): Promise<void> {
  if (scope.may('lease:manage')) await tellOrganisation(scope, db, deed, lease, kind, text);
  else await tellHouse(scope, db, deed, lease, `${kind}ToHouse`, text);
}

/** Tells the people a lease is for, and its administrators, of days given or taken back. */
export async function tellUsers(
  scope: Scope,
  db: Handle,
  _deed: Deed,
  lease: Kept,
  kind: NoticeKind,
): Promise<void> {
  const admins = await db.membership.findMany({
    where: { organisationId: lease.organisation.id, role: 'ADMIN' },
    select: { personId: true },
  });
  const people = [...lease.userIds, ...admins.map(({ personId }) => personId)];
  await tellPeople(scope, db, lease, people, kind);
}

/** A notice to people of the organisation; nobody is told what they did themselves. */
export async function tellPeople(
  scope: Scope,
  db: Handle,
  lease: Kept,
  people: readonly string[],
  kind: NoticeKind,
): Promise<void> {
  const others = people.filter((one) => one !== scope.person.id);
  const path = `/${scope.hub.slug}/${lease.organisation.slug}/leases/${lease.id}`;
  await tell(scope, db, others, { kind, detail: detailOf(lease), path });
}

function detailOf({ number, organisation }: Kept) {
  return { title: String(number), organisation: organisation.name };
}
