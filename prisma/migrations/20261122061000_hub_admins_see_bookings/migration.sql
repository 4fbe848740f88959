-- The permission house:today is the host's and the hub admin's. The wall knew the host alone, so that
-- a hub admin's day in the house looked empty.
alter policy app_select on booking using (
  hub_id = acting_hub()
  and (organisation_id = acting_organisation() or acts_as('HOST') or acts_as('HUB_ADMIN'))
);
