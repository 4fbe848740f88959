-- Who no longer acts for the organisation that runs a hub does not work in its house either, and an
-- invitation does not outlive the membership of whoever sent it.
create function powers_end_with_membership() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from hub_role r using hub h
    where h.id = r.hub_id and h.operator_id = old.organisation_id and r.person_id = old.person_id;
  update invitation i set revoked_at = now()
    where i.invited_by_id = old.person_id and i.accepted_at is null and i.revoked_at is null
      and (i.organisation_id = old.organisation_id or (i.organisation_id is null and exists (
        select from hub h where h.id = i.hub_id and h.operator_id = old.organisation_id)));
  return null;
end $$;
alter function powers_end_with_membership() owner to navet_system;
revoke execute on function powers_end_with_membership() from public;
create trigger powers_end_with_membership after delete on membership
  for each row execute function powers_end_with_membership();

-- A letter with a key in it: its text goes when it has left.
alter table mail add column once boolean not null default false;

-- These begin addresses of the portal's own.
alter table hub add constraint hub_slug_is_no_other_address
  check (slug not in ('d', 'demos', 'healthz', 'hubs', 'metrics', 'readyz'));

-- When a provider last vouched for someone as strongly as a second factor does: from then on it is one.
alter table identity add column strong_at timestamptz(3);
