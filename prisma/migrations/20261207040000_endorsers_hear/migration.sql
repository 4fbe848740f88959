-- Who has put a body behind a proposal hears that its text has changed, and so do that body's administrators: they can take
-- it back. For the body whose proposal it is, which knows the bodies already, and for no other.
create function endorsement_hearers(which uuid) returns table (person uuid, slug text)
language sql stable security definer set search_path = public as $$
  select distinct m.person_id, o.slug from proposal p
    join proposal_endorsement e on e.hub_id = p.hub_id and e.proposal_id = p.id and e.revoked_at is null
    join membership m on m.organisation_id = e.organisation_id and (m.role = 'ADMIN' or m.person_id = e.by_id)
    join organisation o on o.id = e.organisation_id
  where p.hub_id = acting_hub() and p.id = which and is_own(p.organisation_id)
$$;
alter function endorsement_hearers(uuid) owner to navet_system;
revoke execute on function endorsement_hearers(uuid) from public;
grant execute on function endorsement_hearers(uuid) to navet_app, navet_system;
