-- When the house is open, and what it asks of whoever books, as data that its staff edit: hours by kind,
-- actor and season, closures, holidays, quotas, waiting lists, reminders, what a late cancellation costs.

-- Hours that differ from the site's own: of a kind of place, for some, for a season. A weekday without
-- hours in the one that applies is closed.
create table opening_schedule (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  kind "PlaceKind",
  actor_class "ActorClass",
  -- The first and the last day; null is always.
  valid_from date,
  valid_to date,
  constraint opening_schedule_pkey primary key (hub_id, id),
  constraint schedules_are_for_something
    check (num_nonnulls(kind, actor_class, valid_from, valid_to) > 0 and valid_from <= valid_to)
);
alter table opening_schedule add constraint opening_schedule_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

-- An exclusion constraint lets null pass; said to be immutable since the names of kinds are never changed.
create function schedule_scope(kind "PlaceKind", actor "ActorClass") returns text
language sql immutable parallel safe as $$ select coalesce(kind::text, '') || ' ' || coalesce(actor::text, '') $$;
-- Two seasons of the same hours would contradict each other; a season and the rest of the year do not.
alter table opening_schedule add constraint no_two_schedules_at_once exclude using gist (
  hub_id with =, site_id with =, schedule_scope(kind, actor_class) with =,
  ((num_nonnulls(valid_from, valid_to) > 0)::integer) with =, daterange(valid_from, valid_to, '[]') with &&);

alter table opening_hours add column id uuid;
alter table opening_hours add column schedule_id uuid;
update opening_hours set id = gen_random_uuid();
alter table opening_hours alter column id set not null;
alter table opening_hours drop constraint opening_hours_pkey;
alter table opening_hours add constraint opening_hours_pkey primary key (hub_id, id);
create unique index opening_hours_hub_id_site_id_schedule_id_weekday_key
  on opening_hours (hub_id, site_id, schedule_id, weekday) nulls not distinct;
alter table opening_hours add constraint opening_hours_schedule_id_fkey foreign key (hub_id, schedule_id)
  references opening_schedule (hub_id, id) on delete cascade;

create type "ClosureState" as enum ('DRAFT', 'PUBLISHED', 'WITHDRAWN');
-- Local times of the site. No rows of occupancy: a lease may go on behind a closed door.
create table closure (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  -- A kind of place or one place; neither is the whole site.
  kind "PlaceKind",
  place_id uuid,
  from_day date not null,
  from_minute integer not null,
  to_day date not null,
  to_minute integer not null,
  yearly boolean not null,
  message jsonb not null,
  -- Who comes in all the same, with keys of their own.
  exempt "ActorClass"[] not null,
  state "ClosureState" not null default 'DRAFT',
  published_at timestamptz(3),
  constraint closure_pkey primary key (hub_id, id),
  constraint closures_end_after_they_begin check ((from_day, from_minute) < (to_day, to_minute)
    and from_minute between 0 and 1439 and to_minute between 0 and 1440),
  constraint closures_are_of_one_thing check (kind is null or place_id is null),
  constraint yearly_closures_are_short check (not yearly or to_day - from_day < 300),
  constraint published_closures_say_since_when check ((state = 'DRAFT') = (published_at is null))
);
create index closure_hub_id_site_id_idx on closure (hub_id, site_id);
alter table closure add constraint closure_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table closure add constraint closure_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);

-- What a site does on a public holiday or an eve; without a row it is closed.
create table holiday_choice (
  hub_id uuid not null,
  site_id uuid not null,
  holiday text not null,
  open boolean not null,
  -- Own hours of the day; null are the usual ones.
  opens integer,
  closes integer,
  constraint holiday_choice_pkey primary key (hub_id, site_id, holiday),
  constraint holiday_hours_are_whole check ((opens is null) = (closes is null)
    and (opens is null or (open and opens between 0 and 1425 and closes between opens + 15 and 1440)))
);
alter table holiday_choice add constraint holiday_choice_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

create type "QuotaScope" as enum ('PERSON', 'ORGANISATION');
create type "QuotaMeasure" as enum ('COUNT', 'MINUTES');
-- AHEAD: what is booked and not over yet, whenever.
create type "QuotaPeriod" as enum ('DAY', 'WEEK', 'MONTH', 'YEAR', 'AHEAD');
create table quota (
  hub_id uuid not null,
  id uuid not null,
  kind "PlaceKind",
  actor_class "ActorClass",
  scope "QuotaScope" not null,
  measure "QuotaMeasure" not null,
  period "QuotaPeriod" not null,
  most integer not null,
  constraint quota_pkey primary key (hub_id, id),
  constraint quotas_allow_something check (most between 1 and 1000000)
);
create unique index quota_hub_id_kind_actor_class_scope_measure_period_key
  on quota (hub_id, kind, actor_class, scope, measure, period) nulls not distinct;
alter table quota add constraint quota_hub_id_fkey foreign key (hub_id) references hub (id);

alter table booking_rule add column late_fee_percent integer not null default 0;
alter table booking_rule add column offer_minutes integer not null default 60;
alter table booking_rule add constraint late_fees_are_a_part check (late_fee_percent between 0 and 100);
alter table booking_rule add constraint offers_last_a_while check (offer_minutes between 5 and 1440);

-- What part of the price a cancelled booking still costs, by the terms of its kind.
alter table booking add column late_fee_percent integer;
alter table booking add constraint only_cancelled_bookings_cost_a_part check (
  late_fee_percent is null or (status = 'CANCELLED' and late_fee_percent between 1 and 100));
alter table booking add column reminded_at timestamptz(3);
alter table booking add column warned_at timestamptz(3);
create index booking_held_until_idx on booking (hub_id, held_until) where status = 'HELD';

create type "WaitingState" as enum ('WAITING', 'OFFERED', 'WITHDRAWN', 'LAPSED');
-- Who wants what is taken, in the order they came. The first gets it as a hold when it becomes free.
create table waiting (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  -- Any of these will do.
  place_ids uuid[] not null,
  organisation_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  -- With what the kind needs before and after.
  claims_from timestamptz(3) not null,
  claims_to timestamptz(3) not null,
  people integer not null default 1,
  purpose text not null default '',
  shown "BookingShown" not null,
  state "WaitingState" not null default 'WAITING',
  booking_id uuid,
  told_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint waiting_pkey primary key (hub_id, id),
  constraint waits_for_something check (cardinality(place_ids) between 1 and 500 and starts_at < ends_at
    and claims_from <= starts_at and ends_at <= claims_to),
  constraint offers_are_bookings check ((state = 'OFFERED') = (booking_id is not null))
);
create unique index waiting_once_idx on waiting (hub_id, person_id, organisation_id, starts_at, ends_at, place_ids) where state = 'WAITING';
create index waiting_in_line_idx on waiting (hub_id, state, starts_at);
create index waiting_hub_id_booking_id_idx on waiting (hub_id, booking_id);
create index waiting_hub_id_organisation_id_idx on waiting (hub_id, organisation_id);
create index waiting_person_id_idx on waiting (person_id);
alter table waiting add constraint waiting_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table waiting add constraint waiting_booking_id_fkey foreign key (hub_id, booking_id) references booking (hub_id, id);
alter table waiting add constraint waiting_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table waiting add constraint waiting_person_id_fkey foreign key (person_id) references person (id);

-- Holds one place for one who waits. False when it is taken after all.
create function offer_place(w waiting, candidate place, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  units uuid[];
  made uuid := gen_random_uuid();
  minutes integer;
  until timestamptz;
begin
  select array_agg(u.unit_id order by u.unit_id) into units from place_unit u
    where u.hub_id = w.hub_id and u.place_id = candidate.id;
  if units is null then return false; end if;
  -- Whoever books there this moment goes first; waiting for them, who may wait for us, ends in a deadlock.
  if not (select bool_and(pg_try_advisory_xact_lock(hashtextextended(unit::text, 0))) from unnest(units) as unit) then
    return false;
  end if;
  if candidate.claim = 'ANY' then
    select array_agg(one.id) into units from (
      select unit as id from unnest(units) as unit where not exists (
        select from occupancy o where o.hub_id = w.hub_id and o.unit_id = unit and o.released_at is null
          and tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(w.claims_from, w.claims_to, '[)'))
      order by unit limit 1) as one;
    if units is null then return false; end if;
  end if;
  select coalesce((select r.offer_minutes from booking_rule r where r.hub_id = w.hub_id and r.kind = candidate.kind), 60)
    into minutes;
  until := least(moment + make_interval(mins => minutes), w.starts_at);
  insert into booking (hub_id, id, place_id, organisation_id, booked_by_id, booked_for_id, starts_at, ends_at, status,
      purpose, people, shown, actor_class, request_key, held_until, created_at)
    values (w.hub_id, made, candidate.id, w.organisation_id, w.person_id, w.person_id, w.starts_at, w.ends_at, 'HELD',
      w.purpose, w.people, w.shown, actor_class(w.hub_id, w.organisation_id), gen_random_uuid(), until, moment);
  insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, booking_id, held_until, shown_organisation_id)
    select w.hub_id, gen_random_uuid(), unit, w.claims_from, w.claims_to, 'HOLD', made, until,
      case when w.shown = 'ORGANISATION' then w.organisation_id end from unnest(units) as unit;
  update waiting set state = 'OFFERED', booking_id = made where hub_id = w.hub_id and id = w.id;
  return true;
exception when exclusion_violation then return false;
end $$;

-- Offers what is free to who waits for it, the first in line first. `freed` names units that have just
-- become free; null asks for all of the hub.
create function offer_to_waiting(hub uuid, freed uuid[], moment timestamptz) returns integer
language plpgsql security definer set search_path = public as $$
declare
  w waiting;
  candidate place;
  offered integer := 0;
begin
  for w in select * from waiting one where one.hub_id = hub and one.state = 'WAITING' and one.starts_at > moment
    and (freed is null or exists (select from place_unit u where u.hub_id = hub and u.unit_id = any (freed)
      and u.place_id = any (one.place_ids)))
    order by one.created_at, one.id for update skip locked
  loop
    -- Whoever is no longer of the house, or of the organisation, waits in vain.
    if not exists (select from participation p join membership m on m.organisation_id = p.organisation_id
      join person who on who.id = m.person_id and who.withdrawn_at is null
      where p.hub_id = hub and p.organisation_id = w.organisation_id and p.state = 'VERIFIED' and m.person_id = w.person_id)
    then
      update waiting set state = 'LAPSED' where hub_id = hub and id = w.id;
      continue;
    end if;
    for candidate in select * from place p where p.hub_id = hub and p.id = any (w.place_ids) and p.state = 'ACTIVE'
      order by p.reading_order, p.id
    loop
      if exists (select from place_unit u join occupancy o on o.hub_id = u.hub_id and o.unit_id = u.unit_id
        where candidate.claim = 'ALL' and u.hub_id = hub and u.place_id = candidate.id and o.released_at is null
          and tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(w.claims_from, w.claims_to, '[)'))
      then continue; end if;
      if offer_place(w, candidate, moment) then
        offered := offered + 1;
        exit;
      end if;
    end loop;
  end loop;
  return offered;
end $$;

-- How many are before one in the line: who they are is nobody's business.
create function before_in_line(mine uuid) returns integer
language sql stable security definer set search_path = public as $$
  select count(*)::integer from waiting w join waiting one on one.hub_id = w.hub_id
  where w.hub_id = acting_hub() and w.id = mine and one.state = 'WAITING' and one.place_ids && w.place_ids
    and one.claims_from < w.claims_to and w.claims_from < one.claims_to
    and (one.created_at, one.id) < (w.created_at, w.id)
$$;

create function freed_is_offered() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform offer_to_waiting(new.hub_id, array[new.unit_id], new.released_at);
  return null;
end $$;
-- At the commit: a booking that moves lets go and takes in one breath, and must not lose its own place to who waits.
create constraint trigger freed_is_offered after update of released_at on occupancy
  deferrable initially deferred for each row
  when (old.released_at is null and new.released_at is not null) execute function freed_is_offered();

-- As before; and what lapsed on the way is offered before whoever asked can take it.
create or replace function release_expired_holds(units uuid[], moment timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare lapsed uuid[];
begin
  with let_go as (
    update occupancy set released_at = moment, release_reason = 'EXPIRED'
    where hub_id = acting_hub() and released_at is null and held_until <= moment and unit_id = any (units)
    returning booking_id)
  select array_agg(booking_id) into lapsed from let_go;
  if lapsed is null then return; end if;
  update booking set status = 'EXPIRED' where hub_id = acting_hub() and id = any (lapsed) and status = 'HELD';
  -- A hold of several units lapses whole.
  update occupancy set released_at = moment, release_reason = 'EXPIRED'
    where hub_id = acting_hub() and released_at is null and booking_id = any (lapsed);
  perform offer_to_waiting(acting_hub(), units, moment);
end $$;

call build_wall('opening_schedule', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
grant insert, delete on opening_hours to navet_app;
create policy app_insert on opening_hours for insert to navet_app with check (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
create policy app_delete on opening_hours for delete to navet_app using (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
call build_wall('closure',
  $$ hub_id = acting_hub() and (state = 'PUBLISHED' or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);
call build_wall('holiday_choice', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('quota', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('waiting',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and person_id = acting_person() and state = 'WAITING' $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$);
revoke update on waiting from navet_app;
grant update (state) on waiting to navet_app;

alter function offer_place(waiting, place, timestamptz) owner to navet_system;
alter function offer_to_waiting(uuid, uuid[], timestamptz) owner to navet_system;
alter function freed_is_offered() owner to navet_system;
alter function before_in_line(uuid) owner to navet_system;
revoke execute on function offer_place(waiting, place, timestamptz), offer_to_waiting(uuid, uuid[], timestamptz), freed_is_offered(),
  before_in_line(uuid) from public;
grant execute on function before_in_line(uuid) to navet_app, navet_system;
grant execute on function offer_place(waiting, place, timestamptz), offer_to_waiting(uuid, uuid[], timestamptz), freed_is_offered() to navet_system;
