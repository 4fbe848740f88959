-- A project's groups meet: called with an agenda, answered by who sits there, minuted, and approved by another.
create type "MeetingState" as enum ('CALLED', 'HELD', 'APPROVED', 'CANCELLED');
create type "MeetingAnswer" as enum ('COMING', 'NOT_COMING');

-- Whether one sits in this group, in one of these roles where some are named, for the body one acts for.
create function in_group(which uuid, roles text[] default null) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from group_seat s where s.hub_id = acting_hub() and s.group_id = which and s.state = 'ACTIVE'
    and s.person_id = acting_person() and is_own(s.organisation_id) and coalesce(s.to_day, hub_today()) >= hub_today()
    and (roles is null or s.role::text = any (roles)))
$$;
alter function in_group(uuid, text[]) owner to navet_system;
revoke execute on function in_group(uuid, text[]) from public;
grant execute on function in_group(uuid, text[]) to navet_app, navet_system;

-- Who calls a group's meetings: whoever leads the project, and who chairs or writes for the group.
create function calls_meetings(which uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select in_group(which, '{CHAIR,DEPUTY,SECRETARY}') or exists (select from project_group g
    join innovation_project p on p.hub_id = g.hub_id and p.id = g.project_id
    where g.hub_id = acting_hub() and g.id = which and leads_project(p.lead_id, p.leader_id))
$$;
alter function calls_meetings(uuid) owner to navet_system;
revoke execute on function calls_meetings(uuid) from public;
grant execute on function calls_meetings(uuid) to navet_app, navet_system;

create table meeting (
  hub_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  group_id uuid not null,
  state "MeetingState" not null default 'CALLED',
  language text not null,
  title text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  place text not null default '',
  link text not null default '',
  revision integer not null default 1,
  -- Why it is cancelled.
  words text not null default '',
  minutes text not null default '',
  minutes_at timestamptz(3),
  minutes_by_id uuid,
  approved_at timestamptz(3),
  approved_by_id uuid,
  by_id uuid not null,
  created_at timestamptz(3) not null default now(),
  constraint meeting_pkey primary key (hub_id, id),
  constraint meeting_project_id_fkey foreign key (hub_id, project_id) references innovation_project (hub_id, id),
  constraint meeting_group_id_fkey foreign key (hub_id, group_id) references project_group (hub_id, id),
  constraint meeting_minutes_by_id_fkey foreign key (minutes_by_id) references person (id),
  constraint meeting_approved_by_id_fkey foreign key (approved_by_id) references person (id),
  constraint meeting_by_id_fkey foreign key (by_id) references person (id),
  constraint a_meeting_ends_after_it_begins check (starts_at < ends_at and ends_at <= starts_at + interval '3 days'),
  constraint a_meeting_is_somewhere check (title <> '' and (place <> '' or link <> '')),
  constraint why_it_is_cancelled check ((state = 'CANCELLED') = (words <> '')),
  constraint what_was_held_is_minuted check ((state in ('HELD', 'APPROVED')) = (minutes_at is not null) and (minutes_at is null) = (minutes_by_id is null)),
  constraint another_approves check ((state = 'APPROVED') = (approved_at is not null) and (approved_at is null) = (approved_by_id is null)
    and (approved_by_id is null or approved_by_id <> minutes_by_id))
);
create index meeting_hub_id_project_id_starts_at_idx on meeting (hub_id, project_id, starts_at);
create index meeting_hub_id_group_id_idx on meeting (hub_id, group_id);
create index meeting_minutes_by_id_idx on meeting (minutes_by_id);
create index meeting_approved_by_id_idx on meeting (approved_by_id);
create index meeting_by_id_idx on meeting (by_id);

create table meeting_item (
  hub_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position integer not null,
  title text not null,
  words text not null default '',
  decision_id uuid,
  minutes text not null default '',
  constraint meeting_item_pkey primary key (hub_id, id),
  constraint meeting_item_meeting_id_fkey foreign key (hub_id, meeting_id) references meeting (hub_id, id),
  constraint meeting_item_decision_id_fkey foreign key (hub_id, decision_id) references decision (hub_id, id) on delete set null (decision_id),
  constraint an_item_has_a_title check (title <> '' and position > 0)
);
create index meeting_item_hub_id_meeting_id_idx on meeting_item (hub_id, meeting_id, position);
create index meeting_item_hub_id_decision_id_idx on meeting_item (hub_id, decision_id);

-- What each who sits there answers, in their own name; and who was there, by the minutes.
create table meeting_answer (
  hub_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  answer "MeetingAnswer" not null,
  at timestamptz(3) not null,
  constraint meeting_answer_pkey primary key (hub_id, meeting_id, seat_id),
  constraint meeting_answer_meeting_id_fkey foreign key (hub_id, meeting_id) references meeting (hub_id, id),
  constraint meeting_answer_seat_id_fkey foreign key (hub_id, seat_id) references group_seat (hub_id, id)
);
create index meeting_answer_hub_id_seat_id_idx on meeting_answer (hub_id, seat_id);
create table meeting_attendance (
  hub_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  was_there boolean not null,
  constraint meeting_attendance_pkey primary key (hub_id, meeting_id, seat_id),
  constraint meeting_attendance_meeting_id_fkey foreign key (hub_id, meeting_id) references meeting (hub_id, id),
  constraint meeting_attendance_seat_id_fkey foreign key (hub_id, seat_id) references group_seat (hub_id, id)
);
create index meeting_attendance_hub_id_seat_id_idx on meeting_attendance (hub_id, seat_id);

-- Read inside the project, and by who sits in the group; written by who calls it, while there is something to write.
call build_wall('meeting', $$ hub_id = acting_hub() and (sees_inside(project_id) or in_group(group_id) or calls_meetings(group_id)) $$,
  $$ hub_id = acting_hub() and by_id = acting_person() and state = 'CALLED' and calls_meetings(group_id)
     and exists (select from innovation_project p where p.hub_id = meeting.hub_id and p.id = meeting.project_id
       and p.state in ('FORMING', 'READY', 'ACTIVE', 'ON_HOLD')) $$,
  $$ hub_id = acting_hub() and (calls_meetings(group_id) or in_group(group_id)) $$);
call build_wall('meeting_item',
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_item.hub_id and m.id = meeting_item.meeting_id) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_item.hub_id and m.id = meeting_item.meeting_id and calls_meetings(m.group_id)) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_item.hub_id and m.id = meeting_item.meeting_id and calls_meetings(m.group_id)) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_item.hub_id and m.id = meeting_item.meeting_id and calls_meetings(m.group_id)) $$);
call build_wall('meeting_answer',
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_answer.hub_id and m.id = meeting_answer.meeting_id) $$,
  $$ hub_id = acting_hub() and exists (select from group_seat s where s.hub_id = meeting_answer.hub_id and s.id = meeting_answer.seat_id
     and s.person_id = acting_person() and is_own(s.organisation_id)) $$,
  $$ hub_id = acting_hub() and exists (select from group_seat s where s.hub_id = meeting_answer.hub_id and s.id = meeting_answer.seat_id
     and s.person_id = acting_person() and is_own(s.organisation_id)) $$);
call build_wall('meeting_attendance',
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_attendance.hub_id and m.id = meeting_attendance.meeting_id) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_attendance.hub_id and m.id = meeting_attendance.meeting_id and calls_meetings(m.group_id)) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_attendance.hub_id and m.id = meeting_attendance.meeting_id and calls_meetings(m.group_id)) $$,
  $$ hub_id = acting_hub() and exists (select from meeting m where m.hub_id = meeting_attendance.hub_id and m.id = meeting_attendance.meeting_id and calls_meetings(m.group_id)) $$);

-- The same rows as in lib/meetings/moves.ts. Approved minutes stay as they are.
create function meetings_stand() returns trigger language plpgsql as $$
declare
  fixed text[] := array['hub_id', 'id', 'project_id', 'group_id', 'by_id', 'created_at'];
  signing text[] := array['state', 'approved_at', 'approved_by_id', 'revision'];
begin
  if current_user = 'navet_system' or acting_person() is null then return new; end if;
  if (select jsonb_object_agg(k, to_jsonb(new) -> k) is distinct from jsonb_object_agg(k, to_jsonb(old) -> k) from unnest(fixed) k) then
    raise exception 'a meeting stays its group''s' using errcode = 'check_violation';
  end if;
  if (old.state::text, new.state::text) not in (('CALLED', 'CALLED'), ('CALLED', 'HELD'), ('CALLED', 'CANCELLED'), ('HELD', 'HELD'), ('HELD', 'APPROVED')) then
    raise exception 'constraint "a_meetings_way": a meeting does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'APPROVED' then
    if (to_jsonb(new) - signing) is distinct from (to_jsonb(old) - signing) or new.approved_by_id <> acting_person() then
      raise exception 'approving changes nothing else' using errcode = 'check_violation';
    end if;
    if new.minutes_by_id = acting_person() then
      raise exception 'constraint "another_approves": who wrote the minutes does not approve them' using errcode = 'check_violation';
    end if;
    if not exists (select from meeting_attendance y join group_seat s on s.hub_id = y.hub_id and s.id = y.seat_id
        where y.hub_id = new.hub_id and y.meeting_id = new.id and y.was_there and s.person_id = acting_person() and is_own(s.organisation_id)) then
      raise exception 'constraint "who_was_there_approves": only who was there approves' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not calls_meetings(new.group_id) then
    raise exception 'a meeting is led by who calls it' using errcode = 'check_violation';
  end if;
  if new.state = 'HELD' and new.minutes_by_id <> acting_person() then
    raise exception 'minutes are signed by who writes them' using errcode = 'check_violation';
  end if;
  if old.state = 'CALLED' and new.state = 'HELD' and new.starts_at > now() then
    raise exception 'constraint "a_meeting_has_begun": what lies ahead has not been held' using errcode = 'check_violation';
  end if;
  if old.state = 'HELD' and (new.starts_at, new.ends_at, new.place, new.link, new.title, new.language)
      is distinct from (old.starts_at, old.ends_at, old.place, old.link, old.title, old.language) then
    raise exception 'what was held stays when and where it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger meetings_stand before update on meeting for each row execute function meetings_stand();

-- A meeting is of its own project's group, and what hangs on it is written while it can be.
create function a_meeting_is_its_groups() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from project_group g where g.hub_id = new.hub_id and g.id = new.group_id and g.project_id = new.project_id) then
    raise exception 'a meeting is of its project''s group' using errcode = 'check_violation';
  end if;
  return new;
end $$;
alter function a_meeting_is_its_groups() owner to navet_system;
create trigger a_meeting_is_its_groups before insert on meeting for each row execute function a_meeting_is_its_groups();
create function minutes_stay() returns trigger language plpgsql security definer set search_path = public as $$
declare
  m meeting;
  one record := case when tg_op = 'DELETE' then old else new end;
begin
  if acting_person() is null then return one; end if;
  select * into m from meeting where hub_id = one.hub_id and id = one.meeting_id for share;
  if (tg_table_name = 'meeting_item' and m.state not in ('CALLED', 'HELD')) or (tg_table_name = 'meeting_attendance' and m.state <> 'HELD')
    or (tg_table_name = 'meeting_answer' and (m.state <> 'CALLED' or m.ends_at <= now())) then
    raise exception 'constraint "minutes_stay": what is approved or cancelled stays' using errcode = 'check_violation';
  end if;
  if tg_table_name = 'meeting_item' and tg_op <> 'DELETE' then
    if one.decision_id is not null and not exists (select from decision d where d.hub_id = one.hub_id and d.id = one.decision_id and d.project_id = m.project_id) then
      raise exception 'a decision is of the same project' using errcode = 'check_violation';
    end if;
  elsif tg_op <> 'DELETE' then
    if not exists (select from group_seat s where s.hub_id = one.hub_id and s.id = one.seat_id and s.group_id = m.group_id) then
      raise exception 'a seat is in the group that meets' using errcode = 'check_violation';
    end if;
  end if;
  return one;
end $$;
alter function minutes_stay() owner to navet_system;
create trigger minutes_stay before insert or update or delete on meeting_item for each row execute function minutes_stay();
create trigger minutes_stay before insert or update on meeting_answer for each row execute function minutes_stay();
create trigger minutes_stay before insert or update or delete on meeting_attendance for each row execute function minutes_stay();

-- Who sits in a group hears of its meetings.
create function group_hears(which uuid) returns table (id uuid, email text, locale text, slug text)
language sql stable security definer set search_path = public as $$
  select distinct person.id, person.email, person.locale::text, o.slug
  from group_seat s join organisation o on o.id = s.organisation_id
    join membership m on m.organisation_id = o.id and m.person_id = s.person_id
    join person on person.id = s.person_id and person.withdrawn_at is null
  where s.hub_id = acting_hub() and s.group_id = which and s.state = 'ACTIVE' and coalesce(s.to_day, hub_today()) >= hub_today()
    and (acting_person() is null or calls_meetings(which) or in_group(which))
$$;
alter function group_hears(uuid) owner to navet_system;
revoke execute on function group_hears(uuid) from public;
grant execute on function group_hears(uuid) to navet_app, navet_system;
