import { readableCode } from '#lib/platform/codes.ts';
import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { type ContentInput, contentOf, type DemoContent, demoContent } from './content.ts';
import { isId } from './schema.ts';

export type Saved = { id: string; number: number; revision: number };
/** Goes with the refusal of a stale form: the newer content and its revision. */
export type NewerContent = { revision: number; content: DemoContent };

/** A number for a sign. */
function publicId(): string {
  return `D-${readableCode(5)}`;
}

/**
 * Begins a demo of one's own organisation: a first draft with a title, in the language one writes. Members
 * may. `id` comes with the form, so that the same form sent twice makes one demo.
 */
export async function beginDemo(scope: Scope, id: string, content: ContentInput): Promise<Saved> {
  if (!isId(id)) throw new NotFound('demo');
  return scope.write('demo:draft', async (db, deed) => {
    const hubId = scope.hub.id;
    const kept = await db.demoVersion.findFirst({ where: { hubId, demoId: id, number: 1 } });
    if (kept) {
      deed.record('demoSaved', 'demo', id, { changed: false });
      return { id, number: 1, revision: kept.revision };
    }
    const whole = demoContent.parse(content);
    await placeDemos(db, scope, [{ id, content: whole }]);
    await write(db, scope, id, 1, whole);
    deed.record('demoDrafted', 'demo', id);
    return { id, number: 1, revision: 1 };
  });
}

/** Who wrote a version that somebody else has not approved: their words are in what is begun from it. */
function unread({ state, writers }: { state: string; writers: string[] }): string[] {
  return state === 'PUBLISHED' || state === 'REPLACED' ? [] : writers;
}

type Placed = { id: string; content: DemoContent };
// Of 28 million numbers; who has an id that is somebody else's never finds a place.
const mostDraws = 8;

/**
 * Part of a beginning: places demos of one's own with a number each. A number that another has, perhaps at a
 * hub one does not see, is drawn anew. @throws NotFound for an id that is somebody else's
 */
export async function placeDemos(
  db: Handle,
  scope: Scope,
  demos: readonly Placed[],
): Promise<void> {
  const hubId = scope.hub.id;
  let left = demos;
  for (let draw = 0; left.length > 0; draw += 1) {
    if (draw === mostDraws) throw new NotFound('demo');
    await db.showroomDemo.createMany({
      data: left.map((one) => bare(scope, one)),
      skipDuplicates: true,
    });
    const id = { in: left.map((each) => each.id) };
    const there = await db.showroomDemo.findMany({ where: { hubId, id }, select: { id: true } });
    const ids = new Set(there.map((each) => each.id));
    left = left.filter((each) => !ids.has(each.id));
  }
}

function bare(scope: Scope, { id, content: { title, summary, body, kind, stage } }: Placed) {
  const code = publicId();
  return {
    ...{ hubId: scope.hub.id, id, ownerId: scope.organisation.id, publicId: code },
    // Its address until it is published; a draft is found by its id.
    slug: code.toLowerCase(),
    ...{ title, summary, body, kind, stage, areas: [], settings: [], audience: [] },
    ...{ picture: '', pictureAlt: {}, purpose: {} },
  };
}

async function write(
  db: Handle,
  scope: Scope,
  demoId: string,
  number: number,
  content: DemoContent,
  before: readonly string[] = [],
) {
  const authorId = scope.person.id;
  const writers = [...new Set([...before, authorId])];
  await db.demoVersion.createMany({
    data: { hubId: scope.hub.id, demoId, number, content, authorId, writers },
  });
}

/**
 * Takes an older version up again: a new draft gets its content; the versions between stay in the history.
 * Members may. @throws NotFound for anyone else's, or a version there is not; Refusal while it is being read,
 * and while another draft is open, whose words would be lost
 */
export async function takeUpVersion(scope: Scope, id: string, version: number): Promise<Saved> {
  return scope.write('demo:draft', async (db, deed) => {
    const hubId = scope.hub.id;
    const last = await lastVersion(db, scope, id);
    if (last.state === 'REVIEW') throw new Refusal('showroom.refusals.beingRead');
    if (last.state === 'DRAFT') throw new Refusal('showroom.refusals.draftOpen');
    const older = await db.demoVersion.findFirst({
      where: { hubId, demoId: id, number: { equals: version, lt: last.number } },
    });
    if (!older) throw new NotFound('version');
    const content = contentOf(older.content);
    deed.record('demoTakenUp', 'demo', id, { version });
    const number = last.number + 1;
    await write(db, scope, id, number, content, [...unread(last), ...unread(older)]);
    return { id, number, revision: 1 };
  });
}

/**
 * The draft of one's own demo that is open; where none is, a new one is begun from what was written last.
 * Members may. @throws NotFound for anyone else's; Refusal while it is being read
 */
export async function openDraft(scope: Scope, id: string): Promise<Saved> {
  return scope.write('demo:draft', async (db, deed) => {
    const last = await lastVersion(db, scope, id);
    if (last.state === 'REVIEW') throw new Refusal('showroom.refusals.beingRead');
    if (last.state === 'DRAFT') {
      deed.record('demoSaved', 'demo', id, { changed: false });
      return { id, number: last.number, revision: last.revision };
    }
    const number = last.number + 1;
    await write(db, scope, id, number, contentOf(last.content), unread(last));
    deed.record('demoReopened', 'demo', id, { version: number });
    return { id, number, revision: 1 };
  });
}

/**
 * Saves parts of the open draft; the rest stays as it was. Everything may still be empty. Members may.
 * @throws Refusal `stale` with NewerContent when a colleague has saved since the form was opened, or when
 *   it has been sent; NotFound for anyone else's
 */
export async function saveDraft(
  scope: Scope,
  id: string,
  revision: number,
  part: Partial<DemoContent> | ((content: DemoContent) => Partial<DemoContent>),
): Promise<Saved> {
  return scope.write('demo:draft', async (db, deed) => {
    const kept = await lastVersion(db, scope, id);
    if (kept.state !== 'DRAFT') throw new Refusal('showroom.refusals.noDraft');
    const before = contentOf(kept.content);
    const change = typeof part === 'function' ? part(before) : part;
    const content = demoContent.parse({ ...before, ...change });
    const { number } = kept;
    if (JSON.stringify(content) === JSON.stringify(before)) {
      deed.record('demoSaved', 'demo', id, { changed: false });
      return { id, number, revision: kept.revision };
    }
    const where = { hubId: scope.hub.id, demoId: id, number, state: 'DRAFT' as const, revision };
    const writers = [...new Set([...kept.writers, scope.person.id])];
    const data = { content, authorId: scope.person.id, writers, revision: { increment: 1 } };
    const { count } = await db.demoVersion.updateMany({ where, data });
    if (count === 0) {
      const newer: NewerContent = { revision: kept.revision, content: before };
      throw new Refusal('showroom.refusals.stale', {}, newer);
    }
    deed.record('demoSaved', 'demo', id, { changed: true });
    return { id, number, revision: revision + 1 };
  });
}

/** The newest version of one's own demo. @throws NotFound for anyone else's */
export async function lastVersion(db: Handle, scope: Scope, id: string) {
  if (!isId(id)) throw new NotFound('demo');
  const own = { hubId: scope.hub.id, demoId: id, demo: { ownerId: scope.organisation.id } };
  const last = await db.demoVersion.findFirst({ where: own, orderBy: { number: 'desc' } });
  if (!last) throw new NotFound('demo');
  return last;
}

/**
 * Throws an open draft away; a demo that was never shown goes with it. Members may. What was published, sent or
 * answered stays. @throws NotFound for anyone else's; Refusal where no draft is open
 */
export async function discardDraft(scope: Scope, id: string): Promise<{ gone: boolean }> {
  return scope.write('demo:draft', async (db, deed) => {
    const hubId = scope.hub.id;
    const last = await lastVersion(db, scope, id);
    if (last.state !== 'DRAFT') throw new Refusal('showroom.refusals.noDraft');
    await db.demoVersion.deleteMany({ where: { hubId, demoId: id, number: last.number } });
    deed.record('demoDiscarded', 'demo', id, { version: last.number });
    if (last.number > 1) return { gone: false };
    await db.showroomDemo.deleteMany({ where: { hubId, id } });
    return { gone: true };
  });
}
