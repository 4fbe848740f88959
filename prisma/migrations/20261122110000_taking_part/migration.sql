-- Taking part: how an organisation comes in, is judged and leaves, and how its people do.

-- Live, not as read at the door: whoever lost the role a moment ago changes nothing more.
create function administers(organisation uuid) returns boolean language sql stable as $$
  select is_own(organisation) and acting_side() is not null and exists (select from membership m
    where m.person_id = acting_person() and m.organisation_id = organisation and m.role = 'ADMIN')
$$;
create function administers_hub() returns boolean language sql stable as $$
  select acts_as('HUB_ADMIN') and exists (select from hub_role r
    where r.hub_id = acting_hub() and r.person_id = acting_person() and r.role = 'HUB_ADMIN')
$$;

-- Names of pages that stand where an organisation's or a hub's name could.
alter table organisation add constraint organisation_slug_is_no_page check (slug not in ('apply'));
alter table hub add constraint hub_slug_is_no_page check (slug not in ('invitation'));

alter table membership add column since timestamptz(3) not null default now();
alter table participation add column reason text not null default '';
alter table participation add constraint a_rejection_has_a_reason check (state <> 'REJECTED' or reason <> '');

-- A request to take part: nothing but this row exists until its mail address is proved.
create table application (
  hub_id uuid not null,
  id uuid not null,
  kind "OrganisationKind" not null,
  country "Country" not null,
  organisation_number text,
  official_code text,
  name text not null,
  town text not null,
  applicant_name text not null,
  email text not null,
  work_role text not null,
  why text not null,
  locale text not null,
  created_at timestamptz(3) not null default now(),
  token_hash text,
  expires_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  organisation_id uuid,
  person_id uuid,
  constraint application_pkey primary key (hub_id, id),
  constraint applications_keep_addresses_in_lower_case check (email = lower(email)),
  constraint official_bodies_have_a_code check ((kind in ('REGION', 'MUNICIPALITY')) = (official_code is not null)),
  constraint confirmed_applications_name_their_organisation
    check ((confirmed_at is null) = (organisation_id is null) and (confirmed_at is null) = (person_id is null))
);
create unique index application_token_hash_key on application (token_hash);
create index application_hub_id_email_idx on application (hub_id, email, created_at);
alter table application add constraint application_hub_id_fkey foreign key (hub_id) references hub (id);
alter table application add constraint application_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table application add constraint application_person_id_fkey foreign key (person_id) references person (id);
call build_wall('application', $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') and confirmed_at is not null $$);

create table organisation_domain (
  organisation_id uuid not null,
  domain text not null,
  constraint organisation_domain_pkey primary key (organisation_id, domain),
  constraint domains_are_written_plainly check (domain = lower(domain) and domain ~ '^([a-z0-9-]+[.])+[a-z][a-z0-9-]+$')
);
alter table organisation_domain add constraint organisation_domain_organisation_id_fkey
  foreign key (organisation_id) references organisation (id);
call build_wall('organisation_domain',
  $$ is_own(organisation_id) or (acts_as('HUB_ADMIN') and exists (select from participation p
       where p.hub_id = acting_hub() and p.organisation_id = organisation_domain.organisation_id)) $$,
  $$ administers(organisation_id) $$,
  null,
  $$ administers(organisation_id) $$);

-- To a person, for an organisation that exists; or to a body that is to take part, which begins to
-- exist when its first administrator says yes.
create table invitation (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid,
  body_kind "OrganisationKind",
  body_country "Country",
  body_code text,
  body_number text,
  body_name text,
  body_town text,
  email text not null,
  role "MembershipRole" not null,
  hub_role "HubRoleName",
  locale text not null,
  invited_by_id uuid not null,
  created_at timestamptz(3) not null default now(),
  sent_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  token_hash text not null,
  revoked_at timestamptz(3),
  accepted_at timestamptz(3),
  constraint invitation_pkey primary key (hub_id, id),
  constraint invitations_keep_addresses_in_lower_case check (email = lower(email)),
  constraint invitations_are_for_one_of_the_two check ((organisation_id is null) = (body_name is not null)
    and (body_name is null) = (body_kind is null) and (body_name is null) = (body_country is null)
    and (body_name is null) = (body_town is null)
    and (coalesce(body_kind, 'COMPANY') in ('REGION', 'MUNICIPALITY')) = (body_code is not null)),
  constraint invitations_end_once check (revoked_at is null or accepted_at is null)
);
create unique index invitation_token_hash_key on invitation (token_hash);
create unique index one_open_invitation_an_address on invitation
  (hub_id, organisation_id, body_name, email) nulls not distinct where revoked_at is null and accepted_at is null;
alter table invitation add constraint invitation_hub_id_fkey foreign key (hub_id) references hub (id);
alter table invitation add constraint invitation_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table invitation add constraint invitation_invited_by_id_fkey foreign key (invited_by_id) references person (id);

-- Whose an invitation is: an administrator's for the own organisation, the hub's for bodies and its staff.
create function may_invite(organisation uuid, hub_role "HubRoleName") returns boolean language sql stable as $$
  select case when organisation is null then administers_hub()
    when hub_role is not null then administers_hub() and organisation = acting_organisation()
    else administers(organisation) end
$$;
call build_wall('invitation',
  $$ hub_id = acting_hub() and may_invite(organisation_id, hub_role) $$,
  $$ hub_id = acting_hub() and may_invite(organisation_id, hub_role) and invited_by_id = acting_person()
     and accepted_at is null and revoked_at is null $$);
grant update (revoked_at, token_hash, sent_at, expires_at) on invitation to navet_app;
create policy app_update on invitation for update to navet_app
  using (hub_id = acting_hub() and may_invite(organisation_id, hub_role) and accepted_at is null)
  with check (hub_id = acting_hub() and may_invite(organisation_id, hub_role) and accepted_at is null);

-- An organisation's people are its administrators' affair; whoever wants to leave may. People are made
-- members by saying yes to an invitation, which the system writes down.
grant update (role), delete on membership to navet_app;
create policy app_update on membership for update to navet_app
  using (administers(organisation_id)) with check (organisation_id = acting_organisation());
create policy app_delete on membership for delete to navet_app using (
  administers(organisation_id) or (person_id = acting_person() and is_own(organisation_id)));

grant insert, delete on hub_role to navet_app;
create policy app_insert on hub_role for insert to navet_app with check (hub_id = acting_hub() and administers_hub());
create policy app_delete on hub_role for delete to navet_app using (hub_id = acting_hub() and administers_hub());

-- Column by column: number, kind, side, country and address of an organisation are not its own to change.
grant update (name, short_name, town, about) on organisation to navet_app;
create policy app_update on organisation for update to navet_app
  using (administers(id)) with check (administers(id));
grant update (state, reason, since) on participation to navet_app;
create policy app_update on participation for update to navet_app
  using (hub_id = acting_hub() and administers_hub()) with check (hub_id = acting_hub() and administers_hub());

-- The staff of the house know one another, also those who are a member nowhere.
drop policy app_select on person;
create policy app_select on person for select to navet_app using (
  id = acting_person()
  or exists (select from membership m where m.person_id = person.id)
  or (in_the_house() and exists (select from hub_role r where r.person_id = person.id)));

-- A region or municipality is called what the official table calls it.
create function official_names_stand() returns trigger language plpgsql as $$
begin
  raise exception 'constraint "official_names_stand": a region or municipality keeps its official name'
    using errcode = 'check_violation';
end $$;
create trigger official_names_stand before update of name on organisation for each row
  when (old.kind in ('REGION', 'MUNICIPALITY') and new.name <> old.name and current_user = 'navet_app')
  execute function official_names_stand();

-- The moves there are; the body that runs the hub cannot be taken out of it.
create function participation_moves() returns trigger language plpgsql as $$
begin
  if not ((old.state, new.state) in (('PENDING', 'VERIFIED'), ('PENDING', 'REJECTED'), ('REJECTED', 'PENDING'),
    ('VERIFIED', 'LEFT'), ('LEFT', 'PENDING'))) and current_user = 'navet_app' then
    raise exception 'constraint "participation_moves": % to % is no move', old.state, new.state
      using errcode = 'check_violation';
  end if;
  if new.state <> 'VERIFIED' and exists (select from hub h where h.id = new.hub_id and h.operator_id = new.organisation_id) then
    raise exception 'constraint "whoever_runs_a_hub_takes_part": the operator stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger participation_moves before update of state on participation
  for each row when (old.state <> new.state) execute function participation_moves();

-- Whoever applied in another body's name must not keep it out: an organisation that is rejected and takes
-- part nowhere lets go of its number (or official code), and takes it up again when the hub reopens it.
create function rejected_numbers_are_free() returns trigger
language plpgsql security definer set search_path = public as $$
declare asked application;
begin
  if new.state = 'REJECTED' and not exists (select from participation p
      where p.organisation_id = new.organisation_id and p.state <> 'REJECTED') then
    update organisation set organisation_number = null where id = new.organisation_id;
    delete from region where organisation_id = new.organisation_id;
    delete from municipality where organisation_id = new.organisation_id;
  elsif old.state = 'REJECTED' then
    select * into asked from application a where a.hub_id = new.hub_id and a.organisation_id = new.organisation_id
      order by a.confirmed_at desc limit 1;
    if asked.organisation_number is not null then
      update organisation set organisation_number = asked.organisation_number where id = new.organisation_id;
    elsif asked.kind = 'REGION' then
      insert into region values (new.organisation_id, asked.country, asked.official_code) on conflict (organisation_id) do nothing;
    elsif asked.kind = 'MUNICIPALITY' then
      insert into municipality values (new.organisation_id, asked.country, asked.official_code) on conflict (organisation_id) do nothing;
    end if;
  end if;
  return null;
end $$;
create trigger rejected_numbers_are_free after update of state on participation
  for each row when (old.state = 'REJECTED' or new.state = 'REJECTED') execute function rejected_numbers_are_free();

-- The last administrator stays, whoever removes: those who take one away wait for one another at the
-- organisation's (the hub's) row, and each counts what the one before has left.
create function organisation_keeps_an_administrator() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform from organisation where id = old.organisation_id for no key update;
  if not exists (select from membership m join person p on p.id = m.person_id and p.withdrawn_at is null
      where m.organisation_id = old.organisation_id and m.role = 'ADMIN') then
    raise exception 'constraint "organisation_keeps_an_administrator": the last one stays' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger organisation_keeps_an_administrator_deleted after delete on membership
  for each row when (old.role = 'ADMIN') execute function organisation_keeps_an_administrator();
create trigger organisation_keeps_an_administrator_changed after update of role on membership
  for each row when (old.role = 'ADMIN' and new.role <> 'ADMIN') execute function organisation_keeps_an_administrator();

create function hub_keeps_an_administrator() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform from hub where id = old.hub_id for no key update;
  if not exists (select from hub_role r join person p on p.id = r.person_id and p.withdrawn_at is null
      where r.hub_id = old.hub_id and r.role = 'HUB_ADMIN') then
    raise exception 'constraint "hub_keeps_an_administrator": the last one stays' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger hub_keeps_an_administrator after delete on hub_role
  for each row when (old.role = 'HUB_ADMIN') execute function hub_keeps_an_administrator();

-- Work for a hub that is not open to visitors yet: its staff are invited before that.
create function system_hub(hub_slug text) returns jsonb
language sql stable security definer set search_path = public as $$
  select hub_facts(h) from hub h where h.slug = hub_slug
$$;

-- Shown to whoever verifies: words that are nearly the same, however they are written.
create index organisation_name_idx on organisation using gin (fold(name) gin_trgm_ops);

do $$
declare guard text;
begin
  foreach guard in array array['rejected_numbers_are_free()', 'organisation_keeps_an_administrator()', 'hub_keeps_an_administrator()'] loop
    execute format('alter function %s owner to navet_system', guard);
    execute format('revoke execute on function %s from public', guard);
  end loop;
  execute format('alter function system_hub(text) owner to navet_system');
  execute format('revoke execute on function system_hub(text) from public');
  execute format('grant execute on function system_hub(text) to navet_system');
  execute format('grant execute on function system_hub(text) to %I', session_user);
end $$;
