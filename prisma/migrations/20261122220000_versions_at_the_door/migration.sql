-- Entering tells how far the hub's log has come: every change of a hub ends with an event, so that what was
-- read after the same number is still true.
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
