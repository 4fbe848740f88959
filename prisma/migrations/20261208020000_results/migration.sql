-- What a project found out, as a package others can take over; and where each body stands with it, by its own word.
create type "ResultState" as enum ('DRAFT', 'PUBLISHED', 'RETIRED', 'REPLACED');
create type "AdoptionState" as enum ('WATCHING', 'PLANNING', 'INTRODUCING', 'IN_USE', 'DECLINED', 'DISCONTINUED');

create table result (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  slug text not null,
  state "ResultState" not null default 'DRAFT',
  language text not null,
  title text not null,
  -- What is being written; what is published stands in its versions.
  draft jsonb not null,
  revision integer not null default 1,
  version integer not null default 0,
  review_by date,
  -- Why it is taken down.
  words text not null default '',
  replaced_by_id uuid,
  by_id uuid not null,
  created_at timestamptz(3) not null default now(),
  published_at timestamptz(3),
  warned_on date,
  constraint result_pkey primary key (hub_id, id),
  constraint result_slug_key unique (hub_id, slug),
  constraint result_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint result_replaced_by_id_fkey foreign key (hub_id, replaced_by_id) references result (hub_id, id),
  constraint result_by_id_fkey foreign key (by_id) references person (id),
  constraint a_result_has_a_title check (title <> ''),
  constraint what_is_published_has_a_version check ((state = 'DRAFT') = (version = 0) and (version = 0) = (published_at is null)
    and (version = 0 or review_by is not null)),
  constraint why_it_is_retired check ((state = 'RETIRED') = (words <> '')),
  constraint by_what_it_is_replaced check ((state = 'REPLACED') = (replaced_by_id is not null) and replaced_by_id is distinct from id)
);
create index result_hub_id_project_id_idx on result (hub_id, project_id);
create index result_hub_id_replaced_by_id_idx on result (hub_id, replaced_by_id);
create index result_by_id_idx on result (by_id);
create index result_hub_id_published_at_idx on result (hub_id, published_at desc, id);

create table result_version (
  hub_id uuid not null,
  result_id uuid not null,
  version integer not null,
  language text not null,
  title text not null,
  content jsonb not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint result_version_pkey primary key (hub_id, result_id, version),
  constraint result_version_result_id_fkey foreign key (hub_id, result_id) references result (hub_id, id),
  constraint result_version_by_id_fkey foreign key (by_id) references person (id)
);
create index result_version_by_id_idx on result_version (by_id);

-- Whether one leads the project of a result: writes it; its body's administrators publish it.
create function leads_result(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from innovation_project p where p.hub_id = acting_hub() and p.id = which and leads_project(p.lead_id, p.leader_id))
$$;
alter function leads_result(uuid) owner to navet_system;
revoke execute on function leads_result(uuid) from public;
grant execute on function leads_result(uuid) to navet_app, navet_system;
create function publishes_result(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from innovation_project p where p.hub_id = acting_hub() and p.id = which and administers(p.lead_id))
$$;
alter function publishes_result(uuid) owner to navet_system;
revoke execute on function publishes_result(uuid) from public;
grant execute on function publishes_result(uuid) to navet_app, navet_system;

call build_wall('result',
  $$ hub_id = acting_hub() and ((state <> 'DRAFT' and sees_project(project_id)) or leads_result(project_id) or publishes_result(project_id)) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and version = 0 and by_id = acting_person() and leads_result(project_id) $$,
  $$ hub_id = acting_hub() and (leads_result(project_id) or publishes_result(project_id) or (acts_as('HUB_ADMIN') and state <> 'DRAFT')) $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and leads_result(project_id) $$);
call build_wall('result_version',
  $$ hub_id = acting_hub() and exists (select from result r where r.hub_id = result_version.hub_id and r.id = result_version.result_id) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from result r where r.hub_id = result_version.hub_id
     and r.id = result_version.result_id and publishes_result(r.project_id) and r.version = result_version.version and r.state = 'PUBLISHED') $$);

-- The same rows as in lib/results/moves.ts. What it says is in its versions; they are only added to.
create function results_stand() returns trigger language plpgsql as $$
declare
  writing text[] := array['draft', 'revision', 'title', 'language'];
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (new.hub_id, new.id, new.project_id, new.slug, new.by_id, new.created_at) is distinct from
     (old.hub_id, old.id, old.project_id, old.slug, old.by_id, old.created_at) then
    raise exception 'a result stays its project''s' using errcode = 'check_violation';
  end if;
  if new.state = old.state and new.version = old.version then
    if (to_jsonb(new) - writing) is distinct from (to_jsonb(old) - writing) or not leads_result(new.project_id) then
      raise exception 'only what is being written changes' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state = 'PUBLISHED' and old.state in ('DRAFT', 'PUBLISHED') then
    if new.version <> old.version + 1 or not publishes_result(new.project_id) then
      raise exception 'a result is published by its body''s administrator, a version at a time' using errcode = 'check_violation';
    end if;
    if coalesce(new.draft ->> 'contact', '') = '' or jsonb_typeof(new.draft -> 'startOre') is distinct from 'string'
      or jsonb_typeof(new.draft -> 'yearOre') is distinct from 'string' or new.review_by is null or new.review_by <= hub_today()
      or new.review_by > hub_today() + interval '3 years' + interval '1 day'
      or not exists (select from jsonb_array_elements(new.draft -> 'effects') e where e ->> 'what' <> '' and e ->> 'source' <> '')
      or exists (select from jsonb_array_elements(new.draft -> 'effects') e where coalesce(e ->> 'source', '') = '') then
      raise exception 'constraint "a_result_is_complete": contact, costs, effects with their source and a day to look again' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'PUBLISHED' and (new.state = 'RETIRED' or (new.state = 'REPLACED' and publishes_result(new.project_id)))
    and new.version = old.version and new.draft = old.draft then
    return new;
  end if;
  raise exception 'constraint "a_results_way": a result does not go from % to %', old.state, new.state using errcode = 'check_violation';
end $$;
create trigger results_stand before update on result for each row execute function results_stand();
-- Another result that replaces this one is published, and to be seen by as many.
create function what_replaces_is_there() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.replaced_by_id is not null and not exists (select from result r where r.hub_id = new.hub_id and r.id = new.replaced_by_id and r.state = 'PUBLISHED') then
    raise exception 'constraint "what_replaces_is_there": what replaces it is published' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function what_replaces_is_there() owner to navet_system;
create trigger what_replaces_is_there before update on result for each row execute function what_replaces_is_there();

create table adoption (
  hub_id uuid not null,
  result_id uuid not null,
  organisation_id uuid not null,
  state "AdoptionState" not null,
  reason text not null default '',
  started_on date,
  contact text not null default '',
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint adoption_pkey primary key (hub_id, result_id, organisation_id),
  constraint adoption_result_id_fkey foreign key (hub_id, result_id) references result (hub_id, id),
  constraint adoption_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint adoption_by_id_fkey foreign key (by_id) references person (id),
  constraint why_it_is_not_used check (state not in ('DECLINED', 'DISCONTINUED') or reason <> ''),
  constraint since_when_it_is_used check (state not in ('IN_USE', 'DISCONTINUED') or started_on is not null)
);
create index adoption_hub_id_organisation_id_idx on adoption (hub_id, organisation_id, at desc);
create index adoption_organisation_id_idx on adoption (organisation_id);
create index adoption_by_id_idx on adoption (by_id);
create table adoption_step (
  hub_id uuid not null,
  result_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  state "AdoptionState" not null,
  reason text not null default '',
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint adoption_step_pkey primary key (hub_id, result_id, organisation_id, number),
  constraint adoption_step_adoption_fkey foreign key (hub_id, result_id, organisation_id) references adoption (hub_id, result_id, organisation_id),
  constraint adoption_step_by_id_fkey foreign key (by_id) references person (id)
);
create index adoption_step_organisation_id_idx on adoption_step (organisation_id);
create index adoption_step_by_id_idx on adoption_step (by_id);

-- Who stands where is read by the public and voluntary side and the hub; everyone else hears totals.
call build_wall('adoption',
  $$ hub_id = acting_hub() and (is_own(organisation_id) or ((acting_side() in ('PUBLIC', 'CIVIC') or acts_as('HUB_ADMIN') or acts_as('ASSESSOR'))
     and exists (select from result r where r.hub_id = adoption.hub_id and r.id = adoption.result_id))) $$,
  $$ hub_id = acting_hub() and is_own(organisation_id) and by_id = acting_person() and acting_side() in ('PUBLIC', 'CIVIC')
     and (state = 'WATCHING' or administers(organisation_id))
     and exists (select from result r where r.hub_id = adoption.hub_id and r.id = adoption.result_id and r.state = 'PUBLISHED') $$,
  $$ hub_id = acting_hub() and is_own(organisation_id) and acting_side() in ('PUBLIC', 'CIVIC') $$);
call build_wall('adoption_step', $$ hub_id = acting_hub() and is_own(organisation_id) $$);

-- The same rows as in lib/results/moves.ts; each step is kept.
create function adoptions_stand() returns trigger language plpgsql as $$
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (new.hub_id, new.result_id, new.organisation_id) is distinct from (old.hub_id, old.result_id, old.organisation_id)
    or new.by_id <> acting_person() then
    raise exception 'an adoption is its body''s own word' using errcode = 'check_violation';
  end if;
  if new.state = old.state then
    if not administers(new.organisation_id) then
      raise exception 'an administrator says more of it' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (select from (values
      ('WATCHING', 'PLANNING', true), ('WATCHING', 'INTRODUCING', true), ('WATCHING', 'IN_USE', true), ('WATCHING', 'DECLINED', true),
      ('PLANNING', 'INTRODUCING', true), ('PLANNING', 'IN_USE', true), ('PLANNING', 'WATCHING', true), ('PLANNING', 'DECLINED', true),
      ('INTRODUCING', 'IN_USE', true), ('INTRODUCING', 'PLANNING', true), ('INTRODUCING', 'DECLINED', true),
      ('IN_USE', 'DISCONTINUED', true), ('DECLINED', 'WATCHING', false), ('DECLINED', 'PLANNING', true), ('DECLINED', 'INTRODUCING', true),
      ('DECLINED', 'IN_USE', true), ('DISCONTINUED', 'WATCHING', false), ('DISCONTINUED', 'PLANNING', true),
      ('DISCONTINUED', 'INTRODUCING', true), ('DISCONTINUED', 'IN_USE', true)) way (here, there, binds)
    where here = old.state::text and there = new.state::text and (not binds or administers(new.organisation_id))) then
    raise exception 'constraint "an_adoptions_way": an adoption does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger adoptions_stand before update on adoption for each row execute function adoptions_stand();
create function adoption_steps_are_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if new.state = old.state then return null; end if;
  end if;
  insert into adoption_step (hub_id, result_id, organisation_id, number, state, reason, by_id, at)
    select new.hub_id, new.result_id, new.organisation_id, 1 + count(*), new.state, new.reason, new.by_id, new.at
    from adoption_step s where s.hub_id = new.hub_id and s.result_id = new.result_id and s.organisation_id = new.organisation_id;
  return null;
end $$;
alter function adoption_steps_are_kept() owner to navet_system;
create trigger adoption_steps_are_kept after insert or update on adoption for each row execute function adoption_steps_are_kept();

-- The municipalities of the hub's own regions, with those that take part: the ground the spread is counted on.
create function spread_ground() returns table (country "Country", code text, name text, region_code text, region text,
  population integer, town_people integer, latitude float8, longitude float8, organisation_id uuid, slug text)
language sql stable security definer set search_path = public as $$
  with ours as (
    select distinct y.organisation_id from participation y where y.hub_id = acting_hub() and y.state = 'VERIFIED'
  ), grounds as (
    select m.country, r.region_code from municipality m join ours on ours.organisation_id = m.organisation_id
      join reference_municipality r on r.country = m.country and r.code = m.code
    union
    select g.country, g.code from region g join ours on ours.organisation_id = g.organisation_id
  )
  select m.country, m.code, m.short_name, m.region_code, g.county_name, m.population, m.town_people, m.latitude, m.longitude, o.id, o.slug
  from reference_municipality m join grounds on grounds.country = m.country and grounds.region_code = m.region_code
    join reference_region g on g.country = m.country and g.code = m.region_code
    left join municipality x on x.country = m.country and x.code = m.code
      and exists (select from ours where ours.organisation_id = x.organisation_id)
    left join organisation o on o.id = x.organisation_id
  where m.valid_to is null
$$;
alter function spread_ground() owner to navet_system;
revoke execute on function spread_ground() from public;
grant execute on function spread_ground() to navet_app, navet_system;

-- How far results have spread, of those one may see: how many bodies stand where, and which part of the municipalities
-- and inhabitants of the hub's regions use them. No body by name.
create function spread_of(which uuid[]) returns table (result_id uuid, watching bigint, planning bigint, introducing bigint, in_use bigint,
  municipalities bigint, inhabitants bigint)
language sql stable security definer set search_path = public as $$
  select r.id, count(*) filter (where a.state = 'WATCHING'), count(*) filter (where a.state = 'PLANNING'),
    count(*) filter (where a.state = 'INTRODUCING'), count(*) filter (where a.state = 'IN_USE'),
    count(m.code) filter (where a.state = 'IN_USE'), coalesce(sum(m.population) filter (where a.state = 'IN_USE'), 0)::bigint
  from result r left join adoption a on a.hub_id = r.hub_id and a.result_id = r.id
    left join municipality x on x.organisation_id = a.organisation_id
    left join reference_municipality m on m.country = x.country and m.code = x.code
  where r.hub_id = acting_hub() and r.id = any (which) and r.state <> 'DRAFT' and sees_project(r.project_id)
  group by r.id
$$;
alter function spread_of(uuid[]) owner to navet_system;
revoke execute on function spread_of(uuid[]) from public;
grant execute on function spread_of(uuid[]) to navet_app, navet_system;

-- Whoever leads the project of a result hears who uses it and who no longer does; asked by who says so.
create function result_hearers(which uuid) returns table (id uuid, email text, locale text, slug text)
language sql stable security definer set search_path = public as $$
  select distinct person.id, person.email, person.locale::text, o.slug
  from result r join innovation_project p on p.hub_id = r.hub_id and p.id = r.project_id
    join organisation o on o.id = p.lead_id
    join membership m on m.organisation_id = o.id and (m.role = 'ADMIN' or m.person_id = p.leader_id)
    join person on person.id = m.person_id and person.withdrawn_at is null
  where r.hub_id = acting_hub() and r.id = which and (acting_person() is null or sees_project(r.project_id))
$$;
alter function result_hearers(uuid) owner to navet_system;
revoke execute on function result_hearers(uuid) from public;
grant execute on function result_hearers(uuid) to navet_app, navet_system;
