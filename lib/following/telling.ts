import { tell } from '#lib/notices/writes.ts';
import { dateOf, now } from '#lib/platform/clock.ts';
import { type Handle, sql } from '#lib/platform/db.ts';
import { inLocale } from '#lib/platform/i18n/locales.ts';
import { logFault } from '#lib/platform/log.ts';
import { enterSystem, type Scope } from '#lib/platform/scope.ts';
import { newsLetter, type ToldNews } from './letters.ts';
import { stopToken } from './pace.ts';
import { dueBefore, noticeOf, paces, usualPace } from './rules.ts';

// What nobody wanted by mail in this time is no news any more.
const newsDays = 9;

/**
 * Tells followers what has happened: in the portal at once, by mail as often as each has chosen. Run every
 * minute. Who is told and that they have been is one transaction, so that stopping in between or running
 * twice tells nobody twice.
 */
export async function mindFollowers(): Promise<void> {
  const system = await enterSystem(null, 'followers');
  const hubs = await system.read('system:work', (db) =>
    db.hub.findMany({ select: { slug: true } }),
  );
  for (const { slug } of hubs) {
    try {
      const scope = await enterSystem(slug, 'followers');
      await tellNews(scope);
      await mailNews(scope);
    } catch (error) {
      // One hub's trouble is not the others'.
      logFault(error, 'followers');
    }
  }
}

type Untold = ToldNews & { id: string };

async function tellNews(scope: Scope): Promise<void> {
  const hubId = scope.hub.id;
  const waiting = await scope.read('system:work', (db) =>
    db.showroomNews.count({ where: { hubId, toldAt: null } }),
  );
  if (waiting === 0) return;
  await scope.write('system:work', async (db, deed) => {
    // A second machine passes over what this one is telling.
    const news = await db.$queryRaw<Untold[]>(sql`
      select n.id, n.demo_id as "demoId", n.kind, n.detail -> 'what' as what, d.title, d.slug, o.name as owner
      from showroom_news n join showroom_demo d on d.hub_id = n.hub_id and d.id = n.demo_id
        join organisation o on o.id = d.owner_id
      where n.hub_id = ${hubId}::uuid and n.told_at is null
      order by n.at limit 200 for update of n skip locked`);
    for (const one of news) await tellOne(scope, db, one);
    const where = { hubId, id: { in: news.map(({ id }) => id) } };
    await db.showroomNews.updateMany({ where, data: { toldAt: dateOf(now()) } });
    deed.record('followersTold', 'hub', hubId, { news: news.length });
  });
}

async function tellOne(scope: Scope, db: Handle, news: Untold): Promise<void> {
  const hubId = scope.hub.id;
  const followers = await db.$queryRaw<{ id: string }[]>(sql`
    select distinct p.id from showroom_news n
      join showroom_demo d on d.hub_id = n.hub_id and d.id = n.demo_id
      join follow f on f.hub_id = n.hub_id and f.since < n.at
        and (f.demo_id = d.id or f.owner_id = d.owner_id or f.theme = any (d.areas))
      join person p on p.id = f.person_id
    where n.hub_id = ${hubId}::uuid and n.id = ${news.id}::uuid and ${isThere(hubId)}
      and p.id is distinct from n.by_id
      and not exists (select from demo_version v where v.hub_id = n.hub_id and v.demo_id = n.demo_id
        and v.number = (n.detail ->> 'version')::integer and p.id in (v.author_id, v.sent_by_id))`);
  const people = followers.map(({ id }) => id);
  const detail = { title: inLocale(news.title, 'sv'), organisation: news.owner };
  const path = `/${scope.hub.slug}/showroom/${news.slug}`;
  await tell(scope, db, people, { kind: noticeOf[news.kind], detail, path });
  const rows = people.map((personId) => ({ hubId, newsId: news.id, personId }));
  await db.newsLetter.createMany({ data: rows });
}

/** Whether somebody (`p`) still acts at the hub: for one that takes part, or as its staff. */
function isThere(hubId: string) {
  return sql`p.withdrawn_at is null and (
    exists (select from hub_role r where r.hub_id = ${hubId}::uuid and r.person_id = p.id)
    or exists (select from membership m join participation t on t.organisation_id = m.organisation_id
      where m.person_id = p.id and t.hub_id = ${hubId}::uuid and t.state = 'VERIFIED'))`;
}

async function mailNews(scope: Scope): Promise<void> {
  const at = now();
  const since = dateOf(at.subtract({ hours: 24 * newsDays }));
  for (const pace of paces) {
    const due = dueBefore(pace, scope.hub.zone, at);
    if (!due) continue;
    // What was noted this very moment goes at once, too.
    const until = dateOf(pace === 'AT_ONCE' ? due.add({ milliseconds: 1 }) : due);
    const people = await scope.read('system:work', (db) =>
      db.$queryRaw<Reader[]>(sql`
        select distinct p.id, p.email, p.locale from news_letter l
          join showroom_news n on n.hub_id = l.hub_id and n.id = l.news_id
          join person p on p.id = l.person_id left join letter_pace c on c.person_id = p.id
        where l.hub_id = ${scope.hub.id}::uuid and l.mailed_at is null and n.at >= ${since} and n.at < ${until}
          and coalesce(c.pace, ${usualPace}) = ${pace} and ${isThere(scope.hub.id)}`),
    );
    for (let n = 0; n < people.length; n += together) {
      await mailTo(scope, people.slice(n, n + together), since, until);
    }
  }
}

// So many readers are written to in one transaction, with one entry in the log.
const together = 50;
type Reader = { id: string; email: string; locale: string };
type Waiting = ToldNews & { newsId: string; personId: string };

/** A letter each with all that waits for them. */
async function mailTo(scope: Scope, readers: Reader[], since: Date, until: Date): Promise<void> {
  const hubId = scope.hub.id;
  const ids = readers.map(({ id }) => id);
  const tokens = new Map<string, string>();
  for (const id of ids) tokens.set(id, await stopToken(id));
  await scope.write('system:work', async (db, deed) => {
    const waiting = await db.$queryRaw<Waiting[]>(sql`
      select n.id as "newsId", l.person_id as "personId", n.demo_id as "demoId", n.kind, n.detail -> 'what' as what,
        d.title, d.slug, o.name as owner
      from news_letter l join showroom_news n on n.hub_id = l.hub_id and n.id = l.news_id
        join showroom_demo d on d.hub_id = n.hub_id and d.id = n.demo_id join organisation o on o.id = d.owner_id
      where l.hub_id = ${hubId}::uuid and l.person_id = any (${ids}::uuid[]) and l.mailed_at is null
        and n.at >= ${since} and n.at < ${until}
      order by n.at, n.id for update of l skip locked`);
    for (const reader of readers) {
      const news = waiting.filter(({ personId }) => personId === reader.id);
      if (news.length === 0) continue;
      const where = { hubId, personId: reader.id, newsId: { in: news.map((one) => one.newsId) } };
      await db.newsLetter.updateMany({ where, data: { mailedAt: dateOf(now()) } });
      deed.mail(newsLetter(scope.hub, reader, news, tokens.get(reader.id) ?? ''));
    }
    deed.record('newsMailed', 'hub', hubId, { news: waiting.length, readers: readers.length });
  });
}
