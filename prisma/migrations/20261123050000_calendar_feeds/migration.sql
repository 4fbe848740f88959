-- Addresses that a calendar asks again and again. Whoever has one reads what its person would see, for as
-- long as that person is a member (or staff of the house) and has not taken it back. The table keeps its hash.
create type "FeedKind" as enum ('OWN', 'PLACE', 'SITE');
create table calendar_feed (
  hub_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- For whom one acted; null for the house's own staff.
  organisation_id uuid,
  kind "FeedKind" not null,
  place_id uuid,
  site_id uuid,
  locale text not null,
  token_hash text not null,
  made_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  constraint calendar_feed_pkey primary key (hub_id, id),
  constraint feeds_are_of_one_thing check (
    (kind = 'PLACE') = (place_id is not null) and (kind = 'SITE') = (site_id is not null)
    and (kind <> 'OWN' or organisation_id is not null))
);
create unique index calendar_feed_hub_id_token_hash_key on calendar_feed (hub_id, token_hash);
create index calendar_feed_token_hash_idx on calendar_feed (token_hash);
create index calendar_feed_person_id_idx on calendar_feed (person_id);
alter table calendar_feed add constraint calendar_feed_hub_id_fkey foreign key (hub_id) references hub (id);
alter table calendar_feed add constraint calendar_feed_person_id_fkey foreign key (person_id) references person (id);
alter table calendar_feed add constraint calendar_feed_organisation_id_fkey foreign key (organisation_id) references organisation (id);
alter table calendar_feed add constraint calendar_feed_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
alter table calendar_feed add constraint calendar_feed_site_id_fkey foreign key (hub_id, site_id) references site (hub_id, id);

call build_wall('calendar_feed',
  $$ hub_id = acting_hub() and person_id = acting_person() $$,
  $$ hub_id = acting_hub() and person_id = acting_person()
     and (organisation_id = acting_organisation() or (organisation_id is null and in_the_house())) $$,
  $$ hub_id = acting_hub() and person_id = acting_person() $$);

-- A feed's door: whose it is and what it may show, if its person still may; null for anything else.
create function open_feed(hash text) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('hub', h.id, 'slug', h.slug, 'hubName', h.name, 'kind', f.kind, 'person', f.person_id,
    'organisation', f.organisation_id, 'organisationSlug', o.slug, 'organisationName', o.name,
    'house', f.organisation_id is null, 'locale', f.locale, 'place', f.place_id, 'site', f.site_id)
  from calendar_feed f
  join hub h on h.id = f.hub_id
  join person p on p.id = f.person_id and p.withdrawn_at is null
  left join organisation o on o.id = f.organisation_id
  where f.token_hash = hash and f.revoked_at is null and case when f.organisation_id is null
    then exists (select from hub_role r where r.hub_id = f.hub_id and r.person_id = f.person_id
      and r.role in ('HOST', 'HUB_ADMIN'))
    else exists (select from membership m join participation t on t.organisation_id = m.organisation_id
      and t.hub_id = f.hub_id and t.state = 'VERIFIED'
      where m.person_id = f.person_id and m.organisation_id = f.organisation_id) end
$$;

-- What a feed shows, from a moment on. One's own organisation's bookings whole; of others' the organisation
-- where it lets itself be seen, or only that the place is taken. The house sees for whom.
create function feed_entries(hash text, since timestamptz) returns jsonb
language sql stable security definer set search_path = public as $$
  with feed as (
    select (f ->> 'hub')::uuid as hub, (f ->> 'person')::uuid as person, (f ->> 'organisation')::uuid as organisation,
      f ->> 'kind' as kind, (f ->> 'place')::uuid as place, (f ->> 'site')::uuid as site, (f ->> 'house')::boolean as house
    from (select open_feed(hash) as f) as one where f is not null
  ), rows as (
    select b.id, b.starts_at, b.ends_at, b.status, b.revision, b.purpose, b.organisation_id = feed.organisation as own,
      feed.house, p.name as place, s.name as site, s.address, s.zone, o.name as organisation, o.slug,
      b.shown = 'ORGANISATION' as shown
    from feed
    join booking b on b.hub_id = feed.hub
    join place p on p.hub_id = b.hub_id and p.id = b.place_id
    join site s on s.hub_id = p.hub_id and s.id = p.site_id
    join organisation o on o.id = b.organisation_id
    where b.starts_at >= since and b.status in ('PENDING', 'CONFIRMED', 'CHECKED_IN') and case feed.kind
      when 'OWN' then b.booked_for_id = feed.person and b.organisation_id = feed.organisation
      when 'PLACE' then b.place_id = feed.place
      else p.site_id = feed.site end
    order by b.starts_at limit 2000
  )
  select case when exists (select from feed) then coalesce(jsonb_agg(jsonb_build_object('id', id, 'startsAt', starts_at,
    'endsAt', ends_at, 'status', status, 'revision', revision, 'zone', zone, 'place', place, 'site', site,
    'address', address, 'own', coalesce(own, false) or house,
    'purpose', case when own or house then purpose else '' end,
    'organisation', case when own or house or shown then organisation end,
    'slug', case when own then slug end) order by starts_at), '[]') end from rows
$$;
alter function open_feed(text) owner to navet_system;
alter function feed_entries(text, timestamptz) owner to navet_system;
revoke execute on function open_feed(text), feed_entries(text, timestamptz) from public;
grant execute on function open_feed(text), feed_entries(text, timestamptz) to navet_app, navet_system;
-- Asked by place and by site, from a day on.
create index booking_hub_id_place_id_starts_at_idx on booking (hub_id, place_id, starts_at);
