-- Who shares a project's cost from a later year, whether they also pay their part of the years before, and by how
-- many per cent those weigh less who share from the first.
alter table cost_plan add column early_percent integer not null default 0,
  add constraint early_is_bounded check (early_percent between 0 and 50);
create table cost_plan_sharer (
  hub_id uuid not null,
  project_id uuid not null,
  version integer not null,
  organisation_id uuid not null,
  since integer not null,
  from_start boolean not null default false,
  constraint cost_plan_sharer_pkey primary key (hub_id, project_id, version, organisation_id),
  constraint cost_plan_sharer_version_fkey foreign key (hub_id, project_id, version) references cost_plan (hub_id, project_id, version),
  constraint cost_plan_sharer_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint sharing_years_are_near check (since between 2000 and 2100)
);
create index cost_plan_sharer_organisation_id_idx on cost_plan_sharer (organisation_id);
call build_wall('cost_plan_sharer', $$ hub_id = acting_hub() and sees_inside(project_id) $$,
  $$ hub_id = acting_hub() and exists (select from cost_plan c where c.hub_id = cost_plan_sharer.hub_id
     and c.project_id = cost_plan_sharer.project_id and c.version = cost_plan_sharer.version and c.by_id = acting_person()
     and c.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296) $$);
