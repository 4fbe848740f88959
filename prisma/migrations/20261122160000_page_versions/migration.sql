-- How often what visitors see of a hub has changed (hub '' : of the whole site), so that a process whose
-- connection was away learns what it missed, and a reader of a replica knows how far that must be.
create table page_version (
  hub text not null primary key,
  version bigint not null
);
call build_wall('page_version', 'true');

-- The last act of a transaction: counts, and tells every process at the commit. `parts` are the
-- permissions under which pages read what has changed; none means anything of the hub.
create function pages_changed(parts text) returns void
language plpgsql security definer set search_path = public as $$
declare changed page_version;
begin
  insert into page_version values (coalesce((select slug from hub where id = acting_hub()), ''), 1)
    on conflict (hub) do update set version = page_version.version + 1 returning * into changed;
  perform pg_notify('navet_pages', json_build_object(
    'hub', changed.hub, 'version', changed.version::text, 'parts', parts)::text);
end $$;
alter function pages_changed(text) owner to navet_system;
revoke execute on function pages_changed(text) from public;
grant execute on function pages_changed(text) to navet_app, navet_system;
