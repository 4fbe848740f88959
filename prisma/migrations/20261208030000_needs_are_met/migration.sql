-- A need is met by a result of the work that took it up, named by its own body.
alter table need add column met_by_id uuid,
  add constraint need_met_by_id_fkey foreign key (hub_id, met_by_id) references result (hub_id, id);
create index need_hub_id_met_by_id_idx on need (hub_id, met_by_id);
create function needs_are_met_by_results() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if acting_person() is null then return new; end if;
  if not exists (select from result r join innovation_project p on p.hub_id = r.hub_id and p.id = r.project_id
      where r.hub_id = new.hub_id and r.id = new.met_by_id and r.state = 'PUBLISHED' and sees_project(p.id)
        and (exists (select from project_need x where x.hub_id = p.hub_id and x.project_id = p.id and x.need_id = new.id)
          or exists (select from proposal_need x where x.hub_id = p.hub_id and x.proposal_id = p.proposal_id and x.need_id = new.id))) then
    raise exception 'constraint "a_result_meets_it": a need is met by a published result of the work that took it up' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function needs_are_met_by_results() owner to navet_system;
create trigger needs_are_met_by_results before update of state, met_by_id on need for each row
  when (new.state = 'MET') execute function needs_are_met_by_results();
