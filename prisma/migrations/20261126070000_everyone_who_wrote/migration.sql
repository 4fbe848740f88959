-- Nobody reads for the hub what they wrote any part of, however many wrote after them; what has been sent says
-- how often that was; and a draft that nobody wants is thrown away.

alter table demo_version add column writers uuid[] not null default '{}';
alter table demo_version add constraint nobody_reads_their_own check (decided_by_id is null or decided_by_id <> all (writers));

grant delete on demo_version to navet_app;
create policy app_delete on demo_version for delete to navet_app using (hub_id = acting_hub() and state = 'DRAFT'
  and exists (select from showroom_demo d where d.hub_id = demo_version.hub_id and d.id = demo_version.demo_id
    and d.owner_id = acting_organisation()));
grant delete on showroom_demo to navet_app;
create policy app_delete on showroom_demo for delete to navet_app using (hub_id = acting_hub() and status = 'DRAFT'
  and published_version is null and owner_id = acting_organisation());

-- What groups have booked is called off before it is taken out: they are told then, and this is not the place for it.
create function demand_no_groups() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from guided_session s where s.hub_id = new.hub_id and s.demo_id = new.id and s.state = 'OPEN'
      and s.taken > 0 and s.starts_at > now()) then
    raise exception 'groups come to it: constraint "nobody_comes_to_it"' using errcode = '23514';
  end if;
  update guided_session s set state = 'CANCELLED' where s.hub_id = new.hub_id and s.demo_id = new.id and s.state = 'OPEN'
    and s.starts_at > now();
  return new;
end $$;
alter function demand_no_groups() owner to navet_system;
create trigger archived_when_nobody_comes before update on showroom_demo for each row
  when (new.status = 'ARCHIVED' and old.status = 'PUBLISHED') execute function demand_no_groups();
