-- Searches that an organisation keeps, lists of demos that are locked and chosen from, and what people follow.

create table saved_search (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  -- What an address of the showroom asks, in its one form.
  query text not null,
  made_by_id uuid,
  made_at timestamptz(3) not null default now(),
  -- Until when somebody has looked at what is new.
  seen_at timestamptz(3) not null default now(),
  constraint saved_search_pkey primary key (hub_id, id),
  constraint saved_search_hub_id_organisation_id_fkey foreign key (hub_id, organisation_id) references participation (hub_id, organisation_id),
  constraint saved_search_made_by_id_fkey foreign key (made_by_id) references person (id),
  constraint searches_have_a_name check (name <> '')
);
create unique index one_search_of_a_name on saved_search (hub_id, organisation_id, name);
create index saved_search_made_by_id_idx on saved_search (made_by_id);
call build_wall('saved_search',
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and made_by_id = acting_person() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);

create table demo_list (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  purpose text not null default '',
  -- The case it belongs to at the organisation (diarienummer).
  case_number text not null default '',
  -- The search it was made from.
  query text not null default '',
  made_by_id uuid,
  made_at timestamptz(3) not null default now(),
  locked_by_id uuid,
  locked_at timestamptz(3),
  constraint demo_list_pkey primary key (hub_id, id),
  constraint demo_list_hub_id_organisation_id_fkey foreign key (hub_id, organisation_id) references participation (hub_id, organisation_id),
  constraint demo_list_made_by_id_fkey foreign key (made_by_id) references person (id),
  constraint demo_list_locked_by_id_fkey foreign key (locked_by_id) references person (id),
  constraint lists_have_a_name check (name <> ''),
  constraint a_lock_says_whose check ((locked_at is null) = (locked_by_id is null))
);
create index demo_list_hub_id_organisation_id_idx on demo_list (hub_id, organisation_id);
create index demo_list_made_by_id_idx on demo_list (made_by_id);
create index demo_list_locked_by_id_idx on demo_list (locked_by_id);
call build_wall('demo_list',
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and made_by_id = acting_person() and locked_at is null $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and locked_at is null $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and locked_at is null $$);
-- The lock itself is turned by lock_demo_list alone.
revoke update on demo_list from navet_app;
grant update (name, purpose, case_number) on demo_list to navet_app;

create table demo_list_item (
  hub_id uuid not null,
  list_id uuid not null,
  demo_id uuid not null,
  added_by_id uuid,
  added_at timestamptz(3) not null default now(),
  -- From the lock on: which version was shown, and all that it said.
  version integer,
  shown jsonb,
  constraint demo_list_item_pkey primary key (hub_id, list_id, demo_id),
  constraint demo_list_item_list_id_fkey foreign key (hub_id, list_id) references demo_list (hub_id, id) on delete cascade,
  constraint demo_list_item_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint demo_list_item_added_by_id_fkey foreign key (added_by_id) references person (id),
  constraint a_kept_version_says_all check ((version is null) = (shown is null))
);
create index demo_list_item_demo_id_idx on demo_list_item (hub_id, demo_id);
create index demo_list_item_added_by_id_idx on demo_list_item (added_by_id);
call build_wall('demo_list_item',
  $$ hub_id = acting_hub() and exists (select from demo_list l where l.hub_id = demo_list_item.hub_id and l.id = demo_list_item.list_id) $$,
  $$ hub_id = acting_hub() and added_by_id = acting_person() and version is null
     and exists (select from demo_list l where l.hub_id = demo_list_item.hub_id and l.id = demo_list_item.list_id)
     and exists (select from showroom_demo d where d.hub_id = demo_list_item.hub_id and d.id = demo_list_item.demo_id and d.status = 'PUBLISHED') $$,
  null,
  $$ hub_id = acting_hub() and exists (select from demo_list l where l.hub_id = demo_list_item.hub_id and l.id = demo_list_item.list_id) $$);

-- What is locked stays as it is, for everyone.
create function keep_demo_list() returns trigger language plpgsql as $$
begin
  if old.locked_at is not null then
    raise exception 'constraint "locked_lists_stand": a locked list stays as it is' using errcode = 'check_violation', constraint = 'locked_lists_stand';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger locked_lists_stand before update or delete on demo_list for each row execute function keep_demo_list();

-- Whoever changes what is on a list waits for whoever locks it.
create function keep_demo_list_item() returns trigger language plpgsql as $$
declare hub uuid := case when tg_op = 'INSERT' then new.hub_id else old.hub_id end;
  list uuid := case when tg_op = 'INSERT' then new.list_id else old.list_id end;
begin
  -- Deleted together with its list, which was not locked: the list is gone by then.
  if tg_op = 'DELETE' and not exists (select from demo_list l where l.hub_id = hub and l.id = list) then return old; end if;
  perform from demo_list l where l.hub_id = hub and l.id = list and l.locked_at is null for share;
  if not found then
    raise exception 'constraint "locked_lists_stand": a locked list stays as it is' using errcode = 'check_violation', constraint = 'locked_lists_stand';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger locked_items_stand before insert or update or delete on demo_list_item
  for each row execute function keep_demo_list_item();

-- Locks one's own list: keeps of each demo the published version and all it says now. Answers what came of it.
create function lock_demo_list(asked uuid, at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
declare kept demo_list;
begin
  select * into kept from demo_list l where l.hub_id = acting_hub() and l.organisation_id = acting_organisation()
    and l.id = asked for update;
  if kept.id is null or acting_person() is null then return 'missing'; end if;
  if kept.locked_at is not null then return 'locked'; end if;
  if not exists (select from demo_list_item i where i.hub_id = kept.hub_id and i.list_id = kept.id) then return 'empty'; end if;
  -- A publication under way waits, or is waited for: what is kept is one version, whole.
  perform from showroom_demo d join demo_list_item i on i.hub_id = d.hub_id and i.demo_id = d.id
    where i.hub_id = kept.hub_id and i.list_id = kept.id order by d.id for share of d;
  if exists (select from demo_list_item i join showroom_demo d on d.hub_id = i.hub_id and d.id = i.demo_id
      where i.hub_id = kept.hub_id and i.list_id = kept.id and d.status <> 'PUBLISHED') then return 'gone'; end if;
  update demo_list_item i set version = d.published_version, shown = jsonb_build_object(
      'publicId', d.public_id, 'slug', d.slug, 'owner', o.name, 'ownerKind', o.kind, 'publishedAt', d.published_at,
      'content', v.content)
    from showroom_demo d join organisation o on o.id = d.owner_id
      join demo_version v on v.hub_id = d.hub_id and v.demo_id = d.id and v.number = d.published_version
    where i.hub_id = kept.hub_id and i.list_id = kept.id and d.hub_id = i.hub_id and d.id = i.demo_id;
  update demo_list l set locked_at = at, locked_by_id = acting_person() where l.hub_id = kept.hub_id and l.id = kept.id;
  return 'done';
end $$;

-- What was chosen from a locked list, and why. A correction is the next entry; none is ever changed.
create table list_decision (
  hub_id uuid not null,
  list_id uuid not null,
  number integer not null,
  none_fits boolean not null,
  reason text not null default '',
  decided_by_id uuid not null,
  decided_at timestamptz(3) not null default now(),
  constraint list_decision_pkey primary key (hub_id, list_id, number),
  constraint list_decision_list_id_fkey foreign key (hub_id, list_id) references demo_list (hub_id, id),
  constraint list_decision_decided_by_id_fkey foreign key (decided_by_id) references person (id),
  constraint decisions_count_from_one check (number > 0),
  constraint none_fits_says_why check (not none_fits or reason <> ''),
  constraint a_correction_says_why check (number = 1 or reason <> '')
);
create index list_decision_decided_by_id_idx on list_decision (decided_by_id);
create table list_choice (
  hub_id uuid not null,
  list_id uuid not null,
  number integer not null,
  demo_id uuid not null,
  chosen boolean not null,
  reason text not null,
  constraint list_choice_pkey primary key (hub_id, list_id, number, demo_id),
  constraint list_choice_decision_fkey foreign key (hub_id, list_id, number) references list_decision (hub_id, list_id, number),
  constraint list_choice_item_fkey foreign key (hub_id, list_id, demo_id) references demo_list_item (hub_id, list_id, demo_id),
  constraint a_choice_says_why check (reason <> '')
);
call build_wall('list_decision',
  $$ hub_id = acting_hub() and exists (select from demo_list l where l.hub_id = list_decision.hub_id and l.id = list_decision.list_id) $$,
  $$ hub_id = acting_hub() and decided_by_id = acting_person()
     and exists (select from demo_list l where l.hub_id = list_decision.hub_id and l.id = list_decision.list_id and l.locked_at is not null) $$);
call build_wall('list_choice',
  $$ hub_id = acting_hub() and exists (select from demo_list l where l.hub_id = list_choice.hub_id and l.id = list_choice.list_id) $$,
  $$ hub_id = acting_hub() and exists (select from list_decision d where d.hub_id = list_choice.hub_id
     and d.list_id = list_choice.list_id and d.number = list_choice.number and d.decided_by_id = acting_person()) $$);

create function keep_decisions() returns trigger language plpgsql as $$
begin
  raise exception 'constraint "decisions_stand": what was decided stays' using errcode = 'check_violation', constraint = 'decisions_stand';
end $$;
create trigger decisions_stand before update or delete on list_decision for each row execute function keep_decisions();
create trigger choices_stand before update or delete on list_choice for each row execute function keep_decisions();

-- A decision says of every demo on the list whether it was chosen, or that none fits; one follows on the other.
create function demand_whole_decision() returns trigger language plpgsql as $$
declare decision list_decision; said integer; chosen integer; listed integer;
begin
  select * into decision from list_decision d
    where d.hub_id = new.hub_id and d.list_id = new.list_id and d.number = new.number;
  select count(*), count(*) filter (where c.chosen) into said, chosen from list_choice c
    where c.hub_id = decision.hub_id and c.list_id = decision.list_id and c.number = decision.number;
  select count(*) into listed from demo_list_item i where i.hub_id = decision.hub_id and i.list_id = decision.list_id;
  if not (case when decision.none_fits then said = 0 else said = listed and chosen > 0 end) then
    raise exception 'constraint "decisions_are_whole": a decision speaks of all' using errcode = 'check_violation', constraint = 'decisions_are_whole';
  end if;
  if decision.number > 1 and not exists (select from list_decision d where d.hub_id = decision.hub_id
      and d.list_id = decision.list_id and d.number = decision.number - 1) then
    raise exception 'constraint "decisions_are_whole": decisions follow one another' using errcode = 'check_violation', constraint = 'decisions_are_whole';
  end if;
  return null;
end $$;
create constraint trigger decisions_are_whole after insert on list_decision
  deferrable initially deferred for each row execute function demand_whole_decision();
create constraint trigger choices_are_whole after insert on list_choice
  deferrable initially deferred for each row execute function demand_whole_decision();

-- Who made, locked and decided, by name, though they have left since; of one's own lists alone.
create function list_people(asked uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public as $$
  select p.id, p.name from demo_list l
    cross join lateral (select l.made_by_id as id union select l.locked_by_id
      union select d.decided_by_id from list_decision d where d.hub_id = l.hub_id and d.list_id = l.id) named
    join person p on p.id = named.id
  where l.hub_id = acting_hub() and l.organisation_id = acting_organisation() and l.id = asked
$$;

-- What somebody follows at a hub: a demo, an area of care, or whoever shows something.
create table follow (
  hub_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  demo_id uuid,
  owner_id uuid,
  theme text,
  since timestamptz(3) not null default now(),
  constraint follow_pkey primary key (hub_id, id),
  constraint follow_person_id_fkey foreign key (person_id) references person (id),
  constraint follow_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint follow_owner_id_fkey foreign key (hub_id, owner_id) references participation (hub_id, organisation_id),
  constraint one_thing_is_followed check (num_nonnulls(demo_id, owner_id, theme) = 1)
);
create unique index followed_once on follow (hub_id, person_id, demo_id, owner_id, theme) nulls not distinct;
create index follow_person_id_idx on follow (person_id);
create index follow_demo_id_idx on follow (hub_id, demo_id);
create index follow_owner_id_idx on follow (hub_id, owner_id);
create index follow_theme_idx on follow (hub_id, theme);
call build_wall('follow',
  $$ hub_id = acting_hub() and person_id = acting_person() $$,
  $$ hub_id = acting_hub() and person_id = acting_person() $$,
  null,
  $$ hub_id = acting_hub() and person_id = acting_person() $$);

-- What has happened to a demo, until its followers have been told.
create table showroom_news (
  hub_id uuid not null,
  id uuid not null,
  demo_id uuid not null,
  kind text not null,
  detail jsonb not null default '{}',
  by_id uuid,
  at timestamptz(3) not null default now(),
  told_at timestamptz(3),
  constraint showroom_news_pkey primary key (hub_id, id),
  constraint showroom_news_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint showroom_news_by_id_fkey foreign key (by_id) references person (id),
  constraint news_is_of_a_kind check (kind in ('NEW', 'VERSION', 'CHECKS', 'ARCHIVED', 'ADOPTED', 'STOPPED'))
);
create index showroom_news_by_id_idx on showroom_news (by_id);
create index showroom_news_demo_id_idx on showroom_news (hub_id, demo_id);
create index showroom_news_untold_idx on showroom_news (hub_id, at) where told_at is null;
call build_wall('showroom_news', null, $$ hub_id = acting_hub() and by_id = acting_person() $$);

-- Which of it still goes to whom by mail.
create table news_letter (
  hub_id uuid not null,
  news_id uuid not null,
  person_id uuid not null,
  mailed_at timestamptz(3),
  constraint news_letter_pkey primary key (hub_id, news_id, person_id),
  constraint news_letter_news_id_fkey foreign key (hub_id, news_id) references showroom_news (hub_id, id) on delete cascade,
  constraint news_letter_person_id_fkey foreign key (person_id) references person (id)
);
create index news_letter_person_id_idx on news_letter (person_id);
create index news_letter_waiting_idx on news_letter (hub_id, person_id) where mailed_at is null;
call build_wall('news_letter', null);

-- How often somebody wants mail of what they follow; daily where nothing is said.
create table letter_pace (
  person_id uuid not null,
  pace text not null,
  constraint letter_pace_pkey primary key (person_id),
  constraint letter_pace_person_id_fkey foreign key (person_id) references person (id),
  constraint paces_are_known check (pace in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'))
);
call build_wall('letter_pace', $$ person_id = acting_person() $$, $$ person_id = acting_person() $$,
  $$ person_id = acting_person() $$, $$ person_id = acting_person() $$);

-- Where letters are ended from.
alter table hub drop constraint hub_slug_is_no_page;
alter table hub add constraint hub_slug_is_no_page
  check (slug not in ('invitation', 'display', 'scan', 'datasets', 'letters'));

-- Where one click of a mail program ends letters of a kind (RFC 8058).
alter table mail add column unsubscribe text;

alter function lock_demo_list(uuid, timestamptz) owner to navet_system;
alter function list_people(uuid) owner to navet_system;
revoke execute on function lock_demo_list(uuid, timestamptz), list_people(uuid) from public;
grant execute on function lock_demo_list(uuid, timestamptz), list_people(uuid) to navet_app, navet_system;
