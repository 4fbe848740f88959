-- A joint project is started by a public or voluntary body, shown to its parties alone until the hub has looked at
-- it, and joined by each body's own administrator.
alter table innovation_project
  add column revision integer not null default 1,
  add column created_at timestamptz(3) not null default now(),
  add column started_by_id uuid references person (id),
  add column leader_id uuid references person (id),
  -- Whom it is to be shown to once the hub has looked at it.
  add column wished "Visibility" not null default 'PUBLIC_SIDE',
  add column checked_at timestamptz(3),
  add column checked_by_id uuid references person (id),
  -- What the hub asks for before it shows it.
  add column check_words text not null default '',
  -- What was learned, said when it was stopped.
  add column lessons text not null default '';
create index innovation_project_started_by_id_idx on innovation_project (started_by_id);
create index innovation_project_leader_id_idx on innovation_project (leader_id);
create index innovation_project_checked_by_id_idx on innovation_project (checked_by_id);
create index innovation_project_hub_id_proposal_id_idx on innovation_project (hub_id, proposal_id);
create index innovation_project_hub_id_lead_id_idx on innovation_project (hub_id, lead_id);
alter table project_party
  add column invited_at timestamptz(3),
  add column invited_by_id uuid references person (id),
  add column answered_at timestamptz(3),
  add column answered_by_id uuid references person (id),
  -- Said with the last move: a greeting, or why not.
  add column words text not null default '';
create index project_party_invited_by_id_idx on project_party (invited_by_id);
create index project_party_answered_by_id_idx on project_party (answered_by_id);
set local role navet_system;
update innovation_project set checked_at = now(), wished = visibility where visibility in ('PUBLIC_SIDE', 'OPEN');
reset role;
alter table innovation_project
  add constraint whom_it_is_to_be_shown_to check (wished <> 'DRAFT'),
  add constraint shown_once_checked check (visibility in ('DRAFT', 'PARTIES') or checked_at is not null);

-- Who leads: the named leader, anyone of the leading body while none is named, and its administrators.
create function leads_project(lead uuid, leader uuid) returns boolean language sql stable as
  $$ select is_own(lead) and (leader is null or leader = acting_person() or administers(lead)) $$;

create function takes_part_here(organisation uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from participation p
    where p.hub_id = acting_hub() and p.organisation_id = organisation and p.state = 'VERIFIED')
$$;
alter function takes_part_here(uuid) owner to navet_system;
revoke execute on function takes_part_here(uuid) from public;
grant execute on function takes_part_here(uuid) to navet_app, navet_system;

-- The same rows as in lib/projects/moves.ts. A job acts as nobody, and may any of them.
create function projects_stand() returns trigger language plpgsql as $$
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
  if (new.hub_id, new.id, new.slug, new.lead_id, new.proposal_id, new.started_by_id, new.created_at)
    is distinct from (old.hub_id, old.id, old.slug, old.lead_id, old.proposal_id, old.started_by_id, old.created_at) then
    raise exception 'a project stays what it began as' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (select from (values ('FORMING', 'STOPPED')) way (here, there)
    where ours and here = old.state::text and there = new.state::text) then
    raise exception 'a project does not go from % to %', old.state, new.state using errcode = 'check_violation';
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
create trigger projects_stand before insert or update on innovation_project for each row execute function projects_stand();

-- A project answers a need from its first day.
create function a_project_answers_a_need() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from innovation_project p where p.hub_id = new.hub_id and p.id = new.id)
    and not exists (select from project_need n where n.hub_id = new.hub_id and n.project_id = new.id) then
    raise exception 'a project answers a need' using errcode = 'check_violation';
  end if;
  return null;
end $$;
alter function a_project_answers_a_need() owner to navet_system;
create constraint trigger a_project_answers_a_need after insert on innovation_project deferrable initially deferred
  for each row when (new.started_by_id is not null) execute function a_project_answers_a_need();

-- The same rows as in lib/projects/party-moves.ts: each side does its own, nobody for the other.
create function parties_stand() returns trigger language plpgsql as $$
declare
  side text := case when is_own(new.organisation_id) then 'own' else 'lead' end;
  lead uuid;
begin
  select p.lead_id into lead from innovation_project p where p.hub_id = new.hub_id and p.id = new.project_id;
  if new.role in ('OWNER', 'FUNDER', 'PILOT_SITE')
    and exists (select from organisation o where o.id = new.organisation_id and o.kind = 'COMPANY') then
    raise exception 'a company supplies or observes' using errcode = 'check_violation';
  end if;
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if tg_op = 'INSERT' then
    if not (new.state = 'INVITED' and side = 'lead' or new.state = 'ASKED' and side = 'own' and new.organisation_id <> lead
      or new.state = 'CONFIRMED' and new.organisation_id = lead and side = 'own') then
      raise exception 'a party begins by being asked or by asking' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.hub_id, new.project_id, new.organisation_id) is distinct from (old.hub_id, old.project_id, old.organisation_id) then
    raise exception 'a party stays who it is' using errcode = 'check_violation';
  end if;
  if old.state = 'CONFIRMED' and new.organisation_id = lead and new.state is distinct from old.state then
    raise exception 'who leads hands over first' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (select from (values
      ('INVITED', 'CONFIRMED', 'own'), ('INVITED', 'DECLINED', 'own'), ('INVITED', 'WITHDRAWN', 'lead'),
      ('ASKED', 'CONFIRMED', 'lead'), ('ASKED', 'DECLINED', 'lead'), ('ASKED', 'WITHDRAWN', 'own'),
      ('CONFIRMED', 'LEFT', 'own'), ('DECLINED', 'INVITED', 'lead'), ('LEFT', 'INVITED', 'lead'),
      ('WITHDRAWN', 'INVITED', 'lead'), ('DECLINED', 'ASKED', 'own'), ('LEFT', 'ASKED', 'own'), ('WITHDRAWN', 'ASKED', 'own')
    ) way (here, there, by_side)
    where here = old.state::text and there = new.state::text and by_side = side) then
    raise exception 'a party does not go from % to % by %', old.state, new.state, side using errcode = 'check_violation';
  end if;
  if new.role is distinct from old.role and new.state not in ('INVITED', 'ASKED') then
    raise exception 'a role is agreed on when a party joins' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger parties_stand before insert or update on project_party for each row execute function parties_stand();

-- Who has only been asked, or has said no, is nobody's business outside.
alter policy app_select on innovation_project using (hub_id = acting_hub() and (is_own(lead_id) or is_shown(visibility, lead_id)
  or is_party(id) or acts_as('HUB_ADMIN') or acts_as('ASSESSOR')));
grant insert, update on innovation_project to navet_app;
create policy app_insert on innovation_project for insert to navet_app with check (hub_id = acting_hub() and is_own(lead_id)
  and acting_side() in ('PUBLIC', 'CIVIC') and started_by_id = acting_person() and leader_id = acting_person() and proposal_id is null);
create policy app_update on innovation_project for update to navet_app
  using (hub_id = acting_hub() and (leads_project(lead_id, leader_id)
    or ((acts_as('HUB_ADMIN') or acts_as('ASSESSOR')) and started_by_id is distinct from acting_person())))
  with check (hub_id = acting_hub() and (is_own(lead_id)
    or ((acts_as('HUB_ADMIN') or acts_as('ASSESSOR')) and started_by_id is distinct from acting_person())));
alter policy app_select on project_party using (hub_id = acting_hub() and exists (select from innovation_project p
    where p.hub_id = project_party.hub_id and p.id = project_party.project_id)
  and (state = 'CONFIRMED' or is_own(organisation_id) or is_party(project_id) or acts_as('HUB_ADMIN') or acts_as('ASSESSOR')));
grant insert, update on project_party to navet_app;
create policy app_insert on project_party for insert to navet_app with check (hub_id = acting_hub()
  and takes_part_here(organisation_id) and exists (select from innovation_project p
    where p.hub_id = project_party.hub_id and p.id = project_party.project_id and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')
      and (leads_project(p.lead_id, p.leader_id) or (administers(organisation_id) and p.visibility in ('PUBLIC_SIDE', 'OPEN')))));
create policy app_update on project_party for update to navet_app using (hub_id = acting_hub()
  and (administers(organisation_id) or exists (select from innovation_project p
    where p.hub_id = project_party.hub_id and p.id = project_party.project_id and leads_project(p.lead_id, p.leader_id))));
grant insert, delete on project_need to navet_app;
create policy app_insert on project_need for insert to navet_app with check (
  hub_id = acting_hub() and exists (select from need n where n.hub_id = project_need.hub_id and n.id = project_need.need_id)
  and exists (select from innovation_project p where p.hub_id = project_need.hub_id and p.id = project_need.project_id
    and leads_project(p.lead_id, p.leader_id)));
create policy app_delete on project_need for delete to navet_app using (
  hub_id = acting_hub() and exists (select from innovation_project p where p.hub_id = project_need.hub_id
    and p.id = project_need.project_id and leads_project(p.lead_id, p.leader_id)));

-- Who hears of what happens in a project: the administrators of a party, or of all, and whoever leads. Asked by a
-- party, by whoever asks to be one, or by the hub.
create function project_hearers(which uuid, body uuid) returns table (id uuid, email text, locale text, slug text)
language sql stable security definer set search_path = public as $$
  select distinct person.id, person.email, person.locale::text, o.slug
  from innovation_project i
    join project_party p on p.hub_id = i.hub_id and p.project_id = i.id
      and (p.organisation_id = i.lead_id or p.state in ('INVITED', 'CONFIRMED') or p.organisation_id = body)
    join organisation o on o.id = p.organisation_id
    join membership m on m.organisation_id = p.organisation_id and (m.role = 'ADMIN' or m.person_id = i.leader_id)
    join person on person.id = m.person_id and person.withdrawn_at is null
  where i.hub_id = acting_hub() and i.id = which and (body is null or p.organisation_id = body)
    and (acting_person() is null or acts_as('HUB_ADMIN') or acts_as('ASSESSOR')
      or exists (select from project_party mine where mine.hub_id = i.hub_id and mine.project_id = i.id
        and mine.organisation_id = acting_organisation()))
$$;
alter function project_hearers(uuid, uuid) owner to navet_system;
revoke execute on function project_hearers(uuid, uuid) from public;
grant execute on function project_hearers(uuid, uuid) to navet_app, navet_system;
