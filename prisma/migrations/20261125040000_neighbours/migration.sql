-- Where municipalities lie and how they live, so that whoever is like oneself is found first; and what an
-- organisation says of its own use of something.

alter table reference_municipality
  add column latitude double precision,
  add column longitude double precision,
  -- How many live in its towns and villages of a thousand people or more.
  add column town_people integer;
alter table reference_municipality add constraint positions_are_nordic
  check (latitude between 54 and 82 and longitude between 4 and 32);

-- What it is like to work where an organisation works: said by itself, to be held against what something needs.
create table working_profile (
  hub_id uuid not null,
  organisation_id uuid not null,
  bandwidth_kbps integer,
  coverage_percent integer,
  farthest_km integer,
  staff_minutes integer,
  training_hours integer,
  updated_at timestamptz(3) not null default now(),
  constraint working_profile_pkey primary key (hub_id, organisation_id),
  constraint working_profile_hub_id_organisation_id_fkey foreign key (hub_id, organisation_id) references participation (hub_id, organisation_id),
  constraint profiles_are_possible check (bandwidth_kbps between 0 and 100000000 and coverage_percent between 0 and 100
    and farthest_km between 0 and 2000 and staff_minutes between 0 and 100000 and training_hours between 0 and 10000)
);
call build_wall('working_profile',
  $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);

alter table showroom_demo add column environment jsonb not null default '{}';

alter table demo_adoption
  add column stopped_on date,
  add column result jsonb,
  add column contact text not null default '',
  add column updated_at timestamptz(3) not null default now();
alter table demo_adoption add constraint stopped_says_when check (stopped_on is null or (status = 'STOPPED' and stopped_on >= since));
-- Nobody else takes it back: not the owner of what is used, not the hub.
grant delete on demo_adoption to navet_app;
create policy app_delete on demo_adoption for delete to navet_app
  using (hub_id = acting_hub() and organisation_id = acting_organisation());
