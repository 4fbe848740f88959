-- Demos stand beside one another: what works with what, what needs what, what could be had instead, and what
-- took the place of something that is shown no more. Said by the owner of the first, read before it is shown.

create type "DemoLinkKind" as enum ('WORKS_WITH', 'NEEDS', 'ALTERNATIVE', 'REPLACED_BY');

create table demo_link (
  hub_id uuid not null,
  demo_id uuid not null,
  to_id uuid not null,
  kind "DemoLinkKind" not null,
  constraint demo_link_pkey primary key (hub_id, demo_id, to_id, kind),
  constraint demo_link_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint demo_link_to_id_fkey foreign key (hub_id, to_id) references showroom_demo (hub_id, id),
  constraint no_demo_links_to_itself check (demo_id <> to_id)
);
create index demo_link_hub_id_to_id_idx on demo_link (hub_id, to_id);
-- One thing takes another's place.
create unique index one_successor on demo_link (hub_id, demo_id) where kind = 'REPLACED_BY';

-- Who takes something of its own out of the showroom names what comes instead; all else is read before.
create function names_successor(demo uuid, kind "DemoLinkKind") returns boolean language sql stable as
  $$ select kind = 'REPLACED_BY' and exists (select from showroom_demo d where d.hub_id = acting_hub()
     and d.id = demo and d.owner_id = acting_organisation()) $$;
call build_wall('demo_link',
  $$ hub_id = acting_hub() and exists (select from showroom_demo d where d.hub_id = demo_link.hub_id and d.id = demo_link.demo_id) $$,
  $$ hub_id = acting_hub() and (reads_demos() or names_successor(demo_id, kind)) $$,
  null,
  $$ hub_id = acting_hub() and (reads_demos() or names_successor(demo_id, kind)) $$);

-- How far its owner has been reminded to look it over; begins anew with each publication.
create type "ReviewTold" as enum ('NOTHING', 'AHEAD', 'DUE');
alter table showroom_demo add column review_told "ReviewTold" not null default 'NOTHING';
create index showroom_demo_review_due_on_idx on showroom_demo (hub_id, review_due_on) where status = 'PUBLISHED';
