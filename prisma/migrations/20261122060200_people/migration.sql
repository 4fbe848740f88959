create type "MembershipRole" as enum ('STAFF', 'ADMIN');
create type "HubRoleName" as enum ('HOST', 'ASSESSOR', 'HUB_ADMIN');

create table person (
  id uuid not null primary key,
  email text not null unique,
  name text not null,
  locale text not null default 'sv',
  demo boolean not null default false,
  withdrawn_at timestamptz(3)
);

create table membership (
  person_id uuid not null,
  organisation_id uuid not null,
  role "MembershipRole" not null,
  constraint membership_pkey primary key (person_id, organisation_id)
);
create index membership_organisation_id_idx on membership (organisation_id);

create table hub_role (
  hub_id uuid not null,
  person_id uuid not null,
  role "HubRoleName" not null,
  constraint hub_role_pkey primary key (hub_id, person_id, role)
);
create index hub_role_person_id_idx on hub_role (person_id);

create table session (
  id uuid not null primary key,
  person_id uuid not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  device text
);
create index session_person_id_idx on session (person_id);

create table sign_in_token (
  identifier text not null,
  token_hash text not null,
  expires_at timestamptz(3) not null,
  constraint sign_in_token_pkey primary key (identifier, token_hash)
);

alter table membership add constraint membership_person_id_fkey foreign key (person_id) references person (id);
alter table membership add constraint membership_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table hub_role add constraint hub_role_hub_id_fkey foreign key (hub_id) references hub (id);
alter table hub_role add constraint hub_role_person_id_fkey foreign key (person_id) references person (id);
alter table session add constraint session_person_id_fkey foreign key (person_id) references person (id);

alter table person add constraint emails_are_kept_in_lower_case check (email = lower(email));

call build_wall('membership',
  $$ person_id = acting_person() or organisation_id = acting_organisation()
     or ((acts_as('HUB_ADMIN') or acts_as('ASSESSOR') or acts_as('HOST')) and exists (select from participation p
         where p.hub_id = acting_hub() and p.organisation_id = membership.organisation_id)) $$);
call build_wall('hub_role', $$ hub_id = acting_hub() and acting_person() is not null $$);
-- A person is known to oneself, to colleagues, and to the hub's staff where the organisation takes part.
call build_wall('person',
  $$ id = acting_person() or exists (select from membership m where m.person_id = person.id) $$);
call build_wall('session', null);
call build_wall('sign_in_token', null);
