-- How a floor is drawn, in versions: a new drawing replaces the one before and touches no place and no
-- booking. One draft a floor at most, and one that is published; what was published stands as it was.
create type "PlanState" as enum ('DRAFT', 'PUBLISHED', 'SUPERSEDED');
create type "PlanForm" as enum ('RECT', 'ROUND');

create table floor_plan (
  hub_id uuid not null,
  id uuid not null,
  floor_id uuid not null,
  version integer not null,
  state "PlanState" not null default 'DRAFT',
  width_m double precision not null,
  height_m double precision not null,
  -- Outline, walls, doors, exits, routes without steps, toilets, labels: metres from the top left.
  geometry jsonb not null,
  note text not null default '',
  -- Counts how often a draft was saved, so that nobody saves over what they have not seen.
  revision integer not null default 0,
  saved_by_id uuid,
  saved_at timestamptz(3) not null default now(),
  published_by_id uuid,
  published_at timestamptz(3),
  constraint floor_plan_pkey primary key (hub_id, id),
  constraint floor_plan_hub_id_floor_id_version_key unique (hub_id, floor_id, version),
  constraint plans_have_a_size check (width_m > 0 and width_m <= 500 and height_m > 0 and height_m <= 500 and version > 0),
  constraint plans_are_published_once check ((state = 'DRAFT') = (published_at is null)),
  constraint plans_say_where_walls_are check (
    jsonb_typeof(geometry->'outline') = 'array' and jsonb_typeof(geometry->'lines') = 'array'
    and jsonb_typeof(geometry->'marks') = 'array')
);
create unique index one_draft_a_floor on floor_plan (hub_id, floor_id) where state = 'DRAFT';
create unique index one_published_plan_a_floor on floor_plan (hub_id, floor_id) where state = 'PUBLISHED';
create index floor_plan_saved_by_id_idx on floor_plan (saved_by_id);
create index floor_plan_published_by_id_idx on floor_plan (published_by_id);
alter table floor_plan add constraint floor_plan_floor_id_fkey foreign key (hub_id, floor_id) references floor (hub_id, id);
alter table floor_plan add constraint floor_plan_saved_by_id_fkey foreign key (saved_by_id) references person (id);
alter table floor_plan add constraint floor_plan_published_by_id_fkey foreign key (published_by_id) references person (id);

-- Where a place stands in one drawing. A place without one is booked as before, from the list.
create table plan_shape (
  hub_id uuid not null,
  plan_id uuid not null,
  place_id uuid not null,
  x double precision not null,
  y double precision not null,
  w double precision not null,
  h double precision not null,
  -- Degrees clockwise around the middle.
  rotation double precision not null default 0,
  form "PlanForm" not null default 'RECT',
  reading_order integer not null,
  constraint plan_shape_pkey primary key (hub_id, plan_id, place_id),
  constraint shapes_have_a_size check (w > 0 and h > 0 and rotation >= 0 and rotation < 360)
);
create index plan_shape_hub_id_place_id_idx on plan_shape (hub_id, place_id);
alter table plan_shape add constraint plan_shape_plan_id_fkey foreign key (hub_id, plan_id) references floor_plan (hub_id, id) on delete cascade;
alter table plan_shape add constraint plan_shape_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);

-- What was drawn so far is each floor's first version.
call build_wall('floor_plan',
  $$ hub_id = acting_hub() and (state = 'PUBLISHED' or acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);
call build_wall('plan_shape',
  $$ hub_id = acting_hub() and exists (select from floor_plan p where p.hub_id = plan_shape.hub_id and p.id = plan_shape.plan_id) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);

set local role navet_system;
insert into floor_plan (hub_id, id, floor_id, version, state, width_m, height_m, geometry, published_at)
  select f.hub_id, gen_random_uuid(), f.id, 1, 'PUBLISHED', greatest(f.width_m, 1), greatest(f.height_m, 1), jsonb_build_object(
    'outline', case when jsonb_array_length(f.plan->'outline') >= 3 then f.plan->'outline' else jsonb_build_array(
      jsonb_build_array(0, 0), jsonb_build_array(f.width_m, 0), jsonb_build_array(f.width_m, f.height_m), jsonb_build_array(0, f.height_m)) end,
    'lines', coalesce((select jsonb_agg(w || '{"kind": "wall"}') from jsonb_array_elements(f.plan->'walls') w), '[]')
      || coalesce((select jsonb_agg(d || '{"kind": "door"}') from jsonb_array_elements(f.plan->'doors') d), '[]'),
    'marks', coalesce((select jsonb_agg(l || '{"kind": "label"}') from jsonb_array_elements(f.plan->'labels') l), '[]')), now()
  from floor f;
insert into plan_shape (hub_id, plan_id, place_id, x, y, w, h, rotation, reading_order)
  select p.hub_id, f.id, p.id, p.x, p.y, p.w, p.h, ((p.rotation::numeric % 360 + 360) % 360)::double precision, p.reading_order
  from place p join floor_plan f on f.hub_id = p.hub_id and f.floor_id = p.floor_id;
reset role;

alter table floor drop column plan, drop column width_m, drop column height_m;
alter table place drop constraint places_have_a_size;
alter table place drop column x, drop column y, drop column w, drop column h, drop column rotation;
alter table place add constraint places_seat_someone check (seats > 0);

-- What was published is what people saw: whoever asks later can see it as it was.
create function published_plans_stand() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then
      raise exception 'a plan that was published stays: constraint "published_plans_stand"' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.hub_id, new.floor_id, new.version) is distinct from (old.hub_id, old.floor_id, old.version) or (old.state <> 'DRAFT' and (
    (new.width_m, new.height_m, new.geometry, new.note, new.published_at, new.published_by_id)
    is distinct from (old.width_m, old.height_m, old.geometry, old.note, old.published_at, old.published_by_id)
    or (old.state, new.state) not in (('PUBLISHED', 'PUBLISHED'), ('PUBLISHED', 'SUPERSEDED'), ('SUPERSEDED', 'SUPERSEDED')))) then
    raise exception 'a plan that was published stands: constraint "published_plans_stand"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger published_plans_stand before update or delete on floor_plan for each row execute function published_plans_stand();

-- A shape stands within its plan, turned as it is, on the floor that its place is on, and only a draft changes.
create function shapes_stand_on_their_plan() returns trigger language plpgsql as $$
declare
  plan floor_plan;
  half_w double precision;
  half_h double precision;
begin
  select * into plan from floor_plan
    where hub_id = coalesce(new.hub_id, old.hub_id) and id = coalesce(new.plan_id, old.plan_id);
  if tg_op = 'DELETE' then
    if plan.state <> 'DRAFT' then
      raise exception 'a plan that was published stands: constraint "published_plans_stand"' using errcode = '23514';
    end if;
    return old;
  end if;
  if plan.state is distinct from 'DRAFT' then
    raise exception 'a plan that was published stands: constraint "published_plans_stand"' using errcode = '23514';
  end if;
  half_w := (abs(new.w * cosd(new.rotation)) + abs(new.h * sind(new.rotation))) / 2;
  half_h := (abs(new.w * sind(new.rotation)) + abs(new.h * cosd(new.rotation))) / 2;
  if new.x + new.w / 2 - half_w < -0.01 or new.x + new.w / 2 + half_w > plan.width_m + 0.01
    or new.y + new.h / 2 - half_h < -0.01 or new.y + new.h / 2 + half_h > plan.height_m + 0.01 then
    raise exception 'a shape stands within its plan: constraint "shapes_stand_on_their_plan"' using errcode = '23514';
  end if;
  if not exists (select from place p where p.hub_id = new.hub_id and p.id = new.place_id and p.floor_id = plan.floor_id) then
    raise exception 'a place stands on its own floor: constraint "shapes_stand_on_their_plan"' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger shapes_stand_on_their_plan before insert or update or delete on plan_shape
  for each row execute function shapes_stand_on_their_plan();

-- What hangs at a place. The sign's code is read by whoever stands there, so it is no secret; it can be replaced.
create table place_sign (
  hub_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  code text not null,
  made_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  constraint place_sign_pkey primary key (hub_id, id),
  constraint signs_have_a_code check (code ~ '^[a-z0-9-]{12,}$')
);
create unique index place_sign_hub_id_code_key on place_sign (hub_id, code);
create index place_sign_code_idx on place_sign (code);
create unique index one_sign_a_place on place_sign (hub_id, place_id) where revoked_at is null;
alter table place_sign add constraint place_sign_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
call build_wall('place_sign',
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);

-- A screen on the wall asks for its page by a secret address; the table keeps its hash.
create table place_display (
  hub_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  token_hash text not null,
  made_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  constraint place_display_pkey primary key (hub_id, id)
);
create unique index place_display_hub_id_token_hash_key on place_display (hub_id, token_hash);
create index place_display_token_hash_idx on place_display (token_hash);
create index place_display_hub_id_place_id_idx on place_display (hub_id, place_id);
alter table place_display add constraint place_display_place_id_fkey foreign key (hub_id, place_id) references place (hub_id, id);
call build_wall('place_display',
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$,
  $$ hub_id = acting_hub() and (acts_as('HOST') or acts_as('HUB_ADMIN')) $$);

-- The door behind a sign: at which hub and which place it hangs. Who may act there is asked afterwards.
create function open_sign(sign text) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('hub', h.slug, 'place', s.place_id)
  from place_sign s
  join hub h on h.id = s.hub_id
  join place p on p.hub_id = s.hub_id and p.id = s.place_id and p.state <> 'HIDDEN'
  where s.code = sign and s.revoked_at is null
$$;

-- The door behind a screen: the place, and what stands there in a window. Organisations where they let
-- themselves be seen, and never a person.
create function open_display(hash text, since timestamptz, until timestamptz) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('hub', h.slug, 'place', p.id, 'name', p.name, 'kind', p.kind, 'state', p.state,
    'code', (select g.code from place_sign g where g.hub_id = p.hub_id and g.place_id = p.id and g.revoked_at is null),
    'units', (select count(*) from place_unit u where u.hub_id = p.hub_id and u.place_id = p.id),
    'pool', p.claim = 'ANY',
    'taken', (select coalesce(jsonb_agg(jsonb_build_object('unit', c.unit_id, 'startsAt', c.starts_at, 'endsAt', c.ends_at,
        'kind', c.kind, 'by', o.name) order by c.starts_at, c.unit_id), '[]')
      from place_unit u
      cross join lateral (
        (select * from occupancy x where x.hub_id = u.hub_id and x.unit_id = u.unit_id and x.released_at is null
          and x.starts_at >= since and x.starts_at < until)
        union all
        (select * from occupancy x where x.hub_id = u.hub_id and x.unit_id = u.unit_id and x.released_at is null
          and x.starts_at < since order by x.starts_at desc limit 1)
      ) c
      left join organisation o on o.id = c.shown_organisation_id
      where u.hub_id = p.hub_id and u.place_id = p.id and (c.ends_at is null or c.ends_at > since)
        and (c.held_until is null or c.held_until > since)))
  from place_display d
  join hub h on h.id = d.hub_id
  join place p on p.hub_id = d.hub_id and p.id = d.place_id and p.state <> 'HIDDEN'
  join site s on s.hub_id = p.hub_id and s.id = p.site_id
  where d.token_hash = hash and d.revoked_at is null
$$;
alter function open_sign(text) owner to navet_system;
alter function open_display(text, timestamptz, timestamptz) owner to navet_system;
revoke execute on function open_sign(text), open_display(text, timestamptz, timestamptz) from public;
grant execute on function open_sign(text), open_display(text, timestamptz, timestamptz) to navet_app, navet_system;

-- Addresses beside the hubs'.
alter table hub drop constraint hub_slug_is_no_page;
alter table hub add constraint hub_slug_is_no_page check (slug not in ('invitation', 'display', 'scan'));
