-- Places that are let for a longer time, days of them that are given back, and places out of service: all
-- of it stands in occupancy beside the bookings, so that a lease and a drop-in cannot overlap.

-- ACTIVE and ENDED are not kept: they follow from the days, and no job has to be in time for them.
create type "LeaseStatus" as enum ('DRAFT', 'OFFERED', 'SIGNED', 'NOTICE', 'DECLINED', 'WITHDRAWN');

create table lease (
  hub_id uuid not null,
  id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  site_id uuid not null,
  status "LeaseStatus" not null default 'DRAFT',
  -- Local days of the site, both included; without a last day it runs until notice.
  valid_from date not null,
  valid_to date,
  -- How long it goes on each time its term is over; 0 ends with the term.
  renewal_months integer not null default 0,
  notice_months integer not null,
  -- The last day once notice is given.
  ends_on date,
  monthly_ore integer not null,
  deposit_ore integer not null default 0,
  vat_note text not null default '',
  terms text not null default '',
  document text not null default '',
  -- How many days before a given-back day its holder may still take it back.
  reclaim_days integer not null default 1,
  shown "BookingShown" not null default 'ORGANISATION',
  made_by_id uuid not null,
  made_at timestamptz(3) not null default now(),
  offered_at timestamptz(3),
  signed_at timestamptz(3),
  signed_by_id uuid,
  -- As written by whoever signed.
  signed_name text,
  answered_at timestamptz(3),
  notice_at timestamptz(3),
  notice_by_house boolean,
  reason text not null default '',
  constraint lease_pkey primary key (hub_id, id),
  constraint lease_hub_id_number_key unique (hub_id, number),
  constraint leases_end_after_they_begin check (valid_to is null or valid_from <= valid_to),
  constraint leases_end_once check (ends_on is null or valid_from <= ends_on),
  constraint lease_terms_are_possible check (
    renewal_months between 0 and 120 and notice_months between 0 and 36 and reclaim_days between 0 and 30
    and monthly_ore >= 0 and deposit_ore >= 0 and (renewal_months = 0 or valid_to is not null)),
  constraint signed_by_somebody check ((signed_at is null) = (signed_by_id is null) and (signed_at is null) = (signed_name is null)),
  constraint what_stands_is_signed check (status not in ('SIGNED', 'NOTICE') or signed_at is not null),
  constraint notice_has_a_last_day check (status <> 'NOTICE' or (ends_on is not null and notice_at is not null))
);
alter table lease add constraint lease_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table lease add constraint lease_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table lease add constraint lease_made_by_id_fkey foreign key (made_by_id) references person (id);
alter table lease add constraint lease_signed_by_id_fkey foreign key (signed_by_id) references person (id);
create index lease_hub_id_organisation_id_idx on lease (hub_id, organisation_id);
create index lease_made_by_id_idx on lease (made_by_id);
create index lease_signed_by_id_idx on lease (signed_by_id);

create table lease_place (
  hub_id uuid not null,
  lease_id uuid not null,
  place_id uuid not null,
  constraint lease_place_pkey primary key (hub_id, lease_id, place_id)
);
alter table lease_place add constraint lease_place_lease_id_fkey foreign key (hub_id, lease_id) references lease (hub_id, id);
alter table lease_place add constraint lease_place_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
create index lease_place_hub_id_place_id_idx on lease_place (hub_id, place_id);

-- People of the organisation who use what is leased, and may give days of it back.
create table lease_user (
  hub_id uuid not null,
  lease_id uuid not null,
  person_id uuid not null,
  constraint lease_user_pkey primary key (hub_id, lease_id, person_id)
);
alter table lease_user add constraint lease_user_lease_id_fkey foreign key (hub_id, lease_id) references lease (hub_id, id);
alter table lease_user add constraint lease_user_person_id_fkey foreign key (person_id) references person (id);
create index lease_user_person_id_idx on lease_user (person_id);

-- A day that others may book: a row a day, so that a part of a week can be taken back.
create table lease_give_back (
  hub_id uuid not null,
  lease_id uuid not null,
  place_id uuid not null,
  day date not null,
  given_by_id uuid not null,
  given_at timestamptz(3) not null default now(),
  constraint lease_give_back_pkey primary key (hub_id, lease_id, place_id, day)
);
alter table lease_give_back add constraint lease_give_back_lease_place_fkey
  foreign key (hub_id, lease_id, place_id) references lease_place (hub_id, lease_id, place_id);
alter table lease_give_back add constraint lease_give_back_given_by_id_fkey foreign key (given_by_id) references person (id);
create index lease_give_back_given_by_id_idx on lease_give_back (given_by_id);

-- A place out of service for a time; without an end until it is taken into use again.
create table place_block (
  hub_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3),
  reason text not null,
  made_by_id uuid not null,
  made_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  constraint place_block_pkey primary key (hub_id, id),
  constraint blocks_end_after_they_start check (ends_at is null or starts_at < ends_at)
);
alter table place_block add constraint place_block_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table place_block add constraint place_block_made_by_id_fkey foreign key (made_by_id) references person (id);
create index place_block_hub_id_place_id_idx on place_block (hub_id, place_id);
create index place_block_made_by_id_idx on place_block (made_by_id);

alter table occupancy add column lease_id uuid;
alter table occupancy add column block_id uuid;
alter table occupancy add constraint occupancy_lease_id_fkey foreign key (hub_id, lease_id) references lease (hub_id, id);
alter table occupancy add constraint occupancy_block_id_fkey foreign key (hub_id, block_id) references place_block (hub_id, id);
create index occupancy_hub_id_lease_id_idx on occupancy (hub_id, lease_id) where lease_id is not null;
create index occupancy_hub_id_block_id_idx on occupancy (hub_id, block_id) where block_id is not null;
alter table occupancy drop constraint occupancy_has_its_source;
alter table occupancy add constraint occupancy_has_its_source check (
  (kind in ('BOOKING', 'HOLD')) = (booking_id is not null)
  and (kind = 'LEASE') = (lease_id is not null) and (kind = 'BLOCK') = (block_id is not null));

-- What was offered is what is signed: from the offer on, nobody changes its words or its money.
create function lease_terms_stand() returns trigger language plpgsql as $$
begin
  if old.status <> 'DRAFT' and
    (new.organisation_id, new.number, new.site_id, new.valid_from, new.renewal_months, new.notice_months, new.monthly_ore,
      new.deposit_ore, new.vat_note, new.terms, new.document, new.reclaim_days)
    is distinct from
    (old.organisation_id, old.number, old.site_id, old.valid_from, old.renewal_months, old.notice_months, old.monthly_ore,
      old.deposit_ore, old.vat_note, old.terms, old.document, old.reclaim_days) then
    raise exception 'an offered lease keeps its terms: constraint "lease_terms_stand"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger lease_terms_stand before update on lease for each row execute function lease_terms_stand();

-- A hidden place takes nothing new. The row is shared meanwhile, so that whoever hides it waits and then
-- sees what has come.
create function refuse_hidden_place() returns trigger
language plpgsql security definer set search_path = public as $$
declare found "PlaceState";
begin
  select state into found from place where hub_id = new.hub_id and id = new.place_id for share;
  if found = 'HIDDEN' then
    raise exception 'the place is hidden: constraint "hidden_places_take_nothing"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hidden_places_take_nothing before insert on booking for each row execute function refuse_hidden_place();
create trigger hidden_places_take_nothing_when_moved before update of place_id on booking
  for each row when (new.place_id is distinct from old.place_id) execute function refuse_hidden_place();
create trigger hidden_places_take_nothing before insert on lease_place for each row execute function refuse_hidden_place();

-- And a place that somebody has ahead of them is not hidden.
create function refuse_to_hide() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if exists (
    select from booking b where b.hub_id = new.hub_id and b.place_id = new.id
      and b.status in ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') and b.ends_at > now()
      and (b.held_until is null or b.held_until > now()))
    or exists (
      select from lease_place p join lease l on l.hub_id = p.hub_id and l.id = p.lease_id
      where p.hub_id = new.hub_id and p.place_id = new.id and l.status in ('OFFERED', 'SIGNED', 'NOTICE')
        and coalesce(l.ends_on, case when l.renewal_months = 0 then l.valid_to end, 'infinity') >= current_date) then
    raise exception 'somebody has the place ahead of them: constraint "booked_places_are_not_hidden"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger booked_places_are_not_hidden before update of state on place
  for each row when (new.state = 'HIDDEN' and old.state <> 'HIDDEN') execute function refuse_to_hide();

-- The house sees every lease, an organisation its own once they are offered.
call build_wall('lease',
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')
     or (organisation_id = acting_organisation() and status <> 'DRAFT' and offered_at is not null)) $$,
  $$ hub_id = acting_hub() and made_by_id = acting_person() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN') or administers(organisation_id)) $$);
call build_wall('lease_place',
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_place.hub_id and l.id = lease_place.lease_id) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN'))
     and exists (select from lease l where l.hub_id = lease_place.hub_id and l.id = lease_place.lease_id and l.status = 'DRAFT') $$,
  null,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN'))
     and exists (select from lease l where l.hub_id = lease_place.hub_id and l.id = lease_place.lease_id and l.status = 'DRAFT') $$);
call build_wall('lease_user',
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_user.hub_id and l.id = lease_user.lease_id) $$,
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_user.hub_id and l.id = lease_user.lease_id
     and administers(l.organisation_id)) $$,
  null,
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_user.hub_id and l.id = lease_user.lease_id
     and administers(l.organisation_id)) $$);

-- Its administrators, and the people it is for.
create function may_give_back(hub uuid, wanted uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from lease l where l.hub_id = hub and l.id = wanted and l.organisation_id = acting_organisation()
    and l.status in ('SIGNED', 'NOTICE') and (administers(l.organisation_id) or exists (
      select from lease_user u join membership m on m.person_id = u.person_id and m.organisation_id = l.organisation_id
      where u.hub_id = hub and u.lease_id = wanted and u.person_id = acting_person())))
$$;
call build_wall('lease_give_back',
  $$ hub_id = acting_hub() and exists (select from lease l where l.hub_id = lease_give_back.hub_id and l.id = lease_give_back.lease_id) $$,
  $$ hub_id = acting_hub() and given_by_id = acting_person() and may_give_back(hub_id, lease_id) $$,
  null,
  $$ hub_id = acting_hub() and may_give_back(hub_id, lease_id) $$);
call build_wall('place_block',
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and made_by_id = acting_person() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);

-- Occupancy is written for what one may write: a booking, a standing lease on its own units, a block on its.
alter policy app_insert on occupancy with check (hub_id = acting_hub() and (
  exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or exists (select from lease l
    join lease_place p on p.hub_id = l.hub_id and p.lease_id = l.id
    join place_unit u on u.hub_id = p.hub_id and u.place_id = p.place_id and u.unit_id = occupancy.unit_id
    where l.hub_id = occupancy.hub_id and l.id = occupancy.lease_id and l.status in ('OFFERED', 'SIGNED', 'NOTICE')
    and (l.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or (exists (select from place_block k
    join place_unit u on u.hub_id = k.hub_id and u.place_id = k.place_id and u.unit_id = occupancy.unit_id
    where k.hub_id = occupancy.hub_id and k.id = occupancy.block_id) and (acts_as('HOST') or acts_as('HUB_ADMIN')))));
alter policy app_update on occupancy using (hub_id = acting_hub() and (
  exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or exists (select from lease l where l.hub_id = occupancy.hub_id and l.id = occupancy.lease_id
    and (l.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or (block_id is not null and (acts_as('HOST') or acts_as('HUB_ADMIN')))
)) with check (hub_id = acting_hub() and (
  exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or exists (select from lease l where l.hub_id = occupancy.hub_id and l.id = occupancy.lease_id
    and (l.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
  or (block_id is not null and (acts_as('HOST') or acts_as('HUB_ADMIN')))));

-- The places themselves are the business of the hub's administrators.
create procedure open_to_administrators(fenced text) language plpgsql as $$
begin
  execute format('grant insert, update on %I to navet_app', fenced);
  execute format('create policy app_insert on %I for insert to navet_app with check (hub_id = acting_hub() and acts_as(''HUB_ADMIN''))', fenced);
  execute format('create policy app_update on %I for update to navet_app using (hub_id = acting_hub() and acts_as(''HUB_ADMIN''))
    with check (hub_id = acting_hub() and acts_as(''HUB_ADMIN''))', fenced);
end $$;
call open_to_administrators('place');
call open_to_administrators('desk');
call open_to_administrators('room');
call open_to_administrators('unit');
call open_to_administrators('place_unit');
drop procedure open_to_administrators;
grant delete on place_unit to navet_app;
create policy app_delete on place_unit for delete to navet_app using (hub_id = acting_hub() and acts_as('HUB_ADMIN'));

alter function refuse_hidden_place() owner to navet_system;
alter function refuse_to_hide() owner to navet_system;
alter function may_give_back(uuid, uuid) owner to navet_system;
revoke execute on function may_give_back(uuid, uuid) from public;
grant execute on function may_give_back(uuid, uuid) to navet_app, navet_system;
