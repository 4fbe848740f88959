-- The house by its own rules: what a kind of place asks of a booking is data, a booking has a life
-- (held, awaiting an answer, confirmed, here, missed …), and everything that takes a place physically,
-- booking, hold, lease or block, stands in occupancy under the one constraint.

-- Who books, as prices, hours and rules tell people apart. EXTERNAL takes part at the hub without being
-- of the house.
create type "ActorClass" as enum ('OWNER', 'PUBLIC', 'CIVIC', 'COMPANY', 'EXTERNAL');
-- The grid a kind of place is booked on: quarters of an hour, half days, or whole days.
create type "Step" as enum ('QUARTER', 'HALF_DAY', 'DAY');
-- All its units together (an office and its desks), or any one of them (a pool of desks that are alike).
create type "Claim" as enum ('ALL', 'ANY');
-- What others at the hub see of who has taken a place.
create type "BookingShown" as enum ('ORGANISATION', 'HIDDEN');
create type "BookingStatus_new" as enum
  ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'DECLINED', 'NO_SHOW', 'EXPIRED');

alter table participation add column house_member boolean not null default true;
alter table participation add column bookings_shown "BookingShown" not null default 'ORGANISATION';

alter table site add column half_day_at integer not null default 720
  constraint half_days_meet_within_the_day check (half_day_at between 60 and 1380);

alter table place add column claim "Claim" not null default 'ALL';
-- A place's own answers where they differ from those of its kind.
alter table place add column approval boolean;
alter table place add column bookable_by "ActorClass"[] not null default '{}';

create table booking_rule (
  hub_id uuid not null,
  kind "PlaceKind" not null,
  step "Step" not null,
  min_minutes integer not null,
  max_minutes integer not null,
  days_ahead integer not null,
  notice_minutes integer not null,
  change_notice_minutes integer not null,
  cancel_notice_minutes integer not null,
  buffer_before integer not null,
  buffer_after integer not null,
  approval_for "ActorClass"[] not null,
  bookable_by "ActorClass"[] not null,
  check_in boolean not null,
  check_in_before integer not null,
  check_in_grace integer not null,
  constraint booking_rule_pkey primary key (hub_id, kind),
  constraint rules_are_possible check (
    min_minutes between 15 and max_minutes and max_minutes <= 44640 and days_ahead between 1 and 730
    and notice_minutes >= 0 and change_notice_minutes >= 0 and cancel_notice_minutes >= 0
    and buffer_before between 0 and 480 and buffer_after between 0 and 480
    and check_in_before between 0 and 240 and check_in_grace between 1 and 480)
);
alter table booking_rule add constraint booking_rule_hub_id_fkey foreign key (hub_id) references hub (id);

create table place_holder (
  hub_id uuid not null,
  place_id uuid not null,
  organisation_id uuid not null,
  constraint place_holder_pkey primary key (hub_id, place_id, organisation_id)
);
alter table place_holder add constraint place_holder_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table place_holder add constraint place_holder_organisation_id_fkey foreign key (organisation_id) references organisation (id);

alter table booking alter column status drop default;
alter table booking alter column status type "BookingStatus_new" using status::text::"BookingStatus_new";
drop type "BookingStatus";
alter type "BookingStatus_new" rename to "BookingStatus";
alter table booking alter column status set default 'CONFIRMED';

alter table booking add column booked_for_id uuid;
update booking set booked_for_id = booked_by_id;
alter table booking alter column booked_for_id set not null;
alter table booking add column people integer not null default 1 check (people between 1 and 1000);
alter table booking add column shown "BookingShown" not null default 'ORGANISATION';
alter table booking add column actor_class "ActorClass";
-- One request for several places: kept or let go together or one by one.
alter table booking add column together_id uuid;
alter table booking add column held_until timestamptz(3);
alter table booking add column checked_in_at timestamptz(3);
alter table booking add column left_at timestamptz(3);
alter table booking add constraint booking_booked_for_id_fkey foreign key (booked_for_id) references person (id);
alter table booking add constraint only_holds_end_by_themselves check ((status in ('HELD', 'EXPIRED')) or held_until is null);
alter table booking add constraint holds_have_an_end check (status <> 'HELD' or held_until is not null);
create index booking_hub_id_booked_for_id_starts_at_idx on booking (hub_id, booked_for_id, starts_at);
create index booking_hub_id_together_id_idx on booking (hub_id, together_id) where together_id is not null;
create index booking_hub_id_status_starts_at_idx on booking (hub_id, status, starts_at);
create index booking_booked_for_id_idx on booking (booked_for_id);

-- What was said about a booking: why it was declined or cancelled, what is asked for, what was answered.
create type "RemarkKind" as enum ('ASKED', 'ANSWERED', 'APPROVED', 'DECLINED', 'CANCELLED', 'NO_SHOW');
create table booking_remark (
  hub_id uuid not null,
  id uuid not null,
  booking_id uuid not null,
  person_id uuid,
  at timestamptz(3) not null default now(),
  kind "RemarkKind" not null,
  text text not null,
  constraint booking_remark_pkey primary key (hub_id, id),
  constraint remarks_are_short check (char_length(text) <= 1000)
);
create index booking_remark_hub_id_booking_id_at_idx on booking_remark (hub_id, booking_id, at);
create index booking_remark_person_id_idx on booking_remark (person_id);
alter table booking_remark add constraint booking_remark_booking_id_fkey foreign key (hub_id, booking_id) references booking (hub_id, id);
alter table booking_remark add constraint booking_remark_person_id_fkey foreign key (person_id) references person (id);

-- A hold ends by itself. A constraint cannot know the time, so whoever claims a unit first lets go what has
-- run out on it; a job does the same as housekeeping.
alter table occupancy add column held_until timestamptz(3);
-- Named only where its organisation lets others at the hub see it.
alter table occupancy add column shown_organisation_id uuid;
alter table occupancy drop constraint occupancy_has_its_booking;
alter table occupancy add constraint occupancy_has_its_source check ((kind in ('BOOKING', 'HOLD')) = (booking_id is not null));
alter table occupancy add constraint holds_run_out check ((kind = 'HOLD') = (held_until is not null));
alter table occupancy add constraint occupancy_shown_organisation_id_fkey foreign key (shown_organisation_id) references organisation (id);
create index occupancy_hub_id_held_until_idx on occupancy (hub_id, held_until) where released_at is null and held_until is not null;
-- What is taken at a time, hub by hub, without reading the table.
create index occupancy_taken_idx on occupancy using gist (hub_id, tstzrange(starts_at, ends_at, '[)')) where (released_at is null);
update occupancy o set shown_organisation_id = b.organisation_id from booking b
  where b.hub_id = o.hub_id and b.id = o.booking_id;

-- How a hub sees an organisation when it books.
create function actor_class(hub uuid, organisation uuid) returns "ActorClass"
language sql stable security definer set search_path = public as $$
  select case when h.operator_id = o.id then 'OWNER' when not p.house_member then 'EXTERNAL'
    when o.side = 'PUBLIC' then 'PUBLIC' when o.side = 'CIVIC' then 'CIVIC' else 'COMPANY' end::"ActorClass"
  from organisation o join hub h on h.id = hub
  left join participation p on p.hub_id = h.id and p.organisation_id = o.id
  where o.id = organisation
$$;
update booking set actor_class = actor_class(hub_id, organisation_id);
alter table booking alter column actor_class set not null;

-- Lets go the holds on these units that have run out.
create function release_expired_holds(units uuid[], moment timestamptz) returns void
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
end $$;

call build_wall('booking_rule', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('place_holder', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, null, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('booking_remark',
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = booking_remark.hub_id and b.id = booking_remark.booking_id) $$,
  $$ hub_id = acting_hub() and person_id = acting_person()
     and exists (select from booking b where b.hub_id = booking_remark.hub_id and b.id = booking_remark.booking_id) $$);
revoke update on booking_remark from navet_system;
grant update (text, person_id) on booking_remark to navet_system;

-- The house books for others, answers what awaits an answer, and lets in; an organisation does with its own.
alter policy app_insert on booking with check (
  hub_id = acting_hub() and booked_by_id = acting_person()
  and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')));
alter policy app_update on booking using (
  hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))
) with check (
  hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')));
alter policy app_insert on occupancy with check (
  hub_id = acting_hub() and exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))));
alter policy app_update on occupancy using (
  hub_id = acting_hub() and exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')))
) with check (
  hub_id = acting_hub() and exists (select from booking b where b.hub_id = occupancy.hub_id and b.id = occupancy.booking_id
    and (b.organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))));

alter function actor_class(uuid, uuid) owner to navet_system;
alter function release_expired_holds(uuid[], timestamptz) owner to navet_system;
revoke execute on function actor_class(uuid, uuid), release_expired_holds(uuid[], timestamptz) from public;
grant execute on function actor_class(uuid, uuid), release_expired_holds(uuid[], timestamptz) to navet_app, navet_system;
