-- Whoever answers for the house's bookings may read what has become of one, whoever did it.
create policy app_select_house_things on audit_event for select to navet_app using (
  hub_id = acting_hub() and object_type = 'booking' and acts_as('HOST'));
