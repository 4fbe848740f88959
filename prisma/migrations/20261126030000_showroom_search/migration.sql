-- What the showroom is searched in: a narrow row for each demo that is shown, filled by triggers, and words that
-- mean the same. There is no column here by which anybody could come before others.

create extension if not exists btree_gin;

create table demo_search (
  hub_id uuid not null,
  demo_id uuid not null,
  -- The demo's facets as numbers, of claims the systems it is connected to: counting them is the most that is done.
  codes integer[] not null,
  -- When it was first published: what is published anew does not come first for that.
  shown_since timestamptz(3) not null,
  -- The latest check that stands in it.
  checked_on date,
  -- Title, summary, owner and claims, body: each with its weight, each text in its own language, all folded.
  words tsvector not null,
  -- The same without the body, by which hits are put in order.
  head tsvector not null,
  title text not null,
  told text not null,
  -- The same with its marks: who types å does not ask for a.
  marked text not null,
  constraint demo_search_pkey primary key (hub_id, demo_id),
  constraint demo_search_demo_id_fkey foreign key (hub_id, demo_id) references showroom_demo (hub_id, id) on delete cascade
);
-- Counting goes through every row of a hub: what only a search reads lies beside.
alter table demo_search set (toast_tuple_target = 1024);
alter table demo_search alter column codes set storage main, alter column head set storage main, alter column words set storage external,
  alter column told set storage external, alter column marked set storage external;
create index demo_search_words_idx on demo_search using gin (hub_id, words);
create index demo_search_told_idx on demo_search using gin (hub_id, told gin_trgm_ops);

-- The words that demos have been told in, as they were written: what a typing error may have meant.
create table demo_word (
  hub_id uuid not null,
  word text not null,
  folded text not null generated always as (fold(word)) stored,
  constraint demo_word_pkey primary key (hub_id, word),
  constraint demo_word_hub_id_fkey foreign key (hub_id) references hub (id)
);
create index demo_word_like_idx on demo_word using gin (hub_id, folded gin_trgm_ops);
create index demo_word_begins_idx on demo_word (hub_id, folded text_pattern_ops);

-- Words that mean the same, in whatever language: who asks for one is shown what says another.
create table synonym (
  hub_id uuid not null,
  id uuid not null default gen_random_uuid(),
  words text[] not null,
  changed_at timestamptz(3) not null default now(),
  constraint synonym_pkey primary key (hub_id, id),
  constraint synonym_hub_id_fkey foreign key (hub_id) references hub (id),
  constraint a_group_has_two_words check (cardinality(words) between 2 and 12)
);

-- A facet as a number, the same as in lib/showroom/codes.ts.
create function facet_code(facet text) returns integer language sql immutable parallel safe as
  $$ select ('x0' || substr(md5(facet), 1, 7))::bit(32)::integer $$;

-- In small letters with their marks, which Norwegian and Swedish write differently and mean the same by.
create function with_marks(text) returns text language sql immutable parallel safe as
  $$ select translate(lower(normalize($1, NFC)), 'æø', 'äö') $$;

create function index_demos(hub uuid, demos uuid[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  delete from demo_search s where s.hub_id = hub and s.demo_id = any (demos) and not exists (
    select from showroom_demo d where d.hub_id = hub and d.id = s.demo_id and d.status = 'PUBLISHED');
  insert into demo_search (hub_id, demo_id, codes, shown_since, checked_on, words, head, title, told, marked)
  select d.hub_id, d.id, array(select facet_code(f) from unnest(d.facets) f
      where not starts_with(f, 'claim:') or substr(f, 7) = any (c.systems)),
    least(d.published_at, first.at), c.checked_on, h.words || setweight(b.words, 'D'), h.words, t.told, concat_ws(' ', t.told, s.told, fold(o.name), fold(d.public_id), fold(c.said), fold(u.users), b.told),
    with_marks(concat_ws(' ', d.title, d.summary, o.name, c.said, u.users, d.body))
  from showroom_demo d join organisation o on o.id = d.owner_id
    cross join lateral worded(d.title) t cross join lateral worded(d.summary) s cross join lateral worded(d.body) b
    cross join lateral (select min(v.decided_at) as at from demo_version v
      where v.hub_id = hub and v.demo_id = d.id and v.state in ('PUBLISHED', 'REPLACED')) first
    cross join lateral (select max(c.checked_on) filter (where 'checked:' || c.key = any (d.facets)) as checked_on,
      array_agg(c.key) filter (where c.area = 'INTEGRATION') as systems,
      coalesce(string_agg(concat_ws(' ', replace(c.key, '_', ' '), c.value,
        (select string_agg(value, ' ') from jsonb_each_text(c.detail))), ' '), '') as said
      from demo_claim c where c.hub_id = hub and c.demo_id = d.id) c
    -- Who uses or tries it: a neighbour is looked for by its name.
    cross join lateral (select coalesce(string_agg(user_org.name, ' '), '') as users from demo_adoption a
      join organisation user_org on user_org.id = a.organisation_id
      where a.hub_id = hub and a.demo_id = d.id and a.status <> 'STOPPED') u
    cross join lateral (select setweight(t.words, 'A') || setweight(s.words, 'B')
      || setweight(to_tsvector('simple', fold(concat_ws(' ', d.public_id, o.name, u.users))), 'C')
      || setweight(to_tsvector('swedish', fold(c.said)) || to_tsvector('norwegian', fold(c.said))
        || to_tsvector('english', fold(c.said)), 'C') as words) h
  where d.hub_id = hub and d.id = any (demos) and d.status = 'PUBLISHED'
  on conflict (hub_id, demo_id) do update set codes = excluded.codes, shown_since = excluded.shown_since,
    checked_on = excluded.checked_on, words = excluded.words, head = excluded.head, title = excluded.title, told = excluded.told, marked = excluded.marked;
  insert into demo_word (hub_id, word)
  select distinct hub, piece[1] from showroom_demo d join organisation o on o.id = d.owner_id,
    regexp_matches(lower(concat_ws(' ', d.title ->> 'sv', d.title ->> 'nb', d.title ->> 'en', o.name,
      d.summary ->> 'sv', d.summary ->> 'nb', d.summary ->> 'en')), '[[:alpha:]][[:alnum:]]{2,39}', 'g') piece
  where d.hub_id = hub and d.id = any (demos) and d.status = 'PUBLISHED'
  -- In one order, so that two who publish at once do not wait for each other.
  order by 2 on conflict do nothing;
end $$;

-- A text in three languages, each word brought to its stem by its own, and all of it folded.
create function worded(texts jsonb, out words tsvector, out told text) language sql immutable as $$
  select to_tsvector('swedish', fold(coalesce(texts ->> 'sv', '')))
    || to_tsvector('norwegian', fold(coalesce(texts ->> 'nb', '')))
    || to_tsvector('english', fold(coalesce(texts ->> 'en', ''))),
    fold(concat_ws(' ', texts ->> 'sv', texts ->> 'nb', texts ->> 'en'))
$$;

create function index_new_demos() returns trigger language plpgsql as $$
begin
  perform index_demos(hub_id, array_agg(id)) from came where status = 'PUBLISHED' group by hub_id;
  return null;
end $$;
create trigger new_demos_are_found after insert on showroom_demo referencing new table as came
  for each statement execute function index_new_demos();
create function index_changed_demos() returns trigger language plpgsql as $$
begin
  perform index_demos(n.hub_id, array_agg(n.id)) from came n join went o on o.hub_id = n.hub_id and o.id = n.id
    where (n.status, n.title, n.summary, n.body, n.facets, n.owner_id, n.published_at, n.public_id)
      is distinct from (o.status, o.title, o.summary, o.body, o.facets, o.owner_id, o.published_at, o.public_id)
    group by n.hub_id;
  return null;
end $$;
create trigger changed_demos_are_found after update on showroom_demo referencing new table as came old table as went
  for each statement execute function index_changed_demos();
create function index_claims() returns trigger language plpgsql as $$
begin
  perform index_demos(hub_id, array_agg(distinct demo_id)) from touched group by hub_id;
  return null;
end $$;
create trigger new_claims_are_found after insert on demo_claim referencing new table as touched
  for each statement execute function index_claims();
create trigger gone_claims_are_not_found after delete on demo_claim referencing old table as touched
  for each statement execute function index_claims();
create trigger changed_claims_are_found after update on demo_claim referencing new table as touched
  for each statement execute function index_claims();
create function index_adoptions() returns trigger language plpgsql as $$
begin
  perform index_demos(hub_id, array_agg(distinct demo_id)) from touched group by hub_id;
  return null;
end $$;
create trigger new_users_are_found after insert on demo_adoption referencing new table as touched
  for each statement execute function index_adoptions();
create trigger gone_users_are_not_found after delete on demo_adoption referencing old table as touched
  for each statement execute function index_adoptions();
create trigger changed_users_are_found after update on demo_adoption referencing new table as touched
  for each statement execute function index_adoptions();
-- A demo is found by its owner's name and kind as they are now.
create function index_owner() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update showroom_demo set facets = array_replace(facets, 'owner:' || old.kind, 'owner:' || new.kind)
    where owner_id = new.id and old.kind <> new.kind;
  perform index_demos(hub_id, array_agg(id)) from showroom_demo
    where status = 'PUBLISHED' and (owner_id = new.id or exists (select from demo_adoption a
      where a.hub_id = showroom_demo.hub_id and a.demo_id = showroom_demo.id and a.organisation_id = new.id))
    group by hub_id;
  return null;
end $$;
create trigger owners_are_found after update of name, kind on organisation for each row
  when (old.name <> new.name or old.kind <> new.kind) execute function index_owner();
create index showroom_demo_owner_id_idx on showroom_demo (owner_id);

-- In which of three languages a word is but glue, so that a question need not find it.
create function is_glue(word text) returns boolean language sql immutable as $$
  select coalesce('{}' in (ts_lexize('swedish_stem', lower(word)), ts_lexize('norwegian_stem', lower(word)),
    ts_lexize('english_stem', lower(word))), false)
$$;

-- A word as a question to `words` (whole, at its stem in any language; or its beginning, too), and what it looks like
-- inside another word: itself, or its stem where that is long enough to tell something. A short word is
-- typed with its marks to be found with them: lås is not läsa. A long one tells enough, and marks may change in it (natt, nätter).
create function word_asked(word text, out query text, out whole text, out inside text[], out mark text) language sql immutable as $$
  with plain as (select regexp_replace(fold(word), '[^[:alnum:]]', '', 'g') as w),
    stems as (select distinct stem from plain, unnest(coalesce(ts_lexize('swedish_stem', w), '{}')
      || coalesce(ts_lexize('norwegian_stem', w), '{}') || coalesce(ts_lexize('english_stem', w), '{}')) as stem where stem <> '')
  select said.whole || ' | ' || quote_literal(w) || ':*', said.whole,
    coalesce((select array_agg(distinct '%' || part || '%') from (select w as part where length(w) > 2
      union all select stem from stems where length(stem) > 3) parts), '{}'),
    (select '%' || with_marks(word) || '%' where length(word) <= 4 and with_marks(word) ~ '[åäöéü]')
  from plain cross join lateral (
    select concat_ws(' | ', (select string_agg(quote_literal(stem), ' | ' order by stem) from stems), quote_literal(w)) as whole) said
$$;

-- The shown demos of the asking session's hub that answer: `asked` is a list of things to be said, each a list of
-- ways to say it, each a list of words; the first way is the asker's own. Rank is where it is said, the weakest word
-- of a way deciding: title, inside a word of the title, summary, owner or claims, anywhere else.
create function demo_hits(asked jsonb) returns table (demo_id uuid, rank integer)
language plpgsql stable security definer set search_path = public as $$
declare
  thing jsonb; way jsonb; word text; q text; e text; p text[]; nth integer;
  wanted jsonb := (select coalesce(jsonb_agg(t), asked) from jsonb_array_elements(asked) t
    where exists (select from jsonb_array_elements_text(t -> 0) w where not is_glue(w)));
  m text; said text; place text; only_way boolean; ways text[]; places text[]; wheres text[] := '{}'; ranks text[] := '{}';
begin
  for thing in select * from jsonb_array_elements(wanted) loop
    ways := '{}'; places := '{}'; nth := 0; only_way := jsonb_array_length(thing) = 1;
    for way in select * from jsonb_array_elements(thing) loop
      said := ''; place := '';
      for word in select * from jsonb_array_elements_text(way) loop
        select a.query, a.whole, a.inside, a.mark into q, e, p, m from word_asked(word) a;
        said := concat_ws(' and ', nullif(said, ''), format('(s.words @@ %L::tsquery or s.told like any (%L::text[]))', q, p),
          case when m is not null then format('s.marked like %L', m) end);
        place := concat_ws(', ', nullif(place, ''), format('case when s.head @@ %L::tsquery then 16'
          ' when s.title like any (%L::text[]) or s.head @@ %L::tsquery then 12 when s.head @@ %L::tsquery then 8 when s.head @@ %L::tsquery then 6'
          ' when %s or s.words @@ %L::tsquery or s.told like any (%L::text[]) then 2 else 0 end',
          at_weight(e, 'A'), p, at_weight(q, 'A'), at_weight(q, 'B'), at_weight(q, 'C'), only_way::text, q, p));
      end loop;
      ways := ways || ('(' || said || ')');
      -- What means the same comes after what was said, where both stand alike.
      places := places || format('least(%s) - %s', place, least(nth, 1));
      nth := nth + 1;
    end loop;
    wheres := wheres || ('(' || array_to_string(ways, ' or ') || ')');
    ranks := ranks || format('greatest(0, %s)', array_to_string(places, ', '));
  end loop;
  if wheres = '{}' then return; end if;
  return query execute format('select s.demo_id, %s from demo_search s where s.hub_id = $1 and %s',
    array_to_string(ranks, ' + '), array_to_string(wheres, ' and ')) using acting_hub();
end $$;
create function at_weight(query text, weight text) returns text language sql immutable as
  $$ select regexp_replace(replace(query, ':*', ':*' || weight), '''( \||$)', ''':' || weight || '\1', 'g') $$;

create function letters_of(word text) returns text language sql immutable as
  $$ select string_agg(letter, '' order by letter) from regexp_split_to_table(word, '') letter $$;
-- The words that a typing error may have meant, the nearest first; only such as something shown still says. Two
-- letters that have changed places leave few threes of letters alike, so the same letters are near enough.
create function nearest_words(typed text) returns table (word text)
language sql stable security definer set search_path = public set pg_trgm.similarity_threshold = 0.2 as $$
  with near as (
    select w.word, w.folded, array['%' || w.folded || '%'] as said from demo_word w
      where w.hub_id = acting_hub() and w.folded % fold(typed)
    union all
    select meant, fold(meant), array(select '%' || fold(each) || '%' from unnest(s.words) each) from synonym s, unnest(s.words) meant
      where s.hub_id = acting_hub() and fold(meant) % fold(typed))
  select n.word from near n
  where abs(length(n.word) - length(typed)) <= 3
    and (similarity(n.folded, fold(typed)) >= 0.4 or letters_of(n.folded) = letters_of(fold(typed)))
    and exists (select from demo_search s where s.hub_id = acting_hub() and s.told like any (n.said))
  order by letters_of(n.folded) = letters_of(fold(typed)) desc, similarity(n.folded, fold(typed)) desc, length(n.word), n.word
  limit 5
$$;

-- What a half-written word may become: words that something shown says, or what means the same.
create function words_beginning(begun text) returns table (word text)
language sql stable security definer set search_path = public as $$
  with wanted as (select regexp_replace(fold(begun), '[^[:alnum:]]', '', 'g') || '%' as beginning),
  possible as (
    select w.word, array['%' || w.folded || '%'] as said from demo_word w cross join wanted
      where w.hub_id = acting_hub() and w.folded like beginning
    union all
    select lower(meant), array(select '%' || fold(each) || '%' from unnest(s.words) each) from synonym s, unnest(s.words) meant, wanted
      where s.hub_id = acting_hub() and fold(meant) like beginning)
  select p.word from possible p
  where exists (select from demo_search s where s.hub_id = acting_hub() and s.told like any (p.said))
  group by p.word order by length(p.word), p.word limit 6
$$;

-- How far from a municipality the nearest is that tries or uses each demo, in kilometres as the crow flies.
create function demo_distances(at_country text, at_code text) returns table (demo_id uuid, km integer)
language sql stable security definer set search_path = public as $$
  with home as (select latitude, longitude from reference_municipality where country::text = at_country and code = at_code),
  far as materialized (select x.organisation_id,
      2 * 6371 * asin(sqrt(power(sin(radians(m.latitude - h.latitude) / 2), 2)
        + cos(radians(h.latitude)) * cos(radians(m.latitude)) * power(sin(radians(m.longitude - h.longitude) / 2), 2))) as km
    from home h cross join municipality x join reference_municipality m on m.country = x.country and m.code = x.code)
  select a.demo_id, round(min(f.km))::integer from demo_adoption a join far f on f.organisation_id = a.organisation_id
  where a.hub_id = acting_hub() and a.status <> 'STOPPED' group by a.demo_id
$$;

do $$
declare door text;
begin
  foreach door in array array['index_demos(uuid, uuid[])', 'index_owner()', 'demo_hits(jsonb)', 'nearest_words(text)',
      'words_beginning(text)', 'demo_distances(text, text)'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;

call build_wall('demo_search', $$ hub_id = acting_hub() $$);
call build_wall('demo_word', $$ hub_id = acting_hub() $$);
call build_wall('synonym', $$ hub_id = acting_hub() $$,
  $$ hub_id = acting_hub() and reads_demos() $$, $$ hub_id = acting_hub() and reads_demos() $$,
  $$ hub_id = acting_hub() and reads_demos() $$);

drop trigger demo_search_text on showroom_demo;
drop function fill_demo_search_text();
alter table showroom_demo drop column search_text;

-- A hub begins with these, and changes them as it likes.
create function begin_synonyms(hub uuid) returns void language sql as $$
  insert into synonym (hub_id, words) select hub, string_to_array(line, ', ') from unnest(array[
    'larm, alarm',
    'trygghetslarm, trygghetsalarm, safety alarm',
    'läkemedel, legemiddel, medicin, medisin, medicine',
    'läkemedelsskåp, medisinskap, medicine cabinet',
    'digital tillsyn, digitalt tilsyn, nattillsyn, remote supervision',
    'trygghetskamera, tillsynskamera, tilsynskamera',
    'hemtjänst, hjemmetjeneste, home care',
    'hemsjukvård, hjemmesykepleie, home nursing',
    'välfärdsteknik, velferdsteknologi, welfare technology',
    'distansvård, vård på distans, avstandsoppfølging, egenmonitorering, remote monitoring',
    'äldreboende, särskilt boende, sykehjem, care home',
    'hälsocentral, vårdcentral, legekontor, health centre',
    'journal, patientjournal, pasientjournal',
    'lås, dörrlås, dørlås, digital nyckel, digital nøkkel, lock',
    'anhörig, närstående, pårørende, relative',
    'sårvård, sårbehandling, sårstell, wound care',
    'fallprevention, fallforebygging, fall prevention',
    'psykisk hälsa, psykisk ohälsa, psykisk helse, mental health',
    'videosamtal, videosamtale, videomöte, video call',
    'delaktighet, medvirkning, participation'
  ]) as line
$$;
create function begin_hub_synonyms() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform begin_synonyms(new.id);
  return null;
end $$;
alter function begin_hub_synonyms() owner to navet_system;
create trigger hubs_begin_with_synonyms after insert on hub for each row execute function begin_hub_synonyms();

-- What is shown already is found by the languages it is written in and by whether there is a framework, too.
set local role navet_system;
update showroom_demo d set facets = d.facets
  || array(select 'language:' || l from unnest(array['sv', 'nb', 'en']) l
    where coalesce(d.title ->> l, '') <> '' and coalesce(d.summary ->> l, '') <> '' and coalesce(d.body ->> l, '') <> '')
  || array(select distinct case c.key when 'FRAMEWORK' then 'framework:ON' else 'framework:NONE' end from demo_claim c
    where c.hub_id = d.hub_id and c.demo_id = d.id and c.key in ('FRAMEWORK', 'NO_FRAMEWORK')
      and (c.expires_on is null or c.expires_on >= current_date))
where status in ('PUBLISHED', 'ARCHIVED');
select index_demos(hub_id, array_agg(id)) from showroom_demo where status = 'PUBLISHED' group by hub_id;
select begin_synonyms(id) from hub;
reset role;
