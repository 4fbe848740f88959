create type "PlaceKind" as enum ('HOT_DESK', 'FIXED_DESK', 'OFFICE', 'MEETING_ROOM', 'LAB', 'SHOWROOM');
create type "PlaceState" as enum ('ACTIVE', 'OUT_OF_SERVICE', 'HIDDEN');
create type "BookingStatus" as enum ('CONFIRMED', 'CANCELLED');
create type "OccupancyKind" as enum ('BOOKING', 'LEASE', 'HOLD', 'BLOCK');
create type "ReleaseReason" as enum ('CANCELLED', 'NO_SHOW', 'EARLY', 'DECLINED', 'EXPIRED', 'MOVED');

create table site (
  hub_id uuid not null,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  zone text not null,
  address text not null,
  area_m2 integer,
  constraint site_pkey primary key (hub_id, id),
  constraint site_hub_id_slug_key unique (hub_id, slug)
);

create table floor (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  level integer not null,
  name jsonb not null,
  width_m double precision not null,
  height_m double precision not null,
  plan jsonb not null,
  constraint floor_pkey primary key (hub_id, id),
  constraint floor_hub_id_site_id_level_key unique (hub_id, site_id, level)
);

create table place (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  floor_id uuid not null,
  kind "PlaceKind" not null,
  code text not null,
  name jsonb not null,
  note jsonb,
  seats integer not null,
  step_free boolean not null default true,
  x double precision not null,
  y double precision not null,
  w double precision not null,
  h double precision not null,
  rotation double precision not null default 0,
  reading_order integer not null,
  state "PlaceState" not null default 'ACTIVE',
  constraint place_pkey primary key (hub_id, id),
  constraint place_hub_id_site_id_code_key unique (hub_id, site_id, code)
);

create table desk (
  hub_id uuid not null,
  place_id uuid not null,
  screens integer not null default 0,
  height_adjustable boolean not null default false,
  constraint desk_pkey primary key (hub_id, place_id)
);

create table room (
  hub_id uuid not null,
  place_id uuid not null,
  screens integer not null default 0,
  hearing_loop boolean not null default false,
  video_meeting boolean not null default false,
  constraint room_pkey primary key (hub_id, place_id)
);

create table unit (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  code text not null,
  constraint unit_pkey primary key (hub_id, id),
  constraint unit_hub_id_site_id_code_key unique (hub_id, site_id, code)
);

create table place_unit (
  hub_id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  constraint place_unit_pkey primary key (hub_id, place_id, unit_id)
);
create index place_unit_hub_id_unit_id_idx on place_unit (hub_id, unit_id);

create table opening_hours (
  hub_id uuid not null,
  site_id uuid not null,
  weekday integer not null,
  opens integer not null,
  closes integer not null,
  constraint opening_hours_pkey primary key (hub_id, site_id, weekday)
);

create table booking (
  hub_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  organisation_id uuid not null,
  booked_by_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  status "BookingStatus" not null default 'CONFIRMED',
  purpose text not null default '',
  request_key uuid not null,
  revision integer not null default 0,
  created_at timestamptz(3) not null default now(),
  cancelled_at timestamptz(3),
  constraint booking_pkey primary key (hub_id, id),
  constraint booking_hub_id_booked_by_id_request_key_key unique (hub_id, booked_by_id, request_key)
);
create index booking_hub_id_organisation_id_starts_at_idx on booking (hub_id, organisation_id, starts_at);

create table occupancy (
  hub_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3),
  kind "OccupancyKind" not null,
  booking_id uuid,
  released_at timestamptz(3),
  release_reason "ReleaseReason",
  constraint occupancy_pkey primary key (hub_id, id)
);
create index occupancy_hub_id_booking_id_idx on occupancy (hub_id, booking_id);

alter table site add constraint site_hub_id_fkey foreign key (hub_id) references hub (id);
alter table floor add constraint floor_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table place add constraint place_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table place add constraint place_floor_id_fkey foreign key (hub_id, floor_id) references floor (hub_id, id);
alter table desk add constraint desk_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table room add constraint room_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table place_unit add constraint place_unit_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table place_unit add constraint place_unit_unit_id_fkey foreign key (hub_id, unit_id) references unit (hub_id, id);
alter table opening_hours add constraint opening_hours_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table booking add constraint booking_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table booking add constraint booking_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table booking add constraint booking_booked_by_id_fkey foreign key (booked_by_id) references person (id);
alter table occupancy add constraint occupancy_unit_id_fkey foreign key (hub_id, unit_id) references unit (hub_id, id);
alter table occupancy add constraint occupancy_booking_id_fkey foreign key (hub_id, booking_id) references booking (hub_id, id);
alter table unit add constraint unit_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

alter table booking add constraint bookings_end_after_they_start check (starts_at < ends_at);
alter table occupancy add constraint occupancy_ends_after_it_starts check (ends_at is null or starts_at < ends_at);
alter table occupancy add constraint occupancy_has_its_booking check ((kind = 'BOOKING') = (booking_id is not null));
alter table occupancy add constraint released_with_a_reason check ((released_at is null) = (release_reason is null));
alter table place add constraint places_have_a_size check (w > 0 and h > 0 and seats > 0);
alter table opening_hours add constraint opening_hours_are_within_a_day
  check (weekday between 1 and 7 and 0 <= opens and opens < closes and closes <= 1440);

-- The one judge of what is physically taken. Half-open, so that 09–12 and 12–15 touch and do not meet;
-- an end that is not known blocks everything after. Not deferrable: the loser learns it at once.
alter table occupancy add constraint no_two_in_one_unit exclude using gist (
  hub_id with =, unit_id with =, tstzrange(starts_at, ends_at, '[)') with &&
) where (released_at is null);

call build_wall('site', $$ hub_id = acting_hub() $$);
call build_wall('floor', $$ hub_id = acting_hub() $$);
call build_wall('place', $$ hub_id = acting_hub() $$);
call build_wall('desk', $$ hub_id = acting_hub() $$);
call build_wall('room', $$ hub_id = acting_hub() $$);
call build_wall('unit', $$ hub_id = acting_hub() $$);
call build_wall('place_unit', $$ hub_id = acting_hub() $$);
call build_wall('opening_hours', $$ hub_id = acting_hub() $$);
call build_wall('booking',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST')) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and booked_by_id = acting_person() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
-- That a place is taken may be known to everyone signed in at the hub; by whom says the booking alone.
call build_wall('occupancy',
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = occupancy.hub_id
     and b.id = occupancy.booking_id and b.organisation_id = acting_organisation()) $$,
  $$ hub_id = acting_hub() and exists (select from booking b where b.hub_id = occupancy.hub_id
     and b.id = occupancy.booking_id and b.organisation_id = acting_organisation()) $$);
