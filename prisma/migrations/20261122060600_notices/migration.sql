
create table notice (
  hub_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  detail jsonb not null,
  path text not null,
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  constraint notice_pkey primary key (hub_id, id)
);
create index notice_hub_id_person_id_created_at_idx on notice (hub_id, person_id, created_at);

alter table notice add constraint notice_person_id_fkey foreign key (person_id) references person (id);

call build_wall('notice',
  $$ hub_id = acting_hub() and person_id = acting_person() $$,
  $$ hub_id = acting_hub() and acting_person() is not null $$,
  $$ hub_id = acting_hub() and person_id = acting_person() $$);
