-- A place is kept for bodies that take part at its own hub, for no others.
set local role navet_system;
delete from place_holder h where not exists (
  select from participation p where p.hub_id = h.hub_id and p.organisation_id = h.organisation_id);
reset role;
alter table place_holder add constraint place_holder_participation_fkey
  foreign key (hub_id, organisation_id) references participation (hub_id, organisation_id);
