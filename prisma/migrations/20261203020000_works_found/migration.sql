-- What others do is searched by index: words lie behind the wall, where an index of words is not used, so two doors
-- answer with ids alone, and whoever asked reads of those what the wall shows.
create index proposal_says_idx on proposal using gin
  (hub_id, fold(title || ' ' || summary || ' ' || problem || ' ' || solution || ' ' || benefit) gin_trgm_ops);
create index need_says_idx on need using gin (hub_id, fold(title || ' ' || problem || ' ' || affected) gin_trgm_ops);
create index innovation_project_says_idx on innovation_project using gin (hub_id,
  fold(coalesce(title ->> 'sv', '') || ' ' || coalesce(title ->> 'nb', '') || ' ' || coalesce(title ->> 'en', '') || ' '
    || coalesce(summary ->> 'sv', '') || ' ' || coalesce(summary ->> 'nb', '') || ' ' || coalesce(summary ->> 'en', '')) gin_trgm_ops);

-- A word as a pattern: % and _ stand for themselves.
create function said_somewhere(word text) returns text language sql immutable strict parallel safe as $$
  select '%' || fold(replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_')) || '%'
$$;

-- Which organisations have each of the words in their name, by the word's place.
create function bodies_named(asked text[]) returns table (place integer, body uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  for place in 1 .. coalesce(cardinality(asked), 0) loop
    return query execute format('select %s, o.id from organisation o where fold(o.name) like %L', place, said_somewhere(asked[place]));
  end loop;
end $$;
alter function bodies_named(text[]) owner to navet_system;
revoke execute on function bodies_named(text[]) from public;
grant execute on function bodies_named(text[]) to navet_app, navet_system;

-- What has every word somewhere: in its texts, or in the name of its organisation, which the asking side names by word. The newest, as many as a
-- statement can be asked for.
create function works_found(asked text[], named jsonb) returns table (kind text, key text)
language plpgsql stable security definer set search_path = public as $$
declare
  proposals text := '';
  needs text := '';
  projects text := '';
  those uuid[];
  newest text := ' order by id desc limit 30000';
begin
  for place in 1 .. coalesce(cardinality(asked), 0) loop
    those := array(select jsonb_array_elements_text(named -> (place - 1))::uuid);
    proposals := proposals || format(' and (fold(title || '' '' || summary || '' '' || problem || '' '' || solution || '' '' || benefit) like %L
      or organisation_id = any (%L::uuid[]))', said_somewhere(asked[place]), those);
    needs := needs || format(' and (fold(title || '' '' || problem || '' '' || affected) like %L or organisation_id = any (%L::uuid[]))',
      said_somewhere(asked[place]), those);
    projects := projects || format(' and (fold(coalesce(title ->> ''sv'', '''') || '' '' || coalesce(title ->> ''nb'', '''') || '' ''
      || coalesce(title ->> ''en'', '''') || '' '' || coalesce(summary ->> ''sv'', '''') || '' '' || coalesce(summary ->> ''nb'', '''') || '' ''
      || coalesce(summary ->> ''en'', '''')) like %L or lead_id = any (%L::uuid[]))', said_somewhere(asked[place]), those);
  end loop;
  return query execute format('select ''proposals'', id::text from proposal where hub_id = %L and state <> ''DRAFT''', acting_hub()) || proposals || newest;
  return query execute format('select ''needs'', id::text from need where hub_id = %L and state <> ''DRAFT''', acting_hub()) || needs || newest;
  return query execute format('select ''projects'', slug from innovation_project where hub_id = %L', acting_hub()) || projects || newest;
end $$;
alter function works_found(text[], jsonb) owner to navet_system;
revoke execute on function works_found(text[], jsonb) from public;
grant execute on function works_found(text[], jsonb) to navet_app, navet_system;
