-- Asking again: the same organisation, with what was said and answered before, and what ends along with
-- a membership stands in the log.

-- 1. The number an organisation was answered under ---------------------------------------------------

-- What the hub had entered or put right when it answered; an organisation that is rejected lets go of its
-- number, and takes this one up again.
alter table application add column answered_number text;
create index application_hub_id_organisation_id_confirmed_at_idx on application (hub_id, organisation_id, confirmed_at);

create or replace function applications_keep_their_answer() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update application set outcome = new.state::text, outcome_reason = new.reason, answered_at = new.since,
      answered_number = (select o.organisation_number from organisation o where o.id = new.organisation_id)
    where hub_id = new.hub_id and id = (select a.id from application a
      where a.hub_id = new.hub_id and a.organisation_id = new.organisation_id
      order by a.confirmed_at desc limit 1);
  return null;
end $$;

create or replace function rejected_numbers_are_free() returns trigger
language plpgsql security definer set search_path = public as $$
declare asked application;
begin
  if new.state in ('REJECTED', 'WITHDRAWN') and not exists (select from participation p
      where p.organisation_id = new.organisation_id and p.state not in ('REJECTED', 'WITHDRAWN')) then
    update organisation set organisation_number = null where id = new.organisation_id;
    delete from region where organisation_id = new.organisation_id;
    delete from municipality where organisation_id = new.organisation_id;
  elsif old.state in ('REJECTED', 'WITHDRAWN') then
    select * into asked from application a where a.hub_id = new.hub_id and a.organisation_id = new.organisation_id
      order by a.confirmed_at desc limit 1;
    update organisation set organisation_number = coalesce(asked.answered_number, asked.organisation_number)
      where id = new.organisation_id and organisation_number is null
        and coalesce(asked.answered_number, asked.organisation_number) is not null;
    if asked.kind = 'REGION' then
      insert into region values (new.organisation_id, asked.country, asked.official_code) on conflict (organisation_id) do nothing;
    elsif asked.kind = 'MUNICIPALITY' then
      insert into municipality values (new.organisation_id, asked.country, asked.official_code) on conflict (organisation_id) do nothing;
    end if;
  end if;
  return null;
end $$;

-- 2. What a hub answered, and with what one asks again --------------------------------------------------

-- `asked` is for the organisation's administrators, who may ask again; `fixed` where it takes part or took
-- part somewhere, so that name and number are known and not asked for.
create or replace function session_answers(session_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(answer order by answer ->> 'since' desc), '[]') from (
    select jsonb_build_object('hub', h.slug, 'hubName', h.name, 'zone', h.zone, 'live', h.live,
      'organisation', o.slug, 'organisationName', o.name,
      'kind', o.kind, 'country', o.country, 'state', p.state, 'reason', p.reason, 'since', p.since,
      'fixed', exists (select from participation q
        where q.organisation_id = o.id and q.state not in ('REJECTED', 'WITHDRAWN')),
      'asked', case when m.role = 'ADMIN' then jsonb_build_object(
        'number', coalesce(o.organisation_number, a.answered_number, a.organisation_number),
        'code', coalesce(r.code, u.code, a.official_code, ''), 'town', o.town,
        'role', coalesce(a.work_role, ''), 'why', coalesce(a.why, '')) end) as answer
    from session s
    join membership m on m.person_id = s.person_id
    join participation p on p.organisation_id = m.organisation_id and p.state not in ('VERIFIED', 'PENDING')
    join organisation o on o.id = m.organisation_id
    join hub h on h.id = p.hub_id and h.id = coalesce(s.bound_hub_id, h.id)
    left join region r on r.organisation_id = o.id
    left join municipality u on u.organisation_id = o.id
    left join lateral (select * from application a where a.hub_id = h.id and a.organisation_id = o.id
      order by a.confirmed_at desc limit 1) a on true
    where s.id = session_id and session_person(session_id) is not null
      -- A new application for the same body stands among the doors instead.
      and not exists (select from membership n
        join participation q on q.organisation_id = n.organisation_id and q.hub_id = p.hub_id and q.state in ('VERIFIED', 'PENDING')
        join organisation twin on twin.id = n.organisation_id and twin.name = o.name
        where n.person_id = m.person_id)
  ) answers
$$;

-- 3. What ends with a membership is told ----------------------------------------------------------------

-- At the commit, since whoever holds the head of a log waits for nobody. Both triggers run in one
-- transaction, and its time tells which invitations ended in it.
create function endings_are_logged() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into audit_event (hub_id, id, kind, object_type, object_id, detail, concerns_id, acted_as)
    select i.hub_id, gen_random_uuid(), 'invitationEnded', 'invitation', i.id, '{}', i.organisation_id, 'system'
    from invitation i where i.invited_by_id = old.person_id and i.revoked_at = now()::timestamptz(3)
    order by i.hub_id, i.id;
  return null;
end $$;
alter function endings_are_logged() owner to navet_system;
revoke execute on function endings_are_logged() from public;
create constraint trigger endings_are_logged after delete on membership
  deferrable initially deferred for each row execute function endings_are_logged();
