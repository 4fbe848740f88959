-- Pictures and videos of what the showroom shows. The row says what there is; the bytes lie in the store under
-- its id. A file belongs to the organisation that sent it, and is anyone's to see while something shown uses it.

create type "MediaKind" as enum ('PICTURE', 'VIDEO', 'CAPTIONS');
create type "MediaLicence" as enum ('OWN', 'PERMISSION', 'CC0', 'CC_BY', 'CC_BY_SA');

create table media_file (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  -- Of what was sent, before anything was made of it.
  sha256 text not null,
  kind "MediaKind" not null,
  type text not null,
  bytes integer not null,
  width integer,
  height integer,
  -- The widths it was made in as WebP, and those where AVIF is smaller.
  widths integer[] not null default '{}',
  avif integer[] not null default '{}',
  made_by_id uuid,
  made_at timestamptz(3) not null default now(),
  constraint media_file_pkey primary key (hub_id, id),
  constraint media_file_hub_id_organisation_id_sha256_key unique (hub_id, organisation_id, sha256),
  constraint media_file_hub_id_fkey foreign key (hub_id) references hub (id),
  constraint media_file_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint media_file_made_by_id_fkey foreign key (made_by_id) references person (id),
  constraint files_are_named_by_content check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint files_have_bytes check (bytes > 0),
  constraint files_are_of_a_known_type check ((kind = 'PICTURE' and type = 'image/webp')
    or (kind = 'VIDEO' and type in ('video/mp4', 'video/webm')) or (kind = 'CAPTIONS' and type = 'text/vtt')),
  constraint pictures_have_sizes check (kind <> 'PICTURE'
    or (width > 0 and height > 0 and cardinality(widths) > 0 and avif <@ widths))
);
create index media_file_hub_id_sha256_idx on media_file (hub_id, sha256);
create index media_file_made_at_idx on media_file (made_at);

-- The files that a version's content uses, captions among them.
create function media_of(content jsonb) returns setof uuid language sql immutable as $$
  select (used ->> 'file')::uuid from jsonb_array_elements(coalesce(content -> 'media', '[]')) used
  union
  select track.value::uuid from jsonb_array_elements(coalesce(content -> 'media', '[]')) used,
    jsonb_each_text(coalesce(used -> 'captions', '{}')) track where track.value <> ''
$$;
create index demo_version_media_idx on demo_version using gin ((content -> 'media') jsonb_path_ops);

create function media_is_used(hub uuid, file uuid) returns boolean language sql stable as $$
  select exists (select from demo_version v where v.hub_id = hub and (
    v.content -> 'media' @> jsonb_build_array(jsonb_build_object('file', file))
    or v.content -> 'media' @> jsonb_build_array(jsonb_build_object('captions', jsonb_build_object('sv', file)))
    or v.content -> 'media' @> jsonb_build_array(jsonb_build_object('captions', jsonb_build_object('nb', file)))
    or v.content -> 'media' @> jsonb_build_array(jsonb_build_object('captions', jsonb_build_object('en', file)))))
$$;

-- Whether at least one language says more than nothing.
create function says_something(words jsonb) returns boolean language sql immutable as $$
  select exists (select from jsonb_each_text(words) said where btrim(said.value) <> '')
$$;
-- In no language do two texts say the same.
create function says_otherwise(one jsonb, other jsonb) returns boolean language sql immutable as $$
  select not exists (select from jsonb_each_text(one) said
    where btrim(said.value) <> '' and lower(btrim(said.value)) = lower(btrim(other ->> said.key)))
$$;
create function most_words(words jsonb) returns integer language sql immutable as $$
  select coalesce(max(cardinality(regexp_split_to_array(btrim(said.value), '\s+'))), 0)
    from jsonb_each_text(words) said where btrim(said.value) <> ''
$$;

create table demo_media (
  hub_id uuid not null,
  demo_id uuid not null,
  position integer not null,
  file_id uuid not null,
  kind "MediaKind" not null,
  alt jsonb not null,
  caption jsonb not null default '{}',
  credit text not null default '',
  licence "MediaLicence" not null,
  -- Language to file, and what is said and seen, in words.
  captions jsonb not null default '{}',
  transcript jsonb not null default '{}',
  constraint demo_media_pkey primary key (hub_id, demo_id, position),
  constraint demo_media_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint demo_media_file_id_fkey foreign key (hub_id, file_id) references media_file (hub_id, id),
  constraint captions_are_not_shown_alone check (kind <> 'CAPTIONS'),
  constraint what_is_shown_is_described check (says_something(alt)),
  constraint a_description_is_no_caption check (says_otherwise(alt, caption)),
  constraint what_is_anothers_names_them check (licence in ('OWN', 'CC0') or btrim(credit) <> ''),
  constraint what_is_heard_can_be_read check (kind <> 'VIDEO' or says_something(captions) or most_words(transcript) >= 5)
);
create index demo_media_hub_id_file_id_idx on demo_media (hub_id, file_id);
create index demo_media_captions_idx on demo_media using gin (captions jsonb_path_ops);

-- Asked of every visitor's picture, past the wall so that the indexes answer.
create function media_is_shown(hub uuid, file uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from demo_media m join showroom_demo d on d.hub_id = m.hub_id and d.id = m.demo_id
    where m.hub_id = hub and d.status = 'PUBLISHED' and (m.file_id = file
      or m.captions @> jsonb_build_object('sv', file) or m.captions @> jsonb_build_object('nb', file)
      or m.captions @> jsonb_build_object('en', file)))
$$;
alter function media_is_shown(uuid, uuid) owner to navet_system;
revoke execute on function media_is_shown(uuid, uuid) from public;
grant execute on function media_is_shown(uuid, uuid) to navet_app, navet_system;

-- Readers of the hub see what owners have sent them; nobody else's drafts are anyone's.
call build_wall('media_file',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or reads_demos() or media_is_shown(hub_id, id)) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
call build_wall('demo_media',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_media.hub_id and d.id = demo_media.demo_id) $$,
  $$ hub_id = acting_hub() and reads_demos() $$,
  null,
  $$ hub_id = acting_hub() and reads_demos() $$);

-- A version uses its owner's files alone: what it shows becomes everyone's. Locked, so that none is
-- removed while it is being put in.
create function demand_own_files() returns trigger language plpgsql as $$
begin
  if not exists (select from media_of(new.content)) then return new; end if;
  perform from media_file f where f.hub_id = new.hub_id and f.id in (select media_of(new.content)) for key share;
  if exists (select from media_of(new.content) used where not exists (select from media_file f
      join showroom_demo d on d.hub_id = f.hub_id and d.owner_id = f.organisation_id
      where f.hub_id = new.hub_id and f.id = used and d.id = new.demo_id)) then
    raise exception 'a version uses files of its owner' using errcode = 'check_violation', constraint = 'versions_use_own_files';
  end if;
  return new;
end $$;
create trigger versions_use_own_files before insert or update of content on demo_version
  for each row execute function demand_own_files();

create function keep_used_files() returns trigger language plpgsql as $$
begin
  if media_is_used(old.hub_id, old.id) then
    raise exception 'a file in use stays' using errcode = 'check_violation', constraint = 'used_files_stay';
  end if;
  return old;
end $$;
create trigger used_files_stay before delete on media_file for each row execute function keep_used_files();

-- The bytes of a file are named by its content, and its sender does not change what they are.
create function keep_media_file() returns trigger language plpgsql as $$
begin
  if (new.hub_id, new.id, new.organisation_id, new.sha256, new.kind, new.type, new.bytes, new.width, new.height, new.widths, new.avif)
    is distinct from (old.hub_id, old.id, old.organisation_id, old.sha256, old.kind, old.type, old.bytes, old.width, old.height, old.widths, old.avif) then
    raise exception 'a file stays as it was sent' using errcode = 'check_violation', constraint = 'files_stand';
  end if;
  return new;
end $$;
create trigger files_stand before update on media_file for each row execute function keep_media_file();

-- What a file of many demos holds, between the report about it and the answer: for an hour.
create table demo_import (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  made_by_id uuid,
  made_at timestamptz(3) not null default now(),
  -- The report: what is wrong, row by row, and the contents that are good; the shape is the product's own.
  report jsonb not null,
  saved_at timestamptz(3),
  saved integer not null default 0,
  constraint demo_import_pkey primary key (hub_id, id),
  constraint demo_import_hub_id_fkey foreign key (hub_id) references hub (id),
  constraint demo_import_organisation_id_fkey foreign key (organisation_id) references organisation (id),
  constraint demo_import_made_by_id_fkey foreign key (made_by_id) references person (id),
  constraint imports_count_what_was_saved check ((saved_at is null) <= (saved = 0))
);
create index demo_import_made_at_idx on demo_import (made_at);
call build_wall('demo_import',
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
