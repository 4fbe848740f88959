-- What a hub tells of its places: yes or no, a number, or one of several choices. Which there are is the
-- hub's own data; that a value is of its attribute's type, and of its choices, the keys below hold.
create type "AttributeType" as enum ('YES_NO', 'NUMBER', 'CHOICE');

create table attribute (
  hub_id uuid not null,
  id uuid not null,
  code text not null,
  type "AttributeType" not null,
  name jsonb not null,
  -- What is said of a place that is known to lack it; null says nothing.
  without jsonb,
  unit text not null default '',
  kinds "PlaceKind"[] not null,
  position integer not null,
  filter boolean not null default true,
  retired_at timestamptz(3),
  constraint attribute_pkey primary key (hub_id, id),
  constraint attribute_hub_id_code_key unique (hub_id, code),
  constraint attribute_hub_id_id_type_key unique (hub_id, id, type),
  constraint attribute_codes_are_plain check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(code) <= 60),
  constraint attributes_belong_to_a_kind check (cardinality(kinds) > 0)
);

create table attribute_choice (
  hub_id uuid not null,
  attribute_id uuid not null,
  code text not null,
  name jsonb not null,
  position integer not null,
  constraint attribute_choice_pkey primary key (hub_id, attribute_id, code),
  constraint choice_codes_are_plain check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(code) <= 60)
);

create table place_attribute (
  hub_id uuid not null,
  place_id uuid not null,
  attribute_id uuid not null,
  type "AttributeType" not null,
  yes boolean,
  number double precision,
  choice text,
  constraint place_attribute_pkey primary key (hub_id, place_id, attribute_id),
  constraint values_are_of_their_type check (
    (type = 'YES_NO') = (yes is not null) and (type = 'NUMBER') = (number is not null)
    and (type = 'CHOICE') = (choice is not null)),
  constraint numbers_are_plain check (number between 0 and 1000000)
);
create index place_attribute_hub_id_attribute_id_choice_idx on place_attribute (hub_id, attribute_id, choice);

alter table attribute add constraint attribute_hub_id_fkey foreign key (hub_id) references hub (id);
alter table attribute_choice add constraint attribute_choice_attribute_id_fkey
  foreign key (hub_id, attribute_id) references attribute (hub_id, id);
alter table place_attribute add constraint place_attribute_place_id_fkey
  foreign key (hub_id, place_id) references place (hub_id, id);
alter table place_attribute add constraint place_attribute_attribute_id_fkey
  foreign key (hub_id, attribute_id, type) references attribute (hub_id, id, type);
alter table place_attribute add constraint place_attribute_choice_fkey
  foreign key (hub_id, attribute_id, choice) references attribute_choice (hub_id, attribute_id, code);

call build_wall('attribute', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('attribute_choice', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);
call build_wall('place_attribute', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$, $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$,
  $$ hub_id = acting_hub() and acts_as('HUB_ADMIN') $$);

-- What every hub begins with; it changes them as it likes.
create function start_attributes(hub uuid) returns void language sql set search_path = public as $$
  insert into attribute (hub_id, id, code, type, name, without, kinds, position)
  select hub, gen_random_uuid(), given.code, given.type::"AttributeType",
    jsonb_build_object('sv', given.sv, 'nb', given.nb, 'en', given.en), given.without, given.kinds::"PlaceKind"[], given.position
  from (values
    ('step-free', 'YES_NO', 'Nås utan trappsteg', 'Nås uten trinn', 'Reached without steps',
      '{"sv": "nås bara via trappsteg", "nb": "nås bare via trinn", "en": "reached by steps only"}'::jsonb,
      '{HOT_DESK,FIXED_DESK,MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 1),
    ('height-adjustable', 'YES_NO', 'Höj- och sänkbart bord', 'Hev- og senkbart bord', 'Height-adjustable desk', null,
      '{HOT_DESK,FIXED_DESK,OFFICE}', 2),
    ('screens', 'NUMBER', 'Skärmar', 'Skjermer', 'Screens', null,
      '{HOT_DESK,FIXED_DESK,MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 3),
    ('video', 'YES_NO', 'Utrustning för videomöten', 'Utstyr for videomøter', 'Equipment for video meetings', null,
      '{MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 4),
    ('hearing-loop', 'YES_NO', 'Hörslinga', 'Teleslynge', 'Hearing loop', null,
      '{MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 5),
    ('whiteboard', 'YES_NO', 'Skrivtavla', 'Skrivetavle', 'Whiteboard', null,
      '{MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 6),
    ('sound', 'CHOICE', 'Ljud', 'Lyd', 'Sound', null, '{HOT_DESK,FIXED_DESK,MEETING_ROOM,OFFICE}', 7),
    ('daylight', 'YES_NO', 'Dagsljus', 'Dagslys', 'Daylight', null,
      '{HOT_DESK,FIXED_DESK,MEETING_ROOM,OFFICE,LAB,SHOWROOM}', 8)
  ) given (code, type, sv, nb, en, without, kinds, position);
  insert into attribute_choice (hub_id, attribute_id, code, name, position)
  select a.hub_id, a.id, given.code, jsonb_build_object('sv', given.sv, 'nb', given.nb, 'en', given.en), given.position
  from attribute a, (values
    ('quiet', 'tyst', 'stille', 'quiet', 1),
    ('calm', 'låga samtal', 'lave samtaler', 'quiet talk', 2),
    ('lively', 'livligt', 'livlig', 'lively', 3)
  ) given (code, sv, nb, en, position) where a.hub_id = hub and a.code = 'sound';
$$;
revoke execute on function start_attributes(uuid) from public;

create function hub_starts_with_attributes() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform start_attributes(new.id);
  return null;
end $$;
alter function start_attributes(uuid) owner to navet_system;
alter function hub_starts_with_attributes() owner to navet_system;
create trigger hub_starts_with_attributes after insert on hub
  for each row execute function hub_starts_with_attributes();

-- Whoever owns the database stands before the wall, too.
set local role navet_system;
select start_attributes(id) from hub;

-- What desks and rooms said in tables of their own.
insert into place_attribute (hub_id, place_id, attribute_id, type, yes)
  select p.hub_id, p.id, a.id, a.type, case a.code when 'step-free' then p.step_free
    when 'height-adjustable' then d.height_adjustable when 'hearing-loop' then r.hearing_loop else r.video_meeting end
  from place p
    join attribute a on a.hub_id = p.hub_id and p.kind = any (a.kinds)
      and a.code in ('step-free', 'height-adjustable', 'hearing-loop', 'video')
    left join desk d on d.hub_id = p.hub_id and d.place_id = p.id
    left join room r on r.hub_id = p.hub_id and r.place_id = p.id
  where a.code = 'step-free' or (a.code = 'height-adjustable' and d.place_id is not null)
    or (a.code in ('hearing-loop', 'video') and r.place_id is not null);
insert into place_attribute (hub_id, place_id, attribute_id, type, number)
  select p.hub_id, p.id, a.id, a.type, coalesce(d.screens, r.screens)
  from place p
    join attribute a on a.hub_id = p.hub_id and a.code = 'screens'
    left join desk d on d.hub_id = p.hub_id and d.place_id = p.id
    left join room r on r.hub_id = p.hub_id and r.place_id = p.id
  where coalesce(d.screens, r.screens) is not null;

reset role;

drop table desk;
drop table room;
alter table place drop column step_free;
