-- Behind the wall only what can leak nothing is looked up in an index: a comparison of times may be, whether
-- ranges overlap may not. What stands on a unit in a time is therefore found by when it begins.
create index occupancy_hub_id_unit_id_starts_at_idx on occupancy (hub_id, unit_id, starts_at) where released_at is null;
drop index occupancy_taken_idx;

-- Holds of a unit that run out, without what else it has had.
drop index occupancy_hub_id_held_until_idx;
create index occupancy_hub_id_unit_id_held_until_idx on occupancy (hub_id, unit_id, held_until)
  where released_at is null and held_until is not null;

-- Whoever asks what is to come need not look further back than the longest that can be under way.
alter table booking add constraint bookings_end_within_a_month check (ends_at <= starts_at + interval '31 days');

-- An organisation's bookings a page at a time, in exactly their order.
create index booking_hub_id_organisation_id_starts_at_id_idx on booking (hub_id, organisation_id, starts_at, id);
drop index booking_hub_id_organisation_id_starts_at_idx;
-- That an organisation is at one hub or two the planner must be told, or it takes its bookings for a handful
-- and sorts them all for a page of twenty.
create statistics booking_organisations_have_a_hub (dependencies) on hub_id, organisation_id from booking;
-- The same as before. Asked once a statement, and not once a row; and what a role lets through is then not taken
-- for next to nothing, for which a page would not be worth reading in order.
alter policy app_select on booking using (
  hub_id = acting_hub()
  and (organisation_id = acting_organisation() or (select acts_as('HOST') or acts_as('HUB_ADMIN'))));
