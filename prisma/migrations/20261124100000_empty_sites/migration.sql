-- A hub's administrators remove a site or a floor that was added in vain. What only says how an empty one
-- is open or drawn goes with it; places, units, leases, visits, and how it was used hold it fast.
grant delete on site, floor to navet_app;
create policy app_delete on site for delete to navet_app using (hub_id = acting_hub() and acts_as('HUB_ADMIN'));
create policy app_delete on floor for delete to navet_app using (hub_id = acting_hub() and acts_as('HUB_ADMIN'));

alter table floor drop constraint floor_site_id_fkey,
  add constraint floor_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table opening_hours drop constraint opening_hours_site_id_fkey,
  add constraint opening_hours_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table opening_schedule drop constraint opening_schedule_site_id_fkey,
  add constraint opening_schedule_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table closure drop constraint closure_site_id_fkey,
  add constraint closure_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table holiday_choice drop constraint holiday_choice_site_id_fkey,
  add constraint holiday_choice_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table calendar_feed drop constraint calendar_feed_site_id_fkey,
  add constraint calendar_feed_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id) on delete cascade;
alter table floor_plan drop constraint floor_plan_floor_id_fkey,
  add constraint floor_plan_floor_id_fkey foreign key (hub_id, floor_id) references floor (hub_id, id) on delete cascade;

-- A plan that was published stays for as long as its floor does.
create or replace function published_plans_stand() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' and exists (select from floor f where f.hub_id = old.hub_id and f.id = old.floor_id) then
      raise exception 'a plan that was published stays: constraint "published_plans_stand"' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.hub_id, new.floor_id, new.version) is distinct from (old.hub_id, old.floor_id, old.version) or (old.state <> 'DRAFT' and (
    (new.width_m, new.height_m, new.geometry, new.note, new.published_at, new.published_by_id)
    is distinct from (old.width_m, old.height_m, old.geometry, old.note, old.published_at, old.published_by_id)
    or (old.state, new.state) not in (('PUBLISHED', 'PUBLISHED'), ('PUBLISHED', 'SUPERSEDED'), ('SUPERSEDED', 'SUPERSEDED')))) then
    raise exception 'a plan that was published stands: constraint "published_plans_stand"' using errcode = '23514';
  end if;
  return new;
end $$;
