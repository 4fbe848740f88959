-- What the showroom shows comes in versions: written by its owner, read by somebody else, then published. A
-- claim says who makes it, who checked it and until when that holds; there is no word that approves the whole.

create type "VersionState" as enum ('DRAFT', 'REVIEW', 'RETURNED', 'PUBLISHED', 'REPLACED');
create type "ClaimArea" as enum ('REGULATION', 'EVIDENCE', 'INTEGRATION', 'SECURITY', 'ACCESSIBILITY', 'PROCUREMENT');
create type "ClaimLevel" as enum ('DECLARED', 'TESTED', 'IN_PRODUCTION');

alter table showroom_demo
  add column published_version integer,
  add column trl integer,
  add column iso9999 text,
  -- What a medical claim is made for; then a class is stated, too (HSLF-FS 2022:42, regulation (EU) 2017/745).
  add column medical boolean not null default false,
  add column purpose jsonb not null default '{}',
  -- Until when what stands here is taken as looked over.
  add column review_due_on date,
  add column archived_at timestamptz(3),
  -- What it is found by: facet and value, claims whose check has not run out among them.
  add column facets text[] not null default '{}';
alter table showroom_demo add constraint trl_is_one_of_nine check (trl between 1 and 9);
alter table showroom_demo add constraint iso_groups_have_their_form check (iso9999 ~ '^[0-9]{2}( [0-9]{2}){0,2}$');
create index showroom_demo_facets_idx on showroom_demo using gin (facets);

create table demo_version (
  hub_id uuid not null,
  demo_id uuid not null,
  number integer not null,
  state "VersionState" not null default 'DRAFT',
  -- The whole of it, as its owner wrote it; the shape is the product's own (lib/showroom/content.ts).
  content jsonb not null,
  -- Counts every saved change; a form opened on an older one is refused.
  revision integer not null default 1,
  author_id uuid,
  created_at timestamptz(3) not null default now(),
  sent_by_id uuid,
  sent_at timestamptz(3),
  decided_by_id uuid,
  decided_at timestamptz(3),
  reason text not null default '',
  constraint demo_version_pkey primary key (hub_id, demo_id, number),
  constraint demo_version_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint demo_version_author_id_fkey foreign key (author_id) references person (id),
  constraint demo_version_sent_by_id_fkey foreign key (sent_by_id) references person (id),
  constraint demo_version_decided_by_id_fkey foreign key (decided_by_id) references person (id),
  constraint versions_count_from_one check (number > 0),
  constraint four_eyes check (decided_by_id <> sent_by_id and decided_by_id <> author_id),
  constraint a_sent_version_says_when check ((state = 'DRAFT') or sent_at is not null),
  constraint a_decided_version_says_when check ((state in ('DRAFT', 'REVIEW')) or decided_at is not null),
  constraint what_is_returned_says_why check (state <> 'RETURNED' or reason <> '')
);
create unique index one_open_version on demo_version (hub_id, demo_id) where state in ('DRAFT', 'REVIEW');
create index demo_version_author_id_idx on demo_version (author_id);
create index demo_version_sent_by_id_idx on demo_version (sent_by_id);
create index demo_version_decided_by_id_idx on demo_version (decided_by_id);
create index demo_version_to_review_idx on demo_version (hub_id, sent_at) where state = 'REVIEW';

update showroom_demo set status = 'DRAFT' where status = 'REVIEW';
create unique index one_published_version on demo_version (hub_id, demo_id) where state = 'PUBLISHED';

-- What was there before anyone kept versions is its first one.
insert into demo_version (hub_id, demo_id, number, state, content, created_at, sent_at, decided_at)
  select hub_id, id, 1,
    (case when status in ('PUBLISHED', 'ARCHIVED') then 'PUBLISHED' else 'DRAFT' end)::"VersionState",
    jsonb_build_object('title', title, 'summary', summary, 'body', body, 'kind', kind, 'stage', stage,
      'areas', to_jsonb(areas), 'settings', to_jsonb(settings), 'audience', to_jsonb(audience),
      'picture', jsonb_build_object('src', picture, 'alt', picture_alt)),
    coalesce(published_at, now()), coalesce(published_at, now()), coalesce(published_at, now())
  from showroom_demo;
update showroom_demo set published_version = 1, review_due_on = (published_at + interval '1 year')::date
  where status in ('PUBLISHED', 'ARCHIVED');
update showroom_demo set archived_at = now() where status = 'ARCHIVED';
alter table showroom_demo add constraint showroom_demo_published_version_fkey
  foreign key (hub_id, id, published_version) references demo_version (hub_id, demo_id, number) deferrable initially deferred;
alter table showroom_demo add constraint what_is_shown_was_published
  check (status <> 'PUBLISHED' or (published_version is not null and review_due_on is not null));
alter table showroom_demo add constraint archived_says_when check ((status = 'ARCHIVED') = (archived_at is not null));

-- A version's way, the same as in lib/showroom/moves.ts; what was decided stays as it was.
create function keep_demo_version() returns trigger language plpgsql as $$
begin
  if old.state = new.state and old.state in ('DRAFT') then return new; end if;
  if new.content is distinct from old.content then
    raise exception 'a version that was sent stays as it is' using errcode = 'check_violation', constraint = 'versions_stand';
  end if;
  if (old.state, new.state) not in (('DRAFT', 'REVIEW'), ('REVIEW', 'DRAFT'), ('REVIEW', 'PUBLISHED'),
      ('REVIEW', 'RETURNED'), ('PUBLISHED', 'REPLACED')) then
    raise exception 'no such move' using errcode = 'check_violation', constraint = 'versions_move_as_told';
  end if;
  return new;
end $$;
create trigger versions_stand before update on demo_version for each row execute function keep_demo_version();

-- Nothing is shown but a version that was published.
create function demand_published_version() returns trigger language plpgsql as $$
begin
  if new.status = 'PUBLISHED' and not exists (select from demo_version v where v.hub_id = new.hub_id
      and v.demo_id = new.id and v.number = new.published_version and v.state = 'PUBLISHED') then
    raise exception 'only a published version is shown' using errcode = 'check_violation', constraint = 'only_published_is_shown';
  end if;
  return null;
end $$;
create constraint trigger only_published_is_shown after insert or update on showroom_demo
  deferrable initially deferred for each row execute function demand_published_version();

create table demo_claim (
  hub_id uuid not null,
  demo_id uuid not null,
  position integer not null,
  area "ClaimArea" not null,
  key text not null,
  value text not null default '',
  level "ClaimLevel" not null,
  source text not null default '',
  source_url text not null default '',
  checked_by text not null default '',
  checked_on date,
  expires_on date,
  -- What the area asks besides: design and tier of a study, lot and rank of a framework.
  detail jsonb not null default '{}',
  constraint demo_claim_pkey primary key (hub_id, demo_id, position),
  constraint demo_claim_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  -- Whoever says that something was checked says by whom, by what, when, and until when.
  constraint a_check_says_all check (level = 'DECLARED'
    or (source <> '' and checked_by <> '' and checked_on is not null and expires_on is not null)),
  constraint a_check_ends_after_it_was_made check (expires_on > checked_on)
);
create index demo_claim_hub_id_expires_on_idx on demo_claim (hub_id, expires_on);

-- What is said to diagnose or treat says under which class it may (R30).
create function demand_medical_class() returns trigger language plpgsql as $$
declare shown showroom_demo;
begin
  select * into shown from showroom_demo d where d.hub_id = coalesce(new.hub_id, old.hub_id)
    and d.id = (case tg_table_name when 'demo_claim' then coalesce(to_jsonb(new), to_jsonb(old)) ->> 'demo_id'
      else to_jsonb(new) ->> 'id' end)::uuid;
  if shown.status = 'PUBLISHED' and shown.medical and not exists (select from demo_claim c
      where c.hub_id = shown.hub_id and c.demo_id = shown.id and c.area = 'REGULATION' and c.key = 'CLASS'
        and c.value not in ('', 'NOT_A_DEVICE', 'UNSURE')) then
    raise exception 'a medical claim names its class' using errcode = 'check_violation', constraint = 'medical_claims_name_a_class';
  end if;
  return null;
end $$;
create constraint trigger medical_claims_name_a_class after insert or update on showroom_demo
  deferrable initially deferred for each row execute function demand_medical_class();
create constraint trigger medical_claims_keep_a_class after update or delete on demo_claim
  deferrable initially deferred for each row execute function demand_medical_class();

-- Whoever reads what owners have sent: the house's hosts, and who runs the hub.
create function reads_demos() returns boolean language sql stable as
  $$ select acts_as('HOST') or acts_as('HUB_ADMIN') $$;

drop policy app_select on showroom_demo;
create policy app_select on showroom_demo for select to navet_app using (hub_id = acting_hub()
  and (status in ('PUBLISHED', 'ARCHIVED') or owner_id = acting_organisation() or reads_demos()));
-- An owner writes drafts and takes out of the showroom; into it comes only what somebody else has read.
drop policy app_update on showroom_demo;
create policy app_update on showroom_demo for update to navet_app
  using (hub_id = acting_hub() and (owner_id = acting_organisation() or reads_demos()))
  with check (hub_id = acting_hub() and ((owner_id = acting_organisation() and status <> 'PUBLISHED') or reads_demos()));

call build_wall('demo_version',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_version.hub_id
     and d.id = demo_version.demo_id and d.owner_id = acting_organisation())
     or (hub_id = acting_hub() and reads_demos() and state <> 'DRAFT') $$,
  $$ hub_id = acting_hub() and state = 'DRAFT' and exists (select from showroom_demo d
     where d.hub_id = demo_version.hub_id and d.id = demo_version.demo_id and d.owner_id = acting_organisation()) $$,
  $$ hub_id = acting_hub() and ((state in ('DRAFT', 'REVIEW') and exists (select from showroom_demo d
     where d.hub_id = demo_version.hub_id and d.id = demo_version.demo_id and d.owner_id = acting_organisation()))
     or (reads_demos() and state <> 'DRAFT'
       and (state not in ('PUBLISHED', 'RETURNED') or decided_by_id = acting_person() or number < (select
         d.published_version from showroom_demo d where d.hub_id = demo_version.hub_id and d.id = demo_version.demo_id)))) $$);
call build_wall('demo_claim',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_claim.hub_id and d.id = demo_claim.demo_id) $$,
  $$ hub_id = acting_hub() and reads_demos() $$,
  null,
  $$ hub_id = acting_hub() and reads_demos() $$);

-- The needs a demo answers are part of what is read before it is shown.
drop policy app_insert on demo_need;
create policy app_insert on demo_need for insert to navet_app with check (hub_id = acting_hub()
  and (reads_demos() or exists (select from showroom_demo d where d.hub_id = demo_need.hub_id
    and d.id = demo_need.demo_id and d.owner_id = acting_organisation())));
grant delete on demo_need to navet_app;
create policy app_delete on demo_need for delete to navet_app using (hub_id = acting_hub() and reads_demos());
