-- Organisations say what they need, and that they have what another has said; a person signs.
alter table need
  add column from_demo_id uuid,
  add column said_by_id uuid,
  add column revision integer not null default 1,
  add column opened_at timestamptz(3),
  add column closed_reason text not null default '',
  add constraint need_from_demo_id_fkey foreign key (hub_id, from_demo_id) references showroom_demo (hub_id, id),
  add constraint need_said_by_id_fkey foreign key (said_by_id) references person (id);
alter table need_support
  add column by_id uuid,
  add constraint need_support_by_id_fkey foreign key (by_id) references person (id);
create index need_hub_id_from_demo_id_idx on need (hub_id, from_demo_id);
create index need_support_hub_id_organisation_id_idx on need_support (hub_id, organisation_id);
create index need_said_by_id_idx on need (said_by_id);
create index need_support_by_id_idx on need_support (by_id);

-- The same moves as in lib/needs/moves.ts, and those of work that takes a need up.
create function needs_stand() returns trigger language plpgsql as $$
begin
  if (new.hub_id, new.id, new.organisation_id, new.from_demo_id) is distinct from
     (old.hub_id, old.id, old.organisation_id, old.from_demo_id) then
    raise exception 'a need stays with who said it, and where' using errcode = 'check_violation';
  end if;
  if old.state in ('MET', 'CLOSED') and (new.title, new.problem, new.language, new.areas, new.urgency, new.visibility)
     is distinct from (old.title, old.problem, old.language, old.areas, old.urgency, old.visibility) then
    raise exception 'a need that is over keeps its words' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and (old.state, new.state) not in (
     ('DRAFT', 'OPEN'), ('OPEN', 'LINKED'), ('LINKED', 'OPEN'), ('LINKED', 'MET'), ('OPEN', 'CLOSED'),
     ('LINKED', 'CLOSED'), ('CLOSED', 'OPEN')) then
    raise exception 'a need does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'CLOSED' and new.closed_reason = '' then
    raise exception 'a need is closed with a reason' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger needs_stand before update on need for each row execute function needs_stand();

-- A public or voluntary body says its own, through its own door: the hub's staff say nothing for anybody.
drop policy app_insert on need;
create policy app_insert on need for insert to navet_app with check (hub_id = acting_hub()
  and is_own(organisation_id) and acting_side() in ('PUBLIC', 'CIVIC') and said_by_id = acting_person()
  and state = 'DRAFT' and visibility in ('PUBLIC_SIDE', 'OPEN'));
drop policy app_update on need;
create policy app_update on need for update to navet_app
  using (hub_id = acting_hub() and is_own(organisation_id) and acting_side() in ('PUBLIC', 'CIVIC'))
  with check (hub_id = acting_hub() and is_own(organisation_id) and visibility <> 'DRAFT');
grant delete on need to navet_app;
create policy app_delete on need for delete to navet_app
  using (hub_id = acting_hub() and is_own(organisation_id) and state = 'DRAFT');

drop policy app_insert on need_support;
create policy app_insert on need_support for insert to navet_app with check (hub_id = acting_hub()
  and is_own(organisation_id) and acting_side() in ('PUBLIC', 'CIVIC') and by_id = acting_person()
  and exists (select from need n where n.hub_id = need_support.hub_id and n.id = need_support.need_id
    and n.state in ('OPEN', 'LINKED') and n.organisation_id <> need_support.organisation_id));
drop policy app_delete on need_support;
create policy app_delete on need_support for delete to navet_app
  using (hub_id = acting_hub() and is_own(organisation_id));

-- Words as they are searched: by their stems in the language they were written in.
create function need_stems(language text, words text) returns tsvector
language sql immutable strict parallel safe as $$
  select case language when 'nb' then to_tsvector('pg_catalog.norwegian', words)
    when 'en' then to_tsvector('pg_catalog.english', words)
    else to_tsvector('pg_catalog.swedish', words) end
$$;
create index need_stems_idx on need using gin (need_stems(language, title || ' ' || problem));
create index need_title_idx on need using gin (fold(title) gin_trgm_ops);
create index need_areas_idx on need using gin (areas);

-- Open needs of others that are like these words: two stems or a title in common. Without words, those said
-- at the demo, those it answers, and those of the same areas. The wall's own sentence stands in it, because
-- an index of words is not used behind the wall.
create function needs_alike(words text, within text[], demo uuid) returns table (id uuid)
language sql stable security definer set search_path = public as $$
  with asked as (
    select tsvector_to_array(need_stems('sv', words)) || tsvector_to_array(need_stems('nb', words))
      || tsvector_to_array(need_stems('en', words)) as stems
  ), query as (
    select stems, case when stems = '{}' then null
      else (select string_agg(quote_literal(s), ' | ') from unnest(stems) s
        where s !~ '[\\'']')::tsquery end as q from asked
  ), found as (
    select n.id, n.hub_id, n.areas && within as near,
      n.from_demo_id is not distinct from demo and demo is not null as there,
      exists (select from demo_need d where d.hub_id = n.hub_id and d.demo_id = demo and d.need_id = n.id) as answered,
      similarity(fold(n.title), fold(words)) as title,
      (select count(*) from unnest(tsvector_to_array(need_stems(n.language, n.title || ' ' || n.problem))) s
       where s = any(query.stems)) as stems
    from need n, query
    where n.hub_id = acting_hub() and n.state in ('OPEN', 'LINKED') and n.organisation_id <> acting_organisation()
      and is_shown(n.visibility, n.organisation_id)
      and case when words = '' then n.areas && within or n.from_demo_id = demo
          or n.id in (select d.need_id from demo_need d where d.hub_id = acting_hub() and d.demo_id = demo)
        else n.id in (select m.id from need m where m.hub_id = acting_hub() and need_stems(m.language, m.title || ' ' || m.problem) @@ query.q
          union all select m.id from need m where m.hub_id = acting_hub() and fold(m.title) % fold(words)) end
  )
  select f.id from found f
  where words = '' or f.title >= 0.35 or f.stems >= 2
  order by f.there desc, f.answered desc, f.title + f.stems * 0.2 + f.near::integer * 0.2 desc,
    (select count(*) from need_support s where s.hub_id = f.hub_id and s.need_id = f.id) desc, f.id
  limit 5
$$;
alter function needs_alike(text, text[], uuid) owner to navet_system;
revoke execute on function needs_alike(text, text[], uuid) from public;
grant execute on function needs_alike(text, text[], uuid) to navet_app, navet_system;

-- Who is told of a need beyond one's own organisation: those who answer for it, or who signed that theirs has it.
create function need_hearers(told uuid) returns setof uuid
language sql stable security definer set search_path = public as $$
  with it as (
    select n.* from need n where n.hub_id = acting_hub() and n.id = told and (n.organisation_id = acting_organisation()
      or exists (select from need_support s where s.hub_id = n.hub_id and s.need_id = n.id
        and s.organisation_id = acting_organisation()))
  )
  select m.person_id from it join membership m on m.organisation_id = it.organisation_id
    where it.organisation_id <> acting_organisation() and (m.role = 'ADMIN' or m.person_id = it.said_by_id)
  union
  select s.by_id from it join need_support s on s.hub_id = it.hub_id and s.need_id = it.id
    join membership m on m.person_id = s.by_id and m.organisation_id = s.organisation_id
    where it.organisation_id = acting_organisation()
$$;
alter function need_hearers(uuid) owner to navet_system;
revoke execute on function need_hearers(uuid) from public;
grant execute on function need_hearers(uuid) to navet_app, navet_system;
