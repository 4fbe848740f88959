-- Who stands at the door. These answer before anyone acts, so they run as navet_system and return
-- facts about the asking session alone; null means "no such thing for you", whatever the reason.

create function hub_facts(h hub) returns jsonb language sql stable as $$
  select jsonb_build_object('id', h.id, 'slug', h.slug, 'name', h.name, 'country', h.country, 'zone', h.zone,
    'languages', h.languages, 'accent', h.accent, 'support', h.support)
$$;

create function organisation_facts(o organisation) returns jsonb language sql stable as $$
  select jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind, 'side', o.side)
$$;

create function enter_public(hub_slug text) returns jsonb
language sql stable security definer set search_path = public as $$
  select hub_facts(h) from hub h where h.slug = hub_slug and h.live
$$;

create function session_person(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale)
  from session s join person p on p.id = s.person_id
  where s.id = session_id and s.ended_at is null and s.expires_at > now() and p.withdrawn_at is null
$$;

-- Every door this session may enter: organisations at hubs where they are verified, and hub roles.
create function session_doors(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  with me as (select (session_person(session_id) ->> 'id')::uuid as id)
  select coalesce(jsonb_agg(door order by door ->> 'hubName', door ->> 'organisationName' nulls last), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', o.slug, 'organisationName', o.name) as door
    from me join membership m on m.person_id = me.id
    join participation p on p.organisation_id = m.organisation_id and p.state = 'VERIFIED'
    join organisation o on o.id = m.organisation_id join hub h on h.id = p.hub_id
    union all
    select distinct jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', null, 'organisationName', null)
    from me join hub_role r on r.person_id = me.id join hub h on h.id = r.hub_id
  ) doors
$$;

-- Acting for an organisation that takes part in the hub. In plpgsql, which keeps its plan: this stands
-- before every signed-in page.
create function enter_organisation(session_id uuid, hub_slug text, organisation_slug text) returns jsonb
language plpgsql stable security definer set search_path = public as $$
begin
  return (
    select jsonb_build_object(
      'person', jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', m.role, 'hubRoles', '[]'::jsonb,
      'unread', (select count(*) from notice n where n.hub_id = h.id and n.person_id = p.id and n.read_at is null))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join membership m on m.person_id = p.id
    join organisation o on o.id = m.organisation_id and o.slug = organisation_slug
    join participation t on t.organisation_id = o.id and t.state = 'VERIFIED'
    join hub h on h.id = t.hub_id and h.slug = hub_slug
    where s.id = session_id and s.ended_at is null and s.expires_at > now());
end $$;

-- The hub's own staff, acting for the organisation that runs the hub.
create function enter_house(session_id uuid, hub_slug text) returns jsonb
language plpgsql stable security definer set search_path = public as $$
begin
  return (
    select jsonb_build_object(
      'person', jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', null,
      'hubRoles', (select jsonb_agg(r.role order by r.role) from hub_role r where r.hub_id = h.id and r.person_id = p.id),
      'unread', (select count(*) from notice n where n.hub_id = h.id and n.person_id = p.id and n.read_at is null))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join hub h on h.slug = hub_slug
    join organisation o on o.id = h.operator_id
    where s.id = session_id and s.ended_at is null and s.expires_at > now()
      and exists (select from hub_role r where r.hub_id = h.id and r.person_id = p.id));
end $$;

do $$
declare door text;
begin
  foreach door in array array['enter_public(text)', 'session_person(uuid)', 'session_doors(uuid)',
    'enter_organisation(uuid, text, text)', 'enter_house(uuid, text)'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_system', door);
    execute format('grant execute on function %s to %I', door, session_user);
  end loop;
end $$;
