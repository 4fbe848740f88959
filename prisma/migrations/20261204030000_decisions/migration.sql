-- What a steering group decides: worded, answered by each party once, counted, numbered, and never changed. A project
-- and its phases go on by such a decision alone.
create type "DecisionKind" as enum ('GENERAL', 'CHARTER', 'START', 'PHASE_START', 'PHASE_DONE', 'PHASE_EXTEND', 'PHASE_REOPEN',
  'HOLD', 'RESUME', 'COMPLETE', 'STOP');
create type "DecisionState" as enum ('DRAFT', 'OPEN', 'ADOPTED', 'REJECTED', 'DEFERRED', 'SUPERSEDED');
create type "Position" as enum ('FOR', 'AGAINST', 'ABSTAIN', 'RESERVATION');

alter table innovation_project
  -- Until when it rests, and why.
  add column review_on date,
  add column hold_words text not null default '',
  -- Who looks after what came of it.
  add column upkeep_id uuid references organisation (id);
create index innovation_project_upkeep_id_idx on innovation_project (upkeep_id);

create table decision (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  number integer,
  kind "DecisionKind" not null,
  state "DecisionState" not null default 'DRAFT',
  language text not null,
  title text not null,
  -- What is to be decided, word for word; what else could be; what it rests on.
  wording text not null,
  alternatives text not null default '',
  background text not null default '',
  -- Who sees to it, and by when.
  owner_id uuid,
  due_on date,
  phase_id uuid,
  -- A new last day of a phase, or when a rest is looked at again.
  new_day date,
  charter_version integer,
  supersedes_id uuid,
  revision integer not null default 1,
  by_id uuid not null,
  created_at timestamptz(3) not null default now(),
  opened_at timestamptz(3),
  opened_by_id uuid,
  answer_by timestamptz(3),
  quorum integer,
  closed_at timestamptz(3),
  closed_by_id uuid,
  -- Said when it was put off.
  words text not null default '',
  constraint decision_pkey primary key (hub_id, id),
  constraint decision_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint decision_owner_id_fkey foreign key (owner_id) references organisation (id),
  constraint decision_phase_id_fkey foreign key (hub_id, phase_id) references project_phase (hub_id, id),
  constraint decision_charter_version_fkey foreign key (hub_id, project_id, charter_version)
    references project_charter (hub_id, project_id, version),
  constraint decision_supersedes_id_fkey foreign key (hub_id, supersedes_id) references decision (hub_id, id),
  constraint decision_by_id_fkey foreign key (by_id) references person (id),
  constraint decision_opened_by_id_fkey foreign key (opened_by_id) references person (id),
  constraint decision_closed_by_id_fkey foreign key (closed_by_id) references person (id),
  constraint a_decision_is_worded check (title <> '' and wording <> ''),
  constraint a_phase_where_it_is_about_one check ((phase_id is not null) = (kind::text like 'PHASE%')),
  constraint a_charter_where_it_is_about_one check ((charter_version is not null) = (kind = 'CHARTER')),
  constraint a_day_where_one_is_set check ((kind in ('PHASE_EXTEND', 'PHASE_REOPEN', 'HOLD')) <= (new_day is not null)),
  constraint upkeep_is_somebodys check (kind <> 'COMPLETE' or owner_id is not null),
  constraint lessons_are_told check (kind <> 'STOP' or char_length(background) >= 200),
  constraint opened_when_it_was check ((state = 'DRAFT') = (opened_at is null) and (opened_at is null) = (answer_by is null)
    and (opened_at is null) = (quorum is null)),
  constraint numbered_when_closed check ((state in ('ADOPTED', 'REJECTED', 'SUPERSEDED')) = (number is not null)
    and (state in ('DRAFT', 'OPEN')) = (closed_at is null))
);
create unique index decisions_are_numbered on decision (hub_id, project_id, number);
create index decision_owner_id_idx on decision (owner_id);
create index decision_hub_id_phase_id_idx on decision (hub_id, phase_id);
create index decision_hub_id_supersedes_id_idx on decision (hub_id, supersedes_id);
create index decision_by_id_idx on decision (by_id);
create index decision_opened_by_id_idx on decision (opened_by_id);
create index decision_closed_by_id_idx on decision (closed_by_id);
create index decision_hub_id_project_id_idx on decision (hub_id, project_id);

-- What each party says to it: once each, from a seat with a vote.
create table decision_position (
  hub_id uuid not null,
  decision_id uuid not null,
  organisation_id uuid not null,
  position "Position",
  words text not null default '',
  by_id uuid,
  at timestamptz(3),
  constraint decision_position_pkey primary key (hub_id, decision_id, organisation_id),
  constraint decision_position_decision_id_fkey foreign key (hub_id, decision_id) references decision (hub_id, id),
  constraint decision_position_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint decision_position_by_id_fkey foreign key (by_id) references person (id),
  constraint a_position_is_signed check ((position is null) = (by_id is null) and (position is null) = (at is null)),
  constraint a_reservation_says_why check (position is distinct from 'RESERVATION' or words <> '')
);
create index decision_position_organisation_id_idx on decision_position (organisation_id);
create index decision_position_by_id_idx on decision_position (by_id);

-- Who prepares decisions: whoever leads the project, and who chairs or writes for its steering group.
create function prepares(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select sits(which, '{CHAIR,DEPUTY,SECRETARY}') or exists (select from innovation_project p
    where p.hub_id = acting_hub() and p.id = which and leads_project(p.lead_id, p.leader_id))
$$;
alter function prepares(uuid) owner to navet_system;
revoke execute on function prepares(uuid) from public;
grant execute on function prepares(uuid) to navet_app, navet_system;

-- Drafts are read by who prepares them; what is decided, by all who see the project; what was put to the vote, by its
-- bodies of care and the hub.
call build_wall('decision',
  $$ hub_id = acting_hub() and ((state <> 'DRAFT' and sees_inside(project_id)) or prepares(project_id)
     or (state in ('ADOPTED', 'SUPERSEDED') and sees_project(project_id))) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and by_id = acting_person() and prepares(project_id)
     and exists (select from innovation_project p where p.hub_id = decision.hub_id and p.id = decision.project_id
       and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and prepares(project_id) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and prepares(project_id) $$);
call build_wall('decision_position',
  $$ hub_id = acting_hub() and exists (select from decision d where d.hub_id = decision_position.hub_id
     and d.id = decision_position.decision_id and sees_inside(d.project_id)) $$,
  null,
  $$ hub_id = acting_hub() and is_own(organisation_id) $$);

-- What a decision is about is of its own project; a draft stays one until it is opened.
create function decisions_stand() returns trigger language plpgsql as $$
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if new.phase_id is not null and not exists (select from project_phase f where f.hub_id = new.hub_id and f.id = new.phase_id
      and f.project_id = new.project_id)
    or new.supersedes_id is not null and not exists (select from decision d where d.hub_id = new.hub_id and d.id = new.supersedes_id
      and d.project_id = new.project_id and d.state = 'ADOPTED' and d.kind in ('GENERAL', 'CHARTER'))
    or new.owner_id is not null and not exists (select from project_party y where y.hub_id = new.hub_id
      and y.project_id = new.project_id and y.organisation_id = new.owner_id and y.state = 'CONFIRMED') then
    raise exception 'constraint "a_decision_is_of_its_project": what it is about is of another project' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and ((new.hub_id, new.id, new.project_id, new.state, new.by_id, new.created_at)
      is distinct from (old.hub_id, old.id, old.project_id, old.state, old.by_id, old.created_at)
    or new.number is not null or new.opened_at is not null) then
    raise exception 'a draft is opened by the one door there is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decisions_stand before insert or update on decision for each row execute function decisions_stand();

-- Once closed nobody changes it, whoever comes: only a new decision takes its place.
create function decisions_are_for_good() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'constraint "decisions_are_for_good": what was decided stays' using errcode = 'check_violation';
  end if;
  if old.state = 'ADOPTED' and new.state = 'SUPERSEDED'
    and (to_jsonb(new) - 'state') is not distinct from (to_jsonb(old) - 'state') then
    return new;
  end if;
  raise exception 'constraint "decisions_are_for_good": what was decided stays' using errcode = 'check_violation';
end $$;
create trigger decisions_are_for_good before update or delete on decision for each row
  when (old.state not in ('DRAFT', 'OPEN')) execute function decisions_are_for_good();

-- A position is given while the decision is open and in time, from a seat with a vote.
create function positions_stand() returns trigger language plpgsql security definer set search_path = public as $$
declare d decision;
begin
  if acting_person() is null then return new; end if;
  select * into d from decision where hub_id = new.hub_id and id = new.decision_id for share;
  if (new.hub_id, new.decision_id, new.organisation_id) is distinct from (old.hub_id, old.decision_id, old.organisation_id)
    or new.position is null or new.by_id is distinct from acting_person() then
    raise exception 'a position is its party''s own' using errcode = 'check_violation';
  end if;
  if not exists (select from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
      where s.hub_id = d.hub_id and s.project_id = d.project_id and g.kind = 'STEERING' and s.state = 'ACTIVE' and s.votes
        and s.person_id = acting_person() and s.organisation_id = new.organisation_id and is_own(s.organisation_id)
        and coalesce(s.to_day, hub_today()) >= hub_today())
    or votes_from(d.hub_id, d.project_id, new.organisation_id, acting_person()) <> 'votes' then
    raise exception 'constraint "votes_from_a_seat": only who has a seat with a vote votes' using errcode = 'check_violation';
  end if;
  if d.state <> 'OPEN' then
    raise exception 'constraint "votes_while_open": it is not open' using errcode = 'check_violation';
  end if;
  if now() > d.answer_by then
    raise exception 'constraint "votes_in_time": the time is over' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function positions_stand() owner to navet_system;
create trigger positions_stand before update on decision_position for each row execute function positions_stand();

-- What a project lacks before it can be put to its steering group, in the order a reader meets it.
create function project_lacks(which uuid) returns text[]
language sql stable security definer set search_path = public as $$
  -- To who does not see inside it is never whole.
  select case when not sees_inside(which) then '{unseen}' else array(select lack from (
    select 1 as n, 'parties' as lack where (select count(*) from project_party y where y.hub_id = acting_hub()
      and y.project_id = which and y.state = 'CONFIRMED') < 2
    union all select 2, 'charter' where not exists (select from project_charter c where c.hub_id = acting_hub() and c.project_id = which)
    union all select 3, 'chair' where not exists (select from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
      where s.hub_id = acting_hub() and s.project_id = which and g.kind = 'STEERING' and s.role = 'CHAIR' and s.state = 'ACTIVE')
    union all select 4, 'workingGroup' where not exists (select from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
      where s.hub_id = acting_hub() and s.project_id = which and g.kind = 'WORKING' and s.state = 'ACTIVE')
    union all select 5, 'compulsorySeats' where exists (select from project_group g where g.hub_id = acting_hub() and g.project_id = which
      and (g.user_seats > (select count(*) from group_seat s where s.hub_id = g.hub_id and s.group_id = g.id and s.stands_for = 'USERS' and s.state = 'ACTIVE')
        or g.staff_seats > (select count(*) from group_seat s where s.hub_id = g.hub_id and s.group_id = g.id and s.stands_for = 'STAFF' and s.state = 'ACTIVE')))
    union all select 6, 'costPlan' where not exists (select from cost_plan_year y where y.hub_id = acting_hub() and y.project_id = which)
    union all select 7, 'phase' where not exists (select from project_phase f where f.hub_id = acting_hub() and f.project_id = which)
  ) lacks order by n) end
$$;
alter function project_lacks(uuid) owner to navet_system;
revoke execute on function project_lacks(uuid) from public;
grant execute on function project_lacks(uuid) to navet_app, navet_system;

-- What the years of the first phase cost, and what is confirmed for them.
create function first_phase_money(which uuid, out cost bigint, out confirmed bigint)
language sql stable security definer set search_path = public as $$
  with first_phase as (select * from project_phase f where f.hub_id = acting_hub() and f.project_id = which order by f.starts_on, f.id limit 1),
  years as (select extract(year from f.starts_on)::integer as a, extract(year from f.ends_on)::integer as b from first_phase f)
  select case when sees_inside(which) then
    coalesce((select sum(y.ore) from cost_plan_year y, years where y.hub_id = acting_hub() and y.project_id = which
      and y.version = (select max(c.version) from cost_plan c where c.hub_id = acting_hub() and c.project_id = which)
      and y.year between a and b), 0)::bigint end,
    case when sees_inside(which) then coalesce((select sum(g.amount) from pledge g, years where g.hub_id = acting_hub() and g.project_id = which and g.kind = 'MONEY'
      and g.state in ('CONFIRMED', 'FULFILLED') and g.year between a and b), 0)::bigint end
$$;
alter function first_phase_money(uuid) owner to navet_system;
revoke execute on function first_phase_money(uuid) from public;
grant execute on function first_phase_money(uuid) to navet_app, navet_system;

create or replace function projects_stand() returns trigger language plpgsql as $$
declare
  ours boolean := is_own(new.lead_id);
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'FORMING' or new.visibility <> 'PARTIES' or new.checked_at is not null then
      raise exception 'a project begins by forming, among its parties' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.hub_id, new.id, new.slug, new.lead_id, new.proposal_id, new.started_by_id, new.created_at, new.review_on, new.hold_words, new.upkeep_id)
    is distinct from (old.hub_id, old.id, old.slug, old.lead_id, old.proposal_id, old.started_by_id, old.created_at, old.review_on, old.hold_words, old.upkeep_id) then
    raise exception 'a project stays what it began as' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (select from (values ('FORMING', 'STOPPED'), ('FORMING', 'READY')) way (here, there)
    where ours and here = old.state::text and there = new.state::text) then
    raise exception 'a project does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'READY' and old.state = 'FORMING' and cardinality(project_lacks(new.id)) > 0 then
    raise exception 'constraint "ready_when_nothing_lacks": something lacks' using errcode = 'check_violation';
  end if;
  if new.state = 'STOPPED' and old.state <> 'STOPPED' and char_length(new.lessons) < 200 then
    raise exception 'what was learned is said when a project stops' using errcode = 'check_violation';
  end if;
  if ours and (new.checked_at, new.checked_by_id) is distinct from (old.checked_at, old.checked_by_id) then
    raise exception 'nobody checks the own project' using errcode = 'check_violation';
  end if;
  if not ours and (new.title, new.summary, new.areas, new.starts_on, new.ends_on, new.leader_id, new.wished, new.lessons, new.revision)
    is distinct from (old.title, old.summary, old.areas, old.starts_on, old.ends_on, old.leader_id, old.wished, old.lessons, old.revision) then
    raise exception 'the hub looks at a project and does not write it' using errcode = 'check_violation';
  end if;
  if not ours and new.checked_at is not null and new.started_by_id = acting_person() then
    raise exception 'nobody checks the own project' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Puts a draft to the parties that vote, until a moment. Who chairs or writes for the group may, and whoever leads.
create function open_decision(which uuid, until timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  d decision;
  voting integer;
begin
  select * into d from decision where hub_id = acting_hub() and id = which for update;
  if d.id is null or not prepares(d.project_id) then return false; end if;
  if d.state <> 'DRAFT' then
    raise exception 'constraint "only_drafts_are_opened": it is open already' using errcode = 'check_violation';
  end if;
  if until <= now() then
    raise exception 'constraint "answers_lie_ahead": there is no time to answer' using errcode = 'check_violation';
  end if;
  perform decision_holds(d);
  insert into decision_position (hub_id, decision_id, organisation_id)
    select distinct d.hub_id, d.id, s.organisation_id from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
    where s.hub_id = d.hub_id and s.project_id = d.project_id and g.kind = 'STEERING' and s.votes and s.state = 'ACTIVE'
      and coalesce(s.to_day, hub_today()) >= hub_today();
  get diagnostics voting = row_count;
  if voting = 0 then
    raise exception 'constraint "somebody_votes": nobody has a vote yet' using errcode = 'check_violation';
  end if;
  update decision set state = 'OPEN', opened_at = now(), opened_by_id = acting_person(), answer_by = until, quorum = voting / 2 + 1
    where hub_id = d.hub_id and id = d.id;
  return true;
end $$;

-- Whether a decision can have its effect as things stand; it says which thing is in the way.
create function decision_holds(d decision) returns void
language plpgsql stable security definer set search_path = public as $$
declare
  p innovation_project;
  f project_phase;
begin
  select * into p from innovation_project where hub_id = d.hub_id and id = d.project_id;
  select * into f from project_phase where hub_id = d.hub_id and id = d.phase_id;
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
  if d.kind = 'COMPLETE' and exists (select from project_phase o where o.hub_id = p.hub_id and o.project_id = p.id and o.state <> 'DONE') then
    raise exception 'constraint "every_phase_is_done": a phase is not done' using errcode = 'check_violation';
  end if;
end $$;
alter function decision_holds(decision) owner to navet_system;
revoke execute on function decision_holds(decision) from public;
grant execute on function decision_holds(decision) to navet_system;
alter function open_decision(uuid, timestamptz) owner to navet_system;
revoke execute on function open_decision(uuid, timestamptz) from public;
grant execute on function open_decision(uuid, timestamptz) to navet_app, navet_system;

-- Closes a decision: counted, or put off with a reason. The chair may, or the deputy. Counting takes as many answers as
-- the quorum, and that all have answered or the time is over; more for than against adopts it, and what follows from it
-- is done in the same moment. Answers with what became of it, null for who may not.
create function close_decision(which uuid, put_off boolean, why text) returns text
language plpgsql security definer set search_path = public as $$
declare
  d decision;
  answered integer;
  yes integer;
  no integer;
  outcome "DecisionState";
begin
  select * into d from decision where hub_id = acting_hub() and id = which for update;
  if d.id is null or not sits(d.project_id, '{CHAIR,DEPUTY}') then return null; end if;
  perform from innovation_project where hub_id = d.hub_id and id = d.project_id for update;
  if d.state <> 'OPEN' then
    raise exception 'constraint "only_open_ones_are_closed": it is not open' using errcode = 'check_violation';
  end if;
  if put_off then
    update decision set state = 'DEFERRED', closed_at = now(), closed_by_id = acting_person(), words = why
      where hub_id = d.hub_id and id = d.id;
    return 'DEFERRED';
  end if;
  select count(position), count(*) filter (where position = 'FOR'), count(*) filter (where position in ('AGAINST', 'RESERVATION'))
    into answered, yes, no from decision_position where hub_id = d.hub_id and decision_id = d.id;
  if now() <= d.answer_by and exists (select from decision_position where hub_id = d.hub_id and decision_id = d.id and position is null) then
    raise exception 'constraint "answers_are_awaited": some can still answer' using errcode = 'check_violation';
  end if;
  if answered < d.quorum then
    raise exception 'constraint "a_quorum_answers": too few have answered' using errcode = 'check_violation';
  end if;
  outcome := case when yes > no then 'ADOPTED' else 'REJECTED' end;
  if outcome = 'ADOPTED' then perform decision_holds(d); end if;
  update decision set state = outcome, closed_at = now(), closed_by_id = acting_person(), words = why,
    number = 1 + coalesce((select max(o.number) from decision o where o.hub_id = d.hub_id and o.project_id = d.project_id), 0)
    where hub_id = d.hub_id and id = d.id;
  if outcome = 'ADOPTED' then
    perform decision_acts(d);
    update decision set state = 'SUPERSEDED' where hub_id = d.hub_id and id = d.supersedes_id and state = 'ADOPTED';
  end if;
  return outcome;
end $$;

-- What follows from an adopted decision.
create function decision_acts(d decision) returns void
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
alter function decision_acts(decision) owner to navet_system;
revoke execute on function decision_acts(decision) from public;
grant execute on function decision_acts(decision) to navet_system;
alter function close_decision(uuid, boolean, text) owner to navet_system;
revoke execute on function close_decision(uuid, boolean, text) from public;
grant execute on function close_decision(uuid, boolean, text) to navet_app, navet_system;

-- The chair gives a project back that is not ready after all.
create function back_to_forming(which uuid) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  if not sits(which, '{CHAIR}') then return false; end if;
  perform from innovation_project where hub_id = acting_hub() and id = which for update;
  if exists (select from decision d where d.hub_id = acting_hub() and d.project_id = which and d.kind = 'START' and d.state = 'OPEN') then
    raise exception 'constraint "no_start_is_open": the decision to start is closed first' using errcode = 'check_violation';
  end if;
  update innovation_project set state = 'FORMING', revision = revision + 1 where hub_id = acting_hub() and id = which and state = 'READY';
  return found;
end $$;
alter function back_to_forming(uuid) owner to navet_system;
revoke execute on function back_to_forming(uuid) from public;
grant execute on function back_to_forming(uuid) to navet_app, navet_system;

-- Who runs the hub lets a project rest at once, for safety; it goes on by a decision alone.
create function hold_for_safety(which uuid, why text, look_again date) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  if not administers_hub() or why = '' then return false; end if;
  update innovation_project set state = 'ON_HOLD', hold_words = why, review_on = look_again, revision = revision + 1
    where hub_id = acting_hub() and id = which and state = 'ACTIVE';
  return found;
end $$;
alter function hold_for_safety(uuid, text, date) owner to navet_system;
revoke execute on function hold_for_safety(uuid, text, date) from public;
grant execute on function hold_for_safety(uuid, text, date) to navet_app, navet_system;

-- A project that stands ready is still pledged to, and its bodies still answer.
alter policy app_insert on pledge with check (hub_id = acting_hub() and is_own(organisation_id) and proposed_by_id = acting_person()
  and state = 'PROPOSED' and (kind = 'WORK' or acting_side() in ('PUBLIC', 'CIVIC')) and exists (select from project_party y
    join innovation_project p on p.hub_id = y.hub_id and p.id = y.project_id
    where y.hub_id = pledge.hub_id and y.project_id = pledge.project_id and y.organisation_id = pledge.organisation_id
      and y.state = 'CONFIRMED' and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')));
alter policy app_insert on matching_promise with check (hub_id = acting_hub() and administers(organisation_id) and by_id = acting_person()
  and acting_side() in ('PUBLIC', 'CIVIC') and exists (select from project_party y
    join innovation_project p on p.hub_id = y.hub_id and p.id = y.project_id
    where y.hub_id = matching_promise.hub_id and y.project_id = matching_promise.project_id
      and y.organisation_id = matching_promise.organisation_id and y.state = 'CONFIRMED'
      and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')));

-- Everyone who has a seat hears of what is put to the vote and what was decided; each by the body they sit for.
create function seats_hear(which uuid, voting boolean) returns table (id uuid, email text, locale text, slug text)
language sql stable security definer set search_path = public as $$
  select distinct person.id, person.email, person.locale::text, o.slug
  from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
    join organisation o on o.id = s.organisation_id
    join membership m on m.organisation_id = o.id and m.person_id = s.person_id
    join person on person.id = s.person_id and person.withdrawn_at is null
  where s.hub_id = acting_hub() and s.project_id = which and g.kind = 'STEERING' and s.state = 'ACTIVE' and (s.votes or not voting)
    and o.side in ('PUBLIC', 'CIVIC') and (acting_person() is null or sits(which) or prepares(which))
$$;
alter function seats_hear(uuid, boolean) owner to navet_system;
revoke execute on function seats_hear(uuid, boolean) from public;
grant execute on function seats_hear(uuid, boolean) to navet_app, navet_system;
