-- What a page reads costs what it shows, not what the installation holds: shown by a test against a
-- database that many hubs have used for years.

create or replace function list_all_hubs() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country, 'live', h.live,
    'operator', (select o.name from organisation o where o.id = h.operator_id)) order by h.name), '[]')
  from hub h where runs_installation()
$$;

create or replace function hub_controllers() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country,
    'controller', (select o.name from organisation o where o.id = h.operator_id),
    'contact', h.contact_email, 'officer', h.data_protection_email) order by h.name), '[]')
  from hub h where h.live
$$;

-- Each id is looked up by itself: who acted, and what was acted on. Names of the hub's staff, and of whom
-- they invite, stay with the hub.
create or replace function log_names(asked uuid[])
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
alter function log_actors() owner to navet_system;
revoke execute on function log_actors() from public;
grant execute on function log_actors() to navet_app, navet_system;

-- What is held about a person is looked for in every table that names people.
create index application_email_idx on application (email);
create index application_person_id_idx on application (person_id);
create index audit_event_person_id_idx on audit_event (person_id);
create index barrier_report_email_idx on barrier_report (email);
create index booking_booked_by_id_idx on booking (booked_by_id);
create index invitation_email_idx on invitation (email);
create index invitation_invited_by_id_idx on invitation (invited_by_id);
create index mail_recipient_idx on mail (recipient);
create index notice_person_id_idx on notice (person_id);
create index proposal_assessor_id_idx on proposal (assessor_id);
create index proposal_author_id_idx on proposal (author_id);
