create type "Visibility" as enum ('DRAFT', 'PARTIES', 'PUBLIC_SIDE', 'OPEN');
create type "NeedState" as enum ('DRAFT', 'OPEN', 'LINKED', 'MET', 'CLOSED');
create type "ProposalState" as enum ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'ACCEPTED', 'DECLINED');
create type "ProjectState" as enum ('FORMING', 'ACTIVE', 'ON_HOLD', 'COMPLETED', 'STOPPED');
create type "PartyRole" as enum ('OWNER', 'FUNDER', 'PILOT_SITE', 'SUPPLIER', 'OBSERVER');
create type "PartyState" as enum ('INVITED', 'CONFIRMED', 'DECLINED', 'LEFT');

create table need (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  language text not null,
  title text not null,
  problem text not null,
  affected text not null default '',
  effort_today text not null default '',
  areas text[] not null,
  urgency integer not null,
  visibility "Visibility" not null default 'DRAFT',
  state "NeedState" not null default 'DRAFT',
  created_at timestamptz(3) not null default now(),
  constraint need_pkey primary key (hub_id, id)
);
create index need_hub_id_organisation_id_idx on need (hub_id, organisation_id);

create table need_support (
  hub_id uuid not null,
  need_id uuid not null,
  organisation_id uuid not null,
  since timestamptz(3) not null default now(),
  constraint need_support_pkey primary key (hub_id, need_id, organisation_id)
);

create table proposal (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  author_id uuid not null,
  language text not null,
  title text not null default '',
  summary text not null default '',
  problem text not null default '',
  solution text not null default '',
  benefit text not null default '',
  first_step text not null default '',
  partners_wanted text not null default '',
  areas text[] not null,
  visibility "Visibility" not null default 'PUBLIC_SIDE',
  state "ProposalState" not null default 'DRAFT',
  revision integer not null default 1,
  created_at timestamptz(3) not null default now(),
  submitted_at timestamptz(3),
  assessor_id uuid,
  decided_at timestamptz(3),
  decision_reason text,
  next_step text,
  constraint proposal_pkey primary key (hub_id, id)
);
create index proposal_hub_id_organisation_id_idx on proposal (hub_id, organisation_id);
create index proposal_hub_id_state_submitted_at_idx on proposal (hub_id, state, submitted_at);

create table proposal_need (
  hub_id uuid not null,
  proposal_id uuid not null,
  need_id uuid not null,
  constraint proposal_need_pkey primary key (hub_id, proposal_id, need_id)
);
create index proposal_need_hub_id_need_id_idx on proposal_need (hub_id, need_id);

create table innovation_project (
  hub_id uuid not null,
  id uuid not null,
  slug text not null,
  lead_id uuid not null,
  proposal_id uuid,
  title jsonb not null,
  summary jsonb not null,
  areas text[] not null,
  starts_on date not null,
  ends_on date,
  state "ProjectState" not null,
  visibility "Visibility" not null,
  constraint innovation_project_pkey primary key (hub_id, id),
  constraint innovation_project_hub_id_slug_key unique (hub_id, slug)
);

create table project_party (
  hub_id uuid not null,
  project_id uuid not null,
  organisation_id uuid not null,
  role "PartyRole" not null,
  state "PartyState" not null,
  constraint project_party_pkey primary key (hub_id, project_id, organisation_id)
);
create index project_party_hub_id_organisation_id_idx on project_party (hub_id, organisation_id);

create table project_need (
  hub_id uuid not null,
  project_id uuid not null,
  need_id uuid not null,
  constraint project_need_pkey primary key (hub_id, project_id, need_id)
);
create index project_need_hub_id_need_id_idx on project_need (hub_id, need_id);

alter table need add constraint need_hub_id_fkey foreign key (hub_id) references hub (id);
alter table need add constraint need_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table need_support add constraint need_support_need_id_fkey foreign key (hub_id, need_id) references need (hub_id, id);
alter table need_support add constraint need_support_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table proposal add constraint proposal_hub_id_fkey foreign key (hub_id) references hub (id);
alter table proposal add constraint proposal_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table proposal add constraint proposal_author_id_fkey foreign key (author_id) references person (id);
alter table proposal_need add constraint proposal_need_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id);
alter table proposal_need add constraint proposal_need_need_id_fkey foreign key (hub_id, need_id) references need (hub_id, id);
alter table innovation_project add constraint innovation_project_hub_id_fkey foreign key (hub_id) references hub (id);
alter table innovation_project add constraint innovation_project_lead_id_fkey foreign key (lead_id) references organisation (id);
alter table innovation_project add constraint innovation_project_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id);
alter table project_party add constraint project_party_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id);
alter table project_party add constraint project_party_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table project_need add constraint project_need_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id);
alter table project_need add constraint project_need_need_id_fkey foreign key (hub_id, need_id) references need (hub_id, id);
alter table proposal add constraint proposal_assessor_id_fkey foreign key (assessor_id) references person (id);

alter table need add constraint urgency_is_one_to_four check (urgency between 1 and 4);
alter table innovation_project add constraint projects_end_after_they_start check (ends_on is null or starts_on <= ends_on);
alter table proposal add constraint decided_with_a_reason check (
  (state in ('ACCEPTED', 'DECLINED')) = (decided_at is not null)
  and (decided_at is null or (assessor_id is not null and decision_reason <> ''))
  and (state <> 'ACCEPTED' or next_step <> ''));
alter table proposal add constraint submitted_when_sent check ((state = 'DRAFT') = (submitted_at is null));

-- Who may see an item of an organisation, by its visibility. PARTIES is answered where the parties are.
create function is_shown(visibility "Visibility", owner uuid) returns boolean language sql stable as $$
  select owner = acting_organisation() or visibility = 'OPEN'
    or (visibility = 'PUBLIC_SIDE' and acting_side() in ('PUBLIC', 'CIVIC'))
$$;

call build_wall('need',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation()
     or (state <> 'DRAFT' and is_shown(visibility, organisation_id))) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and acting_side() in ('PUBLIC', 'CIVIC') $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
call build_wall('need_support',
  $$ hub_id = acting_hub() and exists (select from need n where n.hub_id = need_support.hub_id and n.id = need_support.need_id) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and acting_side() in ('PUBLIC', 'CIVIC')
     and exists (select from need n where n.hub_id = need_support.hub_id and n.id = need_support.need_id) $$,
  null,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
-- A draft is its organisation's own; once submitted the hub's assessors see it, others by visibility.
call build_wall('proposal',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation()
     or (state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN') or is_shown(visibility, organisation_id)))) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and author_id = acting_person() $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or (state <> 'DRAFT' and acts_as('ASSESSOR'))) $$);
call build_wall('proposal_need',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id) $$,
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_need.hub_id
     and p.id = proposal_need.proposal_id and p.organisation_id = acting_organisation()) $$,
  null,
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_need.hub_id
     and p.id = proposal_need.proposal_id and p.organisation_id = acting_organisation()) $$);

-- A project and its parties would ask each other; this answers for both without asking in a circle.
create function is_party(project uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from project_party p where p.hub_id = acting_hub() and p.project_id = project
    and p.organisation_id = acting_organisation() and p.state in ('INVITED', 'CONFIRMED'))
$$;
alter function is_party(uuid) owner to navet_system;
revoke execute on function is_party(uuid) from public;
grant execute on function is_party(uuid) to navet_app, navet_system;

call build_wall('innovation_project',
  $$ hub_id = acting_hub() and (is_shown(visibility, lead_id) or is_party(id)) $$);
call build_wall('project_party',
  $$ hub_id = acting_hub() and exists (select from innovation_project p
     where p.hub_id = project_party.hub_id and p.id = project_party.project_id) $$);
call build_wall('project_need',
  $$ hub_id = acting_hub() and exists (select from innovation_project p
     where p.hub_id = project_need.hub_id and p.id = project_need.project_id) $$);
