import type { Handle } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { contentOf, type DemoContent } from '#lib/showroom/content.ts';
import { isId } from '#lib/showroom/schema.ts';
import { changedSince, type ShownRow } from './since.ts';

/** The lists of one's own organisation, the newest first. Members may. */
export async function listLists(scope: Scope) {
  return scope.read('list:keep', (db) =>
    db.demoList.findMany({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id },
      select: {
        ...{ id: true, name: true, caseNumber: true, madeAt: true, lockedAt: true },
        _count: { select: { items: true, decisions: true } },
      },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
      take: 200,
    }),
  );
}

/** What a locked list keeps of a demo, as it was shown then. */
export type Kept = {
  version: number;
  publicId: string;
  slug: string;
  owner: string;
  ownerKind: string;
  publishedAt: string;
  content: DemoContent;
};
export type ListItem = {
  demoId: string;
  /** As it stands now. */
  now: {
    title: unknown;
    slug: string;
    owner: string;
    status: string;
    version: number | null;
    /** Which parts are said differently than when it was locked. */
    changed: string[];
  };
  /** Null while the list is open. */
  kept: Kept | null;
};
export type Decision = {
  number: number;
  noneFits: boolean;
  reason: string;
  by: string;
  at: Date;
  choices: { demoId: string; chosen: boolean; reason: string }[];
};
export type FoundList = {
  id: string;
  name: string;
  purpose: string;
  caseNumber: string;
  query: string;
  madeAt: Date;
  madeBy: string;
  lockedAt: Date | null;
  lockedBy: string;
  items: ListItem[];
  /** The newest first; that one counts. */
  decisions: Decision[];
};

const shownNow = {
  owner: { select: { name: true } },
  claims: { orderBy: { position: 'asc' } },
} as const;

/** One list, what it keeps and what was decided. Members may. @throws NotFound for anyone else's */
export async function findList(scope: Scope, id: string): Promise<FoundList> {
  if (!isId(id)) throw new NotFound('list');
  return scope.read('list:keep', async (db) => {
    const row = await db.demoList.findFirst({
      where: { hubId: scope.hub.id, organisationId: scope.organisation.id, id },
      include: {
        items: { include: { demo: { include: shownNow } } },
        decisions: { include: { choices: true }, orderBy: { number: 'desc' } },
      },
    });
    if (!row) throw new NotFound('list');
    const people = await namesOn(db, id);
    const nameOf = (person: string | null) => people.get(person ?? '') ?? '';
    const { items, decisions, ...list } = row;
    const found = items.map(itemOf);
    return {
      ...list,
      ...{ madeBy: nameOf(list.madeById), lockedBy: nameOf(list.lockedById) },
      items: found.sort((one, other) => idOf(one).localeCompare(idOf(other))),
      decisions: decisions.map(({ decidedById, decidedAt, ...decision }) => ({
        ...decision,
        ...{ by: nameOf(decidedById), at: decidedAt },
      })),
    };
  });
}

/** The number on its sign: an order that favours nobody and never changes. */
const idOf = ({ kept, now }: ListItem) => kept?.publicId ?? now.slug;

type Row = {
  demoId: string;
  version: number | null;
  shown: unknown;
  demo: ShownRow & {
    slug: string;
    status: string;
    publishedVersion: number | null;
    owner: { name: string };
  };
};

function itemOf({ demoId, version, shown, demo }: Row): ListItem {
  const { title, slug, status, publishedVersion, owner } = demo;
  const row = shown as (Omit<Kept, 'version'> & { content: unknown }) | null;
  const kept =
    row && version !== null ? { ...row, version, content: contentOf(row.content) } : null;
  const isNewer = kept !== null && status === 'PUBLISHED' && publishedVersion !== version;
  const changed = isNewer ? changedSince(kept.content, demo) : [];
  return {
    demoId,
    now: { title, slug, owner: owner.name, status, version: publishedVersion, changed },
    kept,
  };
}

async function namesOn(db: Handle, listId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from list_people(${listId}::uuid)`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The open lists that a demo can be put on, and the demo. Members may. @throws NotFound for one not shown */
export async function findListChoices(scope: Scope, demoId: string) {
  if (!isId(demoId)) throw new NotFound('demo');
  return scope.read('list:keep', async (db) => {
    const { id: hubId } = scope.hub;
    const demo = await db.showroomDemo.findFirst({
      where: { hubId, id: demoId, status: 'PUBLISHED' },
      select: { id: true, slug: true, title: true },
    });
    if (!demo) throw new NotFound('demo');
    const lists = await db.demoList.findMany({
      where: { hubId, organisationId: scope.organisation.id, lockedAt: null },
      select: { id: true, name: true, items: { where: { demoId }, select: { demoId: true } } },
      orderBy: { madeAt: 'desc' },
      take: 50,
    });
    return { demo, lists: lists.map(({ items, ...list }) => ({ ...list, has: items.length > 0 })) };
  });
}

/** One that is locked: only that can go on file. Members may. @throws NotFound */
export async function findLockedList(scope: Scope, id: string): Promise<FoundList> {
  const list = await findList(scope, id);
  if (!list.lockedAt) throw new NotFound('list');
  return list;
}
