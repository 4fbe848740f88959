-- What somebody asks of the showroom: themes by their names, phrases, words that must not be there, one or the other;
-- who uses it and which agreement it is on are facets by name; typing errors and half-written words.

create extension if not exists fuzzystrmatch;

-- The facets' values that hubs do not share: who uses something, and the agreements it is on.
create table facet_name (
  hub_id uuid not null,
  facet text not null,
  value text not null,
  code integer not null,
  constraint facet_name_pkey primary key (hub_id, facet, value),
  constraint facet_name_hub_id_fkey foreign key (hub_id) references hub (id)
);
call build_wall('facet_name', $$ hub_id = acting_hub() $$);

-- What areas, settings, kinds and systems are called: the same as the portal's words, which a test holds.
create function facet_labels() returns table (facet text, sv text, nb text, en text) language sql immutable parallel safe as $$
  values
    ('area:SAFETY_AT_HOME', 'Trygghet hemma', 'Trygghet hjemme', 'Safety at home'),
    ('area:NIGHT_SUPERVISION', 'Tillsyn på natten', 'Tilsyn om natten', 'Supervision at night'),
    ('area:MEDICINES', 'Läkemedel', 'Legemidler', 'Medicines'),
    ('area:MOBILE_WORK', 'Mobilt arbetssätt', 'Mobil arbeidsform', 'Mobile work'),
    ('area:DISTANCE', 'Vård på avstånd', 'Helsehjelp på avstand', 'Care at a distance'),
    ('area:DIAGNOSTICS', 'Undersökning och diagnos', 'Undersøkelse og diagnose', 'Examination and diagnosis'),
    ('area:PARTICIPATION', 'Delaktighet', 'Medvirkning', 'Participation'),
    ('area:INFRASTRUCTURE', 'Teknik i grunden', 'Teknikk i bunnen', 'Underlying technology'),
    ('setting:HOME_CARE', 'Hemtjänst och hemsjukvård', 'Hjemmetjeneste', 'Home care'),
    ('setting:CARE_HOME', 'Särskilt boende', 'Sykehjem og omsorgsbolig', 'Care home'),
    ('setting:PRIMARY_CARE', 'Hälsocentral', 'Legekontor', 'Primary care'),
    ('setting:HOSPITAL', 'Sjukhus', 'Sykehus', 'Hospital'),
    ('setting:AMBULANCE', 'Ambulans och akut', 'Ambulanse og akutt', 'Ambulance and emergency'),
    ('setting:SOCIAL_SERVICES', 'Socialtjänst', 'Sosialtjeneste', 'Social services'),
    ('kind:PRODUCT', 'Produkt', 'Produkt', 'Product'),
    ('kind:SERVICE', 'Tjänst', 'Tjeneste', 'Service'),
    ('kind:WAY_OF_WORKING', 'Arbetssätt', 'Arbeidsform', 'Way of working'),
    ('kind:DATA', 'Data', 'Data', 'Data'),
    ('kind:AI', 'AI-stöd', 'KI-støtte', 'AI support'),
    ('claim:E1177', '1177', '1177', '1177'),
    ('claim:NPO', 'Nationell patientöversikt (NPÖ)', 'Nationell patientöversikt (NPÖ)', 'National patient overview (NPÖ)'),
    ('claim:SITHS', 'SITHS', 'SITHS', 'SITHS'),
    ('claim:FHIR', 'HL7 FHIR', 'HL7 FHIR', 'HL7 FHIR'),
    ('claim:HELSENORGE', 'Helsenorge', 'Helsenorge', 'Helsenorge'),
    ('claim:VKP', 'Velferdsteknologisk knutepunkt', 'Velferdsteknologisk knutepunkt', 'Norwegian welfare technology hub (VKP)'),
    ('claim:OPEN_API', 'Öppet API', 'Åpent API', 'Open API')
$$;

create or replace function index_demos(hub uuid, demos uuid[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  delete from demo_search s where s.hub_id = hub and s.demo_id = any (demos) and not exists (
    select from showroom_demo d where d.hub_id = hub and d.id = s.demo_id and d.status = 'PUBLISHED');
  insert into demo_search (hub_id, demo_id, codes, shown_since, checked_on, words, head, title, told, marked)
  select d.hub_id, d.id, array(select facet_code(f) from unnest(d.facets) f
      where not starts_with(f, 'claim:') or substr(f, 7) = any (c.systems)
      union select facet_code('user:' || name) from unnest(u.used_by) name),
    least(d.published_at, first.at), c.checked_on, h.words || setweight(b.words, 'D') || setweight(n.words, 'D'), h.words, t.told,
    concat_ws(' ', t.told, s.told, fold(o.name), fold(d.public_id), fold(c.said), fold(u.users), b.told, n.told),
    with_marks(concat_ws(' ', d.title, d.summary, o.name, c.said, u.users, d.body, l.texts))
  from showroom_demo d join organisation o on o.id = d.owner_id
    cross join lateral (select jsonb_build_object('sv', string_agg(sv, ' '), 'nb', string_agg(nb, ' '), 'en', string_agg(en, ' ')) as texts
      from facet_labels() where facet = any (d.facets)) l
    cross join lateral worded(d.title) t cross join lateral worded(d.summary) s cross join lateral worded(d.body) b
    cross join lateral worded(l.texts) n
    cross join lateral (select min(v.decided_at) as at from demo_version v
      where v.hub_id = hub and v.demo_id = d.id and v.state in ('PUBLISHED', 'REPLACED')) first
    cross join lateral (select max(c.checked_on) filter (where 'checked:' || c.key = any (d.facets)) as checked_on,
      array_agg(c.key) filter (where c.area = 'INTEGRATION') as systems,
      coalesce(string_agg(concat_ws(' ', replace(c.key, '_', ' '), c.value,
        (select string_agg(value, ' ') from jsonb_each_text(c.detail))), ' '), '') as said
      from demo_claim c where c.hub_id = hub and c.demo_id = d.id) c
    -- Who uses or tries it: a neighbour is looked for by its name.
    cross join lateral (select coalesce(string_agg(user_org.name, ' '), '') as users,
        array_agg(user_org.name) filter (where a.status = 'USING') as used_by
      from demo_adoption a join organisation user_org on user_org.id = a.organisation_id
      where a.hub_id = hub and a.demo_id = d.id and a.status <> 'STOPPED') u
    cross join lateral (select setweight(t.words, 'A') || setweight(s.words, 'B')
      || setweight(to_tsvector('simple', fold(concat_ws(' ', d.public_id, o.name, u.users))), 'C')
      || setweight(to_tsvector('swedish', fold(c.said)) || to_tsvector('norwegian', fold(c.said))
        || to_tsvector('english', fold(c.said)), 'C') as words) h
  where d.hub_id = hub and d.id = any (demos) and d.status = 'PUBLISHED'
  on conflict (hub_id, demo_id) do update set codes = excluded.codes, shown_since = excluded.shown_since,
    checked_on = excluded.checked_on, words = excluded.words, head = excluded.head, title = excluded.title, told = excluded.told, marked = excluded.marked;
  -- In one order, so that two who publish at once do not wait for each other.
  insert into facet_name (hub_id, facet, value, code)
  select distinct hub, split_part(f, ':', 1), substr(f, strpos(f, ':') + 1), facet_code(f) from (
    select 'user:' || o.name as f from demo_adoption a join organisation o on o.id = a.organisation_id
      where a.hub_id = hub and a.demo_id = any (demos) and a.status = 'USING'
    union select f from showroom_demo d, unnest(d.facets) f where d.hub_id = hub and d.id = any (demos)
      and d.status = 'PUBLISHED' and starts_with(f, 'framework:') and f not in ('framework:ON', 'framework:NONE')) named
  order by 2, 3 on conflict do nothing;
  insert into demo_word (hub_id, word)
  -- Names that are written with great letters within them are offered so.
  select distinct hub, case when piece ~ '^.+[[:upper:]]' then piece else lower(piece) end
  from (select (regexp_matches(concat_ws(' ', d.title ->> 'sv', d.title ->> 'nb', d.title ->> 'en', o.name,
        d.summary ->> 'sv', d.summary ->> 'nb', d.summary ->> 'en', (select string_agg(concat_ws(' ', c.value, c.detail ->> 'owner'), ' ')
          from demo_claim c where c.hub_id = hub and c.demo_id = d.id)), '[[:alpha:]][[:alnum:]]{2,39}', 'g'))[1] as piece
      from showroom_demo d join organisation o on o.id = d.owner_id
      where d.hub_id = hub and d.id = any (demos) and d.status = 'PUBLISHED'
    union all select (regexp_matches(concat_ws(' ', l.sv, l.nb, l.en), '[[:alnum:]]{3,40}', 'g'))[1]
      from facet_labels() l where exists (select from showroom_demo d
        where d.hub_id = hub and d.id = any (demos) and d.status = 'PUBLISHED' and l.facet = any (d.facets))) pieces
  order by 2 on conflict do nothing;
end $$;

-- A word as a question to `words` (whole, at its stem in any language; or its beginning, too), and what it looks like
-- inside another word. Five letters tell enough to be looked for anywhere; three or four only where a compound ends
-- with them: larm in trygghetslarm, rum not in instrument. A short word that is typed with its marks is found with
-- them: lås is not läsa. In a long one marks may change (natt, nätter).
drop function word_asked(text);
create function word_asked(word text, out query text, out whole text, out inside text[], out ends text[], out mark text) language sql immutable as $$
  with plain as (select regexp_replace(fold(word), '[^[:alnum:]]', '', 'g') as w),
    -- The stem of rummet is rumm, that of rum is rum.
    stems as (select distinct stem from plain, unnest(coalesce(ts_lexize('swedish_stem', w), '{}')
      || coalesce(ts_lexize('norwegian_stem', w), '{}') || coalesce(ts_lexize('english_stem', w), '{}')) as found,
      lateral (values (found), (regexp_replace(found, '([mn])\1$', '\1'))) as each (stem) where stem <> ''),
    parts as (select w as part from plain where length(w) > 2 union select stem from stems
      where length(stem) > 3 or stem || right(stem, 1) in (select s.stem from stems s))
  select case when length(w) < 3 then said.whole else concat_ws(' | ', said.whole, (select string_agg(quote_literal(part) || ':*', ' | ') from parts where part = w or length(part) = 4)) end,
    said.whole,
    coalesce((select array_agg('%' || part || '%') from parts where length(part) > 4), '{}'),
    coalesce((select array_agg('[[:alpha:]]{' || 7 - length(part) || '}' || part || '(e|a|n|t|s|en|et|an|ar|er|or|na|ene|ena|arna|erna|orna)?s?\M')
      from parts where length(part) between 3 and 4 and part !~ '[0-9]'), '{}'),
    (select '%' || with_marks(word) || '%' where length(word) <= 4 and with_marks(word) ~ '[åäöéü]')
  from plain cross join lateral (
    select concat_ws(' | ', (select string_agg(quote_literal(stem), ' | ' order by stem) from stems where stem <> w), quote_literal(w)) as whole) said
$$;

-- Words just as they follow each other, in whatever case.
create function phrase_asked(words text) returns text language sql immutable as
  $$ select '\m' || array_to_string(regexp_split_to_array(btrim(regexp_replace(words, '[^[:alnum:]]+', ' ', 'g')), ' '), '[^[:alnum:]]+') || '\M' $$;

-- The condition that a demo `s` says one thing, and where it does: title, inside a word of the title, summary, owner or
-- claims, anywhere else. What means the same comes after what was said, where both stand alike.
create function thing_asked(thing jsonb, out said text, out place text) language plpgsql immutable as $$
declare
  way jsonb; word text; w record; whole text; inside text; one text; at text; ways text[] := '{}'; places text[] := '{}'; nth integer := 0;
  only_way boolean := jsonb_array_length(thing -> 'ways') = 1;
begin
  if thing ? 'phrase' then
    one := format('s.told ~ %L', phrase_asked(fold(thing ->> 'phrase')));
    said := format('(%s and s.marked ~ %L)', one, phrase_asked(with_marks(thing ->> 'phrase')));
    place := format('case when %s then 16 else 2 end', replace(one, 's.told', 's.title'));
  else
    for way in select * from jsonb_array_elements(thing -> 'ways') loop
      whole := ''; at := '';
      for word in select * from jsonb_array_elements_text(way) loop
        select * into w from word_asked(word);
        inside := concat_ws(' or ', case when w.inside <> '{}' then format('s.told like any (%L::text[])', w.inside) end,
          case when w.ends <> '{}' then format('s.told ~ any (%L::text[])', w.ends) end);
        one := format('(%s)', concat_ws(' or ', nullif(inside, ''), format('s.words @@ %L::tsquery', w.query)));
        whole := concat_ws(' and ', nullif(whole, ''), one, case when w.mark is not null then format('s.marked like %L', w.mark) end);
        at := concat_ws(', ', nullif(at, ''), format('case when s.head @@ %L::tsquery then 16'
          ' when %s then 12 when s.head @@ %L::tsquery then 8 when s.head @@ %L::tsquery then 6 when %s then 2 else 0 end',
          at_weight(w.whole, 'A'), concat_ws(' or ', format('s.head @@ %L::tsquery', at_weight(w.query, 'A')), nullif(replace(inside, 's.told', 's.title'), '')),
          at_weight(w.query, 'B'), at_weight(w.query, 'C'), case when only_way then 'true' else one end));
      end loop;
      ways := ways || ('(' || whole || ')');
      places := places || format('least(%s) - %s', at, least(nth, 1));
      nth := nth + 1;
    end loop;
    said := '(' || array_to_string(ways, ' or ') || ')';
    place := format('greatest(0, %s)', array_to_string(places, ', '));
  end if;
  -- What is not to be said is all that the same question would find.
  if thing ? 'not' then
    said := format('s.demo_id not in (select s.demo_id from demo_search s where s.hub_id = $1 and %s)', said);
    place := '0';
  end if;
end $$;

-- The same of a whole question: one or another of several lists of things, all of which are to be said. Glue need not be.
create function question_asked(asked jsonb, out said text, out place text) language sql immutable as $$
  select nullif(string_agg('(' || each.said || ')', ' or '), ''), 'greatest(0, ' || string_agg(each.place, ', ') || ')'
  from jsonb_array_elements(asked) all_of cross join lateral (
    select string_agg(t.said, ' and ' order by nth) as said, string_agg(t.place, ' + ' order by nth) as place
    from jsonb_array_elements(all_of) with ordinality things(thing, nth) cross join lateral thing_asked(thing) t
    where not (thing ? 'glue') or not exists (select from jsonb_array_elements(all_of) other where not (other ? 'glue'))) each
$$;
-- Which of its things are but glue.
create function with_glue(asked jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg((select jsonb_agg(case when thing ? 'ways' and not thing ? 'not'
      and not exists (select from jsonb_array_elements_text(thing -> 'ways' -> 0) w where not is_glue(w))
      then thing || '{"glue": true}' else thing end order by nth)
    from jsonb_array_elements(all_of) with ordinality things(thing, nth))), '[]') from jsonb_array_elements(asked) all_of
$$;

-- The shown demos of the asking session's hub that answer: `asked` is what lib/showroom/asking.ts makes of a question.
create or replace function demo_hits(asked jsonb) returns table (demo_id uuid, rank integer)
language plpgsql stable security definer set search_path = public as $$
declare question record;
begin
  select * into question from question_asked(with_glue(asked));
  if question.said is null then return; end if;
  return query execute format('select s.demo_id, %s from demo_search s where s.hub_id = $1 and (%s)', question.place, question.said)
    using acting_hub();
end $$;

-- Whether any does.
create function is_said(asked jsonb) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare question record; any_is boolean;
begin
  select * into question from question_asked(with_glue(asked));
  if question.said is null then return false; end if;
  execute format('select exists (select from demo_search s where s.hub_id = $1 and (%s))', question.said) into any_is using acting_hub();
  return any_is;
end $$;

-- The words that a typing error may have meant, the nearest first; only such as something shown still says. A word
-- that stands anywhere, also among those that mean the same, is none; glue was never meant, and a word of four letters
-- only where two have changed places. The longer it is, the more may be wrong.
create or replace function nearest_words(typed text) returns table (word text)
language sql stable security definer set search_path = public set pg_trgm.similarity_threshold = 0.2 as $$
  with near as (
    select w.word, w.folded, array['%' || w.folded || '%'] as said from demo_word w
      where w.hub_id = acting_hub() and w.folded % fold(typed)
    union all
    select meant, fold(meant), array(select '%' || fold(each) || '%' from unnest(s.words) each) from synonym s, unnest(s.words) meant
      where s.hub_id = acting_hub() and fold(meant) % fold(typed)),
  measured as (select n.*, levenshtein(n.folded, fold(typed)) as steps, letters_of(n.folded) = letters_of(fold(typed)) as turned from near n
    where length(n.folded) <= 60)
  select n.word from measured n
  where not is_glue(n.word) and n.folded !~ ' '
    and (n.turned and n.steps <= 3
      or length(fold(typed)) > 4 and n.steps <= case when length(fold(typed)) > 7 then 2 else 1 end
      or n.folded = fold(typed))
    and not exists (select from near other where with_marks(other.word) = with_marks(typed))
    and exists (select from demo_search s where s.hub_id = acting_hub() and s.told like any (n.said))
  order by n.turned desc, n.steps, length(n.word), n.word
  limit 5
$$;

-- What half-written words may become: the last of them as a word (`alone`), or what begins with all of them: a title,
-- a theme, a system, an agreement, what means the same. Whether it leads anywhere is asked of each (`is_said`).
drop function words_beginning(text);
create function offers_beginning(begun text[]) returns table (offer text, alone boolean)
language sql stable security definer set search_path = public as $$
  with wanted as (select fold(begun[cardinality(begun)]) || '%' as beginning,
      case when with_marks(begun[cardinality(begun)]) ~ '[åäöéü]' then with_marks(begun[cardinality(begun)]) else '' end || '%' as marked,
      array(select '\m' || regexp_replace(fold(each), '[^[:alnum:]]', '', 'g') from unnest(begun) each) as begins,
      (select string_agg(quote_literal(regexp_replace(fold(each), '[^[:alnum:]]', '', 'g')) || ':*A', ' & ') from unnest(begun) each)::tsquery as titled),
  -- Only behind words that are whole; who types marks means them. The shortest first: of many a few are looked at.
  words as (select distinct on (w.folded) w.word from demo_word w cross join wanted
    where w.hub_id = acting_hub() and w.folded like beginning and with_marks(w.word) like marked and not is_glue(w.word)
      and not exists (select from unnest(begun[:cardinality(begun) - 1]) whole where not is_glue(whole)
        and not exists (select from demo_word other where other.hub_id = acting_hub() and other.folded = fold(whole))) order by w.folded, w.word = lower(w.word)),
  phrases as (
    select lower(meant) as phrase from synonym s, unnest(s.words) meant where s.hub_id = acting_hub()
    union select case when label ~ '^.+[[:upper:]]' then label else lower(label) end from facet_labels() l, unnest(array[l.sv, l.nb, l.en]) label
    union select n.value from facet_name n where n.hub_id = acting_hub()
    union select title.value from (select s.demo_id from demo_search s cross join wanted
        where s.hub_id = acting_hub() and cardinality(begun) > 1 and s.words @@ titled limit 20) found
      join showroom_demo d on d.hub_id = acting_hub() and d.id = found.demo_id, jsonb_each_text(d.title) title)
  (select word, true from words order by length(word), word limit 12)
  union all
  (select phrase, false from phrases cross join wanted
    where not exists (select from unnest(begins) each where fold(phrase) !~ each)
      and (cardinality(begun) > 1 or fold(phrase) like beginning and with_marks(phrase) like marked)
    order by length(phrase), phrase limit 8)
$$;

do $$
declare door text;
begin
  foreach door in array array['is_said(jsonb)', 'offers_beginning(text[])'] loop
    execute format('alter function %s owner to navet_system', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to navet_app, navet_system', door);
  end loop;
end $$;

-- A hub begins with these, and changes them as it likes.
create or replace function begin_synonyms(hub uuid) returns void language sql as $$
  insert into synonym (hub_id, words) select hub, string_to_array(line, ', ') from unnest(array[
    'larm, alarm',
    'trygghetslarm, trygghetsalarm, safety alarm',
    'läkemedel, legemiddel, medicin, medisin, medicine',
    'läkemedelsskåp, medisinskap, medicine cabinet',
    'läkemedelsautomat, dosautomat, medicinrobot, medisindispenser, multidosedispenser, medicine dispenser',
    'digital tillsyn, digitalt tilsyn, nattillsyn, remote supervision',
    'trygghetskamera, tillsynskamera, tilsynskamera',
    'hemtjänst, hjemmetjeneste, home care',
    'hemsjukvård, hjemmesykepleie, home nursing',
    'välfärdsteknik, välfärdsteknologi, velferdsteknologi, trygghetsteknologi, welfare technology',
    'distansvård, vård på distans, avstandsoppfølging, egenmonitorering, hemmonitorering, digital hjemmeoppfølging, remote monitoring',
    'äldreboende, särskilt boende, vårdboende, sykehjem, omsorgsbolig, care home, nursing home',
    'hälsocentral, vårdcentral, legekontor, health centre',
    'journal, patientjournal, journalsystem, pasientjournal, health record',
    'lås, dörrlås, dørlås, digital nyckel, digital nøkkel, lock',
    'anhörig, närstående, pårørende, relative',
    'sårvård, sårbehandling, sårstell, wound care',
    'fallprevention, fallforebygging, fall prevention',
    'psykisk hälsa, psykisk ohälsa, psykisk helse, mental health',
    'videosamtal, videosamtale, videomöte, videobesök, videokonsultation, videokonsultasjon, digitalt vårdbesök, vårdbesök över nätet, video call, video consultation',
    'delaktighet, medvirkning, participation',
    'demens, demenssjukdom, kognitiv sjukdom, kognitiv svikt, kognitiv sykdom, dementia',
    'wlan, wi-fi, wifi, trådlöst nätverk, trådløst nett, trådløst nettverk, wireless network',
    'röntgen, røntgen, x-ray, xray',
    'ultraljud, ultralyd, ultrasound',
    'ambulans, ambulanse, ambulance',
    'sjukhus, sykehus, hospital',
    'sömn, søvn, sleep',
    'blodtryck, blodtrykk, blood pressure',
    'blodsocker, blodsukker, glukos, glukose, blood glucose',
    'hudförändring, hudforandring, dermatoskopi, dermatoscopy',
    'rehabilitering, rehab, rehabilitation',
    'vårdplan, genomförandeplan, behandlingsplan, tiltaksplan, care plan',
    'tolk, språktolk, tolkning, interpreter',
    'artificiell intelligens, AI, kunstig intelligens, KI, artificial intelligence',
    'personuppgifter, personopplysninger, personal data',
    'inloggning, e-legitimation, pålogging, innlogging, sign-in',
    'upphandling, anskaffelse, procurement'
  ]) as line
$$;

set local role navet_system;
-- Hubs that are there get what is new, where they have left a group as it was, or say none of its words.
update synonym s set words = string_to_array(given.new, ', ') from (values
  ('välfärdsteknik, velferdsteknologi, welfare technology', 'välfärdsteknik, välfärdsteknologi, velferdsteknologi, trygghetsteknologi, welfare technology'),
  ('distansvård, vård på distans, avstandsoppfølging, egenmonitorering, remote monitoring', 'distansvård, vård på distans, avstandsoppfølging, egenmonitorering, hemmonitorering, digital hjemmeoppfølging, remote monitoring'),
  ('äldreboende, särskilt boende, sykehjem, care home', 'äldreboende, särskilt boende, vårdboende, sykehjem, omsorgsbolig, care home, nursing home'),
  ('journal, patientjournal, pasientjournal', 'journal, patientjournal, journalsystem, pasientjournal, health record'),
  ('videosamtal, videosamtale, videomöte, video call', 'videosamtal, videosamtale, videomöte, videobesök, videokonsultation, videokonsultasjon, digitalt vårdbesök, vårdbesök över nätet, video call, video consultation')
) given (old, new) where s.words = string_to_array(given.old, ', ');
do $$
declare hub record; had uuid[];
begin
  for hub in select id from hub loop
    had := array(select id from synonym where hub_id = hub.id);
    perform begin_synonyms(hub.id);
    delete from synonym s where s.hub_id = hub.id and s.id <> all (had)
      and exists (select from synonym o where o.hub_id = hub.id and o.id = any (had) and o.words && s.words);
  end loop;
end $$;
-- Agreements are found by their names.
update showroom_demo d set facets = d.facets || array(select distinct 'framework:' || concat_ws(': ', nullif(c.detail ->> 'owner', ''), nullif(c.value, ''))
    from demo_claim c where c.hub_id = d.hub_id and c.demo_id = d.id and c.key = 'FRAMEWORK'
      and (c.value <> '' or coalesce(c.detail ->> 'owner', '') <> '') and (c.expires_on is null or c.expires_on >= current_date))
where status in ('PUBLISHED', 'ARCHIVED') and exists (select from demo_claim c where c.hub_id = d.hub_id and c.demo_id = d.id and c.key = 'FRAMEWORK');
select index_demos(hub_id, array_agg(id)) from showroom_demo where status = 'PUBLISHED' group by hub_id;
reset role;
