-- How many bodies have a need, and how many people live where they answer: kept beside it, so that the widest
-- shared of fifty thousand is found by an index.
alter table need add column bodies integer not null default 1, add column inhabitants integer not null default 0;
-- Counting changes nothing of what was said.
drop trigger needs_stand on need;
create trigger needs_stand before update of hub_id, id, organisation_id, from_demo_id, state, closed_reason, title, problem,
  language, areas, urgency, visibility on need for each row execute function needs_stand();
create index need_hub_id_bodies_idx on need (hub_id, bodies desc, id);
create index need_hub_id_inhabitants_idx on need (hub_id, inhabitants desc, id);

-- A municipality and its region count the people of the municipality once.
create function weigh_needs(which uuid[]) returns void language sql security definer set search_path = public as $$
  update need set bodies = w.bodies, inhabitants = w.inhabitants
  from (
    select n.hub_id, n.id, (select count(*) from need_support s where s.hub_id = n.hub_id and s.need_id = n.id) + 1 as bodies,
      coalesce((select sum(population) from (
        select m.country, m.code, m.population
        from (select n.organisation_id as id union
            select s.organisation_id from need_support s where s.hub_id = n.hub_id and s.need_id = n.id) body
          left join municipality x on x.organisation_id = body.id
          left join region r on r.organisation_id = body.id
          join reference_municipality m on (m.country = x.country and m.code = x.code)
            or (m.country = r.country and m.region_code = r.code and m.valid_to is null)
        group by m.country, m.code, m.population) town), 0) as inhabitants
    from need n where n.id = any (which)
  ) w
  where need.hub_id = w.hub_id and need.id = w.id and (need.bodies, need.inhabitants) is distinct from (w.bodies::integer, w.inhabitants::integer)
$$;
alter function weigh_needs(uuid[]) owner to navet_system;
revoke execute on function weigh_needs(uuid[]) from public;

create function needs_weigh() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'need' then
    perform weigh_needs(array(select id from touched));
  elsif tg_table_name = 'need_support' then
    perform weigh_needs(array(select distinct need_id from touched));
  else
    perform weigh_needs(array(select id from need));
  end if;
  return null;
end $$;
alter function needs_weigh() owner to navet_system;
create trigger new_needs_weigh after insert on need referencing new table as touched
  for each statement execute function needs_weigh();
create trigger backed_needs_weigh after insert on need_support referencing new table as touched
  for each statement execute function needs_weigh();
create trigger left_needs_weigh after delete on need_support referencing old table as touched
  for each statement execute function needs_weigh();
-- Counted anew a few times in a decade.
create function counted_anew() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from old_rows o join new_rows n using (country, code) where o.population is distinct from n.population) then
    perform weigh_needs(array(select id from need));
  end if;
  return null;
end $$;
alter function counted_anew() owner to navet_system;
create trigger needs_weigh_by_people after update on reference_municipality
  referencing old table as old_rows new table as new_rows for each statement execute function counted_anew();

-- A need is under way while work answers it: a proposal that was sent and not declined, a project that was not stopped.
create function needs_follow_work(which uuid[]) returns void language sql security definer set search_path = public as $$
  update need set state = case when w.live then 'LINKED' else 'OPEN' end::"NeedState"
  from (
    select n.hub_id, n.id, exists (select from proposal_need l join proposal p on p.hub_id = l.hub_id and p.id = l.proposal_id
        where l.hub_id = n.hub_id and l.need_id = n.id and p.state not in ('DRAFT', 'DECLINED'))
      or exists (select from project_need l join innovation_project i on i.hub_id = l.hub_id and i.id = l.project_id
        where l.hub_id = n.hub_id and l.need_id = n.id and i.state <> 'STOPPED') as live
    from need n where n.id = any (which) and n.state in ('OPEN', 'LINKED')
  ) w
  where need.hub_id = w.hub_id and need.id = w.id and (need.state = 'LINKED') <> w.live
$$;
alter function needs_follow_work(uuid[]) owner to navet_system;
revoke execute on function needs_follow_work(uuid[]) from public;

create function work_moves_needs() returns trigger language plpgsql security definer set search_path = public as $$
begin
  case tg_table_name
    when 'proposal' then
      perform needs_follow_work(array(select l.need_id from proposal_need l join touched t on l.hub_id = t.hub_id and l.proposal_id = t.id));
    when 'innovation_project' then
      perform needs_follow_work(array(select l.need_id from project_need l join touched t on l.hub_id = t.hub_id and l.project_id = t.id));
    else
      perform needs_follow_work(array(select distinct need_id from touched));
  end case;
  return null;
end $$;
alter function work_moves_needs() owner to navet_system;
create trigger proposals_move_needs after update on proposal referencing new table as touched
  for each statement execute function work_moves_needs();
create trigger linked_by_proposals after insert on proposal_need referencing new table as touched
  for each statement execute function work_moves_needs();
create trigger unlinked_by_proposals after delete on proposal_need referencing old table as touched
  for each statement execute function work_moves_needs();
create trigger projects_move_needs after update on innovation_project referencing new table as touched
  for each statement execute function work_moves_needs();
create trigger linked_by_projects after insert on project_need referencing new table as touched
  for each statement execute function work_moves_needs();
create trigger unlinked_by_projects after delete on project_need referencing old table as touched
  for each statement execute function work_moves_needs();

set local role navet_system;
select weigh_needs(array(select id from need));
reset role;
