-- Who acts, in full: a session that ends when it lies idle and knows how strongly one signed in, an
-- organisation that waits to be verified and may look, and those who run the installation.

alter table session
  add column last_seen_at timestamptz(3) not null default now(),
  add column method text not null default 'link',
  add column acr text,
  -- When a second factor was shown in this session.
  add column strong_at timestamptz(3);

create table installation_operator (
  person_id uuid not null primary key
);
alter table installation_operator add constraint installation_operator_person_id_fkey
  foreign key (person_id) references person (id);
call build_wall('installation_operator', null);

-- The one rule for whether a session lives: the absolute limit is kept in it, the idle limit is here.
create function session_lives(s session) returns boolean language sql stable as $$
  select s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '2 hours'
$$;

-- Noted once a minute at most: a page must not cost a write.
create function note_seen(session_id uuid) returns void language sql as $$
  update session s set last_seen_at = now()
  where s.id = session_id and s.last_seen_at < now() - interval '1 minute' and session_lives(s)
$$;

create function person_facts(p person) returns jsonb language sql stable as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale)
$$;

create function unread_notices(hub uuid, person uuid) returns bigint language sql stable as $$
  select count(*) from notice n where n.hub_id = hub and n.person_id = person and n.read_at is null
$$;

create or replace function session_person(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select person_facts(p) from session s join person p on p.id = s.person_id
  where s.id = session_id and session_lives(s) and p.withdrawn_at is null
$$;

-- Every door this session may enter: organisations that take part or wait to, hub roles, the installation.
create or replace function session_doors(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  with me as (select (session_person(session_id) ->> 'id')::uuid as id)
  select coalesce(jsonb_agg(door order by door ->> 'hubName', door ->> 'organisationName' nulls last), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', o.slug, 'organisationName', o.name,
      'waiting', p.state = 'PENDING') as door
    from me join membership m on m.person_id = me.id
    join participation p on p.organisation_id = m.organisation_id and p.state in ('VERIFIED', 'PENDING')
    join organisation o on o.id = m.organisation_id join hub h on h.id = p.hub_id
    union all
    select distinct jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', null, 'organisationName', null,
      'waiting', false)
    from me join hub_role r on r.person_id = me.id join hub h on h.id = r.hub_id
  ) doors
$$;

-- Oneself, whoever one acts for.
create function enter_person(session_id uuid) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'operator', exists (select from installation_operator i where i.person_id = p.id))
    from session s join person p on p.id = s.person_id and p.withdrawn_at is null
    where s.id = session_id and session_lives(s));
end $$;

drop function enter_organisation(uuid, text, text);
create function enter_organisation(session_id uuid, hub_slug text, organisation_slug text) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', m.role,
      'participation', t.state, 'hubRoles', '[]'::jsonb, 'unread', unread_notices(h.id, p.id))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join membership m on m.person_id = p.id
    join organisation o on o.id = m.organisation_id and o.slug = organisation_slug
    join participation t on t.organisation_id = o.id and t.state in ('VERIFIED', 'PENDING')
    join hub h on h.id = t.hub_id and h.slug = hub_slug
    where s.id = session_id and session_lives(s));
end $$;

drop function enter_house(uuid, text);
create function enter_house(session_id uuid, hub_slug text) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'hub', hub_facts(h), 'organisation', organisation_facts(o), 'membership', null,
      'hubRoles', (select jsonb_agg(r.role order by r.role) from hub_role r where r.hub_id = h.id and r.person_id = p.id),
      'unread', unread_notices(h.id, p.id))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join hub h on h.slug = hub_slug
    join organisation o on o.id = h.operator_id
    where s.id = session_id and session_lives(s)
      and exists (select from hub_role r where r.hub_id = h.id and r.person_id = p.id));
end $$;

do $$
declare door text;
begin
  foreach door in array array['enter_person(uuid)', 'enter_organisation(uuid, text, text)',
    'enter_house(uuid, text)'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_system', door);
    execute format('grant execute on function %s to %I', door, session_user);
  end loop;
end $$;
