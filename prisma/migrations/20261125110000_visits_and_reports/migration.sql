-- What is written for the guest, beside what is written for the house; in which language the guest reads.
alter table visit add column greeting text not null default '';
alter table visit add column locale text not null default 'sv';
update visit v set locale = coalesce((select h.languages[1] from hub h where h.id = v.hub_id), 'sv');
alter table visit add constraint guests_read_a_language check (locale in ('sv', 'nb', 'en'));

-- A report covers whole months that are over. What is withheld is judged month by month, and a longer report adds
-- up what the months let out, so that the difference of two reports tells nothing that no report tells.
create function use_month(first_day date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with days as materialized (
    select first_day as first, (first_day + interval '1 month' - interval '1 day')::date as last
  ), shut as materialized (
    select (wanted_kind is not null and is_withheld(first, last, wanted_site, wanted_kind))
      or (wanted_site is not null and is_withheld(first, last, wanted_site, null)) as it_is from days
  )
  select g.dimension, g.key, g.open_minutes, g.blocked_minutes, g.leased_minutes,
    case when not w.it_is then g.booked_minutes end, case when not w.it_is then g.here_minutes end,
    case when not w.it_is then g.missed_minutes end, case when not w.it_is then g.bookings end,
    case when not w.it_is then g.people end, w.it_is
  from days, shut, use_groups(days.first, days.last, wanted_site, wanted_kind) g
  cross join lateral (select g.withheld or (shut.it_is and g.people > 0) as it_is) w
$$;

drop function use_report(date, date, uuid, text);
-- `people` is how many there were a month, on the average of the months that tell it.
create function use_report(first_month date, last_month date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with over as (
    select min(used_until) as day from site where hub_id = acting_hub() and used_until is not null
  ), months as (
    select m::date as first from over, generate_series(date_trunc('month', first_month::timestamp),
      date_trunc('month', last_month::timestamp), interval '1 month') m
    where (m + interval '1 month' - interval '1 day')::date <= over.day
  )
  select g.dimension, g.key, sum(g.open_minutes)::bigint, sum(g.blocked_minutes)::bigint, sum(g.leased_minutes)::bigint,
    sum(g.booked_minutes)::bigint, sum(g.here_minutes)::bigint, sum(g.missed_minutes)::bigint, sum(g.bookings)::bigint,
    coalesce(round(avg(g.people) filter (where g.people > 0)), case when not bool_or(g.withheld) then 0 end)::bigint,
    bool_or(g.withheld)
  from months, use_month(months.first, wanted_site, wanted_kind) g
  where acts_as('HOST') or acts_as('HUB_ADMIN')
  group by 1, 2
$$;
alter function use_month(date, uuid, text) owner to navet_system;
alter function use_report(date, date, uuid, text) owner to navet_system;
revoke execute on function use_month(date, uuid, text), use_report(date, date, uuid, text) from public;
grant execute on function use_report(date, date, uuid, text) to navet_app, navet_system;
