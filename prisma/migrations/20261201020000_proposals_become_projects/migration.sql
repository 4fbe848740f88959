-- An accepted proposal becomes a project once two bodies have said, each by its own administrator, that they join.
create table proposal_joining (
  hub_id uuid not null,
  proposal_id uuid not null,
  organisation_id uuid not null,
  role "PartyRole" not null,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  constraint proposal_joining_pkey primary key (hub_id, proposal_id, organisation_id),
  constraint proposal_joining_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id),
  constraint proposal_joining_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint proposal_joining_by_id_fkey foreign key (by_id) references person (id)
);
create index proposal_joining_hub_id_organisation_id_idx on proposal_joining (hub_id, organisation_id);
create index proposal_joining_by_id_idx on proposal_joining (by_id);
-- Who joins is read by the bodies of care, the hub and who proposed it; a company reads its own alone.
call build_wall('proposal_joining',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_joining.hub_id
       and p.id = proposal_joining.proposal_id and (acting_side() in ('PUBLIC', 'CIVIC') or is_own(p.organisation_id)
         or is_own(proposal_joining.organisation_id) or acts_as('HUB_ADMIN') or acts_as('ASSESSOR'))) $$,
  $$ hub_id = acting_hub() and administers(organisation_id) and by_id = acting_person() and exists (select from proposal p
       where p.hub_id = proposal_joining.hub_id and p.id = proposal_joining.proposal_id and p.state = 'ACCEPTED') $$,
  null,
  $$ hub_id = acting_hub() and administers(organisation_id) and exists (select from proposal p
       where p.hub_id = proposal_joining.hub_id and p.id = proposal_joining.proposal_id and p.state = 'ACCEPTED') $$);

create function a_company_supplies_or_observes() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.role in ('OWNER', 'FUNDER', 'PILOT_SITE')
    and exists (select from organisation o where o.id = new.organisation_id and o.kind = 'COMPANY') then
    raise exception 'a company supplies or observes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function a_company_supplies_or_observes() owner to navet_system;
create trigger a_company_supplies_or_observes before insert or update on proposal_joining
  for each row execute function a_company_supplies_or_observes();

-- A proposal is converted by the project that grows from it, and by nothing else, and stays so.
alter table proposal drop constraint decided_with_a_reason,
  add constraint decided_with_a_reason check (
    (state in ('ACCEPTED', 'DECLINED', 'PARKED', 'CONVERTED')) = (decided_at is not null)
    and (decided_at is null or (assessor_id is not null and decision_reason <> ''))
    and (state not in ('ACCEPTED', 'CONVERTED') or next_step <> '')
    and (state = 'PARKED') = (review_on is not null));
create function a_project_has_grown() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.state not in ('ACCEPTED', 'CONVERTED')
    or (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state')
    or not exists (select from innovation_project i where i.hub_id = new.hub_id and i.proposal_id = new.id) then
    raise exception 'a proposal is converted by a project' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function a_project_has_grown() owner to navet_system;
create trigger a_project_has_grown before update on proposal for each row
  when (new.state = 'CONVERTED') execute function a_project_has_grown();
drop trigger proposals_stand on proposal;
create trigger proposals_stand before update on proposal for each row
  when (new.state <> 'CONVERTED') execute function proposals_stand();

-- Makes the project that an accepted proposal becomes, with who joined as its parties and with its needs, and answers
-- with its id; null when the proposal is not to be seen. Who runs the hub may, and an administrator of a region.
create function convert_proposal(which uuid, lead uuid, address text, first_day date) returns uuid
language plpgsql security definer set search_path = public as $$
declare
  p proposal;
  grown uuid := gen_random_uuid();
begin
  if not (administers_hub() or (administers(acting_organisation())
    and exists (select from organisation o where o.id = acting_organisation() and o.kind = 'REGION'))) then
    return null;
  end if;
  select * into p from proposal where hub_id = acting_hub() and id = which and state <> 'DRAFT'
    and (acts_as('HUB_ADMIN') or is_own(organisation_id) or is_shown(visibility, organisation_id)) for update;
  if p.id is null then return null; end if;
  if p.state <> 'ACCEPTED' then
    raise exception 'constraint "only_accepted_is_converted": only an accepted proposal becomes a project' using errcode = 'check_violation';
  end if;
  if (select count(*) from proposal_joining j where j.hub_id = p.hub_id and j.proposal_id = p.id) < 2
    or not exists (select from proposal_joining j join organisation o on o.id = j.organisation_id
      where j.hub_id = p.hub_id and j.proposal_id = p.id and o.side = 'PUBLIC') then
    raise exception 'constraint "two_bodies_join": two join first, one of them public' using errcode = 'check_violation';
  end if;
  if not exists (select from proposal_joining j join organisation o on o.id = j.organisation_id
    where j.hub_id = p.hub_id and j.proposal_id = p.id and j.organisation_id = lead and o.side in ('PUBLIC', 'CIVIC')) then
    raise exception 'constraint "one_of_them_leads": one of those who join leads' using errcode = 'check_violation';
  end if;
  insert into innovation_project (hub_id, id, slug, lead_id, proposal_id, title, summary, areas, starts_on, state, visibility, wished, leader_id)
    select p.hub_id, grown, address, lead, p.id, jsonb_build_object(p.language, p.title), jsonb_build_object(p.language, p.summary),
      p.areas, first_day, 'FORMING', 'PARTIES', p.visibility,
      case when exists (select from membership m where m.person_id = p.author_id and m.organisation_id = lead) then p.author_id
        else (select j.by_id from proposal_joining j where j.hub_id = p.hub_id and j.proposal_id = p.id and j.organisation_id = lead) end;
  insert into project_party (hub_id, project_id, organisation_id, role, state, answered_at, answered_by_id)
    select j.hub_id, grown, j.organisation_id, case when j.organisation_id = lead then 'OWNER' else j.role end, 'CONFIRMED', j.at, j.by_id
    from proposal_joining j where j.hub_id = p.hub_id and j.proposal_id = p.id;
  insert into project_need (hub_id, project_id, need_id)
    select l.hub_id, grown, l.need_id from proposal_need l where l.hub_id = p.hub_id and l.proposal_id = p.id;
  -- The hub looked at it when it accepted it.
  update innovation_project set visibility = wished, checked_at = now(), checked_by_id = p.assessor_id where hub_id = p.hub_id and id = grown;
  update proposal set state = 'CONVERTED' where hub_id = p.hub_id and id = p.id;
  return grown;
end $$;
alter function convert_proposal(uuid, uuid, text, date) owner to navet_system;
revoke execute on function convert_proposal(uuid, uuid, text, date) from public;
grant execute on function convert_proposal(uuid, uuid, text, date) to navet_app, navet_system;


-- That it became a project is part of its story for all who read it.
alter policy app_select on audit_event using (hub_id = acting_hub()
  and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')
    or (object_type = 'proposal'
      and kind in ('proposalSubmitted', 'proposalWithdrawn', 'reviewBegun', 'proposalAccepted', 'proposalDeclined',
        'proposalAsked', 'proposalAnswered', 'proposalParked', 'proposalResumed', 'proposalDue', 'proposalCalledOff',
        'proposalAppealed', 'proposalReopened', 'proposalUndone', 'proposalConverted')
      and exists (select from proposal p where p.hub_id = audit_event.hub_id and p.id = audit_event.object_id))));
