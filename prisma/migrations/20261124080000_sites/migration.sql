-- A hub's administrators set up its sites and floors themselves.
grant insert, update on site, floor to navet_app;
create policy app_insert on site for insert to navet_app with check (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
create policy app_update on site for update to navet_app
  using (hub_id = acting_hub() and acts_as('HUB_ADMIN')) with check (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
create policy app_insert on floor for insert to navet_app with check (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
create policy app_update on floor for update to navet_app
  using (hub_id = acting_hub() and acts_as('HUB_ADMIN')) with check (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
alter table site add constraint site_slugs_are_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60);
