import { tell } from '#lib/notices/writes.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { differences } from '#lib/platform/differences.ts';
import { NotFound, Refusal, refusedBy } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { alikeTo } from './alike.ts';
import { writableStates } from './moves.ts';
import type { NeedInput } from './schema.ts';

export type SavedNeed = { id: string; revision: number };

/**
 * Says a need of one's own organisation, as a draft, or changes one that is not over. Members of public and
 * voluntary bodies may. The same form sent again changes nothing. Its administrators hear of a new draft, and
 * who signed that they have it, too, of new words.
 * @throws Refusal `needs.refusals.alike` with `{ alike }` when others have said much the same and that was not
 * looked at; Refusal when it is over, or a colleague was first: then with `{ revision, newer }`, what they wrote; NotFound for anyone else's
 */
export async function saveNeed(scope: Scope, input: NeedInput): Promise<SavedNeed> {
  try {
    return await scope.write('need:say', (db, deed) => save(scope, db, deed, input));
  } catch (error) {
    if (!refusedBy(error, 'need_pkey')) throw error;
    // The same form came twice at one instant, or the id is somebody else's and stays hidden.
    return scope.write('need:say', async (db, deed) => {
      if (!(await findKept(scope, db, input.id))) throw new NotFound('need');
      return save(scope, db, deed, input);
    });
  }
}

async function save(scope: Scope, db: Handle, deed: Deed, input: NeedInput): Promise<SavedNeed> {
  const kept = await findKept(scope, db, input.id);
  if (!kept) return create(scope, db, deed, input);
  const words = wordsOf(input);
  if (kept.state !== 'DRAFT' && !scope.may('need:open')) {
    throw new Refusal('needs.refusals.onlyAdmins');
  }
  if (same(kept, words)) {
    deed.record('needSaved', 'need', input.id, { changed: false });
    return { id: input.id, revision: kept.revision };
  }
  const { count } = await db.need.updateMany({
    where: {
      ...{ hubId: scope.hub.id, id: input.id, revision: input.revision },
      state: { in: [...writableStates] },
    },
    data: { ...words, revision: { increment: 1 } },
  });
  if (count === 0) throw whyNot(await findKept(scope, db, input.id), input);
  if (kept.state !== 'DRAFT') {
    const hearers = await hearersOf(db, input.id);
    await tell(scope, db, hearers, told(scope, 'needChanged', { ...words, id: input.id }));
    if ([kept.visibility, words.visibility].includes('OPEN')) deed.pagesChanged();
  }
  deed.record('needSaved', 'need', input.id, { changed: true });
  return { id: input.id, revision: input.revision + 1 };
}

/** Over, or somebody was first: then with what they wrote, where it differs, and the number to go on from. */
function whyNot(kept: Awaited<ReturnType<typeof findKept>>, input: NeedInput): Error {
  if (!kept) return new NotFound('need');
  const { state, revision } = kept;
  const over = !(writableStates as readonly string[]).includes(state);
  if (over || revision === input.revision) return new Refusal(`needs.refusals.inState.${state}`);
  const newer = differences(asTyped(kept), asTyped(wordsOf(input)));
  return new Refusal('needs.refusals.stale', {}, { revision, newer });
}

function asTyped({ title, problem, affected, language, areas, urgency, visibility }: Kept) {
  return { title, problem, affected, language, areas, urgency: String(urgency), visibility };
}
type Kept = Omit<Words, 'language' | 'areas' | 'visibility'> & {
  language: string;
  areas: string[];
  visibility: string;
};

async function create(scope: Scope, db: Handle, deed: Deed, input: NeedInput): Promise<SavedNeed> {
  const { id, demo } = input;
  const words = wordsOf(input);
  if (!input.seen) {
    const alike = await alikeTo(db, scope, { ...words, words: words.title, demo: null });
    if (alike.length > 0) throw new Refusal('needs.refusals.alike', {}, { alike });
  }
  const hubId = scope.hub.id;
  const shown = demo !== '' && (await db.showroomDemo.count({ where: shownDemo(hubId, demo) })) > 0;
  await db.need.createMany({
    data: {
      ...words,
      ...{ hubId, id, organisationId: scope.organisation.id, saidById: scope.person.id },
      fromDemoId: shown ? demo : null,
    },
  });
  if (!scope.may('need:open')) {
    const admins = await db.membership.findMany({
      where: { organisationId: scope.organisation.id, role: 'ADMIN' },
      select: { personId: true },
    });
    const ids = admins.map(({ personId }) => personId);
    await tell(scope, db, ids, told(scope, 'needToOpen', { ...words, id }));
  }
  deed.record('needSaid', 'need', id);
  return { id, revision: 1 };
}

export function shownDemo(hubId: string, id: string) {
  return { hubId, id, status: 'PUBLISHED' as const };
}

/** Part of another write: the sentence about a need, and where its own organisation reads it. */
export function told<K extends 'needToOpen' | 'needChanged' | 'needBacked'>(
  scope: Scope,
  kind: K,
  { id, title }: { id: string; title: string },
  organisation = scope.organisation.slug,
) {
  const detail = { title, organisation: scope.organisation.name };
  return { kind, detail, path: `/${scope.hub.slug}/${organisation}/needs/${id}` };
}

/** People of other organisations who hear of what happens to a need. */
export async function hearersOf(db: Handle, id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ person: string }[]>`
    select person::text from need_hearers(${id}::uuid) as person`;
  return rows.map(({ person }) => person);
}

function wordsOf({ title, problem, affected, language, areas, urgency, visibility }: NeedInput) {
  return { title, problem, affected, language, areas, urgency, visibility };
}

type Words = ReturnType<typeof wordsOf>;

function same(kept: object, words: Words): boolean {
  const before = kept as Record<string, unknown>;
  return Object.entries(words).every(([key, value]) => String(before[key]) === String(value));
}

function findKept(scope: Scope, db: Handle, id: string) {
  return db.need.findFirst({
    where: { hubId: scope.hub.id, id, organisationId: scope.organisation.id },
  });
}
