import { tell } from '#lib/notices/writes.ts';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Deed } from '#lib/platform/deed.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { addressOf } from '#lib/platform/i18n/address.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { contentOf, type DemoContent, missing } from './content.ts';
import { demoAnsweredLetter, demoSentLetter } from './letters.ts';
import { moveNamed } from './moves.ts';
import { changedParts, noteNews } from './news.ts';
import { show } from './publishing.ts';
import { isId } from './schema.ts';
import { lastVersion } from './versions.ts';

/**
 * Sends the open draft to be read by somebody else. Members of the owner may. Whoever reads at the hub is told.
 * @throws Refusal with what is missing, by part; NotFound for anyone else's
 */
export async function sendDemo(scope: Scope, id: string): Promise<void> {
  await scope.write('demo:draft', async (db, deed) => {
    const last = await lastVersion(db, scope, id);
    const content = contentOf(last.content);
    const refused = missing(content, today(scope.hub.zone).toString(), scope.organisation.name);
    if (Object.keys(refused).length > 0) {
      throw new Refusal('showroom.refusals.incomplete', refused);
    }
    const data = { sentById: scope.person.id, sentAt: dateOf(now()) };
    await moveVersion(db, deed, scope, { id, number: last.number }, 'send', data);
    const title = inLocale(content.title, 'sv');
    const path = `/${scope.hub.slug}/house/demos/${id}`;
    const told = { title, organisation: scope.organisation.name };
    const readers = await db.hubRole.findMany({
      where: { hubId: scope.hub.id, role: { in: ['HOST', 'HUB_ADMIN'] } },
      select: { personId: true },
    });
    const others = readers.map(({ personId }) => personId).filter((one) => one !== scope.person.id);
    await tell(scope, db, others, { kind: 'demoSent', detail: told, path });
    deed.mailStaff(['HOST'], (to) => demoSentLetter(scope, to, { ...told, path }));
  });
}

/** Takes a sent version back to go on writing, until it is decided. Members of the owner may. */
export async function takeBackDemo(scope: Scope, id: string): Promise<void> {
  await scope.write('demo:draft', async (db, deed) => {
    const { number } = await lastVersion(db, scope, id);
    await moveVersion(db, deed, scope, { id, number }, 'takeBack', {
      sentById: null,
      sentAt: null,
    });
  });
}

/** `read` is the version and its revision that the reader saw; what was sent since is not decided by it. */
export type Decision = { decision: 'publish' | 'return'; reason: string; read?: string };

/** What a reader sees of a version, to be sent with the decision. */
export const readingOf = ({ number, revision }: { number: number; revision: number }) =>
  `${number}.${revision}`;

/**
 * Publishes what was sent, or sends it back with a reason. Who reads for the hub may, and never who wrote
 * or sent it. The owner's author and sender are told in the portal and by mail.
 * @throws Refusal for one's own, without a reason, or when it is decided already; NotFound
 */
export async function decideDemo(scope: Scope, id: string, given: Decision): Promise<void> {
  if (!isId(id)) throw new NotFound('demo');
  const { decision, reason } = given;
  await scope.write('demo:review', async (db, deed) => {
    const hubId = scope.hub.id;
    const sent = await db.demoVersion.findFirst({
      where: { hubId, demoId: id, state: 'REVIEW' },
      include: { demo: { include: { owner: { select: { name: true, slug: true, kind: true } } } } },
    });
    if (!sent) throw await whereItStands(db, hubId, id);
    if (given.read !== undefined && given.read !== readingOf(sent))
      throw new Refusal('showroom.refusals.sentAnew');
    if ([sent.sentById, ...sent.writers, sent.authorId].includes(scope.person.id)) {
      throw new Refusal('showroom.refusals.fourEyes');
    }
    if (decision === 'return' && reason.trim() === '') {
      throw new Refusal('refusals.invalid', { reason: 'showroom.refusals.reasonMissing' });
    }
    const content = contentOf(sent.content);
    const { number } = sent;
    const data = { decidedById: scope.person.id, decidedAt: dateOf(now()), reason };
    const version = { id, number, concerns: sent.demo.ownerId };
    if (decision === 'publish') {
      await publish(db, scope, version, content, sent.demo, (event) =>
        moveVersion(db, deed, scope, version, event, data),
      );
      await noteVersion(db, scope, version, content, sent.demo);
      // Its owner's page shows it, too.
      deed.pagesChanged('showroom:read', 'hub:read');
    } else {
      await moveVersion(db, deed, scope, version, 'return', data);
    }
    await tellOwner(db, deed, scope, sent, { ...given, content });
  });
}

type Shown = { slug: string; publishedVersion: number | null; owner: { kind: string } };

async function publish(
  db: Handle,
  scope: Scope,
  { id, number }: { id: string; number: number },
  content: DemoContent,
  demo: Shown,
  move: (event: 'publish') => Promise<void>,
): Promise<void> {
  const hubId = scope.hub.id;
  const before = demo.publishedVersion;
  const slug = before === null ? { slug: await freeSlug(db, hubId, content) } : {};
  await db.showroomDemo.updateMany({
    where: { hubId, id },
    data: { publishedVersion: number, ...slug },
  });
  if (before !== null) {
    const where = { hubId, demoId: id, number: before };
    await db.demoVersion.updateMany({ where, data: { state: 'REPLACED' } });
  }
  await move('publish');
  await show(db, scope, { id, number, ownerKind: demo.owner.kind }, content);
}

/** Followers hear of it: that it is new, or what it says differently from when they saw it last. */
async function noteVersion(
  db: Handle,
  scope: Scope,
  { id, number: version }: { id: string; number: number },
  content: DemoContent,
  { publishedVersion }: { publishedVersion: number | null },
): Promise<void> {
  const before =
    publishedVersion === null
      ? null
      : await db.demoVersion.findFirst({
          where: { hubId: scope.hub.id, demoId: id, number: publishedVersion },
          select: { content: true },
        });
  if (!before) return noteNews(db, scope, id, { kind: 'NEW', version });
  const what = changedParts(contentOf(before.content), content);
  return noteNews(db, scope, id, { kind: 'VERSION', what, version });
}

// Pages of the showroom that are no demo.
const reserved = new Set(['compare', 'screen', 'lists', 'visits', 'data', 'search', 'suggest']);

/** An address made of the title, which nothing else at the hub has. */
async function freeSlug(db: Handle, hubId: string, { title }: DemoContent): Promise<string> {
  const plain = addressOf(inLocale(title, 'sv'));
  const base = plain === '' || reserved.has(plain) ? `demo-${plain}`.replace(/-$/, '') : plain;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if ((await db.showroomDemo.count({ where: { hubId, slug } })) === 0) return slug;
  }
}

type Which = { id: string; number: number; concerns?: string };

/** Makes one move of the table. Of several at once exactly one moves the row. @throws Refusal */
async function moveVersion(
  db: Handle,
  deed: Deed,
  scope: Scope,
  { id, number, concerns }: Which,
  name: Parameters<typeof moveNamed>[0],
  data: object,
): Promise<void> {
  const move = moveNamed(name);
  const where = { hubId: scope.hub.id, demoId: id, number, state: move.from };
  const { count } = await db.demoVersion.updateMany({ where, data: { ...data, state: move.to } });
  if (count === 0) throw await whereItStands(db, scope.hub.id, id);
  deed.record(move.event, 'demo', id, { version: number }, concerns ? { concerns } : {});
}

/** Somebody was first, or it was never sent: says how far it has come. */
async function whereItStands(db: Handle, hubId: string, demoId: string): Promise<Error> {
  const last = await db.demoVersion.findFirst({
    where: { hubId, demoId },
    orderBy: { number: 'desc' },
  });
  return last ? new Refusal(`showroom.refusals.inState.${last.state}`) : new NotFound('demo');
}

type Sent = {
  authorId: string | null;
  sentById: string | null;
  demoId: string;
  demo: { owner: { name: string; slug: string } };
};

async function tellOwner(
  db: Handle,
  deed: Deed,
  scope: Scope,
  { authorId, sentById, demoId, demo }: Sent,
  { decision, reason, content }: Decision & { content: DemoContent },
): Promise<void> {
  const ids = [...new Set([authorId, sentById])].filter((id) => id !== null);
  const people = await db.person.findMany({
    where: { id: { in: ids }, withdrawnAt: null },
    select: { id: true, email: true, locale: true },
  });
  const path = `/${scope.hub.slug}/${demo.owner.slug}/demos/${demoId}`;
  const detail = { title: inLocale(content.title, 'sv'), organisation: demo.owner.name };
  const kind = decision === 'publish' ? 'demoPublished' : 'demoReturned';
  await tell(
    scope,
    db,
    people.map(({ id }) => id),
    { kind, detail, path },
  );
  for (const to of people)
    deed.mail(demoAnsweredLetter(scope, to, { ...detail, decision, reason, path }));
}
