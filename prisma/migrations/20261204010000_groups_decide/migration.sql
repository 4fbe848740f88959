-- Who steers a project and who works in it: groups with seats for each party, named by the party itself.
create type "GroupKind" as enum ('STEERING', 'WORKING');
create type "SeatRole" as enum ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER');
create type "SeatState" as enum ('INVITED', 'ACTIVE', 'DECLINED', 'ENDED', 'EXPIRED');
create type "SeatFor" as enum ('PARTY', 'USERS', 'STAFF');

-- What the bodies of care in a project read among themselves, and the hub: the money, and how it is decided.
alter function sees_money(uuid) rename to sees_inside;

create function sees_project(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from innovation_project p where p.hub_id = acting_hub() and p.id = which
    and (is_own(p.lead_id) or is_shown(p.visibility, p.lead_id) or is_party(p.id) or acts_as('HUB_ADMIN') or acts_as('ASSESSOR')))
$$;
alter function sees_project(uuid) owner to navet_system;
revoke execute on function sees_project(uuid) from public;
grant execute on function sees_project(uuid) to navet_app, navet_system;

create table project_group (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind "GroupKind" not null,
  language text not null,
  name text not null,
  -- What it is to do and may decide.
  mandate text not null,
  -- How many seats each party can fill, and how many must be held by those who use the service, and by staff.
  seats_per_party integer not null default 1,
  user_seats integer not null default 0,
  staff_seats integer not null default 0,
  meetings_a_year integer,
  created_at timestamptz(3) not null default now(),
  by_id uuid not null,
  constraint project_group_pkey primary key (hub_id, id),
  constraint project_group_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint project_group_by_id_fkey foreign key (by_id) references person (id),
  constraint a_group_has_a_name_and_a_mandate check (name <> '' and mandate <> ''),
  constraint seats_are_bounded check (seats_per_party between 1 and 9 and user_seats between 0 and 9 and staff_seats between 0 and 9
    and coalesce(meetings_a_year, 1) between 1 and 52)
);
create index project_group_hub_id_project_id_idx on project_group (hub_id, project_id);
create index project_group_by_id_idx on project_group (by_id);
create unique index one_steering_group on project_group (hub_id, project_id) where kind = 'STEERING';

create table group_seat (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  group_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  role "SeatRole" not null default 'MEMBER',
  stands_for "SeatFor" not null default 'PARTY',
  -- Whether its body's vote can be given from it; the database says.
  votes boolean not null default false,
  state "SeatState" not null default 'INVITED',
  from_day date not null,
  to_day date,
  -- What whoever sits there has declared of interests in what is decided.
  interests text not null default '',
  named_by_id uuid not null,
  named_at timestamptz(3) not null,
  answered_at timestamptz(3),
  ended_by_id uuid,
  ended_at timestamptz(3),
  constraint group_seat_pkey primary key (hub_id, id),
  constraint group_seat_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint group_seat_group_id_fkey foreign key (hub_id, group_id) references project_group (hub_id, id),
  constraint group_seat_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint group_seat_person_id_fkey foreign key (person_id) references person (id),
  constraint group_seat_named_by_id_fkey foreign key (named_by_id) references person (id),
  constraint group_seat_ended_by_id_fkey foreign key (ended_by_id) references person (id),
  constraint a_term_has_an_order check (to_day is null or from_day <= to_day),
  -- A chair hands over in one step: the old one and the new one are looked at when both are written.
  constraint one_of_each_role exclude using gist (hub_id with =, group_id with =, role with =)
    where (role <> 'MEMBER' and state in ('INVITED', 'ACTIVE')) deferrable initially deferred
);
create index group_seat_hub_id_project_id_idx on group_seat (hub_id, project_id);
create index group_seat_hub_id_group_id_idx on group_seat (hub_id, group_id);
create index group_seat_organisation_id_idx on group_seat (organisation_id);
create index group_seat_person_id_idx on group_seat (person_id);
create index group_seat_named_by_id_idx on group_seat (named_by_id);
create index group_seat_ended_by_id_idx on group_seat (ended_by_id);
create unique index one_seat_a_person on group_seat (hub_id, group_id, person_id) where state in ('INVITED', 'ACTIVE');

-- Whether one sits in the steering group, in one of these roles where some are named, for the body one acts for.
create function sits(which uuid, roles text[] default null) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
    where s.hub_id = acting_hub() and s.project_id = which and g.kind = 'STEERING' and s.state = 'ACTIVE'
      and s.person_id = acting_person() and is_own(s.organisation_id) and coalesce(s.to_day, hub_today()) >= hub_today()
      and (roles is null or s.role::text = any (roles)))
$$;
alter function sits(uuid, text[]) owner to navet_system;
revoke execute on function sits(uuid, text[]) from public;
grant execute on function sits(uuid, text[]) to navet_app, navet_system;

call build_wall('project_group', $$ hub_id = acting_hub() and sees_project(project_id) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and exists (select from innovation_project p
     where p.hub_id = project_group.hub_id and p.id = project_group.project_id and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')
       and leads_project(p.lead_id, p.leader_id)) $$,
  $$ hub_id = acting_hub() and exists (select from innovation_project p
     where p.hub_id = project_group.hub_id and p.id = project_group.project_id and p.state in ('FORMING', 'ACTIVE', 'ON_HOLD')
       and (leads_project(p.lead_id, p.leader_id) or sits(p.id, '{CHAIR}'))) $$);
-- Who sits in a group is known to everyone who knows of the project; who was only asked, to its parties.
call build_wall('group_seat',
  $$ hub_id = acting_hub() and (person_id = acting_person()
     or (sees_project(project_id) and (state in ('ACTIVE', 'ENDED') or is_party(project_id) or acts_as('HUB_ADMIN')))) $$,
  $$ hub_id = acting_hub() and administers(organisation_id) and named_by_id = acting_person()
     and exists (select from innovation_project p where p.hub_id = group_seat.hub_id and p.id = group_seat.project_id
       and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')) $$,
  $$ hub_id = acting_hub() and (person_id = acting_person() or administers(organisation_id) or sits(project_id, '{CHAIR}')) $$);

-- A vote is given from a seat of a body of care that carries the project, and never by somebody of a company in it.
create function votes_from(within uuid, project uuid, body uuid, person uuid) returns text
language sql stable security definer set search_path = public as $$
  select case
    when not exists (select from project_party y join organisation o on o.id = y.organisation_id
      where y.hub_id = within and y.project_id = project and y.organisation_id = body and y.state = 'CONFIRMED'
        and o.side in ('PUBLIC', 'CIVIC') and y.role in ('OWNER', 'FUNDER', 'PILOT_SITE')) then 'not'
    when exists (select from membership m join organisation o on o.id = m.organisation_id and o.kind = 'COMPANY'
      join project_party y on y.organisation_id = o.id and y.hub_id = within and y.project_id = project
        and y.state in ('INVITED', 'ASKED', 'CONFIRMED')
      where m.person_id = person) then 'supplier'
    else 'votes' end
$$;
alter function votes_from(uuid, uuid, uuid, uuid) owner to navet_system;
revoke execute on function votes_from(uuid, uuid, uuid, uuid) from public;
grant execute on function votes_from(uuid, uuid, uuid, uuid) to navet_app, navet_system;

-- A seat is taken by a party that is in, for one of its own people, as long as there is room.
create function seats_are_given() returns trigger language plpgsql security definer set search_path = public as $$
declare
  g project_group;
  standing text := 'not';
begin
  select * into g from project_group where hub_id = new.hub_id and id = new.group_id for no key update;
  if g.project_id is distinct from new.project_id then
    raise exception 'a seat is in its project''s group' using errcode = 'check_violation';
  end if;
  if not exists (select from project_party y where y.hub_id = new.hub_id and y.project_id = new.project_id
      and y.organisation_id = new.organisation_id and y.state = 'CONFIRMED') then
    raise exception 'constraint "a_seat_is_a_partys": only who is in the project sits in its groups' using errcode = 'check_violation';
  end if;
  if not exists (select from membership m where m.person_id = new.person_id and m.organisation_id = new.organisation_id) then
    raise exception 'constraint "a_seat_is_for_ones_own": a body names its own people' using errcode = 'check_violation';
  end if;
  if new.stands_for = 'PARTY' and (select count(*) from group_seat s where s.hub_id = new.hub_id and s.group_id = new.group_id
      and s.organisation_id = new.organisation_id and s.stands_for = 'PARTY' and s.state in ('INVITED', 'ACTIVE')) >= g.seats_per_party then
    raise exception 'constraint "seats_for_each_party": its seats are taken' using errcode = 'check_violation';
  end if;
  if g.kind = 'STEERING' and new.stands_for = 'PARTY' then
    standing := votes_from(new.hub_id, new.project_id, new.organisation_id, new.person_id);
  end if;
  if standing = 'supplier' then
    raise exception 'constraint "no_supplier_votes": who belongs to a supplier has no vote' using errcode = 'check_violation';
  end if;
  new.votes := standing = 'votes';
  return new;
end $$;
alter function seats_are_given() owner to navet_system;
create trigger seats_are_given before insert on group_seat for each row execute function seats_are_given();

-- The same rows as in lib/steering/seat-moves.ts. A job acts as nobody, and may any of them.
create function seats_stand() returns trigger language plpgsql as $$
declare
  side text;
  asked boolean := old.state = 'INVITED';
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (to_jsonb(new) - array['state', 'answered_at', 'ended_at', 'ended_by_id', 'interests'])
    is distinct from (to_jsonb(old) - array['state', 'answered_at', 'ended_at', 'ended_by_id', 'interests']) then
    raise exception 'a seat stays what it is' using errcode = 'check_violation';
  end if;
  if new.person_id <> acting_person() and new.interests <> old.interests then
    raise exception 'interests are declared by who has them' using errcode = 'check_violation';
  end if;
  if new.state = old.state then return new; end if;
  side := case
    when new.person_id = acting_person() and is_own(new.organisation_id) then 'self'
    when administers(new.organisation_id) then 'own' when sits(new.project_id, '{CHAIR}') then 'chair' else 'nobody' end;
  if not exists (select from (values ('INVITED', 'ACTIVE', 'self'), ('INVITED', 'DECLINED', 'self'), ('INVITED', 'ENDED', 'own'),
      ('ACTIVE', 'ENDED', 'self'), ('ACTIVE', 'ENDED', 'own'), ('ACTIVE', 'ENDED', 'chair')) way (here, there, by_side)
    where here = old.state::text and there = new.state::text and by_side = side) then
    raise exception 'a seat does not go from % to % by %', old.state, new.state, side using errcode = 'check_violation';
  end if;
  if old.role = 'CHAIR' and not asked and new.state = 'ENDED' then
    raise exception 'constraint "a_chair_hands_over": the chair hands over first' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger seats_stand before update on group_seat for each row execute function seats_stand();
create function a_seat_begins_asked() returns trigger language plpgsql as $$
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if new.role <> 'MEMBER' or not (new.state = 'INVITED' or (new.state = 'ACTIVE' and new.person_id = acting_person())) then
    raise exception 'a seat begins by being asked to sit' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger a_seat_begins_asked before insert on group_seat for each row execute function a_seat_begins_asked();

-- Says who is chair, deputy or secretary: whoever leads the project may, and the chair. Who had the role is a member then.
create function give_role(which uuid, given "SeatRole") returns boolean
language plpgsql security definer set search_path = public as $$
declare s group_seat;
begin
  select * into s from group_seat where hub_id = acting_hub() and id = which for update;
  if s.id is null or not (sits(s.project_id, '{CHAIR}') or exists (select from innovation_project p
    where p.hub_id = s.hub_id and p.id = s.project_id and leads_project(p.lead_id, p.leader_id))) then
    return false;
  end if;
  if s.state <> 'ACTIVE' or exists (select from innovation_project p where p.hub_id = s.hub_id and p.id = s.project_id
      and p.state in ('COMPLETED', 'STOPPED')) then
    raise exception 'constraint "roles_are_for_who_sits": only who sits there has a role' using errcode = 'check_violation';
  end if;
  if s.role = 'CHAIR' and given <> 'CHAIR' then
    raise exception 'constraint "a_chair_hands_over": another is made chair first' using errcode = 'check_violation';
  end if;
  if given in ('CHAIR', 'DEPUTY') and not s.votes
    and exists (select from project_group g where g.hub_id = s.hub_id and g.id = s.group_id and g.kind = 'STEERING') then
    raise exception 'constraint "a_chair_votes": the chair of a steering group has a vote' using errcode = 'check_violation';
  end if;
  if given <> 'MEMBER' then
    update group_seat set role = 'MEMBER' where hub_id = s.hub_id and group_id = s.group_id and role = given and state in ('INVITED', 'ACTIVE');
  end if;
  update group_seat set role = given where hub_id = s.hub_id and id = s.id;
  return true;
end $$;
alter function give_role(uuid, "SeatRole") owner to navet_system;
revoke execute on function give_role(uuid, "SeatRole") from public;
grant execute on function give_role(uuid, "SeatRole") to navet_app, navet_system;

-- A body that leaves a project leaves its groups.
create function who_leaves_sits_no_more() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from group_seat s join project_group g on g.hub_id = s.hub_id and g.id = s.group_id
    where s.hub_id = new.hub_id and s.project_id = new.project_id and s.organisation_id = new.organisation_id
      and s.role = 'CHAIR' and s.state = 'ACTIVE') then
    raise exception 'constraint "a_chair_hands_over": another is made chair first' using errcode = 'check_violation';
  end if;
  update group_seat set state = 'ENDED', ended_at = now(), ended_by_id = acting_person()
  where hub_id = new.hub_id and project_id = new.project_id and organisation_id = new.organisation_id and state in ('INVITED', 'ACTIVE');
  return null;
end $$;
alter function who_leaves_sits_no_more() owner to navet_system;
create trigger who_leaves_sits_no_more after update on project_party for each row
  when (new.state = 'LEFT' and old.state = 'CONFIRMED') execute function who_leaves_sits_no_more();

-- The names of those who have to do with a project's groups and decisions, for who sees it.
create function people_of_project(which uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public as $$
  select distinct person.id, person.name from group_seat s join person on person.id in (s.person_id)
  where s.hub_id = acting_hub() and s.project_id = which and sees_project(which)
    and (s.state in ('ACTIVE', 'ENDED') or s.person_id = acting_person() or is_party(which) or acts_as('HUB_ADMIN'))
$$;
alter function people_of_project(uuid) owner to navet_system;
revoke execute on function people_of_project(uuid) from public;
grant execute on function people_of_project(uuid) to navet_app, navet_system;

-- A body says who stands up for the project at its top.
alter table project_party add column sponsor text not null default '', add column sponsor_title text not null default '';
