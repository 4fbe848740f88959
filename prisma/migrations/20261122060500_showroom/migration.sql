create type "DemoKind" as enum ('PRODUCT', 'SERVICE', 'WAY_OF_WORKING', 'DATA', 'AI');
create type "Stage" as enum ('IDEA', 'PROTOTYPE', 'PILOT', 'IN_USE', 'RETIRED');
create type "DemoStatus" as enum ('DRAFT', 'REVIEW', 'PUBLISHED', 'ARCHIVED');
create type "AdoptionStatus" as enum ('TESTING', 'USING', 'STOPPED');

create table showroom_demo (
  hub_id uuid not null,
  id uuid not null,
  public_id text not null unique,
  slug text not null,
  owner_id uuid not null,
  title jsonb not null,
  summary jsonb not null,
  body jsonb not null,
  kind "DemoKind" not null,
  stage "Stage" not null,
  areas text[] not null,
  settings text[] not null,
  audience text[] not null,
  picture text not null,
  picture_alt jsonb not null,
  status "DemoStatus" not null default 'DRAFT',
  published_at timestamptz(3),
  search_text text not null default '',
  constraint showroom_demo_pkey primary key (hub_id, id),
  constraint showroom_demo_hub_id_slug_key unique (hub_id, slug)
);
create index showroom_demo_hub_id_status_published_at_idx on showroom_demo (hub_id, status, published_at);

create table demo_adoption (
  hub_id uuid not null,
  demo_id uuid not null,
  organisation_id uuid not null,
  status "AdoptionStatus" not null,
  since date not null,
  scale jsonb,
  lesson jsonb,
  constraint demo_adoption_pkey primary key (hub_id, demo_id, organisation_id)
);

create table demo_need (
  hub_id uuid not null,
  demo_id uuid not null,
  need_id uuid not null,
  constraint demo_need_pkey primary key (hub_id, demo_id, need_id)
);
create index demo_need_hub_id_need_id_idx on demo_need (hub_id, need_id);

alter table showroom_demo add constraint showroom_demo_hub_id_fkey foreign key (hub_id) references hub (id);
alter table showroom_demo add constraint showroom_demo_owner_id_fkey foreign key (owner_id) references organisation (id);
alter table demo_adoption add constraint demo_adoption_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id);
alter table demo_adoption add constraint demo_adoption_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table demo_need add constraint demo_need_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id);
alter table demo_need add constraint demo_need_need_id_fkey foreign key (hub_id, need_id) references need (hub_id, id);

alter table showroom_demo add constraint public_ids_are_readable check (public_id ~ '^[A-Z0-9-]{4,16}$');
alter table showroom_demo add constraint demo_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table showroom_demo add constraint published_demos_have_a_date check ((status = 'PUBLISHED') <= (published_at is not null));

-- Folding for search: case, and the letters that Swedish and Norwegian write differently (ä æ, ö ø).
create function fold(words text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(words), 'åäæáàâãöøóòôõüúùûéèêëíìîïñçšŧđ', 'aaaaaaaoooooouuuueeeeiiiincstd')
$$;

create function fill_demo_search_text() returns trigger language plpgsql as $$
begin
  new.search_text := fold(concat_ws(' ',
    new.title ->> 'sv', new.title ->> 'nb', new.title ->> 'en',
    new.summary ->> 'sv', new.summary ->> 'nb', new.summary ->> 'en',
    new.body ->> 'sv', new.body ->> 'nb', new.body ->> 'en'));
  return new;
end $$;
create trigger demo_search_text before insert or update on showroom_demo
  for each row execute function fill_demo_search_text();
create index showroom_demo_search_text_idx on showroom_demo using gin (search_text gin_trgm_ops);

call build_wall('showroom_demo',
  $$ hub_id = acting_hub() and (status = 'PUBLISHED' or owner_id = acting_organisation() or acts_as('HOST')) $$,
  $$ hub_id = acting_hub() and owner_id = acting_organisation() and status = 'DRAFT' $$,
  $$ hub_id = acting_hub() and (owner_id = acting_organisation() or acts_as('HOST')) $$);
call build_wall('demo_adoption',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_adoption.hub_id and d.id = demo_adoption.demo_id) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation()
     and exists (select from showroom_demo d where d.hub_id = demo_adoption.hub_id and d.id = demo_adoption.demo_id) $$,
  $$ hub_id = acting_hub() and organisation_id = acting_organisation() $$);
call build_wall('demo_need',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_need.hub_id and d.id = demo_need.demo_id) $$,
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_need.hub_id
     and d.id = demo_need.demo_id and d.owner_id = acting_organisation()) $$);
