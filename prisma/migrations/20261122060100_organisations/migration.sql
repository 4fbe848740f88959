create type "Country" as enum ('SE', 'NO');
create type "OrganisationKind" as enum ('REGION', 'MUNICIPALITY', 'HOSPITAL', 'UNIVERSITY', 'VOLUNTARY', 'COMPANY');
create type "Side" as enum ('PUBLIC', 'CIVIC', 'PRIVATE');
create type "ParticipationState" as enum ('PENDING', 'VERIFIED', 'REJECTED', 'LEFT');

create table hub (
  id uuid not null primary key,
  slug text not null unique,
  name text not null,
  country "Country" not null,
  zone text not null,
  languages text[] not null,
  accent text not null,
  support text not null,
  welcome jsonb not null,
  mission jsonb not null,
  address text not null,
  area_m2 integer,
  contact_email text not null,
  contact_role jsonb not null,
  picture text not null,
  picture_alt jsonb not null,
  operator_id uuid not null,
  live boolean not null default false
);

create table organisation (
  id uuid not null primary key,
  slug text not null unique,
  name text not null,
  short_name text not null,
  town text not null default '',
  about jsonb not null default '{}',
  kind "OrganisationKind" not null,
  side "Side" not null,
  country "Country" not null,
  organisation_number text unique,
  valid_from date,
  valid_to date,
  successor_id uuid
);

create table region (
  organisation_id uuid not null primary key,
  country "Country" not null,
  code text not null,
  constraint region_country_code_key unique (country, code)
);

create table municipality (
  organisation_id uuid not null primary key,
  country "Country" not null,
  code text not null,
  constraint municipality_country_code_key unique (country, code)
);

create table company (
  organisation_id uuid not null primary key
);

create table participation (
  hub_id uuid not null,
  organisation_id uuid not null,
  state "ParticipationState" not null default 'PENDING',
  since timestamptz(3) not null default now(),
  constraint participation_pkey primary key (hub_id, organisation_id)
);
create index participation_organisation_id_idx on participation (organisation_id);

create table reference_region (
  country "Country" not null,
  code text not null,
  county_name text not null,
  region_name text not null,
  valid_from date,
  valid_to date,
  successor_code text,
  former_name text,
  constraint reference_region_pkey primary key (country, code)
);

create table reference_municipality (
  country "Country" not null,
  code text not null,
  name text not null,
  short_name text not null,
  region_code text not null,
  sami_area boolean not null,
  written_language text,
  population integer,
  population_year integer,
  valid_from date,
  valid_to date,
  successor_code text,
  constraint reference_municipality_pkey primary key (country, code)
);

alter table hub add constraint hub_operator_id_fkey foreign key (operator_id) references organisation (id);
alter table organisation add constraint organisation_successor_id_fkey foreign key (successor_id) references organisation (id);
alter table region add constraint region_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table region add constraint region_country_code_fkey foreign key (country, code) references reference_region (country, code);
alter table municipality add constraint municipality_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table municipality add constraint municipality_country_code_fkey foreign key (country, code) references reference_municipality (country, code);
alter table company add constraint company_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table participation add constraint participation_hub_id_fkey foreign key (hub_id) references hub (id);
alter table participation add constraint participation_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table reference_region add constraint reference_region_country_successor_code_fkey foreign key (country, successor_code) references reference_region (country, code);
alter table reference_municipality add constraint reference_municipality_country_region_code_fkey foreign key (country, region_code) references reference_region (country, code);
alter table reference_municipality add constraint reference_municipality_country_successor_code_fkey foreign key (country, successor_code) references reference_municipality (country, code);

alter table organisation add constraint companies_are_private
  check ((kind = 'COMPANY') = (side = 'PRIVATE') and (kind = 'VOLUNTARY') = (side = 'CIVIC'));
alter table organisation add constraint organisation_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and slug not in ('house', 'showroom', 'projects', 'needs', 'workspace', 'events', 'news', 'organisations', 'about', 'accessibility', 'privacy'));
alter table hub add constraint hub_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and slug not in ('sign-in', 'account', 'outbox', 'api', 'about', 'accessibility', 'privacy', 'trouble'));
alter table reference_region add constraint region_codes_have_two_digits check (code ~ '^[0-9]{2}$');
alter table reference_municipality add constraint municipality_codes_have_four_digits check (code ~ '^[0-9]{4}$');

call build_wall('hub', $$ live or id = acting_hub() $$);
call build_wall('participation',
  $$ hub_id = acting_hub() and (state = 'VERIFIED' or organisation_id = acting_organisation() or acts_as('HUB_ADMIN')) $$);
call build_wall('organisation',
  $$ id = acting_organisation() or exists (select from participation p
     where p.hub_id = acting_hub() and p.organisation_id = organisation.id) $$);
call build_wall('region', $$ exists (select from organisation o where o.id = region.organisation_id) $$);
call build_wall('municipality', $$ exists (select from organisation o where o.id = municipality.organisation_id) $$);
call build_wall('company', $$ exists (select from organisation o where o.id = company.organisation_id) $$);

-- Official facts belong to nobody: everyone reads them, jobs load them.
grant select on reference_region, reference_municipality to navet_app;
grant select, insert, update on reference_region, reference_municipality to navet_system;
