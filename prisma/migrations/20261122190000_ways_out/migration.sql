-- Ways out of dead ends: an application can be taken back, an organisation that nobody administers any
-- more is helped by its hub, and an organisation number can be entered and put right.

-- 1. Taking an application back ---------------------------------------------------------------------

alter type "ParticipationState" add value 'WITHDRAWN';

-- An organisation that waits acts for nothing else; its administrators can take this one step.
create function administers_waiting(organisation uuid) returns boolean language sql stable as $$
  select is_own(organisation) and exists (select from membership m
    where m.person_id = acting_person() and m.organisation_id = organisation and m.role = 'ADMIN')
$$;
-- As text: a value that is new in this transaction cannot be named in it.
create policy app_update_withdrawing on participation for update to navet_app
  using (hub_id = acting_hub() and state = 'PENDING' and administers_waiting(organisation_id))
  with check (hub_id = acting_hub() and state::text = 'WITHDRAWN' and administers_waiting(organisation_id));

create or replace function participation_moves() returns trigger language plpgsql as $$
begin
  if not ((old.state, new.state) in (('PENDING', 'VERIFIED'), ('PENDING', 'REJECTED'), ('REJECTED', 'PENDING'),
    ('VERIFIED', 'LEFT'), ('LEFT', 'PENDING'), ('PENDING', 'WITHDRAWN'))) and current_user = 'navet_app' then
    raise exception 'constraint "participation_moves": % to % is no move', old.state, new.state
      using errcode = 'check_violation';
  end if;
  -- Nobody takes an application back but whoever made it.
  if new.state = 'WITHDRAWN' and current_user = 'navet_app' and not administers_waiting(new.organisation_id) then
    raise exception 'constraint "participation_moves": only the applicant withdraws' using errcode = 'check_violation';
  end if;
  if new.state <> 'VERIFIED' and exists (select from hub h where h.id = new.hub_id and h.operator_id = new.organisation_id) then
    raise exception 'constraint "whoever_runs_a_hub_takes_part": the operator stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- What became of an application stays with it, also when the organisation asks again.
alter table application
  add column outcome text constraint outcomes_are_known check (outcome in ('VERIFIED', 'REJECTED', 'WITHDRAWN')),
  add column outcome_reason text not null default '',
  add column answered_at timestamptz(3);

create function applications_keep_their_answer() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update application set outcome = new.state::text, outcome_reason = new.reason, answered_at = new.since
    where hub_id = new.hub_id and id = (select a.id from application a
      where a.hub_id = new.hub_id and a.organisation_id = new.organisation_id
      order by a.confirmed_at desc limit 1);
  return null;
end $$;
create trigger applications_keep_their_answer after update of state on participation
  for each row when (old.state = 'PENDING' and new.state <> 'PENDING') execute function applications_keep_their_answer();
-- As far as it is still known of those that were answered before; the wall stands before the owner, too.
set local role navet_system;
update application a set outcome = p.state::text, outcome_reason = p.reason, answered_at = p.since
  from participation p
  where p.hub_id = a.hub_id and p.organisation_id = a.organisation_id and p.state in ('VERIFIED', 'REJECTED')
    and not exists (select from application b where b.hub_id = a.hub_id and b.organisation_id = a.organisation_id
      and b.confirmed_at > a.confirmed_at);
reset role;

-- Who took the application back lets go of the number as much as who was rejected.
create or replace function rejected_numbers_are_free() returns trigger
language plpgsql security definer set search_path = public as $$
declare asked application;
begin
  if new.state in ('REJECTED', 'WITHDRAWN') and not exists (select from participation p
      where p.organisation_id = new.organisation_id and p.state not in ('REJECTED', 'WITHDRAWN')) then
    update organisation set organisation_number = null where id = new.organisation_id;
    delete from region where organisation_id = new.organisation_id;
    delete from municipality where organisation_id = new.organisation_id;
  elsif old.state in ('REJECTED', 'WITHDRAWN') then
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
drop trigger rejected_numbers_are_free on participation;
create trigger rejected_numbers_are_free after update of state on participation
  for each row when (old.state <> new.state) execute function rejected_numbers_are_free();

-- 2. The last administrator -----------------------------------------------------------------------

-- Somebody must answer for an organisation while it takes part or waits, anywhere. One that was
-- rejected, took its application back or has left everywhere holds nobody.
create or replace function organisation_keeps_an_administrator() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform from organisation where id = old.organisation_id for no key update;
  if exists (select from participation p where p.organisation_id = old.organisation_id and p.state in ('VERIFIED', 'PENDING'))
    and not exists (select from membership m join person p on p.id = m.person_id and p.withdrawn_at is null
      where m.organisation_id = old.organisation_id and m.role = 'ADMIN') then
    raise exception 'constraint "organisation_keeps_an_administrator": the last one stays' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- What became of one's own organisations at hubs where one can no longer go in: for one's own account.
create function session_answers(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(answer order by answer ->> 'since' desc), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'live', h.live, 'organisationName', o.name,
      'kind', o.kind, 'country', o.country, 'state', p.state, 'reason', p.reason, 'since', p.since) as answer
    from session s
    join membership m on m.person_id = s.person_id
    join participation p on p.organisation_id = m.organisation_id and p.state not in ('VERIFIED', 'PENDING')
    join organisation o on o.id = m.organisation_id
    join hub h on h.id = p.hub_id and h.id = coalesce(s.bound_hub_id, h.id)
    where s.id = session_id and session_person(session_id) is not null
      -- A new application for the same body stands among the doors instead.
      and not exists (select from membership n
        join participation q on q.organisation_id = n.organisation_id and q.hub_id = p.hub_id and q.state in ('VERIFIED', 'PENDING')
        join organisation twin on twin.id = n.organisation_id and twin.name = o.name
        where n.person_id = m.person_id)
  ) answers
$$;

-- 3. An organisation that nobody administers ----------------------------------------------------------

-- A hub's administrators help where nobody else can: the organisation takes part or waits at their hub and
-- has no administrator. Where there is one, people stay the organisation's own affair.
create function may_rescue(organisation uuid) returns boolean language sql stable as $$
  select administers_hub()
    and exists (select from participation p where p.hub_id = acting_hub() and p.organisation_id = organisation
      and p.state in ('VERIFIED', 'PENDING'))
    and not exists (select from membership m join person p on p.id = m.person_id and p.withdrawn_at is null
      where m.organisation_id = organisation and m.role = 'ADMIN')
$$;
create policy app_update_rescue on membership for update to navet_app
  using (may_rescue(organisation_id)) with check (role = 'ADMIN' and administers_hub());

create or replace function may_invite(organisation uuid, hub_role "HubRoleName") returns boolean language sql stable as $$
  select case when organisation is null then administers_hub()
    when hub_role is not null then administers_hub() and organisation = acting_organisation()
    else administers(organisation) or may_rescue(organisation) end
$$;

-- What somebody sent as staff of a hub ends with that work, too, unless they could send it for themselves.
create or replace function powers_end_with_membership() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from hub_role r using hub h
    where h.id = r.hub_id and h.operator_id = old.organisation_id and r.person_id = old.person_id;
  update invitation i set revoked_at = now()
    where i.invited_by_id = old.person_id and i.accepted_at is null and i.revoked_at is null
      and (i.organisation_id = old.organisation_id or (
        exists (select from hub h where h.id = i.hub_id and h.operator_id = old.organisation_id)
        and not exists (select from membership m
          where m.person_id = old.person_id and m.organisation_id = i.organisation_id)));
  return null;
end $$;

-- 4. The organisation number ---------------------------------------------------------------------------

create function number_is_right(country "Country", number text) returns boolean language sql immutable as $$
  select case country
    when 'SE' then number ~ '^[0-9]{2}[2-9][0-9]{7}$' and (
      select sum(case when n % 2 = 1 then d * 2 / 10 + d * 2 % 10 else d end) % 10 = 0
      from generate_series(1, 10) n, lateral (select substr(number, n, 1)::int as d) digit)
    else number ~ '^[0-9]{9}$' and (
      select sum((array[3, 2, 7, 6, 5, 4, 3, 2, 1])[n] * substr(number, n, 1)::int) % 11 = 0 from generate_series(1, 9) n)
  end
$$;

grant update (organisation_number) on organisation to navet_app;
create policy app_update_number on organisation for update to navet_app
  using (administers_hub() and exists (select from participation p
    where p.hub_id = acting_hub() and p.organisation_id = organisation.id and p.state in ('VERIFIED', 'PENDING')))
  with check (administers_hub());

-- An organisation enters the number it lacks; whoever vouches for it can put a wrong one right, and nothing else.
create function numbers_are_entered_rightly() returns trigger language plpgsql as $$
begin
  if current_user <> 'navet_app' then return new; end if;
  if in_the_house() and (new.name, new.short_name, new.town, new.about)
      is distinct from (old.name, old.short_name, old.town, old.about) then
    raise exception 'constraint "words_are_ones_own": a hub changes the number alone' using errcode = 'check_violation';
  end if;
  if new.organisation_number is not distinct from old.organisation_number then return new; end if;
  if not in_the_house() and old.organisation_number is not null then
    raise exception 'constraint "numbers_are_entered_once": the hub corrects a number' using errcode = 'check_violation';
  end if;
  if new.organisation_number is null or not number_is_right(new.country, new.organisation_number) then
    raise exception 'constraint "numbers_are_right": the check digit is wrong' using errcode = 'check_violation';
  end if;
  -- Swedish public bodies have numbers that begin with 2, and nobody takes one of theirs.
  if new.country = 'SE' and new.kind not in ('HOSPITAL', 'UNIVERSITY')
    and (new.organisation_number like '2%') <> (new.kind in ('MUNICIPALITY', 'REGION')) then
    raise exception 'constraint "numbers_fit_their_kind": another kind of body has this number' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger numbers_are_entered_rightly before update on organisation
  for each row execute function numbers_are_entered_rightly();

-- 5. Names that are nearly the same ----------------------------------------------------------------------

-- What tells bodies apart: words that half of them have in common say nothing.
create function telling_name(name text) returns text language sql stable as $$
  select trim(regexp_replace(regexp_replace(fold(name),
    '\m(kommun|kommune|fylkeskommune|region|regionen|stad|stads|landsting|ab|as|asa|hb|kb|och|og)\M', ' ', 'g'), '\s+', ' ', 'g'))
$$;

-- 6. Links that were replaced, invitations that were declined ----------------------------------------------------------------------------

-- A link that a newer one has replaced says so instead of nothing.
create table replaced_invitation (
  hub_id uuid not null,
  invitation_id uuid not null,
  token_hash text not null,
  constraint replaced_invitation_pkey primary key (hub_id, invitation_id, token_hash)
);
create index replaced_invitation_token_hash_idx on replaced_invitation (token_hash);
alter table replaced_invitation add constraint replaced_invitation_invitation_fkey
  foreign key (hub_id, invitation_id) references invitation (hub_id, id) on delete cascade;
call build_wall('replaced_invitation', null);

create function replaced_links_are_remembered() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into replaced_invitation (token_hash, hub_id, invitation_id)
    values (old.token_hash, old.hub_id, old.id) on conflict do nothing;
  return null;
end $$;
create trigger replaced_links_are_remembered after update of token_hash on invitation
  for each row when (old.token_hash <> new.token_hash) execute function replaced_links_are_remembered();

alter table invitation add column declined_at timestamptz(3);
alter table invitation add constraint invitations_are_declined_once check (declined_at is null or accepted_at is null);

-- 7. What an organisation says of itself stands on the pages of every hub where it takes part ----------------

-- At the other hubs: the acting one is told with the rest of the change, as its last step.
create function organisation_pages_changed(organisation uuid) returns void
language plpgsql security definer set search_path = public as $$
declare changed page_version;
begin
  for changed in
    insert into page_version
      select h.slug, 1 from participation p join hub h on h.id = p.hub_id
      where p.organisation_id = organisation and p.state in ('VERIFIED', 'LEFT')
        and h.id is distinct from acting_hub() order by h.slug
      on conflict (hub) do update set version = page_version.version + 1 returning *
  loop
    perform pg_notify('navet_pages', json_build_object(
      'hub', changed.hub, 'version', changed.version::text, 'parts', '')::text);
  end loop;
end $$;
alter function organisation_pages_changed(uuid) owner to navet_system;
revoke execute on function organisation_pages_changed(uuid) from public;
grant execute on function organisation_pages_changed(uuid) to navet_app, navet_system;

-- 8. Four municipalities are called otherwise -----------------------------------------------------------------

set local role navet_system;
update reference_municipality set name = short_name || ' kommun'
  where country = 'SE' and code in ('1421', '2513', '2514');
update reference_municipality set name = 'Falu kommun' where country = 'SE' and code = '2080';
update organisation o set name = r.name from municipality m
  join reference_municipality r on r.country = m.country and r.code = m.code
  where m.organisation_id = o.id and m.country = 'SE' and m.code in ('1421', '2080', '2513', '2514');
reset role;

do $$
declare guard text;
begin
  foreach guard in array array['applications_keep_their_answer()', 'replaced_links_are_remembered()'] loop
    execute format('alter function %s owner to navet_system', guard);
    execute format('revoke execute on function %s from public', guard);
  end loop;
  execute 'alter function session_answers(uuid) owner to navet_system';
  execute 'revoke execute on function session_answers(uuid) from public';
  execute 'grant execute on function session_answers(uuid) to navet_system';
  execute format('grant execute on function session_answers(uuid) to %I', session_user);
end $$;
