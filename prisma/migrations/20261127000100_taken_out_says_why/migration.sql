-- Whoever writes a version is one of its writers, by whatever way its words came in.
create function keep_writers() returns trigger language plpgsql as $$
begin
  if new.author_id is not null and new.author_id <> all (new.writers) then
    new.writers := new.writers || new.author_id;
  end if;
  return new;
end $$;
create trigger everyone_who_wrote before insert or update of author_id, writers on demo_version
  for each row execute function keep_writers();

-- Why the house took a demo out: for its owner and for whoever reads for the hub, also the next time it is sent.
create table demo_removal (
  hub_id uuid not null,
  demo_id uuid not null,
  at timestamptz(3) not null,
  by_id uuid,
  reason text not null constraint a_removal_says_why check (reason <> ''),
  constraint demo_removal_pkey primary key (hub_id, demo_id, at),
  constraint demo_removal_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id),
  constraint demo_removal_by_id_fkey foreign key (by_id) references person (id)
);
call build_wall('demo_removal',
  $$ hub_id = acting_hub() and (reads_demos() or exists (select from showroom_demo d where d.hub_id = demo_removal.hub_id
     and d.id = demo_removal.demo_id and d.owner_id = acting_organisation())) $$,
  $$ hub_id = acting_hub() and reads_demos() and by_id = acting_person() $$);
create index demo_removal_by_id_idx on demo_removal (by_id);

-- What only a device has, or what was tried on patients, stands beside its class, also where that is that it is none.
create function demand_class_beside() returns trigger language plpgsql as $$
begin
  if exists (select from showroom_demo d where d.hub_id = new.hub_id and d.id = new.id and d.status = 'PUBLISHED')
    and exists (select from demo_claim c where c.hub_id = new.hub_id and c.demo_id = new.id
      and c.key in ('CERTIFICATE', 'NMI_ID', 'CLINICAL'))
    and not exists (select from demo_claim c where c.hub_id = new.hub_id and c.demo_id = new.id and c.key = 'CLASS') then
    raise exception 'a device says its class' using errcode = 'check_violation', constraint = 'devices_say_their_class';
  end if;
  return null;
end $$;
create constraint trigger devices_say_their_class after insert or update of published_version, status on showroom_demo
  deferrable initially deferred for each row execute function demand_class_beside();

-- No company is a customer of its own.
create function refuse_own_product() returns trigger language plpgsql as $$
begin
  if exists (select from showroom_demo d join organisation o on o.id = d.owner_id where d.hub_id = new.hub_id
      and d.id = new.demo_id and d.owner_id = new.organisation_id and o.kind = 'COMPANY') then
    raise exception 'a company sells it' using errcode = 'check_violation', constraint = 'nobody_is_their_own_customer';
  end if;
  return new;
end $$;
create trigger nobody_is_their_own_customer before insert on demo_adoption
  for each row execute function refuse_own_product();
