-- A link shows no more than both its ends do: without this, a demo or an open project would tell that
-- a need exists which the reader may not see.
drop policy app_select on demo_need;
create policy app_select on demo_need for select to navet_app using (
  hub_id = acting_hub()
  and exists (select from showroom_demo d where d.hub_id = demo_need.hub_id and d.id = demo_need.demo_id)
  and exists (select from need n where n.hub_id = demo_need.hub_id and n.id = demo_need.need_id));

drop policy app_select on project_need;
create policy app_select on project_need for select to navet_app using (
  hub_id = acting_hub()
  and exists (select from innovation_project p where p.hub_id = project_need.hub_id and p.id = project_need.project_id)
  and exists (select from need n where n.hub_id = project_need.hub_id and n.id = project_need.need_id));

-- An organisation that has left keeps its name on what it did: its demos, projects and bookings stand.
create function took_part(organisation uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from participation p
    where p.hub_id = acting_hub() and p.organisation_id = organisation and p.state in ('VERIFIED', 'LEFT'))
$$;
alter function took_part(uuid) owner to navet_system;
revoke execute on function took_part(uuid) from public;
grant execute on function took_part(uuid) to navet_app, navet_system;

drop policy app_select on organisation;
create policy app_select on organisation for select to navet_app using (
  id = acting_organisation() or took_part(id)
  or (acts_as('HUB_ADMIN') and exists (select from participation p
      where p.hub_id = acting_hub() and p.organisation_id = organisation.id)));

alter policy app_select on proposal_need using (
  hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id)
  and exists (select from need n where n.hub_id = proposal_need.hub_id and n.id = proposal_need.need_id));
