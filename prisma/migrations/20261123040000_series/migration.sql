-- Bookings that come again: what was asked for is kept as a rule (RFC 5545, without a start) beside local
-- days and times, and each day is a booking of its own.
create table booking_series (
  hub_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  made_by_id uuid not null,
  rule text not null,
  created_at timestamptz(3) not null default now(),
  constraint booking_series_pkey primary key (hub_id, id)
);
alter table booking_series add constraint booking_series_hub_id_fkey foreign key (hub_id) references hub (id);
alter table booking_series add constraint booking_series_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table booking_series add constraint booking_series_made_by_id_fkey foreign key (made_by_id) references person (id);
create index booking_series_made_by_id_idx on booking_series (made_by_id);

alter table booking add column series_id uuid;
-- The day in the series it was made for, wherever it has moved since.
alter table booking add column original_date date;
alter table booking add constraint booking_series_id_fkey foreign key (hub_id, series_id) references booking_series (hub_id, id);
alter table booking add constraint days_of_a_series check ((series_id is null) = (original_date is null));
create unique index booking_hub_id_series_id_original_date_key on booking (hub_id, series_id, original_date);

call build_wall('booking_series',
  $$ hub_id = acting_hub() and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and made_by_id = acting_person()
     and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN')) $$);
