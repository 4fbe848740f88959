-- Come and see: what it takes to show a demo, the times at which it is shown, and the groups that come. Zone,
-- kit, guide and company host each are a unit, so that the one constraint of occupancy judges them all.

create type "ResourceKind" as enum ('KIT', 'GUIDE', 'HOST');
create type "GuidedState" as enum ('OPEN', 'CANCELLED');

-- A thing or a person that is reserved for a guided demo.
create table guided_resource (
  hub_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind "ResourceKind" not null,
  -- What a thing is called; people have names of their own.
  name text not null default '',
  person_id uuid,
  -- Whose a company host is.
  organisation_id uuid,
  -- What a person can show in.
  languages text[] not null default '{}',
  retired_at timestamptz(3),
  constraint guided_resource_pkey primary key (hub_id, id),
  constraint guided_resource_unit_id_fkey foreign key (hub_id, unit_id) references unit (hub_id, id),
  constraint guided_resource_person_id_fkey foreign key (person_id) references person (id),
  constraint guided_resource_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint things_have_names_and_people_themselves check ((kind = 'KIT') = (person_id is null) and (kind = 'KIT') = (name <> '')),
  constraint a_host_is_of_an_organisation check ((kind = 'HOST') = (organisation_id is not null))
);
create unique index guided_resource_hub_id_unit_id_key on guided_resource (hub_id, unit_id);
-- Nobody is in two places: one unit for a person, whatever they are to the demo.
create unique index guided_resource_hub_id_person_id_key on guided_resource (hub_id, person_id);
create index guided_resource_person_id_idx on guided_resource (person_id);
create index guided_resource_organisation_id_idx on guided_resource (organisation_id);

-- How one demo is shown to a group.
create table presentation (
  hub_id uuid not null,
  demo_id uuid not null,
  place_id uuid not null,
  minutes integer not null,
  group_from integer not null,
  group_to integer not null,
  languages text[] not null,
  host_needed boolean not null default false,
  -- Whether groups may ask for it now.
  open boolean not null default true,
  notice_hours integer not null default 24,
  constraint presentation_pkey primary key (hub_id, demo_id),
  constraint presentation_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint presentation_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id),
  constraint groups_have_a_size check (0 < group_from and group_from <= group_to and group_to <= 500),
  constraint presentations_last check (minutes between 15 and 480 and notice_hours between 0 and 720),
  constraint presentations_are_told_in_a_language check (cardinality(languages) > 0)
);
create index presentation_hub_id_place_id_idx on presentation (hub_id, place_id);

-- The kit it needs, all of it; the guides and hosts of whom one is needed.
create table presentation_resource (
  hub_id uuid not null,
  demo_id uuid not null,
  resource_id uuid not null,
  constraint presentation_resource_pkey primary key (hub_id, demo_id, resource_id),
  constraint presentation_resource_demo_id_fkey foreign key (hub_id, demo_id) references presentation (hub_id, demo_id),
  constraint presentation_resource_resource_id_fkey foreign key (hub_id, resource_id) references guided_resource (hub_id, id)
);
create index presentation_resource_hub_id_resource_id_idx on presentation_resource (hub_id, resource_id);

create table guided_session (
  hub_id uuid not null,
  id uuid not null,
  demo_id uuid not null,
  place_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  language text not null,
  seats integer not null,
  -- How many come, of all groups; kept by a trigger.
  taken integer not null default 0,
  -- Opened by the house, which keeps it also while nobody has booked.
  by_house boolean not null default false,
  state "GuidedState" not null default 'OPEN',
  reason text not null default '',
  made_by_id uuid not null,
  made_at timestamptz(3) not null default now(),
  constraint guided_session_pkey primary key (hub_id, id),
  constraint guided_session_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint guided_session_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id),
  constraint guided_session_made_by_id_fkey foreign key (made_by_id) references person (id),
  constraint sessions_end_after_they_start check (starts_at < ends_at),
  constraint no_more_than_there_are_seats check (taken between 0 and seats)
);
create index guided_session_hub_id_starts_at_idx on guided_session (hub_id, starts_at);
create index guided_session_hub_id_demo_id_starts_at_idx on guided_session (hub_id, demo_id, starts_at);
create index guided_session_hub_id_place_id_idx on guided_session (hub_id, place_id);
create index guided_session_made_by_id_idx on guided_session (made_by_id);

-- A group of an organisation that comes to a session.
create table guided_group (
  hub_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  organisation_id uuid not null,
  booked_by_id uuid not null,
  size integer not null,
  -- How many of what, as the group says.
  roles jsonb not null default '{}',
  -- What it hopes to get out of the visit.
  hopes text not null default '',
  state "GuidedState" not null default 'OPEN',
  revision integer not null default 0,
  made_at timestamptz(3) not null default now(),
  cancelled_at timestamptz(3),
  reminded_at timestamptz(3),
  constraint guided_group_pkey primary key (hub_id, id),
  constraint guided_group_session_id_fkey foreign key (hub_id, session_id) references guided_session (hub_id, id),
  constraint guided_group_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint guided_group_booked_by_id_fkey foreign key (booked_by_id) references person (id),
  constraint a_group_is_somebody check (size between 1 and 500),
  constraint cancelled_groups_say_when check ((state = 'CANCELLED') = (cancelled_at is not null))
);
create index guided_group_hub_id_session_id_idx on guided_group (hub_id, session_id);
create index guided_group_hub_id_organisation_id_idx on guided_group (hub_id, organisation_id);
create index guided_group_organisation_id_idx on guided_group (organisation_id);
create index guided_group_booked_by_id_idx on guided_group (booked_by_id);

-- What somebody in the group needs to come in and take part: apart, for few eyes, and gone a week after.
create table guided_access (
  hub_id uuid not null,
  group_id uuid not null,
  needs text not null,
  constraint guided_access_pkey primary key (hub_id, group_id),
  constraint guided_access_group_id_fkey foreign key (hub_id, group_id) references guided_group (hub_id, id),
  constraint access_needs_say_something check (needs <> '')
);

alter table occupancy add column session_id uuid;
alter table occupancy add constraint occupancy_session_id_fkey foreign key (hub_id, session_id) references guided_session (hub_id, id);
create index occupancy_hub_id_session_id_idx on occupancy (hub_id, session_id) where session_id is not null;
alter table occupancy drop constraint occupancy_has_its_source;
alter table occupancy add constraint occupancy_has_its_source check (
  (kind in ('BOOKING', 'HOLD')) = (booking_id is not null) and (kind = 'LEASE') = (lease_id is not null)
  and (kind = 'BLOCK') = (block_id is not null) and (kind = 'GUIDED') = (session_id is not null));

create function arranges_guided() returns boolean language sql stable as
  $$ select acts_as('HOST') or acts_as('HUB_ADMIN') $$;

call build_wall('guided_resource',
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and arranges_guided() $$,
  $$ hub_id = acting_hub() and arranges_guided() $$);
call build_wall('presentation',
  $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and arranges_guided() $$,
  $$ hub_id = acting_hub() and arranges_guided() $$);
call build_wall('presentation_resource',
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and arranges_guided() $$,
  null,
  $$ hub_id = acting_hub() and arranges_guided() $$);
-- That a time is taken, and how many seats are left, is seen by whoever may book; who comes is not.
call build_wall('guided_session',
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  null,
  $$ hub_id = acting_hub() and arranges_guided() $$);
call build_wall('guided_group',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or arranges_guided()
     or exists (select from guided_session s join showroom_demo d on d.hub_id = s.hub_id and d.id = s.demo_id
       where s.hub_id = guided_group.hub_id and s.id = guided_group.session_id and d.owner_id = acting_organisation())) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and booked_by_id = acting_person() and state = 'OPEN' $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or arranges_guided()) $$);
call build_wall('guided_access',
  $$ hub_id = acting_hub() and (arranges_guided() or exists (select from guided_group g
     where g.hub_id = guided_access.hub_id and g.id = guided_access.group_id and g.organisation_id = acting_organisation())) $$,
  $$ hub_id = acting_hub() and exists (select from guided_group g
     where g.hub_id = guided_access.hub_id and g.id = guided_access.group_id and g.organisation_id = acting_organisation()) $$,
  null,
  $$ hub_id = acting_hub() and exists (select from guided_group g
     where g.hub_id = guided_access.hub_id and g.id = guided_access.group_id and g.organisation_id = acting_organisation()) $$);

-- A thing or person gets a unit of its own at the site, where the constraint can see it.
create function add_guided_resource(resource uuid, at_site uuid, what "ResourceKind", called text, who uuid, whose uuid, speaks text[])
returns void language plpgsql security definer set search_path = public as $$
declare new_unit uuid := gen_random_uuid();
begin
  if not arranges_guided() or not exists (select from site where hub_id = acting_hub() and id = at_site) then
    raise exception 'no such site' using errcode = 'insufficient_privilege';
  end if;
  if what = 'HOST' and not exists (select from membership m join participation p
      on p.organisation_id = m.organisation_id and p.hub_id = acting_hub() and p.state = 'VERIFIED'
      where m.person_id = who and m.organisation_id = whose) then
    raise exception 'no such person' using errcode = 'insufficient_privilege';
  end if;
  if what = 'GUIDE' and not exists (select from hub_role r where r.hub_id = acting_hub() and r.person_id = who) then
    raise exception 'no such person' using errcode = 'insufficient_privilege';
  end if;
  insert into unit (hub_id, id, site_id, code) values (acting_hub(), new_unit, at_site, 'guided-' || resource);
  insert into guided_resource (hub_id, id, unit_id, kind, name, person_id, organisation_id, languages)
    values (acting_hub(), resource, new_unit, what, called, who, whose, speaks);
end $$;

-- What is free of these units within a time.
create function units_free(units uuid[], from_at timestamptz, to_at timestamptz) returns setof uuid
language sql stable security definer set search_path = public as $$
  select wanted.unit from unnest(units) as wanted (unit)
  where not exists (select from occupancy o where o.hub_id = acting_hub() and o.unit_id = wanted.unit and o.released_at is null
    and tstzrange(o.starts_at, o.ends_at) && tstzrange(from_at, to_at) and (o.held_until is null or o.held_until > now()))
$$;

/* Takes the zone, all the kit, a guide who speaks the language and, where one is needed, a host of its owner, for
   a time: all of them or, by an exception, nothing. Everything that could be asked for stands in one line, so that
   two who ask at once ask one after the other. */
create function open_guided_session(session uuid, demo uuid, from_at timestamptz, tongue text, house boolean)
returns void language plpgsql security definer set search_path = public as $$
declare
  shown presentation;
  zone uuid[]; kit uuid[]; guides uuid[]; hosts uuid[]; guide uuid; host uuid; until timestamptz;
begin
  select p.* into shown from presentation p join showroom_demo d on d.hub_id = p.hub_id and d.id = p.demo_id
    where p.hub_id = acting_hub() and p.demo_id = demo and d.status = 'PUBLISHED' and (p.open or arranges_guided());
  if shown.demo_id is null or acting_person() is null or (house and not arranges_guided()) then
    raise exception 'nothing to show' using errcode = 'insufficient_privilege';
  end if;
  until := from_at + make_interval(mins => shown.minutes);
  select array_agg(u.unit_id) into zone from place_unit u where u.hub_id = shown.hub_id and u.place_id = shown.place_id;
  select array_agg(r.unit_id) filter (where r.kind = 'KIT'),
    array_agg(r.unit_id) filter (where r.kind = 'GUIDE' and tongue = any (r.languages)),
    array_agg(r.unit_id) filter (where r.kind = 'HOST' and tongue = any (r.languages))
    into kit, guides, hosts
  from presentation_resource p join guided_resource r on r.hub_id = p.hub_id and r.id = p.resource_id and r.retired_at is null
  where p.hub_id = shown.hub_id and p.demo_id = demo;
  perform pg_advisory_xact_lock(place) from (
    select distinct hashtextextended(unit::text, 0) as place
    from unnest(zone || coalesce(kit, '{}') || coalesce(guides, '{}') || coalesce(hosts, '{}')) as unit order by 1) as line;
  perform release_expired_holds(zone, now());
  -- Of those who are free, the one with least to do that week; then by lot of their number.
  select f into guide from units_free(coalesce(guides, '{}'), from_at, until) f
    order by (select count(*) from occupancy o where o.hub_id = shown.hub_id and o.unit_id = f and o.released_at is null
      and o.starts_at between from_at - interval '3 days' and from_at + interval '3 days'), f limit 1;
  select f into host from units_free(coalesce(hosts, '{}'), from_at, until) f order by f limit 1;
  if guide is null or (shown.host_needed and host is null) then
    raise exception 'nobody is free: constraint "somebody_shows_it"' using errcode = '23514';
  end if;
  insert into guided_session (hub_id, id, demo_id, place_id, starts_at, ends_at, language, seats, by_house, made_by_id)
    values (shown.hub_id, session, demo, shown.place_id, from_at, until, tongue, shown.group_to, house, acting_person());
  insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, session_id)
    select shown.hub_id, gen_random_uuid(), unit, from_at, until, 'GUIDED', session
    from unnest(zone || coalesce(kit, '{}') || guide || case when shown.host_needed then host end) as unit where unit is not null;
end $$;

-- Somebody cannot after all: another who can takes over; where there is nobody it is called off, and false.
create function replace_in_session(session uuid, resource uuid, why text) returns boolean
language plpgsql security definer set search_path = public as $$
declare gone guided_resource; held guided_session; other uuid; others uuid[];
begin
  select * into gone from guided_resource where hub_id = acting_hub() and id = resource and kind <> 'KIT';
  select * into held from guided_session where hub_id = acting_hub() and id = session and state = 'OPEN' for update;
  if gone.id is null or held.id is null
    or not (arranges_guided() or gone.person_id = acting_person() or gone.organisation_id = acting_organisation()) then
    raise exception 'no such session' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(r.unit_id) into others from presentation_resource p
    join guided_resource r on r.hub_id = p.hub_id and r.id = p.resource_id and r.retired_at is null
    where p.hub_id = held.hub_id and p.demo_id = held.demo_id and r.kind = gone.kind and r.id <> gone.id
      and held.language = any (r.languages);
  perform pg_advisory_xact_lock(place) from (
    select distinct hashtextextended(unit::text, 0) as place from unnest(coalesce(others, '{}') || gone.unit_id) as unit order by 1) as line;
  update occupancy set released_at = now(), release_reason = 'DECLINED'
    where hub_id = held.hub_id and session_id = session and unit_id = gone.unit_id and released_at is null;
  if not found then
    raise exception 'no such session' using errcode = 'insufficient_privilege';
  end if;
  select f into other from units_free(coalesce(others, '{}'), held.starts_at, held.ends_at) f order by f limit 1;
  if other is null then
    update guided_session set state = 'CANCELLED', reason = why where hub_id = held.hub_id and id = session;
    return false;
  end if;
  insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, session_id)
    values (held.hub_id, gen_random_uuid(), other, held.starts_at, held.ends_at, 'GUIDED', session);
  return true;
end $$;

-- Who shows a session and who comes to it, to be written to: their addresses are nobody's to read otherwise.
create function guided_people(session uuid) returns table (id uuid, email text, locale text, part text)
language sql stable security definer set search_path = public as $$
  select p.id, p.email, p.locale::text, r.kind::text
  from occupancy o join guided_resource r on r.hub_id = o.hub_id and r.unit_id = o.unit_id
    join person p on p.id = r.person_id and p.withdrawn_at is null
  where o.hub_id = acting_hub() and o.session_id = session and o.released_at is null
  union all
  select p.id, p.email, p.locale::text, 'GROUP:' || g.id from guided_group g join person p on p.id = g.booked_by_id and p.withdrawn_at is null
  where g.hub_id = acting_hub() and g.session_id = session and g.state = 'OPEN'
$$;

-- Seats follow the groups; a session that was made for a group goes with its last one.
create function count_guided_seats() returns trigger language plpgsql security definer set search_path = public as $$
declare change integer; held guided_session;
begin
  change := (case when new.state = 'OPEN' then new.size else 0 end)
    - (case when tg_op = 'UPDATE' and old.state = 'OPEN' then old.size else 0 end);
  if change = 0 then return new; end if;
  update guided_session set taken = taken + change where hub_id = new.hub_id and id = new.session_id returning * into held;
  if held.state = 'CANCELLED' and change > 0 then
    raise exception 'it is cancelled: constraint "sessions_stand"' using errcode = '23514';
  end if;
  if held.taken = 0 and not held.by_house and held.state = 'OPEN' then
    update guided_session set state = 'CANCELLED' where hub_id = held.hub_id and id = held.id;
  end if;
  return new;
end $$;
create trigger groups_take_seats after insert or update on guided_group for each row execute function count_guided_seats();

-- What a group booked stays whose it was and when; only its size, words and end change.
create function keep_guided_group() returns trigger language plpgsql as $$
begin
  if (new.session_id, new.organisation_id) is distinct from (old.session_id, old.organisation_id) or old.state = 'CANCELLED' then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger groups_stand before update on guided_group for each row execute function keep_guided_group();

-- A session that is cancelled lets everything go, and its groups with it.
create function release_guided_session() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.state = 'CANCELLED' and old.state = 'OPEN' then
    update occupancy set released_at = now(), release_reason = 'CANCELLED'
      where hub_id = new.hub_id and session_id = new.id and released_at is null;
    update guided_group set state = 'CANCELLED', cancelled_at = now(), revision = revision + 1
      where hub_id = new.hub_id and session_id = new.id and state = 'OPEN';
  elsif new.state = 'OPEN' and old.state = 'CANCELLED' then
    raise exception 'what is cancelled stays so: constraint "sessions_stand"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger cancelled_sessions_let_go after update on guided_session for each row execute function release_guided_session();

alter function add_guided_resource(uuid, uuid, "ResourceKind", text, uuid, uuid, text[]) owner to navet_system;
alter function guided_people(uuid) owner to navet_system;
alter function units_free(uuid[], timestamptz, timestamptz) owner to navet_system;
alter function open_guided_session(uuid, uuid, timestamptz, text, boolean) owner to navet_system;
alter function replace_in_session(uuid, uuid, text) owner to navet_system;
alter function count_guided_seats() owner to navet_system;
alter function release_guided_session() owner to navet_system;
revoke execute on function add_guided_resource(uuid, uuid, "ResourceKind", text, uuid, uuid, text[]),
  units_free(uuid[], timestamptz, timestamptz), open_guided_session(uuid, uuid, timestamptz, text, boolean),
  replace_in_session(uuid, uuid, text), guided_people(uuid) from public;
grant execute on function add_guided_resource(uuid, uuid, "ResourceKind", text, uuid, uuid, text[]),
  units_free(uuid[], timestamptz, timestamptz), open_guided_session(uuid, uuid, timestamptz, text, boolean),
  replace_in_session(uuid, uuid, text), guided_people(uuid) to navet_app, navet_system;
