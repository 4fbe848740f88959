-- Making stems costs more than looking them up: the index is the cheaper way.
alter function need_stems(text, text) cost 5000;

-- Any two of the stems of some words; of a single one, that.
create function two_of(stems text[]) returns tsquery language sql immutable strict parallel safe as $$
  select string_agg(case when a = b then quote_literal(a) else quote_literal(a) || ' & ' || quote_literal(b) end, ' | ')::tsquery
  from unnest(stems) a, unnest(stems) b
  where a !~ '[\\'']' and b !~ '[\\'']' and case when cardinality(stems) = 1 then a = b else a < b end
$$;

-- Open needs of others that are like these words: two stems or a title in common. Without words, those said
-- at the demo, those it answers, and the newest of the same areas. The wall's own sentence stands in it,
-- because an index of words is not used behind the wall.
create or replace function needs_alike(words text, within text[], demo uuid) returns table (id uuid)
language sql stable security definer set search_path = public as $$
  with asked as materialized (
    select coalesce(two_of(tsvector_to_array(need_stems('sv', words))), '')
      || coalesce(two_of(tsvector_to_array(need_stems('nb', words))), '')
      || coalesce(two_of(tsvector_to_array(need_stems('en', words))), '') as query
  ), hits as materialized (
    (select n.id, 1 as stems from need n
     where words <> '' and n.hub_id = acting_hub()
       and need_stems(n.language, n.title || ' ' || n.problem) @@ (select query from asked)
     limit 300)
    union all
    (select n.id, 0 from need n
     where words <> '' and n.hub_id = acting_hub() and fold(n.title) % fold(words)
     order by similarity(fold(n.title), fold(words)) desc limit 50)
    union all
    (select n.id, 0 from need n where words = '' and n.hub_id = acting_hub() and n.from_demo_id = demo
     order by n.id desc limit 50)
    union all
    (select d.need_id, 0 from demo_need d where words = '' and d.hub_id = acting_hub() and d.demo_id = demo)
    union all
    (select n.id, 0 from need n
     where words = '' and n.hub_id = acting_hub() and n.areas && within and n.state in ('OPEN', 'LINKED')
       and n.organisation_id <> acting_organisation() and is_shown(n.visibility, n.organisation_id)
     order by n.id desc limit 100)
  ), found as (
    select h.id, max(h.stems) as stems from hits h group by h.id
  )
  select n.id from found f join need n on n.hub_id = acting_hub() and n.id = f.id
  where n.state in ('OPEN', 'LINKED') and n.organisation_id <> acting_organisation()
    and is_shown(n.visibility, n.organisation_id)
    and (words = '' or f.stems = 1 or similarity(fold(n.title), fold(words)) >= 0.35)
  order by demo is not null and n.from_demo_id = demo desc nulls last,
    exists (select from demo_need d where d.hub_id = n.hub_id and d.demo_id = demo and d.need_id = n.id) desc,
    similarity(fold(n.title), fold(words)) + f.stems * 0.3 + (n.areas && within)::integer * 0.2 desc,
    (select count(*) from need_support s where s.hub_id = n.hub_id and s.need_id = n.id) desc, n.id
  limit 5
$$;
