-- How the house is used, kept day by day without anyone's name; terms that are agreed to before a booking;
-- who is in today, for those whom it is shared with; what an organisation lets others see of its bookings.

-- Until which day the site's use is summed up.
alter table site add column used_until date;

-- Minutes that units were open, hour by hour of the site's clock, as the hours and closures were that day.
create table use_open (
  hub_id uuid not null,
  site_id uuid not null,
  day date not null,
  kind "PlaceKind" not null,
  hour integer not null,
  open_minutes integer not null,
  blocked_minutes integer not null,
  constraint use_open_pkey primary key (hub_id, site_id, day, kind, hour),
  constraint hours_are_of_a_day check (hour between 0 and 23 and open_minutes >= 0 and blocked_minutes between 0 and open_minutes)
);
alter table use_open add constraint use_open_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

-- Of these, what was taken, and by whom as prices tell people apart.
create table use_taken (
  hub_id uuid not null,
  site_id uuid not null,
  day date not null,
  kind "PlaceKind" not null,
  hour integer not null,
  actor_class "ActorClass" not null,
  booked_minutes integer not null,
  -- Of the booked ones.
  here_minutes integer not null,
  missed_minutes integer not null,
  leased_minutes integer not null,
  constraint use_taken_pkey primary key (hub_id, site_id, day, kind, hour, actor_class),
  constraint what_is_used_was_booked check (hour between 0 and 23 and leased_minutes >= 0
    and here_minutes >= 0 and missed_minutes >= 0 and here_minutes + missed_minutes <= booked_minutes)
);
alter table use_taken add constraint use_taken_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

-- A booking's day as statistics need it: somebody, who is the same somebody the next day, and nobody by name.
create table use_stay (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  day date not null,
  kind "PlaceKind" not null,
  actor_class "ActorClass" not null,
  someone uuid not null,
  first_hour integer not null,
  last_hour integer not null,
  constraint use_stay_pkey primary key (hub_id, site_id, day, id, kind),
  constraint stays_are_within_a_day check (0 <= first_hour and first_hour <= last_hour and last_hour <= 23)
);
alter table use_stay add constraint use_stay_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

-- Who is which somebody, for as long as that is needed to count people once. Without a row it is nobody any more.
create table use_someone (
  hub_id uuid not null,
  person_id uuid not null,
  someone uuid not null,
  since date not null,
  constraint use_someone_pkey primary key (hub_id, person_id)
);
create index use_someone_person_id_idx on use_someone (person_id);
alter table use_someone add constraint use_someone_hub_id_fkey foreign key (hub_id) references hub (id);
alter table use_someone add constraint use_someone_person_id_fkey foreign key (person_id) references person (id);

-- Nobody reads these but through use_report, which withholds small groups.
call build_wall('use_open', null);
call build_wall('use_taken', null);
call build_wall('use_stay', null);
call build_wall('use_someone', null);

-- Minutes that times have within others.
create function minutes_within(times tstzmultirange, within tstzrange) returns integer
language sql immutable parallel safe as $$
  select coalesce(round(sum(extract(epoch from upper(r) - lower(r))) / 60), 0)::integer
  from unnest(times * tstzmultirange(within)) as r where not isempty(r)
$$;

-- Sums up a day of a site. `open` lists when each unit was open: [{"unit", "kind", "from", "to"}]. Each unit counts
-- once, as the smallest place it can be had as: a booked office counts as its desks.
create function sum_up_use(hub uuid, wanted_site uuid, wanted_day date, open jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  zone text;
  begins timestamptz;
  ends timestamptz;
begin
  select s.zone into zone from site s where s.hub_id = hub and s.id = wanted_site;
  begins := wanted_day::timestamp at time zone zone;
  ends := (wanted_day + 1)::timestamp at time zone zone;
  delete from use_open where hub_id = hub and site_id = wanted_site and day = wanted_day;
  delete from use_taken where hub_id = hub and site_id = wanted_site and day = wanted_day;
  delete from use_stay where hub_id = hub and site_id = wanted_site and day = wanted_day;

  -- Whole hours of the clock are whole hours of UTC in every zone that the portal knows.
  create temporary table if not exists use_piece (
    unit uuid, kind "PlaceKind", hour integer, piece tstzrange) on commit drop;
  truncate use_piece;
  insert into use_piece
    select o.unit, o.kind, extract(hour from h at time zone zone)::integer,
      tstzrange(greatest(o."from", h), least(o."to", h + interval '1 hour'), '[)')
    from jsonb_to_recordset(open) as o(unit uuid, kind "PlaceKind", "from" timestamptz, "to" timestamptz)
    cross join lateral generate_series(date_trunc('hour', o."from"), o."to" - interval '1 microsecond', interval '1 hour') as h;

  insert into use_open
    select hub, wanted_site, wanted_day, p.kind, p.hour,
      sum(minutes_within(tstzmultirange(p.piece), p.piece)), sum(coalesce(minutes_within(b.times, p.piece), 0))
    from use_piece p
    left join (
      select o.unit_id, range_agg(tstzrange(o.starts_at, least(o.ends_at, o.released_at), '[)')) as times
      from occupancy o where o.hub_id = hub and o.kind = 'BLOCK' and o.unit_id in (select unit from use_piece)
        and o.starts_at < ends and coalesce(least(o.ends_at, o.released_at), 'infinity') > greatest(begins, o.starts_at)
      group by o.unit_id) b on b.unit_id = p.unit
    group by p.kind, p.hour;

  -- The units a booking had, wherever else it was before.
  create temporary table if not exists use_booked (
    id uuid, person_id uuid, actor_class "ActorClass", status "BookingStatus", unit uuid, time tstzrange) on commit drop;
  truncate use_booked;
  insert into use_booked
    select distinct b.id, b.booked_for_id, b.actor_class, b.status, o.unit_id,
      tstzrange(b.starts_at, greatest(b.starts_at, coalesce(b.left_at, b.ends_at)), '[)')
    from place p
    join booking b on b.hub_id = p.hub_id and b.place_id = p.id
    join occupancy o on o.hub_id = b.hub_id and o.booking_id = b.id
      and (o.released_at is null or o.release_reason in ('NO_SHOW', 'EARLY'))
    where p.hub_id = hub and p.site_id = wanted_site and b.status in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW')
      and b.starts_at < ends and b.starts_at > begins - interval '32 days' and b.ends_at > begins;

  insert into use_taken
    select hub, wanted_site, wanted_day, t.kind, t.hour, t.actor_class,
      sum(t.booked), sum(t.here), sum(t.missed), sum(t.leased)
    from (
      select p.kind, p.hour, b.actor_class, m.minutes as booked,
        case when b.status = 'CHECKED_IN' then m.minutes else 0 end as here,
        case when b.status = 'NO_SHOW' then m.minutes else 0 end as missed, 0 as leased
      from use_piece p join use_booked b on b.unit = p.unit and b.time && p.piece
      cross join lateral (select minutes_within(tstzmultirange(b.time), p.piece) as minutes) m
      union all
      select p.kind, p.hour, l.actor_class, 0, 0, 0, minutes_within(l.times, p.piece)
      from use_piece p join (
        select o.unit_id, actor_class(hub, l.organisation_id) as actor_class,
          range_agg(tstzrange(o.starts_at, least(o.ends_at, o.released_at), '[)')) as times
        from occupancy o join lease l on l.hub_id = o.hub_id and l.id = o.lease_id
        where o.hub_id = hub and o.kind = 'LEASE' and o.unit_id in (select unit from use_piece)
          and o.starts_at < ends and coalesce(least(o.ends_at, o.released_at), 'infinity') > greatest(begins, o.starts_at)
          and l.status in ('SIGNED', 'NOTICE')
        group by o.unit_id, 2) l on l.unit_id = p.unit
    ) t
    group by t.kind, t.hour, t.actor_class having sum(t.booked) + sum(t.leased) > 0;

  insert into use_someone
    select distinct hub, b.person_id, gen_random_uuid(), wanted_day from (select distinct person_id from use_booked) b
    on conflict do nothing;
  insert into use_stay
    select hub, made.id, wanted_site, wanted_day, p.kind, b.actor_class, s.someone, min(p.hour), max(p.hour)
    from use_booked b
    join (select one.id as booking, gen_random_uuid() as id from (select distinct id from use_booked) one) made on made.booking = b.id
    join use_piece p on p.unit = b.unit and p.piece && b.time
    join use_someone s on s.hub_id = hub and s.person_id = b.person_id
    group by made.id, p.kind, b.actor_class, s.someone;
  update site set used_until = greatest(used_until, wanted_day) where hub_id = hub and id = wanted_site;
end $$;

-- Every group of a report with its figures, and whether it is withheld: behind it are fewer than five people; or
-- it is the smallest of the others, so that what is withheld is never the total less the rest.
create function use_groups(first_day date, last_day date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with o as (
    select d.dimension, d.key, sum(u.open_minutes) as open_minutes, sum(u.blocked_minutes) as blocked_minutes
    from use_open u
    cross join lateral (values ('total', ''), ('site', u.site_id::text), ('kind', u.kind::text),
      ('weekday', extract(isodow from u.day)::text), ('hour', u.hour::text)) as d(dimension, key)
    where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
    group by 1, 2
  ), t as (
    select d.dimension, d.key, sum(u.leased_minutes) as leased_minutes, sum(u.booked_minutes) as booked_minutes,
      sum(u.here_minutes) as here_minutes, sum(u.missed_minutes) as missed_minutes
    from use_taken u
    cross join lateral (values ('total', ''), ('site', u.site_id::text), ('kind', u.kind::text),
      ('weekday', extract(isodow from u.day)::text), ('hour', u.hour::text), ('actor', u.actor_class::text)) as d(dimension, key)
    where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
    group by 1, 2
  ), s as (
    select d.dimension, d.key, count(distinct u.id) as bookings, count(distinct u.someone) as people
    from use_stay u
    cross join lateral (
      select * from (values ('total', ''), ('site', u.site_id::text), ('kind', u.kind::text),
        ('weekday', extract(isodow from u.day)::text), ('actor', u.actor_class::text)) as v(dimension, key)
      union all select 'hour', h::text from generate_series(u.first_hour, u.last_hour) as h) as d
    where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
    group by 1, 2
  ), every as (
    select dimension, key, coalesce(o.open_minutes, 0) as open_minutes, coalesce(o.blocked_minutes, 0) as blocked_minutes,
      coalesce(t.leased_minutes, 0) as leased_minutes, coalesce(t.booked_minutes, 0) as booked_minutes,
      coalesce(t.here_minutes, 0) as here_minutes, coalesce(t.missed_minutes, 0) as missed_minutes,
      coalesce(s.bookings, 0) as bookings, coalesce(s.people, 0) as people
    from o full join t using (dimension, key) full join s using (dimension, key)
  )
  select e.*, e.people between 1 and 4
    or (e.people > 4 and bool_or(e.people between 1 and 4) over (partition by e.dimension)
      and row_number() over (partition by e.dimension order by e.people < 5, e.people, e.key) = 1)
  from every e
$$;

-- What the house may know of its use. Figures of a group that is withheld never leave the database; neither do
-- those of a site or kind that is withheld among the others, asked for on its own.
create function use_report(first_day date, last_day date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with shut as (
    select exists (select from use_groups(first_day, last_day, wanted_site, null) g
        where wanted_kind is not null and g.dimension = 'kind' and g.key = wanted_kind and g.withheld)
      or exists (select from use_groups(first_day, last_day, null, null) g
        where wanted_site is not null and g.dimension = 'site' and g.key = wanted_site::text and g.withheld) as it_is
  )
  select g.dimension, g.key, g.open_minutes, g.blocked_minutes, g.leased_minutes,
    case when not w.it_is then g.booked_minutes end, case when not w.it_is then g.here_minutes end,
    case when not w.it_is then g.missed_minutes end, case when not w.it_is then g.bookings end,
    case when not w.it_is then g.people end, w.it_is
  from shut, use_groups(first_day, last_day, wanted_site, wanted_kind) g
  cross join lateral (select g.withheld or (shut.it_is and g.people > 0) as it_is) w
  where acts_as('HOST') or acts_as('HUB_ADMIN')
$$;

alter function minutes_within(tstzmultirange, tstzrange) owner to navet_system;
alter function sum_up_use(uuid, uuid, date, jsonb) owner to navet_system;
alter function use_groups(date, date, uuid, text) owner to navet_system;
alter function use_report(date, date, uuid, text) owner to navet_system;
revoke execute on function sum_up_use(uuid, uuid, date, jsonb), use_groups(date, date, uuid, text),
  use_report(date, date, uuid, text) from public;
grant execute on function sum_up_use(uuid, uuid, date, jsonb) to navet_system;
grant execute on function use_report(date, date, uuid, text) to navet_app, navet_system;

-- What has to be agreed to before a kind of place, or one place, is booked. A row a version; what was written
-- stays as it was written.
create table house_terms (
  hub_id uuid not null,
  id uuid not null,
  kind "PlaceKind",
  place_id uuid,
  version integer not null,
  title jsonb not null,
  text jsonb not null,
  -- The first day, as the site's calendar has it.
  valid_from date not null,
  -- False: from that day on nothing is asked any more.
  demanded boolean not null,
  made_by_id uuid not null,
  made_at timestamptz(3) not null default now(),
  constraint house_terms_pkey primary key (hub_id, id),
  constraint terms_are_of_one_thing check (num_nonnulls(kind, place_id) = 1 and version > 0)
);
create unique index house_terms_hub_id_kind_place_id_version_key on house_terms (hub_id, kind, place_id, version) nulls not distinct;
create index house_terms_hub_id_place_id_idx on house_terms (hub_id, place_id);
create index house_terms_made_by_id_idx on house_terms (made_by_id);
alter table house_terms add constraint house_terms_hub_id_fkey foreign key (hub_id) references hub (id);
alter table house_terms add constraint house_terms_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table house_terms add constraint house_terms_made_by_id_fkey foreign key (made_by_id) references person (id);

create table terms_acceptance (
  hub_id uuid not null,
  terms_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  accepted_at timestamptz(3) not null default now(),
  constraint terms_acceptance_pkey primary key (hub_id, terms_id, organisation_id)
);
create index terms_acceptance_organisation_id_idx on terms_acceptance (organisation_id);
create index terms_acceptance_person_id_idx on terms_acceptance (person_id);
alter table terms_acceptance add constraint terms_acceptance_terms_id_fkey foreign key (hub_id, terms_id) references house_terms (hub_id, id);
alter table terms_acceptance add constraint terms_acceptance_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table terms_acceptance add constraint terms_acceptance_person_id_fkey foreign key (person_id) references person (id);

call build_wall('house_terms', $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and made_by_id = acting_person() and acts_as('HUB_ADMIN') $$);
-- Somebody agrees for whom they act, and for nobody else: the house for none of its guests.
call build_wall('terms_acceptance',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and person_id = acting_person()
     and exists (select from membership m where m.organisation_id = terms_acceptance.organisation_id
       and m.person_id = terms_acceptance.person_id) $$);
revoke update, delete on house_terms, terms_acceptance from navet_system;

-- The terms of a place and of its kind that are in force on a day, the latest version of each.
create function terms_of(hub uuid, wanted_place uuid, on_day date) returns setof house_terms
language sql stable security definer set search_path = public as $$
  select t.* from (
    select distinct on (t.kind, t.place_id) t.* from house_terms t
    join place p on p.hub_id = t.hub_id and (t.place_id = p.id or t.kind = p.kind)
    where t.hub_id = hub and p.id = wanted_place and t.valid_from <= on_day
    order by t.kind, t.place_id, t.valid_from desc, t.version desc) t
  where t.demanded
$$;

-- However a booking comes about, it stands only where its organisation has agreed. A hold may be had without,
-- since who waited gets one unasked.
create function terms_before_booking() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if new.status in ('PENDING', 'CONFIRMED') and exists (
    select from place p join site s on s.hub_id = p.hub_id and s.id = p.site_id
    cross join lateral terms_of(new.hub_id, p.id, (new.created_at at time zone s.zone)::date) t
    where p.hub_id = new.hub_id and p.id = new.place_id and not exists (select from terms_acceptance a
      where a.hub_id = t.hub_id and a.terms_id = t.id and a.organisation_id = new.organisation_id)) then
    raise exception 'terms are not agreed to: constraint "terms_before_booking"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger terms_before_booking before insert on booking for each row execute function terms_before_booking();
create trigger terms_before_booking_elsewhere before update of place_id, status on booking for each row
  when (new.place_id is distinct from old.place_id or old.status = 'HELD') execute function terms_before_booking();

alter function terms_of(uuid, uuid, date) owner to navet_system;
alter function terms_before_booking() owner to navet_system;
revoke execute on function terms_of(uuid, uuid, date) from public;
grant execute on function terms_of(uuid, uuid, date) to navet_app, navet_system;

-- What others at the hub see of an organisation's bookings is its own choice, and nothing else of its
-- participation is.
create function choose_shown(wanted "BookingShown") returns boolean
language plpgsql security definer set search_path = public as $$
begin
  if not administers(acting_organisation()) then return false; end if;
  update participation set bookings_shown = wanted
    where hub_id = acting_hub() and organisation_id = acting_organisation() and state = 'VERIFIED';
  return found;
end $$;
alter function choose_shown("BookingShown") owner to navet_system;
revoke execute on function choose_shown("BookingShown") from public;
grant execute on function choose_shown("BookingShown") to navet_app;

-- With whom somebody shares that they are in the house: nobody unless they say so.
create type "PresenceCircle" as enum ('NOBODY', 'ORGANISATION', 'PUBLIC', 'EVERYONE');

-- What somebody wants on days when they have booked a place, until they say otherwise.
create table presence_wish (
  hub_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  circle "PresenceCircle" not null,
  constraint presence_wish_pkey primary key (hub_id, person_id, organisation_id)
);
create index presence_wish_person_id_idx on presence_wish (person_id);
create index presence_wish_organisation_id_idx on presence_wish (organisation_id);
alter table presence_wish add constraint presence_wish_hub_id_fkey foreign key (hub_id) references hub (id);
alter table presence_wish add constraint presence_wish_person_id_fkey foreign key (person_id) references person (id);
alter table presence_wish add constraint presence_wish_organisation_id_fkey foreign key (organisation_id) references organisation (id);

-- Who is in on a day, for those whom the circle names. A row that says NOBODY is a word, too: not today.
create table presence (
  hub_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  day date not null,
  circle "PresenceCircle" not null,
  -- It follows from a booking and goes with it; otherwise somebody's own word for the day.
  derived boolean not null,
  constraint presence_pkey primary key (hub_id, day, person_id, organisation_id)
);
create index presence_person_id_idx on presence (person_id);
create index presence_organisation_id_idx on presence (organisation_id);
alter table presence add constraint presence_hub_id_fkey foreign key (hub_id) references hub (id);
alter table presence add constraint presence_person_id_fkey foreign key (person_id) references person (id);
alter table presence add constraint presence_organisation_id_fkey foreign key (organisation_id) references organisation (id);

-- The day that is today at the acting hub.
create function hub_today() returns date language sql stable as $$
  select (now() at time zone h.zone)::date from hub h where h.id = acting_hub()
$$;

-- The whole of who may know of another: one's own; public bodies where it says so; everyone that takes part where it
-- says so. The house's staff know no more for being staff. The day is over at midnight of the hub, whether or not the
-- row is gone yet.
create function is_shared(p presence) returns boolean language sql stable as $$
  select p.hub_id = acting_hub() and p.day = hub_today() and acting_side() is not null and (p.circle = 'EVERYONE'
    or (coalesce(current_setting('navet.roles', true), '') = '' and (
      (p.circle = 'PUBLIC' and acting_side() = 'PUBLIC')
      or (p.circle <> 'NOBODY' and p.organisation_id = acting_organisation()))))
$$;
call build_wall('presence',
  $$ hub_id = acting_hub() and (person_id = acting_person() or is_shared(presence)) $$,
  $$ hub_id = acting_hub() and person_id = acting_person() and organisation_id = acting_organisation()
     and acting_side() is not null and day = hub_today() $$,
  $$ hub_id = acting_hub() and person_id = acting_person() and organisation_id = acting_organisation() and day = hub_today() $$);
-- Names of those, since nobody reads the names of other bodies' people.
create function who_is_in() returns table (person text, organisation text, circle "PresenceCircle")
language sql stable security definer set search_path = public as $$
  select who.name, o.name, p.circle from presence p
  join person who on who.id = p.person_id and who.withdrawn_at is null
  join organisation o on o.id = p.organisation_id
  where p.hub_id = acting_hub() and p.person_id is distinct from acting_person() and is_shared(p)
    and exists (select from membership m where m.person_id = p.person_id and m.organisation_id = p.organisation_id)
    and exists (select from participation t where t.hub_id = p.hub_id and t.organisation_id = p.organisation_id
      and t.state = 'VERIFIED')
  order by o.name, who.name limit 500
$$;
call build_wall('presence_wish',
  $$ hub_id = acting_hub() and person_id = acting_person() $$,
  $$ hub_id = acting_hub() and person_id = acting_person() and organisation_id = acting_organisation()
     and acting_side() is not null $$,
  $$ hub_id = acting_hub() and person_id = acting_person() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and person_id = acting_person() $$);

-- For the house in case of fire: how many are checked in now, and no word of who.
create function count_here() returns integer
language sql stable security definer set search_path = public as $$
  select case when acts_as('HOST') or acts_as('HUB_ADMIN') then (
    select count(distinct b.booked_for_id)::integer from booking b
    where b.hub_id = acting_hub() and b.status = 'CHECKED_IN' and b.starts_at <= now() and b.ends_at > now()
      and b.left_at is null) end
$$;
-- What somebody wants on days with a booking, done for today: shown with the booking, gone with it. Somebody's own
-- word for the day stands.
create function follow_bookings(hub uuid, moment timestamptz) returns integer
language plpgsql security definer set search_path = public as $$
declare
  today date;
  changed integer;
  gone integer;
begin
  select (moment at time zone h.zone)::date into today from hub h where h.id = hub;
  create temporary table if not exists coming_in (person_id uuid, organisation_id uuid, circle "PresenceCircle") on commit drop;
  truncate coming_in;
  insert into coming_in
    select distinct on (w.person_id) w.person_id, w.organisation_id, w.circle from presence_wish w
    join hub h on h.id = w.hub_id
    join booking b on b.hub_id = w.hub_id and b.booked_for_id = w.person_id and b.organisation_id = w.organisation_id
      and b.status in ('CONFIRMED', 'CHECKED_IN')
      and b.starts_at < (today + 1)::timestamp at time zone h.zone and b.ends_at > today::timestamp at time zone h.zone
    where w.hub_id = hub and w.circle <> 'NOBODY'
    order by w.person_id, b.starts_at;
  delete from presence p where p.hub_id = hub and p.derived and p.day = today
    and not exists (select from coming_in c where c.person_id = p.person_id
      and c.organisation_id = p.organisation_id and c.circle = p.circle);
  get diagnostics gone = row_count;
  insert into presence (hub_id, person_id, organisation_id, day, circle, derived)
    select hub, c.person_id, c.organisation_id, today, c.circle, true from coming_in c on conflict do nothing;
  get diagnostics changed = row_count;
  return gone + changed;
end $$;

alter function count_here() owner to navet_system;
alter function who_is_in() owner to navet_system;
alter function follow_bookings(uuid, timestamptz) owner to navet_system;
revoke execute on function count_here(), who_is_in(), follow_bookings(uuid, timestamptz) from public;
grant execute on function count_here(), who_is_in() to navet_app, navet_system;
grant execute on function follow_bookings(uuid, timestamptz) to navet_system;
