-- Signing in: links that are confirmed, identities at OpenID
-- providers, providers of a hub's own, passkeys, and sessions that end when their reason does.

-- A link is asked for by one browser (`ask`); another one must show the code, five times at most.
delete from sign_in_token;
alter table sign_in_token
  add column ask uuid not null,
  add column tries integer not null default 0,
  add constraint five_codes_at_most check (tries between 0 and 5);

-- Who an OpenID provider's subject is here; with an affiliation, for that organisation alone.
create table identity (
  id uuid not null primary key,
  issuer text not null,
  subject text not null,
  affiliation text not null default '',
  person_id uuid not null,
  provider text not null,
  created_at timestamptz(3) not null default now(),
  constraint an_identity_is_one_person unique (issuer, subject, affiliation)
);
create index identity_person_id_idx on identity (person_id);
alter table identity add constraint identity_person_id_fkey foreign key (person_id) references person (id);
call build_wall('identity', $$ person_id = acting_person() $$, $$ person_id = acting_person() $$, null,
  $$ person_id = acting_person() $$);

-- A hub's own ways to sign in. The secret is encrypted with the installation's.
create table identity_provider (
  hub_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  scope text not null,
  acr_values text not null default '',
  accepted_acr text[] not null default '{}',
  strong_acr text[] not null default '{}',
  affiliation_claims text[] not null default '{}',
  number_claims text[] not null default '{}',
  constraint identity_provider_pkey primary key (hub_id, id),
  constraint a_hub_names_a_provider_once unique (hub_id, key)
);
alter table identity_provider add constraint identity_provider_hub_id_fkey foreign key (hub_id) references hub (id);
alter table identity_provider add constraint provider_key_is_an_address check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
call build_wall('identity_provider',
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);

create table passkey (
  id uuid not null primary key,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3),
  constraint a_passkey_is_kept_once unique (credential_id)
);
create index passkey_person_id_idx on passkey (person_id);
alter table passkey add constraint passkey_person_id_fkey foreign key (person_id) references person (id);
call build_wall('passkey', $$ person_id = acting_person() $$, $$ person_id = acting_person() $$,
  $$ person_id = acting_person() $$, $$ person_id = acting_person() $$);

-- What a passkey has to sign next: of one session, for one purpose, taken out when it is used.
create table passkey_challenge (
  session_id uuid not null,
  purpose text not null,
  challenge text not null,
  expires_at timestamptz(3) not null,
  constraint passkey_challenge_pkey primary key (session_id, purpose)
);
alter table passkey_challenge add constraint passkey_challenge_session_id_fkey
  foreign key (session_id) references session (id) on delete cascade;
call build_wall('passkey_challenge', null);

-- A provider that a hub has chosen can vouch for people at that hub and nowhere else.
alter table session add column bound_hub_id uuid;
alter table session add constraint session_bound_hub_id_fkey foreign key (bound_hub_id) references hub (id);
-- One's own sessions may be seen and ended, and nothing else about them changed.
grant select on session to navet_app;
create policy app_select on session for select to navet_app using (person_id = acting_person());
grant update (ended_at) on session to navet_app;
create policy app_update on session for update to navet_app
  using (person_id = acting_person()) with check (person_id = acting_person());

create function session_reaches(s session, hub uuid) returns boolean language sql stable as $$
  select session_lives(s) and (s.bound_hub_id is null or s.bound_hub_id = hub)
$$;

-- Sessions end with their reason: a person withdrawn, the last membership or role gone. Judged at
-- commit, so that a role may be exchanged for another within one change.
create function end_sessions_without_reason() returns trigger
language plpgsql security definer set search_path = public as $$
declare who uuid := coalesce(to_jsonb(old) ->> 'person_id', to_jsonb(old) ->> 'id')::uuid;
begin
  if exists (select from person p where p.id = who and p.withdrawn_at is null) and (
    exists (select from membership m where m.person_id = who)
    or exists (select from hub_role r where r.person_id = who)
    or exists (select from installation_operator i where i.person_id = who)) then
    return null;
  end if;
  update session set ended_at = now() where person_id = who and ended_at is null;
  return null;
end $$;
alter function end_sessions_without_reason() owner to navet_system;
revoke execute on function end_sessions_without_reason() from public;

create constraint trigger a_withdrawn_person_is_signed_out after update of withdrawn_at on person
  deferrable initially deferred for each row when (new.withdrawn_at is not null)
  execute function end_sessions_without_reason();
create constraint trigger the_last_membership_signs_out after delete on membership
  deferrable initially deferred for each row execute function end_sessions_without_reason();
create constraint trigger the_last_role_signs_out after delete on hub_role
  deferrable initially deferred for each row execute function end_sessions_without_reason();

-- The doors once more: a bound session reaches its own hub, and never the account or the installation.
create or replace function session_doors(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  with me as (select s.person_id as id, s.bound_hub_id from session s
    where s.id = session_id and session_person(session_id) is not null)
  select coalesce(jsonb_agg(door order by door ->> 'hubName', door ->> 'organisationName' nulls last), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', o.slug, 'organisationName', o.name,
      'waiting', p.state = 'PENDING') as door
    from me join membership m on m.person_id = me.id
    join participation p on p.organisation_id = m.organisation_id and p.state in ('VERIFIED', 'PENDING')
    join organisation o on o.id = m.organisation_id
    join hub h on h.id = p.hub_id and h.id = coalesce(me.bound_hub_id, h.id)
    union all
    select distinct jsonb_build_object('hub', h.slug, 'hubName', h.name, 'organisation', null, 'organisationName', null,
      'waiting', false)
    from me join hub_role r on r.person_id = me.id
    join hub h on h.id = r.hub_id and h.id = coalesce(me.bound_hub_id, h.id)
  ) doors
$$;

create or replace function enter_person(session_id uuid) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  perform note_seen(session_id);
  return (
    select jsonb_build_object('session', s.id, 'strong', s.strong_at is not null, 'person', person_facts(p),
      'operator', exists (select from installation_operator i where i.person_id = p.id))
    from session s join person p on p.id = s.person_id and p.withdrawn_at is null
    where s.id = session_id and session_reaches(s, null));
end $$;

create or replace function enter_organisation(session_id uuid, hub_slug text, organisation_slug text) returns jsonb
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
      'unread', unread_notices(h.id, p.id))
    from session s
    join person p on p.id = s.person_id and p.withdrawn_at is null
    join hub h on h.slug = hub_slug
    join organisation o on o.id = h.operator_id
    where s.id = session_id and session_reaches(s, h.id)
      and exists (select from hub_role r where r.hub_id = h.id and r.person_id = p.id));
end $$;
