-- The protocol of what was removed because its time had come: how many rows of what, and up to when.
create table retention_run (
  id uuid not null primary key,
  at timestamptz(3) not null default now(),
  class text not null,
  before timestamptz(3) not null,
  rows integer not null
);
create index retention_run_at_idx on retention_run (at);
alter table retention_run add constraint retention_run_counts check (rows >= 0);
call build_wall('retention_run', $$ acts_as('HUB_ADMIN') $$);
revoke update, delete on retention_run from navet_system;
