-- Going over to another organisation or hub is one click: entering one door tells the others, too. It also
-- tells how far the hub's log has come: every change of a hub ends with an event, so that what was read
-- after the same number is still true.

create function doors_of(person uuid, bound_hub uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(door order by door ->> 'hubName', door ->> 'organisationName' nulls last), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', o.slug, 'organisationName', o.name,
      'waiting', p.state = 'PENDING') as door
    from membership m
    join participation p on p.organisation_id = m.organisation_id and p.state in ('VERIFIED', 'PENDING')
    join organisation o on o.id = m.organisation_id
    join hub h on h.id = p.hub_id and h.id = coalesce(bound_hub, h.id)
    where m.person_id = person
    union all
    select distinct jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', null, 'organisationName', null,
      'waiting', false)
    from hub_role r
    join hub h on h.id = r.hub_id and h.id = coalesce(bound_hub, h.id)
    where r.person_id = person
  ) doors
$$;
alter function doors_of(uuid, uuid) owner to navet_system;
revoke execute on function doors_of(uuid, uuid) from public;
grant execute on function doors_of(uuid, uuid) to navet_system;

create or replace function session_doors(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce((select doors_of(s.person_id, s.bound_hub_id) from session s
    where s.id = session_id and session_person(session_id) is not null), '[]')
$$;

create or replace function enter_organisation(session_id uuid, hub_slug text, organisation_slug text) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', m.role,
      'participation', t.state, 'hubRoles', '[]'::jsonb, 'unread', unread_notices(h.id, p.id),
      'doors', doors_of(p.id, s.bound_hub_id),
      'version', (select a.seq from audit_head a where a.chain = h.id))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join membership m on m.person_id = p.id
    join organisation o on o.id = m.organisation_id and o.slug = organisation_slug
    join participation t on t.organisation_id = o.id and t.state in ('VERIFIED', 'PENDING')
    join hub h on h.id = t.hub_id and h.slug = hub_slug
    where s.id = session_id and session_reaches(s, h.id));
end $$;

create or replace function enter_house(session_id uuid, hub_slug text) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', null,
      'hubRoles', (select jsonb_agg(r.role order by r.role) from hub_role r where r.hub_id = h.id and r.person_id = p.id),
      'unread', unread_notices(h.id, p.id), 'doors', doors_of(p.id, s.bound_hub_id),
      'version', (select a.seq from audit_head a where a.chain = h.id))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join hub h on h.slug = hub_slug
    join organisation o on o.id = h.operator_id
    where s.id = session_id and session_reaches(s, h.id)
      and exists (select from hub_role r where r.hub_id = h.id and r.person_id = p.id));
end $$;
