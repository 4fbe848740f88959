-- Guests who are expected: registered by whoever receives them, let in by a code, without an account. What is
-- kept of a guest goes a month after the visit.
create table visit (
  hub_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  organisation_id uuid not null,
  host_id uuid not null,
  booking_id uuid,
  guest text not null,
  company text not null default '',
  email text not null default '',
  note text not null default '',
  code text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  arrived_at timestamptz(3),
  left_at timestamptz(3),
  cancelled_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint visit_pkey primary key (hub_id, id),
  constraint visits_end_after_they_start check (starts_at < ends_at),
  constraint who_leaves_has_come check (left_at is null or arrived_at is not null),
  constraint names_of_guests_are_short check (char_length(guest) <= 120)
);
alter table visit add constraint visit_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);
alter table visit add constraint visit_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table visit add constraint visit_host_id_fkey foreign key (host_id) references person (id);
alter table visit add constraint visit_booking_id_fkey foreign key (hub_id, booking_id) references booking (hub_id, id);
create unique index visit_hub_id_code_key on visit (hub_id, code);
create index visit_hub_id_organisation_id_starts_at_idx on visit (hub_id, organisation_id, starts_at);
create index visit_hub_id_starts_at_idx on visit (hub_id, starts_at);
create index visit_hub_id_booking_id_idx on visit (hub_id, booking_id);
create index visit_host_id_idx on visit (host_id);
create index visit_email_idx on visit (email) where email <> '';

call build_wall('visit',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and host_id = acting_person() and organisation_id = acting_organisation() $$,
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$);
