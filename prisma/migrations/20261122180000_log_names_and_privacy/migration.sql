-- 1. Whoever reads a log reads who acted -------------------------------------------------------------

-- What stands in events that the asking administrator may read, in words: people who acted or were acted
-- on, invited addresses, bodies that applied. Leaving an organisation takes no name out of the log; being
-- erased does.
-- Names of the hub's staff, and of whom they invite, stay with the hub. Each id is looked up by itself.
create function log_names(asked uuid[])
returns table (id uuid, name text, body text, role text, hub_role text)
language sql stable security definer set search_path = public as $$
  with told as materialized (
    select a.id, acted.named as acted, object.kind, coalesce(object.named, false) as named
    from unnest(asked) a (id)
    cross join lateral (select exists (select from audit_event e
      where e.hub_id = acting_hub() and e.person_id = a.id and (administers_hub() or (e.acted_as <> 'house'
        and administers(acting_organisation()) and acting_organisation() in (e.organisation_id, e.concerns_id)))
      ) as named) acted
    left join lateral (select e.object_type as kind, administers_hub() or e.acted_as <> 'house' as named
      from audit_event e where e.hub_id = acting_hub() and e.object_id = a.id
        and e.object_type in ('person', 'invitation', 'application')
        and (administers_hub() or (administers(acting_organisation())
          and acting_organisation() in (e.organisation_id, e.concerns_id)))
      order by named desc limit 1) object on true)
  select t.id, n.name, null, null, null
    from told t cross join lateral (select p.name from person p where p.id = t.id offset 0) n
    where n.name <> '' and (t.acted or (t.named and t.kind = 'person'))
  union all
  select i.id, case when i.email like '%@erased.invalid' or not t.named then '' else i.email end,
      coalesce(o.name, i.body_name, ''), i.role::text, i.hub_role::text
    from told t join invitation i on i.hub_id = acting_hub() and i.id = t.id
    left join organisation o on o.id = i.organisation_id where t.kind = 'invitation'
  union all
  select a.id, a.name, a.name, null, null
    from told t join application a on a.hub_id = acting_hub() and a.id = t.id
    where t.named and t.kind = 'application'
$$;

-- Everyone who has acted: at the hub, for its administrators; for an organisation, for its own. From one
-- to the next by the index, however many events each has.
create index audit_event_hub_id_organisation_id_person_id_idx on audit_event (hub_id, organisation_id, person_id);
create function log_actors() returns table (id uuid, name text)
language sql stable security definer set search_path = public as $$
  with recursive here (id) as (
    (select e.person_id from audit_event e where e.hub_id = acting_hub() and e.person_id is not null
      and administers_hub() order by e.person_id limit 1)
    union all
    select (select e.person_id from audit_event e where e.hub_id = acting_hub() and e.person_id > here.id
      order by e.person_id limit 1)
    from here where here.id is not null),
  own (id) as (
    (select e.person_id from audit_event e where e.hub_id = acting_hub() and e.person_id is not null
      and e.organisation_id = acting_organisation() and not administers_hub()
      and administers(acting_organisation()) order by e.person_id limit 1)
    union all
    select (select e.person_id from audit_event e where e.hub_id = acting_hub()
      and e.organisation_id = acting_organisation() and e.person_id > own.id order by e.person_id limit 1)
    from own where own.id is not null)
  select actor.id, n.name from (
    select here.id from here
    union
    select own.id from own where exists (select from audit_event e where e.hub_id = acting_hub()
      and e.organisation_id = acting_organisation() and e.person_id = own.id and e.acted_as <> 'house')
  ) actor cross join lateral (select p.name from person p where p.id = actor.id offset 0) n
  where n.name <> '' order by n.name limit 2000
$$;

-- 2. Who answers for the data -------------------------------------------------------------------------

-- Where one reaches the data protection officer of whoever runs the hub.
alter table hub add column data_protection_email text not null default '';
grant update (data_protection_email) on hub to navet_app;

-- Of every hub that is open: who runs it, in what country, and whom to ask about data.
create function hub_controllers() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country,
    'controller', (select o.name from organisation o where o.id = h.operator_id),
    'contact', h.contact_email, 'officer', h.data_protection_email) order by h.name), '[]')
  from hub h where h.live
$$;

-- 3. Letters ---------------------------------------------------------------------------------------------

-- A last letter to somebody who is erased: it goes altogether when it has left.
alter table mail add column forget boolean not null default false;

-- Whoever reports a barrier and leaves an address gets a receipt: told of this transaction's report alone,
-- so that nobody can have mail sent to an address of their choice in any other way.
create function reported_now(address text) returns boolean
language sql stable security definer set search_path = public as $$
  select address <> '' and exists (select from barrier_report b
    where b.hub_id = acting_hub() and b.email = address and b.xmin = pg_current_xact_id_if_assigned()::xid)
$$;
create policy app_insert_receipt on mail for insert to navet_app with check (
  hub_id = acting_hub() and reported_now(recipient));

do $$
declare door text;
begin
  foreach door in array array['log_names(uuid[])', 'log_actors()', 'hub_controllers()', 'reported_now(text)'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;
