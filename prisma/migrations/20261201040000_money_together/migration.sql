-- What a project costs and who pays what of it: the plan in versions, and what each body has pledged itself.
create type "PledgeKind" as enum ('MONEY', 'WORK');
create type "PledgeState" as enum ('PROPOSED', 'CONFIRMED', 'FULFILLED', 'WITHDRAWN', 'RELEASED');

-- Who reads the money of a project: its bodies of care and the hub. A company never sees what others pay.
create function sees_money(project uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select acts_as('HUB_ADMIN') or (acting_side() in ('PUBLIC', 'CIVIC') and is_party(project))
$$;
alter function sees_money(uuid) owner to navet_system;
revoke execute on function sees_money(uuid) from public;
grant execute on function sees_money(uuid) to navet_app, navet_system;

create table cost_plan (
  hub_id uuid not null,
  project_id uuid not null,
  version integer not null,
  key jsonb not null,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  constraint cost_plan_pkey primary key (hub_id, project_id, version),
  constraint cost_plan_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint cost_plan_by_id_fkey foreign key (by_id) references person (id),
  constraint plans_are_counted check (version > 0)
);
create index cost_plan_by_id_idx on cost_plan (by_id);
create table cost_plan_year (
  hub_id uuid not null,
  project_id uuid not null,
  version integer not null,
  year integer not null,
  ore bigint not null,
  constraint cost_plan_year_pkey primary key (hub_id, project_id, version, year),
  constraint cost_plan_year_version_fkey foreign key (hub_id, project_id, version) references cost_plan (hub_id, project_id, version),
  constraint a_cost_is_whole_and_bounded check (ore between 0 and 100000000000000),
  constraint years_are_near check (year between 2000 and 2100)
);
-- What was agreed with each, where the key is FIXED.
create table cost_plan_fixed (
  hub_id uuid not null,
  project_id uuid not null,
  version integer not null,
  year integer not null,
  organisation_id uuid not null,
  ore bigint not null,
  constraint cost_plan_fixed_pkey primary key (hub_id, project_id, version, year, organisation_id),
  constraint cost_plan_fixed_version_fkey foreign key (hub_id, project_id, version, year)
    references cost_plan_year (hub_id, project_id, version, year),
  constraint cost_plan_fixed_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint an_agreed_cost_is_whole_and_bounded check (ore between 0 and 100000000000000)
);
create index cost_plan_fixed_organisation_id_idx on cost_plan_fixed (organisation_id);
call build_wall('cost_plan', $$ hub_id = acting_hub() and sees_money(project_id) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from innovation_project p
     where p.hub_id = cost_plan.hub_id and p.id = cost_plan.project_id and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')
       and leads_project(p.lead_id, p.leader_id))
     and version = 1 + coalesce((select max(c.version) from cost_plan c
       where c.hub_id = cost_plan.hub_id and c.project_id = cost_plan.project_id), 0) $$);
-- The years and agreed parts of a plan come with it, in its own transaction, by whoever wrote it.
call build_wall('cost_plan_year', $$ hub_id = acting_hub() and sees_money(project_id) $$,
  $$ hub_id = acting_hub() and exists (select from cost_plan c where c.hub_id = cost_plan_year.hub_id
     and c.project_id = cost_plan_year.project_id and c.version = cost_plan_year.version and c.by_id = acting_person()
     and c.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296) $$);
call build_wall('cost_plan_fixed', $$ hub_id = acting_hub() and sees_money(project_id) $$,
  $$ hub_id = acting_hub() and exists (select from cost_plan c where c.hub_id = cost_plan_fixed.hub_id
     and c.project_id = cost_plan_fixed.project_id and c.version = cost_plan_fixed.version and c.by_id = acting_person()
     and c.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296) $$);

create table pledge (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  organisation_id uuid not null,
  year integer not null,
  kind "PledgeKind" not null,
  -- Öre; or hundredths of a year's work by one.
  amount bigint not null,
  note text not null default '',
  state "PledgeState" not null default 'PROPOSED',
  case_number text not null default '',
  words text not null default '',
  proposed_by_id uuid not null,
  proposed_at timestamptz(3) not null,
  confirmed_by_id uuid,
  confirmed_at timestamptz(3),
  ended_by_id uuid,
  ended_at timestamptz(3),
  constraint pledge_pkey primary key (hub_id, id),
  constraint pledge_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint pledge_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint pledge_proposed_by_id_fkey foreign key (proposed_by_id) references person (id),
  constraint pledge_confirmed_by_id_fkey foreign key (confirmed_by_id) references person (id),
  constraint pledge_ended_by_id_fkey foreign key (ended_by_id) references person (id),
  constraint a_pledge_is_bounded check (amount between 1 and 100000000000000),
  constraint confirmed_with_a_case_number check (state not in ('CONFIRMED', 'FULFILLED')
    or (case_number <> '' and confirmed_by_id is not null and confirmed_at is not null))
);
create index pledge_hub_id_project_id_idx on pledge (hub_id, project_id);
create index pledge_organisation_id_idx on pledge (organisation_id);
create index pledge_proposed_by_id_idx on pledge (proposed_by_id);
create index pledge_confirmed_by_id_idx on pledge (confirmed_by_id);
create index pledge_ended_by_id_idx on pledge (ended_by_id);
-- Of each kind and year a body has one at a time.
create unique index one_pledge_a_year on pledge (hub_id, project_id, organisation_id, year, kind)
  where state in ('PROPOSED', 'CONFIRMED', 'FULFILLED');
call build_wall('pledge',
  $$ hub_id = acting_hub() and (sees_money(project_id) or is_own(organisation_id)) $$,
  $$ hub_id = acting_hub() and is_own(organisation_id) and proposed_by_id = acting_person() and state = 'PROPOSED'
     and (kind = 'WORK' or acting_side() in ('PUBLIC', 'CIVIC')) and exists (select from project_party y
       join innovation_project p on p.hub_id = y.hub_id and p.id = y.project_id
       where y.hub_id = pledge.hub_id and y.project_id = pledge.project_id and y.organisation_id = pledge.organisation_id
         and y.state = 'CONFIRMED' and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')) $$,
  $$ hub_id = acting_hub() and (is_own(organisation_id) or exists (select from innovation_project p
     where p.hub_id = pledge.hub_id and p.id = pledge.project_id and leads_project(p.lead_id, p.leader_id))) $$);

-- The same rows as in lib/sharing/moves.ts. Only its own administrator binds a body, and only it lets itself go.
create function pledges_stand() returns trigger language plpgsql as $$
declare side text;
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (new.hub_id, new.id, new.project_id, new.organisation_id, new.year, new.kind, new.amount, new.note, new.proposed_by_id, new.proposed_at)
    is distinct from (old.hub_id, old.id, old.project_id, old.organisation_id, old.year, old.kind, old.amount, old.note, old.proposed_by_id, old.proposed_at) then
    raise exception 'a pledge stays as it was made' using errcode = 'check_violation';
  end if;
  side := case when administers(new.organisation_id) then 'own' else 'other' end;
  if not exists (select from (values ('PROPOSED', 'CONFIRMED', 'own'), ('PROPOSED', 'WITHDRAWN', 'own'),
      ('CONFIRMED', 'WITHDRAWN', 'own'), ('CONFIRMED', 'FULFILLED', 'lead')) way (here, there, by_side)
    where here = old.state::text and there = new.state::text and (by_side = side or (by_side = 'lead' and exists (
      select from innovation_project p where p.hub_id = new.hub_id and p.id = new.project_id
        and leads_project(p.lead_id, p.leader_id))))) then
    raise exception 'a pledge does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'CONFIRMED' and new.confirmed_by_id is distinct from acting_person() then
    raise exception 'a pledge is signed by who confirms it' using errcode = 'check_violation';
  end if;
  if old.state = 'CONFIRMED' and new.state = 'WITHDRAWN' and new.words = '' then
    raise exception 'why is said' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger pledges_stand before update on pledge for each row execute function pledges_stand();

-- What was pledged to a project that stops, is let go.
create function stopped_projects_release() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update pledge set state = 'RELEASED', ended_at = now()
  where hub_id = new.hub_id and project_id = new.id and state in ('PROPOSED', 'CONFIRMED');
  return null;
end $$;
alter function stopped_projects_release() owner to navet_system;
create trigger stopped_projects_release after update on innovation_project for each row
  when (new.state = 'STOPPED' and old.state <> 'STOPPED') execute function stopped_projects_release();

-- "We pay so much if at least so many are with us by a day": by a body's own administrator, taken back by it alone.
create table matching_promise (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  organisation_id uuid not null,
  ore bigint not null,
  by_day date not null,
  least_bodies integer,
  least_ore bigint,
  case_number text not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint matching_promise_pkey primary key (hub_id, id),
  constraint matching_promise_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint matching_promise_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint matching_promise_by_id_fkey foreign key (by_id) references person (id),
  constraint a_promise_hangs_on_one_thing check ((least_bodies is null) <> (least_ore is null)
    and coalesce(least_bodies, 1) between 1 and 1000 and coalesce(least_ore, 1) between 1 and 100000000000000
    and ore between 1 and 100000000000000 and case_number <> '')
);
create index matching_promise_hub_id_project_id_idx on matching_promise (hub_id, project_id);
create index matching_promise_organisation_id_idx on matching_promise (organisation_id);
create index matching_promise_by_id_idx on matching_promise (by_id);
call build_wall('matching_promise', $$ hub_id = acting_hub() and sees_money(project_id) $$,
  $$ hub_id = acting_hub() and administers(organisation_id) and by_id = acting_person() and acting_side() in ('PUBLIC', 'CIVIC')
     and exists (select from project_party y join innovation_project p on p.hub_id = y.hub_id and p.id = y.project_id
       where y.hub_id = matching_promise.hub_id and y.project_id = matching_promise.project_id
         and y.organisation_id = matching_promise.organisation_id and y.state = 'CONFIRMED'
         and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')) $$,
  null,
  $$ hub_id = acting_hub() and administers(organisation_id) $$);

-- How many live where bodies answer.
create function inhabitants_of(bodies uuid[]) returns table (id uuid, inhabitants bigint)
language sql stable security definer set search_path = public as $$
  select body.id, coalesce(sum(m.population), 0)::bigint
  from unnest(bodies) as body (id)
    left join municipality x on x.organisation_id = body.id
    left join region r on r.organisation_id = body.id
    left join reference_municipality m on (m.country = x.country and m.code = x.code)
      or (m.country = r.country and m.region_code = r.code and m.valid_to is null)
  group by body.id
$$;
alter function inhabitants_of(uuid[]) owner to navet_system;
revoke execute on function inhabitants_of(uuid[]) from public;
grant execute on function inhabitants_of(uuid[]) to navet_app, navet_system;

-- The sums anyone hears of a project they can see: what it costs, and what is confirmed. No body by name.
create function project_sums(which uuid) returns table (plan bigint, confirmed bigint, bodies bigint)
language sql stable security definer set search_path = public as $$
  select
    (select sum(y.ore) from cost_plan_year y where y.hub_id = p.hub_id and y.project_id = p.id
      and y.version = (select max(c.version) from cost_plan c where c.hub_id = p.hub_id and c.project_id = p.id))::bigint,
    coalesce((select sum(g.amount) from pledge g where g.hub_id = p.hub_id and g.project_id = p.id and g.kind = 'MONEY'
      and g.state in ('CONFIRMED', 'FULFILLED')), 0)::bigint,
    (select count(distinct g.organisation_id) from pledge g where g.hub_id = p.hub_id and g.project_id = p.id
      and g.state in ('CONFIRMED', 'FULFILLED'))
  from innovation_project p
  where p.hub_id = acting_hub() and p.id = which
    and (is_own(p.lead_id) or is_shown(p.visibility, p.lead_id) or is_party(p.id) or acts_as('HUB_ADMIN'))
$$;
alter function project_sums(uuid) owner to navet_system;
revoke execute on function project_sums(uuid) from public;
grant execute on function project_sums(uuid) to navet_app, navet_system;
