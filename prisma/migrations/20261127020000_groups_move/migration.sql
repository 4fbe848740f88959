-- A group moves to another time in one step, the company's own people say whether they come, the house books for
-- whoever calls, and after a visit it is said how many came.

-- What a group booked stays whose it was, and what it came to see; when it comes may change while it stands.
create or replace function keep_guided_group() returns trigger language plpgsql as $$
begin
  if new.organisation_id is distinct from old.organisation_id or old.state = 'CANCELLED' then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  if new.session_id <> old.session_id and not exists (
      select from guided_session a join guided_session b on b.hub_id = a.hub_id and b.demo_id = a.demo_id
      where a.hub_id = new.hub_id and a.id = old.session_id and b.id = new.session_id) then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  return new;
end $$;

-- Seats follow the groups, also from one session to another; one that was made for a group goes with its last.
create or replace function count_guided_seats() returns trigger language plpgsql security definer set search_path = public as $$
declare gives integer := 0; takes integer; held guided_session; left_session uuid;
begin
  takes := case when new.state = 'OPEN' then new.size else 0 end;
  if tg_op = 'UPDATE' then
    gives := case when old.state = 'OPEN' then old.size else 0 end;
    left_session := old.session_id;
  end if;
  if left_session <> new.session_id then
    -- In one order, so that two groups that change places do not wait for each other.
    perform s.id from guided_session s where s.hub_id = new.hub_id and s.id in (left_session, new.session_id)
      order by s.id for update;
    update guided_session set taken = taken - gives where hub_id = new.hub_id and id = left_session returning * into held;
    if held.taken = 0 and not held.by_house and held.state = 'OPEN' then
      update guided_session set state = 'CANCELLED' where hub_id = held.hub_id and id = held.id;
    end if;
    gives := 0;
  end if;
  if takes = gives then return new; end if;
  update guided_session set taken = taken + takes - gives where hub_id = new.hub_id and id = new.session_id returning * into held;
  if held.state = 'CANCELLED' and takes > gives then
    raise exception 'it is cancelled: constraint "sessions_stand"' using errcode = '23514';
  end if;
  if held.taken = 0 and not held.by_house and held.state = 'OPEN' then
    update guided_session set state = 'CANCELLED' where hub_id = held.hub_id and id = held.id;
  end if;
  return new;
end $$;

/* Moves a group to another session of the same demo: to one that is open, or to a time of its own, for which
   everything is taken. Where nobody else comes to the old one, what it had is given back first, so that a group
   can move half an hour. All of it or, by an exception, nothing. */
create function move_guided_group(moving uuid, target uuid, from_at timestamptz, tongue text) returns void
language plpgsql security definer set search_path = public as $$
declare held guided_group; before guided_session;
begin
  select g.* into held from guided_group g where g.hub_id = acting_hub() and g.id = moving
    and (g.organisation_id = acting_organisation() or arranges_guided());
  if held.id is null then
    raise exception 'no such group' using errcode = 'insufficient_privilege';
  end if;
  perform s.id from guided_session s where s.hub_id = held.hub_id and s.id in (held.session_id, target) order by s.id for update;
  select s.* into before from guided_session s where s.hub_id = held.hub_id and s.id = held.session_id;
  select g.* into held from guided_group g where g.hub_id = held.hub_id and g.id = moving for update;
  if held.session_id <> before.id or held.state = 'CANCELLED' then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  if from_at is not null then
    if before.taken = held.size and not before.by_house then
      update occupancy set released_at = now(), release_reason = 'MOVED'
        where hub_id = held.hub_id and session_id = before.id and released_at is null;
    end if;
    perform open_guided_session(target, before.demo_id, from_at, tongue, false);
  end if;
  update guided_group set session_id = target, revision = revision + 1, reminded_at = null
    where hub_id = held.hub_id and id = moving;
end $$;
alter function move_guided_group(uuid, uuid, timestamptz, text) owner to navet_system;
revoke execute on function move_guided_group(uuid, uuid, timestamptz, text) from public;
grant execute on function move_guided_group(uuid, uuid, timestamptz, text) to navet_app, navet_system;

-- Where a company's own people are needed they are asked, and say whether they come. What they are needed for is
-- held for them and the group all the while.
create type "HostAnswer" as enum ('NONE', 'ASKED', 'ACCEPTED');
alter table guided_session add column host_answer "HostAnswer" not null default 'NONE';
alter table guided_session add column host_asked_at timestamptz(3);
alter table guided_session add column host_reminded_at timestamptz(3);
alter table guided_session add constraint who_is_asked_was_asked_at_a_time check ((host_answer = 'NONE') = (host_asked_at is null));
create index guided_session_unanswered_idx on guided_session (hub_id, starts_at) where host_answer = 'ASKED' and state = 'OPEN';

-- Whether a host, of one organisation where it is named, stands in a session.
create function has_host(session uuid, whose uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from occupancy o join guided_resource r on r.hub_id = o.hub_id and r.unit_id = o.unit_id
    where o.hub_id = acting_hub() and o.session_id = session and o.released_at is null and r.kind = 'HOST'
      and (whose is null or r.organisation_id = whose))
$$;

update guided_session s set host_answer = 'ASKED', host_asked_at = now() where s.state = 'OPEN' and s.starts_at > now()
  and exists (select from occupancy o join guided_resource r on r.hub_id = o.hub_id and r.unit_id = o.unit_id
    where o.hub_id = s.hub_id and o.session_id = s.id and o.released_at is null and r.kind = 'HOST');

-- Asks the host's own people: once for a session, and anew where the house has put in another.
create function ask_host(session uuid, at_moment timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  update guided_session s set host_answer = 'ASKED', host_asked_at = at_moment, host_reminded_at = null
    where s.hub_id = acting_hub() and s.id = session and s.state = 'OPEN' and acting_person() is not null
      and (s.host_answer = 'NONE' or arranges_guided()) and has_host(s.id, null);
end $$;

-- Their yes. The groups' files change with it.
create function accept_showing(session uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  update guided_session s set host_answer = 'ACCEPTED' where s.hub_id = acting_hub() and s.id = session and s.state = 'OPEN'
    and s.host_answer = 'ASKED' and has_host(s.id, acting_organisation());
  if not found then
    raise exception 'no such session' using errcode = 'insufficient_privilege';
  end if;
  update guided_group set revision = revision + 1 where hub_id = acting_hub() and session_id = session and state = 'OPEN';
end $$;

-- Their no, where none of them comes instead.
create function decline_showing(session uuid, why text) returns void language plpgsql security definer set search_path = public as $$
begin
  update guided_session s set state = 'CANCELLED', reason = why where s.hub_id = acting_hub() and s.id = session
    and s.state = 'OPEN' and has_host(s.id, acting_organisation());
  if not found then
    raise exception 'no such session' using errcode = 'insufficient_privilege';
  end if;
end $$;
alter function has_host(uuid, uuid) owner to navet_system;
alter function ask_host(uuid, timestamptz) owner to navet_system;
alter function accept_showing(uuid) owner to navet_system;
alter function decline_showing(uuid, text) owner to navet_system;
revoke execute on function has_host(uuid, uuid), ask_host(uuid, timestamptz), accept_showing(uuid), decline_showing(uuid, text) from public;
grant execute on function has_host(uuid, uuid), ask_host(uuid, timestamptz), accept_showing(uuid), decline_showing(uuid, text) to navet_app, navet_system;

-- The house books for whoever calls: for an organisation that takes part, in the name of one of its people, or for a
-- group from outside, of which nothing is kept but what it calls itself and an address to write to.
alter table guided_group alter column organisation_id drop not null;
alter table guided_group add column guest_name text not null default '';
alter table guided_group add column guest_email text not null default '';
alter table guided_group add constraint a_group_is_of_somebody check ((organisation_id is null) = (guest_name <> '') and (guest_email = '' or guest_name <> ''));
alter policy app_insert on guided_group with check (hub_id = acting_hub() and state = 'OPEN' and (
  (organisation_id = acting_organisation() and booked_by_id = acting_person())
  or (arranges_guided() and organisation_id is null and booked_by_id = acting_person())
  or (arranges_guided() and exists (select from participation p join membership m on m.organisation_id = p.organisation_id
    where p.hub_id = acting_hub() and p.state = 'VERIFIED' and p.organisation_id = guided_group.organisation_id
      and m.person_id = guided_group.booked_by_id))));
alter policy app_insert on guided_access with check (hub_id = acting_hub() and (arranges_guided() or exists (select from guided_group g
  where g.hub_id = guided_access.hub_id and g.id = guided_access.group_id and g.organisation_id = acting_organisation())));
alter policy app_delete on guided_access using (hub_id = acting_hub() and (arranges_guided() or exists (select from guided_group g
  where g.hub_id = guided_access.hub_id and g.id = guided_access.group_id and g.organisation_id = acting_organisation())));

-- Of a group that is cancelled nothing changes but that an address is forgotten.
create or replace function keep_guided_group() returns trigger language plpgsql as $$
begin
  if new.organisation_id is distinct from old.organisation_id or (old.state = 'CANCELLED'
      and (new.state, new.size, new.session_id, new.revision) is distinct from (old.state, old.size, old.session_id, old.revision)) then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  if new.session_id <> old.session_id and not exists (
      select from guided_session a join guided_session b on b.hub_id = a.hub_id and b.demo_id = a.demo_id
      where a.hub_id = new.hub_id and a.id = old.session_id and b.id = new.session_id) then
    raise exception 'a group stands: constraint "groups_stand"' using errcode = '23514';
  end if;
  return new;
end $$;

-- A group from outside is written to in the language it is shown in.
create or replace function guided_people(session uuid) returns table (id uuid, email text, locale text, part text)
language sql stable security definer set search_path = public as $$
  select p.id, p.email, p.locale::text, r.kind::text
  from occupancy o join guided_resource r on r.hub_id = o.hub_id and r.unit_id = o.unit_id
    join person p on p.id = r.person_id and p.withdrawn_at is null
  where o.hub_id = acting_hub() and o.session_id = session and o.released_at is null
  union all
  select p.id, p.email, p.locale::text, 'GROUP:' || g.id from guided_group g join person p on p.id = g.booked_by_id and p.withdrawn_at is null
  where g.hub_id = acting_hub() and g.session_id = session and g.state = 'OPEN' and g.organisation_id is not null
  union all
  select g.id, g.guest_email, s.language, 'GROUP:' || g.id from guided_group g
    join guided_session s on s.hub_id = g.hub_id and s.id = g.session_id
  where g.hub_id = acting_hub() and g.session_id = session and g.state = 'OPEN' and g.guest_email <> ''
$$;

create or replace function survey_of(typed text, at_moment timestamptz) returns table (
  group_id uuid, demo jsonb, areas text[], moment "SurveyMoment", starts_at timestamptz, zone text, organisation text
) language sql stable security definer set search_path = public as $$
  select g.id, d.title, d.areas, (case when at_moment < s.starts_at then 'BEFORE' else 'AFTER' end)::"SurveyMoment",
    s.starts_at, site.zone, coalesce(o.name, g.guest_name)
  from guided_group g join guided_session s on s.hub_id = g.hub_id and s.id = g.session_id
    join showroom_demo d on d.hub_id = s.hub_id and d.id = s.demo_id
    join place p on p.hub_id = s.hub_id and p.id = s.place_id join site on site.hub_id = p.hub_id and site.id = p.site_id
    left join organisation o on o.id = g.organisation_id
  where g.hub_id = acting_hub() and g.survey_code = typed and g.state = 'OPEN' and at_moment < s.ends_at + interval '7 days'
$$;

-- How many came, as the house ticked it afterwards; nobody ticks it for themselves.
alter table guided_group add column came integer;
alter table guided_group add constraint nobody_came_less_than_nobody check (came between 0 and 500);
create function keep_attendance() returns trigger language plpgsql as $$
begin
  if new.came is distinct from old.came and (not arranges_guided() or old.state = 'CANCELLED') then
    raise exception 'the house says how many came' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger the_house_ticks_who_came before update of came on guided_group for each row execute function keep_attendance();
