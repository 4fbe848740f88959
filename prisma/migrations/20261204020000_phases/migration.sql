-- A project over years: phases on one track or several, and what is to be there on a day.
create type "PhaseState" as enum ('PLANNED', 'ACTIVE', 'GATE', 'DONE');
create type "MilestoneState" as enum ('PLANNED', 'DONE', 'MISSED');

create table project_track (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  position integer not null,
  constraint project_track_pkey primary key (hub_id, id),
  constraint project_track_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint a_track_has_a_name check (name <> '')
);
create unique index one_track_a_name on project_track (hub_id, project_id, name);

create table project_phase (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  track_id uuid not null,
  language text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  state "PhaseState" not null default 'PLANNED',
  revision integer not null default 1,
  constraint project_phase_pkey primary key (hub_id, id),
  constraint project_phase_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint project_phase_track_id_fkey foreign key (hub_id, track_id) references project_track (hub_id, id),
  constraint a_phase_has_a_name check (name <> ''),
  constraint a_phase_has_an_order check (starts_on <= ends_on),
  constraint no_overlap_in_a_track exclude using gist (hub_id with =, track_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index project_phase_hub_id_project_id_idx on project_phase (hub_id, project_id);
create index project_phase_hub_id_track_id_idx on project_phase (hub_id, track_id);
create unique index one_active_a_track on project_phase (hub_id, track_id) where state in ('ACTIVE', 'GATE');

-- What a phase is to have brought about when it ends.
create table phase_deliverable (
  hub_id uuid not null,
  phase_id uuid not null,
  number integer not null,
  title text not null,
  done_at timestamptz(3),
  done_by_id uuid,
  constraint phase_deliverable_pkey primary key (hub_id, phase_id, number),
  constraint phase_deliverable_phase_id_fkey foreign key (hub_id, phase_id) references project_phase (hub_id, id) on delete cascade,
  constraint phase_deliverable_done_by_id_fkey foreign key (done_by_id) references person (id),
  constraint a_deliverable_has_a_title check (title <> ''),
  constraint done_by_somebody check ((done_at is null) = (done_by_id is null))
);
create index phase_deliverable_done_by_id_idx on phase_deliverable (done_by_id);

-- The days a phase had before.
create table phase_days (
  hub_id uuid not null,
  phase_id uuid not null,
  number integer not null,
  starts_on date not null,
  ends_on date not null,
  until timestamptz(3) not null,
  constraint phase_days_pkey primary key (hub_id, phase_id, number),
  constraint phase_days_phase_id_fkey foreign key (hub_id, phase_id) references project_phase (hub_id, id) on delete cascade
);

create table project_milestone (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  organisation_id uuid not null,
  language text not null,
  title text not null,
  on_day date not null,
  state "MilestoneState" not null default 'PLANNED',
  ended_at timestamptz(3),
  constraint project_milestone_pkey primary key (hub_id, id),
  constraint project_milestone_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint project_milestone_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint a_milestone_has_a_title check (title <> ''),
  constraint ended_when_it_ended check ((state = 'PLANNED') = (ended_at is null))
);
create index project_milestone_hub_id_project_id_idx on project_milestone (hub_id, project_id);
create index project_milestone_organisation_id_idx on project_milestone (organisation_id);

-- A milestone that is moved keeps the day it had, and why.
create table milestone_move (
  hub_id uuid not null,
  milestone_id uuid not null,
  number integer not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint milestone_move_pkey primary key (hub_id, milestone_id, number),
  constraint milestone_move_milestone_id_fkey foreign key (hub_id, milestone_id) references project_milestone (hub_id, id),
  constraint milestone_move_by_id_fkey foreign key (by_id) references person (id),
  constraint a_move_says_why check (reason <> '' and from_day <> to_day)
);
create index milestone_move_by_id_idx on milestone_move (by_id);

-- Whether one leads a project that still lives: whoever plans it.
create function plans_project(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from innovation_project p where p.hub_id = acting_hub() and p.id = which
    and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD') and leads_project(p.lead_id, p.leader_id))
$$;
alter function plans_project(uuid) owner to navet_system;
revoke execute on function plans_project(uuid) from public;
grant execute on function plans_project(uuid) to navet_app, navet_system;

call build_wall('project_track', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) $$, $$ hub_id = acting_hub() and plans_project(project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) $$);
call build_wall('project_phase', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) and exists (select from project_track t
     where t.hub_id = project_phase.hub_id and t.id = project_phase.track_id and t.project_id = project_phase.project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) and state = 'PLANNED' $$);
call build_wall('phase_deliverable',
  $$ hub_id = acting_hub() and exists (select from project_phase f where f.hub_id = phase_deliverable.hub_id and f.id = phase_deliverable.phase_id) $$,
  $$ hub_id = acting_hub() and exists (select from project_phase f where f.hub_id = phase_deliverable.hub_id
     and f.id = phase_deliverable.phase_id and f.state <> 'DONE' and plans_project(f.project_id)) $$,
  $$ hub_id = acting_hub() and exists (select from project_phase f where f.hub_id = phase_deliverable.hub_id
     and f.id = phase_deliverable.phase_id and f.state <> 'DONE' and plans_project(f.project_id)) $$,
  $$ hub_id = acting_hub() and exists (select from project_phase f where f.hub_id = phase_deliverable.hub_id
     and f.id = phase_deliverable.phase_id and f.state = 'PLANNED' and plans_project(f.project_id)) $$);
call build_wall('phase_days',
  $$ hub_id = acting_hub() and exists (select from project_phase f where f.hub_id = phase_days.hub_id and f.id = phase_days.phase_id) $$);
call build_wall('project_milestone', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and plans_project(project_id) and exists (select from project_party y where y.hub_id = project_milestone.hub_id
     and y.project_id = project_milestone.project_id and y.organisation_id = project_milestone.organisation_id and y.state = 'CONFIRMED') $$,
  $$ hub_id = acting_hub() and plans_project(project_id) $$);
call build_wall('milestone_move',
  $$ hub_id = acting_hub() and exists (select from project_milestone m where m.hub_id = milestone_move.hub_id and m.id = milestone_move.milestone_id) $$);

-- Whoever leads plans phases and brings them to the gate; beyond it only a decision leads (close_decision).
create function phases_stand() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on) then
    insert into phase_days (hub_id, phase_id, number, starts_on, ends_on, until)
      select new.hub_id, new.id, 1 + coalesce(max(d.number), 0), old.starts_on, old.ends_on, now()
      from phase_days d where d.hub_id = new.hub_id and d.phase_id = new.id;
  end if;
  if new.state = 'GATE' and old.state = 'ACTIVE' and exists (select from phase_deliverable d
    where d.hub_id = new.hub_id and d.phase_id = new.id and d.done_at is null) then
    raise exception 'constraint "deliverables_are_there": what it is to bring about is not there yet' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function phases_stand() owner to navet_system;
create trigger phases_stand before update on project_phase for each row execute function phases_stand();
create function phases_are_led() returns trigger language plpgsql as $$
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'PLANNED' then raise exception 'a phase begins planned' using errcode = 'check_violation'; end if;
    return new;
  end if;
  if (new.hub_id, new.id, new.project_id, new.track_id) is distinct from (old.hub_id, old.id, old.project_id, old.track_id)
    or (old.state <> 'PLANNED' and (new.starts_on, new.ends_on) is distinct from (old.starts_on, old.ends_on)) then
    raise exception 'the days of a phase that has begun are moved by a decision' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and (old.state, new.state) is distinct from ('ACTIVE', 'GATE') then
    raise exception 'a phase goes from % to % by a decision', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger phases_are_led before insert or update on project_phase for each row execute function phases_are_led();

-- Nobody moves a milestone without saying why: its door writes both.
create function milestones_stand() returns trigger language plpgsql as $$
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (new.hub_id, new.id, new.project_id, new.organisation_id, new.on_day)
    is distinct from (old.hub_id, old.id, old.project_id, old.organisation_id, old.on_day) or old.state <> 'PLANNED' then
    raise exception 'a milestone is moved with a reason, and stays once it is over' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger milestones_stand before update on project_milestone for each row execute function milestones_stand();
create function move_milestone(which uuid, day date, why text) returns boolean
language plpgsql security definer set search_path = public as $$
declare m project_milestone;
begin
  select * into m from project_milestone where hub_id = acting_hub() and id = which for update;
  if m.id is null or not plans_project(m.project_id) then return false; end if;
  if m.state <> 'PLANNED' then
    raise exception 'constraint "milestones_stand": it is over' using errcode = 'check_violation';
  end if;
  insert into milestone_move (hub_id, milestone_id, number, from_day, to_day, reason, by_id, at)
    select m.hub_id, m.id, 1 + coalesce(max(v.number), 0), m.on_day, day, why, acting_person(), now()
    from milestone_move v where v.hub_id = m.hub_id and v.milestone_id = m.id;
  update project_milestone set on_day = day where hub_id = m.hub_id and id = m.id;
  return true;
end $$;
alter function move_milestone(uuid, date, text) owner to navet_system;
revoke execute on function move_milestone(uuid, date, text) from public;
grant execute on function move_milestone(uuid, date, text) to navet_app, navet_system;
