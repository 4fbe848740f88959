-- Whoever says no to writing a proposal never reads it, and still those who asked hear which one it was about.
drop function author_hearers(uuid);
create function author_hearers(which uuid) returns table (person uuid, slug text, title text, body text)
language sql stable security definer set search_path = public as $$
  select m.person_id, o.slug, p.title, o.name from proposal_coauthor c
    join proposal p on p.hub_id = c.hub_id and p.id = c.proposal_id
    join membership m on m.organisation_id = p.organisation_id
      and (m.role = 'ADMIN' or m.person_id in (p.author_id, c.invited_by_id))
    join organisation o on o.id = p.organisation_id
  where c.hub_id = acting_hub() and c.id = which and not in_the_house()
    and ((c.state = 'PENDING' and is_my_address(c.email))
      or (c.state = 'ACTIVE' and c.person_id = acting_person() and c.organisation_id = acting_organisation()))
$$;
alter function author_hearers(uuid) owner to navet_system;
revoke execute on function author_hearers(uuid) from public;
grant execute on function author_hearers(uuid) to navet_app, navet_system;
