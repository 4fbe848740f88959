-- What a project's parties want together, in versions: each is kept as it was written, none is changed.
create table project_charter (
  hub_id uuid not null,
  project_id uuid not null,
  version integer not null,
  language text not null,
  purpose text not null,
  vision text not null,
  goals text not null,
  limits text not null,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  constraint project_charter_pkey primary key (hub_id, project_id, version),
  constraint project_charter_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint project_charter_by_id_fkey foreign key (by_id) references person (id),
  constraint a_charter_has_a_purpose check (purpose <> ''),
  constraint charters_are_counted check (version > 0)
);
create index project_charter_by_id_idx on project_charter (by_id);
call build_wall('project_charter',
  $$ hub_id = acting_hub() and (is_party(project_id) or acts_as('HUB_ADMIN') or acts_as('ASSESSOR')) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from innovation_project p
     where p.hub_id = project_charter.hub_id and p.id = project_charter.project_id
       and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD') and leads_project(p.lead_id, p.leader_id))
     and version = 1 + coalesce((select max(c.version) from project_charter c
       where c.hub_id = project_charter.hub_id and c.project_id = project_charter.project_id), 0) $$);
