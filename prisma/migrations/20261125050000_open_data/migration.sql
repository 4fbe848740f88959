-- What a catalogue of open data says of each hub that is open to visitors: nothing that its pages do not say.
create function open_catalogues() returns table (slug text, name text, country text, languages text[],
  publisher jsonb, "contactEmail" text, demos integer, "changedOn" text)
language sql stable security definer set search_path = public as $$
  select h.slug, h.name, h.country::text, h.languages,
    -- Looked up one by one: there are few hubs and many organisations.
    (select jsonb_build_object('name', o.name, 'kind', o.kind) from organisation o where o.id = h.operator_id), h.contact_email,
    shown.demos::integer, to_char(shown.latest at time zone 'UTC', 'YYYY-MM-DD')
  from hub h cross join lateral (select count(*) as demos, max(d.published_at) as latest from showroom_demo d
    where d.hub_id = h.id and d.status = 'PUBLISHED') as shown
  where h.live order by h.slug
$$;
alter function open_catalogues() owner to navet_system;
revoke execute on function open_catalogues() from public;
grant execute on function open_catalogues() to navet_app, navet_system;

-- In the order of their numbers, page by page.
create index showroom_demo_hub_id_public_id_idx on showroom_demo (hub_id, public_id);

alter table hub drop constraint hub_slug_is_no_page;
alter table hub add constraint hub_slug_is_no_page check (slug not in ('invitation', 'display', 'scan', 'datasets'));
