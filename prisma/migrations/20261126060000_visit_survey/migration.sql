-- Did the visit do anything? Everyone in a group answers the same questions before and after, by a code and
-- without a name; what comes out is shown when it can no longer change, and never of fewer than five.

create type "SurveyMoment" as enum ('BEFORE', 'AFTER');

alter table guided_group add column survey_code text;
update guided_group set survey_code = upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 8));
alter table guided_group alter column survey_code set not null;
create unique index guided_group_hub_id_survey_code_key on guided_group (hub_id, survey_code);
alter table guided_group add column thanked_at timestamptz(3);

create table visit_answer (
  hub_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  moment "SurveyMoment" not null,
  -- Care area and mark, 1 to 5.
  marks jsonb not null,
  -- What somebody takes home, in their own words.
  learned text not null default '',
  made_on date not null default current_date,
  constraint visit_answer_pkey primary key (hub_id, id),
  constraint visit_answer_group_id_fkey foreign key (hub_id, group_id) references guided_group (hub_id, id)
);
create index visit_answer_hub_id_group_id_idx on visit_answer (hub_id, group_id);

-- Nobody reads single answers: not who booked, nor the house.
call build_wall('visit_answer', null);

-- What a code asks: whose visit, which questions, and whether it is before or after; nothing for a code that is none.
create function survey_of(typed text, at_moment timestamptz) returns table (
  group_id uuid, demo jsonb, areas text[], moment "SurveyMoment", starts_at timestamptz, zone text, organisation text
) language sql stable security definer set search_path = public as $$
  select g.id, d.title, d.areas, (case when at_moment < s.starts_at then 'BEFORE' else 'AFTER' end)::"SurveyMoment",
    s.starts_at, site.zone, o.name
  from guided_group g join guided_session s on s.hub_id = g.hub_id and s.id = g.session_id
    join showroom_demo d on d.hub_id = s.hub_id and d.id = s.demo_id
    join place p on p.hub_id = s.hub_id and p.id = s.place_id join site on site.hub_id = p.hub_id and site.id = p.site_id
    join organisation o on o.id = g.organisation_id
  where g.hub_id = acting_hub() and g.survey_code = typed and g.state = 'OPEN' and at_moment < s.ends_at + interval '7 days'
$$;

-- One answer, at most as many as come; the same form sent twice counts once.
create function answer_survey(answer uuid, typed text, at_moment timestamptz, said jsonb, words text) returns void
language plpgsql security definer set search_path = public as $$
declare asked record; held guided_group;
begin
  select * into asked from survey_of(typed, at_moment);
  select * into held from guided_group g where g.hub_id = acting_hub() and g.id = asked.group_id for update;
  if held.id is null then
    raise exception 'no such visit' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from visit_answer a where a.hub_id = held.hub_id and a.id = answer) then return; end if;
  if (select count(*) from visit_answer a where a.hub_id = held.hub_id and a.group_id = held.id and a.moment = asked.moment) >= held.size then
    raise exception 'everybody has answered: constraint "an_answer_for_each"' using errcode = '23514';
  end if;
  insert into visit_answer (hub_id, id, group_id, moment, marks, learned)
    select held.hub_id, answer, held.id, asked.moment,
      coalesce(jsonb_object_agg(mark.key, mark.value), '{}'), case when asked.moment = 'AFTER' then words else '' end
    from jsonb_each(said) as mark where mark.key = any (asked.areas) and mark.value in ('1', '2', '3', '4', '5');
end $$;

-- The effect of one group's visit, area by area, once nobody can answer any more and at least five did both times.
create function survey_effect(visit uuid, at_moment timestamptz) returns table (
  area text, before_mean numeric, after_mean numeric, before_count bigint, after_count bigint
) language sql stable security definer set search_path = public as $$
  select mark.key, round(avg(mark.value::text::numeric) filter (where a.moment = 'BEFORE'), 1),
    round(avg(mark.value::text::numeric) filter (where a.moment = 'AFTER'), 1),
    count(*) filter (where a.moment = 'BEFORE'), count(*) filter (where a.moment = 'AFTER')
  from guided_group g join guided_session s on s.hub_id = g.hub_id and s.id = g.session_id
    join visit_answer a on a.hub_id = g.hub_id and a.group_id = g.id, jsonb_each(a.marks) as mark
  where g.hub_id = acting_hub() and g.id = visit and (g.organisation_id = acting_organisation() or arranges_guided())
    and at_moment >= s.ends_at + interval '7 days'
  group by mark.key
  having count(*) filter (where a.moment = 'BEFORE') >= 5 and count(*) filter (where a.moment = 'AFTER') >= 5
  order by mark.key
$$;

-- What people took home, in no order that tells anything, under the same rule.
create function survey_words(visit uuid, at_moment timestamptz) returns table (learned text)
language sql stable security definer set search_path = public as $$
  select a.learned from visit_answer a where a.hub_id = acting_hub() and a.group_id = visit and a.learned <> ''
    and exists (select from survey_effect(visit, at_moment)) order by md5(a.learned)
$$;

-- The effect of every visit to the house, of those whose own may be shown; then no difference tells of a small one.
create function house_effect(at_moment timestamptz) returns table (
  area text, before_mean numeric, after_mean numeric, before_count bigint, after_count bigint
) language sql stable security definer set search_path = public as $$
  select e.area, round(sum(e.before_mean * e.before_count) / sum(e.before_count), 1),
    round(sum(e.after_mean * e.after_count) / sum(e.after_count), 1), sum(e.before_count)::bigint, sum(e.after_count)::bigint
  from guided_group g cross join lateral survey_effect(g.id, at_moment) e
  where g.hub_id = acting_hub() and arranges_guided() group by e.area order by e.area
$$;

alter function survey_of(text, timestamptz) owner to navet_system;
alter function answer_survey(uuid, text, timestamptz, jsonb, text) owner to navet_system;
alter function survey_effect(uuid, timestamptz) owner to navet_system;
alter function survey_words(uuid, timestamptz) owner to navet_system;
alter function house_effect(timestamptz) owner to navet_system;
revoke execute on function survey_of(text, timestamptz), answer_survey(uuid, text, timestamptz, jsonb, text),
  survey_effect(uuid, timestamptz), survey_words(uuid, timestamptz), house_effect(timestamptz) from public;
grant execute on function survey_of(text, timestamptz), answer_survey(uuid, text, timestamptz, jsonb, text),
  survey_effect(uuid, timestamptz), survey_words(uuid, timestamptz), house_effect(timestamptz) to navet_app, navet_system;
