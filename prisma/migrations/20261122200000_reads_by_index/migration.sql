-- What a page reads costs what it shows, not what the installation holds: shown by a test against a
-- database that many hubs have used for years.

create or replace function list_all_hubs() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'name', h.name, 'country', h.country, 'live', h.live,
    'operator', (select o.name from organisation o where o.id = h.operator_id)) order by h.name), '[]')
  from hub h where runs_installation()
$$;

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
