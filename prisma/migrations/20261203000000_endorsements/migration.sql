-- A body stands behind another body's proposal: signed by its own administrator, once each, and it can take that back.
-- The row is kept when it does, and stands again when it says so again.
create table proposal_endorsement (
  hub_id uuid not null,
  proposal_id uuid not null,
  organisation_id uuid not null,
  by_id uuid not null,
  at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  revoked_by_id uuid,
  constraint proposal_endorsement_pkey primary key (hub_id, proposal_id, organisation_id),
  constraint proposal_endorsement_proposal_id_fkey foreign key (hub_id, proposal_id) references proposal (hub_id, id) on delete cascade,
  constraint proposal_endorsement_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint proposal_endorsement_by_id_fkey foreign key (by_id) references person (id),
  constraint proposal_endorsement_revoked_by_id_fkey foreign key (revoked_by_id) references person (id),
  constraint taken_back_by_somebody check ((revoked_at is null) = (revoked_by_id is null))
);
create index proposal_endorsement_hub_id_organisation_id_idx on proposal_endorsement (hub_id, organisation_id);
create index proposal_endorsement_by_id_idx on proposal_endorsement (by_id);
create index proposal_endorsement_revoked_by_id_idx on proposal_endorsement (revoked_by_id);

-- Whoever reads the proposal reads who stands behind it; what was taken back its own body and the proposal's.
call build_wall('proposal_endorsement',
  $$ hub_id = acting_hub() and exists (select from proposal p where p.hub_id = proposal_endorsement.hub_id
       and p.id = proposal_endorsement.proposal_id
       and (proposal_endorsement.revoked_at is null or is_own(p.organisation_id) or is_own(proposal_endorsement.organisation_id))) $$,
  $$ hub_id = acting_hub() and administers(organisation_id) and by_id = acting_person() and revoked_at is null
     and acting_side() in ('PUBLIC', 'CIVIC') and exists (select from proposal p where p.hub_id = proposal_endorsement.hub_id
       and p.id = proposal_endorsement.proposal_id and not is_own(p.organisation_id)) $$,
  $$ hub_id = acting_hub() and administers(organisation_id) and acting_side() in ('PUBLIC', 'CIVIC') $$);
-- Who signed is no column that is read: a door tells it to those who may know.
revoke select on proposal_endorsement from navet_app;
grant select (hub_id, proposal_id, organisation_id, at, revoked_at) on proposal_endorsement to navet_app;

create function endorsements_stand() returns trigger language plpgsql security definer set search_path = public as $$
declare
  p proposal;
begin
  if tg_op = 'UPDATE' and (new.hub_id, new.proposal_id, new.organisation_id) is distinct from
    (old.hub_id, old.proposal_id, old.organisation_id) then
    raise exception 'an endorsement stays where it was signed' using errcode = 'check_violation';
  end if;
  if new.revoked_at is not null then
    if tg_op = 'UPDATE' and ((new.by_id, new.at) is distinct from (old.by_id, old.at) or old.revoked_at is not null
      or (acting_person() is not null and new.revoked_by_id <> acting_person())) then
      raise exception 'who takes back leaves what was signed as it was' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.revoked_at is null or (acting_person() is not null and new.by_id <> acting_person())) then
    raise exception 'a body signs once, in the name of who does' using errcode = 'check_violation';
  end if;
  -- Against whoever takes the proposal back at this moment: one of the two comes first.
  select * into p from proposal where hub_id = new.hub_id and id = new.proposal_id for share;
  if p.state not in ('SUBMITTED', 'IN_REVIEW', 'NEEDS_INFO', 'PARKED', 'ACCEPTED', 'CONVERTED') then
    raise exception 'constraint "only_what_is_sent_is_endorsed": nobody stands behind this any more' using errcode = 'check_violation';
  end if;
  if p.organisation_id = new.organisation_id
    or exists (select from organisation o where o.id = new.organisation_id and o.side = 'PRIVATE') then
    raise exception 'constraint "another_body_of_care_endorses": not one''s own, and no company' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function endorsements_stand() owner to navet_system;
create trigger endorsements_stand before insert or update on proposal_endorsement
  for each row execute function endorsements_stand();

-- What somebody stands behind is not rewritten.
create function what_is_endorsed_stands() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from proposal_endorsement e where e.hub_id = old.hub_id and e.proposal_id = old.id and e.revoked_at is null) then
    raise exception 'constraint "what_is_endorsed_stands": somebody stands behind it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function what_is_endorsed_stands() owner to navet_system;
create trigger what_is_endorsed_stands before update on proposal for each row
  when (old.state <> 'DRAFT' and new.state = 'DRAFT') execute function what_is_endorsed_stands();

-- Who signed, for the bodies of care and for those who review at the hub, as far as they read the proposal.
create function endorsement_signers(which uuid) returns table (body uuid, signer text)
language sql stable security definer set search_path = public as $$
  select e.organisation_id, s.name from proposal p
    join proposal_endorsement e on e.hub_id = p.hub_id and e.proposal_id = p.id and e.revoked_at is null
    join person s on s.id = e.by_id
  where p.hub_id = acting_hub() and p.id = which
    and (acts_as('ASSESSOR') or acts_as('HUB_ADMIN')
      or (acting_side() in ('PUBLIC', 'CIVIC') and (is_own(p.organisation_id) or is_shown(p.visibility, p.organisation_id))))
$$;
alter function endorsement_signers(uuid) owner to navet_system;
revoke execute on function endorsement_signers(uuid) from public;
grant execute on function endorsement_signers(uuid) to navet_app, navet_system;

-- Who hears of it: the author and the administrators of the body that proposed, of whoever has signed.
create function proposal_hearers(which uuid) returns table (person uuid, slug text)
language sql stable security definer set search_path = public as $$
  select m.person_id, o.slug from proposal p
    join membership m on m.organisation_id = p.organisation_id and (m.role = 'ADMIN' or m.person_id = p.author_id)
    join organisation o on o.id = p.organisation_id
  where p.hub_id = acting_hub() and p.id = which and exists (select from proposal_endorsement e
    where e.hub_id = p.hub_id and e.proposal_id = p.id and is_own(e.organisation_id))
$$;
alter function proposal_hearers(uuid) owner to navet_system;
revoke execute on function proposal_hearers(uuid) from public;
grant execute on function proposal_hearers(uuid) to navet_app, navet_system;

-- That a body stands behind it, and by whom it was signed, is read by the bodies of care and the hub.
create policy endorsements_told on audit_event for select to navet_app using (
  hub_id = acting_hub() and object_type = 'proposal' and kind in ('proposalEndorsed', 'proposalUnendorsed')
  and (acting_side() in ('PUBLIC', 'CIVIC') or acts_as('ASSESSOR'))
  and exists (select from proposal p where p.hub_id = audit_event.hub_id and p.id = audit_event.object_id));
