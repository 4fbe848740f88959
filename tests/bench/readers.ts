import pg from 'pg';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';

/** Seals the bench's sessions. */
export const secret = 'a secret for the bench and for nothing else';

/** A session of someone whose company has bookings, as its cookie, and the page that lists them. */
export async function someoneWithBookings(url: string) {
  const found = await oneRow(
    url,
    `
    select b.organisation_id as "organisationId", b.booked_by_id as person, h.slug as hub, o.slug
    from booking b join hub h on h.id = b.hub_id join organisation o on o.id = b.organisation_id
    where o.kind = 'COMPANY' and h.slug = 'ostersund'
    group by 1, 2, 3, 4 order by count(*) desc limit 1`,
  );
  const { organisationId = '', person = '', hub, slug } = found;
  const cookie = await sessionOf(url, person);
  return { organisationId, cookie, path: `/sv/${hub}/${slug}/bookings?show=past` };
}

const readers: Record<string, string> = {
  'signed-in list': 'emil.%',
  form: 'maja.lindstrand@%',
  'house list': 'anders.sundvall@%',
};

/** A session of whoever may read this kind of page; none for a visitor's. */
export async function cookieOf(url: string, kind: string): Promise<string> {
  const email = readers[kind];
  if (!email) return '';
  const found = await oneRow(
    url,
    `select id as person from person where email like '${email}' limit 1`,
  );
  return sessionOf(url, found.person ?? '');
}

async function sessionOf(url: string, person: string): Promise<string> {
  const session = crypto.randomUUID();
  await oneRow(
    url,
    `insert into session (id, person_id, expires_at) values ('${session}', '${person}', now() + interval '1 hour')`,
  );
  return `next-auth.session-token=${await writeSessionCookie(session, secret)}`;
}

async function oneRow(url: string, sql: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0] ?? {};
}

/** So many of the words that the showroom's demos are told in. */
export async function wordsOfShowroom(url: string, most: number): Promise<string[]> {
  const { words = '' } = await oneRow(
    url,
    `select string_agg(word, ' ') as words from (
      select word from demo_search, regexp_split_to_table(told, '[^[:alpha:]]+') as word
      where length(word) > 4 group by word order by count(*) desc, word limit ${most}) often`,
  );
  return words.split(' ');
}
