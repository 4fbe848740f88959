-- The wall: two roles that can log in nowhere, the settings that say who acts, and one way to fence
-- a table. Every scoped transaction changes into one of the two roles before its first query.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

do $$
begin
  if not exists (select from pg_roles where rolname = 'navet_app') then
    create role navet_app nologin noinherit nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'navet_system') then
    create role navet_system nologin noinherit nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server was faster
end $$;

do $$
begin
  execute format('grant navet_app, navet_system to %I', current_user);
  execute format('grant usage, create on schema public to navet_system');
  execute format('grant usage on schema public to navet_app');
end $$;

-- A setting that was local to a transaction reads as empty text afterwards, never as null.
create function acting_hub() returns uuid language sql stable as
  $$ select nullif(current_setting('navet.hub', true), '')::uuid $$;
create function acting_organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('navet.organisation', true), '')::uuid $$;
create function acting_person() returns uuid language sql stable as
  $$ select nullif(current_setting('navet.person', true), '')::uuid $$;
create function acting_side() returns text language sql stable as
  $$ select nullif(current_setting('navet.side', true), '') $$;
create function acts_as(role text) returns boolean language sql stable as
  $$ select role = any (string_to_array(coalesce(current_setting('navet.roles', true), ''), ',')) $$;

-- Fences a table: row-level security forced, one policy and one grant per command, nothing for a
-- command that is not named. Jobs, seeds and sign-in come as navet_system and say so in the log.
create procedure build_wall(
  fenced text, may_select text, may_insert text default null,
  may_update text default null, may_delete text default null
) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', fenced);
  execute format('alter table %I force row level security', fenced);
  if may_select is not null then
    execute format('grant select on %I to navet_app', fenced);
    execute format('create policy app_select on %I for select to navet_app using (%s)', fenced, may_select);
  end if;
  if may_insert is not null then
    execute format('grant insert on %I to navet_app', fenced);
    execute format('create policy app_insert on %I for insert to navet_app with check (%s)', fenced, may_insert);
  end if;
  if may_update is not null then
    execute format('grant update on %I to navet_app', fenced);
    execute format('create policy app_update on %I for update to navet_app using (%s) with check (%s)', fenced, may_update, may_update);
  end if;
  if may_delete is not null then
    execute format('grant delete on %I to navet_app', fenced);
    execute format('create policy app_delete on %I for delete to navet_app using (%s)', fenced, may_delete);
  end if;
  execute format('grant select, insert, update, delete on %I to navet_system', fenced);
  execute format('create policy system_select on %I for select to navet_system using (true)', fenced);
  execute format('create policy system_insert on %I for insert to navet_system with check (true)', fenced);
  execute format('create policy system_update on %I for update to navet_system using (true) with check (true)', fenced);
  execute format('create policy system_delete on %I for delete to navet_system using (true)', fenced);
end $$;


create table installation (
  id integer not null default 1 primary key,
  mode text not null,
  demo_loaded_at timestamptz(3)
);

create table audit_event (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid,
  person_id uuid,
  at timestamptz(3) not null default now(),
  kind text not null,
  object_type text not null,
  object_id uuid not null,
  detail jsonb not null default '{}',
  constraint audit_event_pkey primary key (hub_id, id)
);
create index audit_event_hub_id_object_type_object_id_idx on audit_event (hub_id, object_type, object_id);

create table mail (
  id uuid not null primary key,
  hub_id uuid,
  recipient text not null,
  subject text not null,
  text text not null,
  calendar text,
  created_at timestamptz(3) not null default now(),
  sent_at timestamptz(3),
  error text
);
create index mail_created_at_idx on mail (created_at);

-- Append-only, for jobs as well: no grant to change or remove what was recorded.
call build_wall('audit_event',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() and person_id = acting_person() $$);
revoke update, delete on audit_event from navet_system;

call build_wall('mail', null, $$ hub_id = acting_hub() and acting_person() is not null $$);

call build_wall('installation', null);
