-- How often a client has asked, counted for all machines together. No fact of any hub: keyed by a
-- keyed hash of the client's address, gone within the hour. In a schema of its own, so that it stands
-- outside the wall on purpose and in sight.
create schema navet_limits;
create unlogged table navet_limits.client (
  key varchar(255) not null primary key,
  points integer not null default 0,
  expire bigint
);
