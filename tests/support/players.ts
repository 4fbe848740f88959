import pg from 'pg';
import type { Role } from '#lib/platform/policy.ts';
import { writeSessionCookie } from '#lib/platform/session/cookie.ts';

export type Things = Record<
  | 'provider'
  | 'colleague'
  | 'invitation'
  | 'staffInvitation'
  | 'body'
  | 'closure'
  | 'terms'
  | 'booking'
  | 'proposal'
  | 'draft'
  | 'place'
  | 'floor'
  | 'site'
  | 'version'
  | 'lease'
  | 'openProposal'
  | 'project'
  | 'ledProject'
  | 'charter'
  | 'decision'
  | 'meeting'
  | 'pilot'
  | 'result'
  | 'review'
  | 'basis'
  | 'attribute'
  | 'synonym'
  | 'demo'
  | 'media'
  | 'import'
  | 'sentDemo'
  | 'claim'
  | 'shown'
  | 'theme'
  | 'search'
  | 'list'
  | 'group'
  | 'session'
  | 'need'
  | 'openNeed',
  string
>;
export type Player = {
  role: Role;
  /** Where the role is held; the organisation is null for the hub's staff and for mere persons. */
  organisation: string | null;
  person: string;
  session: string;
  cookie: string;
  /** What is the person's own, beside what is the organisation's. */
  own: Record<'identity' | 'passkey', string>;
  /** An address of one's own, so that one player's haste does not slow another. */
  client: string;
};
export type Stage = {
  /** How every address and name of this stage ends. */
  mark: string;
  hub: string;
  otherHub: string;
  /** Things by organisation: bookings and proposals; and the hub's own. */
  things: (organisation: string) => Things;
  /** Another organisation of the same hub, and one of the other hub. */
  neighbour: string;
  stranger: string;
  players: Player[];
  sql: <T extends object>(text: string, values?: unknown[]) => Promise<T[]>;
  end: () => Promise<void>;
};

// Another hub than the one most tests play in, whose staff they count.
const home = 'vasterbotten';

const bodies = [
  { slug: 'prov-bolag', kind: 'COMPANY', side: 'PRIVATE', hub: home, state: 'VERIFIED' },
  { slug: 'prov-granne', kind: 'COMPANY', side: 'PRIVATE', hub: home, state: 'VERIFIED' },
  { slug: 'prov-sjukhus', kind: 'HOSPITAL', side: 'PUBLIC', hub: home, state: 'VERIFIED' },
  { slug: 'prov-ideell', kind: 'VOLUNTARY', side: 'CIVIC', hub: home, state: 'VERIFIED' },
  { slug: 'prov-vantar', kind: 'COMPANY', side: 'PRIVATE', hub: home, state: 'PENDING' },
  { slug: 'prov-fremmed', kind: 'COMPANY', side: 'PRIVATE', hub: 'innlandet', state: 'VERIFIED' },
] as const;

const parts = [
  ['person', null, null],
  ['operator', null, null],
  ['unverified', 'prov-vantar', 'ADMIN'],
  ['companyStaff', 'prov-bolag', 'STAFF'],
  ['companyAdmin', 'prov-bolag', 'ADMIN'],
  ['publicStaff', 'prov-sjukhus', 'STAFF'],
  ['publicAdmin', 'prov-sjukhus', 'ADMIN'],
  ['civicStaff', 'prov-ideell', 'STAFF'],
  ['civicAdmin', 'prov-ideell', 'ADMIN'],
  ['host', null, 'HOST'],
  ['assessor', null, 'ASSESSOR'],
  ['finance', null, 'FINANCE'],
  ['auditor', null, 'AUDITOR'],
  ['hubAdmin', null, 'HUB_ADMIN'],
] as const;

/**
 * Sets the stage in the running demo portal's database: bodies of every side with a booking and
 * proposals each, and one person in every role, signed in. Called once a test worker; the file's
 * name helps to find it in a trace.
 */
export async function setStage(file: string): Promise<Stage> {
  const mark = `${file}-${crypto.randomUUID().slice(0, 6)}`;
  const client = new pg.Client(process.env.NAVET_E2E_DATABASE);
  await client.connect();
  const sql = async <T extends object>(text: string, values: unknown[] = []) =>
    (await client.query<T>(text, values)).rows;
  const named = (slug: string) => `${slug}-${mark}`;
  const things = new Map<string, Things>();
  for (const body of bodies) {
    things.set(named(body.slug), await makeBody(sql, { ...body, slug: named(body.slug) }));
  }
  const players: Player[] = [];
  for (const [role, slug, rank] of parts) {
    players.push(await makePlayer(sql, role, slug && named(slug), rank, mark, players.length));
  }
  return {
    mark,
    hub: home,
    otherHub: 'innlandet',
    things: (organisation) => things.get(organisation) ?? ({} as Things),
    neighbour: named('prov-granne'),
    stranger: named('prov-fremmed'),
    players,
    sql,
    end: () => client.end(),
  };
}

type Sql = Stage['sql'];
type Body = { slug: string; kind: string; side: string; hub: string; state: string };

async function makeBody(sql: Sql, { slug, kind, side, hub, state }: Body): Promise<Things> {
  const [organisation, author, booking, draft, proposal] = Array.from({ length: 5 }, () =>
    crypto.randomUUID(),
  );
  await sql(
    `insert into organisation (id, slug, name, short_name, kind, side, country)
     select $1, $2, $2, $2, $3::"OrganisationKind", $4::"Side", country from hub where slug = $5`,
    [organisation, slug, kind, side, hub],
  );
  await sql(
    `insert into participation (hub_id, organisation_id, state)
     select id, $1, $2::"ParticipationState" from hub where slug = $3`,
    [organisation, state, hub],
  );
  await sql('insert into person (id, email, name) values ($1, $2, $3)', [
    author,
    `author@${slug}.example`,
    `Författare ${slug}`,
  ]);
  await sql(`insert into membership (person_id, organisation_id, role) values ($1, $2, 'ADMIN')`, [
    author,
    organisation,
  ]);
  const inHub = 'from hub h join place p on p.hub_id = h.id where h.slug = $1';
  const [place] = await sql<{ id: string }>(
    `select p.id ${inHub} and p.kind = 'HOT_DESK' order by p.id limit 1`,
    [hub],
  );
  await sql(
    `insert into booking (hub_id, id, place_id, organisation_id, booked_by_id, booked_for_id, actor_class,
       starts_at, ends_at, request_key)
     select h.id, $2, p.id, $3, $4, $4, actor_class(h.id, $3), now() + interval '20 days', now() + interval '20 days 1 hour', $2
     ${inHub} and p.id = $5`,
    [hub, booking, organisation, author, place?.id],
  );
  const lease = crypto.randomUUID();
  await sql(
    `insert into lease (hub_id, id, number, organisation_id, site_id, status, valid_from, notice_months,
       monthly_ore, vat_class, made_by_id, offered_at)
     select h.id, $2, $3, $4, p.site_id, 'OFFERED', current_date, 3, 0, h.country || '_RENT', $5, now() ${inHub} and p.id = $6`,
    [hub, lease, Math.floor(Math.random() * 1e9), organisation, author, place?.id],
  );
  const written = `insert into proposal (hub_id, id, organisation_id, author_id, language, title, areas, state, submitted_at)
     select id, $2, $3, $4, 'sv', $5, '{}', $6::"ProposalState", $7 from hub where slug = $1`;
  await sql(written, [hub, draft, organisation, author, `Utkast ${slug}`, 'DRAFT', null]);
  const sent = [hub, proposal, organisation, author, `Sänt ${slug}`, 'SUBMITTED', new Date()];
  await sql(written, sent);
  const provider = crypto.randomUUID();
  await sql(
    `insert into identity_provider (hub_id, id, key, name, issuer, client_id, client_secret, scope)
     select id, $2, $3, $3, 'https://issuer.example', 'x', 'x', 'openid' from hub where slug = $1`,
    [hub, provider, slug],
  );
  const closure = crypto.randomUUID();
  await sql(
    `insert into closure (hub_id, id, site_id, from_day, from_minute, to_day, to_minute, yearly, message, exempt)
     select h.id, $2, s.id, current_date + 300, 0, current_date + 300, 60, false, '{"sv": "Städdag"}', '{}'
     from hub h join site s on s.hub_id = h.id where h.slug = $1`,
    [hub, closure],
  );
  // A draft is drawn where none was begun yet; what is published has its version.
  const floor = crypto.randomUUID();
  const corners = '{"outline": [[0, 0], [9, 0], [9, 9]], "lines": [], "marks": []}';
  await sql(
    `insert into floor (hub_id, id, site_id, level, name)
     select h.id, $2, s.id, 10 + (random() * 1e8)::int, '{"sv": "Vind", "nb": "Loft", "en": "Loft"}'
     from hub h join site s on s.hub_id = h.id where h.slug = $1 limit 1`,
    [hub, floor],
  );
  await sql(
    `insert into floor_plan (hub_id, id, floor_id, version, width_m, height_m, geometry)
     select id, $2, $3, 1, 9, 9, $4 from hub where slug = $1`,
    [hub, crypto.randomUUID(), floor, corners],
  );
  const terms = crypto.randomUUID();
  await sql(
    `insert into house_terms (hub_id, id, kind, version, title, text, valid_from, demanded, made_by_id)
     select id, $2, 'OFFICE', (random() * 1000000)::integer + 1, '{"sv": "Regler"}', '{"sv": "Text"}',
       current_date + 3000, false, $3 from hub where slug = $1`,
    [hub, terms, author],
  );
  const [invitation, staffInvitation] = [crypto.randomUUID(), crypto.randomUUID()];
  const invited = `insert into invitation (hub_id, id, organisation_id, email, role, hub_role, locale,
      invited_by_id, expires_at, token_hash)
    select h.id, $2::uuid, coalesce($3::uuid, h.operator_id), $2::text || '@invited.example', 'STAFF',
      $4::"HubRoleName", 'sv', $5, now() + interval '1 day', $2::text from hub h where h.slug = $1`;
  await sql(invited, [hub, invitation, organisation, null, author]);
  await sql(invited, [hub, staffInvitation, null, 'HOST', author]);
  const one = async (text: string) => (await sql<{ key: string }>(text, [hub]))[0]?.key ?? '';
  const guided = await makeGuided(sql, hub, organisation ?? '', author ?? '');
  const own = { organisation: organisation ?? '', author: author ?? '', shown: guided.shown };
  return {
    booking: booking ?? '',
    draft: draft ?? '',
    proposal: proposal ?? '',
    place: place?.id ?? '',
    floor,
    site: await one(
      `select s.id as key from site s join hub h on h.id = s.hub_id where h.slug = $1 limit 1`,
    ),
    version: '1',
    lease,
    provider,
    colleague: author ?? '',
    invitation,
    staffInvitation,
    body: slug,
    closure,
    attribute: await one(`select a.id as key from attribute a join hub h on h.id = a.hub_id
      where h.slug = $1 and a.code = 'screens'`),
    synonym: await one(`select s.id as key from synonym s join hub h on h.id = s.hub_id
      where h.slug = $1 limit 1`),
    terms,
    ...(await makeDemo(sql, hub, organisation ?? '')),
    basis: await makeBasis(sql, hub, organisation ?? ''),
    review: proposal ?? '',
    openProposal: await one(`select p.id as key from proposal p join hub h on h.id = p.hub_id
      where h.slug = $1 and p.state in ('ACCEPTED', 'CONVERTED') and p.visibility = 'OPEN' limit 1`),
    project: await one(`select p.slug as key from innovation_project p join hub h on h.id = p.hub_id
      where h.slug = $1 and p.visibility = 'OPEN' limit 1`),
    ...(await makeProject(sql, hub, organisation ?? '', author ?? '')),
    theme: 'MEDICINES',
    ...(await makeList(sql, hub, own)),
    ...guided,
    need: await makeNeed(sql, hub, organisation ?? ''),
    openNeed: await one(`select n.id as key from need n join hub h on h.id = n.hub_id
      where h.slug = $1 and n.visibility = 'OPEN' and n.state <> 'DRAFT' limit 1`),
  };
}

/** Something shown, which groups may be shown, and a group of the organisation that comes. */
async function makeGuided(sql: Sql, hub: string, organisation: string, person: string) {
  const [shown] = await sql<{ id: string }>(
    `select d.id from showroom_demo d join hub h on h.id = d.hub_id
     where h.slug = $1 and d.status = 'PUBLISHED' order by d.public_id limit 1`,
    [hub],
  );
  await sql(
    `insert into presentation (hub_id, demo_id, place_id, minutes, group_from, group_to, languages)
     select h.id, $2, p.id, 45, 1, 10, '{sv}' from hub h join place p on p.hub_id = h.id and p.kind = 'SHOWROOM'
     where h.slug = $1 limit 1 on conflict do nothing`,
    [hub, shown?.id],
  );
  const [session, group] = [crypto.randomUUID(), crypto.randomUUID()];
  await sql(
    `insert into guided_session (hub_id, id, demo_id, place_id, starts_at, ends_at, language, seats, made_by_id)
     select hub_id, $2, demo_id, place_id, '2036-03-03T09:00Z', '2036-03-03T10:00Z', 'sv', 10, $3
     from presentation where demo_id = $1`,
    [shown?.id, session, person],
  );
  await sql(
    `insert into guided_group (hub_id, id, session_id, organisation_id, booked_by_id, size, survey_code)
     select hub_id, $2::uuid, id, $3, $4, 2, upper(left($2::uuid::text, 8)) from guided_session where id = $1`,
    [session, group, organisation, person],
  );
  return { shown: shown?.id ?? '', session, group };
}

/** A draft of what the organisation needs. */
async function makeNeed(sql: Sql, hub: string, organisation: string): Promise<string> {
  const need = crypto.randomUUID();
  await sql(
    `insert into need (hub_id, id, organisation_id, language, title, problem, areas, urgency, visibility)
     select id, $2, $3, 'sv', 'Ett utkast', 'Ett problem', '{}', 1, 'PUBLIC_SIDE' from hub where slug = $1`,
    [hub, need, organisation],
  );
  return need;
}

/** A project that the organisation leads, and nobody by name, with a charter, a draft of a decision and a meeting. */
async function makeProject(sql: Sql, hub: string, organisation: string, author: string) {
  const decision = crypto.randomUUID();
  const project = crypto.randomUUID();
  await sql(
    `insert into innovation_project (hub_id, id, slug, lead_id, title, summary, areas, starts_on, state, visibility)
     select id, $2, $4, $3, '{"sv": "Tillsammans"}', '{"sv": "Text"}', '{}', current_date, 'FORMING', 'PARTIES'
     from hub where slug = $1`,
    [hub, project, organisation, `p-${project}`],
  );
  await sql(
    `insert into project_party (hub_id, project_id, organisation_id, role, state)
     select id, $2, $3, 'OBSERVER', 'CONFIRMED' from hub where slug = $1`,
    [hub, project, organisation],
  );
  await sql(
    `insert into project_charter (hub_id, project_id, version, language, purpose, vision, goals, limits, by_id)
     select id, $2, 1, 'sv', 'Tillsammans', '', '', '', $3 from hub where slug = $1`,
    [hub, project, author],
  );
  await sql(
    `insert into decision (hub_id, id, project_id, kind, language, title, wording, by_id)
     select id, $2, $3, 'GENERAL', 'sv', 'Ett utkast', 'Vi beslutar.', $4 from hub where slug = $1`,
    [hub, decision, project, author],
  );
  const group = crypto.randomUUID();
  const meeting = crypto.randomUUID();
  await sql(
    `insert into project_group (hub_id, id, project_id, kind, language, name, mandate, by_id)
     select id, $2, $3, 'WORKING', 'sv', 'Arbetsgrupp', 'Arbetar.', $4 from hub where slug = $1`,
    [hub, group, project, author],
  );
  await sql(
    `insert into meeting (hub_id, id, project_id, group_id, language, title, starts_at, ends_at, place, by_id)
     select id, $2, $3, $5, 'sv', 'Ett möte', now() + interval '1 day', now() + interval '25 hours', 'Rum 1', $4
     from hub where slug = $1`,
    [hub, meeting, project, author, group],
  );
  const pilot = crypto.randomUUID();
  await sql(
    `insert into pilot (hub_id, id, project_id, organisation_id, language, place, starts_on, ends_on, by_id)
     select id, $2, $3, $5, 'sv', 'Rum 1', current_date, current_date + 30, $4 from hub where slug = $1`,
    [hub, pilot, project, author, organisation],
  );
  const result = crypto.randomUUID();
  const content = { what: 'Ett sätt', effects: [], guides: [], startOre: null, yearOre: null };
  await sql(
    `insert into result (hub_id, id, project_id, slug, state, version, review_by, published_at, language, title, draft, by_id)
     select id, $2, $3, $5, 'PUBLISHED', 1, current_date + 30, now(), 'sv', 'Ett resultat', $6::jsonb, $4
     from hub where slug = $1`,
    [hub, result, project, author, `r-${result}`, JSON.stringify(content)],
  );
  await sql(
    `insert into result_version (hub_id, result_id, version, language, title, content, by_id, at)
     select id, $2, 1, 'sv', 'Ett resultat', $4::jsonb, $3, now() from hub where slug = $1`,
    [hub, result, author, JSON.stringify(content)],
  );
  return {
    ledProject: `p-${project}`,
    charter: '1',
    decision,
    meeting,
    pilot,
    result: `r-${result}`,
  };
}

/** A draft with a picture, and a file of many that was read. */
async function makeDemo(sql: Sql, hub: string, organisation: string) {
  const [demo, media, read] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const code = demo.slice(0, 8).toUpperCase();
  await sql(
    `insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage, areas,
       settings, audience, picture, picture_alt)
     select id, $2, $3, lower($3), $4, '{"sv": "Utkast"}', '{}', '{}', 'PRODUCT', 'IDEA', '{}', '{}', '{}', '', '{}'
     from hub where slug = $1`,
    [hub, demo, code, organisation],
  );
  await sql(
    `insert into media_file (hub_id, id, organisation_id, sha256, kind, type, bytes, width, height, widths)
     select id, $2, $3, $4, 'PICTURE', 'image/webp', 1, 1, 1, '{1}' from hub where slug = $1`,
    [hub, media, organisation, media.replaceAll('-', '').repeat(2)],
  );
  await sql(
    `insert into demo_version (hub_id, demo_id, number, content) select id, $2, 1, $3 from hub where slug = $1`,
    [
      hub,
      demo,
      JSON.stringify({
        title: { sv: 'Utkast' },
        claims: [{ key: 'FHIR' }],
        media: [{ file: media, kind: 'PICTURE' }],
      }),
    ],
  );
  await sql(
    `insert into demo_import (hub_id, id, organisation_id, report) select id, $2, $3, $4 from hub where slug = $1`,
    [
      hub,
      read,
      organisation,
      '{"count": 0, "good": [], "problems": [], "unknown": [], "there": []}',
    ],
  );
  const sentDemo = crypto.randomUUID();
  const sentCode = sentDemo.slice(0, 8).toUpperCase();
  await sql(
    `insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage, areas,
       settings, audience, picture, picture_alt)
     select id, $2, $3, lower($3), $4, '{"sv": "Skickad"}', '{}', '{}', 'PRODUCT', 'IDEA', '{}', '{}', '{}', '', '{}'
     from hub where slug = $1`,
    [hub, sentDemo, sentCode, organisation],
  );
  await sql(
    `insert into demo_version (hub_id, demo_id, number, state, sent_at, content)
     select id, $2, 1, 'REVIEW', now(), '{"title": {"sv": "Skickad"}}' from hub where slug = $1`,
    [hub, sentDemo],
  );
  return { demo, media, import: read, sentDemo, claim: '0' };
}

/** A kept search, and a list that was locked. */
async function makeList(
  sql: Sql,
  hub: string,
  { organisation, author, shown }: Record<'organisation' | 'author' | 'shown', string>,
) {
  const [search, list] = [crypto.randomUUID(), crypto.randomUUID()];
  const own = [hub, organisation, author];
  await sql(
    `insert into saved_search (hub_id, id, organisation_id, name, query, made_by_id)
     select id, $4, $2, 'Sökning', '', $3 from hub where slug = $1`,
    [...own, search],
  );
  await sql(
    `insert into demo_list (hub_id, id, organisation_id, name, made_by_id)
     select id, $4, $2, 'Lista', $3 from hub where slug = $1`,
    [...own, list],
  );
  const kept = { publicId: 'D-1', slug: 'x', owner: 'X', ownerKind: 'COMPANY', content: {} };
  await sql(
    `insert into demo_list_item (hub_id, list_id, demo_id, version, shown)
     select id, $2, $3, 1, $4 from hub where slug = $1`,
    [hub, list, shown, JSON.stringify({ ...kept, publishedAt: '2026-11-01T00:00:00Z' })],
  );
  await sql('update demo_list set locked_at = now(), locked_by_id = $2 where id = $1', [
    list,
    author,
  ]);
  return { search, list };
}

/** A locked month with all that its invoice needs. */
async function makeBasis(sql: Sql, hub: string, organisation: string): Promise<string> {
  const id = crypto.randomUUID();
  await sql(
    `insert into invoice_basis (hub_id, id, organisation_id, month) select id, $2, $3, '2026-01-01' from hub where slug = $1`,
    [hub, id, organisation],
  );
  await sql(
    `insert into invoice_line (hub_id, id, basis_id, source, source_id, version, starts_on, ends_on, what, unit,
       quantity, unit_ore, discount_ore, net_ore, vat_category, vat_percent, vat_reason)
     select id, $2, $2, 'PASS', $2, 0, '2026-01-05', '2026-01-05', '{"sv": "Klippkort"}', 'PASS', 100, 100, 0, 100, 'S', 2500, ''
     from hub where slug = $1`,
    [hub, id],
  );
  const body = {
    country: 'SE',
    number: '5560360793',
    street: 'Gatan 1',
    postalCode: '1',
    town: 'Ort',
  };
  const seller = {
    ...body,
    name: hub,
    vatNumber: 'SE556036079301',
    account: '',
    paymentDays: 30,
    email: 'a@b.example',
  };
  const buyer = {
    ...body,
    name: organisation,
    buyerReference: 'R',
    orderReference: '',
    costCentre: '',
    endpoint: '',
  };
  await sql(
    `update invoice_basis set status = 'LOCKED', locked_on = '2026-02-01', parties = $2,
       number = (select coalesce(max(o.number), 0) + 1 from invoice_basis o where o.hub_id = invoice_basis.hub_id)
     where id = $1`,
    [id, JSON.stringify({ seller, buyer })],
  );
  return id;
}

async function makePlayer(
  sql: Sql,
  role: Role,
  organisation: string | null,
  rank: string | null,
  mark: string,
  n: number,
): Promise<Player> {
  const [person, session] = [crypto.randomUUID(), crypto.randomUUID()];
  const email = `${role.toLowerCase()}@${mark}.example`;
  await sql('insert into person (id, email, name) values ($1, $2, $3)', [person, email, role]);
  await sql(
    `insert into session (id, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [session, person],
  );
  if (organisation) {
    await sql(
      `insert into membership (person_id, organisation_id, role)
       select $1, id, $2::"MembershipRole" from organisation where slug = $3`,
      [person, rank, organisation],
    );
  } else if (rank) {
    await sql(
      `insert into hub_role (hub_id, person_id, role)
       select id, $1, $2::"HubRoleName" from hub where slug = '${home}'`,
      [person, rank],
    );
  }
  if (role === 'operator') {
    await sql('insert into installation_operator (person_id) values ($1)', [person]);
  }
  const [identity, passkey] = [crypto.randomUUID(), crypto.randomUUID()];
  await sql(
    `insert into identity (id, issuer, subject, person_id, provider) values ($1::uuid, 'https://issuer.example', $1::text, $2, 'x')`,
    [identity, person],
  );
  await sql(
    `insert into passkey (id, person_id, credential_id, public_key, counter, name) values ($1::uuid, $2, $1::text, '', 0, 'Nyckel')`,
    [passkey, person],
  );
  const token = await writeSessionCookie(session, process.env.NAVET_E2E_SECRET ?? '');
  const cookie = `next-auth.session-token=${token}`;
  const client = `10.${[...mark].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 250}.0.${n + 1}`;
  return { role, organisation, person, session, cookie, client, own: { identity, passkey } };
}
