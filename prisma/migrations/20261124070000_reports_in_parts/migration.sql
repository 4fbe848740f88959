-- A year of many places is added up once, to a few thousand sums, before these are told apart by what they are of.

create or replace function use_groups(first_day date, last_day date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with open as materialized (
    select u.site_id, u.kind, extract(isodow from u.day) as weekday, u.hour,
      sum(u.open_minutes) as open_minutes, sum(u.blocked_minutes) as blocked_minutes
    from use_open u where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
    group by 1, 2, 3, 4
  ), taken as materialized (
    select u.site_id, u.kind, extract(isodow from u.day) as weekday, u.hour, u.actor_class, sum(u.leased_minutes) as leased_minutes,
      sum(u.booked_minutes) as booked_minutes, sum(u.here_minutes) as here_minutes, sum(u.missed_minutes) as missed_minutes
    from use_taken u where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
    group by 1, 2, 3, 4, 5
  ), stays as materialized (
    select u.id, u.someone, u.site_id, u.kind, extract(isodow from u.day) as weekday, u.actor_class, u.first_hour, u.last_hour
    from use_stay u where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_site is null or u.site_id = wanted_site) and (wanted_kind is null or u.kind::text = wanted_kind)
  ), o as (
    select d.dimension, d.key, sum(u.open_minutes)::bigint as open_minutes, sum(u.blocked_minutes)::bigint as blocked_minutes
    from open u
    cross join lateral (values ('total', ''), ('site', u.site_id::text), ('kind', u.kind::text),
      ('weekday', u.weekday::text), ('hour', u.hour::text)) as d(dimension, key)
    group by 1, 2
  ), t as (
    select d.dimension, d.key, sum(u.leased_minutes)::bigint as leased_minutes, sum(u.booked_minutes)::bigint as booked_minutes,
      sum(u.here_minutes)::bigint as here_minutes, sum(u.missed_minutes)::bigint as missed_minutes
    from taken u
    cross join lateral (values ('total', ''), ('site', u.site_id::text), ('kind', u.kind::text),
      ('weekday', u.weekday::text), ('hour', u.hour::text), ('actor', u.actor_class::text)) as d(dimension, key)
    group by 1, 2
  ), s as (
    -- Each by itself: sorting what is small beats sorting everything six times over.
    select 'total' as dimension, '' as key, count(distinct id) as bookings, count(distinct someone) as people
      from stays having count(*) > 0
    union all select 'site', site_id::text, count(distinct id), count(distinct someone) from stays group by site_id
    union all select 'kind', kind::text, count(distinct id), count(distinct someone) from stays group by kind
    union all select 'weekday', weekday::text, count(distinct id), count(distinct someone) from stays group by weekday
    union all select 'actor', actor_class::text, count(distinct id), count(distinct someone) from stays group by actor_class
    union all select 'hour', hour.n::text, hour.bookings, hour.people
      from generate_series(0, 23) as h(n)
      cross join lateral (select h.n, count(distinct id) as bookings, count(distinct someone) as people
        from stays where h.n between first_hour and last_hour) as hour
      where hour.people > 0
  ), every as (
    select dimension, key, coalesce(o.open_minutes, 0) as open_minutes, coalesce(o.blocked_minutes, 0) as blocked_minutes,
      coalesce(t.leased_minutes, 0) as leased_minutes, coalesce(t.booked_minutes, 0) as booked_minutes,
      coalesce(t.here_minutes, 0) as here_minutes, coalesce(t.missed_minutes, 0) as missed_minutes,
      coalesce(s.bookings, 0) as bookings, coalesce(s.people, 0) as people
    from o full join t using (dimension, key) full join s using (dimension, key)
  )
  select e.*, e.people between 1 and 4
    or (e.people > 4 and bool_or(e.people between 1 and 4) over (partition by e.dimension)
      and row_number() over (partition by e.dimension order by e.people < 5, e.people, e.key) = 1)
  from every e
$$;

-- Whether a site or a kind is withheld among the others: the rule of use_groups, for one of them.
create function is_withheld(first_day date, last_day date, wanted_site uuid, wanted_kind text) returns boolean
language sql stable security definer set search_path = public as $$
  with counted as (
    select case when wanted_kind is null then u.site_id::text else u.kind::text end as key, count(distinct u.someone) as people
    from use_stay u where u.hub_id = acting_hub() and u.day between first_day and last_day
      and (wanted_kind is null or wanted_site is null or u.site_id = wanted_site)
    group by 1
  ), judged as (
    select key, people < 5 or (bool_or(people < 5) over ()
      and row_number() over (order by people < 5, people, key) = 1) as withheld from counted
  )
  select coalesce((select withheld from judged where key = coalesce(wanted_kind, wanted_site::text)), false)
$$;

create or replace function use_report(first_day date, last_day date, wanted_site uuid, wanted_kind text)
returns table (dimension text, key text, open_minutes bigint, blocked_minutes bigint, leased_minutes bigint,
  booked_minutes bigint, here_minutes bigint, missed_minutes bigint, bookings bigint, people bigint, withheld boolean)
language sql stable security definer set search_path = public as $$
  with shut as materialized (
    select (wanted_kind is not null and is_withheld(first_day, last_day, wanted_site, wanted_kind))
      or (wanted_site is not null and is_withheld(first_day, last_day, wanted_site, null)) as it_is
  )
  select g.dimension, g.key, g.open_minutes, g.blocked_minutes, g.leased_minutes,
    case when not w.it_is then g.booked_minutes end, case when not w.it_is then g.here_minutes end,
    case when not w.it_is then g.missed_minutes end, case when not w.it_is then g.bookings end,
    case when not w.it_is then g.people end, w.it_is
  from shut, use_groups(first_day, last_day, wanted_site, wanted_kind) g
  cross join lateral (select g.withheld or (shut.it_is and g.people > 0) as it_is) w
  where acts_as('HOST') or acts_as('HUB_ADMIN')
$$;

alter function is_withheld(date, date, uuid, text) owner to navet_system;
revoke execute on function is_withheld(date, date, uuid, text) from public;
