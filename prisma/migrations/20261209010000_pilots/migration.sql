-- What is new is tried at a site first: approved by the site itself once its checklist is done and its benefit plan has a
-- baseline, which stays; paused at once by the site or the hub, and gone on with by a decision alone.
create type "PilotState" as enum ('PLANNED', 'APPROVED', 'RUNNING', 'PAUSED', 'ENDED');
create type "PilotCheck" as enum ('LEADERS', 'STAFF', 'DATA_PROTECTION', 'TECHNOLOGY', 'USERS', 'MEASUREMENT', 'STOP_RULE');
create type "IndicatorKind" as enum ('GENERAL', 'TRAVEL_KM', 'TRAVEL_HOURS', 'WITHIN_30_MINUTES', 'RURAL_SHARE');

create table pilot (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  -- The site: a body of care that is a party.
  organisation_id uuid not null,
  language text not null,
  place text not null,
  starts_on date not null,
  ends_on date not null,
  users integer,
  state "PilotState" not null default 'PLANNED',
  -- Why it is paused.
  words text not null default '',
  revision integer not null default 1,
  by_id uuid not null,
  approved_at timestamptz(3),
  approved_by_id uuid,
  started_at timestamptz(3),
  paused_at timestamptz(3),
  paused_by_id uuid,
  ended_at timestamptz(3),
  constraint pilot_pkey primary key (hub_id, id),
  constraint pilot_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint pilot_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint pilot_by_id_fkey foreign key (by_id) references person (id),
  constraint pilot_approved_by_id_fkey foreign key (approved_by_id) references person (id),
  constraint pilot_paused_by_id_fkey foreign key (paused_by_id) references person (id),
  constraint a_pilot_has_a_place_and_days check (place <> '' and starts_on <= ends_on and coalesce(users, 1) between 1 and 1000000),
  constraint why_it_is_paused check (state <> 'PAUSED' or words <> ''),
  constraint who_approved_it check ((state = 'PLANNED') = (approved_at is null) and (approved_at is null) = (approved_by_id is null))
);
create index pilot_hub_id_project_id_idx on pilot (hub_id, project_id);
create index pilot_organisation_id_idx on pilot (organisation_id);
create index pilot_by_id_idx on pilot (by_id);
create index pilot_approved_by_id_idx on pilot (approved_by_id);
create index pilot_paused_by_id_idx on pilot (paused_by_id);

create table pilot_check (
  hub_id uuid not null,
  pilot_id uuid not null,
  item "PilotCheck" not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint pilot_check_pkey primary key (hub_id, pilot_id, item),
  constraint pilot_check_pilot_id_fkey foreign key (hub_id, pilot_id) references pilot (hub_id, id) on delete cascade,
  constraint pilot_check_by_id_fkey foreign key (by_id) references person (id)
);
create index pilot_check_by_id_idx on pilot_check (by_id);

-- One set for the whole project, so that sites can be compared.
create table project_indicator (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  language text not null,
  name text not null,
  unit text not null,
  kind "IndicatorKind" not null default 'GENERAL',
  more_is_better boolean not null default true,
  created_at timestamptz(3) not null default now(),
  constraint project_indicator_pkey primary key (hub_id, id),
  constraint project_indicator_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint an_indicator_has_a_name_and_a_unit check (name <> '' and unit <> '')
);
create index project_indicator_hub_id_project_id_idx on project_indicator (hub_id, project_id);
create table pilot_benefit (
  hub_id uuid not null,
  pilot_id uuid not null,
  indicator_id uuid not null,
  baseline numeric(14, 3) not null,
  target numeric(14, 3) not null,
  measured_by text not null,
  constraint pilot_benefit_pkey primary key (hub_id, pilot_id, indicator_id),
  constraint pilot_benefit_pilot_id_fkey foreign key (hub_id, pilot_id) references pilot (hub_id, id) on delete cascade,
  constraint pilot_benefit_indicator_id_fkey foreign key (hub_id, indicator_id) references project_indicator (hub_id, id),
  constraint who_measures_and_when check (measured_by <> '')
);
create index pilot_benefit_hub_id_indicator_id_idx on pilot_benefit (hub_id, indicator_id);
create table pilot_value (
  hub_id uuid not null,
  id uuid not null,
  pilot_id uuid not null,
  indicator_id uuid not null,
  on_day date not null,
  value numeric(14, 3) not null,
  note text not null default '',
  by_id uuid not null,
  constraint pilot_value_pkey primary key (hub_id, id),
  constraint pilot_value_benefit_fkey foreign key (hub_id, pilot_id, indicator_id) references pilot_benefit (hub_id, pilot_id, indicator_id),
  constraint pilot_value_by_id_fkey foreign key (by_id) references person (id)
);
create index pilot_value_hub_id_pilot_id_idx on pilot_value (hub_id, pilot_id, indicator_id, on_day);
create index pilot_value_by_id_idx on pilot_value (by_id);

alter table decision add column pilot_id uuid,
  add constraint decision_pilot_id_fkey foreign key (hub_id, pilot_id) references pilot (hub_id, id);
create index decision_hub_id_pilot_id_idx on decision (hub_id, pilot_id);

create function works_at_pilot(which uuid, site uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select is_own(site) or exists (select from innovation_project p where p.hub_id = acting_hub() and p.id = which and leads_project(p.lead_id, p.leader_id))
$$;
alter function works_at_pilot(uuid, uuid) owner to navet_system;
revoke execute on function works_at_pilot(uuid, uuid) from public;
grant execute on function works_at_pilot(uuid, uuid) to navet_app, navet_system;

call build_wall('pilot', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and state = 'PLANNED' and acting_side() in ('PUBLIC', 'CIVIC')
     and works_at_pilot(project_id, organisation_id) $$,
  $$ hub_id = acting_hub() and (works_at_pilot(project_id, organisation_id) or administers_hub()) $$,
  $$ hub_id = acting_hub() and state = 'PLANNED' and works_at_pilot(project_id, organisation_id) $$);
call build_wall('pilot_check',
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_check.hub_id and x.id = pilot_check.pilot_id and sees_inside(x.project_id)) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from pilot x where x.hub_id = pilot_check.hub_id and x.id = pilot_check.pilot_id and x.state = 'PLANNED' and is_own(x.organisation_id)) $$,
  null,
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_check.hub_id and x.id = pilot_check.pilot_id and x.state = 'PLANNED' and is_own(x.organisation_id)) $$);
call build_wall('project_indicator', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and leads_result(project_id) $$, null,
  $$ hub_id = acting_hub() and leads_result(project_id) $$);
call build_wall('pilot_benefit',
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_benefit.hub_id and x.id = pilot_benefit.pilot_id) $$,
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_benefit.hub_id and x.id = pilot_benefit.pilot_id and x.state = 'PLANNED' and works_at_pilot(x.project_id, x.organisation_id)) $$,
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_benefit.hub_id and x.id = pilot_benefit.pilot_id and x.state = 'PLANNED' and works_at_pilot(x.project_id, x.organisation_id)) $$,
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_benefit.hub_id and x.id = pilot_benefit.pilot_id and x.state = 'PLANNED' and works_at_pilot(x.project_id, x.organisation_id)) $$);
call build_wall('pilot_value',
  $$ hub_id = acting_hub() and exists (select from pilot x where x.hub_id = pilot_value.hub_id and x.id = pilot_value.pilot_id) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from pilot x where x.hub_id = pilot_value.hub_id and x.id = pilot_value.pilot_id and x.state in ('RUNNING', 'PAUSED', 'ENDED') and works_at_pilot(x.project_id, x.organisation_id)) $$);

-- A pilot is at a party's own place, and begins as a plan.
create function pilots_are_at_parties() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if acting_person() is null then return new; end if;
  if not exists (select from project_party y join organisation o on o.id = y.organisation_id join innovation_project p on p.hub_id = y.hub_id and p.id = y.project_id
      where y.hub_id = new.hub_id and y.project_id = new.project_id and y.organisation_id = new.organisation_id and y.state = 'CONFIRMED'
        and o.side in ('PUBLIC', 'CIVIC') and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')) then
    raise exception 'constraint "a_site_is_a_partys": a pilot is at the place of a body of care that is in the project' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function pilots_are_at_parties() owner to navet_system;
create trigger pilots_are_at_parties before insert on pilot for each row execute function pilots_are_at_parties();

-- What is missing before a site can approve its pilot.
create function pilot_lacks(which uuid) returns text[]
language sql stable security definer set search_path = public as $$
  select array(select lack from (
    select 1 as n, 'checks' as lack where (select count(*) from pilot_check c where c.hub_id = acting_hub() and c.pilot_id = which) < 7
    union all select 2, 'benefit' where not exists (select from pilot_benefit b where b.hub_id = acting_hub() and b.pilot_id = which)
  ) lacks order by n)
$$;
alter function pilot_lacks(uuid) owner to navet_system;
revoke execute on function pilot_lacks(uuid) from public;
grant execute on function pilot_lacks(uuid) to navet_app, navet_system;

-- The same rows as in lib/pilots/moves.ts. From a pause only a decision leads on.
create function pilots_stand() returns trigger language plpgsql as $$
declare
  fixed text[] := array['hub_id', 'id', 'project_id', 'organisation_id', 'by_id'];
  planning text[] := array['language', 'place', 'starts_on', 'ends_on', 'users'];
  own boolean := is_own(new.organisation_id);
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (select jsonb_object_agg(k, to_jsonb(new) -> k) is distinct from jsonb_object_agg(k, to_jsonb(old) -> k) from unnest(fixed) k) then
    raise exception 'a pilot stays its site''s' using errcode = 'check_violation';
  end if;
  if old.state <> 'PLANNED' and (select jsonb_object_agg(k, to_jsonb(new) -> k) is distinct from jsonb_object_agg(k, to_jsonb(old) -> k) from unnest(planning) k) then
    raise exception 'constraint "what_is_approved_stays": what is approved stays as it was planned' using errcode = 'check_violation';
  end if;
  if new.state = old.state then
    if old.state <> 'PLANNED' or not works_at_pilot(new.project_id, new.organisation_id) then
      raise exception 'only a plan is changed' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (old.state, new.state) = ('PLANNED', 'APPROVED') and administers(new.organisation_id) and new.approved_by_id = acting_person() then
    if cardinality(pilot_lacks(new.id)) > 0 then
      raise exception 'constraint "approved_when_nothing_lacks": the checklist and the benefit plan are whole first' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (old.state, new.state) = ('APPROVED', 'RUNNING') and works_at_pilot(new.project_id, new.organisation_id) then
    if new.starts_on > hub_today() then
      raise exception 'constraint "a_pilot_starts_on_its_day": it starts on its day' using errcode = 'check_violation';
    end if;
    if not exists (select from innovation_project p where p.hub_id = new.hub_id and p.id = new.project_id and p.state = 'ACTIVE') then
      raise exception 'constraint "the_project_is_active": a pilot runs while its project does' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (old.state, new.state) = ('RUNNING', 'PAUSED') and (own or administers_hub()) and new.paused_by_id = acting_person() then return new; end if;
  if (old.state, new.state) = ('RUNNING', 'ENDED') and works_at_pilot(new.project_id, new.organisation_id) then return new; end if;
  raise exception 'constraint "a_pilots_way": a pilot does not go from % to %', old.state, new.state using errcode = 'check_violation';
end $$;
create trigger pilots_stand before update on pilot for each row execute function pilots_stand();

-- An indicator that a pilot measures stays.
create function measured_indicators_stay() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from pilot_benefit b where b.hub_id = old.hub_id and b.indicator_id = old.id) then
    raise exception 'constraint "measured_indicators_stay": a pilot measures it' using errcode = 'check_violation';
  end if;
  return old;
end $$;
alter function measured_indicators_stay() owner to navet_system;
create trigger measured_indicators_stay before delete on project_indicator for each row execute function measured_indicators_stay();
-- A measure is of the same project.
create function benefits_are_of_their_project() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from pilot x join project_indicator i on i.hub_id = x.hub_id and i.project_id = x.project_id
      where x.hub_id = new.hub_id and x.id = new.pilot_id and i.id = new.indicator_id) then
    raise exception 'an indicator is its project''s' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function benefits_are_of_their_project() owner to navet_system;
create trigger benefits_are_of_their_project before insert on pilot_benefit for each row execute function benefits_are_of_their_project();

-- A project that rests lets its pilots rest; they go on by a decision each.
create function pilots_rest_with_their_project() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update pilot set state = 'PAUSED', words = coalesce(nullif(new.hold_words, ''), '–'), paused_at = now(), paused_by_id = acting_person(), revision = revision + 1
  where hub_id = new.hub_id and project_id = new.id and state = 'RUNNING';
  return null;
end $$;
alter function pilots_rest_with_their_project() owner to navet_system;
create trigger pilots_rest_with_their_project after update of state on innovation_project for each row
  when (new.state in ('ON_HOLD', 'STOPPED') and old.state = 'ACTIVE') execute function pilots_rest_with_their_project();

create or replace function decision_holds(d decision) returns void
language plpgsql stable security definer set search_path = public as $$
declare
  p innovation_project;
  f project_phase;
  x pilot;
begin
  select * into p from innovation_project where hub_id = d.hub_id and id = d.project_id;
  select * into f from project_phase where hub_id = d.hub_id and id = d.phase_id;
  select * into x from pilot where hub_id = d.hub_id and id = d.pilot_id and project_id = d.project_id;
  if not (case d.kind
    when 'START' then p.state = 'READY'
    when 'HOLD' then p.state = 'ACTIVE'
    when 'RESUME' then p.state = 'ON_HOLD'
    when 'COMPLETE' then p.state = 'ACTIVE'
    when 'STOP' then p.state in ('READY', 'ACTIVE', 'ON_HOLD')
    when 'GENERAL' then p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')
    when 'CHARTER' then p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')
    else p.state = 'ACTIVE' end) then
    raise exception 'constraint "the_project_is_there": the project is not where this decision finds it' using errcode = 'check_violation';
  end if;
  if not coalesce(case d.kind
    when 'PHASE_START' then f.state = 'PLANNED'
    when 'PHASE_DONE' then f.state = 'GATE'
    when 'PHASE_EXTEND' then f.state = 'GATE' and d.new_day > f.ends_on
    when 'PHASE_REOPEN' then f.state = 'DONE' and d.new_day >= f.starts_on end, true) then
    raise exception 'constraint "the_phase_is_there": the phase is not where this decision finds it' using errcode = 'check_violation';
  end if;
  if d.kind in ('PHASE_START', 'PHASE_REOPEN') and exists (select from project_phase o where o.hub_id = f.hub_id
      and o.track_id = f.track_id and o.state in ('ACTIVE', 'GATE')) then
    raise exception 'constraint "one_active_a_track": another phase of the track is under way' using errcode = 'check_violation';
  end if;
  if d.kind in ('PHASE_EXTEND', 'PHASE_REOPEN') and exists (select from project_phase o where o.hub_id = f.hub_id
      and o.track_id = f.track_id and o.id <> f.id and daterange(o.starts_on, o.ends_on, '[]') && daterange(f.starts_on, d.new_day, '[]')) then
    raise exception 'constraint "no_overlap_in_a_track": the next phase begins before that' using errcode = 'check_violation';
  end if;
  if d.kind = 'START' and cardinality(project_lacks(p.id)) > 0 then
    raise exception 'constraint "ready_when_nothing_lacks": something lacks' using errcode = 'check_violation';
  end if;
  if d.kind = 'START' and exists (select from first_phase_money(p.id) m where (m.confirmed >= m.cost) is not true) then
    raise exception 'constraint "the_first_phase_is_paid": what is confirmed does not cover the first phase' using errcode = 'check_violation';
  end if;
  if d.kind in ('PILOT_RESUME', 'PILOT_END') and x.state is distinct from 'PAUSED' then
    raise exception 'constraint "the_pilot_is_paused": the pilot is not paused' using errcode = 'check_violation';
  end if;
  if d.kind = 'COMPLETE' and exists (select from pilot o where o.hub_id = p.hub_id and o.project_id = p.id and o.state <> 'ENDED') then
    raise exception 'constraint "every_pilot_has_ended": a pilot has not ended' using errcode = 'check_violation';
  end if;
  if d.kind = 'COMPLETE' and exists (select from project_phase o where o.hub_id = p.hub_id and o.project_id = p.id and o.state <> 'DONE') then
    raise exception 'constraint "every_phase_is_done": a phase is not done' using errcode = 'check_violation';
  end if;
end $$;

create or replace function decision_acts(d decision) returns void
language plpgsql security definer set search_path = public as $$
declare f project_phase;
begin
  if d.kind in ('START', 'RESUME') then
    update innovation_project set state = 'ACTIVE', review_on = null, hold_words = '', revision = revision + 1
      where hub_id = d.hub_id and id = d.project_id;
  elsif d.kind = 'HOLD' then
    update innovation_project set state = 'ON_HOLD', review_on = d.new_day, hold_words = d.wording, revision = revision + 1
      where hub_id = d.hub_id and id = d.project_id;
  elsif d.kind = 'COMPLETE' then
    update innovation_project set state = 'COMPLETED', upkeep_id = d.owner_id, revision = revision + 1 where hub_id = d.hub_id and id = d.project_id;
  elsif d.kind = 'STOP' then
    update innovation_project set state = 'STOPPED', lessons = d.background, review_on = null, revision = revision + 1
      where hub_id = d.hub_id and id = d.project_id;
  elsif d.kind = 'PILOT_RESUME' then
    update pilot set state = 'RUNNING', words = '', paused_at = null, paused_by_id = null, revision = revision + 1 where hub_id = d.hub_id and id = d.pilot_id;
  elsif d.kind = 'PILOT_END' then
    update pilot set state = 'ENDED', ended_at = now(), revision = revision + 1 where hub_id = d.hub_id and id = d.pilot_id;
  elsif d.kind in ('PHASE_EXTEND', 'PHASE_REOPEN') then
    update project_phase set state = 'ACTIVE', ends_on = d.new_day, revision = revision + 1 where hub_id = d.hub_id and id = d.phase_id;
  elsif d.kind = 'PHASE_START' then
    update project_phase set state = 'ACTIVE', revision = revision + 1 where hub_id = d.hub_id and id = d.phase_id;
  elsif d.kind = 'PHASE_DONE' then
    update project_phase set state = 'DONE', revision = revision + 1 where hub_id = d.hub_id and id = d.phase_id returning * into f;
    -- The next one follows on its heels; after a gap it is begun by a decision of its own.
    update project_phase set state = 'ACTIVE', revision = revision + 1 where hub_id = f.hub_id and id = (
      select n.id from project_phase n where n.hub_id = f.hub_id and n.track_id = f.track_id and n.state = 'PLANNED'
        and n.starts_on > f.ends_on and n.starts_on <= greatest(f.ends_on + 1, hub_today()) order by n.starts_on limit 1);
  end if;
  if d.kind = 'START' then
    update project_phase set state = 'ACTIVE', revision = revision + 1 where hub_id = d.hub_id and id = (
      select n.id from project_phase n where n.hub_id = d.hub_id and n.project_id = d.project_id order by n.starts_on, n.id limit 1);
  end if;
end $$;
