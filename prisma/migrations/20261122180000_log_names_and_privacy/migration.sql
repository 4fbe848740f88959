-- 1. Whoever reads a log reads who acted -------------------------------------------------------------

-- What stands in events that the asking administrator may read, in words: people who acted or were acted
-- on, invited addresses, bodies that applied. Leaving an organisation takes no name out of the log; being
-- erased does. Names of the hub's staff and
-- of whom they invite stay with the hub. No ids asked for: everyone who acted.
create function log_names(asked uuid[])
returns table (id uuid, name text, body text, role text, hub_role text)
language sql stable security definer set search_path = public as $$
  with seen as (
    select e.person_id, e.object_id, e.object_type, administers_hub() or e.acted_as <> 'house' as named
    from audit_event e
    where e.hub_id = acting_hub()
      and (asked is null or e.person_id = any (asked) or e.object_id = any (asked))
      and (administers_hub() or (administers(acting_organisation())
        and acting_organisation() in (e.organisation_id, e.concerns_id))))
  select p.id, p.name, null, null, null from person p
    where p.name <> '' and (asked is null or p.id = any (asked)) and (
      p.id in (select s.person_id from seen s where s.named)
      or (asked is not null and p.id in (select s.object_id from seen s where s.named and s.object_type = 'person')))
  union all
  select i.id, case when i.email like '%@erased.invalid' or not exists (select from seen s
      where s.named and s.object_id = i.id) then '' else i.email end,
      coalesce(o.name, i.body_name, ''), i.role::text, i.hub_role::text
    from invitation i left join organisation o on o.id = i.organisation_id
    where i.hub_id = acting_hub() and i.id = any (asked)
      and i.id in (select s.object_id from seen s where s.object_type = 'invitation')
  union all
  select a.id, a.name, a.name, null, null from application a
    where a.hub_id = acting_hub() and a.id = any (asked)
      and a.id in (select s.object_id from seen s where s.named and s.object_type = 'application')
$$;

-- 2. Who answers for the data -------------------------------------------------------------------------

-- Where one reaches the data protection officer of whoever runs the hub.
alter table hub add column data_protection_email text not null default '';
grant update (data_protection_email) on hub to navet_app;

-- Of every hub that is open: who runs it, in what country, and whom to ask about data.
create function hub_controllers() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country,
    'controller', o.name, 'contact', h.contact_email, 'officer', h.data_protection_email) order by h.name), '[]')
  from hub h join organisation o on o.id = h.operator_id where h.live
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
  foreach door in array array['log_names(uuid[])', 'hub_controllers()', 'reported_now(text)'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;
