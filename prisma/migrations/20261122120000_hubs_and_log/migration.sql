-- Hubs that are made and changed in the portal, what a hub says of its accessibility, and a log that
-- shows every later change: append-only and chained by hash.

-- 1. The log ------------------------------------------------------------------------------------

alter table audit_event drop constraint audit_event_pkey;
alter table audit_event
  alter column hub_id drop not null,
  add constraint audit_event_pkey primary key (id),
  -- In which capacity the person acted: for an organisation, as the hub's own staff, for oneself …
  add column acted_as text not null default 'system'
    constraint audit_event_acted_as_known check (acted_as in ('member', 'house', 'person', 'visitor', 'system')),
  -- Whose thing it was, when that is another body than the acting one.
  add column concerns_id uuid,
  add column seq bigint not null default 0,
  add column previous bytea not null default '\x',
  add column hash bytea not null default '\x';

-- One chain a hub, and one of the installation (all zeros): where it has come to.
create table audit_head (
  chain uuid not null primary key,
  seq bigint not null,
  hash bytea not null
);
call build_wall('audit_head', null);

create function audit_chain(hub uuid) returns uuid language sql immutable as
  $$ select coalesce(hub, '00000000-0000-0000-0000-000000000000'::uuid) $$;

-- What the hash covers: ids and facts, no names, so that a person's name can be erased. The audit
-- command computes the same from the same text, outside the database.
create function audit_text(e audit_event) returns text language sql stable as $$
  select jsonb_build_array(e.hub_id, e.seq, e.id, e.organisation_id, e.person_id, e.acted_as, e.concerns_id,
    (extract(epoch from e.at) * 1000)::bigint, e.kind, e.object_type, e.object_id, e.detail)::text
$$;

-- What is there already is chained in the order it happened; the owner must see it for that.
alter table audit_event no force row level security;
alter table audit_head no force row level security;
do $$
declare e audit_event; h audit_head;
begin
  for e in select * from audit_event order by at, id loop
    insert into audit_head values (audit_chain(e.hub_id), 0, '\x') on conflict do nothing;
    select * into h from audit_head where chain = audit_chain(e.hub_id);
    e.seq := h.seq + 1;
    e.previous := h.hash;
    e.hash := sha256(e.previous || convert_to(audit_text(e), 'UTF8'));
    update audit_event set seq = e.seq, previous = e.previous, hash = e.hash where id = e.id;
    update audit_head set seq = e.seq, hash = e.hash where chain = h.chain;
  end loop;
end $$;

alter table audit_event force row level security;
alter table audit_head force row level security;
alter table audit_event add constraint audit_event_hub_id_seq_key unique nulls not distinct (hub_id, seq);
create index audit_event_hub_id_organisation_id_seq_idx on audit_event (hub_id, organisation_id, seq);
create index audit_event_hub_id_concerns_id_seq_idx on audit_event (hub_id, concerns_id, seq);
create index audit_event_hub_id_person_id_seq_idx on audit_event (hub_id, person_id, seq);
alter table audit_event alter column seq drop default, alter column previous drop default, alter column hash drop default;

-- Writers of one hub stand in line at the head of its chain. The event is the last thing a change
-- writes, so whoever holds the head waits for nobody and the line cannot become a ring.
create function chain_event() returns trigger
language plpgsql security definer set search_path = public as $$
declare h audit_head;
begin
  insert into audit_head values (audit_chain(new.hub_id), 0, '\x') on conflict do nothing;
  select * into h from audit_head where chain = audit_chain(new.hub_id) for update;
  new.seq := h.seq + 1;
  new.previous := h.hash;
  new.hash := sha256(new.previous || convert_to(audit_text(new), 'UTF8'));
  update audit_head set seq = new.seq, hash = new.hash where chain = h.chain;
  return new;
end $$;
alter function chain_event() owner to navet_system;
revoke execute on function chain_event() from public;
create trigger chain_event before insert on audit_event for each row execute function chain_event();

-- Nobody changes what was recorded, the owner's own code included. Whoever is superuser can take this
-- away; that is what `navet audit verify` finds. A rule of retention, when there is one, must leave
-- behind the hash and number it cut at, or the chain cannot be verified.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was recorded in % is not changed or removed.', tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger append_only_whole before truncate on audit_event execute function refuse_change();
-- The head moves with an event and in no other way.
create trigger head_follows before insert or update or delete on audit_head for each row
  when (pg_trigger_depth() = 0) execute function refuse_change();
create trigger head_stays before truncate on audit_head execute function refuse_change();

-- Also one's own doings for nobody, a visitor's, and those of whoever runs the installation.
alter policy app_insert on audit_event with check (
  hub_id is not distinct from acting_hub() and organisation_id is not distinct from acting_organisation()
  and person_id is not distinct from acting_person());
create policy app_insert_founding on audit_event for insert to navet_app with check (
  kind = 'hubMade' and hub_id = object_id and person_id = acting_person() and acts_as('OPERATOR'));
-- What the hub's staff did with an organisation's things, that organisation sees, too.
create policy app_select_concerning on audit_event for select to navet_app using (
  hub_id = acting_hub() and concerns_id = acting_organisation());

-- In the log the hub's administrators read the names of the hub's own staff.
create policy app_select_hub_staff on person for select to navet_app using (
  acts_as('HUB_ADMIN') and exists (select from hub_role r where r.hub_id = acting_hub() and r.person_id = person.id));

-- 2. What a hub says of its accessibility --------------------------------------------------------

-- Swedish law asks for these (DOS-lagen, Digg's regulations); a Norwegian body declares at uustatus.no.
-- Written in the hub's own language. Lists have one entry a line.
create table accessibility_statement (
  hub_id uuid not null primary key,
  actor text not null default '',
  service text not null default '',
  compliance text constraint compliance_is_known check (compliance in ('FULL', 'PARTIAL', 'NONE')),
  defects text not null default '',
  assessed_on date,
  updated_on date,
  method text not null default '',
  contact text not null default '',
  supervision text not null default '',
  burden text not null default '',
  outside text not null default '',
  declaration text not null default '',
  constraint supervision_is_a_web_address check (supervision = '' or supervision ~ '^https://[^\s"<>]+$'),
  constraint declaration_is_at_uustatus check (declaration = '' or declaration ~ '^https://(www\.)?uustatus\.no/[^\s"<>]+$')
);
alter table accessibility_statement add constraint accessibility_statement_hub_id_fkey foreign key (hub_id) references hub (id);
call build_wall('accessibility_statement', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);

-- What is still empty of all that must be there before visitors come, as codes; texts in every
-- language of the hub.
create function empty_for_live(h hub) returns text[] language sql stable as $$
  with s as (select coalesce((select a from accessibility_statement a where a.hub_id = h.id),
    row(h.id, '', '', null, '', null, null, '', '', '', '', '', '')::accessibility_statement) as s),
  spoken as (select unnest(h.languages) as language),
  wanted (place, code, there) as (
    select 1, 'address', h.address <> ''
    union all select 2, 'contactEmail', h.contact_email <> ''
    union all select 3, 'welcome.' || language, coalesce(h.welcome ->> language, '') <> '' from spoken
    union all select 4, 'mission.' || language, coalesce(h.mission ->> language, '') <> '' from spoken
    union all select 5, 'contactRole.' || language, coalesce(h.contact_role ->> language, '') <> '' from spoken
    union all select 6, 'statement.declaration', (s.s).declaration <> '' from s where h.country = 'NO'
    union all select 7, 'statement.' || code, there from s, lateral (values
      ('actor', (s.s).actor <> ''), ('service', (s.s).service <> ''), ('compliance', (s.s).compliance is not null),
      ('defects', (s.s).defects <> '' or (s.s).compliance is not distinct from 'FULL'), ('assessedOn', (s.s).assessed_on is not null),
      ('updatedOn', (s.s).updated_on is not null), ('method', (s.s).method <> ''), ('contact', (s.s).contact <> ''),
      ('supervision', (s.s).supervision <> ''), ('burden', (s.s).burden <> ''), ('outside', (s.s).outside <> '')
    ) as field (code, there) where h.country = 'SE')
  select coalesce(array_agg(code order by place), '{}') from wanted where not there
$$;

-- Open to visitors means: nothing of it is empty, and stays so. Asked at the end of the transaction, so
-- that a hub and its statement may be written in any order.
create function keep_ready_when_live() returns trigger
language plpgsql security definer set search_path = public as $$
declare h hub; asked uuid; missing text[];
begin
  if tg_table_name = 'hub' then asked := new.id; elsif tg_op = 'DELETE' then asked := old.hub_id; else asked := new.hub_id; end if;
  select * into h from hub where hub.id = asked;
  if not found or not h.live then return null; end if;
  missing := empty_for_live(h);
  if missing <> '{}' then
    raise exception 'A hub open to visitors violates check constraint "hub_is_ready_when_live": % is empty',
      array_to_string(missing, ', ') using errcode = '23514', constraint = 'hub_is_ready_when_live';
  end if;
  return null;
end $$;
alter function keep_ready_when_live() owner to navet_system;
revoke execute on function keep_ready_when_live() from public;
create constraint trigger hub_is_ready_when_live after insert or update on hub
  deferrable initially deferred for each row execute function keep_ready_when_live();
create constraint trigger statement_stays_when_live after insert or update or delete on accessibility_statement
  deferrable initially deferred for each row execute function keep_ready_when_live();

-- 3. A barrier met, or a copy asked for: without signing in and without a name ----------------------

create table barrier_report (
  hub_id uuid not null,
  id uuid not null,
  -- What the reporter is shown and can refer to; made at random, so that it tells nothing.
  number text not null,
  kind text not null constraint barrier_kind_is_known check (kind in ('BARRIER', 'COPY')),
  place text not null default '',
  text text not null,
  name text not null default '',
  email text not null default '',
  created_at timestamptz(3) not null default now(),
  handled_at timestamptz(3),
  constraint barrier_report_pkey primary key (hub_id, id),
  constraint barrier_report_hub_id_number_key unique (hub_id, number),
  constraint barrier_report_says_something check (text <> '')
);
create index barrier_report_hub_id_created_at_idx on barrier_report (hub_id, created_at);
alter table barrier_report add constraint barrier_report_hub_id_fkey foreign key (hub_id) references hub (id);
call build_wall('barrier_report', $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and handled_at is null $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
-- A report is not rewritten, only handled.
revoke update on barrier_report from navet_app;
grant update (handled_at) on barrier_report to navet_app;

-- A visitor's letter goes to the hub they stand in and to nobody else; the operator's to whom they appoint.
create policy app_insert_to_the_hub on mail for insert to navet_app with check (
  hub_id = acting_hub() and recipient = (select h.contact_email from hub h where h.id = acting_hub()));
create policy app_insert_by_operator on mail for insert to navet_app with check (
  hub_id is null and acts_as('OPERATOR'));

-- 4. Making and changing a hub --------------------------------------------------------------------

alter table hub drop constraint hub_slug_is_an_address;
alter table hub add constraint hub_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and slug not in ('sign-in', 'account', 'outbox', 'api', 'about', 'accessibility', 'privacy', 'trouble', 'operator', 'sv', 'nb', 'en'));
alter table hub add constraint hub_languages_are_spoken check (
  cardinality(languages) between 1 and 3 and languages <@ array['sv', 'nb', 'en']);
alter table hub add constraint hub_colours_are_colours check (
  accent ~ '^#[0-9a-f]{6}$' and support ~ '^#[0-9a-f]{6}$');

-- Slug, country, zone and operator stay as they were made.
grant update (name, welcome, mission, contact_email, contact_role, address, area_m2, accent, support, languages, live)
  on hub to navet_app;
create policy app_update on hub for update to navet_app
  using (id = acting_hub() and acts_as('HUB_ADMIN')) with check (id = acting_hub() and acts_as('HUB_ADMIN'));

create function runs_installation() returns boolean
language sql stable security definer set search_path = public as $$
  -- A definer function changes who asks, not the role that was set before.
  select current_setting('role', true) = 'navet_system'
    or exists (select from installation_operator i join person p on p.id = i.person_id
      where i.person_id = acting_person() and p.withdrawn_at is null)
$$;

-- A hub is made whole or not at all: its operator, its first administrator, nothing for visitors yet.
-- By those who run the installation, who see nothing inside it afterwards.
create function make_hub(given jsonb) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  new_hub uuid := (given ->> 'id')::uuid;
  land "Country" := (given ->> 'country')::"Country";
  official_code text := given ->> 'operatorCode';
  operator uuid;
  admin person;
  known boolean := true;
begin
  if not runs_installation() then return null; end if;
  if given ->> 'operatorNumber' is not null then
    select o.id into operator from organisation o where o.organisation_number = given ->> 'operatorNumber';
  elsif length(official_code) = 2 then
    select r.organisation_id into operator from region r where r.country = land and r.code = official_code;
  else
    select m.organisation_id into operator from municipality m where m.country = land and m.code = official_code;
  end if;
  if operator is null and official_code is not null then
    operator := gen_random_uuid();
    insert into organisation (id, slug, name, short_name, kind, side, country)
      select operator, (given ->> 'operatorSlug') || case when exists (select from organisation o
          where o.slug = given ->> 'operatorSlug') then '-' || official_code else '' end, official.name, official.name, official.kind::"OrganisationKind", 'PUBLIC', land
      from (select r.region_name as name, 'REGION' as kind from reference_region r
          where r.country = land and r.code = official_code and r.valid_to is null
        union all select m.name, 'MUNICIPALITY' from reference_municipality m
          where m.country = land and m.code = official_code and m.valid_to is null) official;
    if not found then operator := null;
    elsif length(official_code) = 2 then insert into region values (operator, land, official_code);
    else insert into municipality values (operator, land, official_code);
    end if;
  end if;
  if operator is null then
    raise exception 'violates constraint "hub_operator_is_known"' using errcode = '23503', constraint = 'hub_operator_is_known';
  end if;

  insert into hub (id, slug, name, country, zone, languages, accent, support, welcome, mission, address,
      contact_email, contact_role, picture, picture_alt, operator_id, live)
    select new_hub, given ->> 'slug', given ->> 'name', land, given ->> 'zone',
      array(select jsonb_array_elements_text(given -> 'languages')), given ->> 'accent', given ->> 'support',
      '{}', '{}', '', '', '{}', '/hubs/plain.svg', '{}', operator, false;
  insert into participation (hub_id, organisation_id, state) values (new_hub, operator, 'VERIFIED');

  select * into admin from person p where p.email = given ->> 'adminEmail';
  if not found then
    known := false;
    insert into person (id, email, name, locale)
      values (gen_random_uuid(), given ->> 'adminEmail', given ->> 'adminName', given -> 'languages' ->> 0)
      returning * into admin;
  elsif admin.withdrawn_at is not null then
    raise exception 'violates constraint "first_admin_is_here"' using errcode = '23514', constraint = 'first_admin_is_here';
  end if;
  insert into hub_role (hub_id, person_id, role) values (new_hub, admin.id, 'HUB_ADMIN');
  return jsonb_build_object('operator', operator, 'admin', admin.id, 'known', known, 'locale', admin.locale);
end $$;

-- Every hub of the installation, open or not: its name and who runs it, nothing of what is inside.
create function list_all_hubs() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country, 'live', h.live,
    'operator', o.name) order by h.name), '[]')
  from hub h join organisation o on o.id = h.operator_id where runs_installation()
$$;

do $$
declare door text;
begin
  foreach door in array array['runs_installation()', 'make_hub(jsonb)', 'list_all_hubs()'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;

-- Pages must know whether visitors find the hub: links to public pages lead nowhere before.
create or replace function hub_facts(h hub) returns jsonb language sql stable as $$
  select jsonb_build_object('id', h.id, 'slug', h.slug, 'name', h.name, 'country', h.country, 'zone', h.zone,
    'languages', h.languages, 'accent', h.accent, 'support', h.support, 'live', h.live)
$$;
