import { Temporal } from 'temporal-polyfill';
import { dateOf, now } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { isId } from '#lib/workspace/schema.ts';
import { refuseUnheard } from './administrators.ts';
import { put } from './answering.ts';
import { type Kept, keptLease } from './kept.ts';
import { dayOf, keptDay, lastDayOf, said, type Term } from './rules.ts';
import type { ProposalInput } from './schema.ts';
import { inTheWayOf, namingOthers, plain, takeDays } from './taking.ts';
import { tellHouse, tellOrganisation, tellOtherSide } from './telling.ts';

/** How long the other side has to answer. */
const daysToAnswer = 14;
type Day = Temporal.PlainDate;
const { compare } = Temporal.PlainDate;

/**
 * Proposes another last day of what is signed: longer, shorter, or none (which takes back a notice). By the
 * house or by an administrator of the organisation; nothing changes until the other side signs.
 * @throws Refusal `inTheWay` when others have days that it would grow by, `endsInThePast`, `isProposed`
 */
export async function proposeLastDay(
  scope: Scope,
  id: string,
  { lastDay, why }: ProposalInput,
): Promise<void> {
  const house = scope.may('lease:manage');
  await scope.write(permission(scope), async (db, deed) => {
    const hubId = scope.hub.id;
    const lease = await keptLease(scope, db, id);
    const last = lastDay === undefined ? null : Temporal.PlainDate.from(lastDay);
    refuseLastDay(lease, last);
    if (house) await refuseUnheard(db, lease.organisation.id);
    await refuseTwo(db, scope, lease);
    const term = termUntil(lease, last);
    await refuseTaken(scope, db, lease, term);
    const [from, answerBy] = [lastDayOf(lease.term), lastToAnswer(lease, last)];
    const { id: madeById, name: madeByName } = scope.person;
    await db.leaseProposal.create({
      data: {
        ...{ hubId, leaseId: id, byHouse: house, why, madeById, madeByName, madeAt: dateOf(now()) },
        ...{ fromDay: from && keptDay(from), toDay: last && keptDay(last) },
        answerBy: keptDay(answerBy),
      },
    });
    const detail = { 'from.lastDay': said(lease.term), 'to.lastDay': said(term) };
    deed.record('leaseChangeProposed', 'lease', id, detail, about(scope, lease));
    await tellOtherSide(scope, db, deed, { ...lease, term }, 'changeProposed', why);
  });
}

/**
 * Signs what the other side proposed: now the lease has its new last day, what it lets go is free for others
 * and what it grows by is taken.
 * @throws Refusal `inTheWay` (which names others to the house alone), `tooLateToAnswer`, `notProposed`
 */
export async function acceptLastDay(scope: Scope, id: string, proposal: string): Promise<void> {
  let wanted: Kept | null = null;
  const write = () =>
    scope.write(permission(scope), async (db, deed) => {
      const lease = await keptLease(scope, db, id);
      const { toDay, answerBy } = await openProposal(scope, db, lease, proposal, 'theirs');
      const last = toDay && dayOf(toDay);
      if (compare(dayOf(answerBy), lease.today) < 0) refuse('tooLateToAnswer');
      refuseLastDay(lease, last);
      const term = termUntil(lease, last);
      const status = term.endsOn ? ('NOTICE' as const) : ('SIGNED' as const);
      wanted = { ...lease, status, term };
      await answer(scope, db, proposal, 'ACCEPTED', '');
      const { validTo, endsOn } = term;
      const days = { validTo: validTo && keptDay(validTo), endsOn: endsOn && keptDay(endsOn) };
      const noticeAt = endsOn ? (lease.noticeAt ?? dateOf(now())) : null;
      const after = await put(db, scope, lease, { status, noticeAt, ...days }, term);
      await takeDays(db, scope.hub.id, after);
      const detail = { 'from.lastDay': said(lease.term), 'to.lastDay': said(term) };
      deed.record('leaseLastDayChanged', 'lease', id, detail, about(scope, lease));
      await tellOrganisation(scope, db, deed, after, 'lastDayChanged');
      await tellHouse(scope, db, deed, after, 'lastDayChangedToHouse');
    });
  if (scope.may('lease:manage')) return namingOthers(scope, () => wanted, write);
  await write().catch((error) => {
    throw refusedBy(error, 'no_two_in_one_unit') ? new Refusal('leases.refusals.taken') : error;
  });
}

/** Says no to what the other side proposed; the lease stays as it is. */
export async function declineLastDay(
  scope: Scope,
  id: string,
  proposal: string,
  reason: string,
): Promise<void> {
  await settle(scope, id, proposal, { side: 'theirs', state: 'DECLINED', reason });
}

/** Takes back what one's own side proposed, while nobody has answered. */
export async function takeBackLastDay(scope: Scope, id: string, proposal: string): Promise<void> {
  await settle(scope, id, proposal, { side: 'own', state: 'TAKEN_BACK', reason: '' });
}

type Settled = { side: 'own' | 'theirs'; state: 'DECLINED' | 'TAKEN_BACK'; reason: string };
async function settle(scope: Scope, id: string, proposal: string, how: Settled): Promise<void> {
  await scope.write(permission(scope), async (db, deed) => {
    const lease = await keptLease(scope, db, id);
    await openProposal(scope, db, lease, proposal, how.side);
    await answer(scope, db, proposal, how.state, how.reason);
    const { reason } = how;
    if (how.state === 'DECLINED') {
      deed.record('leaseChangeDeclined', 'lease', id, {}, about(scope, lease));
      await tellOtherSide(scope, db, deed, lease, 'changeDeclined', reason);
    } else {
      deed.record('leaseChangeTakenBack', 'lease', id, {}, about(scope, lease));
      await tellOtherSide(scope, db, deed, lease, 'changeTakenBack', reason);
    }
  });
}

async function openProposal(
  scope: Scope,
  db: Handle,
  lease: Kept,
  id: string,
  whose: Settled['side'],
) {
  if (!isId(id)) throw new NotFound('proposal');
  const where = { hubId: scope.hub.id, id, leaseId: lease.id };
  const found = await db.leaseProposal.findFirst({ where });
  if (!found) throw new NotFound('proposal');
  if (found.state !== 'OPEN') refuse('notProposed');
  const own = found.byHouse === scope.may('lease:manage');
  if (own !== (whose === 'own')) refuse('notYours');
  return found;
}

async function answer(
  scope: Scope,
  db: Handle,
  id: string,
  state: 'ACCEPTED' | 'DECLINED' | 'TAKEN_BACK',
  text: string,
): Promise<void> {
  const { id: answeredById, name: answeredByName } = scope.person;
  const by = { answeredById, answeredByName, answeredAt: dateOf(now()) };
  const where = { hubId_id: { hubId: scope.hub.id, id } };
  await db.leaseProposal.update({ where, data: { state, answer: text, ...by } });
}

/** Another one can be made once the one before it is answered, or its time is over. */
async function refuseTwo(db: Handle, scope: Scope, lease: Kept): Promise<void> {
  const where = { hubId: scope.hub.id, leaseId: lease.id, state: 'OPEN' as const };
  const open = await db.leaseProposal.findFirst({ where });
  if (!open) return;
  if (compare(dayOf(open.answerBy), lease.today) >= 0) refuse('isProposed');
  const data = { state: 'LAPSED' as const, answeredAt: dateOf(now()) };
  await db.leaseProposal.updateMany({ where, data });
}

/** What it would grow by must be free already when it is proposed; it is looked at again when signed. */
async function refuseTaken(scope: Scope, db: Handle, lease: Kept, term: Term): Promise<void> {
  const before = lastDayOf(lease.term);
  const last = lastDayOf(term);
  if (!before || (last && compare(last, before) <= 0)) return;
  const grown = { ...lease, term: { ...term, validFrom: before.add({ days: 1 }) } };
  const obstacles = await inTheWayOf(db, scope.hub.id, grown);
  if (obstacles.length === 0) return;
  if (!scope.may('lease:manage')) refuse('taken', 'lastDay');
  throw new Refusal('leases.refusals.inTheWay', {}, { obstacles: obstacles.map(plain) });
}

function refuseLastDay({ standing, term, today }: Kept, last: Day | null): void {
  if (!['SIGNED', 'ACTIVE', 'NOTICE'].includes(standing)) refuse('notStanding');
  const before = lastDayOf(term);
  if (last === null ? before === null : before?.equals(last)) refuse('sameLastDay', 'lastDay');
  if (!last) return;
  const first = compare(term.validFrom, today) < 0 ? today : term.validFrom;
  if (compare(last, first) < 0) refuse('endsInThePast', 'lastDay');
}

/** Never after the day that would be the last one, by either word. */
function lastToAnswer({ today, term }: Kept, last: Day | null): Day {
  const days = [today.add({ days: daysToAnswer }), lastDayOf(term), last];
  return days.filter((day) => day !== null).toSorted(compare)[0] ?? today;
}

/** Under notice, or where a term would go on by itself, it is the notice that has a day; otherwise the term. */
function termUntil({ term, status }: Kept, last: Day | null): Term {
  if (last === null) {
    // What renews goes on as before; what had an end runs until notice.
    return { ...term, endsOn: null, validTo: term.renewalMonths > 0 ? term.validTo : null };
  }
  if (status === 'NOTICE' || term.renewalMonths > 0) return { ...term, endsOn: last };
  return { ...term, validTo: last };
}

const permission = (scope: Scope) => (scope.may('lease:manage') ? 'lease:manage' : 'lease:sign');
const about = (scope: Scope, { organisation }: Kept) =>
  scope.may('lease:manage') ? { concerns: organisation.id } : {};

function refuse(name: string, field?: string): never {
  const code = `leases.refusals.${name}`;
  throw new Refusal(code, field ? { [field]: code } : {});
}
