-- The hub's staff act for the body that runs the house. What is that body's own (a draft) is for its
-- members, who come in through the organisation's door and then hold no hub role.
create function in_the_house() returns boolean language sql stable as
  $$ select coalesce(current_setting('navet.roles', true), '') <> '' $$;

create function is_own(owner uuid) returns boolean language sql stable as
  $$ select owner = acting_organisation() and not in_the_house() $$;

-- Row-level security shows everyone their own memberships.
create function is_member_of(body uuid) returns boolean language sql stable as
  $$ select exists (select from membership m where m.person_id = acting_person() and m.organisation_id = body) $$;

alter policy app_select on need using (hub_id = acting_hub()
  and (is_own(organisation_id) or (state <> 'DRAFT' and is_shown(visibility, organisation_id))));

alter policy app_select on proposal using (hub_id = acting_hub() and (is_own(organisation_id)
  or (state <> 'DRAFT' and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN') or is_shown(visibility, organisation_id)))));
alter policy app_insert on proposal with check (hub_id = acting_hub() and is_own(organisation_id)
  and author_id = acting_person() and state = 'DRAFT');
-- Members change drafts and send or take back; assessors review, never for a body they belong to.
alter policy app_update on proposal
  using (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED')
    else acts_as('ASSESSOR') and state in ('SUBMITTED', 'IN_REVIEW') and not is_member_of(organisation_id) end)
  with check (hub_id = acting_hub() and case
    when is_own(organisation_id) then state in ('DRAFT', 'SUBMITTED')
    else acts_as('ASSESSOR') and state in ('IN_REVIEW', 'ACCEPTED', 'DECLINED')
      and assessor_id = acting_person() and not is_member_of(organisation_id) end);

alter table proposal add constraint proposals_are_for_the_public_side_or_open
  check (visibility in ('PUBLIC_SIDE', 'OPEN'));

-- Whoever decides, decides about the words that were sent.
create function keep_what_was_sent() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.author_id, new.language, new.title, new.summary, new.problem, new.solution,
      new.benefit, new.first_step, new.partners_wanted, new.areas, new.visibility)
    is distinct from
     (old.organisation_id, old.author_id, old.language, old.title, old.summary, old.problem, old.solution,
      old.benefit, old.first_step, old.partners_wanted, old.areas, old.visibility) then
    raise exception 'a proposal that has been sent keeps its words' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sent_proposals_keep_their_words before update on proposal
  for each row when (old.state <> 'DRAFT') execute function keep_what_was_sent();

-- Needs are linked to one's own draft, and only needs one can see.
alter policy app_insert on proposal_need with check (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and is_own(p.organisation_id) and p.state = 'DRAFT')
  and exists (select from need n where n.hub_id = proposal_need.hub_id and n.id = proposal_need.need_id));
alter policy app_delete on proposal_need using (hub_id = acting_hub()
  and exists (select from proposal p where p.hub_id = proposal_need.hub_id and p.id = proposal_need.proposal_id
    and is_own(p.organisation_id) and p.state = 'DRAFT'));

-- Who may read a proposal may read how it has moved, though another body signed the step.
alter policy app_select on audit_event using (hub_id = acting_hub()
  and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')
    or (object_type = 'proposal'
      and kind in ('proposalSubmitted', 'proposalWithdrawn', 'reviewBegun', 'proposalAccepted', 'proposalDeclined')
      and exists (select from proposal p where p.hub_id = audit_event.hub_id and p.id = audit_event.object_id))));
